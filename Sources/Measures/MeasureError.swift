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
}
