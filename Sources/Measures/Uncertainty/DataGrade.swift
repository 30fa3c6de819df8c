import Panels

/// How good the data behind an estimate are, in one letter and in words.
///
/// The grade is the worst of what five criteria give. The limits are this project's convention, printed with the grade.
///
/// | criterion | A | B | C |
/// | --- | --- | --- | --- |
/// | what was counted (jobs, plants), if known | 100 | 30 | 10 at least |
/// | half the width of the bounds over the value | 5 % | 15 % | 50 % at most |
/// | suppressed share of cells | 0 | 5 % | 25 % at most |
/// | cells that are estimated, unreliable or missing | 0 | 25 % | 50 % at most |
/// | coefficient of variation, if declared | 5 % | 15 % | 33 % at most |
public enum DataGrade: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Reliable.
  case a
  /// Usable with its interval.
  case b
  /// Weak: read the interval, not the number.
  case c
  /// Too weak to be used.
  case d

  /// The letter.
  public var letter: String { ["A", "B", "C", "D"][rawValue] }

  /// The grade in words.
  public var words: String {
    switch self {
    case .a: "reliable"
    case .b: "usable with its interval"
    case .c: "weak: read the interval, not the number"
    case .d: "too weak to be used"
    }
  }

  /// Whether a grade is better than another.
  public static func < (left: DataGrade, right: DataGrade) -> Bool { left.rawValue < right.rawValue }

  /// The grade of a number that should be at least some limits.
  static func atLeast(_ number: Double, _ a: Double, _ b: Double, _ c: Double) -> DataGrade {
    number >= a ? .a : number >= b ? .b : number >= c ? .c : .d
  }

  /// The grade of a number that should be at most some limits.
  static func atMost(_ number: Double, _ a: Double, _ b: Double, _ c: Double) -> DataGrade {
    number <= a ? .a : number <= b ? .b : number <= c ? .c : .d
  }
}

extension Estimate {
  /// Returns the grade of the data behind the estimate.
  ///
  /// - Parameter counted: How many jobs, plants or respondents the number rests on, if that is known.
  /// - Returns: The worst grade of the criteria in ``DataGrade``; D without a number.
  public func grade(counted: Double? = nil) -> DataGrade {
    guard let value, let bounds else { return .d }
    var grades = [DataGrade.atMost(suppressedShare, 0, 0.05, 0.25)]
    let width = bounds.width / 2
    grades.append(DataGrade.atMost(width == 0 ? 0 : width / value.magnitude, 0.05, 0.15, 0.5))
    let weak =
      statuses
      .filter { [.unreliable, .notAvailable, .estimated].contains($0.status) }
      .reduce(0) { $0 + $1.count }
    grades.append(DataGrade.atMost(cellCount == 0 ? 0 : Double(weak) / Double(cellCount), 0, 0.25, 0.5))
    if let counted { grades.append(DataGrade.atLeast(counted, 100, 30, 10)) }
    if let error = sampling.standardError(of: value), error > 0 {
      grades.append(DataGrade.atMost(error / value.magnitude, 0.05, 0.15, 0.33))
    }
    return grades.max() ?? .d
  }
}
