/// The cells of one row, their bytes one after the other: four bytes a cell beside the text.
struct UntidyCells: RandomAccessCollection, Hashable, Sendable {
  private(set) var text: [UInt8] = []
  private var ends: [UInt32] = []

  init() {}

  init(_ cells: some Sequence<some Sequence<UInt8>>) {
    for cell in cells { append(cell) }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { ends.count }

  subscript(position: Int) -> ArraySlice<UInt8> {
    text[(position == 0 ? 0 : Int(ends[position - 1]))..<Int(ends[position])]
  }

  /// Adds a byte to the cell that is open.
  @inline(__always)
  mutating func add(_ byte: UInt8) { text.append(byte) }

  /// Ends the cell that is open.
  @inline(__always)
  mutating func endCell() { ends.append(UInt32(text.count)) }

  mutating func append(_ cell: some Sequence<UInt8>) {
    text.append(contentsOf: cell)
    endCell()
  }

  /// Whether a cell has nothing in it.
  func isEmpty(at position: Int) -> Bool {
    ends[position] == (position == 0 ? 0 : ends[position - 1])
  }

  /// How many cells hold something.
  var filledCount: Int {
    var count = 0
    for position in indices where !isEmpty(at: position) { count += 1 }
    return count
  }

  /// With empty cells added at the end.
  func padded(to width: Int) -> UntidyCells {
    var padded = self
    while padded.count < width { padded.endCell() }
    return padded
  }

  /// The first cells.
  func cut(to width: Int) -> UntidyCells { width < count ? UntidyCells(prefix(width)) : self }

  /// Without one cell.
  func removing(at place: Int) -> UntidyCells {
    var rest = UntidyCells()
    for (position, cell) in enumerated() where position != place { rest.append(cell) }
    return rest
  }

  /// With a cell and the next one made one, the delimiter between them.
  func joining(at place: Int, _ delimiter: [UInt8]) -> UntidyCells {
    var joined = UntidyCells()
    for (position, cell) in enumerated() where position != place + 1 {
      joined.append(position == place ? cell + delimiter + self[place + 1] : cell)
    }
    return joined
  }

  /// With one cell made two after some of its bytes.
  func parting(at place: Int, after length: Int) -> UntidyCells {
    var parted = UntidyCells()
    for (position, cell) in enumerated() {
      if position == place { parted.append(cell.prefix(length)) }
      parted.append(position == place ? cell.dropFirst(length) : cell)
    }
    return parted
  }

  /// The first cells, all that follow joined to the last of them.
  func folded(to width: Int, _ delimiter: [UInt8]) -> UntidyCells {
    guard width > 0, count > width else { return self }
    var folded = UntidyCells(prefix(width - 1))
    for position in (width - 1)..<count {
      if position >= width { for byte in delimiter { folded.add(byte) } }
      for byte in self[position] { folded.add(byte) }
    }
    folded.endCell()
    return folded
  }
}
