import Measures
import Panels
import Studies

extension GroupQuotients {
  private var group: String { Words.capitalized(grouping.groups[0]) + " regions" }

  /// Where a line lies now, by the verdict of its family.
  private func standing(of line: Line) -> Side { line.verdicts.last?.place ?? .unknown }

  /// On what a verdict of now rests, after a comma or in brackets; nothing where nothing was rounded.
  private func basis(of number: Estimate) -> VerdictBasis? {
    number.bounds.map(\.isExact) == false ? number.evidence(threshold: threshold) : nil
  }

  /// The answer, with no more than the evidence allows.
  var sentence: String {
    let line = lines[0]
    guard let last = line.means.last else { return "\(group): there is no period to report." }
    guard let now = last.value else { return withoutNumber(line, last) }
    let level =
      switch standing(of: line) {
      case .above: "are specialized in \(line.subject.name)"
      case .below: "have less of \(line.subject.name) than the rest"
      default: "may or may not be specialized in \(line.subject.name)"
      }
    var text = "\(group) \(level): a quotient of \(Words.number(now)) against the rest in \(latest)"
    if standing(of: line).isTold, let basis = basis(of: last) {
      text += ", \(above(threshold, standing(of: line))) \(evidence.words(basis))"
    }
    if let first = line.means.first?.value, windows.count > 1 {
      text += "; it " + moved(line, from: first, to: now)
    }
    return text + "." + changes + positions(now: latest)
  }

  private func above(_ threshold: Double, _ side: Side) -> String {
    "\(side == .above ? "above" : "below") \(NumberText.shortest(threshold))"
  }

  /// How the quotient changed, and on what that rests.
  private func moved(_ line: Line, from first: Double, to now: Double) -> String {
    let (from, to) = (Words.number(first), Words.number(now))
    let when = windows[0].label
    switch direction(line) {
    case .above, .below:
      let basis = line.change.flatMap { change in
        change.bounds.map(\.isExact) == false ? change.changeEvidence : nil
      }
      return "\(direction(line) == .above ? "rose" : "fell") from \(from) in \(when)"
        + (basis.map { ", \(evidence.words($0))" } ?? "")
    case .little: return from == to ? "was \(from) in \(when) too" : "changed little from \(from) in \(when)"
    default: return "is not clearly different from the \(from) of \(when)"
    }
  }

  /// What can be said of a quotient without a number: between what it lies.
  private func withoutNumber(_ line: Line, _ last: Estimate) -> String {
    guard let bounds = last.bounds, bounds.upper.isFinite else {
      return "\(group): the quotient of \(line.subject.name) cannot be computed, because cells are missing."
    }
    let between = "between \(Words.number(bounds.lower)) and \(Words.number(bounds.upper))"
    let verdict =
      switch standing(of: line) {
      case .above: "are specialized in \(line.subject.name), whatever withheld cells hide"
      case .below: "have less of \(line.subject.name) than the rest, whatever withheld cells hide"
      default: "may or may not be specialized in \(line.subject.name), because cells are withheld"
      }
    return "\(group) \(verdict): the quotient against the rest lies \(between) in \(latest)."
  }

  /// How the quotients of the single industries changed.
  private var changes: String {
    func names(_ side: Side) -> [String] {
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
    guard !parts.isEmpty else { return "" }
    let told = lines.dropFirst().filter { direction($0).isTold }
    let rounded = told.compactMap(\.change).filter { $0.bounds.map(\.isExact) == false }
    let isUsual = rounded.contains { $0.changeEvidence == .roundingInterval }
    let ending =
      rounded.isEmpty
      ? "" : ", \(evidence.words(isUsual ? .roundingInterval : .hardBounds))"
    return " By industry, \(parts.joined(separator: "; "))\(ending)."
  }

  /// In which of many industries the group is strong now, where their changes are too many or too unsure to tell.
  private func positions(now label: String) -> String {
    guard lines.count > GroupQuotients.mostLines else { return "" }
    func names(_ side: Side, _ basis: VerdictBasis? = nil) -> [String] {
      lines.dropFirst()
        .filter { line in
          guard standing(of: line) == side, let last = line.means.last else { return false }
          return basis.map { last.evidence(threshold: threshold) == $0 } ?? true
        }
        .map(\.subject.plainName)
    }
    func told(_ words: String, _ side: Side) -> [String] {
      let (sure, usual) = (names(side, .hardBounds), names(side, .roundingInterval))
      var parts: [String] = []
      if !sure.isEmpty { parts.append("\(words) \(Words.list(sure, most: 8)), whatever rounding hides") }
      if !usual.isEmpty {
        parts.append("\(words) \(Words.list(usual, most: 8)), at the \(evidence.intervalName)")
      }
      return parts
    }
    let open = names(.open)
    let parts =
      told("specialized in", .above) + told("weak in", .below)
      + (open.isEmpty ? [] : ["of \(Words.list(open, most: 12)) we cannot tell"])
    return parts.isEmpty ? "" : " In \(label) they are " + parts.joined(separator: "; ") + "."
  }

  /// A short title for the figure.
  var headline: String {
    let line = lines[0]
    guard let last = line.means.last else { return "\(group): \(line.subject.plainName)" }
    let number: String
    if let now = last.value {
      number = "quotient \(Words.number(now)) in \(latest)"
    } else if let bounds = last.bounds, bounds.upper.isFinite {
      number = "quotient between \(Words.number(bounds.lower)) and \(Words.number(bounds.upper)) in \(latest)"
    } else {
      return "\(group): \(line.subject.plainName)"
    }
    let level =
      switch standing(of: line) {
      case .above: "are specialized in"
      case .below: "have less than the rest of"
      default: "may or may not be specialized in"
      }
    let basis = standing(of: line).isTold ? basis(of: last) : nil
    return "\(group) \(level) \(line.subject.plainName): \(number)\(evidence.remark(basis))"
  }

  /// Whether the standing of the first line survives other thresholds.
  var otherThresholds: [RobustnessNote] {
    guard let last = lines[0].means.last else { return [] }
    return [1, 1.25, 1.5].filter { $0 != threshold }
      .map { other in
        let side = last.side(of: other)
        let words =
          switch side {
          case .above: "above it"
          case .below: "below it"
          case .unknown: "cannot be computed"
          default: "cannot tell"
          }
        return RobustnessNote(
          kind: "threshold",
          choice: "specialized from \(NumberText.shortest(other))",
          side,
          like: standing(of: lines[0]),
          words: words
        )
      }
  }
}
