/// Ascending numbers of rows, of which only the gaps are held.
struct RowNumbers: Hashable, Sendable {
  /// Where runs of numbers that follow each other begin: the position, and the number there.
  private var starts: [Start] = []
  private(set) var count = 0
  private var next = -1

  private struct Start: Hashable, Sendable {
    var position: Int
    var number: Int
  }

  /// The positions of the numbers.
  var indices: Range<Int> { 0..<count }

  /// All numbers.
  var all: [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].position : count
      numbers += (0..<(end - start.position)).map { start.number + $0 }
    }
    return numbers
  }

  /// Adds a number.
  mutating func append(_ number: Int) {
    if number != next { starts.append(Start(position: count, number: number)) }
    next = number + 1
    count += 1
  }

  /// The number at a position.
  subscript(position: Int) -> Int {
    precondition(indices.contains(position), "position \(position) is not in \(indices)")
    var (low, high) = (0, starts.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle].position <= position { low = middle } else { high = middle }
    }
    return starts[low].number + position - starts[low].position
  }
}
