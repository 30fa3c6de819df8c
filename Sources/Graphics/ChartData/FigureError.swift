/// What can be wrong with the data of a figure.
public enum FigureError: Error, Equatable, Sendable {
  /// A value that is infinite or not a number, or a bound that is not a number.
  case notANumber(figure: String, place: String)
  /// Rows or series of another length than the axis they belong to.
  case shapeMismatch(figure: String, place: String, expected: Int, found: Int)
  /// A share or a size below zero.
  case negativeShare(figure: String, place: String, value: Double)
  /// A lower bound above its upper bound.
  case boundsOutOfOrder(figure: String, place: String)
  /// Points that do not ascend along the horizontal axis.
  case notAscending(figure: String, place: String)
  /// A region that has two values or two outlines on one map.
  case duplicateRegion(figure: String, code: String)
}

extension FigureError: CustomStringConvertible {
  /// What was given, where, and what to do about it.
  public var description: String {
    switch self {
    case .notANumber(let figure, let place):
      "Figure '\(figure)', \(place): a value is infinite or not a number. "
        + "Give nil with a status where there is no number."
    case .shapeMismatch(let figure, let place, let expected, let found):
      "Figure '\(figure)', \(place): \(found) values where \(expected) are needed. Give nil where there is no number."
    case .negativeShare(let figure, let place, let value):
      "Figure '\(figure)', \(place): \(value) is below zero, and neither a share nor a size can be."
    case .boundsOutOfOrder(let figure, let place):
      "Figure '\(figure)', \(place): the lower bound is above the upper bound. Give the smaller one first."
    case .notAscending(let figure, let place):
      "Figure '\(figure)', \(place): points must ascend along the horizontal axis and differ. Sort them by period."
    case .duplicateRegion(let figure, let code):
      "Figure '\(figure)': region '\(code)' stands twice on one map. Give one value and one outline for each."
    }
  }
}
