import Arithmetic
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

  private func number() throws -> Uncertain {
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
    lines += ["", "  the regions that weigh most, by their part of Σ s ln(s/x):"]
    if let shares = try? panel.shares(of: subject.industries, period: period) {
      let terms = panel.regions.indices.map { region -> (region: Int, term: Double) in
        let (s, x) = (shares.industry[region], shares.reference[region])
        return (region, s > 0 && x > 0 ? s * naturalLogarithm(s / x) : 0)
      }
      for term in terms.sorted(by: { ($1.term.magnitude, $0.region) < ($0.term.magnitude, $1.region) })
        .prefix(8)
      {
        lines.append(
          "    \(panel.regions[term.region].name): s = \(Words.percent(shares.industry[term.region], decimals: 2)), "
            + "x = \(Words.percent(shares.reference[term.region], decimals: 2)), part = \(Words.number(term.term))"
        )
      }
    }
    lines += [
      "", "  numbers: \(loaded.description.rounding.label)", "  convention: \(description.convention)",
      "  source: \(description.source)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What went in: the industry and all activity by region.
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
          cell: cells[region]
        )
      )
      rows.append(
        ExplanationRow.row("all activity", region: panel.regions[region].code, cell: activity[region])
      )
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
      period: period
    )
    guard let witness = side == .upper ? bounded.upperWitness : bounded.lowerWitness else {
      throw MeasureError.notIdentifiable(
        "the \(side.rawValue) bound is certified, but no numbers are known that reach it"
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
