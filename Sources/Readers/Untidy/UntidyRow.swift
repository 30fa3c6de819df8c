/// One row as read under some assumption.
struct UntidyRow: Sendable {
  /// The cells, quotes taken off.
  var cells: [[UInt8]] = []
  /// Which cells began with a quote.
  var opened: [Int] = []
  /// How many quotes stood where none should.
  var oddities = 0
  /// The cell whose quote was never closed.
  var unclosed: Int?
}

extension UntidyRow {
  /// Reads the cells of a stretch of text.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - start: Where the row begins.
  ///   - end: Where it ends, without its line end; a quoted cell may hold line ends before that.
  ///   - dialect: What parts cells.
  ///   - reading: How quotes are taken.
  init(
    _ bytes: Span<UInt8>,
    from start: Int,
    to end: Int,
    _ dialect: UntidyDialect,
    _ reading: QuoteReading
  ) {
    var position = start
    let quote = reading == .none ? nil : dialect.quote
    while true {
      var cell: [UInt8] = []
      var begins = position
      // Spaces before a quote are no text, unless they part cells.
      if let quote, reading != .strict, dialect.delimiter.first != 0x20 {
        while begins < end, bytes[begins] == 0x20 { begins += 1 }
        if begins >= end || bytes[begins] != quote { begins = position }
      }
      if let quote, begins < end, bytes[begins] == quote, reading != .openedByMistake(cell: cells.count) {
        opened.append(cells.count)
        position = readQuoted(bytes, begins + 1, end, dialect, reading, quote, &cell)
      } else {
        position = readPlain(bytes, position, end, dialect, reading, quote, &cell)
      }
      cells.append(cell)
      if position >= end { return }
      if dialect.isDelimiter(bytes, at: position, before: end) {
        position += dialect.delimiter.count
        if position >= end {
          cells.append([])
          return
        }
      }
    }
  }

  /// Reads a cell after its opening quote; returns where the next delimiter or the end is.
  private mutating func readQuoted(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ dialect: UntidyDialect,
    _ reading: QuoteReading,
    _ quote: UInt8,
    _ cell: inout [UInt8]
  ) -> Int {
    let doubles = dialect.doublesQuotes && reading != .undoubled
    let touches = reading == .touching || reading == .touchingQuotes
    var position = start
    while position < end {
      let byte = bytes[position]
      if let escape = dialect.escape, byte == escape, escape != quote, position + 1 < end,
        bytes[position + 1] == quote || bytes[position + 1] == escape
      {
        cell.append(bytes[position + 1])
        position += 2
        continue
      }
      guard byte == quote else {
        cell.append(byte)
        position += 1
        continue
      }
      let next = position + 1
      if next >= end || dialect.isDelimiter(bytes, at: next, before: end) { return next }
      if bytes[next] == quote, doubles {
        if reading == .touchingQuotes, next + 1 < end, bytes[next + 1] != quote,
          !dialect.isDelimiter(bytes, at: next + 1, before: end)
        {
          oddities += 1
          return next
        }
        cell.append(quote)
        position += 2
        continue
      }
      oddities += 1
      if reading == .strict {
        // Text after the closing quote belongs to the cell.
        position = next
        while position < end, !dialect.isDelimiter(bytes, at: position, before: end) {
          cell.append(bytes[position])
          position += 1
        }
        return position
      }
      if touches, position > start, bytes[next] != 0x20 { return next }
      cell.append(quote)
      position = next
    }
    unclosed = cells.count
    return position
  }

  /// Reads a cell without an opening quote; returns where the next delimiter or the end is.
  private mutating func readPlain(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ dialect: UntidyDialect,
    _ reading: QuoteReading,
    _ quote: UInt8?,
    _ cell: inout [UInt8]
  ) -> Int {
    let touches = reading == .touching || reading == .touchingQuotes
    var position = start
    var quotes = 0
    // Quotes in pairs are text, as in: the "short" way.
    defer { if !quotes.isMultiple(of: 2) { oddities += 1 } }
    while position < end {
      if dialect.isDelimiter(bytes, at: position, before: end) { return position }
      let byte = bytes[position]
      if let escape = dialect.escape, byte == escape, escape != quote, position + 1 < end,
        bytes[position + 1] == quote ?? escape || bytes[position + 1] == escape
          || dialect.isDelimiter(bytes, at: position + 1, before: end)
      {
        cell.append(bytes[position + 1])
        position += 2
        continue
      }
      if let quote, byte == quote {
        if touches, position > start, closes(bytes, position + 1, end, dialect, quote) {
          oddities += 1
          return position
        }
        quotes += 1
      }
      cell.append(byte)
      position += 1
    }
    return position
  }

  /// Whether a quote that opens before a position is closed before a delimiter or the end.
  private func closes(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ dialect: UntidyDialect,
    _ quote: UInt8
  ) -> Bool {
    var position = start
    while position < end {
      if bytes[position] == quote,
        position + 1 >= end || dialect.isDelimiter(bytes, at: position + 1, before: end)
      {
        return position > start
      }
      position += 1
    }
    return false
  }
}
