public import Panels

/// Numbers within their bounds, at which a measure reaches its bound.
public struct Witness: Hashable, Sendable {
  /// The activity by region (or by industry), in the order of the input.
  public var activity: [Double]
  /// The reference in the same order; empty for a measure without one.
  public var reference: [Double]

  /// Makes a witness.
  ///
  /// - Parameters:
  ///   - activity: The activity by region, in the order of the input.
  ///   - reference: The reference in the same order; empty for a measure without one.
  public init(activity: [Double], reference: [Double] = []) {
    self.activity = activity
    self.reference = reference
  }
}

/// A measure of uncertain cells: its value at the published numbers, and its least and greatest value.
///
/// A bound that is attained is the optimum, up to the last digits of the arithmetic, and has a witness. A bound
/// that is not attained is certified: no numbers within the bounds of the cells go beyond it, but it may be wider
/// than the optimum. A limit that is approached as a cell without an upper bound grows is not attained either.
public struct Bounded: Hashable, Sendable {
  /// The measure at the published numbers, or nil where one is missing.
  public var value: Double?
  /// The least and the greatest value; infinite where the cells allow any value.
  public var bounds: Bounds
  /// Numbers at which the lower bound is reached, if it is attained.
  public var lowerWitness: Witness?
  /// Numbers at which the upper bound is reached, if it is attained.
  public var upperWitness: Witness?

  /// Makes a bounded measure.
  ///
  /// - Parameters:
  ///   - value: The measure at the published numbers, or nil where one is missing.
  ///   - bounds: The least and the greatest value.
  ///   - lowerWitness: Numbers at which the lower bound is reached.
  ///   - upperWitness: Numbers at which the upper bound is reached.
  public init(
    value: Double?,
    bounds: Bounds,
    lowerWitness: Witness? = nil,
    upperWitness: Witness? = nil
  ) {
    self.value = value
    self.bounds = bounds
    self.lowerWitness = lowerWitness
    self.upperWitness = upperWitness
  }

  /// Whether both bounds are reached by numbers that the cells allow.
  public var isAttained: Bool { lowerWitness != nil && upperWitness != nil }

  /// Returns the bounds of the change from an earlier period to this one.
  ///
  /// The cells of two periods are independent of each other, so the bounds of the difference are the differences
  /// of opposite bounds, and they are attained where those are.
  ///
  /// - Parameter earlier: The same measure in the earlier period.
  /// - Returns: The value and the bounds of `self − earlier`.
  public func change(from earlier: Bounded) -> BoundedChange {
    BoundedChange(
      value: value.flatMap { now in earlier.value.map { now - $0 } },
      bounds: Bounds(bounds.lower - earlier.bounds.upper, bounds.upper - earlier.bounds.lower),
      isAttained: isAttained && earlier.isAttained
    )
  }
}

/// The change of a measure between two periods, with its least and greatest value.
public struct BoundedChange: Hashable, Sendable {
  /// The change of the values at the published numbers, or nil where one is missing.
  public var value: Double?
  /// The least and the greatest change.
  public var bounds: Bounds
  /// Whether both bounds are reached by numbers that the cells of the two periods allow.
  public var isAttained: Bool
}
