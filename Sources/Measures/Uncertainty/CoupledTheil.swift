import Arithmetic

/// Theil's index where all activity is the industry's own cells plus the rest of each region.
///
///     T = Σ (y/Y) ln((y/Y) / ((y + A)/(Y + ΣA))),   y in l … u, A in L … U, cell by cell
///
/// With h = y ln(y/(y + A)) the index is a function of Y, H = Σh and X = Y + ΣA as in ``EntropyOrder``, and h is convex
/// in (y, A). In A the index is quasi-convex, in y it is not: where an industry is most of a region, the greatest value
/// may lie inside a cell's interval.
struct CoupledTheil {
  let lower: [Double]
  var upper: [Double]
  let restLower: [Double]
  let restUpper: [Double]

  init(_ cells: UncertainVector, _ rest: ReferenceBox) {
    lower = cells.lower
    upper = cells.upper
    restLower = rest.lower
    restUpper = rest.upper
  }

  var count: Int { lower.count }

  /// The index of cells and rests.
  static func value(_ y: [Double], _ rest: [Double]) -> Double {
    var (activity, sum, all) = (0.0, 0.0, 0.0)
    for cell in y.indices {
      activity += y[cell]
      all += y[cell] + rest[cell]
      sum += term(y[cell], rest[cell])
    }
    return max(0, sum / activity - naturalLogarithm(activity / all))
  }

  static func term(_ y: Double, _ rest: Double) -> Double {
    y == 0 ? 0 : y * naturalLogarithm(y / (y + rest))
  }

  static func witness(_ y: [Double], _ rest: [Double]) -> Witness {
    Witness(activity: y, reference: zip(y, rest).map { $0 + $1 })
  }
}

extension CoupledTheil {
  /// Returns the cells and rests with the least index.
  ///
  /// The first-order conditions leave a family with one parameter: y = vA as far as the bounds of y allow, with the
  /// rest at its upper end; where y reaches its upper end first, the rest gives way until y/(y + A) is the industry's
  /// share of everything. On that family the slope of the index has the sign of
  ///
  ///     (ln z − z) Y − H + Y²/X,   z = v/(1 + v)
  ///
  /// Every change of that sign from − to + between two neighbouring ends of the intervals of y/A is a local least value;
  /// it is looked for at several places between each two, 256 or more in all, and bisected.
  func minimum() -> (y: [Double], rest: [Double]) {
    func ratio(_ y: Double, _ rest: Double) -> Double { rest > 0 ? y / rest : y > 0 ? .infinity : 0 }
    let floor = (0..<count).map { ratio(lower[$0], restUpper[$0]) }.max() ?? 0
    let ceiling = (0..<count).map { upper[$0] == 0 ? 0 : ratio(upper[$0], restLower[$0]) }.min() ?? .infinity
    if floor <= ceiling, ceiling > 0, floor.isFinite {
      let level = floor > 0 ? floor : ceiling.isFinite ? ceiling : 1
      let rest = (0..<count).map { min(max(upper[$0] / level, restLower[$0]), restUpper[$0]) }
      return ((0..<count).map { min(max(level * rest[$0], lower[$0]), upper[$0]) }, rest)
    }
    let ends = Set(
      (0..<count)
        .flatMap { [ratio(lower[$0], restUpper[$0]), ratio(upper[$0], restUpper[$0])] }
        .filter { $0 > 0 && $0.isFinite }
    )
    .sorted()
    guard let first = ends.first else { return family(1) }
    var best = family(first)
    var least = CoupledTheil.value(best.y, best.rest)
    func consider(_ level: Double) {
      let candidate = family(level)
      let value = CoupledTheil.value(candidate.y, candidate.rest)
      if value < least { (least, best) = (value, candidate) }
    }
    let steps = max(2, 256 / ends.count)
    for (low, high) in zip(ends, ends.dropFirst()) {
      let levels = (0...steps)
        .map { low * exponential(Double($0) / Double(steps) * naturalLogarithm(high / low)) }
      var previous = slope(low)
      for (start, end) in zip(levels, levels.dropFirst()) {
        let next = slope(end)
        if previous < 0, next >= 0 { consider(root(start, end)) }
        previous = next
      }
      consider(high)
    }
    return best
  }

  private func root(_ start: Double, _ end: Double) -> Double {
    var (low, high) = (start, end)
    for _ in 0..<100 {
      let middle = (low * high).squareRoot()
      guard middle > low, middle < high else { break }
      if slope(middle) < 0 { low = middle } else { high = middle }
    }
    return high
  }

  private func slope(_ level: Double) -> Double {
    let point = family(level)
    var (activity, sum, all) = (0.0, 0.0, 0.0)
    for cell in 0..<count {
      activity += point.y[cell]
      all += point.y[cell] + point.rest[cell]
      sum += CoupledTheil.term(point.y[cell], point.rest[cell])
    }
    let share = level / (1 + level)
    return (naturalLogarithm(share) - share) * activity - sum + activity * activity / all
  }

  private func family(_ level: Double) -> (y: [Double], rest: [Double]) {
    let y = (0..<count).map { min(max(level * restUpper[$0], lower[$0]), upper[$0]) }
    return (y, leastRest(y))
  }

  /// The rests with the least index for given cells.
  private func leastRest(_ y: [Double]) -> [Double] {
    if restLower == restUpper { return restUpper }
    func clipped(_ share: Double) -> [Double] {
      (0..<count).map { min(max(y[$0] / share - y[$0], restLower[$0]), restUpper[$0]) }
    }
    func balance(_ share: Double) -> Double {
      var sum = 0.0
      for cell in 0..<count {
        let rest = min(max(y[cell] / share - y[cell], restLower[cell]), restUpper[cell])
        sum += y[cell] - share * (y[cell] + rest)
      }
      return sum
    }
    let activity = y.reduce(0, +)
    let low = activity / (activity + restUpper.reduce(0, +))
    let high = min(1, activity / (activity + restLower.reduce(0, +)))
    return clipped(bracketedRoot(low, high, balance))
  }
}

/// The greatest coupled Theil index, by branch and bound over ends and intervals.
///
/// A node holds an interval for each cell and the ends open for each rest. Since h is convex, the certificate of
/// ``EntropyMaximum`` at the ends of the node's intervals holds for everything between them. A cell in whose interval
///
///     (A/(y + A))²/y ≥ ((X − Y)/X)²/Y
///
/// everywhere has no greatest value inside, and is branched by its ends; any other interval is halved.
struct CoupledTheilMaximum {
  struct Result {
    var ceiling: Double
    var y: [Double]
    var rest: [Double]
    var isAttained: Bool
  }

  private struct Box {
    var low: [Double]
    var high: [Double]
    var restLow: [Double]
    var restHigh: [Double]
    /// y, h and x at the four ends of each cell.
    var ends: [(y: Double, h: Double, x: Double)]

    mutating func refresh(_ cell: Int) {
      for end in 0..<4 {
        let y = end & 1 == 0 ? low[cell] : high[cell]
        let rest = end & 2 == 0 ? restLow[cell] : restHigh[cell]
        ends[4 * cell + end] = (y, CoupledTheil.term(y, rest), y + rest)
      }
    }
  }

  private let count: Int
  private var root: Box
  /// The cells whose greatest value is at an end of their interval whatever the others are.
  private var convex: [Bool] = []
  private var best = -Double.infinity
  private var bestY: [Double] = []
  private var bestRest: [Double] = []
  private var slack = 1e-11
  private var nodes = 0
  private var limit = 0

  init(_ problem: CoupledTheil) {
    count = problem.count
    root = Box(
      low: problem.lower,
      high: problem.upper,
      restLow: problem.restLower,
      restHigh: problem.restUpper,
      ends: Array(repeating: (0, 0, 0), count: 4 * problem.count)
    )
    for cell in 0..<count { root.refresh(cell) }
    convex = (0..<count).map { isConvex(root, $0) }
  }

  /// Searches for the greatest index; the lower ends must not all be 0, and the upper ends must be finite.
  mutating func solve(_ effort: BoundEffort) -> Result {
    limit = effort.nodes
    for end in [0, 1, 3, 2] { climb(choice: [Int](repeating: end, count: count)) }
    for relative in [1e-11, 1e-7, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1] {
      slack = relative
      nodes = 0
      if search(root) {
        let isAttained = relative == 1e-11
        return Result(
          ceiling: isAttained ? best : best + relative * max(1, best),
          y: bestY,
          rest: bestRest,
          isAttained: isAttained
        )
      }
    }
    return Result(ceiling: .infinity, y: bestY, rest: bestRest, isAttained: false)
  }

  private mutating func search(_ box: Box) -> Bool {
    nodes += 1
    guard nodes <= limit else { return false }
    guard let (below, above) = openChoices(box) else { return true }
    guard let cell = widest(box, below, above) else { return true }
    // A cell and its rest are both among what is tied: the one whose ends differ more, for its size, is split.
    let ownWidth = (box.high[cell] - box.low[cell]) / max(root.high[cell], .leastNonzeroMagnitude)
    let restWidth =
      (box.restHigh[cell] - box.restLow[cell]) / max(root.restHigh[cell], .leastNonzeroMagnitude)
    var (first, second) = (box, box)
    if restWidth > 0, restWidth >= ownWidth || below[cell] ^ above[cell] == 2 {
      first.restHigh[cell] = box.restLow[cell]
      second.restLow[cell] = box.restHigh[cell]
    } else if isConvex(box, cell) {
      first.high[cell] = box.low[cell]
      second.low[cell] = box.high[cell]
    } else {
      let middle = (box.low[cell] + box.high[cell]) / 2
      guard middle > box.low[cell], middle < box.high[cell] else { return true }
      first.high[cell] = middle
      second.low[cell] = middle
    }
    first.refresh(cell)
    second.refresh(cell)
    return search(second) && search(first)
  }

  /// Whether the index has no greatest value inside a cell's interval, whatever the other cells of the node are.
  private func isConvex(_ box: Box, _ cell: Int) -> Bool {
    let activity = box.low.reduce(0, +)
    let rest = box.restHigh.reduce(0, +)
    let own = box.restLow[cell] / (box.high[cell] + box.restLow[cell])
    let whole = rest / (activity + rest)
    return own * own * activity >= whole * whole * box.high[cell]
  }

  private var target: Double { best + slack * max(1, best) }

  /// The best ends on both sides of the best ratio, or nil if nothing in the node is better than what is known.
  private mutating func openChoices(_ box: Box) -> ([Int], [Int])? {
    let activity = (box.low.reduce(0, +), box.high.reduce(0, +))
    let rest = (box.restLow.reduce(0, +), box.restHigh.reduce(0, +))
    var low = activity.0 / (activity.0 + rest.1) / 2
    var high = min(1, activity.1 / (activity.1 + rest.0)) * 2
    var (below, above): ([Int]?, [Int]?)
    for _ in 0..<60 {
      let ratio = (low * high).squareRoot()
      var choice = [Int](repeating: 0, count: count)
      let sums = evaluate(box, ratio, &choice)
      if score(sums) > target { climb(choice: choice, in: box) }
      let kappa = target + 1 + naturalLogarithm(ratio)
      if sums.h - kappa * sums.y + ratio * sums.x <= 0 { return nil }
      if ratio * sums.x > sums.y { (high, above) = (ratio, choice) } else { (low, below) = (ratio, choice) }
      if high / low < 1 + 1e-13 { break }
    }
    guard let one = below ?? above, let other = above ?? below else { return nil }
    return (one, other)
  }

  private func score(_ sums: (y: Double, h: Double, x: Double)) -> Double {
    sums.h / sums.y - naturalLogarithm(sums.y / sums.x)
  }

  private func evaluate(
    _ box: Box,
    _ ratio: Double,
    _ choice: inout [Int]
  ) -> (y: Double, h: Double, x: Double) {
    let kappa = target + 1 + naturalLogarithm(ratio)
    var sums = (y: 0.0, h: 0.0, x: 0.0)
    for cell in 0..<count {
      var (end, most) = (0, -Double.infinity)
      for other in 0..<4 {
        let here = box.ends[4 * cell + other]
        let value = here.h - kappa * here.y + ratio * here.x
        if value > most { (end, most) = (other, value) }
      }
      choice[cell] = end
      let taken = box.ends[4 * cell + end]
      sums = (sums.y + taken.y, sums.h + taken.h, sums.x + taken.x)
    }
    return sums
  }

  /// The cell whose ends are tied that has the most to decide; else the widest.
  private func widest(_ box: Box, _ below: [Int], _ above: [Int]) -> Int? {
    var (found, widest): (Int?, Double) = (nil, 0)
    for cell in 0..<count {
      let width = box.high[cell] - box.low[cell] + (box.restHigh[cell] - box.restLow[cell])
      let weight =
        width / (root.high[cell] + root.restHigh[cell]) + (below[cell] != above[cell] && width > 0 ? 10 : 0)
      if weight > widest { (found, widest) = (cell, weight) }
    }
    return found
  }

  /// Climbs from a choice of ends, cell by cell, inside the intervals too.
  private mutating func climb(choice: [Int], in box: Box? = nil) {
    let from = box ?? root
    var y = choice.indices.map { choice[$0] & 1 == 0 ? from.low[$0] : from.high[$0] }
    var rest = choice.indices.map { choice[$0] & 2 == 0 ? from.restLow[$0] : from.restHigh[$0] }
    guard y.contains(where: { $0 > 0 }) else { return }
    var value = CoupledTheil.value(y, rest)
    for _ in 0..<30 {
      let before = value
      for cell in 0..<count {
        for end in [root.restLow[cell], root.restHigh[cell]] where end != rest[cell] {
          let kept = rest[cell]
          rest[cell] = end
          let next = CoupledTheil.value(y, rest)
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
    for other in y.indices where other != cell { others += CoupledTheil.term(y[other], rest[other]) }
    func at(_ own: Double) -> Double {
      guard activity + own > 0 else { return -.infinity }
      return (others + CoupledTheil.term(own, rest[cell])) / (activity + own)
        - naturalLogarithm((activity + own) / (all + own))
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
