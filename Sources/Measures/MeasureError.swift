public import Panels

/// Why a measure cannot be computed.
public enum MeasureError: Error, Equatable, Sendable {
  /// Two inputs of different lengths.
  case shapeMismatch(expected: Int, found: Int)
  /// An industry, region or reference without any activity.
  case noActivity(String)
  /// A number that is negative, infinite or not a number, with its place.
  case unusable(String, Double)
  /// Activity where the reference has none, so that a ratio is undefined; with the place.
  case activityWithoutReference(String)
  /// An option outside what the measure is defined for.
  case outOfRange(String)
  /// A result that the numbers do not determine, such as with every cell suppressed.
  case notIdentifiable(String)
  /// A measure that is infinite where something has no activity; with the measure and the place.
  case infiniteAtZero(measure: String, place: String)
  /// A name that no measure has, with up to three near ones.
  case unknownMeasure(String, nearest: [String])
  /// What is wrong with the panel that the measure was asked of.
  case panel(PanelError)
}

extension MeasureError: CustomStringConvertible {
  /// What was given, where, and what to do about it.
  public var description: String {
    switch self {
    case .shapeMismatch(let expected, let found):
      "\(found) numbers were given where \(expected) are needed: one a region or industry, in the same order."
    case .noActivity(let what):
      "There is no activity in \(what), so that no share of it exists. Choose another or leave it out."
    case .unusable(let place, let number):
      "\(place) is \(MeasureDescription.text(number)); a measure needs finite numbers that are not negative. Run 'check' on the table."
    case .activityWithoutReference(let place):
      "\(place) has activity where the reference has none, so that their ratio is undefined. "
        + "Use a reference that covers it, or leave the place out."
    case .outOfRange(let text):
      text
    case .notIdentifiable(let text):
      "The numbers do not determine the result: \(text)."
    case .infiniteAtZero(let measure, let place):
      "\(measure) is infinite, because \(place) has none of the activity. Use a measure that takes zeros, such as theil."
    case .unknownMeasure(let name, let nearest):
      "There is no measure '\(name)'\(MeasureError.suggestion(nearest)) The verb 'measures' lists them."
    case .panel(let error):
      error.description
    }
  }

  private static func suggestion(_ nearest: [String]) -> String {
    guard !nearest.isEmpty else { return "." }
    return "; did you mean " + nearest.map { "'\($0)'" }.joined(separator: ", ") + "?"
  }
}
