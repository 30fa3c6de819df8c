import Panels

extension FigureDrawing {
  /// Draws shares that add to 100 %, over time.
  mutating func draw(_ chart: AreaChart) {
    let hues = FigureDrawing.hues(chart)
    let stack = AreaStack(chart)
    let labels = areaLabels(chart, hues, stack)
    let height: Double = isNarrow ? 230 : 300
    if labels.isEmpty {
      key(
        chart.series.indices.reversed()
          .map {
            KeyEntry(sample: .fill(hues[$0]), label: FigureDrawing.name(chart.series[$0]))
          }
      )
      cursor += 4
    }
    paragraph(chart.title, TypeStyle(size: 12, ink: .softText), lines: 2)
    let axis = FigureDrawing.shareAxis
    let ends = AxisEnds([], axis: axis)
    let endRoom = labels.reduce(-8) { max($0, $1.text.width(size: 12)) } + 18
    let plot = PlotArea(
      left: left + gutter(ends, axis, height: height, limit: 6),
      top: cursor + 14,
      right: right - endRoom,
      bottom: cursor + 14 + height
    )
    let yMap = plot.vertical(ends, .linear)
    let horizontal = AxisEnds(chart.positions, axis: chart.horizontal, isNice: false)
    let xMap = plot.horizontal(horizontal, chart.horizontal.scale)
    drawAreas(chart, hues, stack, xMap, yMap)
    drawVerticalAxis(yMap, axis, in: plot)
    drawHorizontalAxis(xMap, chart.horizontal, in: plot)
    drawAreaLabels(labels, stack, yMap, plot)
    cursor = plot.bottom + 26
    drawHorizontalTitle(chart.horizontal, plot)
    if stack.gaps > 0 {
      remarks.append("\(stack.gaps) of \(chart.positions.count) periods lack a value or are all zero: gap.")
    }
  }

  /// The axis of shares.
  static let shareAxis = ValueAxis(title: "", format: .share, domain: 0...1)

  /// The fill of each group.
  static func hues(_ chart: AreaChart) -> [Ink] {
    var next = 0
    return chart.series.map { series in
      if let hue = series.hue { return hue.ink }
      defer { next += 1 }
      return next < Hue.areaPalette.count
        ? Hue.areaPalette[next].ink : next.isMultiple(of: 2) ? .context : .faint
    }
  }

  /// The name of a group, with what it says about itself.
  static func name(_ series: AreaSeries) -> String {
    switch series.status {
    case .estimated: series.name + " (e)"
    case .provisional: series.name + " (p)"
    default: series.name
    }
  }

  /// Writes the areas, cut at gaps.
  mutating func drawAreas(_ chart: AreaChart, _ inks: [Ink], _ stack: AreaStack, _ x: AxisMap, _ y: AxisMap) {
    for (index, series) in chart.series.enumerated() {
      canvas.open(link: series.link, title: series.name)
      for piece in stack.pieces {
        var positions = piece.map { x.position(chart.positions[$0]) }
        var rows = piece
        if let only = piece.first, piece.count == 1 {
          positions = [positions[0] - 3, positions[0] + 3]
          rows = [only, only]
        }
        let lower = zip(positions, rows).map { PlotPoint(x: $0, y: y.position(stack.lower(index, $1))) }
        let upper = zip(positions, rows).map { PlotPoint(x: $0, y: y.position(stack.upper(index, $1))) }
        canvas.element(
          "path",
          [
            "d": Canvas.path(upper + lower.reversed()) + "Z", "fill": canvas.colour(inks[index]),
            "stroke": canvas.colour(.paper), "stroke-width": "1",
          ]
        )
      }
      canvas.close()
    }
  }

  private func areaLabels(_ chart: AreaChart, _ inks: [Ink], _ stack: AreaStack) -> [EndLabel] {
    guard stack.pieces.last?.last != nil, chart.series.count <= (isNarrow ? 5 : 10) else { return [] }
    let labels = chart.series.indices.map { index in
      EndLabel(
        series: index,
        text: FittedText(
          FigureDrawing.name(chart.series[index]),
          width: isNarrow ? 96 : 190,
          size: 12,
          lines: isNarrow ? 3 : 2
        ),
        ink: .text,
        full: chart.series[index].name
      )
    }
    return isNarrow && labels.contains(where: \.text.isShortened) ? [] : labels
  }

  private mutating func drawAreaLabels(
    _ labels: [EndLabel],
    _ stack: AreaStack,
    _ y: AxisMap,
    _ plot: PlotArea
  ) {
    guard let last = stack.pieces.last?.last else { return }
    let sizes = labels.map { Double($0.text.lines.count) * 15 + 2 }
    let wishes = labels.map { y.position((stack.lower($0.series, last) + stack.upper($0.series, last)) / 2) }
    let places = LabelSpreading.places(wishes: wishes, sizes: sizes, low: plot.top - 6, high: plot.bottom + 6)
    for (index, label) in labels.enumerated() {
      let place = places?[index] ?? wishes[index]
      canvas.line(plot.right + 2, wishes[index], plot.right + 11, place, ink: .axis)
      var base = place - sizes[index] / 2 + 12.5
      for line in label.text.lines {
        canvas.text(
          line,
          x: plot.right + 14,
          y: base,
          .label,
          title: label.text.isShortened ? label.full : nil
        )
        base += 15
      }
    }
  }
}

/// The cumulative shares of an area chart.
struct AreaStack {
  /// For each position the cumulative shares from 0 to 1, or nil for a gap.
  let shares: [[Double]?]

  init(_ chart: AreaChart) {
    shares = chart.positions.indices.map { position in
      let values = chart.series.compactMap { $0.values[position] }
      // Divided by the largest, so that the sum of very large values stays finite.
      let scale = max(1, values.max() ?? 1)
      let total = values.reduce(0) { $0 + $1 / scale }
      guard values.count == chart.series.count, total > 0 else { return nil }
      return values.reduce(into: [0.0]) { $0.append(min(1, ($0.last ?? 0) + $1 / scale / total)) }
    }
  }

  /// How many positions are gaps.
  var gaps: Int { shares.count { $0 == nil } }

  /// The unbroken stretches of positions.
  var pieces: [[Int]] {
    var pieces: [[Int]] = [[]]
    for (index, row) in shares.enumerated() {
      if row == nil { pieces.append([]) } else { pieces[pieces.count - 1].append(index) }
    }
    return pieces.filter { !$0.isEmpty }
  }

  func lower(_ series: Int, _ position: Int) -> Double { shares[position]?[series] ?? 0 }
  func upper(_ series: Int, _ position: Int) -> Double { shares[position]?[series + 1] ?? 0 }
}
