/// How many rows of a text each kind of line end closes, and where the first of each is.
struct LineEndTally: Equatable {
  private(set) var counts = [0, 0, 0]
  private(set) var firstRows = [0, 0, 0]

  private static let names: [Dialect.LineEnding] = [.lf, .crlf, .cr]

  /// Counts what stands after the last cell of a row.
  @inline(__always)
  mutating func add(_ bytes: Span<UInt8>, after cells: [CellRange], quote: UInt8, row: Int) {
    guard let last = cells.last else { return }
    var end = last.end
    if end < bytes.count, bytes[end] == quote { end &+= 1 }
    guard end < bytes.count else { return }
    let kind = bytes[end] == 0x0A ? 0 : end &+ 1 < bytes.count && bytes[end &+ 1] == 0x0A ? 1 : 2
    if counts[kind] == 0 { firstRows[kind] = row }
    counts[kind] &+= 1
  }

  /// Counts the line ends of a text, within quotes too.
  init(_ bytes: Span<UInt8>, from start: Int) {
    var position = start
    var line = 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x0A || byte == 0x0D {
        let isPair = byte == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
        let kind = byte == 0x0A ? 0 : isPair ? 1 : 2
        if counts[kind] == 0 { firstRows[kind] = line }
        counts[kind] += 1
        line += 1
        if isPair { position += 1 }
      }
      position += 1
    }
  }

  init() {}

  /// Counts the line ends of an open text.
  init(of text: DelimitedText) throws(ReadError) {
    self = try text.withText { (bytes: Span<UInt8>, start: Int) throws(ReadError) in
      LineEndTally(bytes, from: start)
    }
  }

  /// Whether there is none.
  var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

  /// Whether rows end in more than one way.
  var isMixed: Bool { counts.count { $0 > 0 } > 1 }

  /// The kinds that occur with their counts and first rows, such as "lf 12 (first: row 3)", the commonest first.
  var words: String {
    let kinds = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $1) > (counts[$1], $0) }
    return
      kinds.map { "\(LineEndTally.names[$0].rawValue) \(counts[$0]) (first: row \(firstRows[$0]))" }
      .joined(separator: ", ")
  }
}
