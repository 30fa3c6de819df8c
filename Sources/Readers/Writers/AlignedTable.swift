public import Panels

/// Tables with aligned columns, for a terminal.
public enum AlignedTable {
  /// Returns a table with its columns aligned, numbers to the right and to six digits, its notes below.
  ///
  /// The numbers are for reading: six significant digits, but never fewer than the digits before the decimal point.
  /// The other formats keep full precision. Wide characters count as two columns, combining marks as none.
  public static func text(of table: Table) -> String {
    let header = table.columns.map(oneLine)
    let body = table.rows.map { $0.map(shown) }
    let isRight = table.columns.indices.map { table.isNumeric(column: $0) }
    let widths = table.columns.indices.map { column in
      body.reduce(displayWidth(header[column])) { max($0, displayWidth($1[column])) }
    }
    var output = ""
    for cells in [header, widths.map { String(repeating: "-", count: $0) }] + body {
      output += line(cells, widths: widths, isRight: isRight)
    }
    if !table.notes.isEmpty { output += "\n" }
    for note in table.notes { output += note + "\n" }
    return output
  }

  private static func line(_ cells: [String], widths: [Int], isRight: [Bool]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { line += "  " }
      let padding = String(repeating: " ", count: widths[column] - displayWidth(cell))
      line += isRight[column] ? padding + cell : cell + padding
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line + "\n"
  }

  private static func shown(_ value: TableValue) -> String {
    if case .number(let number) = value { return RoundedNumber.text(number, digits: 6) }
    return oneLine(value.plainText)
  }

  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    return String(text.map { $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? " " : $0 })
  }

  /// Returns how many columns of a terminal a text takes.
  package static func displayWidth(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// East Asian wide and full-width blocks, and pictographs, take two columns (Unicode Standard Annex 11).
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  private static func columns(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return wideRanges.contains { $0.contains(first.value) } ? 2 : 1
    }
  }
}
