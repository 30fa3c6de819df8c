import Graphics
import Measures
import Panels

/// What all location quotients of a period have in common: all activity by region, and whether it was published apart.
struct QuotientContext: Sendable {
  private let activity: CellPlane
  private let allActivity: Bounds
  private let allActivityValue: Double?
  private let isPublished: Bool

  init(_ panel: Panel, period: Int) throws {
    guard panel.variable.prices?.adds ?? true else { throw PanelError.chainedVolumesDoNotAdd(panel.variable.name) }
    activity = try panel.activityByRegion(period: period)
    let sum = activity.sum(of: panel.regions.indices)
    allActivity = sum.bounds
    allActivityValue = panel.grandTotals?[period].value ?? sum.value
    isPublished = panel.regionTotals != nil
  }

  /// Returns the quotient of a region, with bounds.
  ///
  /// - Parameters:
  ///   - cells: The industry's cells by region.
  ///   - region: The position of the region.
  ///   - sampling: What is declared of the sampling error.
  func estimate(cells: CellPlane, region: Int, sampling: SamplingError) throws -> Estimate {
    let industry = cells.sum(of: cells.values.indices)
    let own = cells[region]
    let here = activity[region]
    var value: Double?
    if let cell = own.value, let total = here.value, let everywhere = industry.value, let all = allActivityValue {
      value = try LocationQuotient(cell: cell, region: total, industry: everywhere, total: all).ratio
    }
    let bounds = try bounds(own: own.bounds, industry: industry.bounds, here: here.bounds)
    return Estimate(
      value: value,
      bounds: bounds,
      sampling: sampling,
      statuses: [StatusCount(own.status, 1)]
    )
  }

  private func bounds(own: Bounds, industry: Bounds, here: Bounds) throws -> Bounds? {
    let restOfIndustry = Uncertain.difference(industry, own)
    let elsewhere = Uncertain.difference(allActivity, here)
    if isPublished {
      return try Uncertain.quotientOfPublished(
        own: own,
        restOfIndustry: restOfIndustry,
        here: here,
        elsewhere: elsewhere
      )
    }
    return try QuotientParts(
      own: own,
      restOfRegion: Uncertain.difference(here, own),
      restOfIndustry: restOfIndustry,
      restOfAll: Uncertain.difference(elsewhere, restOfIndustry)
    ).locationQuotientBounds().bounds
  }
}

extension Verdict {
  /// The same in a chart.
  var interval: IntervalVerdict {
    switch side {
    case 1: .clearlyAbove
    case -1: .clearlyBelow
    default: .cannotTell
    }
  }
}
