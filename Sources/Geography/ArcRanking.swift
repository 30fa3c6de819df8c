/// The positions of an arc, each with the area in km² below which it is kept.
struct ArcRanking: Sendable {
  let points: [Position]
  /// For each position the area of its triangle when it went, never less than that of one that went before it;
  /// infinite for the ends and for those that must stay.
  let areas: [Double]

  /// How many positions inside the ends stay whatever the threshold.
  var fixedInside: Int { areas.dropFirst().dropLast().count { $0 == .infinity } }

  /// Ranks the positions of an arc.
  ///
  /// - Parameters:
  ///   - points: The positions from end to end.
  ///   - least: How many positions inside the ends must stay.
  init(_ points: [Position], keeping least: Int) {
    self.points = points
    var areas = [Double](repeating: .infinity, count: points.count)
    guard points.count > 2 else {
      self.areas = areas
      return
    }
    var previous = points.indices.map { $0 - 1 }
    var next = points.indices.map { $0 + 1 }
    var current = areas
    var heap = AreaHeap()
    for position in 1..<(points.count - 1) {
      current[position] = ArcRanking.triangle(points[position - 1], points[position], points[position + 1])
      heap.push(current[position], position)
    }
    var left = points.count - 2
    var greatest = 0.0
    while left > least, let (area, position) = heap.pop() {
      // An entry of a triangle that has changed since, or of a position that went, is stale.
      guard area == current[position], areas[position] == .infinity else { continue }
      greatest = max(greatest, area)
      areas[position] = greatest
      left -= 1
      let (before, after) = (previous[position], next[position])
      next[before] = after
      previous[after] = before
      for neighbour in [before, after] where neighbour > 0 && neighbour < points.count - 1 {
        current[neighbour] = ArcRanking.triangle(
          points[previous[neighbour]],
          points[neighbour],
          points[next[neighbour]]
        )
        heap.push(current[neighbour], neighbour)
      }
    }
    self.areas = areas
  }

  /// The positions that stay at a threshold.
  func positions(above threshold: Double) -> [Position] {
    points.indices.filter { areas[$0] > threshold || areas[$0] == .infinity }.map { points[$0] }
  }

  /// The area of a small triangle in km², degrees of longitude shortened at its middle latitude.
  private static func triangle(_ a: Position, _ b: Position, _ c: Position) -> Double {
    let shrink = Angle.cosine(Angle.radians((a.latitude + b.latitude + c.latitude) / 3))
    let doubled =
      (b.longitude - a.longitude) * (c.latitude - a.latitude)
      - (c.longitude - a.longitude) * (b.latitude - a.latitude)
    let degree = Angle.radians(Earth.meanRadius)
    return (doubled * shrink * degree * degree / 2).magnitude
  }
}

/// Areas with the positions they belong to, smallest first; equal areas by position.
private struct AreaHeap {
  private var items: [(area: Double, position: Int)] = []

  mutating func push(_ area: Double, _ position: Int) {
    items.append((area, position))
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard items[child] < items[parent] else { return }
      items.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> (area: Double, position: Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return first }
    items[0] = last
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < items.count else { return first }
      let right = left + 1
      let child = right < items.count && items[right] < items[left] ? right : left
      guard items[child] < items[parent] else { return first }
      items.swapAt(child, parent)
      parent = child
    }
  }
}
