extension VintageConversion {
  /// Returns the panel in the present codes.
  ///
  /// Values add. A part of a split code is its share by weight, marked ``CellStatus/estimated``; of it is known that it lies
  /// between 0 and the whole, and those are its bounds: weights are no knowledge of a single cell. A merged cell has the
  /// sums of the bounds, and a value if all its parts have one. Published totals over the axis stay unless something was
  /// lost; the totals by code of the axis are translated like cells.
  ///
  /// - Throws: ``VintageError/panel(_:)``.
  /// - Returns: The panel and what each step did.
  public func finish() throws(VintageError) -> (panel: Panel, notices: [VintageNotice]) {
    var notices = notices
    do throws(PanelError) {
      let sources = sources
      let isPlain = sources.enumerated()
        .allSatisfy { $1.count == 1 && $1[0].code == $0 && $1[0].isWhole && sources.count == parts.count }
      var result = isPlain ? try named(panel.cells) : try named(translated(sources))
      result.hasApportionedCells =
        panel.hasApportionedCells || parts.contains { $0.contains { !$0.isWhole } }
      let isLossy = parts.contains { parts in
        (parts.reduce(0) { $0 + $1.weight } - 1).magnitude > 1e-9
      }
      switch axis {
      case .regions:
        result.regionTotals = panel.regionTotals.map {
          isPlain ? $0 : translated($0, sources, rows: panel.periods.count, inner: 1)
        }
        result.industryTotals = isLossy ? nil : panel.industryTotals
      case .industries:
        result.industryTotals = panel.industryTotals.map {
          isPlain ? $0 : translated($0, sources, rows: panel.periods.count, inner: 1)
        }
        result.regionTotals = isLossy ? nil : panel.regionTotals
      }
      result.grandTotals = isLossy ? nil : panel.grandTotals
      let hadTotals =
        panel.grandTotals != nil
        || (axis == .regions ? panel.industryTotals : panel.regionTotals) != nil
      if isLossy, hadTotals, !notices.isEmpty {
        notices[notices.count - 1].remarks
          .append(
            "published totals over all \(axis.rawValue) are left out: they are not the totals of what is left"
          )
      }
      return (result, notices)
    } catch {
      throw .panel(error)
    }
  }

  /// The codes of the table that each present code gathers.
  private var sources: [[Part]] {
    var sources = [[Part]](repeating: [], count: codes.count)
    for (old, parts) in parts.enumerated() {
      for part in parts { sources[part.code].append(Part(code: old, weight: part.weight)) }
    }
    return sources
  }

  /// The panel of some cells, with the present codes.
  private func named(_ cells: CellPlane) throws(PanelError) -> Panel {
    let regions =
      axis == .regions
      ? try Axis(codes.indices.map { Region(code: codes[$0], name: labels[$0], parent: parents[$0]) })
      : panel.regions
    let industries =
      axis == .industries
      ? try Axis(codes.indices.map { Industry(code: codes[$0], title: labels[$0], parent: parents[$0]) })
      : panel.industries
    return try Panel(
      variable: panel.variable,
      periods: panel.periods,
      regions: regions,
      industries: industries,
      cells: cells
    )
  }

  private func translated(_ sources: [[Part]]) -> CellPlane {
    switch axis {
    case .regions:
      translated(panel.cells, sources, rows: panel.periods.count, inner: panel.industries.count)
    case .industries:
      translated(panel.cells, sources, rows: panel.periods.count * panel.regions.count, inner: 1)
    }
  }

  /// Translates the middle axis of a block of `rows × old codes × inner` cells.
  private func translated(_ plane: CellPlane, _ sources: [[Part]], rows: Int, inner: Int) -> CellPlane {
    var cells: [Cell] = []
    cells.reserveCapacity(rows * sources.count * inner)
    for row in 0..<rows {
      for gathered in sources {
        for column in 0..<inner {
          cells.append(
            VintageConversion.sum(gathered) { plane[(row * parts.count + $0) * inner + column] }
          )
        }
      }
    }
    return CellPlane(cells)
  }

  /// Adds cells and parts of cells.
  private static func sum(_ gathered: [Part], of cell: (Int) -> Cell) -> Cell {
    if gathered.count == 1, gathered[0].isWhole { return cell(gathered[0].code) }
    var value: Double? = 0
    var bounds = Bounds(exactly: 0)
    var status = CellStatus.observed
    for part in gathered {
      let whole = cell(part.code)
      value = value.flatMap { sum in whole.value.map { sum + part.weight * $0 } }
      bounds =
        bounds
        + (part.isWhole ? whole.bounds : Bounds(min(0, whole.bounds.lower), max(0, whole.bounds.upper)))
      // A part of nothing is nothing, and no estimate.
      let isEstimate = !part.isWhole && whole.bounds != Bounds(exactly: 0)
      let own =
        isEstimate && whole.status.weakness < CellStatus.estimated.weakness ? .estimated : whole.status
      if own.weakness > status.weakness { status = own }
    }
    return Cell(value: value, bounds: bounds, status: status)
  }
}

extension Panel {
  /// Returns the panel in the codes of another classification or geography.
  ///
  /// - Parameters:
  ///   - step: The links, and what becomes of codes without one.
  ///   - axis: Which codes are translated.
  /// - Throws: ``VintageError``, such as for codes that are not listed, or numbers that do not add.
  /// - Returns: The panel and what was merged, split, renamed or lost; ``VintageConversion`` takes several steps.
  public func converted(
    by step: VintageStep,
    along axis: VintageAxis
  ) throws(VintageError) -> (panel: Panel, notice: VintageNotice) {
    var conversion = VintageConversion(self, along: axis)
    try conversion.apply(step)
    let (panel, notices) = try conversion.finish()
    return (panel, notices[0])
  }
}
