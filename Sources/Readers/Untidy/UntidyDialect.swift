/// What parts the cells of an untidy text, and how quotes are meant, byte by byte.
struct UntidyDialect: Hashable, Sendable {
  /// What stands between cells; at least one byte.
  var delimiter: [UInt8]
  /// What encloses cells; nil if quotes are ordinary characters.
  var quote: UInt8?
  /// What takes the special meaning from a quote after it; nil or the quote itself if quotes are doubled.
  var escape: UInt8?
  /// What ends a row.
  var lineEnding: Dialect.LineEnding = .any

  /// Whether a doubled quote is one.
  var doublesQuotes: Bool { escape == nil || escape == quote }

  /// Returns whether a delimiter begins at a position.
  @inline(__always)
  func isDelimiter(_ bytes: Span<UInt8>, at position: Int, before end: Int) -> Bool {
    guard position + delimiter.count <= end else { return false }
    for offset in delimiter.indices where bytes[position + offset] != delimiter[offset] { return false }
    return true
  }

  /// Returns where the line that begins at a position ends, and where the next one begins.
  func line(_ bytes: Span<UInt8>, from start: Int) -> (end: Int, next: Int) {
    var position = start
    while position < bytes.count {
      if let next = afterLineEnd(bytes, at: position) { return (position, next) }
      position += 1
    }
    return (bytes.count, bytes.count)
  }

  /// Returns where the next line begins if one ends at a position.
  @inline(__always)
  func afterLineEnd(_ bytes: Span<UInt8>, at position: Int) -> Int? {
    let byte = bytes[position]
    guard byte == 0x0A || byte == 0x0D else { return nil }
    if byte == 0x0A { return lineEnding != .cr && lineEnding != .crlf ? position + 1 : nil }
    let isPair = position + 1 < bytes.count && bytes[position + 1] == 0x0A
    if isPair, lineEnding != .cr { return position + 2 }
    return !isPair && lineEnding == .any || lineEnding == .cr ? position + 1 : nil
  }
}

/// How the quotes of one row are taken.
enum QuoteReading: Hashable, Sendable {
  /// As they should be: a quote within quotes is doubled or escaped, and nothing follows a closing one.
  case strict
  /// A quote closes only before a delimiter or the end of the row; any other is text. Doubled quotes are one.
  case lenient
  /// The same, and doubled quotes are two.
  case undoubled
  /// The quote that opens this cell is text.
  case openedByMistake(cell: Int)
  /// Where a quoted cell touches another without a delimiter, one is missing.
  case touching
  /// The same, and doubled quotes may be the end of one cell and the beginning of the next.
  case touchingQuotes
  /// Quotes are text.
  case none
}
