/// A rectangle of cells; rows and columns count from 0, ends included.
public struct SheetRange: Hashable, Sendable {
  /// The first row.
  public let firstRow: Int
  /// The first column.
  public let firstColumn: Int
  /// The last row.
  public let lastRow: Int
  /// The last column.
  public let lastColumn: Int

  /// Reads a range such as `B2:D2`, or a cell such as `B2`; nil if it is neither.
  public init?(_ text: String) {
    let corners = text.split(separator: ":").map { CellName.parse($0.utf8) }
    guard corners.count == 1 || corners.count == 2, let first = corners[0],
      let last = corners[corners.count - 1]
    else { return nil }
    guard first.row <= last.row, first.column <= last.column else { return nil }
    (firstRow, firstColumn) = (first.row, first.column)
    (lastRow, lastColumn) = (last.row, last.column)
  }
}

/// A sheet of a workbook, as text.
///
/// Numbers are the shortest text that reads back the same, dates ISO 8601 text, truth values `TRUE` and `FALSE`, errors
/// their names such as `#N/A`. Empty cells are empty texts; a row ends with its last cell that is not empty, and the
/// sheet with its last row that is not.
public struct Sheet: Hashable, Sendable {
  /// The name of the sheet.
  public let name: String
  /// The texts of the cells, row by row.
  public let rows: [[String]]
  /// The ranges of merged cells, in the order of the file; their text stands in the first cell alone.
  public let mergedRanges: [SheetRange]

  /// Makes a sheet.
  ///
  /// - Parameters:
  ///   - name: The name of the sheet.
  ///   - rows: The texts of the cells, row by row.
  ///   - mergedRanges: The ranges of merged cells.
  public init(name: String, rows: [[String]], mergedRanges: [SheetRange] = []) {
    self.name = name
    self.rows = rows
    self.mergedRanges = mergedRanges
  }

  /// The text of a cell; empty where there is none.
  public subscript(row: Int, column: Int) -> String {
    row < rows.count && column < rows[row].count ? rows[row][column] : ""
  }

  /// The rows with the text of merged cells repeated in every cell of the range, as far as the sheet has cells.
  ///
  /// For headers that stand over several columns. Cells that have a text of their own keep it.
  public var rowsWithMergedCellsFilled: [[String]] {
    var filled = rows
    let width = rows.reduce(0) { max($0, $1.count) }
    for range in mergedRanges where range.firstRow < rows.count {
      let text = self[range.firstRow, range.firstColumn]
      guard !text.isEmpty else { continue }
      for row in range.firstRow...min(range.lastRow, rows.count - 1) {
        let last = min(range.lastColumn, width - 1)
        guard range.firstColumn <= last else { continue }
        while filled[row].count <= last { filled[row].append("") }
        for column in range.firstColumn...last where filled[row][column].isEmpty {
          filled[row][column] = text
        }
      }
    }
    return filled
  }
}

/// Names of cells such as `AB12`.
public enum CellName {
  /// Returns the name of a cell.
  ///
  /// - Parameters:
  ///   - row: The row, from 0.
  ///   - column: The column, from 0.
  /// - Returns: The name, such as `AB12`.
  public static func of(row: Int, column: Int) -> String { letters(of: column) + "\(row + 1)" }

  /// Returns the letters of a column, counted from 0.
  public static func letters(of column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// Reads a name such as `AB12` or `$AB$12`; nil if it names no cell that a sheet can have.
  static func parse(_ text: Substring.UTF8View) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    var sawDigit = false
    for byte in text where byte != UInt8(ascii: "$") {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A:
        guard !sawDigit else { return nil }
        column = column * 26 + Int(byte & 0x1F)
        guard column <= Workbook.columnLimit else { return nil }
      case 0x30...0x39:
        sawDigit = true
        row = row * 10 + Int(byte - 0x30)
        guard row <= Workbook.rowLimit else { return nil }
      default: return nil
      }
    }
    return column > 0 && row > 0 ? (row - 1, column - 1) : nil
  }
}
