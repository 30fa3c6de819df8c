import Arithmetic
import Panels

extension UncertainVector {
  /// Returns what Hoover's coefficient and Gini approach where every cell may be 0 and all activity contains the cells,
  /// or nil if some cell may not.
  ///
  /// Both are those relative to the rest, times ΣA/(Y + ΣA): greatest with all the industry in the region with the
  /// smallest share of the rest, and vanishing.
  func vanishingLimit(rest: ReferenceBox) -> Double? {
    guard !lower.contains(where: { $0 > 0 }) else { return nil }
    let total = rest.upper.reduce(0, +)
    return lower.indices
      .reduce(0) { limit, cell in
        let others = total - rest.upper[cell]
        return upper[cell] > 0 && others > 0 ? max(limit, others / (rest.lower[cell] + others)) : limit
      }
  }

  /// Returns upper bounds beyond which Hoover's coefficient or Gini cannot be greatest where all activity contains the
  /// cells: both are at most ΣA/(Y + ΣA), which is below what is reached anyway where Y is great enough.
  func cappedUpper(rest: ReferenceBox, measure: ([Double], [Double]) -> Double) -> [Double] {
    guard upper.contains(.infinity) else { return upper }
    let finite = zip(lower, upper).map { $1.isFinite ? $1 : $0 }
    var reached = 1e-9
    for y in [lower, finite] {
      for a in [rest.lower, rest.upper] {
        let value = measure(y, zip(y, a).map { $0 + $1 })
        if value > reached { reached = value }
      }
    }
    let most = rest.upper.reduce(0, +) / reached
    return lower.indices.map { upper[$0].isFinite ? upper[$0] : max(lower[$0], most) }
  }

  /// Returns the bounds of a generalized entropy where all activity contains the cells; see `CoupledEntropy`.
  ///
  /// - Parameters:
  ///   - order: The order.
  ///   - rest: The rests of the regions.
  ///   - effort: How many nodes the search may visit.
  /// - Returns: The value with its bounds.
  /// - Throws: ``MeasureError/outOfRange(_:)`` for an order of at most 0 where a region has no activity.
  func coupledEntropy(
    order: EntropyOrder,
    rest: ReferenceBox,
    effort: BoundEffort
  ) throws(MeasureError) -> Bounded {
    var problem = try CoupledEntropy(order: order, self, rest)
    let value = point(rest) { MeasureKernel.generalizedEntropy($0, $1, alpha: order.alpha) }
    let least = problem.minimum()
    let lower = least.map { problem.value($0.y, $0.rest) } ?? 0
    let lowerWitness = least.map { CoupledEntropy.witness($0.y, $0.rest) }
    if let limit = problem.limit() {
      return Bounded(
        value: value,
        bounds: Bounds(lower, max(lower, limit)),
        lowerWitness: lowerWitness,
        upperWitness: limit > lower ? nil : lowerWitness
      )
    }
    problem.capUnbounded(above: lower)
    var search = CoupledEntropyMaximum(problem)
    let greatest = search.solve(effort)
    let upper =
      greatest.isAttained
      ? problem.value(greatest.y, greatest.rest) : order.entropy(ofScore: greatest.ceiling)
    return Bounded(
      value: value,
      bounds: Bounds(lower, max(lower, upper)),
      lowerWitness: lowerWitness,
      upperWitness: greatest.isAttained ? CoupledEntropy.witness(greatest.y, greatest.rest) : nil
    )
  }
}
