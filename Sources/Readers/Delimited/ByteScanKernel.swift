/// Returns the position of the first byte that is not plain text (0, or above 127), or nil if there is none.
///
/// Reads eight bytes at a time. Preconditions: `start` lies within the bytes or at their end.
func firstSpecialByte(_ bytes: Span<UInt8>, from start: Int) -> Int? {
  precondition(start >= 0 && start <= bytes.count, "start \(start) is not in 0...\(bytes.count)")
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highs: UInt64 = 0x8080_8080_8080_8080
  return bytes.withUnsafeBytes { raw in
    var position = start
    let end = raw.count
    while position + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      if (word | (word &- ones)) & highs != 0 { break }
      position += 8
    }
    while position < end {
      let byte = raw[position]
      if byte == 0 || byte >= 0x80 { return position }
      position += 1
    }
    return nil
  }
}

/// Returns a hash of some of the bytes.
///
/// Preconditions: `start ... end` lie within the bytes. The same on every run: order never depends on it, only speed.
@inline(__always)
func hashBytes(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
  precondition(start >= 0 && start <= end && end <= bytes.count, "range is outside the bytes")
  let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
  return bytes.withUnsafeBytes { raw in
    var hash = UInt64(truncatingIfNeeded: end - start) &* multiplier
    var position = start
    while position + 8 <= end {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) &* multiplier
      hash ^= hash &>> 29
      position += 8
    }
    var tail: UInt64 = 0
    if position < end {
      if raw.count >= position + 8 {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        tail = UInt64(littleEndian: word) & ((1 &<< UInt64(truncatingIfNeeded: 8 &* (end &- position))) &- 1)
      } else {
        var shift: UInt64 = 0
        while position < end {
          tail |= UInt64(raw[position]) &<< shift
          shift &+= 8
          position += 1
        }
      }
    }
    hash = (hash ^ tail) &* multiplier
    return hash ^ (hash &>> 32)
  }
}

/// Returns whether some bytes equal those at an offset of others.
///
/// Preconditions: both ranges lie within their bytes.
@inline(__always)
func sameBytes(_ left: Span<UInt8>, _ start: Int, _ right: Span<UInt8>, _ other: Int, count: Int) -> Bool {
  precondition(
    start >= 0 && other >= 0 && count >= 0 && start + count <= left.count && other + count <= right.count,
    "range is outside the bytes"
  )
  return left.withUnsafeBytes { a in
    right.withUnsafeBytes { b in
      var position = 0
      while position + 8 <= count {
        if a.loadUnaligned(fromByteOffset: start + position, as: UInt64.self)
          != b.loadUnaligned(fromByteOffset: other + position, as: UInt64.self)
        {
          return false
        }
        position += 8
      }
      while position < count {
        if a[start + position] != b[other + position] { return false }
        position += 1
      }
      return true
    }
  }
}
