public import Panels

/// Where a cell stands in a file, and what it holds.
public struct CellPlace: Hashable, Sendable {
  /// The name of the file.
  public var file: String
  /// The row as a spreadsheet counts it, the first of the file being 1.
  public var row: Int
  /// The name of the column.
  public var column: String
  /// The text of the cell.
  public var value: String

  /// Makes a place.
  ///
  /// - Parameters:
  ///   - file: The name of the file.
  ///   - row: The row, the first of the file being 1.
  ///   - column: The name of the column.
  ///   - value: The text of the cell.
  public init(file: String, row: Int, column: String, value: String) {
    self.file = file
    self.row = row
    self.column = column
    self.value = value
  }
}

/// What can keep a file from being read.
public enum ReadError: Error, Equatable, Sendable {
  // MARK: The file
  /// There is no such file.
  case notFound(file: String)
  /// A directory was given where a file is needed.
  case isDirectory(file: String)
  /// The system does not let the file be read.
  case notReadable(file: String, reason: String)
  /// The file holds no text.
  case empty(file: String)
  /// A header, and nothing below it.
  case onlyHeader(file: String, row: Int)
  /// A compressed file ends before its content does.
  case truncatedGzip(file: String, readBytes: Int)
  /// A compressed file whose content does not agree with its checksum or its format.
  case damagedGzip(file: String, reason: String)
  /// The content is larger than the limit.
  case tooLarge(file: String, limit: Int)
  /// More came through a pipe than is held.
  case endless(file: String, limit: Int)
  /// A file of another format than delimited text.
  case otherFormat(file: String, format: String, advice: String)
  /// A JSON file that cannot be read as JSON-stat.
  case jsonStat(file: String, JSONStatError)

  // MARK: The text
  /// A byte that no text has.
  case nulByte(file: String, row: Int)
  /// Bytes that are not text in the encoding.
  case notText(file: String, encoding: String, row: Int)
  /// A row longer than the limit.
  case rowTooLong(file: String, row: Int, limit: Int)
  /// A row with more cells than any table has.
  case tooManyColumns(file: String, row: Int, limit: Int)
  /// So many rows have fewer cells than the table has columns that its rectangle would be many times the file.
  case tooFewCells(file: String, row: Int, columns: Int)
  /// A quote that is opened and never closed.
  case unclosedQuote(file: String, row: Int, column: Int)
  /// A row with fewer or more cells than the header.
  case raggedRow(file: String, row: Int, found: Int, expected: Int, column: String)

  // MARK: The table
  /// No row looks like a header.
  case noHeader(file: String, expected: String)
  /// A column that the table does not have.
  case unknownColumn(file: String, column: String, role: String, nearest: [String], known: [String])
  /// A column that stands twice under one name.
  case repeatedColumn(file: String, column: String)
  /// A column that was not named and that the profile does not imply.
  case columnNeeded(file: String, role: String, option: String, known: [String])
  /// A value that no row has in the column of a filter.
  case unknownFilterValue(file: String, column: String, value: String, nearest: [String])
  /// No row is left after the filters.
  case nothingKept(file: String, rows: Int)
  /// A profile that does not exist.
  case unknownProfile(String, nearest: [String])
  /// A meaning of a marker that does not exist.
  case unknownMeaning(place: CellPlace, nearest: [String])

  // MARK: The cells
  /// A text in a column of numbers that is neither a number nor a marker of the profile.
  case unknownMarker(place: CellPlace, profile: String)
  /// A number that is infinite, not a number, or too large to be held.
  case notFinite(place: CellPlace)
  /// A number that may have a decimal comma or a thousands separator.
  case ambiguousNumber(place: CellPlace)
  /// A text in the column of periods that is none.
  case unreadablePeriod(place: CellPlace)
  /// A code or period that is missing from a row.
  case emptyKey(place: CellPlace)
  /// A status that the profile does not know.
  case unknownStatus(place: CellPlace, profile: String)
  /// Two rows that say different things of one cell.
  case conflictingRows(file: String, first: Int, second: Int, key: String, values: [String])
  /// More cells than can be held.
  case tooManyCells(file: String, cells: Int, limit: Int)
  /// A bound below another, or a value outside its bounds.
  case boundsDisagree(place: CellPlace)
  /// What was read is not a panel.
  case panel(file: String, PanelError)
}

extension ReadError {
  /// Whether the mistake is in the call (exit code 2) and not in the file (exit code 3).
  public var isUsage: Bool {
    switch self {
    case .unknownColumn, .columnNeeded, .unknownProfile, .unknownFilterValue, .repeatedColumn: true
    default: false
    }
  }
}
