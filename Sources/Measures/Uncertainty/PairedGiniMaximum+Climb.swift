extension PairedGiniMaximum {
  /// Numbers found on the way: their sum of activity, and the region that is inside its interval.
  struct Found {
    var activity: Double
    var cell: Int?
  }

  func gini(_ y: [Double], _ x: [Double]) -> Double {
    let value = MeasureKernel.gini(y, x)
    guard box.isCoupled else { return value }
    let (activity, rest) = (y.reduce(0, +), x.reduce(0, +))
    return value * (rest / (activity + rest))
  }

  mutating func keep(_ y: [Double], _ x: [Double]) -> Double {
    let value = gini(y, x)
    if value > best || (bestActivity.isEmpty && value >= 0) {
      (best, bestActivity, bestReference) = (max(best, value), y, x)
    }
    return value
  }

  /// Begins with choices by the thresholds, from several places.
  mutating func begin() {
    let middles = [lower, upper, zip(lower, upper).map { ($0 + $1) / 2 }]
    for activity in middles {
      var (y, x) = (activity, zip(box.lower, box.upper).map { ($0 + $1) / 2 })
      var reached = -1.0
      for _ in 0..<30 {
        guard y.contains(where: { $0 > 0 }), x.contains(where: { $0 > 0 }) else { break }
        thresholds(&y, &x)
        let value = keep(y, x)
        guard value > reached else { break }
        reached = value
      }
      _ = climbInside(y, x, nil)
    }
  }

  /// Puts regions at the ends that raise the coefficient, all others as they are.
  private func thresholds(_ y: inout [Double], _ x: inout [Double]) {
    let (activity, reference) = (y.reduce(0, +), x.reduce(0, +))
    let ratio = box.isCoupled ? activity / (activity + reference) : 0
    let plain = MeasureKernel.gini(y, x)
    var (below, base) = (0.0, 0.0)
    var (nextY, nextX) = (y, x)
    for cell in MeasureKernel.giniOrder(y, x) {
      let share = (base + x[cell] / 2) / reference
      nextY[cell] = 2 * share > 1 + plain * (1 + ratio) ? upper[cell] : lower[cell]
      nextX[cell] =
        2 * (below + y[cell] / 2) / activity < 1 - plain * (1 - ratio) ? box.upper[cell] : box.lower[cell]
      below += y[cell]
      base += x[cell]
    }
    if nextY.contains(where: { $0 > 0 }), nextX.contains(where: { $0 > 0 }) { (y, x) = (nextY, nextX) }
  }

  /// Keeps a choice of ends if it is better than what is known, and the best place inside that it leads to.
  mutating func improve(_ choice: [Int], _ node: Node) -> Found? {
    let y = (0..<count).map { self.y[4 * $0 + choice[$0]] }
    let x = (0..<count).map { self.x[4 * $0 + choice[$0]] }
    guard y.contains(where: { $0 > 0 }), x.contains(where: { $0 > 0 }) else { return nil }
    _ = keep(y, x)
    return climbInside(y, x, node)
  }

  /// Moves one region after another to its best place inside: those whose interval has the threshold, and the one that
  /// is all that a node leaves open.
  private mutating func climbInside(_ activity: [Double], _ x: [Double], _ node: Node?) -> Found {
    var y = activity
    var found = Found(activity: y.reduce(0, +), cell: nil)
    guard box.isCoupled else { return found }
    var value = gini(y, x)
    let (sum, rest) = (found.activity, x.reduce(0, +))
    let mark = (1 + value * (1 + 2 * sum / rest)) / 2 * rest
    var (base, ratio) = (0.0, Double.infinity)
    for cell in MeasureKernel.giniOrder(y, x) {
      base += x[cell]
      if base >= mark {
        ratio = y[cell] / x[cell]
        break
      }
    }
    let open = node.map { node in (0..<count).filter { node.masks[$0] & (node.masks[$0] - 1) != 0 } }
    for cell in open ?? Array(0..<count) where lower[cell] < upper[cell] {
      guard node.map({ $0.masks[cell] & 0b11 == 0b11 }) ?? true else { continue }
      let isNear = lower[cell] <= ratio * x[cell] * 1.05 && upper[cell] >= ratio * x[cell] * 0.95
      guard isNear || x[cell] == 0 || open?.count == 1 else { continue }
      for place in inside(cell, y, x) {
        let kept = y[cell]
        y[cell] = place
        let next = keep(y, x)
        if next > value {
          (value, found.cell, found.activity) = (next, cell, y.reduce(0, +))
        } else {
          y[cell] = kept
        }
      }
    }
    return found
  }

  /// The places of a region's activity inside its interval at which the coefficient may be greatest, all others fixed.
  ///
  /// Between two places where its ratio is another region's, the numerator is α + β Y, and the coefficient
  /// (α + β Y)/(Y (Y + X)) has no slope where β Y² + 2 α Y + α X = 0.
  ///
  /// **Complexity.** O(regions log regions).
  private func inside(_ cell: Int, _ y: [Double], _ x: [Double]) -> [Double] {
    let others = y.indices.filter { $0 != cell && x[$0] > 0 }
      .sorted { y[$0] * x[$1] < y[$1] * x[$0] }
    let (activity, rest) = (y.reduce(0, +) - y[cell], x.reduce(0, +))
    let own = x[cell]
    var (area, below, base) = (0.0, 0.0, 0.0)
    for other in others {
      area += y[other] * base - x[other] * below
      below += y[other]
      base += x[other]
    }
    // Activity without rest is above all ratios.
    let alone = activity - below
    area += alone * base
    var places: [Double] = []
    var (under, underBase, from) = (0.0, 0.0, 0.0)
    for index in 0...others.count {
      let to = index < others.count ? y[others[index]] / x[others[index]] * own : .infinity
      // α + β y of this region: those under it add y x′ − y′ x, those over it the opposite.
      let slope = underBase - (base - underBase)
      let constant = area + own * (below + alone - 2 * under) - slope * activity
      let discriminant = constant * constant - slope * constant * rest
      if discriminant >= 0, slope != 0 {
        let root = discriminant.squareRoot()
        for sum in [(-constant + root) / slope, (-constant - root) / slope] {
          let place = sum - activity
          if place > max(from, lower[cell]), place < min(to, upper[cell]) { places.append(place) }
        }
      }
      guard index < others.count else { break }
      under += y[others[index]]
      underBase += x[others[index]]
      from = to
    }
    return places
  }
}
