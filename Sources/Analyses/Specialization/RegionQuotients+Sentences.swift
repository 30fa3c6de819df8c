import Measures
import Panels
import Studies

extension RegionQuotients {
  /// The quotients of the last period.
  var latest: [Entry] {
    let last = entries.map(\.period).max()
    return entries.filter { $0.period == last }
  }

  /// The last period.
  var period: String { latest.first.map { "\(inquiry.panel.periods[$0.period])" } ?? "" }

  /// The same from the highest.
  var ranked: [Entry] {
    latest.sorted { ($1.estimate.value ?? -1, $0.subject.code) < ($0.estimate.value ?? -1, $1.subject.code) }
  }

  /// A short title about a place.
  var placeHeadline: String {
    let place = inquiry.panel.regions[regions[0]].name
    let above = ranked.filter { $0.verdict.side > 0 }
    guard !above.isEmpty else {
      return "No industry of \(place) can be told to be above \(NumberText.shortest(threshold))"
    }
    return "\(place) is known most of all for \(above[0].subject.plainName)"
  }

  /// A short title about an industry.
  var industryHeadline: String {
    let own = ranked.filter { $0.subject.code == subjects[0].code }
    let above = own.count { $0.verdict.side > 0 }
    let name = subjects[0].shortName
    guard own.count > 1 else { return "\(name): location quotient in \(period)" }
    return "\(name) is over-represented in \(above) of \(own.count) regions"
  }

  /// The answer about a place.
  var placeSentence: String {
    let place = inquiry.panel.regions[regions[0]].name
    let above = ranked.filter { $0.verdict.side > 0 }
    let open = latest.filter { $0.verdict.side == 0 }.count
    guard let first = above.first, let value = first.estimate.value, let bounds = first.estimate.bounds else {
      return
        "No industry of \(place) in \(period) can be told to have a location quotient above \(NumberText.shortest(threshold))."
    }
    return
      "\(place) is known for \(Words.list(above.prefix(3).map { $0.subject.plainName })) in \(period): "
      + "\(above.count) of \(latest.count) industries are above \(NumberText.shortest(threshold)), \(rests(above))"
      + "\(open == 0 ? "" : ", and of \(open) we cannot tell"). The first has a quotient of \(Words.number(value)) "
      + "(\(range(first, bounds)))."
  }

  /// The bounds of a quotient, and its interval where there is one, in words.
  private func range(_ entry: Entry, _ bounds: Bounds) -> String {
    guard !isWithheld(entry) else { return "bounds withheld" }
    guard let interval = entry.estimate.roundingInterval else { return Words.range(bounds) }
    return "\(evidence.intervalName) \(Words.range(interval)), hard bounds \(Words.range(bounds))"
  }

  /// On what the verdicts of several quotients rest.
  private func rests(_ told: [Entry]) -> String {
    let usual = told.count { $0.estimate.evidence(threshold: threshold) == .roundingInterval }
    let interval = evidence.words(.roundingInterval)
    if usual == 0 { return "whatever rounding hides" }
    return usual == told.count
      ? interval : "\(told.count - usual) whatever rounding hides and \(usual) \(interval)"
  }

  /// The answer about an industry.
  var industrySentence: String {
    let name = Words.capitalized(subjects[0].name)
    let own = ranked.filter { $0.subject.code == subjects[0].code }
    let above = own.filter { $0.verdict.side > 0 }
    let below = own.filter { $0.verdict.side < 0 }
    let names = above.prefix(3).map { inquiry.panel.regions[$0.region].name }
    guard !own.isEmpty else { return "\(name): nothing to report." }
    if own.count == 1, let value = own[0].estimate.value, let bounds = own[0].estimate.bounds {
      return
        "\(name) has a location quotient of \(Words.number(value)) (\(range(own[0], bounds))) in \(period): "
        + own[0].verdict.words(threshold: NumberText.shortest(threshold)) + "."
    }
    let open = own.count - above.count - below.count
    return
      "\(name) is over-represented in \(above.count) of \(own.count) regions in \(period)"
      + (above.isEmpty ? "" : ", \(rests(above))")
      + (names.isEmpty ? "" : ", most of all in \(Words.list(names))")
      + "; it is under-represented in \(below.count)\(below.isEmpty ? "" : ", \(rests(below))")"
      + (open == 0 ? "." : "; of \(open) we cannot tell.")
  }

  /// How many quotients lie above other thresholds.
  var thresholds: [RobustnessNote] {
    [1, 1.25, 1.5].filter { $0 != threshold }
      .map { other in
        let told = regions.count == 1 ? latest : latest.filter { $0.subject.code == subjects[0].code }
        let above = evidence.family.verdicts(of: told.map(\.estimate), threshold: other).count { $0.side > 0 }
        let mine = told.filter { $0.verdict.side > 0 }.count
        return RobustnessNote(
          kind: "threshold",
          choice: "above \(NumberText.shortest(other))",
          answer: "\(above) of \(told.count) above",
          agrees: (above > 0) == (mine > 0)
        )
      }
  }
}
