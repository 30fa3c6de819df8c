extension Panel {
  /// Returns one period's cells of a set of industries, added up by region.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries; no one part of another.
  ///   - period: The position of the period.
  /// - Returns: A cell a region, in the order of ``regions``.
  public func byRegion(sumOf industries: [Int], period: Int) -> CellPlane {
    if industries.count == 1 {
      return CellPlane(regions.indices.map { self[period, $0, industries[0]] })
    }
    return CellPlane(
      regions.indices.map { region in
        let base = offset(period: period, region: region, industry: 0)
        return cells.sum(of: industries.lazy.map { base + $0 })
      }
    )
  }

  /// Returns one period's cells of a set of regions, added up by industry.
  ///
  /// - Parameters:
  ///   - regions: The positions of the regions; no one part of another.
  ///   - period: The position of the period.
  /// - Returns: A cell an industry, in the order of ``industries``.
  public func byIndustry(sumOf regions: [Int], period: Int) -> CellPlane {
    CellPlane(
      industries.indices.map { industry in
        cells.sum(of: regions.lazy.map { offset(period: period, region: $0, industry: industry) })
      }
    )
  }

  /// Returns all activity by region: the published totals, or the sums of the cells.
  ///
  /// - Parameter period: The position of the period.
  /// - Returns: A cell a region.
  /// - Throws: ``PanelError/mixedLevels(_:_:)`` if there are no published totals and the industries are of several
  ///   levels, so that their sum would count some twice.
  public func activityByRegion(period: Int) throws(PanelError) -> CellPlane {
    if let regionTotals {
      return CellPlane(regions.indices.map { regionTotals[period * regions.count + $0] })
    }
    if let activitySums {
      return CellPlane(regions.indices.map { activitySums[period * regions.count + $0] })
    }
    try requireOneLevelOfIndustries()
    return byRegion(sumOf: Array(industries.indices), period: period)
  }

  /// Adds all industries up once, so that ``activityByRegion(period:)`` need not do it again; nothing else changes.
  ///
  /// Does nothing where totals are published, or where the industries are of several levels and do not add.
  /// **Complexity.** O(cells).
  public mutating func keepActivitySums() {
    guard regionTotals == nil, activitySums == nil, (try? requireOneLevelOfIndustries()) != nil else {
      return
    }
    let count = industries.count
    activitySums = CellPlane(
      (0..<(periods.count * regions.count)).map { row in cells.sum(of: (row * count)..<((row + 1) * count)) }
    )
  }

  /// Returns the total by industry over all regions: the published totals, or the sums of the cells.
  ///
  /// - Parameter period: The position of the period.
  /// - Returns: A cell an industry.
  public func totalsByIndustry(period: Int) -> CellPlane {
    if let industryTotals {
      return CellPlane(industries.indices.map { industryTotals[period * industries.count + $0] })
    }
    return byIndustry(sumOf: Array(regions.indices), period: period)
  }

  /// Checks that no industry of the panel is part of another.
  ///
  /// - Throws: ``PanelError/mixedLevels(_:_:)`` with a pair of codes of which one is part of the other.
  public func requireOneLevelOfIndustries() throws(PanelError) {
    // Sums over industries are kept only where this has been found before.
    if activitySums != nil { return }
    try IndustryCode.requireDisjoint(industries.elements)
  }
}
