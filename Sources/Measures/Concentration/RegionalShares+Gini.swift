import Arithmetic

extension RegionalShares {
  /// Returns the locational Gini coefficient.
  ///
  /// The Gini coefficient of the location quotients, each region weighted by its share of the reference: twice the
  /// area between the diagonal and the curve of cumulated shares, regions in the order of their quotients.
  ///
  ///     G = Σᵣ (sᵣ − xᵣ)(Xᵣ₋₁ + Xᵣ) = ½ Σᵣ Σₜ |sᵣ xₜ − sₜ xᵣ|,   Xᵣ = x₁ + … + xᵣ, regions by rising quotient
  ///
  /// **Convention.** 0 … 1, as `hoover_gini` of the peers. EconGeo's and econcomplex's `locational_gini` is the area
  /// itself, half of G. R REAT's `gini.conc` gives every region the same weight (``giniOfQuotients()``). The three
  /// cannot be compared. With equal reference shares G is the common Gini coefficient in its population form,
  /// whose greatest value is 1 − 1/n; times n/(n − 1) it is the form for samples (``giniOfSample()``).
  ///
  /// - Returns: G, 0 … 1.
  ///
  /// **Zeros and missing values.** A region without the reference stands last: its quotient is infinite, G is not.
  /// **Complexity.** O(n log n) for n regions.
  /// **Source.** Hoover (1936), Rev. Econ. Stat. 18(4), 162–171, doi:10.2307/1927875 (the curve of localization).
  /// **Checked against.** Python `econcomplex` 1.0.1 `hoover_gini`, `locational_gini` (× 2), `gini`; EconGeo 1.3; R REAT
  /// 3.0.3 `gini`, `gini2`; Python `inequality` 1.1.2; `segregation` 2.5.4.
  public func gini() -> Double {
    // A region with neither has no quotient and no width; left in, it would break the order of the others.
    let present = industry.indices.filter { industry[$0] > 0 || reference[$0] > 0 }
    let order = present.sorted { left, right in
      // s/x compared without a division, so that a region without the reference stands last.
      industry[left] * reference[right] < industry[right] * reference[left]
    }
    var cumulated = CompensatedSum()
    var sum = CompensatedSum()
    for region in order {
      let below = cumulated.value
      cumulated.add(reference[region])
      sum.add((industry[region] - reference[region]) * (below + cumulated.value))
    }
    return min(1, max(0, sum.value))
  }

  /// Returns the Gini coefficient times n/(n − 1), so that its greatest value with equal shares is 1.
  ///
  /// - Returns: 0 … 1 with equal reference shares.
  /// - Throws: ``MeasureError/outOfRange(_:)`` if there is one region only.
  ///
  /// **Checked against.** R REAT 3.0.3 `gini(coefnorm = TRUE)`.
  public func giniOfSample() throws(MeasureError) -> Double {
    guard count > 1 else {
      throw MeasureError.outOfRange("The Gini of a sample needs at least two regions; there is 1.")
    }
    return gini() * Double(count) / Double(count - 1)
  }

  /// Returns the Gini coefficient of the location quotients, every region with the same weight.
  ///
  /// Small regions, whose quotients scatter most, count as much as large ones: offered for comparison with published
  /// numbers, not for use.
  ///
  /// - Returns: 0 … 1 − 1/n.
  /// - Throws: ``MeasureError/activityWithoutReference(_:)`` if a region has the industry and none of the reference;
  ///   ``MeasureError/noActivity(_:)`` if a region has neither, since it has no quotient.
  ///
  /// **Checked against.** R REAT 3.0.3 `gini.conc`, `gini.spec`.
  public func giniOfQuotients() throws(MeasureError) -> Double {
    try requireReference()
    if let empty = reference.firstIndex(of: 0) {
      throw MeasureError.noActivity("region number \(empty + 1)")
    }
    return try RegionalShares(industry: zip(industry, reference).map { $0 / $1 }).gini()
  }
}
