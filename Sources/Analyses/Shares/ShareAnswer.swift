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
    let periods: [Uncertain]
    /// One share a window.
    let means: [Uncertain]

    var change: Uncertain? {
      guard let first = means.first, let last = means.last, means.count > 1 else { return nil }
      return last.change(since: first)
    }
  }

  let inquiry: Inquiry
  let subjects: [Subject]
  let grouping: Grouping?
  let regions: [Int]
  let positions: Range<Int>
  let windows: [PeriodWindow]
  let material: ShareMateriality
  /// The study's other rules for the same groups.
  var variants: [Grouping] = []

  var panel: Panel { inquiry.panel }
  var periods: [Period] { Array(panel.periods[positions]) }

  /// Whether a part gained or lost, for certain and by enough to matter.
  func move(of line: Line) -> Uncertain.Side {
    material.direction(from: line.means.first, to: line.means.count > 1 ? line.means.last : nil)
  }

  var parts: [Part] {
    if let grouping {
      return zip(grouping.groups, grouping.members).map { Part(name: $0, code: nil, members: $1) }
    }
    return regions.map { Part(name: panel.regions[$0].name, code: panel.regions[$0].code, members: [$0]) }
  }

  /// Returns the shares of every part in a subject, or in all activity.
  func lines(of subject: Subject?) throws -> [Line] {
    try parts.map { part in
      let shares = try positions.map { period in
        if let subject {
          return try panel.uncertainShare(ofRegions: part.members, in: subject.industries, period: period)
        }
        return try panel.uncertainActivityShare(ofRegions: part.members, period: period)
      }
      return Line(
        part: part,
        subject: subject,
        periods: shares,
        means: windows.map { Uncertain.mean(Array(shares[$0.positions])) }
      )
    }
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
        + windows.compactMap(\.note).map { "Last window: \($0)." },
      figure: grouping == nil
        ? try regionFigure(id: id, title: regionHeadline(leading), leading)
        : try groupFigure(id: id, title: groupHeadline(bySubject), bySubject, activity: activity),
      method: method(leading),
      robustness: notes,
      isHeadline: inquiry.isOfFirstTable
        && inquiry.study.description.groups.contains { $0.name == grouping?.name && $0.isVariantOf == nil }
    )
  }

  private func question(of grouping: Grouping) -> String {
    grouping.groups.count == 2
      ? "Have \(grouping.groups[0]) regions gained or lost ground in \(subjects[0].name)?"
      : "Which kinds of region by \(grouping.name) gained or lost ground in \(subjects[0].name)?"
  }

  private func sentence(_ bySubject: [[Line]], activity: [Line], robustness: [RobustnessNote]) -> String {
    guard let grouping else { return regionSentence(bySubject[0]) }
    guard grouping.groups.count == 2 else { return classesSentence(bySubject[0], activity: activity) }
    let other = robustness.first { $0.kind == "group" && !$0.agrees }
      .map { " With the group '\($0.choice)' instead the answer is another: \($0.answer)." }
    return groupSentence(bySubject[0], activity: activity) + industriesSentence(bySubject) + (other ?? "")
  }

  private func regionHeadline(_ lines: [Line]) -> String {
    let top = lines.max { ($0.means.last?.value ?? -1) < ($1.means.last?.value ?? -1) }
    guard let top, let share = top.means.last?.value else {
      return "Shares of \(subjects[0].plainName) by region"
    }
    return "\(top.part.name) has most of \(subjects[0].plainName): \(Words.percent(share))"
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
        row.lower = mean.bounds?.lower
        row.upper = mean.bounds?.upper
        row.note = [window.note, mean.reason].compactMap(\.self).first
        return row
      }
  }

  /// The change from the first to the last window with what it comes to.
  private func changeRow(_ line: Line) -> ResultRow? {
    guard let change = line.change else { return nil }
    var row = row(line, measure: "change of share", value: change.value)
    row.period = "\(windows[0].label) to \(windows[windows.count - 1].label)"
    row.lower = change.bounds?.lower
    row.upper = change.bounds?.upper
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

  private func groupSentence(_ lines: [Line], activity: [Line]) -> String {
    let line = lines[0]
    let subject = subjects[0].name
    let group = Words.capitalized(line.part.name) + " regions"
    let label = windows[windows.count - 1].label
    guard let last = line.means.last?.value else {
      guard let bounds = line.means.last?.bounds else {
        return "\(group): their share of \(subject) cannot be computed, because cells are missing."
      }
      return
        "\(group) have between \(Words.percent(bounds.lower)) and \(Words.percent(bounds.upper)) of \(subject) "
        + "(\(label)); missing cells leave it open where."
    }
    guard let first = line.means.first?.value, windows.count > 1 else {
      return "\(group) have \(Words.percent(last)) of \(subject) (\(label))."
    }
    let verb =
      switch move(of: line) {
      case .above: "gained ground in"
      case .below: "lost ground in"
      case .little: "held about the same share of"
      default: "neither clearly gained nor lost ground in"
      }
    var text =
      "\(group) \(verb) \(subject): from \(Words.percent(first)) of it (\(windows[0].label)) to "
      + "\(Words.percent(last)) (\(label))"
    if let before = activity.first?.means.first?.value, let after = activity.first?.means.last?.value {
      text +=
        ", while their share of all activity went from \(Words.percent(before)) to \(Words.percent(after))"
    }
    return text + "."
  }

  private func regionSentence(_ lines: [Line]) -> String {
    let ranked = lines.filter { $0.means.last?.value != nil }
      .sorted { ($1.means.last?.value ?? 0, $0.part.name) < ($0.means.last?.value ?? 0, $1.part.name) }
    guard let top = ranked.first, let share = top.means.last?.value else {
      return "No share can be computed: cells are missing."
    }
    let label = windows[windows.count - 1].label
    let five = ranked.prefix(5).compactMap { $0.means.last?.value }.reduce(0, +)
    let isSure = ranked.dropFirst()
      .allSatisfy { other in
        guard let low = top.means.last?.bounds?.lower, let high = other.means.last?.bounds?.upper else {
          return false
        }
        return low >= high
      }
    var text =
      "\(isSure ? "" : "By the published numbers, which rounding may reorder, ")\(top.part.name) has the largest share of \(subjects[0].name), \(Words.percent(share)) (\(label))"
    if ranked.count > 5 {
      text += "; the five largest of \(ranked.count) regions have \(Words.percent(five)) together"
    }
    let moved = ranked.filter { [.above, .below].contains(move(of: $0)) }
      .sorted { ($0.change?.value?.magnitude ?? 0) > ($1.change?.value?.magnitude ?? 0) }
    if let first = moved.first, let change = first.change?.value {
      text +=
        ". The largest change is that of \(first.part.name), \(change < 0 ? "−" : "+")"
        + "\(Words.fixed(100 * change.magnitude, decimals: 1)) percentage points since \(windows[0].label)"
    }
    return text + "."
  }

  private func method(_ lines: [Line]) -> MethodNote {
    var worked = ""
    if let line = lines.first, let value = line.means.last?.value {
      worked =
        "\(line.part.name): \(Words.percent(value)) of \(subjects[0].name) in \(windows[windows.count - 1].label)"
      if let bounds = line.means.last?.bounds {
        worked += ", between \(Words.percentRange(bounds, decimals: 2)) as rounding allows"
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
      uncertainty: "Hard bounds: the part at its least with the rest at its most, and the other way round; "
        + "an error of sampling or modelling that the source does not declare is not covered."
    )
  }
}
