/// Where a cell lies in some bytes, and how it is written there.
package struct CellRange: Equatable, Sendable {
  /// How a cell is written.
  package enum Form: UInt8, Sendable {
    /// As it stands, within quotes or without.
    case plain
    /// With doubled quotes, or text after the closing quote: the quotes are part of the range.
    case quoted
  }

  /// The first byte.
  package var start: Int
  /// The byte after the last.
  package var end: Int
  /// How it is written.
  package var form: Form

  @inline(__always)
  package init(_ start: Int, _ end: Int, _ form: Form = .plain) {
    self.start = start
    self.end = end
    self.form = form
  }

  /// The bytes of the cell, quotes taken off.
  package func bytes(in bytes: Span<UInt8>, quote: UInt8) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    guard form == .quoted else {
      for position in start..<end { result.append(bytes[position]) }
      return result
    }
    // Starts at the opening quote. A doubled quote is one; after the closing quote everything is ordinary.
    var position = start + 1
    var isInside = true
    while position < end {
      let byte = bytes[position]
      if isInside, byte == quote {
        if position + 1 < end, bytes[position + 1] == quote {
          result.append(quote)
          position += 2
          continue
        }
        isInside = false
      } else {
        result.append(byte)
      }
      position += 1
    }
    return result
  }

  /// The text of the cell, quotes taken off.
  package func text(in bytes: Span<UInt8>, quote: UInt8) -> String {
    String(decoding: self.bytes(in: bytes, quote: quote), as: UTF8.self)
  }
}

/// What can stop a scanner within a row.
package enum ScanFailure: Error, Equatable {
  case unclosedQuote(column: Int)
  case tooLong
  case tooMany
}
