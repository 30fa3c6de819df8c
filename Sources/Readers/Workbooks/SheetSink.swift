/// The cells of one sheet.
final class SheetSink: XMLSink {
  private(set) var rows: [[String]] = []
  private(set) var mergedRanges: [SheetRange] = []
  private(set) var failure: WorkbookError?

  private let workbook: Workbook
  private let sheet: String
  private var row: [String] = []
  private var rowNumber = -1
  private var column = -1
  private var kind = ""
  private var style = 0
  private var value: [UInt8] = []
  private var hasValue = false
  private var phoneticDepth = 0
  private var isInRow = false
  private var isInCell = false
  private var cellCount = 0

  init(_ workbook: Workbook, sheet: String) {
    self.workbook = workbook
    self.sheet = sheet
  }

  func start(_ name: String, _ attributes: borrowing XMLAttributes) -> Bool {
    switch name {
    case "c" where isInRow:
      startCell(attributes)
      return false
    case "v", "t":
      return isInCell && phoneticDepth == 0
    case "row":
      startRow(attributes)
    case "rPh":
      phoneticDepth += 1
    case "mergeCell":
      if let range = attributes["ref"].flatMap({ SheetRange($0) }) { mergedRanges.append(range) }
    default: break
    }
    return false
  }

  func end(_ name: String, text: [UInt8]) {
    switch name {
    case "v",
      "t" where isInCell && phoneticDepth == 0:
      if name == "v" || kind == "inlineStr" {
        value.append(contentsOf: text)
        hasValue = true
      }
    case "c" where isInCell: endCell()
    case "row" where isInRow: endRow()
    case "rPh": phoneticDepth -= 1
    default: break
    }
  }

  private func startRow(_ attributes: borrowing XMLAttributes) {
    isInRow = true
    row.removeAll(keepingCapacity: true)
    column = -1
    let given = attributes["r"]
    rowNumber = given.flatMap { Int($0) }.map { $0 - 1 } ?? (given == nil ? rowNumber + 1 : -1)
    if rowNumber < 0 || rowNumber >= Workbook.rowLimit {
      rowNumber = max(0, rowNumber)
      fail(
        cell: "of row \(given ?? "\(rowNumber + 1)")",
        "a sheet has rows 1 to \(Workbook.rowLimit)"
      )
    }
  }

  private func startCell(_ attributes: borrowing XMLAttributes) {
    isInCell = true
    hasValue = false
    value.removeAll(keepingCapacity: true)
    kind = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) } ?? 0
    column += 1
    if let name = attributes["r"] {
      guard let place = CellName.parse(Substring(name).utf8) else {
        return fail(cell: name, "this is no name of a cell")
      }
      column = place.column
    }
    if column >= Workbook.columnLimit {
      fail(cell: "of row \(rowNumber + 1)", "a sheet has at most \(Workbook.columnLimit) columns")
    }
  }

  private func endCell() {
    isInCell = false
    guard hasValue else { return }
    let text = self.text()
    guard !text.isEmpty else { return }
    if column >= row.count {
      cellCount += column + 1 - row.count
      guard cellCount <= workbook.limits.cellCount else {
        failure = .tooLarge(
          file: workbook.file,
          part: sheet,
          reason:
            "the sheet has more than \(workbook.limits.cellCount) cells, empty ones to the left included"
        )
        return
      }
      while row.count < column { row.append("") }
      row.append(text)
    } else if row[column].isEmpty {
      row[column] = text
    } else {
      fail(cell: CellName.of(row: rowNumber, column: column), "it stands twice in the sheet")
    }
  }

  private func endRow() {
    isInRow = false
    guard !row.isEmpty else { return }
    while rows.count <= rowNumber { rows.append([]) }
    guard rows[rowNumber].isEmpty else {
      return fail(cell: "of row \(rowNumber + 1)", "the row stands twice in the sheet")
    }
    rows[rowNumber] = row
  }

  private func text() -> String {
    switch kind {
    case "s":
      guard let number = Int(String(decoding: value, as: UTF8.self)),
        workbook.sharedStrings.indices.contains(number)
      else {
        let shown = String(decoding: value.prefix(20), as: UTF8.self)
        fail(
          cell: CellName.of(row: rowNumber, column: column),
          "it points to shared text '\(shown)', but the workbook has \(workbook.sharedStrings.count)"
        )
        return ""
      }
      return workbook.sharedStrings[number]
    case "str", "inlineStr": return CellText.unescaped(value)
    case "b":
      let isTrue = value == [UInt8(ascii: "1")] || value == Array("true".utf8)
      return isTrue ? "TRUE" : "FALSE"
    case "e", "d": return String(decoding: value, as: UTF8.self)
    default: return numberText()
    }
  }

  private func numberText() -> String {
    let formats = workbook.formatKinds
    let format = formats.indices.contains(style) ? formats[style] : .number
    if format != .number, let serial = Double(String(decoding: value, as: UTF8.self)),
      let date = SerialDate.text(serial, kind: format, startsIn1904: workbook.startsIn1904)
    {
      return date
    }
    return CellText.number(value)
  }

  private func fail(cell: String, _ reason: String) {
    failure = failure ?? .cell(file: workbook.file, sheet: sheet, cell: cell, reason: reason)
  }
}
