/// What the evidence says of a number and a threshold.
public enum Verdict: Hashable, Sendable {
  /// The whole interval lies above the threshold, or reaches it from above.
  case clearlyAbove
  /// The interval lies above the threshold as far as it is known, but the sampling error is not declared.
  case aboveSamplingUnknown
  /// The interval holds the threshold.
  case cannotTell
  /// The interval lies below the threshold as far as it is known, but the sampling error is not declared.
  case belowSamplingUnknown
  /// The whole interval lies below the threshold.
  case clearlyBelow
  /// There is no number and no bounds, for the reason given.
  case cannotBeComputed(String)

  /// Returns the verdict in words, such as "clearly above 1".
  ///
  /// - Parameter threshold: The threshold as it is to be printed, such as "1" or "the national average".
  /// - Returns: The words.
  public func words(threshold: String) -> String {
    switch self {
    case .clearlyAbove: "clearly above \(threshold)"
    case .aboveSamplingUnknown: "above \(threshold); sampling error unknown"
    case .cannotTell: "cannot tell"
    case .belowSamplingUnknown: "below \(threshold); sampling error unknown"
    case .clearlyBelow: "clearly below \(threshold)"
    case .cannotBeComputed(let reason): "cannot be computed: \(reason)"
    }
  }

  /// Which side of the threshold the number lies on: 1 above, −1 below, 0 where that cannot be told.
  public var side: Int {
    switch self {
    case .clearlyAbove, .aboveSamplingUnknown: 1
    case .clearlyBelow, .belowSamplingUnknown: -1
    case .cannotTell, .cannotBeComputed: 0
    }
  }

  /// Whether the verdict rests on an interval from all declared uncertainty, and does not hold the threshold.
  public var isClear: Bool { self == .clearlyAbove || self == .clearlyBelow }
}
