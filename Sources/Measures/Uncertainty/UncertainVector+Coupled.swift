import Arithmetic
import Panels

extension UncertainVector {
  /// Returns the cells and totals that contain them as boxes independent of each other, or nil where a cell and so a
  /// total has no upper bound.
  ///
  /// Whatever a measure does on these boxes it does within what they allow: bounds on them are certified, and wider
  /// than the optimum, since a cell and its total may no longer contradict each other.
  func uncoupled(_ rest: ReferenceBox) -> ReferenceBox? {
    guard !upper.contains(.infinity) else { return nil }
    return ReferenceBox(
      lower: zip(lower, rest.lower).map { $0 + $1 },
      upper: zip(upper, rest.upper).map { $0 + $1 },
      published: zip(values, rest.published).map { $0 + $1 },
      isCoupled: false
    )
  }

  /// Returns certified bounds of a measure whose reference contains the cells.
  ///
  /// - Parameters:
  ///   - rest: The rests of the regions.
  ///   - value: The measure at the published numbers.
  ///   - limit: What the measure never exceeds.
  ///   - measure: The bounds for independent boxes.
  /// - Returns: The value with certified bounds, without witnesses.
  /// - Throws: What `measure` throws.
  func certifiedBounds(
    rest: ReferenceBox,
    value: Double?,
    limit: Double,
    _ measure: (UncertainReference) throws(MeasureError) -> Bounded
  ) throws(MeasureError) -> Bounded {
    guard let box = uncoupled(rest) else {
      return Bounded(value: value, bounds: Bounds(0, limit))
    }
    let totals = try UncertainVector(values: box.published, lower: box.lower, upper: box.upper)
    let found = try measure(.published(totals))
    return Bounded(value: value, bounds: found.bounds)
  }

  /// Returns the bounds of Theil's index where all activity contains the cells; see `CoupledTheil`.
  ///
  /// - Parameters:
  ///   - rest: The rests of the regions.
  ///   - value: The index at the published numbers.
  ///   - effort: How many nodes the search may visit.
  /// - Returns: The value with its bounds.
  func coupledTheil(
    rest: ReferenceBox,
    value: Double?,
    effort: BoundEffort
  ) -> Bounded {
    var problem = CoupledTheil(self, rest)
    let least = problem.minimum()
    let lower = CoupledTheil.value(least.y, least.rest)
    let lowerWitness = CoupledTheil.witness(least.y, least.rest)
    if !problem.lower.contains(where: { $0 > 0 }) {
      let limit = problem.vanishingLimit()
      return Bounded(
        value: value,
        bounds: Bounds(lower, max(lower, limit)),
        lowerWitness: lowerWitness,
        upperWitness: limit > lower ? nil : lowerWitness
      )
    }
    problem.capUnbounded(above: lower)
    var search = CoupledTheilMaximum(problem)
    let greatest = search.solve(effort)
    let upper = greatest.isAttained ? CoupledTheil.value(greatest.y, greatest.rest) : greatest.ceiling
    return Bounded(
      value: value,
      bounds: Bounds(lower, max(lower, upper)),
      lowerWitness: lowerWitness,
      upperWitness: greatest.isAttained ? CoupledTheil.witness(greatest.y, greatest.rest) : nil
    )
  }
}

extension CoupledTheil {
  /// The least upper bound where every cell may be 0: all the industry in one region, and vanishing.
  ///
  /// With x = ρ s + (1 − ρ) a, a the shares of the rest, the index is convex in x and 0 at x = s, so it is at most its
  /// value at x = a, and that is at most −ln a of the smallest rest.
  func vanishingLimit() -> Double {
    let total = restUpper.reduce(0, +)
    var greatest = 0.0
    for cell in 0..<count where upper[cell] > 0 {
      if restLower[cell] == 0 { return total > restUpper[cell] ? .infinity : greatest }
      greatest = max(
        greatest,
        naturalLogarithm((total - restUpper[cell] + restLower[cell]) / restLower[cell])
      )
    }
    return greatest
  }

  /// Gives cells without an upper bound one beyond which the index cannot be greatest.
  ///
  /// Every location quotient is at most X/Y, so the index is at most ln(1 + ΣA/Y): beyond some Y that is below what
  /// is reached anyway.
  mutating func capUnbounded(above floor: Double) {
    guard upper.contains(.infinity) else { return }
    let finite = zip(lower, upper).map { $1.isFinite ? $1 : $0 }
    let reached =
      [
        floor, CoupledTheil.value(lower, restLower), CoupledTheil.value(finite, restLower),
        CoupledTheil.value(lower, restUpper), CoupledTheil.value(finite, restUpper),
      ]
      .max() ?? floor
    let rest = restUpper.reduce(0, +)
    let excess = max(exponential(reached) - 1, 1e-9)
    for cell in upper.indices where upper[cell] == .infinity {
      upper[cell] = max(lower[cell], rest / excess)
    }
  }
}
