/// Any delimited text as a rectangle, with all that was mended or left out counted.
public struct UntidyTable: Hashable, Sendable {
  /// The names of the columns; nil if the text has none.
  public var header: [String]?
  /// The cells of each row, as many as there are columns.
  public var rows: [[String]]
  /// What was mended and left out, a sentence each, for a person.
  public var notices: [String]
  /// The same as numbers, for a check.
  var account = UntidyAccount()

  /// What a caller may tell of the text beside its dialect.
  public struct Told: Hashable, Sendable {
    /// How many lines stand before the header; found if nil.
    public var skippedLines: Int?
    /// How many lines the header has, 0 for none; found if nil.
    public var headerLines: Int?
    /// The names of the columns, in place of those of the header; nil if the header has them.
    public var columnNames: [String]?

    /// Makes what is told.
    ///
    /// - Parameters:
    ///   - skippedLines: How many lines stand before the header; found if nil.
    ///   - headerLines: How many lines the header has; found if nil.
    ///   - columnNames: The names of the columns, in place of those of the header; nil if the header has them.
    public init(skippedLines: Int? = nil, headerLines: Int? = nil, columnNames: [String]? = nil) {
      self.skippedLines = skippedLines
      self.headerLines = headerLines
      self.columnNames = columnNames
    }
  }
}

extension UntidyTable {
  /// Reads a delimited text, whatever its state.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - dialect: The parts of the dialect that are told.
  ///   - told: What else is told.
  ///   - limits: How much is taken.
  /// - Throws: ``ReadError`` for a file that is not there, empty, damaged, or not text.
  public init(
    _ file: InputFile,
    dialect: DialectOverrides = DialectOverrides(),
    told: Told = Told(),
    limits: ReadLimits = ReadLimits()
  ) throws(ReadError) {
    let content = try FileContent.open(file, limits: limits)
    if let cube = try JSONStatTable.read(content, limits: limits) {
      let table = try TextTable(cube.table, requiresEvenRows: true)
      header = table.header
      rows = table.rows
      notices = cube.provenance
      return
    }
    let text = try DelimitedText.open(content, overrides: dialect, limits: limits, isDetected: false)
    self = try UntidyTable(text, dialect: dialect, told: told, limits: limits)
  }

  /// Reads a text that is open, or its first bytes.
  init(
    _ text: DelimitedText,
    dialect: DialectOverrides,
    told: Told,
    limits: ReadLimits,
    most: Int = .max
  ) throws(ReadError) {
    var sink = UntidyRows()
    let reading = try UntidyTable.read(text, dialect, told, limits, most: most, into: &sink)
    notices = reading.notices
    account = reading.account
    header = sink.header
    rows = sink.rows
  }

  /// Any delimited text as delimited text of the plainest kind.
  public struct Text: Hashable, Sendable {
    /// A header and the rows, in UTF-8, each line ending in a line feed.
    public var bytes: [UInt8]
    /// What was mended and left out, a sentence each, for a person.
    public var notices: [String]
  }

  /// Reads a delimited text, whatever its state, to write it again: the same as by way of a table, in a fraction of the memory.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - delimiter: What stands between cells in the result; one ASCII character.
  ///   - dialect: The parts of the dialect that are told.
  ///   - told: What else is told.
  ///   - limits: How much is taken.
  /// - Returns: The text, with names `col_0`, `col_1` and so on where it has none.
  /// - Throws: ``ReadError`` for a file that is not there, empty, damaged, or not text.
  public static func text(
    of file: InputFile,
    delimiter: Unicode.Scalar = ",",
    dialect: DialectOverrides = DialectOverrides(),
    told: Told = Told(),
    limits: ReadLimits = ReadLimits()
  ) throws(ReadError) -> Text {
    var sink = UntidyText(delimiter: UInt8(ascii: delimiter))
    let content = try FileContent.open(file, limits: limits)
    if let cube = try JSONStatTable.read(content, limits: limits) {
      let table = try TextTable(cube.table, requiresEvenRows: true)
      sink.begin(header: UntidyCells(table.header.map(\.utf8)), columns: table.header.count)
      for row in table.rows { sink.take(UntidyCells(row.map(\.utf8))) }
      return Text(bytes: sink.text, notices: cube.provenance)
    }
    let text = try DelimitedText.open(content, overrides: dialect, limits: limits, isDetected: false)
    let reading = try read(text, dialect, told, limits, most: .max, into: &sink)
    return Text(bytes: sink.text, notices: reading.notices)
  }

  private static func read(
    _ text: DelimitedText,
    _ dialect: DialectOverrides,
    _ told: Told,
    _ limits: ReadLimits,
    most: Int,
    into sink: inout some UntidySink
  ) throws(ReadError) -> UntidyReading {
    var known = UntidyDetection.Told()
    known.delimiter = dialect.delimiter.map { Array($0.utf8) }
    switch dialect.quote {
    case .character(let quote): known.quote = .some(quote.utf8.first)
    case .some(.none): known.quote = .some(nil)
    case nil: known.quote = nil
    }
    known.escape = dialect.escape?.utf8.first
    known.lineEnding = dialect.lineEnding
    return try text.withText { (bytes: Span<UInt8>, start: Int) throws(ReadError) in
      let part = bytes.extracting(0..<(most < bytes.count - start ? start + most : bytes.count))
      var reading = UntidyReading(part, from: start, known, told, name: text.name, limits)
      try reading.read(part, into: &sink)
      return reading
    }
  }
}
