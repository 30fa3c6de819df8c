/// A binary heap of squares by distance; ties go to the lower label, then the lower square.
struct SquareQueue {
  /// A square that a district may grow onto.
  struct Entry {
    let distance: Double
    let label: Int
    let square: Int

    func precedes(_ other: Entry) -> Bool {
      (distance, label, square) < (other.distance, other.label, other.square)
    }
  }

  private var heap: [Entry] = []

  /// Adds a square.
  mutating func insert(square: Int, label: Int, distance: Double) {
    heap.append(Entry(distance: distance, label: label, square: square))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].precedes(heap[parent]) else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  /// Removes and returns the nearest square, or nil if there is none.
  mutating func popFirst() -> Entry? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child].precedes(heap[least]) { least = child }
      }
      if least == parent { break }
      heap.swapAt(parent, least)
      parent = least
    }
    return first
  }
}
