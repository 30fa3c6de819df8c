import Panels

extension UncertainVector {
  /// Returns the bounds of the locational Gini.
  ///
  /// **Least.** See `GiniMinimum`. With an exact reference the coefficient is least where activity is in proportion to
  /// it as far as the bounds allow, at one of the levels where a cell meets a bound.
  ///
  /// **Greatest.** See `GiniMaximum` for an exact reference and `PairedGiniMaximum` for any other.
  func giniBounds(
    relativeTo reference: UncertainReference?,
    effort: BoundEffort
  ) throws(MeasureError) -> Bounded {
    let box = try referenceBox(reference)
    let value = point(box, MeasureKernel.gini)
    if box.isCoupled || !box.isExact { return pairedGini(box, value: value, effort: effort) }
    var result = giniBounds(reference: box.lower, effort: effort)
    result.value = value
    return result
  }

  private func pairedGini(_ box: ReferenceBox, value: Double?, effort: BoundEffort) -> Bounded {
    var search = GiniMinimum(self, box)
    let lowerWitness = search.solve()
    let lower = lowerWitness.map { max(0, MeasureKernel.gini($0.activity, $0.reference)) } ?? 0
    var (upper, upperWitness) = (lower, lowerWitness)
    if box.isCoupled, let limit = vanishingLimit(rest: box) {
      if limit > upper { (upper, upperWitness) = (limit, nil) }
    } else if !box.isCoupled, let alone = aloneInOneRegion(box) {
      let found = MeasureKernel.gini(alone.activity, alone.reference)
      if found > upper { (upper, upperWitness) = (found, alone) }
    } else {
      // Apart, a cell that nothing bounds stays at its lower end here: its growth is a limit of its own.
      let most =
        box.isCoupled
        ? cappedUpper(rest: box, measure: MeasureKernel.gini)
        : zip(self.lower, self.upper).map { $1.isFinite ? $1 : $0 }
      var search = PairedGiniMaximum(lower: self.lower, upper: most, box)
      let greatest = search.solve(effort)
      if greatest.ceiling > upper { (upper, upperWitness) = (greatest.ceiling, greatest.witness) }
    }
    if !box.isCoupled, let limit = growthLimit(box), limit > upper { (upper, upperWitness) = (limit, nil) }
    return Bounded(
      value: value,
      bounds: Bounds(lower, upper),
      lowerWitness: lowerWitness,
      upperWitness: upperWitness
    )
  }

  /// What Gini approaches as a cell without an upper bound grows, or nil if all have one.
  private func growthLimit(_ box: ReferenceBox) -> Double? {
    let total = box.upper.reduce(0, +)
    return lower.indices
      .filter { upper[$0] == .infinity }
      .map { cell in
        let others = total - box.upper[cell]
        return others > 0 ? others / (box.lower[cell] + others) : 0
      }
      .max()
  }

  /// All the activity in the region that can have the smallest share of the reference, or nil unless every cell may be 0.
  ///
  /// Gini and Hoover's coefficient are convex in the shares of activity, so nothing is more concentrated.
  func aloneInOneRegion(_ box: ReferenceBox) -> Witness? {
    guard !lower.contains(where: { $0 > 0 }) else { return nil }
    let total = box.upper.reduce(0, +)
    func share(_ cell: Int) -> Double {
      let all = box.lower[cell] + total - box.upper[cell]
      return all > 0 ? box.lower[cell] / all : 1
    }
    guard let cell = lower.indices.filter({ upper[$0] > 0 }).min(by: { share($0) < share($1) }) else {
      return nil
    }
    var (activity, reference) = (lower, box.upper)
    activity[cell] = upper[cell].isFinite ? upper[cell] : 1
    // A region that has all of the reference keeps it.
    if total > box.upper[cell] { reference[cell] = box.lower[cell] }
    return Witness(activity: activity, reference: reference)
  }

  private func giniBounds(reference x: [Double], effort: BoundEffort) -> Bounded {
    var (lower, lowerWitness) = (Double.infinity, Witness(activity: []))
    for candidate in proportionalCandidates(x) {
      let gini = MeasureKernel.gini(candidate, x)
      if gini < lower { (lower, lowerWitness) = (gini, Witness(activity: candidate, reference: x)) }
    }
    var (upper, upperWitness): (Double, Witness?)
    let box = ReferenceBox(lower: x, upper: x, published: x, isCoupled: false)
    if let alone = aloneInOneRegion(box) {
      (upper, upperWitness) = (MeasureKernel.gini(alone.activity, x), alone)
    } else {
      var search = GiniMaximum(self, reference: x)
      let greatest = search.solve(effort)
      (upper, upperWitness) = (
        greatest.ceiling, greatest.activity.map { Witness(activity: $0, reference: x) }
      )
    }
    let total = x.reduce(0, +)
    for cell in 0..<count where self.upper[cell] == .infinity && 1 - x[cell] / total > upper {
      (upper, upperWitness) = (1 - x[cell] / total, nil)
    }
    lower = max(0, lower)
    if lower >= upper { (upper, upperWitness) = (lower, lowerWitness) }
    return Bounded(
      value: nil,
      bounds: Bounds(lower, upper),
      lowerWitness: lowerWitness,
      upperWitness: upperWitness
    )
  }

  /// Activity in proportion to a reference as far as the bounds allow, at each level where a cell meets a bound.
  func proportionalCandidates(_ x: [Double]) -> [[Double]] {
    let cells = 0..<count
    let ends = cells.filter { x[$0] > 0 }.flatMap { [lower[$0] / x[$0], upper[$0] / x[$0]] }
    var levels = Set(ends.filter { $0 > 0 && $0.isFinite }).sorted()
    if levels.isEmpty { levels = [1] }
    return levels.compactMap { level in
      let y = cells.map { min(max(level * x[$0], lower[$0]), upper[$0]) }
      return y.contains { $0 > 0 } ? y : nil
    }
  }
}
