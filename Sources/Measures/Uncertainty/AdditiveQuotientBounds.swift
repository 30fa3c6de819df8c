public import Panels

extension QuotientParts {
  /// Returns the least and greatest additive location quotient that the parts allow.
  ///
  ///     y/(y + A) − (y + B)/(y + A + B + C)  =  (1 − w)(p − q)
  ///     w = n/(n + F),   p = y/n,   q = B/F,   n = y + A,   F = B + C
  ///
  /// | symbol | meaning |
  /// | --- | --- |
  /// | y | the industry in the region |
  /// | A | the other industries in the region |
  /// | B | the industry in the other regions |
  /// | C | the other industries in the other regions |
  ///
  /// It falls with B and rises with C. For given B and C it is F((1 − q) y − q A)/(n (n + F)), in y and in A each a line
  /// over a convex parabola: its extremes lie at ends of both, or with one at an end where the slope in the other is 0,
  /// which is a quadratic equation; a place where both slopes are 0 would need (1 − q) = −q.
  ///
  /// - Returns: The least and the greatest value; both are the optimum.
  /// - Throws: ``MeasureError/noActivity(_:)`` if the region or the other regions may only be 0;
  ///   ``MeasureError/notIdentifiable(_:)`` if a part has no upper bound.
  ///
  /// **Zeros and missing values.** Where the region may be empty the bounds are those of all numbers for which it is not.
  /// **Complexity.** O(1). **Source.** Own derivation. **Checked against.** Grids; see `AdditiveQuotientTests`.
  public func additiveQuotientBounds() throws(MeasureError) -> Bounds {
    guard [own, restOfRegion, restOfIndustry, restOfAll].allSatisfy({ $0.upper.isFinite }) else {
      throw .notIdentifiable("an additive location quotient with a part that nothing bounds")
    }
    guard own.upper + restOfRegion.upper > 0 else { throw .noActivity("the region") }
    guard restOfIndustry.upper + restOfAll.upper > 0 else { throw .noActivity("the other regions") }
    let least = extremes(restOfIndustry.upper, restOfAll.lower)
    let greatest = extremes(restOfIndustry.lower, restOfAll.upper)
    guard let low = least.min(), let high = greatest.max() else { throw .noActivity("the region") }
    return Bounds(min(low, high), max(low, high))
  }

  /// The values at all places that can be the least or the greatest for given numbers of the other regions.
  private func extremes(_ b: Double, _ c: Double) -> [Double] {
    let elsewhere = b + c
    func value(_ y: Double, _ a: Double) -> Double? {
      let (here, all) = (y + a, y + a + elsewhere)
      return here > 0 && all > 0 ? y / here - (y + b) / all : nil
    }
    guard elsewhere > 0 else { return [0] }
    let q = b / elsewhere
    var found: [Double?] = []
    for a in [restOfRegion.lower, restOfRegion.upper] {
      let slope = AdditiveSlope(rate: 1 - q, constant: -q * a, other: a, elsewhere: elsewhere)
      for y in [own.lower, own.upper] + slope.roots(within: own) { found.append(value(y, a)) }
    }
    for y in [own.lower, own.upper] {
      let slope = AdditiveSlope(rate: -q, constant: (1 - q) * y, other: y, elsewhere: elsewhere)
      for a in slope.roots(within: restOfRegion) { found.append(value(y, a)) }
    }
    // A region that may be empty: towards it the value goes to that of a region with one kind of activity alone.
    if own.lower == 0, restOfRegion.lower == 0 {
      if own.upper > 0 { found.append(1 - q) }
      if restOfRegion.upper > 0 { found.append(-q) }
    }
    return found.compactMap(\.self)
  }
}

/// Where (k t + m)/((t + o)(t + o + F)) has no slope.
private struct AdditiveSlope {
  var rate: Double
  var constant: Double
  var other: Double
  var elsewhere: Double

  /// The roots of k D − (k t + m) D′, D = (t + o)(t + o + F), that lie within bounds.
  func roots(within bounds: Bounds) -> [Double] {
    let sum = 2 * other + elsewhere
    // D = t² + sum t + product, D′ = 2t + sum: k D − (k t + m) D′ = −k t² − 2 m t + k product − m sum.
    let product = other * (other + elsewhere)
    let (a, b, c) = (-rate, -2 * constant, rate * product - constant * sum)
    guard a != 0 else { return b == 0 ? [] : [-c / b].filter(bounds.contains) }
    let discriminant = b * b - 4 * a * c
    guard discriminant >= 0 else { return [] }
    // The root of larger magnitude first, the other by their product, so that nothing cancels.
    let half = -(b + (b < 0 ? -1 : 1) * discriminant.squareRoot()) / 2
    return [half / a, half == 0 ? .nan : c / half].filter { !$0.isNaN && bounds.contains($0) }
  }
}

extension QuotientTotals {
  /// Returns the least and greatest additive location quotient that a cell and three published totals allow.
  ///
  ///     y/R − I/T,   y ≤ R, I ≤ T
  ///
  /// with y the industry in the region, R all activity there, I the industry and T all activity everywhere. It rises with y
  /// and T and falls with R and I; where y may exceed the lower bound of R, R goes with it.
  ///
  /// - Returns: The least and the greatest value; both are the optimum for totals taken as independent of the cell.
  /// - Throws: ``MeasureError/noActivity(_:)`` if the region or all activity may only be 0;
  ///   ``MeasureError/notIdentifiable(_:)`` if a total has no upper bound, or the cell exceeds the total of its region.
  ///
  /// **Complexity.** O(1). **Source.** Own derivation. **Checked against.** Grids; see `AdditiveQuotientTests`.
  public func additiveQuotientBounds() throws(MeasureError) -> Bounds {
    guard region.upper.isFinite, industry.upper.isFinite, all.upper.isFinite else {
      throw .notIdentifiable("an additive location quotient with a total that nothing bounds")
    }
    guard region.upper > 0 else { throw .noActivity("the region") }
    guard all.upper > 0 else { throw .noActivity("all regions and industries") }
    guard own.lower <= region.upper else {
      throw .notIdentifiable("an additive location quotient of a cell above the total of its region")
    }
    func share(_ part: Double, _ whole: Double) -> Double { whole > part ? part / whole : 1 }
    let most = min(own.upper, region.upper)
    let low = own.lower / region.upper - share(industry.upper, all.lower)
    let high = share(most, region.lower) - min(1, industry.lower / all.upper)
    return Bounds(min(low, high), max(low, high))
  }
}
