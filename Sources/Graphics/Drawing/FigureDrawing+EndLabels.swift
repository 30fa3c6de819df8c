extension FigureDrawing {
  /// The name of a line, to be printed at its end.
  struct EndLabel {
    let series: Int
    let text: FittedText
    let ink: Ink
    let full: String
  }

  /// The labels to print at the ends of lines, or none where a key above the chart is clearer.
  func endLabels(_ series: [LineSeries], _ hues: [Hue]) -> [EndLabel] {
    let context = series.count { $0.emphasis == .context }
    let named = series.indices
      .filter {
        series[$0].emphasis == .strong || context <= FigureDrawing.namedContext
      }
      .filter { series[$0].points.contains { $0.y != nil } }
    let limit = isNarrow ? 4 : 10
    let room: Double = isNarrow ? 92 : 150
    guard !named.isEmpty, named.count <= limit else { return [] }
    let labels = named.map { index in
      EndLabel(
        series: index,
        text: FittedText(series[index].name, width: room, size: 12, lines: isNarrow ? 3 : 2),
        ink: hues[index].textInk,
        full: series[index].name
      )
    }
    if isNarrow, labels.contains(where: \.text.isShortened) { return [] }
    return labels
  }

  /// Writes the labels, spread so that none overlap, with a thin line to those that had to move.
  mutating func drawEndLabels(
    _ labels: [EndLabel],
    _ series: [LineSeries],
    _ x: AxisMap,
    _ y: AxisMap,
    _ plot: PlotArea
  ) {
    let ends = labels.map { label -> PlotPoint in
      let last = series[label.series].points.last { $0.y != nil }
      return PlotPoint(x: x.position(last?.x ?? x.high), y: y.position(last?.y ?? y.low))
    }
    let sizes = labels.map { Double($0.text.lines.count) * 15 + 2 }
    let places =
      LabelSpreading.places(wishes: ends.map(\.y), sizes: sizes, low: plot.top - 14, high: plot.bottom + 14)
      ?? ends.map(\.y)
    for (index, label) in labels.enumerated() {
      let textX = plot.right + 14
      let isMoved = (places[index] - ends[index].y).magnitude > 5 || ends[index].x < plot.right - 3
      if isMoved {
        canvas.polyline(
          [
            PlotPoint(x: ends[index].x + 3, y: ends[index].y), PlotPoint(x: textX - 3, y: places[index]),
          ],
          ink: .faint,
          width: 1
        )
      }
      let first = places[index] - sizes[index] / 2 + 13
      var style = TypeStyle.label.inked(label.ink)
      style.isBold = false
      var base = first
      for line in label.text.lines {
        canvas.text(line, x: textX, y: base, style, title: label.text.isShortened ? label.full : nil)
        base += 15
      }
    }
  }
}
