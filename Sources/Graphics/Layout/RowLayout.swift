/// Where labels and marks of a chart of rows stand: side by side on a wide figure, label over mark on a narrow one.
struct RowLayout {
  let isStacked: Bool
  let labelWidth: Double
  let marks: PlotArea
  let labels: [FittedText]
  /// The height of each row.
  let heights: [Double]

  static let labelStyle = TypeStyle.label

  /// Lays out rows from `top` down.
  ///
  /// - Parameters:
  ///   - names: The labels.
  ///   - left: The left edge.
  ///   - right: The right edge of the marks.
  ///   - top: The top of the first row.
  ///   - isNarrow: Whether labels stand over the marks.
  ///   - extra: Height above each row, for the heading of a group.
  ///   - detailWidth: Width kept beside labels that stand over their marks.
  init(
    names: [String],
    left: Double,
    right: Double,
    top: Double,
    isNarrow: Bool,
    extra: [Double] = [],
    detailWidth: Double = 0
  ) {
    isStacked = isNarrow
    let room = isNarrow ? right - left - detailWidth : (right - left) * 0.36
    let fitted = names.map { FittedText($0, width: room, size: RowLayout.labelStyle.size, lines: 2) }
    labels = fitted
    let widest = fitted.reduce(0) { max($0, $1.width(size: RowLayout.labelStyle.size)) }
    labelWidth = widest
    let rows = fitted.map { text -> Double in
      let lines = Double(text.lines.count)
      return isNarrow ? lines * 15 + 23 : max(23, lines * 15 + 6)
    }
    heights = rows.enumerated().map { $0.element + ($0.offset < extra.count ? extra[$0.offset] : 0) }
    let marksLeft = isNarrow ? left : min(left + widest + 14, right - 60)
    marks = PlotArea(left: marksLeft, top: top, right: right, bottom: top + heights.reduce(0, +))
  }

  /// The height of the text of a row.
  func textHeight(_ row: Int) -> Double { Double(labels[row].lines.count) * 15 }
}

extension FigureDrawing {
  /// Writes the label of a row, and returns the height at which its mark stands.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - layout: The layout.
  ///   - top: The top of the row below any heading.
  ///   - full: The whole label.
  ///   - ink: The colour of the label.
  /// - Returns: The height at which the row's mark stands.
  mutating func rowLabel(_ row: Int, _ layout: RowLayout, top: Double, full: String, ink: Ink = .text)
    -> Double
  {
    let style = RowLayout.labelStyle.inked(ink)
    let text = layout.labels[row]
    var lines = style
    lines.hasHalo = layout.isStacked
    let block = layout.textHeight(row)
    let rowHeight = layout.isStacked ? block + 23 : max(23, block + 6)
    let middle = layout.isStacked ? top + block + 10 : top + rowHeight / 2
    var base = layout.isStacked ? top + 12 : middle - block / 2 + 11.5
    for line in text.lines {
      canvas.text(line, x: left, y: base, lines, title: text.isShortened ? full : nil)
      base += 15
    }
    return middle
  }
}
