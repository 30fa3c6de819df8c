public import Panels

extension Panel {
  /// Returns the additive location quotients of an industry or definition in every region, with their hard bounds.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries of the definition; no one part of another.
  ///   - period: The position of the period.
  ///   - sampling: The declared sampling error of each region's quotient, one a region; unknown if not given.
  /// - Returns: An estimate a region. It has no rounding interval: where rounding matters the hard bounds say how much.
  /// - Throws: `PanelError.mixedLevels` if there are no totals and the industries overlap.
  ///
  /// **Complexity.** O(cells) for sums of cells, O(regions) with published totals.
  public func additiveQuotientEstimates(
    of industries: [Int],
    period: Int,
    sampling: SamplingError = .unknown
  ) throws -> [Estimate] {
    let sums = try QuotientSums(self, industries: industries, period: period)
    return regions.indices.map { region in
      let statuses = StatusCount.of(industries.map { self[period, region, $0] })
      guard let additive = sums.additive(region) else {
        return Estimate(value: nil, sampling: sampling, statuses: statuses)
      }
      return Estimate(additive, sampling: sampling, statuses: statuses)
    }
  }

  /// Returns a region's activity by industry and what it is compared with, to measure how specialized it is.
  ///
  /// The measures of concentration with industries in the place of regions: Krugman's index, the Gini coefficient and the
  /// Hirschman-Herfindahl index of ``UncertainConcentration`` are those of the region's specialization.
  ///
  /// - Parameters:
  ///   - region: The position of the region.
  ///   - period: The position of the period.
  /// - Returns: The region's cells by industry; as the comparator the published totals of the industries, or else what the
  ///   other regions add to the region's own cells.
  /// - Throws: `PanelError.mixedLevels` if industries of several levels would be mixed; ``MeasureError/unusable(_:_:)`` for
  ///   a negative number.
  public func uncertainSpecialization(of region: Int, period: Int) throws -> UncertainConcentration {
    try requireOneLevelOfIndustries()
    let cells = try UncertainVector(byIndustry(sumOf: [region], period: period))
    let statuses = StatusCount.of(industries.indices.map { self[period, region, $0] })
    if industryTotals != nil {
      let totals = try UncertainVector(totalsByIndustry(period: period))
      return UncertainConcentration(cells: cells, reference: .published(totals), statuses: statuses)
    }
    let others = regions.indices.filter { $0 != region }
    let rest = try UncertainVector(byIndustry(sumOf: others, period: period))
    return UncertainConcentration(cells: cells, reference: .rest(rest), statuses: statuses)
  }
}

extension SpecializationMeasure {
  /// The measure of concentration that a measure of a whole region is with industries in the place of regions; nil for a
  /// measure of single cells.
  public var asConcentration: ConcentrationMeasure? {
    switch self {
    case .krugman: .krugman
    case .gini: .gini
    case .hhi: .hhi
    default: nil
    }
  }
}
