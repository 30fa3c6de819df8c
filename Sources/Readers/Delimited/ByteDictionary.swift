/// Numbers the different texts of a column in the order of their first appearance, without making strings.
///
/// Open addressing over a power of two of slots; the texts lie one after the other in one array. The text of the row
/// before is compared first, since tables repeat themselves.
package struct ByteDictionary {
  private var slots: [Int32]
  private var hashes: [UInt32] = []
  private var starts: [Int] = [0]
  private var arena: [UInt8] = []
  private var last: Int32 = -1

  /// Makes an empty dictionary.
  package init() {
    slots = [Int32](repeating: -1, count: 64)
  }

  /// How many different texts there are.
  package var count: Int { hashes.count }

  /// How many bytes the different texts have together.
  var byteCount: Int { arena.count }

  /// The text of a number.
  package func text(_ id: Int32) -> String {
    String(decoding: arena[starts[Int(id)]..<starts[Int(id) + 1]], as: UTF8.self)
  }

  /// All texts, in the order of their numbers.
  package var texts: [String] { (0..<count).map { text(Int32($0)) } }

  /// Returns the number of a text, a new one if it was not met before.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - start: The first byte of the text.
  ///   - end: The byte after its last.
  /// - Returns: The number.
  @inline(__always)
  package mutating func id(of bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int32 {
    let length = end &- start
    if last >= 0 {
      let first = starts[Int(last)]
      if starts[Int(last) &+ 1] &- first == length, sameBytes(bytes, start, arena.span, first, count: length)
      {
        return last
      }
    }
    last = find(bytes, start, end)
    return last
  }

  /// Returns the number of a text.
  package mutating func id(of text: String) -> Int32 {
    let bytes = Array(text.utf8)
    return id(of: bytes.span, 0, bytes.count)
  }

  private mutating func find(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int32 {
    let length = end &- start
    let hash = UInt32(truncatingIfNeeded: hashBytes(bytes, start, end))
    let mask = slots.count &- 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash {
        let first = starts[id]
        if starts[id &+ 1] &- first == length, sameBytes(bytes, start, arena.span, first, count: length) {
          return Int32(id)
        }
      }
      slot = (slot &+ 1) & mask
    }
    return insert(bytes, start, end, hash, slot)
  }

  @inline(never)
  private mutating func insert(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ hash: UInt32,
    _ slot: Int
  ) -> Int32 {
    let id = Int32(hashes.count)
    hashes.append(hash)
    for position in start..<end { arena.append(bytes[position]) }
    starts.append(arena.count)
    slots[slot] = id
    if hashes.count * 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (id, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(id)
    }
  }
}
