public import Panels

/// The parts of a location quotient where totals are published for regions and not for industries.
public struct RegionTotalsQuotient: Hashable, Sendable {
  /// The industry in the region.
  public var own: Bounds
  /// The industry in the other regions.
  public var restOfIndustry: Bounds
  /// All activity in the region, as published.
  public var region: Bounds
  /// All activity in the other regions, as published.
  public var otherRegions: Bounds

  /// Makes the parts.
  ///
  /// - Parameters:
  ///   - own: The industry in the region.
  ///   - restOfIndustry: The industry in the other regions.
  ///   - region: All activity in the region.
  ///   - otherRegions: All activity in the other regions.
  public init(own: Bounds, restOfIndustry: Bounds, region: Bounds, otherRegions: Bounds) {
    self.own = own
    self.restOfIndustry = restOfIndustry
    self.region = region
    self.otherRegions = otherRegions
  }

  /// Returns the least and greatest location quotient that the parts allow.
  ///
  ///     LQ = y/(y + B) · (R + S)/R,   y ≤ R
  ///
  /// with y the industry in the region, B in the others, R all activity in the region, S in the others. It rises with y
  /// and S and falls with B and R, so that the bounds are at ends; where y may exceed the lower bound of R, R goes with
  /// it, and the quotient is greatest at that bound or at the end of y.
  ///
  /// - Returns: The bounds; both are the optimum.
  /// - Throws: ``MeasureError/noActivity(_:)`` if the region or the industry may only be 0;
  ///   ``MeasureError/notIdentifiable(_:)`` if a total has no upper bound, or the cell exceeds the total of its region.
  ///
  /// **Zeros and missing values.** An industry that is 0 at the lower ends everywhere has quotient 0 or none at all there;
  /// its lower bound is 0. Rests without an upper bound give limits, without a witness. **Complexity.** O(1).
  /// **Source.** Own derivation. **Checked against.** Enumeration; see `PanelEstimatesTests`.
  public func locationQuotientBounds() throws(MeasureError) -> QuotientBounds {
    guard region.upper.isFinite, otherRegions.upper.isFinite else {
      throw .notIdentifiable("a location quotient with a total that nothing bounds")
    }
    guard region.upper > 0 else { throw .noActivity("the region") }
    guard own.upper + restOfIndustry.upper > 0 else { throw .noActivity("the industry") }
    guard own.lower <= region.upper else {
      throw .notIdentifiable("a location quotient of a cell above the total of its region")
    }
    let most = min(own.upper, region.upper)
    let least = at(own.lower, restOfIndustry.upper, region.upper, otherRegions.lower)
    let candidates = [most, min(max(region.lower, own.lower), most)]
      .map { at($0, restOfIndustry.lower, max(region.lower, $0), otherRegions.upper) }
    let greatest = candidates.max { $0.value < $1.value } ?? least
    return QuotientBounds(
      bounds: Bounds(min(least.value, greatest.value), max(least.value, greatest.value)),
      lowerWitness: least.witness,
      upperWitness: greatest.witness
    )
  }

  private func at(_ y: Double, _ b: Double, _ r: Double, _ s: Double) -> (
    value: Double, witness: QuotientWitness?
  ) {
    // With no industry anywhere the quotient has no value; approached from a cell that is not 0 it is that of B = 0.
    if b.isInfinite || (y == 0 && b > 0) {
      return (0, b.isInfinite ? nil : QuotientWitness(own: y, region: r, industry: b, all: r + s))
    }
    if y == 0 { return own.upper == 0 || b < restOfIndustry.upper ? (0, nil) : (1 + s / r, nil) }
    let witness = QuotientWitness(own: y, region: r, industry: y + b, all: r + s)
    return (witness.locationQuotient, witness)
  }
}
