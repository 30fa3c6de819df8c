import Measures
import Panels
import Studies

/// A location quotient taken apart, in any of its forms.
struct ExplainedQuotient: Sendable {
  let loaded: LoadedTable
  let subject: Subject
  let region: Int
  let period: Int
  let measure: SpecializationMeasure

  var panel: Panel { loaded.panel }
  private var code: String { panel.regions[region].code }

  /// The four sums, with the published totals where the verb takes them.
  private struct Sums {
    let own: Cell
    let region: Cell
    let industry: Cell
    let all: Cell
  }

  private func sums() throws -> Sums {
    let cells = panel.byRegion(sumOf: subject.industries, period: period)
    let activity = try panel.activityByRegion(period: period)
    let everywhere = activity.sum(of: panel.regions.indices)
    guard panel.industryTotals != nil else {
      return Sums(
        own: cells[region],
        region: activity[region],
        industry: cells.sum(of: panel.regions.indices),
        all: everywhere
      )
    }
    let totals = panel.totalsByIndustry(period: period)
    return Sums(
      own: cells[region],
      region: activity[region],
      industry: totals.sum(of: subject.industries),
      all: panel.grandTotals?[period]
        ?? (panel.regionTotals != nil ? everywhere : totals.sum(of: panel.industries.indices))
    )
  }

  /// What the verb prints of the plain quotient.
  private func estimates() throws -> [Estimate] {
    try panel.locationQuotientEstimates(of: subject.industries, period: period, draws: nil)
  }

  /// The number in its form, its bounds, and what the parts give.
  private struct Answer {
    var value: Double?
    var bounds: Bounds?
    var check: PartsCheck?
    /// The formula with numbers put in.
    var filled: String
    /// Why there are no bounds.
    var reason: String?
    /// The verdict of the plain quotient.
    var verdict: String?
  }

  private func answer(_ sums: Sums) throws -> Answer {
    let estimates = try estimates()
    if measure == .standardizedQuotient { return try standardized(estimates) }
    let estimate = estimates[region]
    guard let ratio = estimate.value, let e = sums.own.value, let n = sums.region.value,
      let all = sums.industry.value, let whole = sums.all.value
    else {
      return Answer(bounds: formed(estimate.bounds, sums), filled: "no value: a number is missing")
    }
    let quotient = try LocationQuotient(cell: e, region: n, industry: all, total: whole)
    let (small, large) = (Words.number(e, digits: 8), Words.number(n, digits: 8))
    let (big, total) = (Words.number(all, digits: 8), Words.number(whole, digits: 8))
    let shown = Words.number(ratio, digits: 8)
    let value: Double
    let filled: String
    switch measure {
    case .symmetricQuotient:
      value = measure.form(of: ratio)
      filled = "(\(shown) − 1) / (\(shown) + 1), with LQ = (\(small) / \(large)) / (\(big) / \(total))"
    case .logarithmicQuotient:
      value = try LocationQuotient(cell: e, region: n, industry: all, total: whole).logarithm()
      filled = "ln \(shown), with LQ = (\(small) / \(large)) / (\(big) / \(total))"
    case .additiveQuotient:
      value = e / n - all / whole
      filled = "\(small) / \(large) − \(big) / \(total)"
    default:
      value = ratio
      filled = "(\(small) / \(large)) / (\(big) / \(total))"
    }
    return Answer(
      value: value,
      bounds: formed(estimate.bounds, sums),
      check: try PartsCheck(parts: quotient.value(measure), printed: value),
      filled: filled,
      verdict: measure == .locationQuotient ? estimate.verdict(threshold: 1).words(threshold: "1") : nil
    )
  }

  /// The bounds of the plain quotient in the form that is asked for.
  private func formed(_ bounds: Bounds?, _ sums: Sums) -> Bounds? {
    switch measure {
    case .symmetricQuotient, .logarithmicQuotient:
      return bounds.map {
        Bounds(
          measure.form(of: $0.lower),
          $0.upper.isFinite || measure == .symmetricQuotient ? measure.form(of: $0.upper) : .infinity
        )
      }
    case .additiveQuotient:
      return try? panel.additiveQuotientEstimates(of: subject.industries, period: period)[region].bounds
    default: return bounds
    }
  }

  private func standardized(_ estimates: [Estimate]) throws -> Answer {
    let quotients = estimates.compactMap(\.value)
    guard quotients.count == estimates.count else {
      return Answer(filled: "no value: a region has no location quotient")
    }
    let value = try LocationQuotient.standardized(quotients)[region]
    let count = Double(quotients.count)
    let mean = quotients.reduce(0, +) / count
    let variance = quotients.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (count - 1)
    let deviation = variance.squareRoot()
    return Answer(
      value: value,
      check: try PartsCheck(parts: (quotients[region] - mean) / deviation, printed: value),
      filled: "(\(Words.number(quotients[region], digits: 8)) − \(Words.number(mean, digits: 8))) / "
        + "\(Words.number(deviation, digits: 8)), mean and deviation over \(quotients.count) regions",
      reason: "every region's quotient moves the mean and the deviation; see lq for those of the quotient"
    )
  }

  /// The explanation in lines.
  func text() throws -> String {
    let sums = try sums()
    let answer = try answer(sums)
    let description = measure.description
    func line(_ symbol: String, _ what: String, _ cell: Cell) -> String {
      let value = cell.value.map { Words.number($0, digits: 8) } ?? "no number"
      let isWithheld = loaded.narrowsSuppressedCells && cell.status == .suppressed
      let bounds =
        isWithheld
        ? "bounds withheld" : cell.bounds.isExact ? "exact" : "from \(Words.range(cell.bounds, digits: 8))"
      let text = cell.text.map { "; text in the source '\($0)'" } ?? ""
      return "  \(symbol) = \(value)  (\(bounds); \(cell.status.word)\(text)): \(what)"
    }
    var lines = [
      "\(description.title) of \(subject.name) (\(subject.code)) in \(panel.regions[region].name) "
        + "(\(panel.regions[region].code)), \(panel.periods[period])",
      "",
      "  " + (measure == .locationQuotient ? "LQ = (e / n) / (E / N)" : description.formula),
      line("e", "the industry in the region", sums.own),
      line("n", "all activity in the region", sums.region),
      line("E", "the industry in all regions", sums.industry),
      line("N", "all activity in all regions", sums.all), "",
      "  \(measure == .locationQuotient ? "LQ" : measure.name) = \(answer.filled)"
        + (answer.value.map { " = \(Words.number($0, digits: 8))" } ?? ""),
    ]
    if let bounds = answer.bounds {
      lines.append("  bounds: \(Words.range(bounds, digits: 8)), \(boundsMeaning)")
    }
    if let reason = answer.reason { lines.append("  no bounds: \(reason)") }
    if let verdict = answer.verdict { lines.append("  verdict: \(verdict)") }
    if let check = answer.check { lines += ["", check.line] }
    lines += [
      "", "  numbers: \(loaded.description.rounding.label)", "  convention: \(description.convention)",
      "  source: \(description.source)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private var boundsMeaning: String {
    measure == .additiveQuotient
      ? "each share by itself, so that they may be wider than need be"
      : "the least and greatest value that the cells allow"
  }

  /// What went in.
  func inputs() throws -> Table {
    let sums = try sums()
    let answer = try answer(sums)
    var rows = subject.industries.count == 1 ? [] : members()
    rows += [
      ExplanationRow.row("e", region: code, industry: subject.code, cell: loaded.printable(sums.own)),
      ExplanationRow.row("n", region: code, cell: sums.region),
      ExplanationRow.row("E", industry: subject.code, cell: sums.industry),
      ExplanationRow.row("N", cell: sums.all),
    ]
    if measure == .standardizedQuotient {
      for (place, estimate) in try estimates().enumerated() {
        rows.append(ExplanationRow.part("LQ", region: panel.regions[place].code, estimate.value))
      }
    }
    if let check = answer.check { rows.append(ExplanationRow.check(check)) }
    var result = ResultRow(measure: measure.name, value: answer.value)
    result.region = code
    result.industry = subject.code
    result.period = "\(panel.periods[period])"
    result.lower = answer.bounds.flatMap { $0.lower.isFinite ? $0.lower : nil }
    result.upper = answer.bounds.flatMap { $0.upper.isFinite ? $0.upper : nil }
    result.verdict = answer.verdict
    return Table(name: "explain", results: rows + [result])
  }

  /// The cells of a definition's industries in the region.
  private func members() -> [ResultRow] {
    subject.industries.map { industry in
      ExplanationRow.row(
        "part of e",
        region: code,
        industry: panel.industries[industry].code,
        cell: loaded.printable(panel[period, region, industry])
      )
    }
  }
}
