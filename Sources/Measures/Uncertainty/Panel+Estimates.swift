public import Panels

extension Panel {
  /// Returns the location quotients of an industry or definition in every region, with their uncertainty.
  ///
  /// Published totals are used where there are some: of regions and industries, of one of them, or else the sums of the
  /// cells, to which each cell then belongs. All three have exact bounds: ``QuotientTotals``, ``RegionTotalsQuotient``
  /// and ``QuotientParts``.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries of the definition; no one part of another.
  ///   - period: The position of the period.
  ///   - sampling: The declared sampling error of each region's quotient, one a region; unknown if not given.
  ///   - draws: How the rounding intervals are drawn; nil for none.
  /// - Returns: An estimate a region, in the order of the panel. Where a quotient is undefined it has neither value nor bounds.
  ///   The statuses are those of the industry's cells in the region.
  /// - Throws: `PanelError.mixedLevels` if there are no totals and the industries overlap.
  ///
  /// **Complexity.** O(cells) for sums of cells, O(regions) with published totals, and one round of draws a region.
  public func locationQuotientEstimates(
    of industries: [Int],
    period: Int,
    sampling: [SamplingError]? = nil,
    draws: RoundingDraws? = RoundingDraws()
  ) throws -> [Estimate] {
    let draws = hasApportionedCells ? nil : draws
    let sums = try QuotientSums(self, industries: industries, period: period)
    return regions.indices.map { region in
      var draws = draws
      draws?.unit = UInt64(period * regions.count + region)
      let cells = industries.map { self[period, region, $0] }
      let bounds = sums.bounds(region)
      let isDrawn = bounds.map(\.bounds.isExact) == false
      return Estimate(
        value: sums.value(region),
        bounds: bounds?.bounds,
        boundsAreAttained: bounds?.isAttained ?? false,
        roundingInterval: isDrawn
          ? draws.flatMap { sums.interval(region, $0) }?.holding(sums.value(region)) : nil,
        level: draws?.level ?? RoundingDraws.usualLevel,
        sampling: sampling?[region] ?? .unknown,
        statuses: StatusCount.of(cells)
      )
    }
  }

  /// Returns the cells of an industry or definition by region and what all activity is compared with.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries of the definition; no one part of another.
  ///   - period: The position of the period.
  /// - Returns: The cells, and the published totals of the regions or else the rest of each region.
  /// - Throws: `PanelError.mixedLevels` if there are no totals and the industries overlap; ``MeasureError/unusable(_:_:)`` for a
  ///   negative number.
  public func uncertainConcentration(of industries: [Int], period: Int) throws -> UncertainConcentration {
    let cells = try UncertainVector(byRegion(sumOf: industries, period: period))
    let statuses = StatusCount.of(
      regions.indices.flatMap { region in industries.map { self[period, region, $0] } }
    )
    if let regionTotals {
      let totals = CellPlane(regions.indices.map { regionTotals[period * regions.count + $0] })
      return UncertainConcentration(
        cells: cells,
        reference: .published(try UncertainVector(totals)),
        statuses: statuses,
        isApportioned: hasApportionedCells
      )
    }
    try requireOneLevelOfIndustries()
    let others = Set(industries)
    let rest = self.industries.indices.filter { !others.contains($0) }
    let reference = UncertainReference.rest(try UncertainVector(byRegion(sumOf: rest, period: period)))
    return UncertainConcentration(
      cells: cells,
      reference: reference,
      statuses: statuses,
      isApportioned: hasApportionedCells
    )
  }
}

/// The cells that a measure of concentration is computed from, with its reference and their statuses.
public struct UncertainConcentration: Sendable, Equatable {
  /// The industry's cells by region.
  public var cells: UncertainVector
  /// What they are compared with.
  public var reference: UncertainReference
  /// The statuses of the cells.
  public var statuses: [StatusCount]
  /// Whether some cells are apportioned by weights, so that no interval is drawn.
  public var isApportioned: Bool

  /// Makes the input of a measure.
  ///
  /// - Parameters:
  ///   - cells: The industry's cells by region.
  ///   - reference: What they are compared with.
  ///   - statuses: The statuses of the cells.
  ///   - isApportioned: Whether some cells are apportioned by weights.
  public init(
    cells: UncertainVector,
    reference: UncertainReference,
    statuses: [StatusCount] = [],
    isApportioned: Bool = false
  ) {
    self.isApportioned = isApportioned
    self.cells = cells
    self.reference = reference
    self.statuses = statuses
  }

  /// Returns a measure with its uncertainty.
  ///
  /// - Parameters:
  ///   - measure: Which measure.
  ///   - sampling: What is declared of its sampling error.
  ///   - draws: How the rounding interval is drawn; nil for none.
  ///   - effort: How much work a search for bounds may take.
  /// - Returns: The estimate.
  /// - Throws: ``MeasureError`` as ``UncertainVector/bounds(of:relativeTo:effort:)`` says.
  public func estimate(
    of measure: ConcentrationMeasure,
    sampling: SamplingError = .unknown,
    draws: RoundingDraws? = RoundingDraws(),
    effort: BoundEffort = BoundEffort()
  ) throws(MeasureError) -> Estimate {
    let bounded = try cells.bounds(of: measure, relativeTo: reference, effort: effort)
    var interval: Bounds?
    if let draws, !isApportioned {
      interval = try cells.roundingInterval(of: measure, relativeTo: reference, draws: draws)?
        .holding(bounded.value)
    }
    return Estimate(
      bounded,
      roundingInterval: interval,
      level: draws?.level ?? RoundingDraws.usualLevel,
      sampling: sampling,
      statuses: statuses
    )
  }
}

extension StatusCount {
  /// How many cells there are of each status, in the order of `CellStatus`.
  static func of(_ cells: [Cell]) -> [StatusCount] { of(cells.map(\.status)) }

  /// How many there are of each status, in the order of `CellStatus`.
  static func of(_ statuses: [CellStatus]) -> [StatusCount] {
    CellStatus.allCases.compactMap { status in
      let count = statuses.count { $0 == status }
      return count > 0 ? StatusCount(status, count) : nil
    }
  }
}
