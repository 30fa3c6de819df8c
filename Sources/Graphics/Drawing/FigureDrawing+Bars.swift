import Panels

extension FigureDrawing {
  /// Draws horizontal bars from zero.
  mutating func draw(_ chart: RankedBarChart) {
    drawBarKey(chart)
    drawAxisTitle(chart.axis)
    let printed = chart.bars.map { FigureDrawing.printed($0, chart.axis.format) }
    let valueRoom =
      printed.reduce(0) { max($0, TextMetrics.width($1, size: 11)) }
      + (chart.bars.contains { FigureDrawing.labelGap($0) > 6 } ? 20 : 8)
    let layout = RowLayout(
      names: chart.bars.map(\.label),
      left: left,
      right: right - valueRoom,
      top: 0,
      isNarrow: isNarrow
    )
    let plotLeft = layout.marks.left
    let plotRight = right - valueRoom
    drawEndWords(chart.axis, in: PlotArea(left: plotLeft, top: 0, right: plotRight, bottom: 0))
    let top = cursor + 22
    let plot = PlotArea(left: plotLeft, top: top, right: plotRight, bottom: top + layout.marks.height)
    let map = plot.horizontal(FigureDrawing.ends(chart), chart.axis.scale)
    drawTopAxis(map, chart.axis, in: plot)
    let zero = map.position(map.zero)
    canvas.line(zero, plot.top, zero, plot.bottom, ink: .axis)
    if let reference = chart.reference { drawVerticalReference(reference.value, map, in: plot) }
    var rowTop = plot.top
    for (index, bar) in chart.bars.enumerated() {
      let ink: Ink =
        bar.emphasis == .context && chart.bars.contains { $0.emphasis == .strong } ? .softText : .text
      let y = rowLabel(index, layout, top: rowTop, full: bar.label, ink: ink)
      drawBar(bar, map, y: y, thickness: 13)
      let edge = map.position(FigureDrawing.reach(bar, map))
      canvas.text(
        printed[index],
        x: max(edge, map.position(map.zero)) + FigureDrawing.labelGap(bar),
        y: y + 4,
        FigureDrawing.valueStyle
      )
      rowTop += layout.heights[index]
    }
    cursor = plot.bottom + (plot.height > 600 ? 20 : 4)
    if chart.bars.isEmpty { emptyRemark() }
  }

  private static var valueStyle: TypeStyle {
    var style = TypeStyle.tick
    style.hasHalo = true
    return style
  }

  /// The space before the printed value: more where a short hatching stands for a missing bar.
  private static func labelGap(_ bar: RankedBar) -> Double {
    bar.value == nil && bar.interval == nil && Hatching(bar.status) != nil ? 18 : 6
  }

  /// The number printed beside a bar, or the status in words.
  static func printed(_ bar: RankedBar, _ format: NumberFormat) -> String {
    bar.value.map(format.text) ?? bar.status.word
  }

  /// The largest value that a bar's marks reach.
  private static func reach(_ bar: RankedBar, _ map: AxisMap) -> Double {
    let values = [bar.value, bar.interval.map { $0.upper ?? .infinity }, bar.comparison].compactMap(\.self)
    return values.max() ?? map.zero
  }

  /// The ends of a bar chart's axis, zero always included.
  static func ends(_ chart: RankedBarChart) -> AxisEnds {
    ends(chart.bars, chart.axis, reference: chart.reference)
  }

  /// The ends of an axis for bars, zero (or one, on a logarithmic axis) always included.
  static func ends(_ bars: [RankedBar], _ axis: ValueAxis, reference: ReferenceLine?) -> AxisEnds {
    let values = bars.flatMap {
      [$0.value, $0.comparison, $0.interval?.lower, $0.interval?.upper].compactMap(\.self)
    }
    return AxisEnds(
      values + [reference?.value].compactMap(\.self) + [axis.scale == .linear ? 0 : 1],
      axis: axis
    )
  }

  /// Writes a bar with its interval and comparison.
  mutating func drawBar(_ bar: RankedBar, _ map: AxisMap, y: Double, thickness: Double) {
    let ink = bar.emphasis == .context ? Ink.context : (bar.hue ?? .blue).ink
    canvas.open(link: bar.link, title: bar.label + ": " + FigureDrawing.printed(bar, NumberFormat()))
    let zero = map.position(map.zero)
    if let value = bar.value {
      let end = map.position(value)
      fillBar(
        bar.status,
        ink,
        x: min(zero, end),
        y: y - thickness / 2,
        width: abs(end - zero),
        height: thickness
      )
    } else if let hatching = Hatching(bar.status) {
      let low = bar.interval.map { map.position($0.lower ?? -.infinity) } ?? zero
      let high = bar.interval.map { map.position($0.upper ?? .infinity) } ?? zero + 12
      let fill = canvas.fill(hatching)
      canvas.rectangle(
        x: low,
        y: y - thickness / 2,
        width: high - low,
        height: thickness,
        fill: fill,
        stroke: .hatch
      )
    }
    if bar.value != nil, let interval = bar.interval {
      let low = map.position(interval.lower ?? -.infinity)
      let high = map.position(interval.upper ?? .infinity)
      canvas.line(low, y, high, y, ink: .paper, width: 3)
      canvas.line(low, y, high, y, ink: .text, width: 1.5)
      if interval.upper.map({ $0 > map.high }) ?? true {
        canvas.arrowhead(x: map.end + 3, y: y, pointsRight: true, ink: .text)
      }
    }
    if let comparison = bar.comparison {
      let x = map.position(comparison)
      canvas.line(x, y - thickness / 2 - 3, x, y + thickness / 2 + 3, ink: .paper, width: 4)
      canvas.line(x, y - thickness / 2 - 3, x, y + thickness / 2 + 3, ink: .text, width: 2)
    }
    canvas.close()
  }

  private mutating func fillBar(
    _ status: CellStatus,
    _ ink: Ink,
    x: Double,
    y: Double,
    width: Double,
    height: Double
  ) {
    let isLight = status == .estimated || status == .provisional
    let fill = status == .unreliable ? canvas.fill(.unreliable) : canvas.colour(ink)
    canvas.element(
      "rect",
      [
        "x": number(x), "y": number(y), "width": number(max(width, 0.5)), "height": number(height),
        "fill": fill, "fill-opacity": isLight ? "0.3" : nil,
        "stroke": isLight || status == .unreliable ? canvas.colour(ink) : nil,
        "stroke-dasharray": status == .provisional ? FigureDrawing.provisionalDash : nil,
      ]
    )
  }

  private mutating func drawBarKey(_ chart: RankedBarChart) {
    var entries: [KeyEntry] = []
    if chart.bars.contains(where: { $0.comparison != nil }) {
      entries.append(KeyEntry(sample: .tick(.text), label: chart.comparisonTitle ?? "Comparison"))
    }
    if chart.bars.contains(where: { $0.interval != nil }) {
      entries.append(KeyEntry(sample: .thin(.text), label: chart.intervalTitle ?? "Interval"))
    }
    if let reference = chart.reference {
      entries.append(KeyEntry(sample: .tick(.axis), label: reference.label))
    }
    key(entries)
    if !entries.isEmpty { cursor += 4 }
  }
}

extension AxisMap {
  /// Where bars begin: zero, or one on a logarithmic axis.
  var zero: Double { scale == .linear ? min(max(0, low), high) : min(max(1, low), high) }
}
