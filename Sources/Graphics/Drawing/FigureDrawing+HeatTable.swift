import Panels

extension FigureDrawing {
  /// Draws rows and columns with printed and coloured values.
  mutating func draw(_ chart: HeatTable) {
    let values = chart.rows.flatMap(\.cells).compactMap(\.value)
    let classes = ColourClasses(chart.scale, values: values)
    let title = FittedText(chart.legendTitle, width: width, size: 12, bold: true, lines: 2)
    cursor = canvas.text(title, x: left, y: cursor + 12, .heading, full: chart.legendTitle) - 8
    if !values.isEmpty { drawClassStrip(classes, chart.format) }
    cursor += 8
    guard !chart.rows.isEmpty, !chart.columns.isEmpty else {
      emptyRemark()
      return
    }
    let grid = HeatGrid(chart, width: width, isNarrow: isNarrow)
    for columns in grid.blocks {
      drawHeatHead(chart, grid, columns)
      for row in chart.rows { drawHeatRow(row, chart, grid, columns, classes) }
      cursor += 14
    }
    cursor -= 10
  }

  private mutating func drawHeatHead(_ chart: HeatTable, _ grid: HeatGrid, _ columns: Range<Int>) {
    let heads = columns.map {
      FittedText(chart.columns[$0], width: grid.cellWidth - 4, size: 11, lines: 3, breaksAtDashes: true)
    }
    let lines = heads.map(\.lines.count).max() ?? 1
    let rowHead = FittedText(chart.rowTitle, width: grid.labelWidth, size: 11, lines: 2)
    let bottom = cursor + Double(max(lines, rowHead.lines.count)) * 14
    canvas.text(
      rowHead,
      x: left,
      y: bottom - Double(rowHead.lines.count - 1) * 14 - 3,
      .tick,
      full: chart.rowTitle
    )
    for (offset, head) in heads.enumerated() {
      canvas.text(
        head,
        x: left + grid.labelWidth + (Double(offset) + 0.5) * grid.cellWidth,
        y: bottom - Double(head.lines.count - 1) * 14 - 3,
        TypeStyle.tick.anchored(.middle),
        full: chart.columns[columns.lowerBound + offset]
      )
    }
    cursor = bottom + 3
  }

  private mutating func drawHeatRow(
    _ row: HeatRow,
    _ chart: HeatTable,
    _ grid: HeatGrid,
    _ columns: Range<Int>,
    _ classes: ColourClasses
  ) {
    let label = FittedText(row.label, width: grid.labelWidth - 8, size: 12, lines: 2)
    let texts = columns.map { index in
      FittedText(
        HeatGrid.printed(row.cells[index], chart.format),
        width: grid.cellWidth - 6,
        size: 11,
        lines: row.cells[index].text == nil ? 1 : 8
      )
    }
    let lines = max(1, texts.map(\.lines.count).max() ?? 1)
    let height = max(24, Double(lines) * 14 + 8, Double(label.lines.count) * 14 + 4)
    var base = cursor + height / 2 - Double(label.lines.count) * 7 + 10.5
    for line in label.lines {
      canvas.text(line, x: left, y: base, .label, title: label.isShortened ? row.label : nil)
      base += 14
    }
    for (offset, text) in texts.enumerated() {
      let index = columns.lowerBound + offset
      let x = left + grid.labelWidth + Double(offset) * grid.cellWidth
      let box = PlotArea(left: x, top: cursor, right: x + grid.cellWidth - 1, bottom: cursor + height - 1)
      drawHeatCell(row.cells[index], text, "\(row.label), \(chart.columns[index])", chart, classes, box)
    }
    cursor += height
  }

  private mutating func drawHeatCell(
    _ cell: HeatCell,
    _ text: FittedText,
    _ place: String,
    _ chart: HeatTable,
    _ classes: ColourClasses,
    _ box: PlotArea
  ) {
    var fill = canvas.colour(.wash)
    var style = TypeStyle(size: 11, anchor: .middle)
    if let value = cell.value {
      fill = canvas.colour(classes.fill(value))
      style.ink = classes.fill(value).over
    } else if let hatching = Hatching(cell.status) {
      fill = canvas.fill(hatching)
      style.hasHalo = true
    }
    let words = cell.value.map(chart.format.text) ?? cell.status.word
    let title =
      place + ": " + words + (cell.status == .observed || cell.value == nil ? "" : ", " + cell.status.word)
    canvas.rectangle(
      x: box.left,
      y: box.top,
      width: box.width,
      height: box.height,
      fill: fill,
      link: cell.link,
      title: title
    )
    var base = box.top + box.height / 2 - Double(text.lines.count) * 7 + 10.5
    for line in text.lines {
      canvas.text(
        line,
        x: (box.left + box.right) / 2,
        y: base,
        style,
        title: text.isShortened ? cell.text : nil
      )
      base += 14
    }
  }
}

/// The columns of a heat table: in blocks one under another where they do not fit side by side.
struct HeatGrid {
  let labelWidth: Double
  let cellWidth: Double
  let blocks: [Range<Int>]

  init(_ chart: HeatTable, width: Double, isNarrow: Bool) {
    let names = chart.rows.map(\.label) + [chart.rowTitle]
    let widest = names.reduce(0) { max($0, TextMetrics.width($1, size: 12)) } + 12
    labelWidth = min(widest, width * (isNarrow ? 0.36 : 0.32))
    let cells = chart.rows.flatMap(\.cells)
    let hasText = cells.contains { $0.text != nil }
    let printed = cells.filter { $0.text == nil }.map { HeatGrid.printed($0, chart.format) }
    let words = (cells.compactMap(\.text) + chart.columns)
      .flatMap(FittedText.words)
    let widestNumber = printed.reduce(30) { max($0, TextMetrics.width($1, size: 11)) }
    let widestWord = words.reduce(0) { max($0, TextMetrics.width($1, size: 11)) }
    let least = max(widestNumber, min(widestWord, 90), hasText ? 90 : 0) + 8
    let room = width - labelWidth
    let perBlock = max(1, min(chart.columns.count, Int(room / least)))
    let count = max(1, chart.columns.count)
    let rows = (count + perBlock - 1) / perBlock
    let even = (count + rows - 1) / rows
    blocks = stride(from: 0, to: chart.columns.count, by: even)
      .map { $0..<min($0 + even, chart.columns.count) }
    cellWidth = min(room / Double(even), hasText ? 320 : 110)
  }

  /// What is printed in a cell.
  static func printed(_ cell: HeatCell, _ format: NumberFormat) -> String {
    if let text = cell.text { return text }
    guard let value = cell.value else {
      switch cell.status {
      case .suppressed: return "[c]"
      case .unreliable: return "[u]"
      case .notApplicable: return ""
      default: return "–"
      }
    }
    switch cell.status {
    case .estimated: return format.text(value) + " e"
    case .provisional: return format.text(value) + " p"
    case .unreliable: return format.text(value) + " u"
    default: return format.text(value)
    }
  }
}
