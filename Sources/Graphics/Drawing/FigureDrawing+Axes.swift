extension FigureDrawing {
  /// How wide the labels of a vertical axis are, with the space after them.
  func gutter(_ ends: AxisEnds, _ axis: ValueAxis, height: Double, limit: Int) -> Double {
    let map = AxisMap(scale: axis.scale, low: ends.low, high: ends.high, start: height, end: 0)
    let ticks = AxisTicks(map, axis: axis, isHorizontal: false, limit: limit)
    return ticks.labels.reduce(0) { max($0, TextMetrics.width($1, size: TypeStyle.tick.size)) } + 8
  }

  /// Writes the grid lines and labels of a vertical axis.
  mutating func drawVerticalAxis(
    _ map: AxisMap,
    _ axis: ValueAxis,
    in plot: PlotArea,
    limit: Int = 6,
    hasLabels: Bool = true
  ) {
    let ticks = AxisTicks(map, axis: axis, isHorizontal: false, limit: limit)
    for (value, label) in zip(ticks.values, ticks.labels) {
      let y = map.position(value)
      canvas.line(plot.left, y, plot.right, y, ink: .grid)
      if hasLabels {
        canvas.text(label, x: plot.left - 7, y: y + 4, TypeStyle.tick.anchored(.end))
      }
    }
  }

  /// Writes the base line, ticks and labels of a horizontal axis under a plot.
  mutating func drawHorizontalAxis(_ map: AxisMap, _ axis: ValueAxis, in plot: PlotArea, limit: Int = 8) {
    let ticks = AxisTicks(
      map,
      axis: axis,
      isHorizontal: true,
      limit: isNarrow ? min(limit, 5) : limit,
      edges: left...right
    )
    canvas.line(plot.left, plot.bottom, plot.right, plot.bottom, ink: .axis)
    for (value, label) in zip(ticks.values, ticks.labels) {
      let x = map.position(value)
      canvas.line(x, plot.bottom, x, plot.bottom + 5, ink: .axis)
      tickLabel(label, x: x, y: plot.bottom + 18, left...right)
    }
  }

  /// Writes the grid lines of a horizontal axis with labels above the plot, and under it where the plot is long.
  mutating func drawTopAxis(_ map: AxisMap, _ axis: ValueAxis, in plot: PlotArea, limit: Int = 7) {
    let edges = left...min(right, plot.right + 8)
    let ticks = AxisTicks(map, axis: axis, isHorizontal: true, limit: limit, edges: edges)
    for (value, label) in zip(ticks.values, ticks.labels) {
      let x = map.position(value)
      canvas.line(x, plot.top, x, plot.bottom, ink: .grid)
      tickLabel(label, x: x, y: plot.top - 6, edges)
      if plot.height > 600 { tickLabel(label, x: x, y: plot.bottom + 15, edges) }
    }
  }

  /// Writes the label of a tick under or over it, moved inwards where it would leave the drawing.
  private mutating func tickLabel(_ label: String, x: Double, y: Double, _ edges: ClosedRange<Double>) {
    let centre = AxisTicks.centre(label, at: x, edges: edges)
    canvas.text(label, x: centre, y: y, TypeStyle.tick.anchored(.middle))
  }

  /// Writes a horizontal reference line; its label follows when the marks are drawn.
  mutating func drawReference(_ reference: ReferenceLine?, _ map: AxisMap, in plot: PlotArea) {
    guard let reference, map.contains(reference.value) else { return }
    let y = map.position(reference.value)
    canvas.line(plot.left, y, plot.right, y, ink: .axis, dash: "4 3")
  }

  /// Writes the label of a horizontal reference line over its left end, or under it at the top of the plot.
  mutating func drawReferenceLabel(_ reference: ReferenceLine?, _ map: AxisMap, in plot: PlotArea) {
    guard let reference, map.contains(reference.value) else { return }
    let y = map.position(reference.value)
    var style = TypeStyle.tick
    style.hasHalo = true
    let label = FittedText(reference.label, width: plot.width - 4, size: style.size, lines: 2)
    let above = y - 5 - Double(label.lines.count - 1) * style.leading
    canvas.text(
      label,
      x: plot.left + 4,
      y: above - plot.top < 10 ? y + 13 : above,
      style,
      full: reference.label
    )
  }

  /// Writes a vertical reference line over the whole height of a plot.
  mutating func drawVerticalReference(_ value: Double, _ map: AxisMap, in plot: PlotArea) {
    guard map.contains(value) else { return }
    let x = map.position(value)
    canvas.line(x, plot.top, x, plot.bottom, ink: .axis, width: 1.5)
  }

  /// Writes the title of a vertical axis, horizontally, at the cursor.
  mutating func drawAxisTitle(_ axis: ValueAxis) {
    guard !axis.title.isEmpty else { return }
    paragraph(AxisTitle.text(axis), TypeStyle(size: 12, ink: .softText), lines: 2)
    cursor += 6
  }

  /// Writes the words for the two ends of a horizontal axis, with arrows, at the cursor.
  mutating func drawEndWords(_ axis: ValueAxis, in plot: PlotArea) {
    guard axis.lowWord != nil || axis.highWord != nil else { return }
    let style = TypeStyle(size: 11, ink: .softText)
    let room = plot.width / 2 - 8
    let base = cursor + 11
    if let word = axis.lowWord {
      let text = FittedText("←\u{A0}" + word, width: room, size: style.size, lines: 2)
      canvas.text(text, x: plot.left, y: base, style, full: word)
    }
    if let word = axis.highWord {
      let text = FittedText(word + "\u{A0}→", width: room, size: style.size, lines: 2)
      canvas.text(text, x: plot.right, y: base, style.anchored(.end), full: word)
    }
    let lines = [axis.lowWord.map { "←\u{A0}" + $0 }, axis.highWord.map { $0 + "\u{A0}→" }]
      .compactMap { $0.map { FittedText($0, width: room, size: style.size, lines: 2).lines.count } }
    cursor += Double(lines.max() ?? 1) * style.leading + 2
  }
}

/// The title of an axis, with its scale where that is not the common one.
enum AxisTitle {
  static func text(_ axis: ValueAxis) -> String {
    axis.scale == .logarithmic && !axis.title.lowercased().contains("log scale")
      ? axis.title + " (log scale)" : axis.title
  }
}
