import Panels

extension FigureDrawing {
  /// Draws two dots in a row for each subject.
  mutating func draw(_ chart: DumbbellChart) {
    key(
      [
        KeyEntry(sample: .dot(.context, .open), label: chart.startLabel),
        KeyEntry(sample: .dot(.context, .filled), label: chart.endLabel),
      ] + (chart.reference.map { [KeyEntry(sample: .tick(.axis), label: $0.label)] } ?? [])
    )
    cursor += 4
    drawAxisTitle(chart.axis)
    let layout = RowLayout(
      names: chart.pairs.map(\.label),
      left: left,
      right: right - 6,
      top: 0,
      isNarrow: isNarrow
    )
    let plotLeft = layout.marks.left + 6
    drawEndWords(chart.axis, in: PlotArea(left: plotLeft, top: 0, right: right - 6, bottom: 0))
    let top = cursor + 22
    let plot = PlotArea(left: plotLeft, top: top, right: right - 6, bottom: top + layout.marks.height)
    let values = chart.pairs.flatMap { [$0.start, $0.end] } + [chart.reference?.value]
    let ends = AxisEnds(values.compactMap(\.self), axis: chart.axis)
    let map = plot.horizontal(ends, chart.axis.scale)
    drawTopAxis(map, chart.axis, in: plot)
    if let reference = chart.reference { drawVerticalReference(reference.value, map, in: plot) }
    var rowTop = plot.top
    for (index, pair) in chart.pairs.enumerated() {
      let isContext = pair.emphasis == .context
      let y = rowLabel(index, layout, top: rowTop, full: pair.label, ink: isContext ? .softText : .text)
      drawDumbbell(pair, chart, map, y: y)
      rowTop += layout.heights[index]
    }
    cursor = plot.bottom + (plot.height > 600 ? 20 : 4)
    if chart.pairs.isEmpty { emptyRemark() }
  }

  private mutating func drawDumbbell(_ pair: ValuePair, _ chart: DumbbellChart, _ map: AxisMap, y: Double) {
    let ink = pair.emphasis == .context ? Ink.context : (pair.hue ?? .blue).ink
    canvas.open(
      link: pair.link,
      title: FigureDrawing.words(pair, chart.startLabel, chart.endLabel, chart.axis)
    )
    if let start = pair.start, let end = pair.end {
      let (from, to) = (map.position(start), map.position(end))
      let dash = pair.endStatus == .estimated ? FigureDrawing.estimatedDash : nil
      canvas.line(from, y, to, y, ink: ink, width: 2, dash: dash)
    }
    if let start = pair.start {
      canvas.dot(x: map.position(start), y: y, radius: 4.5, ink: ink, look: .open)
    }
    if let end = pair.end {
      canvas.dot(x: map.position(end), y: y, radius: 5, ink: ink, look: DumbbellChart.endLook(pair.endStatus))
    }
    if pair.start == nil, pair.end == nil {
      canvas.text(pair.endStatus.word, x: map.start + 4, y: y + 4, TypeStyle.tick)
    }
    canvas.close()
  }

  /// A pair in words, for its title.
  static func words(_ pair: ValuePair, _ startLabel: String, _ endLabel: String, _ axis: ValueAxis) -> String
  {
    let start = pair.start.map(axis.format.text) ?? pair.startStatus.word
    let end = pair.end.map(axis.format.text) ?? pair.endStatus.word
    return "\(pair.label): \(startLabel) \(start), \(endLabel) \(end)"
  }
}

extension DumbbellChart {
  /// The look of a second moment: never the plain ring, which is the first moment.
  static func endLook(_ status: CellStatus) -> DotLook {
    status == .estimated ? .filled : DotLook(status)
  }
}
