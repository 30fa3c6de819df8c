/// What was mended in a row.
enum Mending: Hashable, Sendable {
  /// Cells were missing at its end.
  case filled
  /// An empty cell too many was left out.
  case emptyCellLeftOut
  /// Cells were joined again that an unquoted delimiter had parted.
  case joined
  /// A quote that nothing closes, or that stands within text, was taken as text.
  case quoteKept
  /// A delimiter was missing between cells.
  case parted
  /// The row has another delimiter than the table.
  case otherDelimiter
  /// The row is wider than the table, and nothing tells why.
  case wider
}

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

  /// How many lines a quoted cell may span.
  private static let mostLines = 200
  private static let mostBytes = 1 << 20

  init(_ dialect: UntidyDialect, position: Int, width: Int? = nil, kinds: ColumnKinds? = nil) {
    self.dialect = dialect
    self.position = position
    self.width = width
    self.kinds = kinds
  }

  /// A row and what was mended in it.
  struct Row {
    var cells: [[UInt8]]
    var mendings: [Mending] = []
    /// The number of its first line.
    var line: Int
    /// The cells before anything was mended; nil if nothing was.
    var unmended: [[UInt8]]?
    /// Whether nothing at all stands on its line.
    var isBlank = false
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
      return Row(cells: [[]], line: number, isBlank: true)
    }
    let strict = UntidyRow(bytes, from: start, to: end, dialect, .strict)
    if strict.unclosed == nil, strict.oddities == 0, width == nil || strict.cells.count == width {
      position = after
      return Row(cells: strict.cells, line: number)
    }
    if strict.unclosed != nil, let (row, next, lines) = spanning(bytes, start, after) {
      position = next
      line += lines
      return Row(cells: row.cells, line: number)
    }
    position = after
    return best(bytes, start, end, strict, number)
  }

  /// A row that goes on over several lines within quotes, if it ends as it should.
  private func spanning(_ bytes: Span<UInt8>, _ start: Int, _ second: Int) -> (UntidyRow, Int, Int)? {
    var begin = second
    for lines in 1...UntidyScanner.mostLines {
      guard begin < bytes.count, begin - start < UntidyScanner.mostBytes else { return nil }
      let (end, after) = dialect.line(bytes, from: begin)
      let row = UntidyRow(bytes, from: start, to: end, dialect, .strict)
      if row.unclosed == nil {
        guard row.oddities == 0, width == nil || row.cells.count == width else { return nil }
        return (row, after, lines)
      }
      begin = after
    }
    return nil
  }

  /// The reading of a line that fits best.
  private func best(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ strict: UntidyRow, _ number: Int) -> Row
  {
    var found: (row: Row, cost: Double)?
    func consider(_ candidate: UntidyRow, _ kind: Mending?, _ penalty: Double) {
      var (row, cost) = fitted(candidate.cells, number)
      cost += penalty + 0.02 * Double(candidate.oddities)
      if candidate.unclosed != nil { cost += 1 }
      if let kind { row.mendings.insert(kind, at: 0) }
      if found == nil || cost < found?.cost ?? 0 { found = (row, cost) }
    }
    let hasQuote = dialect.quote != nil && (strict.oddities > 0 || !strict.opened.isEmpty)
    let isOdd = strict.oddities > 0 || strict.unclosed != nil
    consider(strict, isOdd ? .quoteKept : nil, isOdd ? 0.1 : 0)
    if hasQuote {
      let lenient = UntidyRow(bytes, from: start, to: end, dialect, .lenient)
      consider(lenient, lenient.oddities > 0 ? .quoteKept : nil, 0.05)
      consider(UntidyRow(bytes, from: start, to: end, dialect, .undoubled), .quoteKept, 0.1)
      for cell in Set(strict.opened + lenient.opened).sorted() {
        consider(
          UntidyRow(bytes, from: start, to: end, dialect, .openedByMistake(cell: cell)),
          .quoteKept,
          0.15
        )
      }
      for reading in [QuoteReading.touching, .touchingQuotes] {
        consider(UntidyRow(bytes, from: start, to: end, dialect, reading), .parted, 0.2)
      }
      consider(UntidyRow(bytes, from: start, to: end, dialect, .none), .quoteKept, 0.6)
    }
    if let width, strict.cells.count < width {
      for delimiter: [UInt8] in [[0x2C], [0x3B], [0x09], [0x7C], [0x20]] where delimiter != dialect.delimiter
      {
        var other = dialect
        other.delimiter = delimiter
        let row = UntidyRow(bytes, from: start, to: end, other, .lenient)
        if row.cells.count == width { consider(row, .otherDelimiter, 0.5) }
      }
    }
    var row = found?.row ?? Row(cells: strict.cells, line: number)
    row.unmended = strict.cells
    return row
  }

  /// A row brought to the width of the table, with what that costs.
  private func fitted(_ cells: [[UInt8]], _ number: Int) -> (Row, Double) {
    guard let width, cells.count != width else {
      return (Row(cells: cells, line: number), kinds.map { 0.3 * $0.strangeness(cells) } ?? 0)
    }
    var row = Row(cells: cells, line: number)
    if cells.count < width {
      if let parted = partedByShape(cells, width) {
        return (Row(cells: parted, mendings: [.parted], line: number), 0.4 + 0.3 * strangeness(parted))
      }
      row.cells += Array(repeating: [], count: width - cells.count)
      row.mendings = [.filled]
      return (row, 2 * Double(width - cells.count) + 0.3 * strangeness(row.cells))
    }
    var missing = cells.count - width
    while missing > 0, let place = leastMissed(row.cells, width: row.cells.count - 1) {
      row.cells.remove(at: place)
      row.mendings = [.emptyCellLeftOut]
      missing -= 1
    }
    if missing == 0 { return (row, 0.5 + 0.3 * strangeness(row.cells)) }
    if missing <= 6, let joined = joined(row.cells, width) {
      return (
        Row(cells: joined, mendings: [.joined], line: number),
        1.5 * Double(missing) + 0.3 * strangeness(joined)
      )
    }
    row.mendings = [.wider]
    return (row, 2.5 * Double(missing))
  }

  private func strangeness(_ cells: [[UInt8]]) -> Double { kinds?.strangeness(cells) ?? 0 }

  /// The empty cell without which the others fit their columns best.
  private func leastMissed(_ cells: [[UInt8]], width: Int) -> Int? {
    let empty = cells.indices.filter { cells[$0].isEmpty }
    guard empty.count > 1, let kinds, kinds.width == width else { return empty.last }
    return empty.min { first, second in
      func cost(_ place: Int) -> Double {
        var rest = cells
        rest.remove(at: place)
        return kinds.strangeness(rest)
      }
      return cost(first) < cost(second)
    }
  }

  /// Cells joined with the delimiter between them, where that makes them fit their columns.
  private func joined(_ cells: [[UInt8]], _ width: Int) -> [[UInt8]]? {
    var cells = cells
    while cells.count > width {
      var (best, least) = (0, Double.infinity)
      for place in 0..<(cells.count - 1) {
        let trial = UntidyScanner.join(cells, at: place, dialect.delimiter)
        // Beyond the one that is joined, the cells up to it and after it lie in their columns.
        let cost: Double
        if let kinds, trial.count == kinds.width {
          cost = kinds.strangeness(trial)
        } else if let kinds {
          let left = trial.prefix(place + 1).enumerated()
            .reduce(0) { $0 + kinds.strangeness($1.element, in: $1.offset) }
          let right = trial.suffix(trial.count - place - 1).enumerated()
            .reduce(0.0) {
              $0
                + kinds.strangeness(
                  $1.element,
                  in: kinds.width - (trial.count - place - 1) + $1.offset
                )
            }
          cost = left + right
        } else {
          cost = Double(cells.count - place)
        }
        if cost < least { (best, least) = (place, cost) }
      }
      cells = UntidyScanner.join(cells, at: best, dialect.delimiter)
    }
    return cells
  }

  private static func join(_ cells: [[UInt8]], at place: Int, _ delimiter: [UInt8]) -> [[UInt8]] {
    var trial = cells
    trial[place] += delimiter + trial[place + 1]
    trial.remove(at: place + 1)
    return trial
  }

  /// Cells of which one was two, parted where both halves are like their columns; nil if that is not clear.
  private func partedByShape(_ cells: [[UInt8]], _ width: Int) -> [[UInt8]]? {
    guard let kinds, cells.count == width - 1, kinds.rows >= 5 else { return nil }
    var filled = cells
    filled.append([])
    var (best, least): ([[UInt8]]?, Double) = (nil, kinds.strangeness(filled) - 0.9)
    for place in cells.indices where (2...200).contains(cells[place].count) {
      for cut in 1..<cells[place].count where cells[place][cut] & 0xC0 != 0x80 {
        var trial = cells
        trial[place] = Array(cells[place][..<cut])
        trial.insert(Array(cells[place][cut...]), at: place + 1)
        let known =
          kinds.familiarity(trial[place], in: place) + kinds.familiarity(trial[place + 1], in: place + 1)
        // A capital after a small letter, as in "SofaSoft", begins a cell sooner than any other letter.
        let (last, first) = (cells[place][cut - 1], cells[place][cut])
        let isSeam = (0x61...0x7A).contains(last) && (0x41...0x5A).contains(first)
        let cost = kinds.strangeness(trial) - 0.2 * known - (isSeam ? 0.05 : 0)
        if cost < least { (best, least) = (trial, cost) }
      }
    }
    return best
  }
}
