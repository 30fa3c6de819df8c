/// How much work a bound may take.
public struct BoundEffort: Hashable, Sendable {
  /// How many nodes the search for a greatest value may visit before it settles for an outer bound.
  ///
  /// With a few dozen rounded cells most searches end within some hundred nodes.
  public var nodes: Int

  /// Makes a limit.
  ///
  /// - Parameter nodes: How many nodes a search may visit; at least 1.
  public init(nodes: Int = 20_000) {
    precondition(nodes >= 1, "a search needs at least one node")
    self.nodes = nodes
  }
}

/// The greatest generalized entropy over boxes for activity and reference, by branch and bound.
///
/// In the cells, and in the reference, the entropy is quasi-convex, so that the greatest value lies at ends of all the
/// intervals: a choice among up to four ends a cell. It depends on the choice by three sums Y, H, X alone
/// (``EntropyOrder``), and a score of c or more says H ≥ φ(Y, X), with φ convex and homogeneous. The tangent of φ at
/// any t = Y/X gives a certificate: if
///
///     g(c, t) = Σᵣ max over the ends of [h − κ(c, t) y + η(c, t) x] ≤ 0
///
/// then no choice has a score above c. A node is closed when some t shows that it has nothing above the best choice
/// known; the least of g over t is found by cutting planes, in a few steps. Otherwise the search branches on a cell
/// at whose ends the maximum is tied. Cells that are alike are kept in order, so that their permutations are not
/// searched.
struct EntropyMaximum {
  struct Result {
    var score: Double
    var y: [Double]
    var x: [Double]
    /// A score that no choice exceeds: `score` where the search was completed.
    var ceiling: Double
    var isAttained: Bool
  }

  private struct Sums {
    var y = 0.0
    var h = 0.0
    var x = 0.0
  }

  private let order: EntropyOrder
  private let count: Int
  private let y: [Double]
  private let x: [Double]
  private let h: [Double]
  /// Cells with the same ends have the same kind.
  private let kind: [Int]
  private let ratioRange: (Double, Double)

  private var best = -Double.infinity
  private var bestChoice: [UInt8]
  private var slack = 1e-12
  private var nodes = 0
  private var limit = 0
  private var choice: [UInt8]
  private var below: [UInt8]
  private var above: [UInt8]

  /// Bit 0 of an end: the upper end of the activity; bit 1: the upper end of the reference.
  private static let lowActivity: UInt8 = 0b0101
  private static let lowReference: UInt8 = 0b0011

  init(_ problem: EntropyProblem) {
    order = problem.order
    count = problem.count
    var (y, x, h): ([Double], [Double], [Double]) = ([], [], [])
    for cell in 0..<problem.count {
      for end in 0..<4 {
        // A cell that nothing bounds stays at its lower end here: its growth without bound is a limit of its own.
        let high = problem.upper[cell].isFinite ? problem.upper[cell] : problem.lower[cell]
        let activity = end & 1 == 0 ? problem.lower[cell] : high
        let reference = end & 2 == 0 ? problem.referenceLower[cell] : problem.referenceUpper[cell]
        y.append(activity)
        x.append(reference)
        h.append(problem.order.term(activity, reference))
      }
    }
    let ends = (0..<problem.count)
      .map { [problem.lower[$0], problem.upper[$0], problem.referenceLower[$0], problem.referenceUpper[$0]] }
    var first: [[Double]: Int] = [:]
    kind = ends.indices.map { cell in
      if let known = first[ends[cell]] { return known }
      first[ends[cell]] = cell
      return cell
    }
    let least = stride(from: 0, to: y.count, by: 4).reduce(0) { $0 + y[$1] }
    let most = stride(from: 1, to: y.count, by: 4).reduce(0) { $0 + y[$1] }
    let smallest = stride(from: 0, to: y.count, by: 4).map { y[$0 + 1] }.filter { $0 > 0 }.min() ?? 1
    let referenceLeast = problem.referenceLower.reduce(0, +)
    let referenceMost = problem.referenceUpper.reduce(0, +)
    ratioRange = (
      (least > 0 ? least : smallest) / referenceMost / 2,
      2 * most / max(referenceLeast, referenceMost * 1e-12)
    )
    (self.y, self.x, self.h) = (y, x, h)
    bestChoice = [UInt8](repeating: 0, count: problem.count)
    choice = bestChoice
    below = bestChoice
    above = bestChoice
  }

  /// Searches for the greatest score.
  ///
  /// - Parameter effort: How many nodes may be visited.
  /// - Returns: The best choice, and the score that none exceeds; nil if no choice has any activity.
  mutating func solve(_ effort: BoundEffort) -> Result? {
    var masks = (0..<count)
      .map { cell -> UInt8 in
        var mask: UInt8 = 0b1111
        if y[4 * cell] == y[4 * cell + 1] { mask &= EntropyMaximum.lowActivity }
        if x[4 * cell] == x[4 * cell + 2] { mask &= EntropyMaximum.lowReference }
        return mask
      }
    guard (0..<count).contains(where: { y[4 * $0 + 1] > 0 }) else { return nil }
    limit = effort.nodes
    climb(masks)
    var isAttained = true
    for relative in [1e-12, 1e-6, 1e-4, 1e-3, 1e-2, 0.1, 1] {
      slack = relative
      nodes = 0
      if searchAll(&masks) { break }
      isAttained = false
    }
    let closed = nodes <= limit
    let margin = slack * max(1, best.magnitude)
    return Result(
      score: best,
      y: (0..<count).map { y[4 * $0 + Int(bestChoice[$0])] },
      x: (0..<count).map { x[4 * $0 + Int(bestChoice[$0])] },
      ceiling: isAttained ? best : closed ? best + margin : .infinity,
      isAttained: isAttained
    )
  }

  /// Finds a good choice to begin with: changes one cell at a time as long as that helps.
  private mutating func climb(_ masks: [UInt8]) {
    for begin in [UInt8(0), 1] {
      choice = masks.map { $0 & (1 << begin) != 0 ? begin : UInt8($0.trailingZeroBitCount) }
      var sums = Sums()
      for cell in 0..<count {
        let place = 4 * cell + Int(choice[cell])
        sums.y += y[place]
        sums.h += h[place]
        sums.x += x[place]
      }
      improve(sums)
      for _ in 0..<4 where !climbOnce(masks, &sums) { break }
    }
  }

  private mutating func climbOnce(_ masks: [UInt8], _ sums: inout Sums) -> Bool {
    var changed = false
    for cell in 0..<count {
      let held = choice[cell]
      for end in UInt8(0)..<4 where masks[cell] & (1 << end) != 0 && end != choice[cell] {
        let (old, new) = (4 * cell + Int(choice[cell]), 4 * cell + Int(end))
        let moved = Sums(
          y: sums.y - y[old] + y[new],
          h: sums.h - h[old] + h[new],
          x: sums.x - x[old] + x[new]
        )
        let before = best
        let previous = choice[cell]
        choice[cell] = end
        improve(moved)
        if best > before { sums = moved } else { choice[cell] = previous }
      }
      changed = changed || choice[cell] != held
    }
    return changed
  }

  /// Searches from the root; where all the lower ends are zero, from each cell as the first that is not.
  private mutating func searchAll(_ masks: inout [UInt8]) -> Bool {
    if (0..<count).contains(where: { y[4 * $0] > 0 }) { return search(&masks) }
    let root = masks
    for cell in 0..<count where y[4 * cell + 1] > 0 {
      masks = root
      for before in 0..<cell { masks[before] &= EntropyMaximum.lowActivity }
      masks[cell] &= ~EntropyMaximum.lowActivity
      guard search(&masks) else { return false }
    }
    masks = root
    return true
  }

  /// Searches a node and what is below it; false when the limit is reached.
  private mutating func search(_ masks: inout [UInt8]) -> Bool {
    nodes += 1
    guard nodes <= limit else { return false }
    guard let (cell, split) = branch(masks) else { return true }
    let saved = masks
    let preferred = masks[cell] & (split & (1 << choice[cell]) != 0 ? split : ~split)
    for side in [preferred, masks[cell] & ~preferred] where side != 0 {
      masks[cell] = side
      if split == EntropyMaximum.lowActivity, side & split != 0 {
        // Of cells that are alike, those later are not above this one.
        for other in masks.indices
        where other > cell && kind[other] == kind[cell] && masks[other] == saved[other] {
          if saved[other] == saved[cell] { masks[other] = side }
        }
      }
      guard search(&masks) else { return false }
      masks = saved
    }
    return true
  }

  /// Tries to close a node.
  ///
  /// - Returns: The cell to branch on and the ends of one side, or nil if nothing in the node is better.
  private mutating func branch(_ masks: [UInt8]) -> (Int, UInt8)? {
    var (low, high) = ratioRange
    var cuts: (low: Sums?, high: Sums?) = (nil, nil)
    var ratio = start(masks, low, high)
    for step in 0..<120 {
      let sums = evaluate(masks, ratio)
      improve(sums)
      if gap(sums, ratio) <= 0 { return nil }
      if ratio * sums.x - sums.y > 0 {
        high = ratio
        cuts.high = sums
        swap(&above, &choice)
      } else {
        low = ratio
        cuts.low = sums
        swap(&below, &choice)
      }
      let next = crossing(cuts, low, high)
      if next.isSettled { break }
      // Every third step halves the interval, whatever the cutting planes promise.
      let isInside = next.ratio > low && next.ratio < high && step % 3 != 2
      ratio = isInside ? next.ratio : (low * high).squareRoot()
    }
    if cuts.low != nil, cuts.high == nil { above = below }
    if cuts.high != nil, cuts.low == nil { below = above }
    choice = above
    return tied(masks)
  }

  private func start(_ masks: [UInt8], _ low: Double, _ high: Double) -> Double {
    guard best > -.infinity else { return (low * high).squareRoot() }
    var sums = Sums()
    for cell in 0..<count {
      let mask = masks[cell]
      let end = mask & (1 << bestChoice[cell]) != 0 ? Int(bestChoice[cell]) : mask.trailingZeroBitCount
      sums.y += y[4 * cell + end]
      sums.x += x[4 * cell + end]
    }
    let ratio = sums.y / sums.x
    return ratio > low && ratio < high ? ratio : (low * high).squareRoot()
  }

  /// The sums of the ends that are best at a ratio.
  private mutating func evaluate(_ masks: [UInt8], _ ratio: Double) -> Sums {
    let (kappa, eta) = order.slopes(score: target, ratio: ratio)
    var sums = Sums()
    for cell in 0..<count {
      var mask = masks[cell]
      var end = mask.trailingZeroBitCount
      mask &= mask &- 1
      var place = 4 * cell + end
      if mask != 0 {
        var most = h[place] - kappa * y[place] + eta * x[place]
        while mask != 0 {
          let other = mask.trailingZeroBitCount
          mask &= mask &- 1
          let here = 4 * cell + other
          let value = h[here] - kappa * y[here] + eta * x[here]
          if value > most { (most, end, place) = (value, other, here) }
        }
      }
      choice[cell] = UInt8(end)
      sums.y += y[place]
      sums.h += h[place]
      sums.x += x[place]
    }
    return sums
  }

  /// The score that a node must be able to exceed to stay open.
  private var target: Double {
    best == -.infinity ? -1e-300 : best + slack * max(1, best.magnitude)
  }

  private mutating func improve(_ sums: Sums) {
    guard sums.y > 0, sums.x > 0 else { return }
    let score = order.score(sums.y, sums.h, sums.x)
    if score > best {
      best = score
      bestChoice = choice
    }
  }

  private func gap(_ sums: Sums, _ ratio: Double) -> Double {
    let (kappa, eta) = order.slopes(score: target, ratio: ratio)
    return sums.h - kappa * sums.y + eta * sums.x
  }

  /// Where the two cutting planes cross, or a ratio between; settled where they no longer improve.
  private func crossing(
    _ cuts: (low: Sums?, high: Sums?),
    _ low: Double,
    _ high: Double
  ) -> (ratio: Double, isSettled: Bool) {
    let middle = (low * high).squareRoot()
    guard let first = cuts.low, let second = cuts.high else { return (middle, high / low < 1 + 1e-14) }
    // The best ends do not depend on the ratio any more: the node has one choice to offer, and it is known.
    if first.y == second.y, first.x == second.x { return (middle, true) }
    if high / low < 1 + 1e-14 { return (middle, true) }
    guard first.x == second.x, first.y != second.y else {
      return (falsePosition(first, second, low, high) ?? middle, false)
    }
    let slope = (second.h - first.h) / (second.y - first.y)
    let ratio = order.ratio(ofKappa: slope, score: target)
    guard let ratio, ratio > low * (1 + 1e-15), ratio < high * (1 - 1e-15) else { return (middle, true) }
    return (ratio, false)
  }

  /// About where the cutting planes cross if the reference differs too: three steps of false position.
  private func falsePosition(_ first: Sums, _ second: Sums, _ low: Double, _ high: Double) -> Double? {
    func difference(_ ratio: Double) -> Double { gap(first, ratio) - gap(second, ratio) }
    var (low, high) = (low, high)
    var (atLow, atHigh) = (difference(low), difference(high))
    guard atLow > 0, atHigh < 0 else { return nil }
    var ratio = low
    for _ in 0..<4 {
      ratio = (low * atHigh - high * atLow) / (atHigh - atLow)
      guard ratio > low, ratio < high else { return nil }
      let here = difference(ratio)
      if here > 0 {
        (low, atLow, atHigh) = (ratio, here, atHigh / 2)
      } else {
        (high, atHigh, atLow) = (ratio, here, atLow / 2)
      }
    }
    return ratio
  }

  /// The cell whose best end differs on the two sides of the best ratio, and the ends of one side.
  private func tied(_ masks: [UInt8]) -> (Int, UInt8)? {
    var found: (Int, UInt8)?
    var widest = -1.0
    for cell in 0..<count where masks[cell] & (masks[cell] &- 1) != 0 {
      let (one, other) = (4 * cell + Int(below[cell]), 4 * cell + Int(above[cell]))
      let differs = one != other
      let width =
        (differs ? 1 : 0) + (y[one] - y[other]).magnitude / max(y[4 * cell + 1], .leastNonzeroMagnitude)
        * (y[4 * cell + 3] - y[4 * cell]) / max(1, y[4 * cell + 3])
      guard width > widest else { continue }
      widest = width
      let byActivity = masks[cell] & EntropyMaximum.lowActivity
      let splitsActivity = byActivity != 0 && byActivity != masks[cell]
      let activityDiffers = (below[cell] ^ above[cell]) & 1 != 0
      let useActivity = splitsActivity && (activityDiffers || below[cell] == above[cell])
      let byReference = masks[cell] & EntropyMaximum.lowReference
      let splitsReference = byReference != 0 && byReference != masks[cell]
      found = (
        cell,
        useActivity || !splitsReference ? EntropyMaximum.lowActivity : EntropyMaximum.lowReference
      )
    }
    return found
  }
}
