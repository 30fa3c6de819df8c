import Graphics
import Measures
import Panels
import Studies

/// Location quotients of industries in the first group of regions against the others, through time.
struct GroupQuotients: Sendable {
  /// One industry through time.
  struct Line: Sendable {
    let subject: Subject
    let periods: [Uncertain]
    let means: [Uncertain]

    var change: Uncertain? {
      guard let first = means.first, let last = means.last, means.count > 1 else { return nil }
      return last.change(since: first)
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

  init(
    _ inquiry: Inquiry,
    subjects: [Subject],
    grouping: Grouping,
    positions: Range<Int>,
    windows: [PeriodWindow],
    threshold: Double,
    material: Double
  ) throws {
    var all = subjects
    if !inquiry.study.isSingleTable, let first = subjects.first, first.industries.count > 1,
      first.industries.count <= 8
    {
      all = [first] + inquiry.study.members(of: first, in: inquiry.table) + subjects.dropFirst()
    }
    let members = grouping.members[0]
    lines = try all.map { subject in
      let periods = try positions.map {
        try inquiry.panel.uncertainQuotient(of: subject.industries, group: members, period: $0)
      }
      return Line(
        subject: subject,
        periods: periods,
        means: windows.map { Uncertain.mean(Array(periods[$0.positions])) }
      )
    }
    self.inquiry = inquiry
    self.grouping = grouping
    self.positions = positions
    self.windows = windows
    self.threshold = threshold
    self.material = material
  }

  /// Whether a quotient rose or fell, for certain and by enough to matter.
  private func direction(_ line: Line) -> Uncertain.Side {
    line.change?.direction(least: material / 100 * (line.means.first?.value ?? 0)) ?? .unknown
  }

  private var periods: [Period] { Array(inquiry.panel.periods[positions]) }

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
      notes: [grouping.rule] + grouping.warnings,
      figure: try figure(id: id),
      method: method
    )
  }

  private var sentence: String {
    let line = lines[0]
    let group = Words.capitalized(grouping.groups[0]) + " regions"
    guard let last = line.means.last, let now = last.value else {
      return "\(group): the quotient of \(line.subject.name) cannot be computed."
    }
    let level =
      switch last.side(of: threshold) {
      case .above: "are specialized in \(line.subject.name)"
      case .below: "have less of \(line.subject.name) than the rest"
      default: "may or may not be specialized in \(line.subject.name)"
      }
    var text =
      "\(group) \(level): a quotient of \(Words.number(now)) against the rest in \(windows[windows.count - 1].label)"
    if let first = line.means.first?.value, windows.count > 1 {
      let word =
        switch direction(line) {
        case .above: ", up from"
        case .below: ", down from"
        case .little: ", little changed from"
        default: ", not clearly different from"
        }
      text += "\(word) \(Words.number(first)) in \(windows[0].label)"
    }
    return text + "." + changes + standing
  }

  /// How the quotients of the single industries changed.
  private var changes: String {
    func names(_ side: Uncertain.Side) -> [String] {
      lines.dropFirst().filter { direction($0) == side }
        .map { line in
          "\(line.subject.plainName) (\(Words.number(line.means.first?.value ?? .nan)) to "
            + "\(Words.number(line.means.last?.value ?? .nan)))"
        }
    }
    let (gained, lost) = (names(.above), names(.below))
    var parts: [String] = []
    if !gained.isEmpty { parts.append("the quotient rose in \(Words.list(gained, most: 6))") }
    if !lost.isEmpty {
      parts.append("\(gained.isEmpty ? "the quotient" : "it") fell in \(Words.list(lost, most: 6))")
    }
    return parts.isEmpty ? "" : " By industry, \(parts.joined(separator: "; "))."
  }

  /// In which of many industries the group is strong now, where their changes are too many or too unsure to tell.
  private var standing: String {
    guard lines.count > GroupQuotients.mostLines else { return "" }
    func names(_ side: Uncertain.Side) -> [String] {
      lines.dropFirst().filter { $0.means.last?.side(of: threshold) == side }.map(\.subject.plainName)
    }
    let (above, below, open) = (names(.above), names(.below), names(.open))
    var parts: [String] = []
    if !above.isEmpty { parts.append("certainly specialized in \(Words.list(above, most: 8))") }
    if !below.isEmpty { parts.append("certainly weak in \(Words.list(below, most: 8))") }
    if !open.isEmpty { parts.append("of \(Words.list(open, most: 12)) we cannot tell") }
    return parts.isEmpty
      ? "" : " In \(windows[windows.count - 1].label) they are " + parts.joined(separator: "; ") + "."
  }

  /// How many lines a chart can hold; more are drawn as one row each.
  private static let mostLines = 6

  /// A short title for the figure.
  private var headline: String {
    let line = lines[0]
    let group = Words.capitalized(grouping.groups[0]) + " regions"
    guard let now = line.means.last?.value else { return "\(group): \(line.subject.plainName)" }
    let level =
      switch line.means.last?.side(of: threshold) {
      case .above: "are specialized in"
      case .below: "have less than the rest of"
      default: "may or may not be specialized in"
      }
    return
      "\(group) \(level) \(line.subject.plainName): quotient \(Words.number(now)) in \(windows[windows.count - 1].label)"
  }

  private var rows: [ResultRow] {
    lines.flatMap { line in
      zip(windows, line.means)
        .map { window, mean in
          var row = ResultRow(measure: "lq", value: mean.value)
          row.group = grouping.groups[0]
          row.industry = line.subject.code
          row.period = window.label
          row.lower = mean.bounds?.lower
          row.upper = mean.bounds?.upper
          row.verdict = Estimate(value: mean.value, bounds: mean.bounds, sampling: inquiry.sampling)
            .verdict(threshold: threshold).words(threshold: NumberText.shortest(threshold))
          row.note = [window.note, mean.reason].compactMap(\.self).first
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
    row.lower = change.bounds?.lower
    row.upper = change.bounds?.upper
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

  private func figure(id: String) throws -> Figure? {
    let members = grouping.members[0].count
    let subtitle =
      "Location quotient of \(inquiry.measured): \(members) \(grouping.groups[0]) regions against the other "
      + "\(inquiry.panel.regions.count - members) (\(inquiry.scale)), rest = 1"
    guard periods.count > 1 else { return nil }
    if lines.count > GroupQuotients.mostLines { return try rowFigure(id: id, subtitle: subtitle) }
    return try Figure(
      id: id,
      title: headline,
      subtitle: subtitle,
      sources: inquiry.sourceLines,
      chart: .line(
        LineChart(
          series:
            lines
            .map { line in
              LineSeries(
                name: line.subject.shortName,
                points: zip(periods, line.periods)
                  .map { period, number in
                    LinePoint(
                      period: period,
                      y: number.value.flatMap { $0 > 0 ? $0 : nil },
                      bounds: number.bounds.map {
                        Interval(lower: $0.lower > 0 ? $0.lower : nil, upper: $0.upper)
                      }
                    )
                  },
                hue: line.subject.code == lines[0].subject.code ? .blue : nil,
                link: MarkLink(industry: line.subject.code)
              )
            },
          vertical: ValueAxis(title: "Location quotient (log scale)", scale: .logarithmic),
          reference: ReferenceLine(value: threshold, label: "as the rest")
        )
      ),
      description:
        "Lines of the location quotient of \(grouping.groups[0]) regions against the rest, by industry."
    )
  }

  /// The quotients of the last window, a row an industry, with their bounds.
  private func rowFigure(id: String, subtitle: String) throws -> Figure? {
    let rows = lines.map { line -> IntervalRow in
      let mean = line.means.last
      return IntervalRow(
        label: line.subject.shortName,
        value: mean?.value.flatMap { $0 > 0 ? $0 : nil },
        bounds: mean?.bounds.map { Interval(lower: $0.lower > 0 ? $0.lower : nil, upper: $0.upper) },
        verdict: verdict(of: mean).interval,
        status: mean?.value == nil ? .notAvailable : .observed,
        link: MarkLink(industry: line.subject.code)
      )
    }
    return try Figure(
      id: id,
      title: headline,
      subtitle: subtitle + ", \(windows[windows.count - 1].label)",
      sources: inquiry.sourceLines,
      chart: .intervalDots(
        IntervalDotChart(
          rows: rows.sorted { ($0.value ?? 0) > ($1.value ?? 0) },
          reference: ReferenceLine(value: threshold, label: "as the rest"),
          boundsTitle: "hard bounds"
        )
      ),
      description:
        "A row for each industry: the location quotient of \(grouping.groups[0]) regions with its hard bounds."
    )
  }

  private func verdict(of mean: Uncertain?) -> Verdict {
    Estimate(value: mean?.value, bounds: mean?.bounds, sampling: inquiry.sampling)
      .verdict(threshold: threshold)
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
      howToRead: worked + "The ribbon is what rounding and missing cells leave possible.",
      uncertainty:
        "Hard bounds from the rounding rule (\(inquiry.table.description.rounding.label)) and missing cells; "
        + "an error of sampling or modelling that the source does not declare is not covered."
    )
  }
}
