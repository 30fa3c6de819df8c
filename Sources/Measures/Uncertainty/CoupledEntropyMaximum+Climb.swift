extension CoupledEntropyMaximum {
  /// Numbers with the sums of which their score is made.
  private struct Climber {
    let order: EntropyOrder
    var y: [Double]
    var rest: [Double]
    var terms: [Double]
    var sums = Sums()

    init(_ order: EntropyOrder, _ y: [Double], _ rest: [Double]) {
      (self.order, self.y, self.rest) = (order, y, rest)
      terms = zip(y, rest).map { order.term($0, $0 + $1) }
      sums = Sums(y: y.reduce(0, +), h: terms.reduce(0, +), x: y.reduce(0, +) + rest.reduce(0, +))
    }

    var score: Double { order.score(sums.y, sums.h, sums.x) }

    /// The sums with other numbers for a cell.
    func moved(_ cell: Int, _ own: Double, _ other: Double, _ term: Double) -> Sums {
      Sums(
        y: sums.y - y[cell] + own,
        h: sums.h - terms[cell] + term,
        x: sums.x - y[cell] - rest[cell] + own + other
      )
    }

    func score(_ cell: Int, _ own: Double, _ other: Double) -> Double {
      let sums = moved(cell, own, other, order.term(own, own + other))
      return sums.y > 0 ? order.score(sums.y, sums.h, sums.x) : -.infinity
    }

    mutating func move(_ cell: Int, _ own: Double, _ other: Double) {
      let term = order.term(own, own + other)
      sums = moved(cell, own, other, term)
      (y[cell], rest[cell], terms[cell]) = (own, other, term)
    }
  }

  /// Climbs from a choice of ends, cell by cell, inside the intervals too.
  mutating func climb(choice: [Int], in box: Box? = nil) {
    let from = box ?? root
    let y = choice.indices.map { choice[$0] & 1 == 0 ? from.low[$0] : from.high[$0] }
    let rest = choice.indices.map { choice[$0] & 2 == 0 ? from.restLow[$0] : from.restHigh[$0] }
    guard y.contains(where: { $0 > 0 }) else { return }
    var climber = Climber(order, y, rest)
    var value = climber.score
    for _ in 0..<30 {
      let before = value
      for cell in 0..<count {
        for end in [root.restLow[cell], root.restHigh[cell]] where end != climber.rest[cell] {
          let next = climber.score(cell, climber.y[cell], end)
          if next > value {
            climber.move(cell, climber.y[cell], end)
            value = next
          }
        }
        if root.low[cell] < root.high[cell] { climbCell(cell, &climber, &value) }
      }
      if value <= before + 1e-15 { break }
    }
    value = problem.score(climber.y, climber.rest)
    if value > best { (best, bestY, bestRest) = (value, climber.y, climber.rest) }
  }

  private func climbCell(_ cell: Int, _ climber: inout Climber, _ value: inout Double) {
    let (low, high, rest) = (root.low[cell], root.high[cell], climber.rest[cell])
    var candidates = [low, high]
    if !convex[cell] {
      func at(_ own: Double) -> Double { climber.score(cell, own, rest) }
      let grid = (0...8).map { low + (high - low) * Double($0) / 8 }
      let values = grid.map(at)
      guard let place = values.indices.max(by: { values[$0] < values[$1] }) else { return }
      var (left, right) = (grid[max(0, place - 1)], grid[min(8, place + 1)])
      for _ in 0..<80 where right - left > 1e-15 * high {
        let (first, second) = (left + (right - left) * 0.382, left + (right - left) * 0.618)
        if at(first) < at(second) { left = first } else { right = second }
      }
      candidates = [grid[place], (left + right) / 2]
    }
    for candidate in candidates {
      let next = climber.score(cell, candidate, rest)
      guard next > value else { continue }
      climber.move(cell, candidate, rest)
      value = next
    }
  }
}
