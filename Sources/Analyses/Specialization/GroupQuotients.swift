import Graphics
import Measures
import Panels
import Studies

/// Location quotients of industries in the first group of regions against the others, through time.
struct GroupQuotients: Sendable {
  /// One industry through time.
  struct Line: Sendable {
    let subject: Subject
    /// One quotient a period.
    let periods: [Estimate]
    /// One quotient a window.
    let means: [Estimate]
    /// The verdicts on the windows, each in the family of all lines of that window.
    var verdicts: [Verdict]
    /// The change in an earlier release, if there is one.
    var earlierChange: Double?

    var change: Estimate? {
      guard let first = means.first, let last = means.last, means.count > 1 else { return nil }
      return last.change(since: first).revised(from: earlierChange)
    }
  }

  let inquiry: Inquiry
  let grouping: Grouping
  let positions: Range<Int>
  let windows: [PeriodWindow]
  let lines: [Line]
  let threshold: Double
  /// The least change of a quotient that counts, in per cent of where it began.
  let material: Double
  /// What verdicts rest on.
  let evidence: Evidence

  init(
    _ inquiry: Inquiry,
    subjects: [Subject],
    grouping: Grouping,
    positions: Range<Int>,
    windows: [PeriodWindow],
    threshold: Double,
    material: Double,
    evidence: Evidence
  ) throws {
    var all = subjects
    if !inquiry.study.isSingleTable, let first = subjects.first, first.industries.count > 1,
      first.industries.count <= 8
    {
      all = [first] + inquiry.study.members(of: first, in: inquiry.table) + subjects.dropFirst()
    }
    let members = grouping.members[0]
    var lines = try all.map { subject in
      func quotient(_ period: Int, _ draws: RoundingDraws?) throws -> Estimate {
        try inquiry.panel.groupQuotientEstimate(
          of: subject.industries,
          group: members,
          period: period,
          sampling: evidence.sampling,
          draws: draws
        )
      }
      let numbers = try WindowEstimates(
        Array(positions),
        windows: windows.map(\.positions),
        drawing: .always,
        draws: evidence.draws,
        hard: { try quotient($0, nil) },
        draw: { try quotient($1, $2) }
      )
      let earlier = inquiry.earlier?
        .change(over: windows, of: Array(inquiry.panel.periods[positions]), industries: subject.industries) {
          earlier,
          industries,
          period in
          try earlier.locationQuotient(of: industries, group: members, against: .rest, period: period).ratio
        }
      return Line(
        subject: subject,
        periods: numbers.periods,
        means: numbers.means,
        verdicts: [],
        earlierChange: earlier
      )
    }
    for window in windows.indices {
      let verdicts = evidence.family.verdicts(of: lines.map { $0.means[window] }, threshold: threshold)
      for (line, verdict) in verdicts.enumerated() { lines[line].verdicts.append(verdict) }
    }
    self.lines = lines
    self.evidence = evidence
    self.inquiry = inquiry
    self.grouping = grouping
    self.positions = positions
    self.windows = windows
    self.threshold = threshold
    self.material = material
  }

  /// Whether a quotient rose or fell, for certain and by enough to matter.
  func direction(_ line: Line) -> Side {
    let start = line.means.first.flatMap { $0.value ?? $0.bounds?.upper } ?? 0
    return line.change?.direction(least: material / 100 * start) ?? .unknown
  }

  var periods: [Period] { Array(inquiry.panel.periods[positions]) }

  /// The label of the last window.
  var latest: String { windows[windows.count - 1].label }

  /// The finding.
  func finding() throws -> Finding {
    let id = "group-specialization-\(Slug.of(inquiry.table.description.name))-\(Slug.of(grouping.name))"
    return inquiry.finding(
      id,
      section: .kindsOfRegion,
      question: "What are \(grouping.groups[0]) regions specialized in, and has that changed?",
      sentence: sentence,
      grade: [.open, .unknown].contains(direction(lines[0])) && windows.count > 1 ? .open : .fair,
      table: rows + lines.compactMap(changeRow),
      notes: [grouping.rule] + grouping.warnings
        + [inquiry.earlier?.words(lines[0].change)].compactMap(\.self),
      figure: try figure(id: id),
      method: method,
      robustness: otherThresholds
    )
  }

  private var rows: [ResultRow] {
    lines.flatMap { line in
      zip(zip(windows, line.means), line.verdicts)
        .map { number, verdict in
          let (window, mean) = number
          var row = ResultRow(measure: "lq", value: mean.value)
          row.group = grouping.groups[0]
          row.industry = line.subject.code
          row.period = window.label
          row.take(mean.bounds)
          row.verdict = verdict.words(threshold: NumberText.shortest(threshold))
          row.note = mean.note(window.note)
          return row
        }
    }
  }

  /// The change from the first to the last window with what it comes to.
  private func changeRow(_ line: Line) -> ResultRow? {
    guard let change = line.change else { return nil }
    var row = ResultRow(measure: "change of lq", value: change.value)
    row.group = grouping.groups[0]
    row.industry = line.subject.code
    row.period = "\(windows[0].label) to \(windows[windows.count - 1].label)"
    row.take(change.bounds)
    row.note = change.note(nil)
    row.verdict =
      switch direction(line) {
      case .above: "rose"
      case .below: "fell"
      case .little: "little change"
      case .open: "cannot tell"
      case .unknown: "cannot be computed"
      }
    return row
  }

  private var method: MethodNote {
    var worked = ""
    if let value = lines[0].means.last?.value {
      worked =
        "\(Words.number(value)) means that the share of \(lines[0].subject.name) in all activity is "
        + "\(Words.number(value)) times as high in \(grouping.groups[0]) regions as in the rest. "
    }
    return MethodNote(
      formula: "LQ = (E_g / N_g) / (E_rest / N_rest)",
      symbols: "E: the industry; N: all activity; g: the group; rest: all other regions",
      citation: "Florence (1939); Isard (1960)",
      conventions: [
        "Against the rest, without the group itself.", "Groups: \(grouping.rule).",
        "A quotient has changed from \(NumberText.shortest(material)) % of where it began; less is called little, since "
          + "quotients drift by chance as plants open and close.",
      ],
      howToRead: worked
        + (lines.count > GroupQuotients.mostLines
          ? "The thick line through a dot is the \(evidence.intervalName), the thin one what rounding and missing cells leave "
            + "possible at all; the scale is logarithmic."
          : "The ribbon is what rounding and missing cells leave possible."),
      uncertainty: evidence.note(rule: inquiry.table.description.rounding.label) + " "
        + (inquiry.sampling == .unknown
          ? "The sampling error is not declared by the source: a verdict says so."
          : "The declared sampling error is part of the verdict.")
    )
  }
}
