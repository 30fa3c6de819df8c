import Panels

/// A running sum of cells with bounds, from which cells can be taken out again.
struct SumMoments {
  private var value = 0.0
  private var missing = 0
  private var lower = 0.0
  private var upper = 0.0
  private var unbounded = 0
  private var variance = 0.0
  private var uncertain = 0

  init() {}

  init(_ cell: Cell) { add(cell) }

  mutating func add(_ cell: Cell) { add(cell.value ?? .nan, cell.bounds.lower, cell.bounds.upper) }

  /// Adds a number, NaN where there is none, with its bounds.
  mutating func add(_ number: Double, _ low: Double, _ high: Double) {
    if number.isNaN { missing += 1 } else { value += number }
    lower += low
    if high.isFinite {
      upper += high
      variance += (high - low) * (high - low) / 12
    } else {
      unbounded += 1
    }
    if low < high { uncertain += 1 }
  }

  static func + (left: SumMoments, right: SumMoments) -> SumMoments { left.combined(right, 1) }

  static func - (left: SumMoments, right: SumMoments) -> SumMoments { left.combined(right, -1) }

  private func combined(_ other: SumMoments, _ sign: Double) -> SumMoments {
    var result = self
    let step = sign > 0 ? 1 : -1
    result.value += sign * other.value
    result.missing += step * other.missing
    result.lower += sign * other.lower
    result.upper += sign * other.upper
    result.unbounded += step * other.unbounded
    result.variance += sign * other.variance
    result.uncertain += step * other.uncertain
    return result
  }

  /// The published sum, or nil if a number is missing.
  var number: Double? { missing == 0 ? value : nil }

  /// Whether every cell has an upper bound.
  var isBounded: Bool { unbounded == 0 }

  /// Whether every cell is exact.
  var isExact: Bool { uncertain == 0 }

  /// The least possible sum; below 0 where a cell may be.
  var least: Double { lower }

  /// The bounds of the sum; what a subtraction leaves below 0 in the last digits is 0.
  var bounds: Bounds {
    let low = max(0, lower)
    return Bounds(low, unbounded > 0 ? .infinity : max(low, upper))
  }

  /// The sum for drawing.
  var roundedSum: RoundedSum {
    uncertain <= 1 ? RoundedSum(bounds) : RoundedSum(bounds: bounds, variance: max(0, variance))
  }
}
