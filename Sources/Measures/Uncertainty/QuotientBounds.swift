public import Panels

/// The four parts of a location quotient, as cells that add: the industry in the region, the rest of the region, the
/// rest of the industry, and the rest of everything.
public struct QuotientParts: Hashable, Sendable {
  /// The industry in the region.
  public var own: Bounds
  /// The other industries in the region.
  public var restOfRegion: Bounds
  /// The industry in the other regions.
  public var restOfIndustry: Bounds
  /// The other industries in the other regions.
  public var restOfAll: Bounds

  /// Makes the parts; each independent of the others.
  ///
  /// - Parameters:
  ///   - own: The industry (or the definition: the sum of its industries) in the region (or the group).
  ///   - restOfRegion: The other industries in the region.
  ///   - restOfIndustry: The industry in the other regions.
  ///   - restOfAll: The other industries in the other regions.
  public init(own: Bounds, restOfRegion: Bounds, restOfIndustry: Bounds, restOfAll: Bounds) {
    self.own = own
    self.restOfRegion = restOfRegion
    self.restOfIndustry = restOfIndustry
    self.restOfAll = restOfAll
  }
}

/// The four numbers of a location quotient as an agency publishes them: a cell and three totals.
public struct QuotientTotals: Hashable, Sendable {
  /// The industry in the region.
  public var own: Bounds
  /// All activity in the region.
  public var region: Bounds
  /// The industry in all regions.
  public var industry: Bounds
  /// All activity in all regions.
  public var all: Bounds

  /// Makes the numbers.
  ///
  /// - Parameters:
  ///   - own: The industry in the region.
  ///   - region: All activity in the region.
  ///   - industry: The industry in all regions.
  ///   - all: All activity in all regions.
  public init(own: Bounds, region: Bounds, industry: Bounds, all: Bounds) {
    self.own = own
    self.region = region
    self.industry = industry
    self.all = all
  }
}

/// Numbers at which a location quotient reaches its bound.
public struct QuotientWitness: Hashable, Sendable {
  /// The industry in the region.
  public var own: Double
  /// All activity in the region.
  public var region: Double
  /// The industry in all regions.
  public var industry: Double
  /// All activity in all regions.
  public var all: Double

  /// The location quotient of these numbers.
  public var locationQuotient: Double { (own / region) / (industry / all) }
}

/// The least and greatest location quotient, and the numbers that give them.
public struct QuotientBounds: Hashable, Sendable {
  /// The least and the greatest location quotient; `.infinity` where the cells allow any value above the lower one.
  public var bounds: Bounds
  /// Numbers that give the lower bound; nil where it is a limit.
  public var lowerWitness: QuotientWitness?
  /// Numbers that give the upper bound; nil where it is a limit.
  public var upperWitness: QuotientWitness?

  /// Whether both bounds are reached by numbers that the cells allow.
  public var isAttained: Bool { lowerWitness != nil && upperWitness != nil }
}

extension QuotientParts {
  /// Returns the least and greatest location quotient that the parts allow.
  ///
  ///     LQ = y (y + A + B + C) / ((y + A)(y + B))
  ///
  /// | symbol | meaning |
  /// | --- | --- |
  /// | y | the industry in the region |
  /// | A | the other industries in the region |
  /// | B | the industry in the other regions |
  /// | C | the other industries in the other regions |
  ///
  /// The quotient falls with A and with B and rises with C. In y the sign of its slope is that of
  /// −C y² + 2AB y + AB (A + B + C), which is positive up to one root: so the greatest quotient is at that root, or
  /// at the end of y's interval next to it, and the least is at an end.
  ///
  /// - Returns: The bounds; both are the optimum.
  /// - Throws: ``MeasureError/noActivity(_:)`` if the region, the industry or everything may only be 0.
  ///
  /// **Zeros and missing values.** Where y and A may both be 0 the region may be empty and the quotient undefined
  /// there; the bounds are those of all numbers for which it is defined. A part without an upper bound gives limits,
  /// which have no witness. **Complexity.** O(1). **Source.** Own derivation. **Checked against.** Enumeration on
  /// grids; see `QuotientBoundsTests`.
  public func locationQuotientBounds() throws(MeasureError) -> QuotientBounds {
    guard own.upper + restOfRegion.upper > 0 else { throw .noActivity("the region") }
    guard own.upper + restOfIndustry.upper > 0 else { throw .noActivity("the industry") }
    if own.upper == 0 {
      let zero = at(0, restOfRegion.upper, restOfIndustry.upper, restOfAll.lower)
      return QuotientBounds(bounds: Bounds(0, 0), lowerWitness: zero.witness, upperWitness: zero.witness)
    }
    let least = [own.lower, own.upper]
      .map { at($0, restOfRegion.upper, restOfIndustry.upper, restOfAll.lower) }
      .min { $0.value < $1.value }
    let (a, b, c) = (restOfRegion.lower, restOfIndustry.lower, restOfAll.upper)
    let greatest = [own.lower, own.upper, peak(a, b, c)]
      .map { at($0, a, b, c) }
      .max { $0.value < $1.value }
    guard let least, let greatest else { throw .notIdentifiable("the location quotient") }
    return QuotientBounds(
      bounds: Bounds(least.value, Swift.max(least.value, greatest.value)),
      lowerWitness: least.witness,
      upperWitness: greatest.witness
    )
  }

  private struct Point {
    var value: Double
    var witness: QuotientWitness?
  }

  /// The y at which the quotient is greatest, within the bounds of y.
  private func peak(_ a: Double, _ b: Double, _ c: Double) -> Double {
    guard c > 0, c.isFinite else { return own.upper }
    let product = a * b
    let root = (product + (product * (product + c * (a + b + c))).squareRoot()) / c
    return Swift.min(Swift.max(root, own.lower), own.upper)
  }

  /// The quotient at a point, with its limit where the point lies at infinity or at 0/0.
  private func at(_ y: Double, _ a: Double, _ b: Double, _ c: Double) -> Point {
    if y.isFinite, a.isFinite, b.isFinite, c.isFinite {
      let witness = QuotientWitness(own: y, region: y + a, industry: y + b, all: y + a + b + c)
      if witness.region > 0, witness.industry > 0 {
        return Point(value: witness.locationQuotient, witness: witness)
      }
      // y = 0 with an empty region or industry: the limit as y falls to 0.
      if a == 0, b == 0 { return Point(value: c > 0 ? .infinity : 1, witness: nil) }
      return Point(value: 1 + c / Swift.max(a, b), witness: nil)
    }
    return Point(value: QuotientParts.limit(y, a, b, c), witness: nil)
  }

  /// The least upper, or greatest lower, value as the infinite parts grow without bound.
  private static func limit(_ y: Double, _ a: Double, _ b: Double, _ c: Double) -> Double {
    if c.isInfinite { return y == 0 && (a > 0 && b > 0) ? 0 : .infinity }
    if y.isInfinite { return 1 }
    switch (a.isInfinite, b.isInfinite) {
    case (true, true): return 0
    case (true, false): return y + b > 0 ? y / (y + b) : 0
    default: return y + a > 0 ? y / (y + a) : 0
    }
  }
}

extension QuotientTotals {
  /// Returns the least and greatest location quotient that a cell and three published totals allow.
  ///
  ///     LQ = y G / (R I),   y ≤ R, y ≤ I, R + I − y ≤ G
  ///
  /// with y the cell, R the region's total, I the industry's, G the grand total, each within its own bounds: rounded
  /// totals need not be the sums of rounded cells, but the true ones are consistent, and the inequalities hold them
  /// to it. The quotient is greatest with G at its greatest, R and I as small as y lets them, and y between the
  /// lower bounds of R and I, or as near as its bounds allow: up to there it rises with y, beyond it falls. It is
  /// least with y at its least, R and I at their greatest and G at its least, or as near as R + I − y ≤ G allows.
  ///
  /// - Returns: The bounds; both are the optimum.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if no consistent numbers lie within the bounds or a total has no
  ///   upper bound; ``MeasureError/noActivity(_:)`` if a total may be 0.
  ///
  /// **Complexity.** O(1). **Source.** Own derivation. **Checked against.** Enumeration on grids; see
  /// `QuotientBoundsTests`.
  public func locationQuotientBounds() throws(MeasureError) -> QuotientBounds {
    guard region.upper.isFinite, industry.upper.isFinite, all.upper.isFinite else {
      throw .notIdentifiable("a location quotient with a total that nothing bounds")
    }
    guard region.upper > 0 else { throw .noActivity("the region") }
    guard industry.upper > 0 else { throw .noActivity("the industry") }
    let least = Swift.max(own.lower, region.lower + industry.lower - all.upper)
    let most = Swift.min(own.upper, region.upper, industry.upper, all.upper)
    guard least <= most else {
      throw .notIdentifiable("a location quotient of totals that contradict each other")
    }
    let low = lowest(own: least)
    let high = highest(least: least, most: most)
    guard high.region > 0, high.industry > 0 else { throw .noActivity("a total that may be 0") }
    let bounds = Bounds(
      Swift.min(low.locationQuotient, high.locationQuotient),
      Swift.max(low.locationQuotient, high.locationQuotient)
    )
    return QuotientBounds(bounds: bounds, lowerWitness: low, upperWitness: high)
  }

  private func lowest(own y: Double) -> QuotientWitness {
    var (r, i) = (region.upper, industry.upper)
    let room = all.upper + y
    if r + i > room {
      // The product of R and I is greatest, for their sum, where they are as equal as their bounds allow.
      let rangeLower = Swift.max(region.lower, y, room - industry.upper)
      let rangeUpper = Swift.min(region.upper, room - Swift.max(industry.lower, y))
      r = Swift.min(Swift.max(room / 2, rangeLower), rangeUpper)
      i = room - r
    }
    return QuotientWitness(own: y, region: r, industry: i, all: Swift.max(all.lower, r + i - y))
  }

  private func highest(least: Double, most: Double) -> QuotientWitness {
    let y = Swift.min(Swift.max(Swift.min(region.lower, industry.lower), least), most)
    return QuotientWitness(
      own: y,
      region: Swift.max(region.lower, y),
      industry: Swift.max(industry.lower, y),
      all: all.upper
    )
  }
}
