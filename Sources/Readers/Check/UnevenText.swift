/// Tells texts that have more than one plain table from those that do not, by their first lines.
enum UnevenText {
  /// How much of a text is looked at.
  private static let sampleBytes = 1 << 16

  /// Whether the first lines of a text have a preamble, a header of several lines, or a dialect that the strict reader does
  /// not look for.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - columns: How many columns the strict reader finds.
  ///   - options: What is told.
  /// - Returns: Whether they have.
  /// - Throws: ``ReadError/rowTooLong(file:row:limit:)`` or ``ReadError/tooManyColumns(file:row:limit:)``.
  static func isFound(
    atBeginningOf text: DelimitedText,
    columns: Int,
    _ options: CheckOptions
  ) throws(ReadError) -> Bool {
    // Where the strict reader finds several columns, only quotes and lines are in question.
    var dialect = options.dialect
    if dialect.delimiter == nil, columns > 1 { dialect.delimiter = text.dialect.delimiter }
    let sample = try UntidyTable(
      text,
      dialect: dialect,
      told: options.told,
      limits: options.limits,
      most: sampleBytes
    )
    .account
    if options.told.skippedLines == nil, sample.preamble.count > 0 { return true }
    // Of more lines the columns themselves tell, once all of them are read.
    if options.told.headerLines == nil, (2..<5).contains(sample.header.count) { return true }
    if options.dialect.quote == nil, sample.dialect.quote == 0x27 { return true }
    guard dialect.delimiter == nil else { return false }
    // Words are parted by spaces in any list of names: that alone makes no columns.
    return sample.dialect.delimiter != Array(text.dialect.delimiter.utf8)
      && sample.dialect.delimiter != [0x20]
      && sample.dialect.delimiter != [0x2C, 0x20]
  }
}

extension CheckedTable {
  /// Whether rows do not fit the header, quotes stand where none should, or lines with one cell end the table.
  var isUneven: Bool { ragged.count > 0 || brokenQuote != nil || endsInFootnotes }

  /// How many lines name the columns, where all columns of numbers begin with words in the same two rows or more.
  var headerLines: Int? {
    guard rows.count > 0, rows[0] == headerRow + 1 else { return nil }
    var begin: Int?
    for column in columns where column.numberShare > 0.5 {
      guard let row = column.firstNumberRow, row > headerRow + 2, begin ?? row == row else { return nil }
      begin = row
    }
    return begin.map { $0 - headerRow }.flatMap { (3...20).contains($0) ? $0 : nil }
  }
}

extension Dialect {
  /// The dialect with what an untidy reading found out.
  func rewritten(as untidy: UntidyDialect, hasHeader: Bool) -> Dialect {
    var dialect = self
    dialect.delimiter = String(decoding: untidy.delimiter, as: UTF8.self)
    dialect.quote = untidy.quote.map { Character(Unicode.Scalar($0)) }
    dialect.escape = untidy.escape.map { Character(Unicode.Scalar($0)) }
    dialect.hasHeader = hasHeader
    return dialect
  }
}
