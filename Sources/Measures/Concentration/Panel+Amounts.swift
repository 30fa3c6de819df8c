import Arithmetic
package import Panels

extension Panel {
  /// Returns the numbers of cells, where every one has a number.
  ///
  /// - Parameters:
  ///   - plane: The cells of this panel by region or industry.
  ///   - positions: Which of them; all if nil.
  ///   - what: How a message calls them.
  /// - Returns: The numbers in the order of the positions.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` with the count of cells without a number.
  package func numbers(
    of plane: CellPlane,
    at positions: [Int]? = nil,
    what: String
  ) throws(MeasureError) -> [Double] {
    let values = positions.map { $0.map { plane.values[$0] } } ?? plane.values
    let missing = values.count { $0.isNaN }
    guard missing == 0 else {
      throw MeasureError.notIdentifiable("\(missing) of \(values.count) cells of \(what) have no number")
    }
    return values
  }

  /// Throws if the numbers of the panel may not be added.
  package func requireAdditive() throws(MeasureError) {
    guard variable.prices?.adds ?? true else {
      throw MeasureError.panel(.chainedVolumesDoNotAdd(variable.name))
    }
  }

  /// Returns the amounts of a set of industries by region.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries; no one part of another, at least one.
  ///   - regions: The positions of the regions; all if nil.
  ///   - period: The position of the period.
  /// - Returns: An amount a region.
  /// - Throws: ``MeasureError``.
  package func amounts(
    of industries: [Int],
    in regions: [Int]?,
    period: Int
  ) throws(MeasureError) -> [Double] {
    guard !industries.isEmpty else { throw MeasureError.noActivity("an empty list of industries") }
    try requireAdditive()
    return try numbers(
      of: byRegion(sumOf: industries, period: period),
      at: regions,
      what: "\(name(of: industries)) in \(periods[period])"
    )
  }

  /// Returns all activity by region.
  package func activity(in regions: [Int]?, period: Int) throws(MeasureError) -> [Double] {
    try requireAdditive()
    let plane: CellPlane
    do throws(PanelError) { plane = try activityByRegion(period: period) } catch {
      throw MeasureError.panel(error)
    }
    return try numbers(of: plane, at: regions, what: "all activity in \(periods[period])")
  }

  /// Returns the amount of a set of industries in a set of regions together: the published total where the regions
  /// are all of them and every industry has one, else the sum of the cells.
  package func total(of industries: [Int], in regions: [Int]?, period: Int) throws(MeasureError) -> Double {
    if regions == nil, industryTotals != nil {
      let totals = try numbers(
        of: totalsByIndustry(period: period),
        at: industries,
        what: "the totals of \(name(of: industries)) in \(periods[period])"
      )
      return totals.compensatedSum
    }
    return try amounts(of: industries, in: regions, period: period).compensatedSum
  }

  /// Returns all activity of a set of regions together: the published grand total where the regions are all of them,
  /// else the sum over the regions.
  package func total(in regions: [Int]?, period: Int) throws(MeasureError) -> Double {
    if regions == nil, let grandTotals {
      guard let value = grandTotals[period].value else {
        throw MeasureError.notIdentifiable("the published total of \(periods[period]) has no number")
      }
      return value
    }
    return try activity(in: regions, period: period).compensatedSum
  }

  /// How a message calls a set of industries.
  package func name(of positions: [Int]) -> String {
    guard positions.count != 1 else { return "industry '\(industries[positions[0]].code)'" }
    return "\(positions.count) industries"
  }
}
