/// A delimited file, opened: its text as UTF-8 and its dialect.
package struct DelimitedText {
  /// The name to print.
  package let name: String
  /// How it is written.
  package let dialect: Dialect
  /// Whether the file was compressed.
  package let wasCompressed: Bool
  private let content: FileContent
  private let start: Int
  private let skippedRows: Int
  private let limits: ReadLimits

  /// Opens an input and detects what the caller does not tell of its dialect.
  ///
  /// - Parameters:
  ///   - input: Where the content comes from.
  ///   - overrides: The parts of the dialect that are known.
  ///   - limits: How much is taken.
  ///   - isDetected: Whether the dialect is wanted; otherwise only the encoding is found.
  /// - Returns: The text, ready to be read row by row.
  /// - Throws: ``ReadError`` if it cannot be opened or is not text.
  package static func open(
    _ input: InputFile,
    overrides: DialectOverrides = DialectOverrides(),
    limits: ReadLimits = ReadLimits(),
    isDetected: Bool = true
  ) throws(ReadError) -> DelimitedText {
    try open(
      FileContent.open(input, limits: limits),
      overrides: overrides,
      limits: limits,
      isDetected: isDetected
    )
  }

  /// Opens a content that is held already.
  static func open(
    _ content: FileContent,
    overrides: DialectOverrides = DialectOverrides(),
    limits: ReadLimits = ReadLimits(),
    isDetected: Bool = true
  ) throws(ReadError) -> DelimitedText {
    let name = content.name
    try content.withSpan { (bytes: Span<UInt8>) throws(ReadError) in
      if let other = OtherFormat(bytes, name: name) {
        throw .otherFormat(file: name, format: other.name, advice: other.advice)
      }
    }
    let found = try content.withSpan { (bytes: Span<UInt8>) throws(ReadError) in
      try TextEncoding.detect(bytes, told: overrides.encoding, name: name)
    }
    var text = content
    var start = found.markLength
    if !found.isReady {
      let bytes = try content.withSpan { (bytes: Span<UInt8>) throws(ReadError) in
        try TextEncoding.transcode(bytes, found, name: name)
      }
      text = FileContent(name: name, held: bytes, wasCompressed: content.wasCompressed)
      start = 0
    }
    guard start < text.count else { throw .empty(file: name) }
    var dialect = Dialect()
    if isDetected {
      dialect = text.withSpan { DialectDetection.detect($0, from: start, overrides: overrides) }
    }
    dialect.encoding = found.encoding
    dialect.hasByteOrderMark = found.markLength > 0
    return DelimitedText(
      name: name,
      dialect: dialect,
      wasCompressed: content.wasCompressed,
      content: text,
      start: start,
      skippedRows: overrides.skippedRows,
      limits: limits
    )
  }

  /// Opens a table in memory as comma-separated text.
  package static func open(_ table: TextTable, hasDecimalComma: Bool) throws(ReadError) -> DelimitedText {
    let bytes = table.delimitedBytes()
    if bytes.isEmpty { throw .empty(file: table.name) }
    return made(name: table.name, bytes: bytes, hasDecimalComma: hasDecimalComma)
  }

  /// Opens comma-separated text that was made of something else.
  static func made(name: String, bytes: [UInt8], hasDecimalComma: Bool = false) -> DelimitedText {
    DelimitedText(
      name: name,
      dialect: Dialect(lineEnding: .lf, hasDecimalComma: hasDecimalComma),
      wasCompressed: false,
      content: FileContent(name: name, held: bytes),
      start: 0,
      skippedRows: 0,
      limits: ReadLimits()
    )
  }

  /// Calls a closure with the text as UTF-8 and where it begins, past a byte-order mark.
  package func withText<Result>(_ body: (Span<UInt8>, Int) throws(ReadError) -> Result) throws(ReadError)
    -> Result
  {
    try content.withSpan { (bytes: Span<UInt8>) throws(ReadError) in try body(bytes, start) }
  }

  /// The byte that encloses cells whose ranges are marked as quoted.
  package var quoteByte: UInt8 { dialect.quote?.utf8.first ?? 0 }

  /// Whether the fast loop reads it; then cells may be quoted, otherwise they are plain.
  package var isPlain: Bool { dialect.isPlain }

  /// Calls a closure with the cells of each row that is not blank, in order, until it returns false.
  ///
  /// Rows are numbered as a spreadsheet does, blank ones counted; a row with line ends within quotes is one row.
  ///
  /// - Parameter body: Takes the bytes, the cells as ranges of them, and the number of the row; returns whether to go on.
  /// - Throws: ``ReadError`` for a row that cannot be read, or what the closure throws.
  @inline(__always)
  package func forEachRow(
    _ body: (Span<UInt8>, [CellRange], Int) throws(ReadError) -> Bool
  ) throws(ReadError) {
    try content.withSpan { (bytes: Span<UInt8>) throws(ReadError) in
      if isPlain {
        try eachPlainRow(bytes, body)
      } else {
        try eachGeneralRow(bytes, body)
      }
    }
  }

  @inline(__always)
  private func eachPlainRow(
    _ bytes: Span<UInt8>,
    _ body: (Span<UInt8>, [CellRange], Int) throws(ReadError) -> Bool
  ) throws(ReadError) {
    var scanner = FastRowScanner(
      delimiter: dialect.delimiter.utf8.first ?? 0x2C,
      quote: dialect.quote?.utf8.first,
      position: start,
      rowLimit: limits.rowBytes,
      cellLimit: limits.columns
    )
    var cells: [CellRange] = []
    var row = 0
    do {
      while try scanner.next(in: bytes, cells: &cells) {
        row &+= 1
        if cells.count == 1, cells[0].start == cells[0].end { continue }
        if row <= skippedRows { continue }
        guard try body(bytes, cells, row) else { return }
      }
    } catch let failure as ScanFailure {
      throw readError(failure, row: row + 1)
    } catch let error as ReadError {
      throw error
    } catch {
      return
    }
  }

  private func eachGeneralRow(
    _ bytes: Span<UInt8>,
    _ body: (Span<UInt8>, [CellRange], Int) throws(ReadError) -> Bool
  ) throws(ReadError) {
    var scanner = GeneralRowScanner(
      dialect,
      position: start,
      rowLimit: limits.rowBytes,
      cellLimit: limits.columns
    )
    var cells: [CellRange] = []
    var row = 0
    while true {
      let isRow: Bool
      do throws(ScanFailure) {
        isRow = try scanner.next(in: bytes, cells: &cells)
      } catch {
        throw readError(error, row: row + 1)
      }
      guard isRow else { return }
      row += 1
      if cells.count == 1, cells[0].start == cells[0].end { continue }
      if row <= skippedRows { continue }
      guard try body(scanner.text.span, cells, row) else { return }
    }
  }

  private func readError(_ failure: ScanFailure, row: Int) -> ReadError {
    switch failure {
    case .unclosedQuote(let column): .unclosedQuote(file: name, row: row, column: column)
    case .tooLong: .rowTooLong(file: name, row: row, limit: limits.rowBytes)
    case .tooMany: .tooManyColumns(file: name, row: row, limit: limits.columns)
    }
  }
}
