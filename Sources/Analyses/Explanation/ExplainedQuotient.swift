import Measures
import Panels
import Studies

/// A location quotient taken apart.
struct ExplainedQuotient: Sendable {
  let loaded: LoadedTable
  let subject: Subject
  let region: Int
  let period: Int

  private var panel: Panel { loaded.panel }

  private func parts() throws -> (own: Cell, region: Cell, industry: Cell, all: Cell) {
    let cells = panel.byRegion(sumOf: subject.industries, period: period)
    let activity = try panel.activityByRegion(period: period)
    return (
      cells[region], activity[region], cells.sum(of: panel.regions.indices),
      panel.grandTotals?[period] ?? activity.sum(of: panel.regions.indices)
    )
  }

  private func estimate() throws -> Estimate {
    try panel.locationQuotientEstimates(of: subject.industries, period: period, draws: nil)[region]
  }

  /// The explanation in lines.
  func text() throws -> String {
    let parts = try parts()
    let estimate = try estimate()
    let description = SpecializationMeasure.locationQuotient.description
    func line(_ symbol: String, _ what: String, _ cell: Cell) -> String {
      let value = cell.value.map { Words.number($0, digits: 8) } ?? "no number"
      let isWithheld = loaded.narrowsSuppressedCells && cell.status == .suppressed
      let bounds =
        isWithheld
        ? "bounds withheld" : cell.bounds.isExact ? "exact" : "between \(Words.range(cell.bounds, digits: 8))"
      return "  \(symbol) = \(value)  (\(bounds); \(cell.status.word)): \(what)"
    }
    var lines = [
      "\(description.title) of \(subject.name) (\(subject.code)) in \(panel.regions[region].name) "
        + "(\(panel.regions[region].code)), \(panel.periods[period])",
      "",
      "  LQ = (e / n) / (E / N)",
      line("e", "the industry in the region", parts.own),
      line("n", "all activity in the region", parts.region),
      line("E", "the industry in all regions", parts.industry),
      line("N", "all activity in all regions", parts.all),
      "",
    ]
    if let value = estimate.value, let e = parts.own.value, let n = parts.region.value,
      let big = parts.industry.value, let all = parts.all.value
    {
      lines.append(
        "  LQ = (\(Words.number(e, digits: 8)) / \(Words.number(n, digits: 8))) / (\(Words.number(big, digits: 8)) / \(Words.number(all, digits: 8))) = \(Words.number(value, digits: 8))"
      )
    } else {
      lines.append("  LQ has no value: a number is missing.")
    }
    if let bounds = estimate.bounds {
      lines.append(
        "  bounds: \(Words.range(bounds, digits: 8)), the least and greatest value that the cells allow"
      )
    }
    lines.append("  verdict: \(estimate.verdict(threshold: 1).words(threshold: "1"))")
    lines += [
      "", "  numbers: \(loaded.description.rounding.label)", "  convention: \(description.convention)",
      "  source: \(description.source)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What went in.
  func inputs() throws -> Table {
    let parts = try parts()
    let code = panel.regions[region].code
    let estimate = try estimate()
    var result = ResultRow(measure: "lq", value: estimate.value)
    result.region = code
    result.industry = subject.code
    result.period = "\(panel.periods[period])"
    result.lower = estimate.bounds?.lower
    result.upper = estimate.bounds.flatMap { $0.upper.isFinite ? $0.upper : nil }
    result.verdict = estimate.verdict(threshold: 1).words(threshold: "1")
    return Table(
      name: "explain",
      results: [
        ExplanationRow.row("e", region: code, industry: subject.code, cell: parts.own),
        ExplanationRow.row("n", region: code, cell: parts.region),
        ExplanationRow.row("E", industry: subject.code, cell: parts.industry),
        ExplanationRow.row("N", cell: parts.all), result,
      ]
    )
  }

  /// A whole panel of the period at which the quotient reaches its bound.
  ///
  /// Every other cell of the region and of the industry stands at one end, every cell outside both at the other; the cell
  /// itself stands where the quotient is greatest or least.
  func witness(_ side: BoundSide) throws -> Table {
    let isUpper = side == .upper
    let members = Set(subject.industries)
    let own = try ownAtBound(isUpper: isUpper)
    var rows: [ResultRow] = []
    if panel.regionTotals != nil { return try publishedWitness(isUpper: isUpper, own: own) }
    let ownBounds = panel.byRegion(sumOf: subject.industries, period: period).bounds(at: region)
    for place in panel.regions.indices {
      for industry in panel.industries.indices {
        let cell = panel[period, place, industry]
        let value: Double
        if place == region, members.contains(industry) {
          let share = ownBounds.width > 0 ? (own - ownBounds.lower) / ownBounds.width : 0
          value = cell.bounds.lower + share * cell.bounds.width
        } else if (place == region) != members.contains(industry) {
          value = isUpper ? cell.bounds.lower : cell.bounds.upper
        } else {
          value = place == region ? cell.bounds.lower : (isUpper ? cell.bounds.upper : cell.bounds.lower)
        }
        rows.append(witnessRow(value, cell: cell, region: place, industry: industry))
      }
    }
    return Table(
      name: "witness",
      results: rows,
      notes: ["The location quotient of these numbers is its \(side.rawValue) bound."]
    )
  }

  private func witnessRow(_ value: Double, cell: Cell, region place: Int, industry: Int) -> ResultRow {
    var row = ResultRow(measure: panel.variable.name, value: value)
    row.region = panel.regions[place].code
    row.industry = panel.industries[industry].code
    row.period = "\(panel.periods[period])"
    row.status = cell.status.word
    if loaded.narrowsSuppressedCells, cell.status == .suppressed {
      row.value = nil
      row.note = "withheld: totals would give a suppressed cell away"
      return row
    }
    row.lower = cell.bounds.lower
    row.upper = cell.bounds.upper.isFinite ? cell.bounds.upper : nil
    return row
  }

  private func ownAtBound(isUpper: Bool) throws -> Double {
    let cells = panel.byRegion(sumOf: subject.industries, period: period)
    let own = cells.bounds(at: region)
    guard panel.regionTotals == nil else { return isUpper ? own.upper : own.lower }
    let activity = try panel.activityByRegion(period: period)
    let others = panel.regions.indices.filter { $0 != region }
    let restOfIndustry = cells.sum(of: others).bounds
    let bounds = try QuotientParts(
      own: own,
      restOfRegion: Uncertain.difference(activity.bounds(at: region), own),
      restOfIndustry: restOfIndustry,
      restOfAll: Uncertain.difference(activity.sum(of: others).bounds, restOfIndustry)
    )
    .locationQuotientBounds()
    guard let witness = isUpper ? bounds.upperWitness : bounds.lowerWitness else {
      throw MeasureError.notIdentifiable(
        "the bound is a limit that no numbers reach: a cell has no upper bound"
      )
    }
    return witness.own
  }

  /// The industry's cells and the published totals at which the quotient reaches its bound.
  private func publishedWitness(isUpper: Bool, own: Double) throws -> Table {
    let activity = try panel.activityByRegion(period: period)
    var rows: [ResultRow] = []
    for place in panel.regions.indices {
      for industry in subject.industries {
        let cell = panel[period, place, industry]
        let high = (place == region) == isUpper
        rows.append(
          witnessRow(
            high ? cell.bounds.upper : cell.bounds.lower,
            cell: cell,
            region: place,
            industry: industry
          )
        )
      }
      let total = activity[place]
      let high = (place == region) != isUpper
      var row = ResultRow(measure: "all activity", value: high ? total.bounds.upper : total.bounds.lower)
      row.region = panel.regions[place].code
      row.period = "\(panel.periods[period])"
      row.lower = total.bounds.lower
      row.upper = total.bounds.upper
      rows.append(row)
    }
    return Table(
      name: "witness",
      results: rows,
      notes: ["The location quotient of these numbers is its \(isUpper ? "upper" : "lower") bound."]
    )
  }
}
