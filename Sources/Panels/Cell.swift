/// A lower and an upper bound, either of which may be infinite.
public struct Bounds: Hashable, Sendable {
  /// The least value possible.
  public var lower: Double
  /// The greatest value possible; `.infinity` when nothing bounds it.
  public var upper: Double

  /// Makes a pair of bounds.
  ///
  /// - Parameters:
  ///   - lower: The least value possible; not NaN.
  ///   - upper: The greatest value possible; not NaN, not below `lower`.
  public init(_ lower: Double, _ upper: Double) {
    precondition(lower <= upper, "bounds \(lower) ... \(upper) are the wrong way round")
    self.lower = lower
    self.upper = upper
  }

  /// Bounds that leave one value only.
  public init(exactly value: Double) {
    self.init(value, value)
  }

  /// What nothing is known of, but that it is not negative.
  public static let nonNegative = Bounds(0, .infinity)

  /// Whether one value only is possible.
  public var isExact: Bool { lower == upper }

  /// The distance of the bounds.
  public var width: Double { upper - lower }

  /// Whether a value lies within the bounds, ends included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// Returns what both pairs of bounds allow, or nil if that is nothing.
  public func intersection(_ other: Bounds) -> Bounds? {
    let lower = max(lower, other.lower)
    let upper = min(upper, other.upper)
    return lower <= upper ? Bounds(lower, upper) : nil
  }

  /// Returns the bounds of a sum.
  public static func + (left: Bounds, right: Bounds) -> Bounds {
    Bounds(left.lower + right.lower, left.upper + right.upper)
  }
}

/// One published number with what is known about it.
public struct Cell: Hashable, Sendable {
  /// The number, or nil where the agency gave none.
  public var value: Double?
  /// Between what the true number lies; `value ... value` where it is exact.
  public var bounds: Bounds
  /// What the agency says about the number.
  public var status: CellStatus
  /// The text of the cell where it was more than the number.
  public var text: String?

  /// Makes a cell.
  ///
  /// - Parameters:
  ///   - value: The number, or nil where there is none.
  ///   - bounds: Between what the true number lies; exact, or not negative, if not given.
  ///   - status: What the agency says about it.
  ///   - text: The text of the cell where it was more than the number.
  public init(value: Double?, bounds: Bounds? = nil, status: CellStatus = .observed, text: String? = nil) {
    self.value = value
    self.bounds = bounds ?? value.map(Bounds.init(exactly:)) ?? .nonNegative
    self.status = status
    self.text = text
  }
}
