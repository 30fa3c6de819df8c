/// Why an estimate cannot be made.
public enum InferenceError: Error, Equatable, Sendable {
  /// Two inputs of different lengths.
  case shapeMismatch(expected: Int, found: Int)
  /// Fewer points than the estimate needs.
  case tooFewPoints(found: Int, needed: Int)
  /// A variable that is the same at every point.
  case noVariation(String)
  /// A number that is infinite or not a number, with its place.
  case unusable(String, Double)
  /// An option outside what the estimate is defined for.
  case outOfRange(String)
  /// A point without which there is no line, so that its residual says nothing; with its position.
  case decidedByOnePoint(Int)
}

extension InferenceError: CustomStringConvertible {
  /// What was given, where, and what to do about it.
  public var description: String {
    switch self {
    case .shapeMismatch(let expected, let found):
      "\(found) numbers were given where \(expected) are needed: one a point, in the same order."
    case .tooFewPoints(let found, let needed):
      "There are \(found) points with both numbers; the estimate needs at least \(needed)."
    case .noVariation(let name):
      "\(name) is the same at every point, so that nothing can be told from it."
    case .unusable(let place, let number):
      "\(place) is \(number); only finite numbers can be used. Leave the point out, and say so."
    case .outOfRange(let text):
      text
    case .decidedByOnePoint(let position):
      "Point number \(position + 1) alone decides the slope, so that a robust interval does not exist. "
        + "Leave it out, or use the classical interval."
    }
  }
}
