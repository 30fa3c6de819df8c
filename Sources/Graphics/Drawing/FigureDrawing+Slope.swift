import Panels

extension FigureDrawing {
  /// Draws a line for each subject from one moment to another.
  mutating func draw(_ chart: SlopeChart) {
    drawAxisTitle(chart.axis)
    let strong = chart.pairs.filter { $0.emphasis == .strong }
    let limit = isNarrow ? 9 : 16
    let named = chart.pairs.count <= limit ? chart.pairs : strong.count <= limit ? strong : []
    if named.count < chart.pairs.count {
      key([KeyEntry(sample: .thin(.context), label: "\(chart.pairs.count - named.count) others")])
      cursor += 4
    }
    let room: Double = isNarrow ? 110 : 240
    let labels = named.map { SlopeLabel($0, chart.axis, room: room, isNarrow: isNarrow) }
    let leftRoom = labels.reduce(0) { max($0, $1.startWidth) } + 14
    let rightRoom = labels.reduce(0) { max($0, $1.endWidth) } + 14
    let height = max(isNarrow ? 260.0 : 330, labels.reduce(0) { $0 + $1.height } + 10)
    let plot = PlotArea(
      left: left + max(leftRoom, 40),
      top: cursor + 30,
      right: right - max(rightRoom, 40),
      bottom: cursor + 30 + height
    )
    let values = chart.pairs.flatMap { [$0.start, $0.end] } + [chart.reference?.value]
    let map = plot.vertical(AxisEnds(values.compactMap(\.self), axis: chart.axis), chart.axis.scale)
    drawMoments(chart, plot)
    drawReference(chart.reference, map, in: plot)
    for pair in chart.pairs where pair.emphasis == .context { drawSlope(pair, chart, map, plot) }
    for pair in chart.pairs where pair.emphasis == .strong { drawSlope(pair, chart, map, plot) }
    drawSlopeLabels(labels, map, plot)
    cursor = plot.bottom + 12
    if chart.pairs.isEmpty { emptyRemark() }
  }

  private mutating func drawMoments(_ chart: SlopeChart, _ plot: PlotArea) {
    for (label, x) in [(chart.startLabel, plot.left), (chart.endLabel, plot.right)] {
      canvas.line(x, plot.top, x, plot.bottom, ink: .axis)
      let text = FittedText(label, width: 110, size: 12, bold: true)
      let half = text.width(size: 12, bold: true) / 2
      let centre = min(max(x, left + half), right - half)
      canvas.text(text, x: centre, y: plot.top - 10, TypeStyle.heading.anchored(.middle), full: label)
    }
  }

  private mutating func drawSlope(_ pair: ValuePair, _ chart: SlopeChart, _ map: AxisMap, _ plot: PlotArea) {
    let ink = pair.emphasis == .context ? Ink.context : (pair.hue ?? .blue).ink
    canvas.open(
      link: pair.link,
      title: FigureDrawing.words(pair, chart.startLabel, chart.endLabel, chart.axis)
    )
    if let start = pair.start, let end = pair.end {
      canvas.line(
        plot.left,
        map.position(start),
        plot.right,
        map.position(end),
        ink: ink,
        width: pair.emphasis == .context ? 1.3 : 2.2
      )
    }
    let radius = pair.emphasis == .context ? 3.0 : 4.0
    for (value, x, status) in [
      (pair.start, plot.left, pair.startStatus), (pair.end, plot.right, pair.endStatus),
    ] {
      guard let value else { continue }
      canvas.dot(
        x: x,
        y: map.position(value),
        radius: radius,
        ink: ink,
        look: DotLook(status)
      )
    }
    canvas.close()
  }

  private mutating func drawSlopeLabels(_ labels: [SlopeLabel], _ map: AxisMap, _ plot: PlotArea) {
    for side in [Side.start, .end] {
      let shown = labels.filter { $0.value(side) != nil }
      let places = LabelSpreading.places(
        wishes: shown.map { map.position($0.value(side) ?? 0) },
        sizes: shown.map(\.height),
        low: plot.top - 8,
        high: plot.bottom + 8
      )
      for (label, place) in zip(shown, places ?? []) {
        let x = side == .start ? plot.left - 10 : plot.right + 10
        let style = TypeStyle.label.inked(label.ink).anchored(side == .start ? .end : .start)
        let text = label.text(side)
        var base = place - Double(text.lines.count) * 7.5 + 11.5
        for line in text.lines {
          canvas.text(line, x: x, y: base, style, title: text.isShortened ? label.pair.label : nil)
          base += 15
        }
      }
    }
  }
}

/// One side of a slope chart.
enum Side {
  case start
  case end
}

/// The labels of one subject of a slope chart: the value at the left, value and name at the right.
struct SlopeLabel {
  let pair: ValuePair
  let start: FittedText
  let end: FittedText

  init(_ pair: ValuePair, _ axis: ValueAxis, room: Double, isNarrow: Bool) {
    self.pair = pair
    let begin = pair.start.map(axis.format.text) ?? pair.startStatus.word
    let finish = pair.end.map(axis.format.text) ?? pair.endStatus.word
    start = FittedText(pair.end == nil ? pair.label + " " + begin : begin, width: room, size: 12, lines: 2)
    end = FittedText(finish + "  " + pair.label, width: room, size: 12, lines: isNarrow ? 3 : 2)
  }

  var startWidth: Double { start.width(size: 12) }
  var endWidth: Double { end.width(size: 12) }
  var height: Double { Double(max(start.lines.count, end.lines.count)) * 15 + 1 }
  var ink: Ink { pair.emphasis == .context ? .softText : (pair.hue ?? .blue).textInk }

  func value(_ side: Side) -> Double? { side == .start ? pair.start : pair.end }
  func text(_ side: Side) -> FittedText { side == .start ? start : end }
}
