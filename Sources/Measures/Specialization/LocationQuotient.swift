import Arithmetic

/// The four sums that a location quotient compares, and the quotient in its forms.
///
/// | symbol | meaning | shape | unit |
/// | --- | --- | --- | --- |
/// | e | the industry's activity in the region | scalar | that of the table |
/// | n | all activity in the region | scalar | the same |
/// | E | the industry's activity everywhere | scalar | the same |
/// | N | all activity everywhere | scalar | the same |
///
/// **Zeros and missing values.** Where the region, the industry or everything is empty there is no quotient: making
/// the value throws, never 0/0 = 0. An absent industry of a region with other activity has the quotient 0.
public struct LocationQuotient: Sendable, Equatable {
  /// The industry's activity in the region, e.
  public let cell: Double
  /// All activity in the region, n.
  public let region: Double
  /// The industry's activity everywhere, E.
  public let industry: Double
  /// All activity everywhere, N.
  public let total: Double

  /// Makes a quotient.
  ///
  /// - Parameters:
  ///   - cell: The industry's activity in the region; not negative.
  ///   - region: All activity in the region; positive.
  ///   - industry: The industry's activity everywhere; positive.
  ///   - total: All activity everywhere; positive.
  /// - Throws: ``MeasureError/noActivity(_:)`` if the region, the industry or the whole is empty;
  ///   ``MeasureError/unusable(_:_:)`` if a number is negative, infinite or not a number.
  public init(cell: Double, region: Double, industry: Double, total: Double) throws(MeasureError) {
    try LocationQuotient.check(cell, "the industry in the region", mayBeZero: true)
    try LocationQuotient.check(region, "the region", mayBeZero: false)
    try LocationQuotient.check(industry, "the industry", mayBeZero: false)
    try LocationQuotient.check(total, "all regions and industries", mayBeZero: false)
    self.cell = cell
    self.region = region
    self.industry = industry
    self.total = total
  }

  private static func check(_ number: Double, _ name: String, mayBeZero: Bool) throws(MeasureError) {
    guard number >= 0, number.isFinite else { throw MeasureError.unusable("Activity of \(name)", number) }
    guard mayBeZero || number > 0 else { throw MeasureError.noActivity(name) }
  }

  /// The location quotient, (e/n)/(E/N): how many times the industry's share of the region is its share of everything.
  ///
  /// **Source.** Florence (1939); Isard (1960), Methods of Regional Analysis, MIT Press. **Checked against.** R REAT 3.0.3 `locq`,
  /// EconGeo 1.3 `location.quotient`, economiccomplexity 2.0.0 `balassa_index`; Python `econcomplex` 1.0.1.
  public var ratio: Double { (cell / region) / (industry / total) }

  /// The symmetric quotient (LQ − 1)/(LQ + 1): −1 for an absent industry, 0 for the average, near 1 for the strongest.
  ///
  /// **Source.** Dalum, Laursen & Villumsen (1998), Int. Rev. Appl. Econ. 12(3), 423–443, doi:10.1080/02692179800000017.
  public var symmetric: Double {
    let here = cell / region
    let everywhere = industry / total
    return (here - everywhere) / (here + everywhere)
  }

  /// The additive quotient e/n − E/N, in shares: how much larger the industry's share of the region is than elsewhere.
  ///
  /// **Source.** Hoen & Oosterhaven (2006), Ann. Reg. Sci. 40(1), 179–185, doi:10.1007/s00168-005-0030-0.
  /// **Checked against.** R REAT 3.0.3 `locq(LQ.method = "a")`, whose arguments e_j and e_i are the industry and region
  /// the other way round.
  public var additive: Double { cell / region - industry / total }

  /// Returns the natural logarithm of the quotient, symmetric around 0.
  ///
  /// - Returns: ln LQ.
  /// - Throws: ``MeasureError/infiniteAtZero(measure:place:)`` if the industry is absent.
  public func logarithm() throws(MeasureError) -> Double {
    guard cell > 0 else {
      throw MeasureError.infiniteAtZero(measure: "The logarithm of a location quotient", place: "the region")
    }
    return naturalLogarithm(ratio)
  }

  /// Returns the quotient in a form.
  ///
  /// - Parameter measure: One of the quotients of a single cell.
  /// - Returns: The quotient in that form.
  /// - Throws: ``MeasureError/infiniteAtZero(measure:place:)`` for the logarithm of 0; ``MeasureError/outOfRange(_:)``
  ///   for a measure that a single cell does not determine.
  public func value(_ measure: SpecializationMeasure) throws(MeasureError) -> Double {
    switch measure {
    case .locationQuotient: return ratio
    case .symmetricQuotient: return symmetric
    case .additiveQuotient: return additive
    case .logarithmicQuotient: return try logarithm()
    case .standardizedQuotient, .krugman, .gini, .hhi:
      throw MeasureError.outOfRange("'\(measure.name)' needs all regions or industries, not a single cell.")
    }
  }

  /// Returns quotients standardized over regions: (LQ − mean)/sd, every region with the same weight.
  ///
  /// - Parameters:
  ///   - quotients: One industry's quotients by region.
  ///   - kind: By what the squared deviations are divided: n − 1 unless said otherwise, as in R's `sd`.
  /// - Returns: The standardized quotients; mean 0, standard deviation 1.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if all quotients are the same, so that there is no deviation.
  ///
  /// **Source.** O'Donoghue & Gleave (2004), Reg. Stud. 38(4), 419–427, doi:10.1080/03434002000213932.
  /// **Checked against.** R REAT 3.0.3 `locq2`, corrected: the package subtracts the mean of another dimension and is
  /// not matched.
  public static func standardized(
    _ quotients: [Double],
    deviation kind: DeviationKind = .sample
  ) throws(MeasureError) -> [Double] {
    guard quotients.count > 1 else {
      throw MeasureError.notIdentifiable("one location quotient alone has no deviation")
    }
    let count = Double(quotients.count)
    let mean = quotients.compensatedSum / count
    let variance =
      quotients.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum
      / (kind == .population ? count : count - 1)
    // Equal quotients may differ by rounding errors, which must not be blown up to unit deviations.
    guard variance.squareRoot() > 1e-12 * mean.magnitude else {
      throw MeasureError.notIdentifiable("all \(quotients.count) location quotients are the same")
    }
    let deviation = variance.squareRoot()
    return quotients.map { ($0 - mean) / deviation }
  }
}
