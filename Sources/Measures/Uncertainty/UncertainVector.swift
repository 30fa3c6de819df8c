public import Panels

/// One number a region (or an industry), each with bounds: the cells that a measure is computed from.
public struct UncertainVector: Sendable, Equatable {
  /// The published numbers; NaN where there is none.
  public let values: [Double]
  /// The least possible numbers; finite, not negative.
  public let lower: [Double]
  /// The greatest possible numbers; `.infinity` where nothing bounds a cell.
  public let upper: [Double]

  /// Makes a vector of numbers with bounds.
  ///
  /// - Parameters:
  ///   - values: The published numbers; NaN where there is none.
  ///   - lower: The least possible numbers.
  ///   - upper: The greatest possible numbers.
  /// - Throws: ``MeasureError/shapeMismatch(expected:found:)`` if the lengths differ;
  ///   ``MeasureError/unusable(_:_:)`` for a negative, infinite or missing lower bound, for an upper bound below
  ///   it, or for an infinite or negative number.
  public init(values: [Double], lower: [Double], upper: [Double]) throws(MeasureError) {
    for other in [lower.count, upper.count] where other != values.count {
      throw MeasureError.shapeMismatch(expected: values.count, found: other)
    }
    for position in values.indices {
      let (value, low, high) = (values[position], lower[position], upper[position])
      if value.isInfinite || value < 0 { throw MeasureError.unusable("cell \(position)", value) }
      guard low >= 0, low.isFinite else {
        throw MeasureError.unusable("lower bound of cell \(position)", low)
      }
      guard high >= low else { throw MeasureError.unusable("upper bound of cell \(position)", high) }
    }
    self.values = values
    self.lower = lower
    self.upper = upper
  }

  /// Makes the vector of the cells of a plane.
  ///
  /// - Parameter plane: The cells, none negative.
  /// - Throws: ``MeasureError/unusable(_:_:)`` for a negative or infinite number or lower bound.
  public init(_ plane: CellPlane) throws(MeasureError) {
    let values = plane.values
    let lower = plane.lower ?? values
    let upper = plane.upper ?? values
    try self.init(values: values, lower: lower, upper: upper)
  }

  /// Makes a vector of exact numbers.
  ///
  /// - Parameter values: The numbers; finite, not negative.
  /// - Throws: ``MeasureError/unusable(_:_:)`` for any other number.
  public init(exactly values: [Double]) throws(MeasureError) {
    try self.init(values: values, lower: values, upper: values)
  }

  /// Makes a vector of bounds alone; the middles stand for the published numbers.
  ///
  /// - Parameter bounds: The bounds of each cell.
  /// - Throws: ``MeasureError/unusable(_:_:)`` for a negative or infinite lower bound.
  public init(bounds: [Bounds]) throws(MeasureError) {
    try self.init(
      values: bounds.map { $0.upper.isFinite ? ($0.lower + $0.upper) / 2 : .nan },
      lower: bounds.map(\.lower),
      upper: bounds.map(\.upper)
    )
  }

  /// How many cells there are.
  public var count: Int { values.count }

  /// How many cells are not exact.
  public var uncertainCount: Int { zip(lower, upper).count { $0 < $1 } }

  /// Whether every cell has a published number.
  public var isComplete: Bool { !values.contains { $0.isNaN } }

  /// The bounds of a cell.
  public func bounds(at position: Int) -> Bounds { Bounds(lower[position], upper[position]) }

  /// Returns whether numbers lie within the bounds, with a guard for the last digits.
  ///
  /// - Parameters:
  ///   - numbers: One number a cell.
  ///   - relativeTolerance: What share of the bound a number may lie beyond it.
  /// - Returns: Whether every number is allowed.
  public func allows(_ numbers: [Double], relativeTolerance: Double = 1e-12) -> Bool {
    guard numbers.count == count else { return false }
    return numbers.indices.allSatisfy { position in
      numbers[position] >= lower[position] * (1 - relativeTolerance)
        && numbers[position] <= upper[position] * (1 + relativeTolerance)
    }
  }
}

/// What an industry's regional pattern is compared with, and how it depends on the industry's own cells.
public enum UncertainReference: Sendable, Equatable {
  /// Exact numbers, such as land area.
  case exact([Double])
  /// Numbers that were published apart from the industry, such as totals of all industries with their rounding.
  ///
  /// They are taken as independent of the industry's cells.
  case published(UncertainVector)
  /// All activity is the industry's own cells plus the rest of each region, and the rest lies within bounds.
  ///
  /// For totals that are sums of the same uncertain cells: what a cell adds to the industry it adds to all activity.
  case rest(UncertainVector)

  /// How many regions the reference has.
  public var count: Int {
    switch self {
    case .exact(let numbers): numbers.count
    case .published(let cells), .rest(let cells): cells.count
    }
  }
}
