import Graphics
import Measures
import Panels
import Studies

/// Shares of parts of the country in industries through time.
struct ShareAnswer: Sendable {
  /// A part of the country: a region, or a group of them.
  struct Part: Sendable {
    let name: String
    let code: String?
    let members: [Int]
  }

  /// The shares of a part in one subject.
  struct Line: Sendable {
    let part: Part
    let subject: Subject?
    /// One share a period.
    let periods: [Estimate]
    /// One share a window.
    let means: [Estimate]
    /// The change in an earlier release, if there is one.
    var earlierChange: Double?

    var change: Estimate? {
      guard let first = means.first, let last = means.last, means.count > 1 else { return nil }
      return last.change(since: first).revised(from: earlierChange)
    }
  }

  let inquiry: Inquiry
  let subjects: [Subject]
  let grouping: Grouping?
  let regions: [Int]
  let positions: Range<Int>
  let windows: [PeriodWindow]
  let material: ShareMateriality
  /// What verdicts rest on.
  let evidence: Evidence
  /// The study's other rules for the same groups.
  var variants: [Grouping] = []

  var panel: Panel { inquiry.panel }
  var periods: [Period] { Array(panel.periods[positions]) }

  /// Whether a part gained or lost, for certain and by enough to matter.
  func move(of line: Line) -> Side {
    material.direction(
      from: line.means.first,
      to: line.means.count > 1 ? line.means.last : nil,
      earlier: line.earlierChange
    )
  }

  var parts: [Part] {
    if let grouping {
      return zip(grouping.groups, grouping.members).map { Part(name: $0, code: nil, members: $1) }
    }
    return regions.map { Part(name: panel.regions[$0].name, code: panel.regions[$0].code, members: [$0]) }
  }

  /// Returns the shares of every part in a subject, or in all activity.
  ///
  /// Shares of groups are few, and have an interval each; those of single regions have one where hard bounds leave open
  /// whether they changed.
  func lines(of subject: Subject?) throws -> [Line] {
    try parts.map { part in
      var line = try line(
        part,
        subject,
        periods: Array(positions),
        windows: windows.map(\.positions),
        drawing: part.code == nil ? .always : .whereOpen(threshold: nil)
      )
      line.earlierChange = inquiry.earlier?
        .change(over: windows, of: periods, industries: subject?.industries ?? []) {
          earlier,
          industries,
          period in
          let share = try earlier.shareEstimate(
            ofRegions: part.members,
            in: subject == nil ? nil : industries,
            period: period,
            draws: nil
          )
          guard let value = share.value else {
            throw MeasureError.notIdentifiable("a share without a number")
          }
          return value
        }
      return line
    }
  }

  /// Returns the shares of a part in some periods, and over windows of them.
  func line(
    _ part: Part,
    _ subject: Subject?,
    periods: [Int],
    windows: [Range<Int>],
    drawing: WindowEstimates.Drawing = .whereOpen(threshold: nil)
  ) throws -> Line {
    func share(_ period: Int, _ draws: RoundingDraws?) throws -> Estimate {
      try panel.shareEstimate(
        ofRegions: part.members,
        in: subject?.industries,
        period: period,
        sampling: evidence.counted,
        draws: draws
      )
    }
    let shares = try WindowEstimates(
      periods,
      windows: windows,
      drawing: drawing,
      draws: evidence.draws,
      hard: { try share($0, nil) },
      draw: { try share($1, $2) }
    )
    return Line(part: part, subject: subject, periods: shares.periods, means: shares.means)
  }

  /// The finding.
  func finding() throws -> Finding {
    guard !subjects.isEmpty else { throw MeasureError.noActivity("the selection") }
    let bySubject = try subjects.map { try lines(of: $0) }
    let activity = (try? lines(of: nil)) ?? []
    let leading = bySubject[0]
    let suffix = grouping.map { "-" + Slug.of($0.name) } ?? ""
    let id = "shares-\(Slug.of(inquiry.table.description.name))\(suffix)"
    let notes = grouping == nil ? [] : try robustness(leading[0])
    let sentence = sentence(bySubject, activity: activity, robustness: notes)
    let isClear = leading.contains { ![.open, .unknown].contains(move(of: $0)) }
    return inquiry.finding(
      id,
      section: grouping == nil ? .whereAndConcentrating : .kindsOfRegion,
      question: grouping.map { question(of: $0) }
        ?? "Which regions have \(subjects[0].name)?",
      sentence: sentence,
      grade: windows.count > 1 ? (isClear ? .fair : grouping == nil ? .descriptive : .open) : .descriptive,
      table: bySubject.flatMap { $0.flatMap(rows) } + activity.flatMap(rows)
        + bySubject.flatMap { $0.compactMap(changeRow) } + activity.compactMap(changeRow),
      notes: (grouping.map { [$0.rule] + $0.warnings } ?? [])
        + windows.compactMap(\.note).map { "Last window: \($0)." }
        + [inquiry.earlier?.words(leading[0].change)].compactMap(\.self),
      figure: grouping == nil
        ? try regionFigure(id: id, title: regionHeadline(leading), leading)
        : try groupFigure(id: id, title: groupHeadline(bySubject), bySubject, activity: activity),
      method: method(leading),
      robustness: notes,
      isHeadline: inquiry.isOfFirstTable
        && inquiry.study.description.groups.contains { $0.name == grouping?.name && $0.isVariantOf == nil }
    )
  }

  private func row(_ line: Line, measure: String, value: Double?) -> ResultRow {
    var row = ResultRow(measure: line.subject == nil ? measure + " of all activity" : measure, value: value)
    if line.part.code == nil { row.group = line.part.name } else { row.region = line.part.code }
    row.industry = line.subject?.code
    return row
  }

  private func rows(_ line: Line) -> [ResultRow] {
    zip(windows, line.means)
      .map { window, mean in
        var row = row(line, measure: "share", value: mean.value)
        row.period = window.label
        take(mean, of: line, into: &row, note: window.note)
        return row
      }
  }

  /// The change from the first to the last window with what it comes to.
  private func changeRow(_ line: Line) -> ResultRow? {
    guard let change = line.change else { return nil }
    var row = row(line, measure: "change of share", value: change.value)
    row.period = "\(windows[0].label) to \(windows[windows.count - 1].label)"
    take(change, of: line, into: &row, note: nil)
    row.verdict =
      switch move(of: line) {
      case .above: "gained"
      case .below: "lost"
      case .little: "little change"
      case .open: "cannot tell"
      case .unknown: "cannot be computed"
      }
    return row
  }

  /// Writes bounds, interval and note of a number, unless they would give a withheld cell away.
  func take(_ number: Estimate, of line: Line, into row: inout ResultRow, note: String?) {
    let hides = line.part.code != nil && line.subject != nil && inquiry.table.narrowsSuppressedCells
    if hides, number.statuses.contains(where: { $0.status == .suppressed }) {
      row.note = "bounds withheld: totals would give a suppressed cell away"
      return
    }
    row.take(number.bounds)
    row.note = number.note(note)
  }

  private func method(_ lines: [Line]) -> MethodNote {
    var worked = ""
    if let line = lines.first, let value = line.means.last?.value {
      worked =
        "\(line.part.name): \(Words.percent(value)) of \(subjects[0].name) in \(windows[windows.count - 1].label)"
      if let bounds = line.means.last?.bounds, !bounds.isExact {
        worked += ", between \(Words.percentRange(bounds, decimals: 2)) as rounding allows"
      }
      if let interval = line.means.last?.roundingInterval {
        worked += ", \(evidence.intervalName) \(Words.percentRange(interval, decimals: 2))"
      }
      worked += "."
    }
    return MethodNote(
      formula: "share = Σ_(r in part) e_r / Σ_r e_r",
      symbols: "e_r: the industry in region r",
      citation: "own definition",
      conventions: (windows.contains { $0.positions.count > 1 }
        ? ["A window's share is the mean of the yearly shares."] : [])
        + (windows.count > 1 ? [material.rule] : []),
      howToRead: worked.isEmpty ? "Nothing can be read off: cells are missing." : worked,
      uncertainty: evidence.note(
        rule: inquiry.table.description.rounding.label,
        isEverywhere: grouping != nil
      )
        + " An error of sampling or modelling that the source does not declare is not covered."
    )
  }
}
