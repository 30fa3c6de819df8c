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
  /// What verdicts rest on.
  let evidence: Evidence

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
    guard let first = series.means.first, let last = series.means.last else {
      return "\(name): \(title) cannot be computed, because cells are missing."
    }
    guard let start = first.value, let end = last.value else { return withoutNumber(series) }
    let from = "\(Words.number(start)) (\(windows[0].label))"
    guard series.means.count > 1 else { return "\(name): \(title) is \(from)\(interval(of: first))." }
    let label = windows[windows.count - 1].label
    let to = "\(Words.number(end)) (\(label))"
    let moved = Words.move(end > start, Words.number(start), windows[0].label, Words.number(end), label)
    let explained =
      switch series.change?.changeEvidence ?? .hardBounds {
      case .hardBounds: "more than rounding can explain"
      case .roundingInterval: "more than rounding explains \(evidence.words(.roundingInterval))"
      }
    switch series.direction {
    case .above: return "\(name) has become more concentrated: \(title) \(moved), \(explained)."
    case .below: return "\(name) has become more dispersed: \(title) \(moved), \(explained)."
    case .little:
      return
        "\(name) has neither concentrated nor dispersed by much: \(title) "
        + "\(from.hasPrefix(Words.number(end) + " ") ? moved : "went from \(from) to \(to)")."
    case .open, .unknown:
      return
        "Whether \(series.subject.name) concentrates or disperses cannot be told: \(title) went from \(from) to "
        + "\(to), which rounding or missing cells could explain."
    }
  }

  /// The interval or the bounds of a single number, in brackets.
  private func interval(of number: Estimate) -> String {
    if let interval = number.roundingInterval {
      return " (\(evidence.intervalName) \(Words.range(interval)))"
    }
    guard let bounds = number.bounds, !bounds.isExact, bounds.upper.isFinite else { return "" }
    return " (between \(Words.range(bounds)))"
  }

  /// What can be said where a window has no number: between what the measure lies.
  private func withoutNumber(_ series: ConcentrationSeries) -> String {
    let name = Words.capitalized(series.subject.name)
    let title = series.measure.description.title.lowercasedFirst
    func ends(_ position: Int) -> String? {
      let number = series.means[position]
      let label = windows[position].label
      if let value = number.value { return "is \(Words.number(value)) in \(label)" }
      return number.bounds.flatMap {
        $0.upper.isFinite
          ? "lies between \(Words.number($0.lower)) and \(Words.number($0.upper)) in \(label)" : nil
      }
    }
    let last = series.means.count - 1
    guard let first = ends(0), let then = ends(last) else {
      return "\(name): \(title) cannot be computed, because cells are missing."
    }
    guard last > 0 else { return "\(name): \(title) \(first), as far as withheld cells leave it open." }
    let verdict =
      switch series.direction {
      case .above: "\(name) has become more concentrated, whatever the withheld cells hide"
      case .below: "\(name) has become more dispersed, whatever the withheld cells hide"
      default:
        "Withheld cells leave open whether \(series.subject.name) concentrates or disperses"
      }
    return "\(verdict): \(title) \(first), and \(then)."
  }

  var grade: EvidenceGrade {
    switch leading.direction {
    case .above, .below, .little: .fair
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
