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
      panel.hasApportionedCells = hasApportionedCells
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
    panel.hasApportionedCells = hasApportionedCells
    panel.regionTotals = regionTotals?.cells(at: totals)
    return panel
  }
}

extension Panel {
  /// Returns the panel without some of its industries.
  ///
  /// Published totals over industries are dropped, since they no longer are the totals of what is left.
  ///
  /// - Parameter left: The positions of the industries to leave out.
  /// - Throws: ``PanelError/emptyDefinition(_:)`` if nothing is left.
  /// - Returns: The smaller panel.
  public func leavingOut(industries left: [Int]) throws(PanelError) -> Panel {
    let out = Set(left)
    let kept = industries.indices.filter { !out.contains($0) }
    guard !kept.isEmpty else { throw PanelError.emptyDefinition("what is left of the industries") }
    let axis = try Axis(kept.map { industries[$0] })
    let rows = periods.count * regions.count
    var panel = try Panel(
      variable: variable,
      periods: periods,
      regions: regions,
      industries: axis,
      cells: cells.cells(at: (0..<rows).flatMap { row in kept.map { row * industries.count + $0 } })
    )
    panel.hasApportionedCells = hasApportionedCells
    panel.industryTotals = industryTotals?
      .cells(
        at: periods.indices.flatMap { period in kept.map { period * industries.count + $0 } }
      )
    return panel
  }
}

extension Panel {
  /// Returns the panel with its industries called otherwise, such as by the titles of a classification.
  ///
  /// - Parameter axis: The industries in the same order, with the same codes.
  /// - Throws: ``PanelError/shapeMismatch(expected:found:)`` for another number of industries.
  /// - Returns: The panel, all numbers as before.
  public func naming(industries axis: Axis<Industry>) throws(PanelError) -> Panel {
    guard axis.count == industries.count else {
      throw PanelError.shapeMismatch(expected: industries.count, found: axis.count)
    }
    var panel = try Panel(
      variable: variable,
      periods: periods,
      regions: regions,
      industries: axis,
      cells: cells
    )
    panel.hasApportionedCells = hasApportionedCells
    panel.regionTotals = regionTotals
    panel.industryTotals = industryTotals
    panel.grandTotals = grandTotals
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
