import Measures
import Panels
import Studies

/// What verdicts rest on in an answer: how rounding is drawn, and what the source declares of sampling.
struct Evidence: Hashable, Sendable {
  /// How rounding intervals are drawn; nil for hard bounds alone.
  var draws: RoundingDraws?
  /// What the source declares of the sampling error of a cell.
  var sampling: SamplingError

  init(_ inquiry: Inquiry, _ uncertainty: UncertaintyOptions) {
    // Of a part of a split code only the bounds are known: no draw is likelier than another.
    draws = inquiry.panel.hasApportionedCells ? nil : uncertainty.draws(for: inquiry.study)
    sampling = inquiry.sampling
  }

  /// The level of intervals.
  var level: Double { draws?.level ?? RoundingDraws.usualLevel }

  /// Of a number for which no error of its own can be declared, such as an index of many cells: a full count or not known.
  var counted: SamplingError { sampling == .none ? .none : .unknown }

  /// The rule for verdicts that are read together.
  var family: VerdictFamily { VerdictFamily(rate: 1 - level, basis: .roundingInterval) }

  /// The interval's name: "95 % rounding interval".
  var intervalName: String { Words.intervalName(level) }

  /// On what a verdict rests, in words: hard bounds leave no other answer, an interval a usual one, and then what is not known
  /// of sampling is said too.
  func words(_ basis: VerdictBasis) -> String {
    switch basis {
    case .hardBounds: "whatever rounding hides"
    case .roundingInterval: "at the \(intervalName)\(sampling == .unknown ? " (sampling error unknown)" : "")"
    }
  }

  /// What a title adds to a verdict that rests on an interval where nothing is known of sampling; nothing for hard bounds.
  func remark(_ basis: VerdictBasis?) -> String {
    basis == .roundingInterval && sampling == .unknown ? " (sampling error unknown)" : ""
  }

  /// Returns what an uncertainty note says of rounding.
  ///
  /// - Parameters:
  ///   - rule: The rounding rule of the table in words.
  ///   - isEverywhere: Whether an interval is drawn for each number, or where the hard bounds leave the answer open.
  /// - Returns: The sentences.
  func note(rule: String, isEverywhere: Bool = true) -> String {
    let bounds =
      "Hard bounds from the rounding rule (\(rule)) and missing cells: no true numbers lie outside."
    guard let draws else { return bounds + " Verdicts rest on them alone." }
    return bounds
      + " The \(intervalName) holds what \(draws.count) draws of the rounded cells give in the middle; "
      + (isEverywhere
        ? "verdicts rest on it where no cell is withheld, and say so where the hard bounds alone would not decide."
        : "it is drawn where the hard bounds leave the answer open, and verdicts then rest on it.")
  }
}

extension ResultRow {
  /// Takes hard bounds.
  mutating func take(_ bounds: Bounds?) {
    lower = bounds?.lower
    upper = bounds?.upper
  }
}
