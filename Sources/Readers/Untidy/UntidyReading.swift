/// Reads an untidy text from its beginning to its end into a sink.
struct UntidyReading {
  /// What was mended and left out, a sentence each.
  private(set) var notices: [String] = []
  /// The same by lines, with the line of each row.
  private(set) var account = UntidyAccount()

  private let dialect: UntidyDialect
  private let start: Int
  private let told: UntidyTable.Told
  private let name: String
  private let limit: Int
  /// The greatest number of cells of a row.
  private let mostColumns: Int
  private let width: Int
  private let kinds: ColumnKinds
  /// The first line that clearly names the columns, if one does.
  private let namesLine: Int?

  /// How much text is looked at before the reading begins, and how many rows.
  private static let sampleBytes = 1 << 18
  private static let sampleRows = 400
  private static let mostRowBytes = 1 << 30

  /// Finds how a text is written and how many columns it has.
  ///
  /// - Parameters:
  ///   - bytes: The text as UTF-8.
  ///   - start: Where it begins.
  ///   - known: The parts of the dialect that are told.
  ///   - told: What else is told.
  ///   - name: The name to print.
  ///   - limits: How long a line may be, and how many cells it may have.
  init(
    _ bytes: Span<UInt8>,
    from start: Int,
    _ known: UntidyDetection.Told,
    _ told: UntidyTable.Told,
    name: String,
    _ limits: ReadLimits
  ) {
    self.start = start
    self.told = told
    self.name = name
    limit = min(limits.rowBytes, UntidyReading.mostRowBytes)
    mostColumns = limits.columns
    var known = known
    if known.delimiter == nil { known.delimiter = UntidyReading.announcedDelimiter(bytes, from: start) }
    dialect = UntidyDetection.detect(bytes, from: start, told: known)
    var first: [(cells: UntidyCells, line: Int)] = []
    var landmark: UntidyCells?
    var scanner = UntidyScanner(dialect, position: start)
    scanner.mostLineBytes = limit
    while first.count < UntidyReading.sampleRows, scanner.position - start < UntidyReading.sampleBytes,
      let row = scanner.next(bytes)
    {
      if let skipped = told.skippedLines, row.line <= skipped { continue }
      if row.isBlank { continue }
      // A second table begins where the names of the first stand again; its width is its own.
      if let landmark, first.count > 2, UntidyReading.repeats(row.cells, landmark) { break }
      if landmark == nil, row.cells.filledCount > 1 { landmark = row.cells }
      first.append((row.cells, row.line))
    }
    width = told.columnNames?.count ?? UntidyDetection.width(of: first.map(\.cells))
    var kinds = ColumnKinds(width: width)
    for row in first.dropFirst(first.count > 3 ? 1 : 0) { kinds.add(row.cells) }
    self.kinds = kinds
    namesLine = first.prefix(40).first { kinds.areClearlyNames($0.cells) }?.line
  }

  /// Whether four in five of the cells of a row stand in another, in the same columns.
  private static func repeats(_ cells: UntidyCells, _ other: UntidyCells) -> Bool {
    guard cells.first == other.first else { return false }
    let same = zip(cells, other).count { $0 == $1 && !$0.isEmpty }
    return same > 1 && same * 5 >= other.filledCount * 4
  }

  /// The delimiter that a first line such as `sep=;` tells.
  private static func announcedDelimiter(_ bytes: Span<UInt8>, from start: Int) -> [UInt8]? {
    guard bytes.count > start + 5, bytes[start + 5] == 0x0A || bytes[start + 5] == 0x0D else { return nil }
    for (offset, byte) in "sep=".utf8.enumerated() where bytes[start + offset] != byte { return nil }
    return [bytes[start + 4]]
  }

  /// Reads the rows.
  ///
  /// A row wider than the table makes the table wider, and it is read again; unless it would then be many times the
  /// text, and the cells that are too many stay in the last one.
  ///
  /// - Parameters:
  ///   - bytes: The text as UTF-8.
  ///   - sink: Takes the rows.
  /// - Throws: ``ReadError/rowTooLong(file:row:limit:)``, ``ReadError/tooManyColumns(file:row:limit:)`` or
  ///   ``ReadError/tooFewCells(file:row:columns:)``.
  mutating func read(_ bytes: Span<UInt8>, into sink: inout some UntidySink) throws(ReadError) {
    var pass = try pass(bytes, &sink, columns: nil)
    if pass.widest > pass.columns {
      let added = (pass.widest - pass.columns).multipliedReportingOverflow(by: pass.lines.count)
      let isTooMuch = added.overflow || added.partialValue > UntidyReading.mostFilled(bytes)
      pass = try self.pass(bytes, &sink, columns: isTooMuch ? pass.columns : pass.widest)
      if isTooMuch { pass.layout.foldWider() }
    }
    notices = pass.layout.notices
    account = pass.layout.account
    account.dialect = dialect
    account.lines = pass.lines
  }

  /// What one pass over the text has found.
  private struct Pass {
    var layout: UntidyLayout
    var columns = 0
    /// The number of cells of the widest row.
    var widest = 0
    /// The line of each row.
    var lines = RowNumbers()
    var hasBegun = false
    var filled = 0
  }

  /// How many empty cells may be added.
  private static func mostFilled(_ bytes: Span<UInt8>) -> Int { 6 * bytes.count + 1 << 20 }

  private func pass(_ bytes: Span<UInt8>, _ sink: inout some UntidySink, columns: Int?) throws(ReadError)
    -> Pass
  {
    var scanner = UntidyScanner(dialect, position: start, width: width, kinds: kinds)
    scanner.mostLineBytes = limit
    var plain = FastUntidyRow(dialect, output: sink.delimiter)
    var pass = Pass(layout: UntidyLayout(width: width, kinds: kinds, told: told, namesLine: namesLine))
    func begin() {
      guard !pass.hasBegun else { return }
      pass.hasBegun = true
      let header = told.columnNames.map { UntidyCells($0.map(\.utf8)) } ?? pass.layout.header
      pass.columns = max(columns ?? width, header?.count ?? 0)
      sink.begin(header: header, columns: pass.columns)
    }
    var marked = RowNumbers()
    while true {
      if pass.hasBegun, plain?.read(bytes, from: scanner.position, width: width) == true, let row = plain,
        row.next - row.start <= limit, pass.layout.takesPlain(row, bytes)
      {
        scanner.pass(to: row.next)
        sink.take(row, bytes)
        pass.lines.append(scanner.line)
        continue
      }
      guard let row = scanner.next(bytes) else { break }
      if row.cells.count > mostColumns {
        throw .tooManyColumns(file: name, row: row.line, limit: mostColumns)
      }
      let hadPending = pass.layout.pending > 0
      let place = pass.layout.place(row)
      if place == .beyond { break }
      guard place != .left else { continue }
      begin()
      if place == .aside, !hadPending {
        sink.mark()
        marked = pass.lines
      }
      pass.lines.append(row.line)
      pass.widest = max(pass.widest, row.cells.count)
      pass.filled += max(0, row.cells.count - (row.unmended?.count ?? row.cells.count))
      if pass.filled > UntidyReading.mostFilled(bytes) {
        throw .tooFewCells(file: name, row: row.line, columns: width)
      }
      sink.take(row.cells.folded(to: pass.columns, dialect.delimiter))
    }
    if scanner.isTooLong { throw .rowTooLong(file: name, row: scanner.line, limit: limit) }
    pass.layout.finish()
    begin()
    if pass.layout.pending > 0 {
      sink.takeBack()
      pass.lines = marked
    }
    return pass
  }
}
