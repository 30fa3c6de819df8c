import Measures
import Panels
import Studies

/// A measure of concentration taken apart.
struct ExplainedConcentration: Sendable {
  let loaded: LoadedTable
  let subject: Subject
  let period: Int
  let measure: ConcentrationMeasure

  private var panel: Panel { loaded.panel }

  private func number() throws -> Estimate {
    try panel.uncertainConcentration(measure, of: subject.industries, reference: .activity, period: period)
  }

  /// The explanation in lines.
  func text() throws -> String {
    let description = measure.description
    let number = try number()
    var lines = [
      "\(description.title) of \(subject.name) (\(subject.code)), \(panel.regions.count) regions, \(panel.periods[period])",
      "",
      "  \(description.formula)",
      "  s: a region's share of the industry; x: its share of all activity", "",
      "  value: \(number.value.map { Words.number($0, digits: 10) } ?? "none, because cells are missing")",
    ]
    if let bounds = number.bounds { lines.append("  bounds: \(Words.range(bounds, digits: 10))") }
    if let reason = number.reason { lines.append("  no bounds: \(reason)") }
    if let parts = try parts() {
      lines += ["", "  the regions that weigh most, by their part \(parts.formula):"]
      let terms = panel.regions.indices.map { (region: $0, term: parts.parts.parts[$0]) }
      for term in terms.sorted(by: { ($1.term.magnitude, $0.region) < ($0.term.magnitude, $1.region) })
        .prefix(8)
      {
        lines.append(
          "    \(panel.regions[term.region].name): s = \(Words.percent(parts.shares.industry[term.region], decimals: 2)), "
            + "x = \(Words.percent(parts.shares.reference[term.region], decimals: 2)), part = \(Words.number(term.term))"
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

  private struct Parts {
    let shares: RegionalShares
    let parts: MeasureParts
    let check: PartsCheck
    var formula: String { parts.formula }
  }

  /// The parts by region, and that they give the measure; nil where a cell has no number.
  private func parts() throws -> Parts? {
    guard let printed = try number().value else { return nil }
    let shares = try panel.shares(
      of: subject.industries,
      reference: measure.usesReference ? .activity : .equalShares,
      period: period
    )
    let parts = MeasureParts(measure, of: shares)
    return Parts(shares: shares, parts: parts, check: try PartsCheck(parts: parts.sum, printed: printed))
  }

  /// What went in: the industry and all activity by region, and each region's part of the measure.
  func inputs() throws -> Table {
    let cells = panel.byRegion(sumOf: subject.industries, period: period)
    let activity = try panel.activityByRegion(period: period)
    var rows: [ResultRow] = []
    for region in panel.regions.indices {
      rows.append(
        ExplanationRow.row(
          "industry",
          region: panel.regions[region].code,
          industry: subject.code,
          cell: loaded.printable(cells[region])
        )
      )
      rows.append(
        ExplanationRow.row("all activity", region: panel.regions[region].code, cell: activity[region])
      )
    }
    if let parts = try parts() {
      for region in panel.regions.indices {
        rows.append(
          ExplanationRow.part(parts.formula, region: panel.regions[region].code, parts.parts.parts[region])
        )
      }
      rows.append(ExplanationRow.check(parts.check))
    }
    let number = try number()
    var result = ResultRow(measure: measure.name, value: number.value)
    result.industry = subject.code
    result.period = "\(panel.periods[period])"
    result.lower = number.bounds?.lower
    result.upper = number.bounds.flatMap { $0.upper.isFinite ? $0.upper : nil }
    return Table(name: "explain", results: rows + [result])
  }

  /// Numbers by region at which the measure reaches its bound.
  func witness(_ side: BoundSide) throws -> Table {
    let bounded = try panel.boundedConcentration(
      measure,
      of: subject.industries,
      reference: .activity,
      period: period,
      isOneOfMany: false
    )
    guard let witness = side == .upper ? bounded.upperWitness : bounded.lowerWitness else {
      throw MeasureError.notIdentifiable(
        "the \(side.rawValue) bound is certified, but no numbers are known that reach it"
      )
    }
    let cells = panel.byRegion(sumOf: subject.industries, period: period)
    let isGivenAway = panel.regions.indices.contains { region in
      loaded.narrowsSuppressedCells && cells[region].status == .suppressed
    }
    guard !isGivenAway else {
      throw MeasureError.notIdentifiable(
        "the numbers at the bound are withheld: totals would give a suppressed cell away"
      )
    }
    var rows: [ResultRow] = []
    for region in panel.regions.indices {
      var row = ResultRow(measure: "industry", value: witness.activity[region])
      row.region = panel.regions[region].code
      row.industry = subject.code
      row.period = "\(panel.periods[period])"
      rows.append(row)
      guard !witness.reference.isEmpty else { continue }
      row.measure = "all activity"
      row.industry = nil
      row.value = witness.reference[region]
      rows.append(row)
    }
    return Table(
      name: "witness",
      results: rows,
      notes: ["The \(measure.name) of these numbers is its \(side.rawValue) bound."]
    )
  }
}
