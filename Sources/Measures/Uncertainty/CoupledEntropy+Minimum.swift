import Arithmetic

extension CoupledEntropy {
  /// Returns the cells and rests with the least entropy, or nil where it is only approached.
  ///
  /// The entropy is an f-divergence of the shares of the industry and of the rest as well, so for given sums the least
  /// one is on the family of ``EntropyProblem/minimum()``: y = λA as far as the bounds of y allow, with the rest at its
  /// upper end; where y reaches its upper end first, the rest gives way until v = θ. For given cells, θ is the
  /// level at which Σ x (b(v) − b(θ)) = 0 with b(v) = (v^α − 1)/α. Along λ the slope of the score has the sign of
  ///
  ///     κ(c₀, z) − η(c₀, z) − κ(c, V) + η(c, V),   z = λ/(1 + λ)
  ///
  /// with the tangents of ``EntropyOrder/slopes(score:ratio:)``, c the score and c₀ that of equal shares. Every change
  /// of that sign from − to + between two neighbouring ends of the intervals of y/A is a local least value; it is
  /// looked for at several places between each two, 256 or more in all, and bisected.
  ///
  /// A cell without an upper bound takes the entropy to 0 as it grows, unless all ratios can be equal before that.
  ///
  /// **Complexity.** O(regions · (256 + regions)).
  func minimum() -> (y: [Double], rest: [Double])? {
    if let equal = equalRatios() { return equal }
    if upper.contains(.infinity) { return nil }
    let ends = Set(
      (0..<count)
        .flatMap { [ratio(lower[$0], restUpper[$0]), ratio(upper[$0], restUpper[$0])] }
        .filter { $0 > 0 && $0.isFinite }
    )
    .sorted()
    let first = ends.first ?? 1
    var best = family(.followed(first))
    var least = score(best.y, best.rest)
    func consider(_ level: Level) {
      let candidate = family(level)
      let value = score(candidate.y, candidate.rest)
      if value < least { (least, best) = (value, candidate) }
    }
    func search(_ levels: [Level]) {
      var previous = slope(levels[0])
      for (start, end) in zip(levels, levels.dropFirst()) {
        let next = slope(end)
        if previous < 0, next >= 0 { consider(root(start, end)) }
        previous = next
      }
      levels.last.map(consider)
    }
    let steps = max(2, 256 / max(1, ends.count))
    for (low, high) in zip(ends, ends.dropFirst()) {
      search(
        (0...steps)
          .map { .followed(low * exponential(Double($0) / Double(steps) * naturalLogarithm(high / low))) }
      )
    }
    // Beyond the last end, regions without rest are all that is left to move: their ratio is infinite.
    if (0..<count).contains(where: { restUpper[$0] == 0 && lower[$0] < upper[$0] }) {
      search((0...64).map { .beyond(Double($0) / 64) })
    }
    return best
  }

  /// Where on the family of least values: at a level λ, or beyond all of them with part of the way up for regions
  /// without rest.
  private enum Level {
    case followed(Double)
    case beyond(Double)
  }

  private func ratio(_ y: Double, _ rest: Double) -> Double { rest > 0 ? y / rest : y > 0 ? .infinity : 0 }

  /// Numbers whose ratios are all equal, if there are any: the entropy is 0.
  private func equalRatios() -> (y: [Double], rest: [Double])? {
    if !restLower.contains(where: { $0 > 0 }) {
      return ((0..<count).map { upper[$0].isFinite ? upper[$0] : lower[$0] + 1 }, restLower)
    }
    let floor = (0..<count).map { ratio(lower[$0], restUpper[$0]) }.max() ?? 0
    let ceiling = (0..<count).map { restLower[$0] > 0 ? upper[$0] / restLower[$0] : .infinity }.min()
    guard let ceiling, floor <= ceiling, ceiling > 0, floor.isFinite else { return nil }
    let level = floor > 0 ? floor : ceiling.isFinite ? ceiling : 1
    let rest = (0..<count).map { min(max(upper[$0] / level, restLower[$0]), restUpper[$0]) }
    return ((0..<count).map { min(max(level * rest[$0], lower[$0]), upper[$0]) }, rest)
  }

  private func root(_ start: Level, _ end: Level) -> Level {
    func bisected(_ start: Double, _ end: Double, _ level: (Double) -> Level) -> Level {
      var (low, high) = (start, end)
      for _ in 0..<100 {
        let middle = low + (high - low) / 2
        guard middle > low, middle < high else { break }
        if slope(level(middle)) < 0 { low = middle } else { high = middle }
      }
      return level(high)
    }
    switch (start, end) {
    case (.followed(let low), .followed(let high)): return bisected(low, high, Level.followed)
    case (.beyond(let low), .beyond(let high)): return bisected(low, high, Level.beyond)
    default: return end
    }
  }

  private func slope(_ level: Level) -> Double {
    let point = family(level)
    let (activity, rest) = (point.y.reduce(0, +), point.rest.reduce(0, +))
    var ratio = 1.0
    if case .followed(let level) = level { ratio = level / (1 + level) }
    let own = order.slopes(score: order.scoreOfEquality, ratio: ratio)
    let whole = order.slopes(score: score(point.y, point.rest), ratio: activity / (activity + rest))
    return own.kappa - own.eta - (whole.kappa - whole.eta)
  }

  private func family(_ level: Level) -> (y: [Double], rest: [Double]) {
    let y = (0..<count)
      .map { cell in
        switch level {
        case .followed(let level): min(max(level * restUpper[cell], lower[cell]), upper[cell])
        case .beyond(let part):
          restUpper[cell] > 0 ? upper[cell] : lower[cell] + part * (upper[cell] - lower[cell])
        }
      }
    return (y, leastRest(y))
  }

  /// The rests with the least entropy for given cells.
  private func leastRest(_ y: [Double]) -> [Double] {
    if restLower == restUpper { return restUpper }
    // What each region holds at either end of its rest, and b of its share there; between the ends it is level.
    let ends = (0..<count)
      .map { cell -> (low: RestEnd, high: RestEnd) in
        (RestEnd(y[cell], restLower[cell], order.alpha), RestEnd(y[cell], restUpper[cell], order.alpha))
      }
    func balance(_ share: Double) -> Double {
      let mark = EntropyOrder.boxCox(share, order.alpha)
      var sum = 0.0
      for (low, high) in ends {
        if high.share > share {
          sum += high.all * (high.level - mark)
        } else if low.share < share {
          sum += low.all * (low.level - mark)
        }
      }
      return sum
    }
    var (low, high) = (1.0, 0.0)
    for cell in 0..<count where y[cell] > 0 {
      low = min(low, y[cell] / (y[cell] + restUpper[cell]))
      high = max(high, y[cell] / (y[cell] + restLower[cell]))
    }
    // Regions without activity take the level below all others.
    while balance(low) < 0, low > 1e-100 { low /= 4 }
    let share = low < high ? bracketedRoot(low, high, balance) : high
    return (0..<count).map { min(max(y[$0] / share - y[$0], restLower[$0]), restUpper[$0]) }
  }

  /// A region at an end of its rest.
  private struct RestEnd {
    let all: Double
    let share: Double
    let level: Double

    init(_ y: Double, _ rest: Double, _ alpha: Double) {
      all = y + rest
      share = all > 0 ? y / all : 0
      level = y > 0 ? EntropyOrder.boxCox(share, alpha) : all > 0 ? -1 / alpha : 0
    }
  }
}
