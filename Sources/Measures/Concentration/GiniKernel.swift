import Arithmetic

/// The locational Gini coefficient of all industries of a period, sorted by counting.
///
/// Positive floating-point numbers sort as their bits do. The bits of an industry's quotients, cut to the digits that spread
/// them over some twice as many boxes as there are regions, say in which box each lies; counting puts them there in
/// one pass, and an insertion sort mends the order inside the boxes. Where that takes too long, because the quotients crowd
/// in few boxes, the library's sort takes over. Zeros need no place: they come first, in any order.
enum GiniKernel {
  /// Returns the coefficient of each industry; special ones get 0.
  static func values(
    _ cells: Span<Double>,
    totals: [Double],
    reference: [Double],
    isSpecial: [Bool]
  ) -> [Double] {
    let industries = totals.count
    let regions = reference.count
    var values = [Double](repeating: 0, count: industries)
    let inverseReference = reference.map { $0 > 0 ? 1 / $0 : 0 }
    var sorter = QuotientSorter(regions: regions)
    var columns = [Double](repeating: 0, count: tileWidth * regions)
    for start in stride(from: 0, to: industries, by: tileWidth) {
      let width = min(tileWidth, industries - start)
      transpose(cells, start: start, width: width, industries: industries, into: &columns)
      for column in 0..<width where !isSpecial[start + column] {
        values[start + column] = sorter.gini(
          columns.span.extracting(column * regions..<(column + 1) * regions),
          total: totals[start + column],
          reference: reference.span,
          inverseReference: inverseReference.span
        )
      }
    }
    return values
  }

  /// How many industries are laid out as columns at once: two cache lines of a row.
  private static let tileWidth = 16

  private static func transpose(
    _ cells: Span<Double>,
    start: Int,
    width: Int,
    industries: Int,
    into columns: inout [Double]
  ) {
    let regions = columns.count / tileWidth
    var columns = columns.mutableSpan
    for region in 0..<regions {
      let base = region * industries + start
      for column in 0..<width { columns[column * regions + region] = cells[base + column] }
    }
  }
}

/// Sorts the quotients of one industry after the other, in the same memory.
private struct QuotientSorter {
  /// A region's quotient as bits, its amount and its share of the reference.
  private struct Entry {
    var key: UInt64 = 0
    var amount = 0.0
    var reference = 0.0
  }

  private var entries: [Entry]
  private var sorted: [Entry]
  private var boxes: [Int32]
  private let boxBits: Int

  init(regions: Int) {
    entries = [Entry](repeating: Entry(), count: regions)
    sorted = entries
    boxBits = max(6, Int.bitWidth - (2 * regions - 1).leadingZeroBitCount)
    boxes = [Int32](repeating: 0, count: 1 << boxBits)
  }

  /// Returns Σ s (Xᵣ₋₁ + Xᵣ) − 1 over the regions in the order of their quotients.
  mutating func gini(
    _ amounts: Span<Double>,
    total: Double,
    reference: Span<Double>,
    inverseReference: Span<Double>
  ) -> Double {
    let found = collect(amounts, reference: reference, inverseReference: inverseReference)
    guard found.count > 0 else { return 0 }
    QuotientSorter.distribute(entries, into: &sorted, boxes: &boxes, boxBits: boxBits, found)
    if !mend(count: found.count) { sorted[..<found.count].sort { $0.key < $1.key } }
    let sorted = sorted.span
    var cumulated = max(0, 1 - found.reference)
    var sum = 0.0
    for place in 0..<found.count {
      let entry = sorted[place]
      let next = cumulated + entry.reference
      sum += entry.amount * (cumulated + next)
      cumulated = next
    }
    return min(1, max(0, sum / total - 1))
  }

  /// The regions with the industry: how many, the ends of their keys, and their share of the reference.
  private struct Present {
    var count = 0
    var least = UInt64.max
    var greatest = UInt64.min
    var reference = 0.0
  }

  /// Writes down the regions with the industry.
  private mutating func collect(
    _ amounts: Span<Double>,
    reference: Span<Double>,
    inverseReference: Span<Double>
  ) -> Present {
    var found = Present()
    var entries = entries.mutableSpan
    for region in 0..<amounts.count {
      let amount = amounts[region]
      let key = (amount * inverseReference[region]).bitPattern
      entries[found.count] = Entry(key: key, amount: amount, reference: reference[region])
      // Zeros are written and overwritten, which spares a branch that no processor can foresee.
      let counts = key != 0
      found.count &+= counts ? 1 : 0
      found.reference += counts ? reference[region] : 0
      found.least = counts ? min(found.least, key) : found.least
      found.greatest = max(found.greatest, key)
    }
    return found
  }

  /// Puts the present entries into their boxes.
  private static func distribute(
    _ list: [Entry],
    into sortedList: inout [Entry],
    boxes boxList: inout [Int32],
    boxBits: Int,
    _ found: Present
  ) {
    let spread = found.greatest - found.least
    let shift = UInt64(max(0, UInt64.bitWidth - spread.leadingZeroBitCount - boxBits))
    let used = Int(spread >> shift) + 1
    let entries = list.span
    var sorted = sortedList.mutableSpan
    var boxes = boxList.mutableSpan
    for box in 0..<used { boxes[box] = 0 }
    for place in 0..<found.count { boxes[Int((entries[place].key - found.least) >> shift)] &+= 1 }
    var start: Int32 = 0
    for box in 0..<used {
      let size = boxes[box]
      boxes[box] = start
      start &+= size
    }
    for place in 0..<found.count {
      let box = Int((entries[place].key - found.least) >> shift)
      sorted[Int(boxes[box])] = entries[place]
      boxes[box] &+= 1
    }
  }

  /// Sorts by insertion; gives up, leaving all entries there, when more than 8 moves an entry are needed.
  private mutating func mend(count: Int) -> Bool {
    var sorted = sorted.mutableSpan
    var moves = 8 * count
    var place = 1
    while place < count {
      let entry = sorted[place]
      if sorted[place - 1].key > entry.key {
        var hole = place
        while hole > 0, sorted[hole - 1].key > entry.key {
          sorted[hole] = sorted[hole - 1]
          hole -= 1
        }
        sorted[hole] = entry
        moves -= place - hole
        if moves < 0 { return false }
      }
      place += 1
    }
    return true
  }
}
