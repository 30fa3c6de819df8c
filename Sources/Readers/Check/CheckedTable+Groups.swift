extension CheckedTable {
  /// Rows that have the same texts in some columns, numbered.
  struct Groups {
    /// The number of the group of each row that is kept.
    var numbers: [Int32]
    /// How many groups there are.
    var count: Int
  }

  /// Whether each text of one column goes with one text of another, but for a hundredth of them.
  func determines(_ one: CheckedColumn, _ other: CheckedColumn) -> Bool {
    guard !one.isOverfull, !other.isOverfull else { return false }
    var firsts = [Int32](repeating: -1, count: one.texts.count)
    var others: Set<UInt64> = []
    for index in rows.indices {
      let (left, right) = (one.ids[index], other.ids[index])
      let first = firsts[Int(left)]
      if first == right { continue }
      if first < 0 {
        firsts[Int(left)] = right
      } else {
        others.insert(UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right)))
        if others.count > one.texts.count / 100 + 1 { return false }
      }
    }
    return true
  }

  /// Numbers the rows so that those with the same texts in some columns, of which all texts are kept, share a number.
  ///
  /// **Complexity.** O(rows × columns), four bytes a row and at most 128 MiB or 24 bytes a group besides.
  func groups(by columns: [CheckedColumn]) -> Groups {
    var groups = Groups(numbers: [Int32](repeating: 0, count: rows.count), count: min(1, rows.count))
    for column in columns where column.texts.count > 1 {
      let (pairs, isLarge) = groups.count.multipliedReportingOverflow(by: column.texts.count)
      if !isLarge, pairs <= max(1 << 12, min(1 << 25, 4 * rows.count)) {
        refine(&groups, by: column, pairs: pairs)
      } else {
        refine(&groups, by: column)
      }
    }
    return groups
  }

  /// Parts groups by a column, with a place for each pair of group and text.
  private func refine(_ groups: inout Groups, by column: CheckedColumn, pairs: Int) {
    var known = [Int32](repeating: -1, count: pairs)
    var count: Int32 = 0
    let width = column.texts.count
    for index in rows.indices {
      let place = Int(groups.numbers[index]) * width + Int(column.ids[index])
      if known[place] < 0 {
        known[place] = count
        count += 1
      }
      groups.numbers[index] = known[place]
    }
    groups.count = Int(count)
  }

  /// Parts groups by a column, where pairs of group and text are too many to have a place each.
  private func refine(_ groups: inout Groups, by column: CheckedColumn) {
    var known = PairNumbers()
    for index in rows.indices {
      groups.numbers[index] = known.number(of: groups.numbers[index], column.ids[index])
    }
    groups.count = known.count
  }
}

/// Numbers pairs of numbers in the order in which they come.
struct PairNumbers {
  private var keys: [UInt64]
  private var numbers: [Int32]
  private(set) var count = 0

  private static let free = UInt64.max

  /// Makes an empty list.
  init() {
    keys = [UInt64](repeating: PairNumbers.free, count: 1 << 10)
    numbers = [Int32](repeating: 0, count: 1 << 10)
  }

  /// The number of a pair of numbers from 0 on, a new one if it was not met before.
  mutating func number(of left: Int32, _ right: Int32) -> Int32 {
    let key = UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    var slot = place(of: key)
    if keys[slot] == key { return numbers[slot] }
    if count * 2 >= keys.count {
      grow()
      slot = place(of: key)
    }
    keys[slot] = key
    numbers[slot] = Int32(truncatingIfNeeded: count)
    count += 1
    return numbers[slot]
  }

  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while keys[slot] != key, keys[slot] != PairNumbers.free { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    keys = [UInt64](repeating: PairNumbers.free, count: oldKeys.count * 2)
    numbers = [Int32](repeating: 0, count: keys.count)
    for (key, number) in zip(oldKeys, oldNumbers) where key != PairNumbers.free {
      let slot = place(of: key)
      keys[slot] = key
      numbers[slot] = number
    }
  }
}
