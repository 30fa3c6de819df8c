/// Finds the cells of one row after another in any dialect: delimiters of several bytes, escapes, strict line ends.
///
/// The plain state machine that ``FastRowScanner`` is tested against. Each row's cells are written one after the
/// other into ``text``.
package struct GeneralRowScanner {
  private enum State { case start, unquoted, quoted, closed }

  private let delimiter: [UInt8]
  private let quote: [UInt8]
  private let escape: [UInt8]
  private let lineEnding: Dialect.LineEnding
  private let rowLimit: Int
  private let cellLimit: Int
  /// The position of the next row.
  package private(set) var position: Int
  /// The cells of the row, one after the other, quotes taken off.
  package private(set) var text: [UInt8] = []

  /// Makes a scanner.
  ///
  /// - Parameters:
  ///   - dialect: How the content is written.
  ///   - position: Where the first row begins.
  ///   - rowLimit: The greatest length of a row in bytes.
  ///   - cellLimit: The greatest number of cells of a row.
  package init(_ dialect: Dialect, position: Int, rowLimit: Int, cellLimit: Int = .max) {
    self.cellLimit = cellLimit
    delimiter = Array(dialect.delimiter.utf8)
    quote = dialect.quote.map { Array(String($0).utf8) } ?? []
    escape = dialect.escape.map { Array(String($0).utf8) } ?? []
    lineEnding = dialect.isLineEndingStrict ? dialect.lineEnding : .any
    self.position = position
    self.rowLimit = rowLimit
  }

  /// Finds the cells of the next row.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - cells: Set to the cells of the row, as ranges of ``text``.
  /// - Returns: Whether there was a row.
  /// - Throws: ``ScanFailure`` for an unclosed quote or a row above the limit.
  package mutating func next(in bytes: Span<UInt8>, cells: inout [CellRange]) throws(ScanFailure) -> Bool {
    guard position < bytes.count else { return false }
    cells.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    let rowStart = position
    var state = State.start
    var cellStart = 0
    while position < bytes.count {
      if position - rowStart > rowLimit { throw .tooLong }
      if cells.count > cellLimit { throw .tooMany }
      if state == .quoted {
        quotedStep(bytes, &state)
        continue
      }
      let lineEnd = lengthOfLineEnd(bytes)
      if lineEnd > 0 {
        position += lineEnd
        cells.append(CellRange(cellStart, text.count))
        return true
      }
      if matches(delimiter, bytes) {
        position += delimiter.count
        cells.append(CellRange(cellStart, text.count))
        cellStart = text.count
        state = .start
      } else if state == .start, matches(quote, bytes) {
        position += quote.count
        state = .quoted
      } else {
        if matches(escape, bytes), position + escape.count < bytes.count { position += escape.count }
        text.append(bytes[position])
        position += 1
        if state == .start { state = .unquoted }
      }
    }
    if state == .quoted { throw .unclosedQuote(column: cells.count + 1) }
    if position - rowStart > rowLimit { throw .tooLong }
    cells.append(CellRange(cellStart, text.count))
    return true
  }

  private mutating func quotedStep(_ bytes: Span<UInt8>, _ state: inout State) {
    if matches(escape, bytes), escape != quote, position + escape.count < bytes.count {
      position += escape.count
      text.append(bytes[position])
      position += 1
    } else if matches(quote, bytes) {
      position += quote.count
      if matches(quote, bytes) {
        text.append(contentsOf: quote)
        position += quote.count
      } else {
        state = .closed
      }
    } else {
      text.append(bytes[position])
      position += 1
    }
  }

  /// Whether the bytes at the position are a mark that the dialect has.
  private func matches(_ mark: [UInt8], _ bytes: Span<UInt8>) -> Bool {
    guard !mark.isEmpty, position + mark.count <= bytes.count else { return false }
    for offset in mark.indices where bytes[position + offset] != mark[offset] { return false }
    return true
  }

  private func lengthOfLineEnd(_ bytes: Span<UInt8>) -> Int {
    let byte = bytes[position]
    let isPair = byte == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    switch lineEnding {
    case .any: return isPair ? 2 : byte == 0x0A || byte == 0x0D ? 1 : 0
    case .lf: return byte == 0x0A ? 1 : 0
    case .crlf: return isPair ? 2 : 0
    case .cr: return byte == 0x0D ? 1 : 0
    }
  }
}
