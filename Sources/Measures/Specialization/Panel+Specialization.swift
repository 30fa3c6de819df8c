import Arithmetic
public import Panels

/// With what a group of regions is compared.
public enum Comparator: String, Hashable, Sendable, CaseIterable {
  /// All regions, the group itself among them.
  case all
  /// The regions that are not in the group.
  case rest
}

extension Panel {
  /// Returns the location quotient of a set of industries in a region.
  ///
  /// The sums that it compares with are the published totals where the table has them, else sums of cells.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - region: The position of the region.
  ///   - period: The position of the period.
  /// - Returns: The quotient in all its forms.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if a cell has no number; ``MeasureError/noActivity(_:)`` if the
  ///   region or the industries are empty.
  public func locationQuotient(
    of industries: [Int],
    region: Int,
    period: Int
  ) throws(MeasureError) -> LocationQuotient {
    try LocationQuotient(
      cell: amounts(of: industries, in: [region], period: period)[0],
      region: activity(in: [region], period: period)[0],
      industry: total(of: industries, in: nil, period: period),
      total: total(in: nil, period: period)
    )
  }

  /// Returns the location quotients of a set of industries in every region.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - period: The position of the period.
  /// - Returns: A quotient a region, or the reason why there is none.
  /// - Throws: What keeps every region from having one: the industries or all activity are empty, or have no number.
  ///
  /// **Complexity.** O(regions × industries of the panel).
  public func locationQuotients(
    of industries: [Int],
    period: Int
  ) throws(MeasureError) -> [Result<LocationQuotient, MeasureError>] {
    guard !industries.isEmpty else { throw MeasureError.noActivity("an empty list of industries") }
    try requireAdditive()
    let everywhere = try total(of: industries, in: nil, period: period)
    let everything = try total(in: nil, period: period)
    // Made once to see that the denominators stand.
    _ = try LocationQuotient(cell: 0, region: 1, industry: everywhere, total: everything)
    let cells = byRegion(sumOf: industries, period: period)
    let activity: CellPlane
    do throws(PanelError) { activity = try activityByRegion(period: period) } catch {
      throw MeasureError.panel(error)
    }
    return regions.indices.map { region in
      guard let cell = cells[region].value, let whole = activity[region].value else {
        let code = regions[region].code
        return .failure(
          .notIdentifiable("region '\(code)' has no number for \(name(of: industries)) or its total")
        )
      }
      return Result { () throws(MeasureError) in
        try LocationQuotient(cell: cell, region: whole, industry: everywhere, total: everything)
      }
    }
  }

  /// Returns the location quotient of a set of industries in a group of regions taken together.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - group: The positions of the group's regions.
  ///   - comparator: With what the group is compared: the regions that are not in it, or all of them.
  ///   - period: The position of the period.
  /// - Returns: The quotient; against the rest its ``LocationQuotient/industry`` and ``LocationQuotient/total`` are
  ///   those of the rest.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if a cell has no number; ``MeasureError/noActivity(_:)`` if the
  ///   group, the comparator or the industries there are empty.
  public func locationQuotient(
    of industries: [Int],
    group: [Int],
    against comparator: Comparator = .rest,
    period: Int
  ) throws(MeasureError) -> LocationQuotient {
    guard !group.isEmpty else { throw MeasureError.noActivity("a group without regions") }
    let inside = Set(group)
    let others: [Int]? = comparator == .all ? nil : regions.indices.filter { !inside.contains($0) }
    if let others, others.isEmpty { throw MeasureError.noActivity("the rest: every region is in the group") }
    return try LocationQuotient(
      cell: total(of: industries, in: group, period: period),
      region: total(in: group, period: period),
      industry: total(of: industries, in: others, period: period),
      total: total(in: others, period: period)
    )
  }

  /// Returns a region's specialization over a set of industries, against all regions together.
  ///
  /// - Parameters:
  ///   - measure: Krugman's index, the Gini coefficient or the Hirschman-Herfindahl index of a region.
  ///   - region: The position of the region.
  ///   - industries: The positions of the industries to compare; all if nil. No one may be part of another.
  ///   - period: The position of the period.
  /// - Returns: The measure.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if a cell has no number; ``MeasureError/panel(_:)`` if industries
  ///   of several levels would be mixed; ``MeasureError/outOfRange(_:)`` for a measure of single cells.
  public func specialization(
    _ measure: SpecializationMeasure,
    region: Int,
    over industries: [Int]? = nil,
    period: Int
  ) throws(MeasureError) -> Double {
    try requireAdditive()
    do throws(PanelError) {
      try IndustryCode.requireDisjoint(
        (industries ?? Array(self.industries.indices)).map { self.industries[$0] }
      )
    } catch { throw MeasureError.panel(error) }
    let when = "in \(periods[period])"
    return try measure.value(
      region: numbers(
        of: byIndustry(sumOf: [region], period: period),
        at: industries,
        what: "region '\(regions[region].code)' \(when)"
      ),
      comparator: numbers(
        of: totalsByIndustry(period: period),
        at: industries,
        what: "the totals by industry \(when)"
      )
    )
  }
}
