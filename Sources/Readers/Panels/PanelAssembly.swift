import Panels

/// Makes a panel of the entries of an accumulator.
struct PanelAssembly {
  private let source: PanelAccumulator
  private let options: PanelOptions
  private let regions: AxisBuilder
  private let industries: AxisBuilder
  private let periods: [Period]
  private let periodPositions: [Int32]
  /// What was met while the panel was made.
  private(set) var notices: [ReadNotice] = []
  /// The rows that repeated another.
  private(set) var repeatedRows = DroppedRows(reason: "the same as a row before", count: 0, firstRow: 0)
  /// How many cells no row speaks of.
  private(set) var absent = 0

  init(_ source: PanelAccumulator, options: PanelOptions) throws(ReadError) {
    self.source = source
    self.options = options
    var regionUsed = [Bool](repeating: false, count: source.regions.codes.count)
    var industryUsed = [Bool](repeating: false, count: source.industries.codes.count)
    var periodUsed = [Bool](repeating: false, count: source.periods.count)
    for entry in source.entries {
      regionUsed[Int(entry.region)] = true
      industryUsed[Int(entry.industry)] = true
      periodUsed[Int(entry.period)] = true
    }
    let used = source.periods.indices.filter { periodUsed[$0] }.map { source.periods[$0] }
    let periods = Set(used).sorted()
    var position: [Period: Int32] = [:]
    for (index, period) in periods.enumerated() { position[period] = Int32(index) }
    self.periods = periods
    periodPositions = source.periods.map { position[$0] ?? -1 }
    regions = AxisBuilder(
      source.regions,
      used: regionUsed,
      total: options.totalRegion,
      repairs: options.repairCodes ? .leadingZeros : .none
    )
    industries = AxisBuilder(
      source.industries,
      used: industryUsed,
      total: options.total,
      repairs: options.repairCodes ? .all : .none
    )
    notices += source.attributes.notices
    notices += regions.notices(what: "region") + industries.notices(what: "industry")
    if source.negatives.count > 0 {
      notices.append(
        ReadNotice(
          .warning,
          "\(source.negatives.count) values are below 0 (first: row \(source.negatives.row)); shares and logs of them have no meaning"
        )
      )
    }
    if source.paddedRows > 0 {
      notices.append(ReadNotice(.note, "\(source.paddedRows) rows have empty cells beyond the last column"))
    }
    try requireTotals()
  }

  /// The panel.
  mutating func panel() throws(ReadError) -> Panel {
    let shape = (periods: periods.count, regions: regions.codes.count, industries: industries.codes.count)
    let (area, isTooLarge) = shape.regions.multipliedReportingOverflow(by: shape.industries)
    let (count, overflows) = area.multipliedReportingOverflow(by: max(1, shape.periods))
    if isTooLarge || overflows || count > options.limits.cells {
      throw .tooManyCells(file: source.file, cells: overflows ? .max : count, limit: options.limits.cells)
    }
    var cells = PlaneBuilder(count: count, rounding: options.rounding)
    var byRegion = PlaneBuilder(
      count: options.total == nil ? 0 : shape.periods * shape.regions,
      rounding: options.rounding
    )
    var byIndustry = PlaneBuilder(
      count: options.totalRegion == nil ? 0 : shape.periods * shape.industries,
      rounding: options.rounding
    )
    var grand = PlaneBuilder(
      count: options.total == nil || options.totalRegion == nil ? 0 : shape.periods,
      rounding: options.rounding
    )
    var nextRemark = 0
    for (index, entry) in source.entries.enumerated() {
      let period = Int(periodPositions[Int(entry.period)])
      let region = Int(regions.positions[Int(entry.region)])
      let industry = Int(industries.positions[Int(entry.industry)])
      var remark: Int?
      if nextRemark < source.remarks.count, source.remarks[nextRemark].entry == index {
        remark = nextRemark
        nextRemark += 1
      }
      let outcome: PlaneBuilder.Outcome
      if region >= 0, industry >= 0 {
        let offset = (period * shape.regions + region) * shape.industries + industry
        outcome = place(in: &cells, index, entry, remark, offset)
      } else if region >= 0 {
        outcome = place(in: &byRegion, index, entry, remark, period * shape.regions + region)
      } else if industry >= 0 {
        outcome = place(in: &byIndustry, index, entry, remark, period * shape.industries + industry)
      } else {
        outcome = place(in: &grand, index, entry, remark, period)
      }
      switch outcome {
      case .placed: break
      case .repeated: repeatedRows.add(Int(entry.row))
      case .conflict(let earlier): throw conflict(earlier, index)
      }
    }
    absent = count - cells.placed
    do throws(PanelError) {
      var panel = try Panel(
        variable: options.variable,
        periods: periods,
        regions: Axis(regions.regions()),
        industries: Axis(industries.industries()),
        cells: cells.finish()
      )
      if byRegion.placed > 0 { panel.regionTotals = byRegion.finish() }
      if byIndustry.placed > 0 { panel.industryTotals = byIndustry.finish() }
      if grand.placed > 0 { panel.grandTotals = grand.finish() }
      return panel
    } catch {
      throw .panel(file: source.file, error)
    }
  }

  @inline(__always)
  private func place(
    in plane: inout PlaneBuilder,
    _ index: Int,
    _ entry: PanelEntry,
    _ remark: Int?,
    _ offset: Int
  ) -> PlaneBuilder.Outcome {
    if let remark {
      return plane.place(entry.value, remark: remark, in: source.remarks, entry: index, at: offset)
    }
    return plane.place(entry.value, entry: index, at: offset)
  }

  private func conflict(_ earlier: Int, _ later: Int) -> ReadError {
    let first = source.entries[earlier]
    let second = source.entries[later]
    func text(_ index: Int, _ entry: PanelEntry) -> String {
      let remark = source.remarks.first { $0.entry == index }
      if let text = remark?.text { return text }
      return entry.value.isNaN ? remark?.status.word ?? "nothing" : NumberText.shortest(entry.value)
    }
    let key =
      "region \(source.regions.codes.text(second.region)), industry \(source.industries.codes.text(second.industry)), "
      + "period \(source.periods[Int(second.period)])"
    return .conflictingRows(
      file: source.file,
      first: Int(first.row),
      second: Int(second.row),
      key: key,
      values: [text(earlier, first), text(later, second)]
    )
  }

  /// Checks that the codes named as totals are there.
  private func requireTotals() throws(ReadError) {
    if let total = options.total, !industries.hasTotal {
      throw .panel(
        file: source.file,
        .unknownCode(total, nearest: NearestNames.of(total, among: industries.codes))
      )
    }
    if let total = options.totalRegion, !regions.hasTotal {
      throw .panel(
        file: source.file,
        .unknownCode(total, nearest: NearestNames.of(total, among: regions.codes))
      )
    }
  }
}
