import Measures
import Panels

/// How large a change of concentration must be before it is called one.
///
/// Bounds say what rounding hides, but an index also drifts by chance, as plants open and close, where nothing happens: a
/// change that only clears rounding is no finding. A change counts from 15 % of where the index began, and for Theil's
/// index, whose drift does not shrink with its level, from 0.02. In the invented economies of Albion an industry whose
/// concentration was to stay as it was drifts by a tenth now and then over 44 years, and hardly ever by more than that
/// share; where nothing happens at all it drifts less.
enum Materiality {
  /// Returns the least change that counts.
  ///
  /// - Parameters:
  ///   - measure: The measure that changed.
  ///   - start: Where it began.
  /// - Returns: A change, not negative.
  static func least(_ measure: ConcentrationMeasure, from start: Double) -> Double {
    let share = 0.15 * start.magnitude
    return measure == .theil ? max(share, 0.02) : share
  }

  /// Returns the least change that counts; without a value at the start, of the greatest that it may have been.
  static func least(_ measure: ConcentrationMeasure, from start: Estimate?) -> Double {
    least(measure, from: start?.value ?? start?.bounds?.upper ?? 0)
  }

  /// The rule in words, for a method note.
  static let rule =
    "A change counts as one from 15 % of where the index began, for Theil from 0.02 at least; less is called little."
}
