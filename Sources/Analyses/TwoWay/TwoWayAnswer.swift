import Graphics
import Measures
import Panels
import Studies

/// Industries by concentration and by strength in a group of regions.
struct TwoWayAnswer: Sendable {
  struct Entry: Sendable {
    let subject: Subject
    let theil: Estimate
    let quotient: Estimate
    let field: TwoWayTable.Field?
    /// On what it rests that the industry lies in its field; nil where the evidence leaves that open.
    let evidence: VerdictBasis?

    /// Whether the evidence leaves the industry in its field.
    var isTold: Bool { evidence != nil }
  }

  let inquiry: Inquiry
  let grouping: Grouping
  let positions: Range<Int>
  let entries: [Entry]
  let thresholds: TwoWayTable.Thresholds
  /// What it rests on.
  let evidence: Evidence

  init(
    inquiry: Inquiry,
    grouping: Grouping,
    positions: Range<Int>,
    subjects: [Subject],
    thresholds: TwoWayTable.Thresholds,
    evidence: Evidence
  ) throws {
    self.evidence = evidence
    self.inquiry = inquiry
    self.grouping = grouping
    self.positions = positions
    self.thresholds = thresholds
    let members = grouping.members[0]
    let panel = inquiry.panel
    let whole = [positions.indices.isEmpty ? 0..<0 : 0..<positions.count]
    entries = try subjects.map { subject in
      let theil =
        try panel.concentrationEstimates(
          .theil,
          of: subject.industries,
          reference: .activity,
          periods: Array(positions),
          windows: whole,
          evidence: evidence,
          threshold: thresholds.concentration
        )
        .means[0]
      func quotient(_ period: Int, _ draws: RoundingDraws?) throws -> Estimate {
        try panel.groupQuotientEstimate(
          of: subject.industries,
          group: members,
          period: period,
          sampling: evidence.sampling,
          draws: draws
        )
      }
      let quotient = try WindowEstimates(
        Array(positions),
        windows: whole,
        drawing: .always,
        draws: evidence.draws,
        hard: { try quotient($0, nil) },
        draw: { try quotient($1, $2) }
      )
      .means[0]
      let numbers = [(theil, thresholds.concentration), (quotient, thresholds.quotient)]
      let isTold = numbers.allSatisfy { $0.side(of: $1).isTold }
      let isHard = numbers.allSatisfy { $0.evidence(threshold: $1) == .hardBounds }
      return Entry(
        subject: subject,
        theil: theil,
        quotient: quotient,
        field: TwoWayAnswer.field(theil, quotient, thresholds),
        evidence: isTold ? (isHard ? .hardBounds : .roundingInterval) : nil
      )
    }
  }

  /// The field of two numbers; of numbers that are not known, if their bounds lie on one side of the thresholds.
  private static func field(
    _ theil: Estimate,
    _ quotient: Estimate,
    _ thresholds: TwoWayTable.Thresholds
  ) -> TwoWayTable.Field? {
    func known(_ number: Estimate, _ threshold: Double) -> Double? {
      number.value
        ?? (number.side(of: threshold).isTold
          ? number.bounds.map { min($0.upper, .greatestFiniteMagnitude) } : nil)
    }
    guard let concentration = known(theil, thresholds.concentration),
      let strength = known(quotient, thresholds.quotient)
    else { return nil }
    return TwoWayTable.Field(concentration: concentration, quotient: strength, thresholds: thresholds)
  }

  /// The periods.
  var label: String {
    let periods = inquiry.panel.periods[positions]
    guard let first = periods.first, let last = periods.last else { return "" }
    return first == last ? "\(first)" : "\(first)-\(last)"
  }

  func finding() throws -> Finding {
    let id = "two-way-\(Slug.of(inquiry.table.description.name))"
    let concentrated = entries.filter { $0.field == .concentratedStrong || $0.field == .concentratedWeak }
    let strong = entries.filter { $0.field == .concentratedStrong || $0.field == .dispersedStrong }
    let open = entries.filter { !$0.isTold }.count
    let usual = entries.filter { $0.evidence == .roundingInterval }.count
    func names(_ chosen: [Entry]) -> String {
      chosen.isEmpty ? "" : ": " + Words.list(chosen.map(\.subject.plainName), most: 8)
    }
    let missing = entries.filter { $0.field == nil }.map(\.subject.plainName)
    let unplaced =
      missing.isEmpty
      ? "" : "Cells are withheld that \(Words.list(missing, most: 8)) would need to be placed. "
    guard missing.count < entries.count else { return try withoutFields(id: id, missing) }
    let sentence =
      "Of \(entries.count) industries in \(label), \(Words.count(concentrated.count, "is", "are")) concentrated (Theil above "
      + "\(NumberText.shortest(thresholds.concentration)))\(names(concentrated)). "
      + "\(Words.capitalized(Words.count(strong.count, "is", "are"))) strong in \(grouping.groups[0]) regions (quotient above "
      + "\(NumberText.shortest(thresholds.quotient)))\(names(strong)). "
      + unplaced + certainty(open: open, usual: usual)
    let title =
      "\(Words.capitalized(Words.count(concentrated.count, "industry is", "industries are"))) concentrated and "
      + "\(Words.count(strong.count, "", "")) strong in \(grouping.groups[0]) regions, of \(entries.count)"
    return inquiry.finding(
      id,
      section: .kindsOfRegion,
      question: "Which industries are concentrated, and which are strong in \(grouping.groups[0]) regions?",
      sentence: sentence,
      grade: open == 0 ? .fair : .open,
      table: rows,
      notes: [grouping.rule] + grouping.warnings,
      figure: try figure(id: id, title: title),
      method: method,
      robustness: otherThresholds
    )
  }

  /// The finding where no industry has both numbers.
  private func withoutFields(id: String, _ names: [String]) throws -> Finding {
    inquiry.finding(
      id,
      section: .kindsOfRegion,
      question: "Which industries are concentrated, and which are strong in \(grouping.groups[0]) regions?",
      sentence: "In \(label) it cannot be told which industries are concentrated and strong in "
        + "\(grouping.groups[0]) regions: cells are withheld that \(Words.list(names, most: 8)) would need.",
      grade: .open,
      table: rows,
      notes: [grouping.rule] + grouping.warnings,
      figure: nil,
      method: method
    )
  }

  /// How sure the fields are, as a sentence.
  private func certainty(open: Int, usual: Int) -> String {
    let interval = evidence.words(.roundingInterval)
    switch (open, usual) {
    case (0, 0): return "Rounding leaves every industry in its field."
    case (0, _): return "\(Words.capitalized(interval)) every industry stays in its field."
    case (entries.count, _): return "Rounding or missing cells could move each of them to another field."
    case (_, 0): return "Rounding or missing cells could move \(open) of them to another field."
    default:
      return
        "Rounding or missing cells could move \(open) of them to another field; \(usual) of the others stay in theirs "
        + "\(interval), not whatever rounding hides."
    }
  }

  private var otherThresholds: [RobustnessNote] {
    [0.2, 0.3, 0.4, 0.5].filter { $0 != thresholds.concentration }
      .map { other in
        let count = entries.filter { ($0.theil.value ?? 0) > other }.count
        let mine = entries.filter { ($0.theil.value ?? 0) > thresholds.concentration }.count
        return RobustnessNote(
          kind: "threshold",
          choice: "Theil above \(NumberText.shortest(other))",
          answer: "\(count) of \(entries.count) concentrated",
          agrees: count == mine
        )
      }
  }

  private var rows: [ResultRow] {
    entries.flatMap { entry in
      func row(_ measure: String, _ number: Estimate) -> ResultRow {
        var row = ResultRow(measure: measure, value: number.value)
        row.group = grouping.groups[0]
        row.industry = entry.subject.code
        row.period = label
        row.take(number.bounds)
        row.verdict =
          entry.field.map { $0.rawValue + (entry.isTold ? "" : " (undecided)") } ?? "cannot be computed"
        row.note = number.note(nil)
        return row
      }
      return [row("theil", entry.theil), row("lq", entry.quotient)]
    }
  }
}
