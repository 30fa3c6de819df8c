extension SpecializationMeasure {
  /// Returns a region's specialization over its industries.
  ///
  ///     krugman  Σⱼ |aⱼ − Aⱼ|        gini  ½ Σⱼ Σₖ |aⱼ Aₖ − aₖ Aⱼ|        hhi  Σⱼ aⱼ²
  ///
  /// with aⱼ industry j's share of the region and Aⱼ its share of the comparator: the measures of concentration with
  /// industries in the place of regions.
  ///
  /// - Parameters:
  ///   - region: The region's activity by industry; finite, none negative.
  ///   - comparator: The comparator's activity by industry, the region itself included; all regions as a rule.
  /// - Returns: The measure: 0 … 2, 0 … 1, or 1/n … 1.
  /// - Throws: ``MeasureError/noActivity(_:)`` if the region or the comparator is empty; ``MeasureError/outOfRange(_:)``
  ///   for a quotient, which is a measure of single cells.
  ///
  /// **Complexity.** O(n log n) for the Gini coefficient of n industries, else O(n).
  /// **Checked against.** R REAT 3.0.3 `krugman.spec`; EconGeo 1.3 `Krugman.index`, `Herfindahl`.
  public func value(region: [Double], comparator: [Double]) throws(MeasureError) -> Double {
    guard isOfWholeRegion else {
      throw MeasureError.outOfRange(
        "'\(name)' is a number of one industry in one region, not of a whole region."
      )
    }
    let shares = try RegionalShares(industry: region, reference: comparator)
    return self == .krugman ? shares.krugman() : self == .gini ? shares.gini() : shares.hhi()
  }

  /// Returns Krugman's index against the mean of several comparators' shares, each comparator with the same weight.
  ///
  ///     Σⱼ |aⱼ − (1/m) Σₖ aⱼₖ|
  ///
  /// A named variant, for comparison with published numbers: the comparators exclude the region, and a small one
  /// counts as much as a large one.
  ///
  /// - Parameters:
  ///   - region: The region's activity by industry.
  ///   - comparators: Each comparator's activity by industry.
  /// - Returns: 0 … 2.
  /// - Throws: ``MeasureError/noActivity(_:)`` or ``MeasureError/shapeMismatch(expected:found:)``.
  ///
  /// **Source.** The formula of R REAT 3.0.3 `krugman.spec2` and `krugman.conc2`.
  public static func krugmanAgainstMean(region: [Double], comparators: [[Double]]) throws(MeasureError)
    -> Double
  {
    guard !comparators.isEmpty else { throw MeasureError.noActivity("the comparators") }
    var mean = [Double](repeating: 0, count: region.count)
    for comparator in comparators {
      guard comparator.count == region.count else {
        throw MeasureError.shapeMismatch(expected: region.count, found: comparator.count)
      }
      let shares = try RegionalShares.shares(of: comparator, called: "a comparator")
      for position in mean.indices { mean[position] += shares[position] / Double(comparators.count) }
    }
    return try RegionalShares(industry: region, reference: mean).krugman()
  }
}
