/// Finds the cells of one plain line: as many as the table has, no quote but around a cell, no line end within one.
///
/// A line that is anything else is left to ``UntidyScanner``, which reads a plain line to the same cells.
struct FastUntidyRow {
  /// A cell as a stretch of the line, counted from where the line begins.
  struct Cell {
    var start: UInt32
    private var endAndForm: UInt32

    init(_ start: Int, _ end: Int, needsQuotes: Bool, hasDoubledQuotes: Bool) {
      self.start = UInt32(truncatingIfNeeded: start)
      endAndForm = UInt32(truncatingIfNeeded: end) << 2 | (needsQuotes ? 1 : 0) | (hasDoubledQuotes ? 2 : 0)
    }

    var end: UInt32 { endAndForm >> 2 }
    /// Whether the cell holds what the output must quote.
    var needsQuotes: Bool { endAndForm & 1 != 0 }
    /// Whether it holds quotes, each of them twice.
    var hasDoubledQuotes: Bool { endAndForm & 2 != 0 }
  }

  private(set) var cells: [Cell] = []
  /// How many cells hold something.
  private(set) var filledCount = 0
  /// Whether the line is written in the output as it stands.
  private(set) var isVerbatim = false
  private let hasOutputDelimiter: Bool
  /// Where the line begins, and where the next one does.
  private(set) var start = 0
  private(set) var next = 0

  private static let mostBytes = 1 << 28
  private let dialect: UntidyDialect
  private let quote: UInt8
  private let delimiter: UInt8
  private let hasQuote: Bool
  /// 1 for what ends a plain cell or the fast way, 2 for what the output must quote.
  private let classes: [UInt8]

  /// Nil if the dialect has no plain lines.
  ///
  /// - Parameters:
  ///   - dialect: What parts cells.
  ///   - output: What will part them in the output.
  init?(_ dialect: UntidyDialect, output: UInt8) {
    guard dialect.delimiter.count == 1, let delimiter = dialect.delimiter.first,
      dialect.escape == nil || dialect.escape == dialect.quote, delimiter != dialect.quote
    else { return nil }
    self.dialect = dialect
    self.delimiter = delimiter
    hasOutputDelimiter = delimiter == output
    quote = dialect.quote ?? 0
    hasQuote = dialect.quote != nil
    var classes = [UInt8](repeating: 0, count: 256)
    classes[0x22] = 2
    classes[Int(output)] = 2
    for byte in [0x0A, 0x0D, Int(delimiter)] { classes[byte] = 1 }
    if let quote = dialect.quote { classes[Int(quote)] = 1 }
    self.classes = classes
  }

  /// Finds the cells of the line that begins at a position; false if it is not plain or has another number of cells.
  mutating func read(_ bytes: Span<UInt8>, from start: Int, width: Int) -> Bool {
    guard start < bytes.count else { return false }
    cells.removeAll(keepingCapacity: true)
    filledCount = 0
    isVerbatim = hasOutputDelimiter
    self.start = start
    let table = classes
    let classes = table.span
    let count = min(bytes.count, start + FastUntidyRow.mostBytes)
    var position = start
    while true {
      if hasQuote, position < count, bytes[position] == quote {
        guard let after = readQuoted(bytes, position, count, classes) else { return false }
        position = after
      } else {
        let begin = position
        var special: UInt8 = 0
        while position < count {
          let kind = classes[Int(bytes[position])]
          if kind == 1 { break }
          special |= kind
          position &+= 1
        }
        if position < count, hasQuote, bytes[position] == quote { return false }
        if position > begin { filledCount &+= 1 }
        if special != 0 { isVerbatim = false }
        cells.append(
          Cell(begin &- start, position &- start, needsQuotes: special != 0, hasDoubledQuotes: false)
        )
      }
      if position < count, bytes[position] == delimiter {
        if cells.count >= width { return false }
        position &+= 1
        continue
      }
      guard position < count else {
        next = count
        return count == bytes.count && cells.count == width
      }
      guard cells.count == width, let after = dialect.afterLineEnd(bytes, at: position) else { return false }
      next = after
      return position > start
    }
  }

  /// Takes a cell within quotes; returns where it ends, or nil if it is not plain.
  private mutating func readQuoted(
    _ bytes: Span<UInt8>,
    _ open: Int,
    _ count: Int,
    _ classes: Span<UInt8>
  ) -> Int? {
    var position = open + 1
    var (special, isDoubled) = (false, false)
    isVerbatim = false
    while position < count {
      let byte = bytes[position]
      if byte == quote {
        guard position + 1 < count, bytes[position + 1] == quote else { break }
        isDoubled = true
        position += 2
        continue
      }
      let kind = classes[Int(byte)]
      if kind != 0 {
        if byte == 0x0A || byte == 0x0D { return nil }
        special = special || kind == 2 || byte == delimiter && hasOutputDelimiter
      }
      position += 1
    }
    guard position < count else { return nil }
    let after = position + 1
    if after < count {
      let byte = bytes[after]
      guard byte == delimiter || byte == 0x0A || byte == 0x0D else { return nil }
    }
    if position > open + 1 { filledCount += 1 }
    cells.append(
      Cell(
        open + 1 - start,
        position - start,
        needsQuotes: special || isDoubled,
        hasDoubledQuotes: isDoubled
      )
    )
    return after
  }

  /// Calls a closure with each byte of a cell, doubled quotes as one.
  @inline(__always)
  func forEachByte(_ bytes: Span<UInt8>, of cell: Cell, _ body: (UInt8) -> Void) {
    var position = start + Int(cell.start)
    let end = start + Int(cell.end)
    while position < end {
      let byte = bytes[position]
      body(byte)
      position += cell.hasDoubledQuotes && byte == quote ? 2 : 1
    }
  }

  /// Whether a cell holds these bytes and no others.
  func equals(_ bytes: Span<UInt8>, _ cell: Cell, _ other: ArraySlice<UInt8>) -> Bool {
    guard !cell.hasDoubledQuotes else { return cellBytes(bytes, cell).elementsEqual(other) }
    guard Int(cell.end - cell.start) == other.count else { return false }
    var position = start + Int(cell.start)
    for byte in other {
      if bytes[position] != byte { return false }
      position += 1
    }
    return true
  }

  /// The bytes of a cell.
  func cellBytes(_ bytes: Span<UInt8>, _ cell: Cell) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(Int(cell.end - cell.start))
    forEachByte(bytes, of: cell) { text.append($0) }
    return text
  }

  /// The row as cells of their own.
  func copied(_ bytes: Span<UInt8>) -> UntidyCells {
    var copy = UntidyCells()
    for cell in cells { copy.append(cellBytes(bytes, cell)) }
    return copy
  }
}
