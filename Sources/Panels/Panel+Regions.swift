extension Panel {
  /// Returns the panel with some of its regions, under other codes, names and parents.
  ///
  /// Totals over all regions are dropped if any region is, since they no longer are the totals of what is left.
  ///
  /// - Parameter kept: The positions of the regions to keep, ascending, and what each is called now.
  /// - Throws: ``PanelError/duplicateCode(_:)`` if two of them now have codes that match.
  /// - Returns: The smaller panel.
  public func keeping(_ kept: [(position: Int, region: Region)]) throws(PanelError) -> Panel {
    let axis = try Axis(kept.map(\.region))
    let isWhole = kept.count == regions.count
    if isWhole {
      var panel = try Panel(
        variable: variable,
        periods: periods,
        regions: axis,
        industries: industries,
        cells: cells
      )
      panel.regionTotals = regionTotals
      panel.industryTotals = industryTotals
      panel.grandTotals = grandTotals
      return panel
    }
    var positions: [Int] = []
    positions.reserveCapacity(periods.count * kept.count * industries.count)
    var totals: [Int] = []
    for period in periods.indices {
      for (region, _) in kept {
        let start = offset(period: period, region: region, industry: 0)
        positions.append(contentsOf: start..<(start + industries.count))
        totals.append(period * regions.count + region)
      }
    }
    var panel = try Panel(
      variable: variable,
      periods: periods,
      regions: axis,
      industries: industries,
      cells: cells.cells(at: positions)
    )
    panel.regionTotals = regionTotals?.cells(at: totals)
    return panel
  }
}

extension CellPlane {
  /// Returns some of the cells, in the order given.
  ///
  /// - Parameter positions: Which cells.
  /// - Returns: A plane of them.
  public func cells(at positions: [Int]) -> CellPlane {
    CellPlane(positions.map { self[$0] })
  }
}
