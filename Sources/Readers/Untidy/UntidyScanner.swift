/// Reads the rows of an untidy text one after the other, each in the way in which it fits the table best.
struct UntidyScanner {
  let dialect: UntidyDialect
  /// How many cells a row should have; nil as long as nobody knows.
  var width: Int?
  /// What the columns hold, if known.
  var kinds: ColumnKinds?
  private(set) var position: Int
  /// The lines that have begun so far.
  private(set) var line = 0
  /// Whether a line was longer than ``mostLineBytes``, which ends the reading.
  private(set) var isTooLong = false
  /// How long a line may be.
  var mostLineBytes = Int.max
  /// What the search for missing delimiters has cost, in bytes looked at.
  var effort = 0

  /// How many lines a quoted cell may span, and how many bytes.
  private static let mostLines = 200
  private static let mostBytes = 1 << 20
  /// Longer lines, or such with more cells, are not tried in several ways.
  private static let mostMendedBytes = 1 << 16
  private static let mostMendedCells = 4_096
  /// After so many bytes the search for missing delimiters ends.
  static let mostEffort = 1 << 30

  init(_ dialect: UntidyDialect, position: Int, width: Int? = nil, kinds: ColumnKinds? = nil) {
    self.dialect = dialect
    self.position = position
    self.width = width
    self.kinds = kinds
  }

  /// A row and what was mended in it.
  struct Row {
    var cells: UntidyCells
    var mendings: [Mending] = []
    /// The number of its first line.
    var line: Int
    /// The cells before anything was mended; nil if nothing was.
    var unmended: UntidyCells?
    /// Whether nothing at all stands on its line.
    var isBlank = false
  }

  /// Goes on after a line that was read elsewhere.
  mutating func pass(to position: Int) {
    self.position = position
    line += 1
  }

  /// Reads the next row; nil at the end.
  mutating func next(_ bytes: Span<UInt8>) -> Row? {
    guard position < bytes.count else { return nil }
    let start = position
    let (end, after) = dialect.line(bytes, from: start)
    line += 1
    let number = line
    guard end - start <= mostLineBytes else {
      isTooLong = true
      return nil
    }
    if end == start {
      position = after
      var blank = UntidyCells()
      blank.endCell()
      return Row(cells: blank, line: number, isBlank: true)
    }
    let strict = UntidyRow(bytes, from: start, to: end, dialect, .strict)
    if strict.unclosed == nil, strict.oddities == 0, width == nil || strict.cells.count == width {
      position = after
      return Row(cells: strict.cells, line: number)
    }
    if strict.unclosed != nil, strict.oddities == 0, let (row, next, lines) = spanning(bytes, start) {
      position = next
      line += lines
      return Row(cells: row.cells, line: number)
    }
    position = after
    if end - start > UntidyScanner.mostMendedBytes || strict.cells.count > UntidyScanner.mostMendedCells {
      return long(bytes, start, end, strict, number)
    }
    return best(bytes, start, end, strict, number)
  }

  /// A row that goes on over several lines within quotes, if it ends as it should.
  private func spanning(_ bytes: Span<UInt8>, _ start: Int) -> (UntidyRow, Int, Int)? {
    let found = UntidyRow.end(
      bytes,
      from: start,
      dialect,
      lines: UntidyScanner.mostLines,
      length: UntidyScanner.mostBytes
    )
    guard let found else { return nil }
    let row = UntidyRow(bytes, from: start, to: found.end, dialect, .strict)
    guard row.unclosed == nil, row.oddities == 0, width == nil || row.cells.count == width else { return nil }
    return (row, found.next, found.lines)
  }

  /// A line that is too long to be tried in several ways.
  private func long(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ strict: UntidyRow,
    _ number: Int
  ) -> Row {
    var row = Row(cells: strict.cells, line: number)
    if strict.unclosed != nil || strict.oddities > 0 {
      row.cells = UntidyRow(bytes, from: start, to: end, dialect, .none).cells
      row.mendings = [.quoteKept]
    }
    guard let width else { return row }
    if row.cells.count < width {
      row.cells = row.cells.padded(to: width)
      row.mendings.append(.filled)
    } else if row.cells.count > width {
      let isEmpty = (width..<row.cells.count).allSatisfy { row.cells.isEmpty(at: $0) }
      if isEmpty { row.cells = row.cells.cut(to: width) }
      row.mendings.append(isEmpty ? .emptyCellLeftOut : .wider)
    }
    return row
  }

  /// The reading of a line that fits best.
  private mutating func best(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ strict: UntidyRow,
    _ number: Int
  ) -> Row {
    var fitting = RowFitting(dialect: dialect, width: width, kinds: kinds, line: number, effort: effort)
    let hasQuote = dialect.quote != nil && (strict.oddities > 0 || !strict.opened.isEmpty)
    let isOdd = strict.oddities > 0 || strict.unclosed != nil
    fitting.consider(strict, isOdd ? .quoteKept : nil, isOdd ? 0.1 : 0)
    if hasQuote {
      let lenient = UntidyRow(bytes, from: start, to: end, dialect, .lenient)
      fitting.consider(lenient, lenient.oddities > 0 ? .quoteKept : nil, 0.05)
      fitting.consider(UntidyRow(bytes, from: start, to: end, dialect, .undoubled), .quoteKept, 0.1)
      for cell in Set(strict.opened + lenient.opened).sorted().prefix(24) {
        fitting.consider(
          UntidyRow(bytes, from: start, to: end, dialect, .openedByMistake(cell: cell)),
          .quoteKept,
          0.15
        )
      }
      for reading in [QuoteReading.touching, .touchingQuotes] {
        fitting.consider(UntidyRow(bytes, from: start, to: end, dialect, reading), .parted, 0.2)
      }
      fitting.consider(UntidyRow(bytes, from: start, to: end, dialect, .none), .quoteKept, 0.6)
    }
    if let width, strict.cells.count < width {
      for delimiter: [UInt8] in [[0x2C], [0x3B], [0x09], [0x7C], [0x20]] where delimiter != dialect.delimiter
      {
        var other = dialect
        other.delimiter = delimiter
        let row = UntidyRow(bytes, from: start, to: end, other, .lenient)
        if row.cells.count == width { fitting.consider(row, .otherDelimiter, 0.5) }
      }
    }
    effort = fitting.effort
    var row = fitting.best?.row ?? Row(cells: strict.cells, line: number)
    row.unmended = strict.cells
    return row
  }
}
