import Panels

/// Takes the cells of one column, row by row, and holds no more of them than it may.
struct ColumnIntake {
  /// Numbers of a column of which no more texts are kept have these numbers and above.
  static let looseNumbers: Int32 = 1 << 28

  private(set) var dictionary = ByteDictionary()
  /// How often each text occurs.
  private(set) var counts: [Int] = []
  /// The row in which each text occurs first.
  private(set) var firstRows: [Int] = []
  /// The number of the text of each row that is kept; −1 if the text is not.
  private(set) var ids: [Int32] = []
  /// Numbers whose texts are not kept, and what is known of them.
  private(set) var loose: [Double] = []
  private(set) var tally = NumberTally()
  /// How many cells have a text that is neither kept nor a number.
  private(set) var unkept = 0
  /// Whether there are more different texts than are kept.
  private(set) var isOverfull = false
  /// The first row where text goes on after a closing quote.
  private(set) var brokenQuote: Int?
  /// The texts that hold a quote and are not enclosed in quotes.
  private(set) var quoted: [Int32] = []

  private let texts: Int
  private let textBytes: Int
  private let parser: NumberParser

  init(texts: Int, textBytes: Int, parser: NumberParser) {
    self.texts = texts
    self.textBytes = textBytes
    self.parser = parser
  }

  /// Takes a cell.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - cell: Where the cell lies in it.
  ///   - quote: What encloses cells; 0 if nothing does.
  ///   - row: The number of the row.
  ///   - isKept: Whether the row is kept to be compared with others.
  @inline(__always)
  mutating func take(_ bytes: Span<UInt8>, _ cell: CellRange, quote: UInt8, row: Int, isKept: Bool) {
    if isOverfull {
      takeLoose(bytes, cell, quote, row, isKept)
      return
    }
    let id = id(of: bytes, cell, quote)
    if Int(id) == counts.count { addText(bytes, cell, quote, row) }
    counts[Int(id)] &+= 1
    if isKept { ids.append(id) }
  }

  @inline(__always)
  private mutating func id(of bytes: Span<UInt8>, _ cell: CellRange, _ quote: UInt8) -> Int32 {
    if cell.form == .plain { return dictionary.id(of: bytes, cell.start, cell.end) }
    let text = cell.bytes(in: bytes, quote: quote)
    return dictionary.id(of: text.span, 0, text.count)
  }

  @inline(never)
  private mutating func addText(_ bytes: Span<UInt8>, _ cell: CellRange, _ quote: UInt8, _ row: Int) {
    counts.append(0)
    firstRows.append(row)
    if quote != 0, ColumnIntake.hasStrayQuote(bytes, cell, quote) {
      if cell.form == .plain {
        quoted.append(Int32(counts.count - 1))
      } else {
        brokenQuote = brokenQuote ?? row
      }
    }
    if counts.count >= texts || dictionary.byteCount > textBytes { isOverfull = true }
  }

  /// Takes a cell of a column of which no more texts are kept.
  @inline(never)
  private mutating func takeLoose(
    _ bytes: Span<UInt8>,
    _ cell: CellRange,
    _ quote: UInt8,
    _ row: Int,
    _ isKept: Bool
  ) {
    if cell.form == .plain, ColumnIntake.mayBeNumber(bytes, cell),
      case .number(let number) = parser.parse(bytes, cell.start, cell.end)
    {
      tally.add(number, row: row)
      if isKept {
        ids.append(ColumnIntake.looseNumbers + Int32(truncatingIfNeeded: loose.count))
        loose.append(number)
      }
      return
    }
    // Marks among numbers are few; they are kept as long as they are.
    let length = cell.end - cell.start
    guard length <= 64, dictionary.count < texts + texts / 4 else {
      unkept += 1
      if isKept { ids.append(-1) }
      return
    }
    let id = id(of: bytes, cell, quote)
    if Int(id) == counts.count { addText(bytes, cell, quote, row) }
    counts[Int(id)] += 1
    if isKept { ids.append(id) }
  }

  /// Cells that hold a quote and are not enclosed: how many, and the first row.
  var quotes: (count: Int, first: Int)? {
    guard let first = quoted.first else { return nil }
    return (quoted.reduce(0) { $0 + counts[Int($1)] }, firstRows[Int(first)])
  }

  @inline(__always)
  private static func mayBeNumber(_ bytes: Span<UInt8>, _ cell: CellRange) -> Bool {
    guard cell.start < cell.end, cell.end - cell.start <= 64 else { return false }
    let first = bytes[cell.start]
    return first &- 0x30 <= 9 || first == 0x2D || first == 0x2B || first == 0x2E || first == 0x20
  }

  /// Whether a cell that is not enclosed in quotes holds one, or an enclosed one goes on after its closing quote.
  static func hasStrayQuote(_ bytes: Span<UInt8>, _ cell: CellRange, _ quote: UInt8) -> Bool {
    guard cell.form == .quoted else {
      // What the scanner gives as plain may have been enclosed: then no quote is left in it.
      for position in cell.start..<cell.end where bytes[position] == quote { return true }
      return false
    }
    var position = cell.start + 1
    while position < cell.end {
      if bytes[position] == quote {
        guard position + 1 < cell.end else { return false }
        guard bytes[position + 1] == quote else { return true }
        position += 1
      }
      position += 1
    }
    return true
  }
}
