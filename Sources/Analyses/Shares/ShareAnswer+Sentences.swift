import Measures
import Panels
import Studies

extension ShareAnswer {
  /// The question of a division.
  func question(of grouping: Grouping) -> String {
    grouping.groups.count == 2
      ? "Have \(grouping.groups[0]) regions gained or lost ground in \(subjects[0].name)?"
      : "Which kinds of region by \(grouping.name) gained or lost ground in \(subjects[0].name)?"
  }

  /// The answer.
  func sentence(_ bySubject: [[Line]], activity: [Line], robustness: [RobustnessNote]) -> String {
    guard let grouping else { return regionSentence(bySubject[0]) }
    guard grouping.groups.count == 2 else { return classesSentence(bySubject[0], activity: activity) }
    let other = robustness.first { $0.kind == "group" && !$0.agrees }
      .map { " With the group '\($0.choice)' instead the answer is another: \($0.answer)." }
    return groupSentence(bySubject[0], activity: activity) + industriesSentence(bySubject) + (other ?? "")
  }

  /// A short title for the figure of regions.
  func regionHeadline(_ lines: [Line]) -> String {
    let top = lines.max { ($0.means.last?.value ?? -1) < ($1.means.last?.value ?? -1) }
    guard let top, let share = top.means.last?.value else {
      return "Shares of \(subjects[0].plainName) by region"
    }
    let published = isSure(top, of: lines) ? "the largest share" : "the largest published share"
    return "\(top.part.name) has \(published) of \(subjects[0].plainName): \(Words.percent(share))"
  }

  private func groupSentence(_ lines: [Line], activity: [Line]) -> String {
    let line = lines[0]
    let subject = subjects[0].name
    let group = Words.capitalized(line.part.name) + " regions"
    let label = windows[windows.count - 1].label
    guard let last = line.means.last?.value else { return withoutNumber(line, group: group, label: label) }
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
    let (start, end) = (Words.percent(first), Words.percent(last))
    var text =
      "\(group) \(verb) \(subject)\(rests(line)): "
      + (start == end
        ? "\(start) of it (\(windows[0].label) and \(label))"
        : "from \(start) of it (\(windows[0].label)) to \(end) (\(label))")
    if let before = activity.first?.means.first?.value, let after = activity.first?.means.last?.value {
      let (from, to) = (Words.percent(before), Words.percent(after))
      text +=
        "; their share of all activity " + (from == to ? "stayed at \(from)" : "went from \(from) to \(to)")
    }
    return text + "."
  }

  /// Whether no numbers that rounding allows give another region a larger share.
  private func isSure(_ top: Line, of lines: [Line]) -> Bool {
    guard let low = top.means.last?.bounds?.lower else { return false }
    return lines.filter { $0.part.code != top.part.code }
      .allSatisfy { other in other.means.last?.bounds.map { low >= $0.upper } ?? false }
  }

  private func regionSentence(_ lines: [Line]) -> String {
    let ranked = lines.filter { $0.means.last?.value != nil }
      .sorted { ($1.means.last?.value ?? 0, $0.part.name) < ($0.means.last?.value ?? 0, $1.part.name) }
    guard let top = ranked.first, let share = top.means.last?.value else {
      let isBounded = lines.contains { $0.means.last?.bounds.map { $0.lower > 0 || $0.upper < 1 } ?? false }
      return "No share can be computed: cells are missing."
        + (isBounded ? " Between what each share lies is in the table." : "")
    }
    let label = windows[windows.count - 1].label
    let five = ranked.prefix(5).compactMap { $0.means.last?.value }.reduce(0, +)
    var text =
      "\(isSure(top, of: lines) ? "" : "By the published numbers, which rounding may reorder, ")\(top.part.name) has the largest share of \(subjects[0].name), \(Words.percent(share)) (\(label))"
    if ranked.count > 5 {
      text += "; the five largest of \(ranked.count) regions have \(Words.percent(five)) together"
    }
    let moved = ranked.filter { [.above, .below].contains(move(of: $0)) }
      .sorted { ($0.change?.value?.magnitude ?? 0) > ($1.change?.value?.magnitude ?? 0) }
    if let first = moved.first, let change = first.change?.value {
      text +=
        ". The largest change is that of \(first.part.name), \(change < 0 ? "−" : "+")"
        + "\(Words.fixed(100 * change.magnitude, decimals: 1)) percentage points since \(windows[0].label)\(rests(first))"
    }
    return text + "."
  }

  /// On what it rests that a share rose or fell, after a comma; nothing where it did not, or nothing was rounded.
  func rests(_ line: Line) -> String {
    guard let change = line.change, move(of: line).isTold, change.bounds.map(\.isExact) == false else {
      return ""
    }
    return ", " + evidence.words(change.changeEvidence)
  }

  /// On what the gains and losses of several rest, as a sentence; nothing where none is told or nothing was rounded.
  ///
  /// - Parameter lines: The shares, each with the name that a reader knows it by.
  /// - Returns: The sentence with a space before it.
  func rests(_ lines: [(name: String, line: Line)]) -> String {
    let told = lines.filter { !rests($0.line).isEmpty }
    let usual = told.filter { $0.line.change?.changeEvidence == .roundingInterval }.map(\.name)
    guard !told.isEmpty else { return "" }
    if usual.isEmpty { return " What is called gained or lost is so whatever rounding hides." }
    let interval = evidence.words(.roundingInterval)
    if usual.count == told.count { return " What is called gained or lost is so \(interval)." }
    return " What is called gained or lost is so whatever rounding hides, but only \(interval) for "
      + "\(Words.list(usual, most: 6))."
  }

  /// What can be said of a share that has no number at the end.
  private func withoutNumber(_ line: Line, group: String, label: String) -> String {
    let subject = subjects[0].name
    guard let bounds = line.means.last?.bounds else {
      return "\(group): their share of \(subject) cannot be computed, because cells are missing."
    }
    let between = "between \(Words.percent(bounds.lower)) and \(Words.percent(bounds.upper))"
    switch move(of: line) {
    case .above, .below:
      let verb = move(of: line) == .above ? "gained" : "lost"
      return
        "\(group) \(verb) ground in \(subject), whatever missing cells hide: they have \(between) of it (\(label))."
    default:
      return "\(group) have \(between) of \(subject) (\(label)); missing cells leave it open where."
    }
  }
}
