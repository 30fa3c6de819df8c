import Arithmetic

extension RegionalShares {
  /// Returns the Hirschman-Herfindahl index of the regions' shares of the industry.
  ///
  ///     H = Σᵣ sᵣ²
  ///
  /// The reference plays no part; see ``relativeHHI()`` for an index in which it does.
  ///
  /// - Returns: H, 1/n … 1.
  ///
  /// **Complexity.** O(regions). **Source.** Hirschman (1964), Am. Econ. Rev. 54(5), 761–762.
  /// **Checked against.** R REAT 3.0.3 `herf`, EconGeo 1.3 `Herfindahl`, Python `econcomplex` 1.0.1
  /// `herfindahl(normalize=False)`; the default of the latter and of `concentrationMetrics` is ``normalizedHHI()``.
  public func hhi() -> Double {
    industry.lazy.map { $0 * $0 }.compensatedSum
  }

  /// Returns the Hirschman-Herfindahl index set on 0 … 1: (H − 1/n) / (1 − 1/n).
  ///
  /// - Returns: 0 where every region has the same share, 1 where one has all.
  /// - Throws: ``MeasureError/outOfRange(_:)`` if there is one region only.
  public func normalizedHHI() throws(MeasureError) -> Double {
    guard count > 1 else {
      throw MeasureError.outOfRange("The normalized HHI needs at least two regions; there is 1.")
    }
    let floor = 1 / Double(count)
    return (hhi() - floor) / (1 - floor)
  }

  /// Returns the number of equally large regions that would give the same Hirschman-Herfindahl index, 1/H.
  public func numberEquivalent() -> Double { 1 / hhi() }

  /// Returns the Hirschman-Herfindahl index relative to the reference.
  ///
  ///     Σᵣ sᵣ²/xᵣ = 1 + 2 GE(2)
  ///
  /// the mean location quotient over the industry's own activity: 1 where the industry lies as the reference does.
  /// With equal reference shares it is n H.
  ///
  /// - Returns: At least 1.
  /// - Throws: ``MeasureError/activityWithoutReference(_:)`` if a region has the industry and none of the reference.
  public func relativeHHI() throws(MeasureError) -> Double {
    1 + 2 * (try generalizedEntropy(alpha: 2))
  }

  /// Returns Hoover's coefficient of localization.
  ///
  ///     ½ Σᵣ |sᵣ − xᵣ|
  ///
  /// The share of the industry that would have to move for it to lie as the reference does.
  ///
  /// - Returns: 0 … 1. EconGeo and econcomplex print it times 100.
  ///
  /// **Complexity.** O(regions). **Source.** Hoover (1936), Rev. Econ. Stat. 18(4), 162–171, doi:10.2307/1927875.
  /// **Checked against.** R REAT 3.0.3 `hoover`, EconGeo 1.3 `Hoover.index`, Python `econcomplex` 1.0.1 `hoover_index`.
  public func hoover() -> Double { 0.5 * krugman() }

  /// Returns Krugman's index of concentration.
  ///
  ///     Σᵣ |sᵣ − xᵣ|
  ///
  /// The reference holds the industry itself, as in all the peers; see ``SpecializationMeasure/krugman`` for the same
  /// sum over the industries of a region.
  ///
  /// - Returns: 0 … 2, twice ``hoover()``.
  ///
  /// **Complexity.** O(regions). **Source.** Krugman (1991), Geography and Trade, MIT Press.
  /// **Checked against.** R REAT 3.0.3 `krugman.conc`, `krugman.spec`; EconGeo 1.3 `Krugman.index`.
  public func krugman() -> Double {
    zip(industry, reference).lazy.map { ($0 - $1).magnitude }.compensatedSum
  }

  /// Returns the coefficient of variation of location quotients, weighted by the reference.
  ///
  ///     √(Σᵣ xᵣ (qᵣ − 1)²)
  ///
  /// With ratios and weights it is Williamson's index; with equal shares the population coefficient of variation.
  ///
  /// - Returns: At least 0.
  /// - Throws: ``MeasureError/activityWithoutReference(_:)`` if a region has the industry and none of the reference.
  ///
  /// **Source.** Williamson (1965), Econ. Dev. Cult. Change 13(4, part 2), 1–84, doi:10.1086/450136.
  public func coefficientOfVariation() throws(MeasureError) -> Double {
    try requireReference()
    let square = zip(industry, reference).lazy.map { $1 == 0 ? 0 : ($0 - $1) * ($0 - $1) / $1 }.compensatedSum
    return square.squareRoot()
  }

  /// Returns the coefficient of variation with the sample's standard deviation, times √(n/(n − 1)).
  ///
  /// - Returns: At least 0.
  /// - Throws: ``MeasureError/outOfRange(_:)`` if there is one region only; as ``coefficientOfVariation()``.
  ///
  /// **Checked against.** R REAT 3.0.3 `cv`.
  public func coefficientOfVariationOfSample() throws(MeasureError) -> Double {
    guard count > 1 else {
      throw MeasureError.outOfRange("The variation of a sample needs at least two regions; there is 1.")
    }
    return try coefficientOfVariation() * (Double(count) / Double(count - 1)).squareRoot()
  }

  /// Returns Williamson's index with deviations from the mean in which every region has the same weight.
  ///
  ///     √(Σᵣ xᵣ (qᵣ − q̄)²),   q̄ = (1/n) Σᵣ qᵣ
  ///
  /// A named variant: Williamson takes the deviations from the national mean, which is ``coefficientOfVariation()``.
  ///
  /// - Returns: At least the coefficient of variation.
  /// - Throws: ``MeasureError/activityWithoutReference(_:)``, or ``MeasureError/noActivity(_:)`` if a region has no
  ///   reference and so no quotient.
  ///
  /// **Checked against.** R REAT 3.0.3 `williamson`.
  public func williamsonAboutUnweightedMean() throws(MeasureError) -> Double {
    let variation = try coefficientOfVariation()
    if let empty = reference.firstIndex(of: 0) { throw MeasureError.noActivity("region number \(empty + 1)") }
    let mean = zip(industry, reference).lazy.map { $0 / $1 }.compensatedSum / Double(count)
    return (variation * variation + (mean - 1) * (mean - 1)).squareRoot()
  }

  /// Returns the share of the industry in the regions that have most of it.
  ///
  /// The regions are ranked by their share of the industry, and the first k per cent of their number are added up.
  /// k per cent of n regions is rarely whole: of the region at the edge the fraction counts that is missing. So the
  /// share is continuous in k, and which of several tied regions comes first does not matter.
  ///
  /// - Parameter percent: k, above 0 and at most 100; 5 with 380 districts means 19 of them.
  /// - Returns: k/100 … 1. The reference plays no part.
  /// - Throws: ``MeasureError/outOfRange(_:)`` for another k.
  ///
  /// **Complexity.** O(n log n) for n regions.
  public func topShare(percent: Double) throws(MeasureError) -> Double {
    guard percent > 0, percent <= 100 else {
      throw MeasureError.outOfRange(
        "The top share was asked of \(percent) per cent of the regions; give above 0 to 100."
      )
    }
    let places = Double(count) * percent / 100
    // A product such as 0.1 % of 3000 may miss its whole number by a rounding error.
    let whole =
      (places - places.rounded()).magnitude < 1e-9 * places ? places.rounded() : places.rounded(.down)
    let ranked = industry.sorted(by: >)
    var sum = CompensatedSum()
    for share in ranked.prefix(Int(whole)) { sum.add(share) }
    if Int(whole) < count { sum.add(max(0, places - whole) * ranked[Int(whole)]) }
    return min(1, sum.value)
  }
}
