/// Finds arcs that cross other arcs or themselves.
enum ArcCrossings {
  private struct Segment {
    let arc: Int
    let start: Position
    let end: Position
  }

  /// Returns the numbers of the arcs with a segment that properly crosses another, ascending.
  ///
  /// Segments are sorted into the squares of a grid that they pass; only those that share a square are compared.
  ///
  /// **Complexity.** O(segments) for borders whose segments are short against the whole.
  static func find(_ lines: [[Position]]) -> [Int] {
    var segments: [Segment] = []
    for (arc, line) in lines.enumerated() {
      for (start, end) in zip(line, line.dropFirst()) {
        segments.append(Segment(arc: arc, start: start, end: end))
      }
    }
    guard let box = BoundingBox(around: lines.lazy.joined()), segments.count > 1 else { return [] }
    let side = max(1, min(512, Int(Double(segments.count).squareRoot())))
    let width = max(box.east - box.west, 1e-12) / Double(side)
    let height = max(box.north - box.south, 1e-12) / Double(side)
    func range(_ a: Double, _ b: Double, _ origin: Double, _ step: Double) -> ClosedRange<Int> {
      let low = max(0, min(side - 1, Int((min(a, b) - origin) / step)))
      let high = max(0, min(side - 1, Int((max(a, b) - origin) / step)))
      return low...max(low, high)
    }
    var squares = [[Int32]](repeating: [], count: side * side)
    var crossing = [Bool](repeating: false, count: lines.count)
    for (number, segment) in segments.enumerated() {
      for row in range(segment.start.latitude, segment.end.latitude, box.south, height) {
        for column in range(segment.start.longitude, segment.end.longitude, box.west, width) {
          let square = row * side + column
          for other in squares[square] where crosses(segment, segments[Int(other)]) {
            crossing[segment.arc] = true
            crossing[segments[Int(other)].arc] = true
          }
          squares[square].append(Int32(number))
        }
      }
    }
    return crossing.indices.filter { crossing[$0] }
  }

  /// Whether two segments cross inside both of them; those that meet at an end do not.
  private static func crosses(_ a: Segment, _ b: Segment) -> Bool {
    if a.start == b.start || a.start == b.end || a.end == b.start || a.end == b.end { return false }
    return turn(a.start, a.end, b.start) * turn(a.start, a.end, b.end) < 0
      && turn(b.start, b.end, a.start) * turn(b.start, b.end, a.end) < 0
  }

  /// Whether three positions turn left (1), right (−1) or not at all.
  private static func turn(_ a: Position, _ b: Position, _ c: Position) -> Double {
    let area =
      (b.longitude - a.longitude) * (c.latitude - a.latitude)
      - (c.longitude - a.longitude) * (b.latitude - a.latitude)
    return area > 0 ? 1 : area < 0 ? -1 : 0
  }
}
