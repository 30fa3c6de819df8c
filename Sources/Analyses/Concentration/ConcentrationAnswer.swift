import Graphics
import Measures
import Panels
import Studies

/// What the concentration of some subjects comes to, before it is put into findings.
struct ConcentrationAnswer: Sendable {
  let inquiry: Inquiry
  let reference: ConcentrationReference
  /// The positions of the periods.
  let positions: Range<Int>
  let windows: [PeriodWindow]
  /// For each subject, a series for each measure.
  let series: [[ConcentrationSeries]]

  var periods: [Period] { Array(inquiry.panel.periods[positions]) }

  /// The first subject's first measure, which the sentence is about.
  var leading: ConcentrationSeries { series[0][0] }

  /// "five-year means" in a subtitle, or nothing.
  var averaging: String {
    guard let window = windows.first, window.expectedCount > 1 else { return "" }
    return ", means over \(window.expectedCount) periods"
  }

  /// The regions that are compared, in a subtitle.
  var scope: String { "\(inquiry.panel.regions.count) regions (\(inquiry.scale))" }

  /// First and last period.
  var span: String { "\(periods.first.map { "\($0)" } ?? "")–\(periods.last.map { "\($0)" } ?? "")" }

  /// The answer in a sentence, with no more than the bounds allow.
  func sentence(for series: ConcentrationSeries) throws -> String {
    let name = Words.capitalized(series.subject.name)
    let title = series.measure.description.title.lowercasedFirst
    guard let first = series.means.first, let last = series.means.last, let start = first.value,
      let end = last.value
    else { return "\(name): \(title) cannot be computed, because cells are missing." }
    let from = "\(Words.number(start)) (\(windows[0].label))"
    guard series.means.count > 1 else { return "\(name): \(title) is \(from)." }
    let to = "\(Words.number(end)) (\(windows[windows.count - 1].label))"
    switch series.direction {
    case .above:
      return
        "\(name) has become more concentrated: \(title) rose from \(from) to \(to), more than rounding can explain."
    case .below:
      return
        "\(name) has become more dispersed: \(title) fell from \(from) to \(to), more than rounding can explain."
    case .open, .unknown:
      return
        "Whether \(series.subject.name) concentrates or disperses cannot be told: \(title) went from \(from) to "
        + "\(to), which rounding or missing cells could explain."
    }
  }

  /// Whether the industry gained or lost weight while it concentrated: consolidation or growth.
  func activity(of subject: Subject) throws -> String {
    let panel = inquiry.panel
    guard let first = positions.first, let last = positions.last, first != last,
      panel.variable.prices?.adds ?? true
    else { return "" }
    func total(_ period: Int) -> Double? {
      panel.byRegion(sumOf: subject.industries, period: period).sum(of: panel.regions.indices).value
    }
    func share(_ period: Int) -> Double? {
      guard let part = total(period),
        let all = try? panel.activityByRegion(period: period).sum(of: panel.regions.indices).value, all != 0
      else { return nil }
      return part / all
    }
    var sentences: [String] = []
    if let before = share(first), let after = share(last) {
      let word = after < before ? "fell" : "rose"
      sentences.append(
        "Its share of all activity \(word) from \(Words.percent(before)) to \(Words.percent(after))"
      )
    }
    if panel.variable.prices == nil, let before = total(first), let after = total(last), before > 0 {
      let change = after / before - 1
      let unit = panel.variable.unit.isEmpty ? panel.variable.name : panel.variable.unit
      sentences.append(
        "its total went from \(Words.number(before, digits: 4)) to \(Words.number(after, digits: 4)) \(unit) "
          + "(\(change < 0 ? "−" : "+")\(Words.percent(change.magnitude)))"
      )
    }
    guard !sentences.isEmpty else { return "" }
    let kind = consolidation(shareFell: (share(last) ?? 0) < (share(first) ?? 0))
    return " " + sentences.joined(separator: "; ") + kind
  }

  private func consolidation(shareFell: Bool) -> String {
    switch leading.direction {
    case .above:
      shareFell
        ? ": it concentrated while it lost weight, by consolidation."
        : ": it concentrated while it gained weight."
    case .below: shareFell ? ": it dispersed while it lost weight." : ": it dispersed while it gained weight."
    default: "."
    }
  }

  var grade: EvidenceGrade {
    switch leading.direction {
    case .above, .below: .fair
    case .open, .unknown: .open
    }
  }
}

extension String {
  /// The text with a small first letter, unless it begins with a name.
  var lowercasedFirst: String {
    hasPrefix("Theil") || hasPrefix("Hoover") || hasPrefix("Krugman") || hasPrefix("Gini")
      || hasPrefix("Hirschman")
      ? self : prefix(1).lowercased() + dropFirst()
  }
}
