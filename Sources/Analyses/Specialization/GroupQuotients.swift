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
    let gained = lines.dropFirst().filter { direction($0) == .above }
      .map { $0.subject.name.lowercasedTitle }
    let lost = lines.dropFirst().filter { direction($0) == .below }
      .map { $0.subject.name.lowercasedTitle }
    if !gained.isEmpty { text += "; their quotient rose in \(Words.list(gained, most: 3))" }
    if !lost.isEmpty { text += "; it fell in \(Words.list(lost, most: 3))" }
    return text + "."
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
    return try Figure(
      id: id,
      title: sentence,
      subtitle: subtitle,
      sources: inquiry.sourceLines,
      chart: .line(
        LineChart(
          series: lines.prefix(6)
            .map { line in
              LineSeries(
                name: line.subject.name,
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
