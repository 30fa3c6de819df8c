extension FigureDrawing {
  /// Draws the verdict under other choices.
  mutating func draw(_ strip: SensitivityStrip) {
    let cells = strip.rows.flatMap(\.cells)
    guard !cells.isEmpty else {
      emptyRemark()
      return
    }
    drawOutcomeKey(cells)
    let labelWidth =
      isNarrow
      ? 0 : min(150, strip.rows.reduce(0) { max($0, TextMetrics.width($1.label, size: 12, bold: true)) } + 16)
    let room = width - labelWidth
    let perLine = max(1, Int((room + 6) / (isNarrow ? 150 : 134)))
    let most = strip.rows.map(\.cells.count).max() ?? 1
    let columns = min(perLine, max(most, isNarrow ? 1 : 4))
    let cellWidth = (room - 6 * Double(columns - 1)) / Double(columns)
    for row in strip.rows {
      let label = FittedText(
        row.label,
        width: isNarrow ? width : labelWidth - 12,
        size: 12,
        bold: true,
        lines: 3
      )
      let after = canvas.text(label, x: left, y: cursor + (isNarrow ? 12 : 19), .heading, full: row.label)
      if isNarrow { cursor = after - 6 }
      let top = cursor
      var line = 0
      while line * columns < row.cells.count {
        let shown = Array(row.cells[line * columns..<min(row.cells.count, (line + 1) * columns)])
        drawOutcomes(shown, left: left + labelWidth, cellWidth: cellWidth)
        line += 1
      }
      cursor = max(cursor, isNarrow ? top : after) + 8
    }
  }

  private mutating func drawOutcomes(_ cells: [SensitivityCell], left: Double, cellWidth: Double) {
    let texts = cells.map { FittedText($0.label, width: cellWidth - 16, size: 12, lines: 3) }
    let verdicts = cells.map { FittedText($0.verdict, width: cellWidth - 32, size: 11, lines: 2) }
    let lines = zip(texts, verdicts).map { $0.0.lines.count + $0.1.lines.count }.max() ?? 2
    let height = Double(lines) * 15 + 14
    for (index, cell) in cells.enumerated() {
      let x = left + Double(index) * (cellWidth + 6)
      canvas.open(title: "\(cell.label): \(cell.verdict), \(cell.outcome.words)")
      canvas.element(
        "rect",
        [
          "x": number(x + 0.5), "y": number(cursor + 0.5), "width": number(cellWidth - 1),
          "height": number(height), "rx": "2", "fill": canvas.colour(.wash),
          "stroke": cell.outcome == .base ? canvas.colour(.text) : nil, "stroke-width": "1.5",
        ]
      )
      if cell.outcome != .base {
        canvas.rectangle(x: x, y: cursor, width: 4, height: height + 1, fill: canvas.colour(cell.outcome.ink))
      }
      let base = canvas.text(texts[index], x: x + 11, y: cursor + 17, .label, full: cell.label)
      symbol(cell.outcome, x: x + 16, y: base - 3)
      canvas.text(
        verdicts[index],
        x: x + 26,
        y: base + 1,
        TypeStyle(size: 11, ink: .softText),
        full: cell.verdict
      )
      canvas.close()
    }
    cursor += height + 6
  }

  private mutating func drawOutcomeKey(_ cells: [SensitivityCell]) {
    let used = SensitivityCell.Outcome.allCases.filter { outcome in cells.contains { $0.outcome == outcome } }
    var x = left
    for outcome in used {
      let label = outcome.words.prefix(1).uppercased() + outcome.words.dropFirst()
      let taken = TextMetrics.width(label, size: 12) + 16
      if x > left, x + taken > right {
        x = left
        cursor += 18
      }
      symbol(outcome, x: x + 5, y: cursor + 7)
      canvas.text(label, x: x + 16, y: cursor + 11, TypeStyle(size: 12, ink: .softText))
      x += taken + 16
    }
    cursor += 24
  }

  /// Writes the sign of an outcome: its form differs, not its colour alone.
  private mutating func symbol(_ outcome: SensitivityCell.Outcome, x: Double, y: Double) {
    let colour = canvas.colour(outcome.ink)
    switch outcome {
    case .base:
      canvas.element(
        "rect",
        ["x": number(x - 4), "y": number(y - 4), "width": "8", "height": "8", "fill": colour]
      )
    case .same: canvas.element("circle", ["cx": number(x), "cy": number(y), "r": "4.5", "fill": colour])
    case .cannotTell:
      canvas.element(
        "circle",
        ["cx": number(x), "cy": number(y), "r": "4", "fill": "none", "stroke": colour, "stroke-width": "2"]
      )
    case .different:
      let tip = "M\(number(x)) \(number(y - 5))l5 5l-5 5l-5 -5Z"
      canvas.element("path", ["d": tip, "fill": colour])
    case .reversed:
      let tip = "M\(number(x)) \(number(y + 5))L\(number(x - 5)) \(number(y - 4))H\(number(x + 5))Z"
      canvas.element("path", ["d": tip, "fill": colour])
    case .notComputable:
      let cross = "M\(number(x - 4)) \(number(y - 4))l8 8m0 -8l-8 8"
      canvas.element("path", ["d": cross, "fill": "none", "stroke": colour, "stroke-width": "2"])
    }
  }
}

extension SensitivityCell.Outcome {
  /// The colour of an outcome.
  var ink: Ink {
    switch self {
    case .base: .text
    case .same: Hue.blue.ink
    case .cannotTell, .notComputable: .context
    case .different: Hue.ochre.ink
    case .reversed: Hue.vermilion.ink
    }
  }
}
