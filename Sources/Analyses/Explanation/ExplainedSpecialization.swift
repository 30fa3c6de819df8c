import Measures
import Panels
import Studies

/// A measure of a region's specialization taken apart: the measures of concentration, with industries for regions.
struct ExplainedSpecialization: Sendable {
  let loaded: LoadedTable
  let region: Int
  let period: Int
  let measure: SpecializationMeasure

  private var panel: Panel { loaded.panel }
  private var code: String { panel.regions[region].code }

  /// The same measure of an industry over regions.
  private var twin: ConcentrationMeasure {
    measure == .krugman ? .krugman : measure == .gini ? .gini : .hhi
  }

  private func value() throws -> Double? {
    try MeasureError.identified { () throws(MeasureError) in
      try panel.specialization(measure, region: region, period: period)
    }
  }

  /// The bounds that the cells of the region and of all regions leave.
  private func bounded() throws -> Bounded {
    let profile = try panel.uncertainSpecialization(of: region, period: period)
    return try profile.cells.bounds(
      of: twin,
      relativeTo: twin.usesReference ? profile.reference : nil,
      effort: RegionProfiles.effort(for: panel)
    )
  }

  private struct Parts {
    let shares: RegionalShares
    let parts: MeasureParts
    let check: PartsCheck
    /// The formula of a part in the letters of specialization.
    var formula: String {
      String(parts.formula.map { $0 == "s" ? "a" : $0 == "x" ? "A" : $0 })
    }
  }

  private func parts() throws -> Parts? {
    guard let value = try value() else { return nil }
    let shares = try RegionalShares(
      industry: panel.byIndustry(sumOf: [region], period: period).values,
      reference: panel.totalsByIndustry(period: period).values
    )
    let parts = MeasureParts(twin, of: shares)
    return Parts(shares: shares, parts: parts, check: try PartsCheck(parts: parts.sum, printed: value))
  }

  /// The explanation in lines.
  func text() throws -> String {
    let description = measure.description
    let value = try value()
    var lines = [
      "\(description.title), \(panel.regions[region].name) (\(code)), \(panel.industries.count) industries, "
        + "\(panel.periods[period])",
      "", "  \(description.formula)",
      "  a: an industry's share of the region; A: its share of all regions", "",
      "  value: \(value.map { Words.number($0, digits: 10) } ?? "none, because cells are missing")",
    ]
    do {
      lines.append("  bounds: \(Words.range(try bounded().bounds, digits: 10))")
    } catch {
      lines.append("  no bounds: \(error)")
    }
    if let parts = try parts() {
      lines += ["", "  the industries that weigh most, by their part \(parts.formula):"]
      let terms = panel.industries.indices.map { (industry: $0, term: parts.parts.parts[$0]) }
        .sorted { ($1.term.magnitude, $0.industry) < ($0.term.magnitude, $1.industry) }
      for (industry, term) in terms.prefix(8) {
        let cell = loaded.printable(panel[period, region, industry])
        lines.append(
          "    \(panel.industries[industry].title): "
            + "\(cell.value.map { Words.number($0, digits: 8) } ?? "no number") (\(cell.status.word)), "
            + "a = \(Words.percent(parts.shares.industry[industry], decimals: 2)), "
            + "A = \(Words.percent(parts.shares.reference[industry], decimals: 2)), part = \(Words.number(term))"
        )
      }
      if terms.count > 8 { lines.append("    and \(terms.count - 8) others: see --format csv") }
      lines += ["", parts.check.line]
    }
    lines += [
      "", "  numbers: \(loaded.description.rounding.label)", "  convention: \(description.convention)",
      "  source: \(description.source)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What went in: the region and all regions by industry, and each industry's part of the measure.
  func inputs() throws -> Table {
    let totals = panel.totalsByIndustry(period: period)
    var rows: [ResultRow] = []
    for industry in panel.industries.indices {
      let name = panel.industries[industry].code
      rows.append(
        ExplanationRow.row(
          "region",
          region: code,
          industry: name,
          cell: loaded.printable(panel[period, region, industry])
        )
      )
      rows.append(ExplanationRow.row("all regions", industry: name, cell: totals[industry]))
    }
    if let parts = try parts() {
      for industry in panel.industries.indices {
        rows.append(
          ExplanationRow.part(
            parts.formula,
            region: code,
            industry: panel.industries[industry].code,
            parts.parts.parts[industry]
          )
        )
      }
      rows.append(ExplanationRow.check(parts.check))
    }
    var result = ResultRow(measure: measure.name, value: try value())
    result.region = code
    result.period = "\(panel.periods[period])"
    if let bounds = try? bounded().bounds {
      result.lower = bounds.lower
      result.upper = bounds.upper.isFinite ? bounds.upper : nil
    }
    return Table(name: "explain", results: rows + [result])
  }

  /// Numbers by industry at which the measure reaches its bound.
  func witness(_ side: BoundSide) throws -> Table {
    let bounded = try bounded()
    guard let witness = side == .upper ? bounded.upperWitness : bounded.lowerWitness else {
      throw MeasureError.notIdentifiable(
        "the \(side.rawValue) bound is certified, but no numbers are known that reach it"
      )
    }
    guard !loaded.narrowsSuppressedCells else {
      throw MeasureError.notIdentifiable(
        "the numbers at the bound are withheld: totals would give a suppressed cell away"
      )
    }
    var rows: [ResultRow] = []
    for industry in panel.industries.indices {
      var row = ResultRow(measure: "region", value: witness.activity[industry])
      row.region = code
      row.industry = panel.industries[industry].code
      row.period = "\(panel.periods[period])"
      rows.append(row)
      guard !witness.reference.isEmpty else { continue }
      row.measure = "all regions"
      row.region = nil
      row.value = witness.reference[industry]
      rows.append(row)
    }
    return Table(
      name: "witness",
      results: rows,
      notes: ["The \(measure.name) of these numbers is its \(side.rawValue) bound."]
    )
  }
}
