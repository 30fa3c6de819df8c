import Panels

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

    /// Makes what is told.
    ///
    /// - Parameters:
    ///   - skippedLines: How many lines stand before the header; found if nil.
    ///   - headerLines: How many lines the header has; found if nil.
    public init(skippedLines: Int? = nil, headerLines: Int? = nil) {
      self.skippedLines = skippedLines
      self.headerLines = headerLines
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
    let text = try DelimitedText.open(file, overrides: dialect, limits: limits)
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
    var known = UntidyDetection.Told()
    known.delimiter = dialect.delimiter.map { Array($0.utf8) }
    switch dialect.quote {
    case .character(let quote): known.quote = .some(quote.utf8.first)
    case .some(.none): known.quote = .some(nil)
    case nil: known.quote = nil
    }
    known.escape = dialect.escape?.utf8.first
    known.lineEnding = dialect.lineEnding
    self = try text.withText { (bytes: Span<UInt8>, start: Int) throws(ReadError) in
      let part = bytes.extracting(0..<(most < bytes.count - start ? start + most : bytes.count))
      return try UntidyTable(part, from: start, known, told, name: text.name, limits)
    }
  }

  /// Reads the rows of a text.
  private init(
    _ bytes: Span<UInt8>,
    from start: Int,
    _ known: UntidyDetection.Told,
    _ told: Told,
    name: String,
    _ limits: ReadLimits
  ) throws(ReadError) {
    let dialect = UntidyDetection.detect(bytes, from: start, told: known)
    let sample = bytes.extracting(start..<min(bytes.count, start + 1 << 18))
    let first = UntidyDetection.rows(sample, dialect, isCut: sample.count + start < bytes.count)
    let width = UntidyDetection.width(of: first)
    var kinds = ColumnKinds(width: width)
    for row in first.dropFirst(first.count > 3 ? 1 : 0) { kinds.add(row) }
    var scanner = UntidyScanner(dialect, position: start, width: width, kinds: kinds)
    scanner.mostLineBytes = limits.rowBytes
    var layout = UntidyLayout(width: width, kinds: kinds, told: told)
    while let row = scanner.next(bytes) {
      if row.cells.count > limits.columns {
        throw .tooManyColumns(file: name, row: row.line, limit: limits.columns)
      }
      guard layout.take(row) else { break }
    }
    if scanner.isTooLong { throw .rowTooLong(file: name, row: scanner.line, limit: limits.rowBytes) }
    layout.finish()
    account = layout.account
    account.dialect = dialect
    header = layout.header?.map { String(decoding: $0, as: UTF8.self) }
    rows = layout.rows.map { $0.map { String(decoding: $0, as: UTF8.self) } }
    notices = layout.notices
    let columns = max(header?.count ?? 0, rows.map(\.count).max() ?? 0)
    if let names = header, names.count < columns {
      header = names + Array(repeating: "", count: columns - names.count)
    }
    rows = rows.map { $0.count < columns ? $0 + Array(repeating: "", count: columns - $0.count) : $0 }
  }
}
