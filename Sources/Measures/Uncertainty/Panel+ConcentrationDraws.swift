public import Panels

extension Panel {
  /// Returns draws of a measure of concentration of an industry or definition in a period, with each rounded cell drawn within
  /// its bounds.
  ///
  /// A definition of several industries has in each region the spread of their sum, and so has the rest of all activity where no
  /// totals are published; its hard bounds are many times as wide. The rest is drawn apart from the industry, and both add to
  /// all activity.
  ///
  /// - Parameters:
  ///   - measure: Which measure.
  ///   - industries: The positions of the industries; no one part of another.
  ///   - reference: What the regions are compared with.
  ///   - period: The position of the period, which is the unit of the draws: periods err independently.
  ///   - draws: How to draw.
  /// - Returns: One value a replicate; empty if every cell is exact; nil if a cell has no upper bound, or some are
  ///   apportioned by weights.
  /// - Throws: ``MeasureError/outOfRange(_:)`` for a top share of no regions; `PanelError.mixedLevels` if there are no totals and
  ///   the industries overlap.
  ///
  /// **Zeros and missing values.** A withheld cell that totals bound is drawn like a rounded one. **Complexity.** O(regions) a
  /// replicate; the Gini and top shares sort. **Source.** As ``RoundingDraws``.
  public func concentrationDraws(
    _ measure: ConcentrationMeasure,
    of industries: [Int],
    reference: ConcentrationReference = .activity,
    period: Int,
    draws: RoundingDraws
  ) throws -> [Double]? {
    guard !hasApportionedCells else { return nil }
    let own = regions.indices.map { moments(of: industries, in: [$0], period: period) }
    var activity: [SumMoments] = []
    var exact = [Double](repeating: 1, count: regions.count)
    switch reference {
    case .activity where measure.usesReference:
      activity = try regions.indices.map { region in
        let all = try activityMoments(in: [region], period: period)
        return regionTotals == nil ? all - own[region] : all
      }
    case .amounts(let amounts, _): exact = amounts
    default: break
    }
    guard (own + activity).allSatisfy(\.isBounded) else { return nil }
    guard !(own + activity).allSatisfy(\.isExact) else { return [] }
    let drawn = DrawnConcentration(
      cells: DrawnCells(own.map(\.roundedSum)),
      reference: activity.isEmpty ? DrawnCells(exact, exact) : DrawnCells(activity.map(\.roundedSum)),
      isCoupled: !activity.isEmpty && regionTotals == nil
    )
    let places = try UncertainVector(exactly: exact).places(of: measure)
    return drawn.values(of: measure, places: places, draws: draws.of(unit: period))
  }
}
