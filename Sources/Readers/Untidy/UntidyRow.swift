/// One row as read under some assumption.
struct UntidyRow: Sendable {
  /// The cells, quotes taken off.
  var cells = UntidyCells()
  /// Which cells began with a quote.
  var opened: [Int] = []
  /// How many quotes stood where none should.
  var oddities = 0
  /// The cell whose quote was never closed.
  var unclosed: Int?
  /// Where the next quote is that closes a cell, once that was looked for.
  private var nextClosing: Int?
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
      var begins = position
      // Spaces before a quote are no text, unless they part cells.
      if let quote, reading != .strict, dialect.delimiter.first != 0x20 {
        while begins < end, bytes[begins] == 0x20 { begins += 1 }
        if begins >= end || bytes[begins] != quote { begins = position }
      }
      if let quote, begins < end, bytes[begins] == quote, reading != .openedByMistake(cell: cells.count) {
        opened.append(cells.count)
        position = readQuoted(bytes, begins + 1, end, dialect, reading, quote)
      } else {
        position = readPlain(bytes, position, end, dialect, reading, quote)
      }
      cells.endCell()
      if position >= end { return }
      if dialect.isDelimiter(bytes, at: position, before: end) {
        position += dialect.delimiter.count
        if position >= end {
          cells.endCell()
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
    _ quote: UInt8
  ) -> Int {
    let doubles = dialect.doublesQuotes && reading != .undoubled
    let touches = reading == .touching || reading == .touchingQuotes
    var position = start
    while position < end {
      let byte = bytes[position]
      if let escape = dialect.escape, byte == escape, escape != quote, position + 1 < end,
        bytes[position + 1] == quote || bytes[position + 1] == escape
      {
        cells.add(bytes[position + 1])
        position += 2
        continue
      }
      guard byte == quote else {
        cells.add(byte)
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
        cells.add(quote)
        position += 2
        continue
      }
      oddities += 1
      if reading == .strict {
        // Text after the closing quote belongs to the cell.
        position = next
        while position < end, !dialect.isDelimiter(bytes, at: position, before: end) {
          cells.add(bytes[position])
          position += 1
        }
        return position
      }
      if touches, position > start, bytes[next] != 0x20 { return next }
      cells.add(quote)
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
    _ quote: UInt8?
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
        cells.add(bytes[position + 1])
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
      cells.add(byte)
      position += 1
    }
    return position
  }

  /// Whether a quote that opens before a position is closed before a delimiter or the end.
  private mutating func closes(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ dialect: UntidyDialect,
    _ quote: UInt8
  ) -> Bool {
    if let nextClosing, nextClosing >= start { return nextClosing > start && nextClosing < end }
    var position = start
    while position < end {
      if bytes[position] == quote,
        position + 1 >= end || dialect.isDelimiter(bytes, at: position + 1, before: end)
      {
        break
      }
      position += 1
    }
    nextClosing = position
    return position > start && position < end
  }

  /// Where a row ends whose quotes may hold line ends: its end, the next row and how many lines it has beside the first.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - start: Where the row begins.
  ///   - dialect: What parts cells.
  ///   - lines: How many lines are looked at.
  ///   - length: How many bytes are looked at.
  /// - Returns: Nil if no line end stands outside of quotes there.
  static func end(
    _ bytes: Span<UInt8>,
    from start: Int,
    _ dialect: UntidyDialect,
    lines: Int,
    length: Int
  ) -> (end: Int, next: Int, lines: Int)? {
    guard let quote = dialect.quote else { return nil }
    let stop = min(bytes.count, start + length)
    var (position, passed) = (start, 0)
    var (isInside, begins) = (false, true)
    while position < stop {
      let byte = bytes[position]
      if let escape = dialect.escape, byte == escape, escape != quote, position + 1 < stop,
        bytes[position + 1] == quote || bytes[position + 1] == escape
      {
        position += 2
        begins = false
        continue
      }
      if byte == quote, begins || isInside {
        let isDoubled =
          isInside && dialect.doublesQuotes && position + 1 < stop && bytes[position + 1] == quote
        position += isDoubled ? 2 : 1
        if !isDoubled { isInside.toggle() }
        begins = false
        continue
      }
      if let next = dialect.afterLineEnd(bytes, at: position) {
        if !isInside { return (position, next, passed) }
        passed += 1
        if passed > lines { return nil }
        position = next
        continue
      }
      if !isInside, dialect.isDelimiter(bytes, at: position, before: bytes.count) {
        position += dialect.delimiter.count
        begins = true
        continue
      }
      begins = false
      position += 1
    }
    return !isInside && stop == bytes.count ? (stop, stop, passed) : nil
  }
}
