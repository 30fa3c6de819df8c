import Measures
import Panels

/// How large a change of a share must be before it is called one.
///
/// Bounds say what rounding hides, but a share also drifts by chance, as plants open and close, where nothing happens: a
/// change that only clears rounding is no finding.
struct ShareMateriality: Hashable, Sendable {
  /// The least change that counts, in percentage points.
  let points: Double
  /// The least change that counts, as a share of where the part's share began.
  static let relative = 0.02

  /// Returns the least change that counts for a share.
  func least(from start: Double) -> Double { max(points / 100, ShareMateriality.relative * start) }

  /// Returns where a change lies; with the change in an earlier release, where both do.
  func direction(from first: Estimate?, to last: Estimate?, earlier: Double? = nil) -> Side {
    guard let first, let last, let start = first.value ?? first.bounds?.upper else { return .unknown }
    return last.change(since: first).revised(from: earlier).direction(least: least(from: start))
  }

  /// The rule in words, for a method note.
  var rule: String {
    "A share has changed from \(NumberText.shortest(points)) percentage points on, and from "
      + "\(Words.percent(ShareMateriality.relative, decimals: 0)) of where it began; less is called little."
  }
}
