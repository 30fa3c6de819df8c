import Panels

/// Any delimited text as a rectangle, with all that was mended or left out counted.
public struct UntidyTable: Hashable, Sendable {
  /// The names of the columns; nil if the text has none.
  public var header: [String]?
  /// The cells of each row, as many as there are columns.
  public var rows: [[String]]
  /// What was mended and left out, a sentence each, for a person.
  public var notices: [String]

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
    let content = try FileContent.open(file, limits: limits)
    if let cube = try JSONStatTable.read(content, limits: limits) {
      let table = try TextTable(cube.table, requiresEvenRows: true)
      header = table.header
      rows = table.rows
      notices = cube.provenance
      return
    }
    let text = try DelimitedText.open(content, overrides: dialect, limits: limits)
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
      try UntidyTable(bytes, from: start, known, told, name: file.name, limit: limits.rowBytes)
    }
  }

  /// Reads the rows of a text.
  private init(
    _ bytes: Span<UInt8>,
    from start: Int,
    _ known: UntidyDetection.Told,
    _ told: Told,
    name: String,
    limit: Int
  ) throws(ReadError) {
    let dialect = UntidyDetection.detect(bytes, from: start, told: known)
    let sample = bytes.extracting(start..<min(bytes.count, start + 1 << 18))
    let first = UntidyDetection.rows(sample, dialect, isCut: sample.count + start < bytes.count)
    let width = UntidyDetection.width(of: first)
    var kinds = ColumnKinds(width: width)
    for row in first.dropFirst(first.count > 3 ? 1 : 0) { kinds.add(row) }
    var scanner = UntidyScanner(dialect, position: start, width: width, kinds: kinds)
    scanner.mostLineBytes = limit
    var layout = UntidyLayout(width: width, kinds: kinds, told: told)
    while let row = scanner.next(bytes) {
      guard layout.take(row) else { break }
    }
    if scanner.isTooLong { throw .rowTooLong(file: name, row: scanner.line, limit: limit) }
    layout.finish()
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
