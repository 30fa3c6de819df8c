public import Panels

extension PanelReading {
  /// The columns of a tidy copy.
  public static let tidyColumns = [
    "region", "region_name", "industry", "industry_title", "period", "value", "lower", "upper", "status",
    "text",
  ]

  /// The panel as a tidy table, one row a number, that reads back as the same panel.
  ///
  /// Published totals come last, under the codes that the caller gave them. `lower` and `upper` are empty where a
  /// number is exact, `upper` alone where nothing bounds it, both where nothing is known.
  ///
  /// - Parameters:
  ///   - total: The code of the total industry, for rows of totals.
  ///   - totalRegion: The code of the total region, for rows of totals.
  /// - Returns: The table; its notes are the summary of the reading.
  public func tidyTable(total: String? = nil, totalRegion: String? = nil) -> Table {
    var table = Table(name: "tidy", columns: PanelReading.tidyColumns, notes: summary)
    table.rows.reserveCapacity(panel.cells.count)
    let allIndustries = Industry(code: total ?? "Total")
    let allRegions = Region(code: totalRegion ?? "Total")
    for (p, period) in panel.periods.enumerated() {
      for region in panel.regions.indices {
        for industry in panel.industries.indices {
          let cell = panel[p, region, industry]
          table.rows.append(
            PanelReading.row(panel.regions[region], panel.industries[industry], period, cell)
          )
        }
        if let totals = panel.regionTotals {
          let cell = totals[p * panel.regions.count + region]
          table.rows.append(PanelReading.row(panel.regions[region], allIndustries, period, cell))
        }
      }
      if let totals = panel.industryTotals {
        for industry in panel.industries.indices {
          let cell = totals[p * panel.industries.count + industry]
          table.rows.append(PanelReading.row(allRegions, panel.industries[industry], period, cell))
        }
      }
      if let totals = panel.grandTotals {
        table.rows.append(PanelReading.row(allRegions, allIndustries, period, totals[p]))
      }
    }
    return table
  }

  private static func row(_ region: Region, _ industry: Industry, _ period: Period, _ cell: Cell)
    -> [TableValue]
  {
    let isOpen = cell.bounds == .nonNegative && cell.value == nil
    let isShown = !isOpen && !(cell.bounds.isExact && cell.bounds.lower == cell.value)
    return [
      .text(region.code),
      .text(region.name),
      .text(industry.code),
      .text(industry.title),
      .text(period.description),
      TableValue(cell.value),
      isShown ? .number(cell.bounds.lower) : .empty,
      isShown && cell.bounds.upper.isFinite ? .number(cell.bounds.upper) : .empty,
      .text(cell.status.word),
      TableValue(cell.text),
    ]
  }
}

/// Reads a delimited file and makes its tidy copy.
///
/// - Parameters:
///   - file: The file.
///   - options: As for ``readPanel(_:_:)-(InputFile,_)``.
/// - Returns: The tidy table, with what was met and left out in its notes.
/// - Throws: ``ReadError`` as ``readPanel(_:_:)-(InputFile,_)``.
public func clean(_ file: InputFile, _ options: PanelOptions) throws(ReadError) -> Table {
  let reading = try readPanel(file, options)
  return reading.tidyTable(total: options.total, totalRegion: options.totalRegion)
}
