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
    case .little:
      return "\(name) has neither concentrated nor dispersed by much: \(title) went from \(from) to \(to)."
    case .open, .unknown:
      return
        "Whether \(series.subject.name) concentrates or disperses cannot be told: \(title) went from \(from) to "
        + "\(to), which rounding or missing cells could explain."
    }
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
