extension CoupledEntropyMaximum {
  /// Climbs from a choice of ends, cell by cell, inside the intervals too.
  mutating func climb(choice: [Int], in box: Box? = nil) {
    let from = box ?? root
    var y = choice.indices.map { choice[$0] & 1 == 0 ? from.low[$0] : from.high[$0] }
    var rest = choice.indices.map { choice[$0] & 2 == 0 ? from.restLow[$0] : from.restHigh[$0] }
    guard y.contains(where: { $0 > 0 }) else { return }
    var value = problem.score(y, rest)
    for _ in 0..<30 {
      let before = value
      for cell in 0..<count {
        for end in [root.restLow[cell], root.restHigh[cell]] where end != rest[cell] {
          let kept = rest[cell]
          rest[cell] = end
          let next = problem.score(y, rest)
          if next > value { value = next } else { rest[cell] = kept }
        }
        if root.low[cell] < root.high[cell] { climbCell(cell, &y, rest, &value) }
      }
      if value <= before + 1e-15 { break }
    }
    if value > best { (best, bestY, bestRest) = (value, y, rest) }
  }

  private func climbCell(_ cell: Int, _ y: inout [Double], _ rest: [Double], _ value: inout Double) {
    let (activity, all) = (y.reduce(0, +) - y[cell], y.reduce(0, +) + rest.reduce(0, +) - y[cell])
    var others = 0.0
    for other in y.indices where other != cell { others += order.term(y[other], y[other] + rest[other]) }
    func at(_ own: Double) -> Double {
      guard activity + own > 0 else { return -.infinity }
      return order.score(activity + own, others + order.term(own, own + rest[cell]), all + own)
    }
    let (low, high) = (root.low[cell], root.high[cell])
    if convex[cell] {
      for end in [low, high] where at(end) > value { (y[cell], value) = (end, at(end)) }
      return
    }
    let grid = (0...8).map { low + (high - low) * Double($0) / 8 }
    guard let place = grid.indices.max(by: { at(grid[$0]) < at(grid[$1]) }) else { return }
    var (left, right) = (grid[max(0, place - 1)], grid[min(8, place + 1)])
    for _ in 0..<80 {
      let (first, second) = (left + (right - left) * 0.382, left + (right - left) * 0.618)
      if at(first) < at(second) { left = first } else { right = second }
    }
    for candidate in [grid[place], (left + right) / 2] where at(candidate) > value {
      (y[cell], value) = (candidate, at(candidate))
    }
  }
}
