import Arithmetic

/// The greatest coupled generalized entropy, by branch and bound over ends and intervals.
///
/// A node holds an interval for each cell and the ends open for each rest. Since h is convex, the certificate of
/// ``EntropyMaximum`` at the ends of the node's intervals holds for everything between them. A cell in whose interval
///
///     v^(α − 2) (1 − v)²/x ≥ |c| V^(α − 2) (1 − V)²/X
///
/// everywhere, with c the score (1 for the orders 0 and 1), has no greatest value inside: h bends more than what H has
/// to reach. It is branched by its ends; any other interval is halved.
struct CoupledEntropyMaximum {
  struct Result {
    /// A score that no numbers exceed: that of `y` and `rest` where the search was completed.
    var ceiling: Double
    var y: [Double]
    var rest: [Double]
    var isAttained: Bool
  }

  /// Intervals of cells and rests, with y, h and x at the four ends of each cell.
  struct Box {
    var low: [Double]
    var high: [Double]
    var restLow: [Double]
    var restHigh: [Double]
    var ends: [Sums]

    mutating func refresh(_ cell: Int, _ order: EntropyOrder) {
      for end in 0..<4 {
        let y = end & 1 == 0 ? low[cell] : high[cell]
        let x = y + (end & 2 == 0 ? restLow[cell] : restHigh[cell])
        ends[4 * cell + end] = Sums(y: y, h: order.term(y, x), x: x)
      }
    }
  }

  struct Sums {
    var y = 0.0
    var h = 0.0
    var x = 0.0
  }

  let problem: CoupledEntropy
  var order: EntropyOrder { problem.order }
  var count: Int { problem.count }
  var root: Box
  /// The cells whose greatest value is at an end of their interval whatever the others are.
  var convex: [Bool] = []
  var best = -Double.infinity
  var bestY: [Double] = []
  var bestRest: [Double] = []
  private var slack = 1e-11
  private var nodes = 0
  private var limit = 0
  /// The least and the greatest y/x of any cell.
  private let ratios: (low: Double, high: Double)

  init(_ problem: CoupledEntropy) {
    self.problem = problem
    root = Box(
      low: problem.lower,
      high: problem.upper,
      restLow: problem.restLower,
      restHigh: problem.restUpper,
      ends: Array(repeating: Sums(), count: 4 * problem.count)
    )
    let present = (0..<problem.count).filter { problem.upper[$0] > 0 }
    ratios = (
      present.map { problem.lower[$0] / (problem.lower[$0] + problem.restUpper[$0]) }.min() ?? 0,
      present.map { problem.upper[$0] / (problem.upper[$0] + problem.restLower[$0]) }.max() ?? 1
    )
    for cell in 0..<count { root.refresh(cell, order) }
    convex = (0..<count).map { isConvex(root, $0) }
  }

  /// Searches for the greatest score; the lower ends must not all be 0, and the upper ends must be finite.
  mutating func solve(_ effort: BoundEffort) -> Result {
    limit = effort.nodes
    for end in [0, 1, 3, 2] { climb(choice: [Int](repeating: end, count: count)) }
    for relative in [1e-11, 1e-7, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1] {
      slack = relative
      nodes = 0
      if search(root) {
        let isAttained = relative == 1e-11
        return Result(
          ceiling: isAttained ? best : best + relative * max(1, best.magnitude),
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
    first.refresh(cell, order)
    second.refresh(cell, order)
    return search(second) && search(first)
  }

  /// Whether the entropy has no greatest value inside a cell's interval, whatever the other cells of the node are.
  private func isConvex(_ box: Box, _ cell: Int) -> Bool {
    let alpha = order.alpha
    func power(_ base: Double, _ exponent: Double) -> Double {
      exponent == 0 ? 1 : exponential(exponent * naturalLogarithm(base))
    }
    let activity = (low: box.low.reduce(0, +), high: box.high.reduce(0, +))
    let rest = (low: box.restLow.reduce(0, +), high: box.restHigh.reduce(0, +))
    guard box.high[cell] > 0, box.restLow[cell] > 0, activity.low > 0 else { return false }
    let own = box.restLow[cell] / (box.high[cell] + box.restLow[cell])
    let ownPower =
      power(alpha < 2 ? box.high[cell] : box.low[cell], alpha - 2)
      * power(
        alpha > 1 ? box.high[cell] + box.restHigh[cell] : box.low[cell] + box.restLow[cell],
        1 - alpha
      )
    let whole = rest.high / (activity.low + rest.high)
    let wholePower =
      power(alpha < 2 ? activity.low : activity.high, alpha - 2)
      * power(alpha > 1 ? activity.low + rest.low : activity.high + rest.high, 1 - alpha)
    var score = 1.0
    if alpha > 1 { score = power(ratios.high / (activity.low / (activity.low + rest.high)), alpha - 1) }
    if alpha < 0 { score = power(ratios.low / (activity.high / (activity.high + rest.low)), alpha) }
    return own * own * ownPower >= score * whole * whole * wholePower
  }

  private var target: Double { best + slack * max(1, best.magnitude) }

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
      var slopes = order.slopes(score: target, ratio: ratio)
      let sums = evaluate(box, slopes, &choice)
      if order.score(sums.y, sums.h, sums.x) > target {
        climb(choice: choice, in: box)
        slopes = order.slopes(score: target, ratio: ratio)
      }
      if sums.h - slopes.kappa * sums.y + slopes.eta * sums.x <= 0 { return nil }
      if ratio * sums.x > sums.y { (high, above) = (ratio, choice) } else { (low, below) = (ratio, choice) }
      if high / low < 1 + 1e-13 { break }
    }
    guard let one = below ?? above, let other = above ?? below else { return nil }
    return (one, other)
  }

  /// The sums of the ends that are best for a tangent.
  private func evaluate(
    _ box: Box,
    _ slopes: (kappa: Double, eta: Double),
    _ choice: inout [Int]
  ) -> Sums {
    var sums = Sums()
    for cell in 0..<count {
      var (end, most) = (0, -Double.infinity)
      for other in 0..<4 {
        let here = box.ends[4 * cell + other]
        let value = here.h - slopes.kappa * here.y + slopes.eta * here.x
        if value > most { (end, most) = (other, value) }
      }
      choice[cell] = end
      let taken = box.ends[4 * cell + end]
      sums.y += taken.y
      sums.h += taken.h
      sums.x += taken.x
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
}
