public import Arithmetic
public import Panels

/// How the rounding interval is drawn.
///
/// The hard bounds of a measure of many rounded cells are reached only if all cells err in the worst direction at once.
/// The rounding interval says what is usual: each cell is uniform within its bounds, independent of the others, and the
/// interval holds the middle 95 % of the measure's values, or the middle part of another ``level``. Uniform is an assumption:
/// the agency says between what the true number lies, not how likely each number is. A suppressed cell that totals bound is
/// drawn like a rounded one.
///
/// Draws are counter-based: replicate i of a seed is the same whatever was drawn before and on whatever thread.
public struct RoundingDraws: Hashable, Sendable {
  /// The level where nothing else is asked for.
  public static let usualLevel = 0.95

  /// How many replicates are drawn.
  public var count: Int
  /// Which middle part of the draws the interval holds: 0.95 for 95 %.
  public var level: Double
  /// The seed of the run.
  public var seed: UInt64
  /// The number of the period, region or industry, so that cells of two units err independently.
  public var unit: UInt64

  /// Makes a way to draw.
  ///
  /// - Parameters:
  ///   - count: How many replicates; 999 puts the ends of 95 % at the 25th value from below and from above.
  ///   - level: Which middle part of the draws the interval holds; above 0, below 1.
  ///   - seed: The seed of the run.
  ///   - unit: The number of the period, region or industry.
  public init(
    count: Int = 999,
    level: Double = RoundingDraws.usualLevel,
    seed: UInt64 = 1,
    unit: UInt64 = 0
  ) {
    precondition(level > 0 && level < 1, "an interval of level \(level)")
    let least = RoundingDraws.leastCount(level: level)
    precondition(count >= least, "\(count) draws have no interval of \(level); at least \(least) are needed")
    self.count = count
    self.level = level
    self.seed = seed
    self.unit = unit
  }

  /// Returns how many draws an interval needs at least: n with p (n + 1) ≥ 1, p = (1 − level)/2; 39 for 0.95, 1999 for 0.999.
  ///
  /// - Parameter level: The level; above 0, below 1.
  /// - Returns: The least number of draws.
  public static func leastCount(level: Double) -> Int { Int((2 / (1 - level) - 1 - 1e-6).rounded(.up)) }

  /// The same way to draw for another period, region or industry.
  ///
  /// - Parameter unit: Its number.
  /// - Returns: Draws that are independent of these.
  public func of(unit: Int) -> RoundingDraws {
    var other = self
    other.unit = UInt64(unit)
    return other
  }

  /// The stream of a replicate.
  ///
  /// - Parameter replicate: Its number, below 2²⁴.
  /// - Returns: The stream.
  public func stream(_ replicate: Int) -> RandomStream {
    RandomStream(seed: seed, stream: unit << 24 | UInt64(replicate))
  }

  /// Returns the middle of draws at a level: from the p(n + 1)-th smallest of n, p = (1 − level)/2, to the same from above.
  ///
  /// - Parameters:
  ///   - draws: One value a replicate; values that are not numbers are left out.
  ///   - level: The level; above 0, below 1.
  /// - Returns: The interval, or nil if fewer than ``leastCount(level:)`` are numbers.
  public static func interval(of draws: [Double], level: Double = RoundingDraws.usualLevel) -> Bounds? {
    guard draws.count >= leastCount(level: level) else { return nil }
    let sorted = draws.filter { !$0.isNaN }.sorted()
    guard sorted.count >= leastCount(level: level) else { return nil }
    let rank = Int(((1 - level) / 2 * Double(sorted.count + 1) + 1e-9).rounded(.down)) - 1
    return Bounds(sorted[rank], sorted[sorted.count - 1 - rank])
  }
}

extension UncertainVector {
  /// Returns a measure's values over draws of the rounded cells, one a replicate.
  ///
  /// Two periods drawn with different ``RoundingDraws/unit`` are independent, so that the differences of their draws are
  /// draws of the change.
  ///
  /// - Parameters:
  ///   - measure: Which measure.
  ///   - reference: What the regions are compared with; its uncertain numbers are drawn too.
  ///   - draws: How to draw.
  /// - Returns: `draws.count` values, or nil if a cell has no upper bound.
  /// - Throws: ``MeasureError/shapeMismatch(expected:found:)`` and the like for a reference that does not fit.
  ///
  /// **Complexity.** O(cells) a replicate; the Gini and top shares sort.
  public func roundingDraws(
    of measure: ConcentrationMeasure,
    relativeTo reference: UncertainReference? = nil,
    draws: RoundingDraws = RoundingDraws()
  ) throws(MeasureError) -> [Double]? {
    let box = try referenceBox(reference)
    guard !upper.contains(.infinity) else { return nil }
    guard upper.contains(where: { $0 > 0 }) else { throw .noActivity("the industry") }
    let places = try places(of: measure)
    let drawn = DrawnConcentration(
      cells: DrawnCells(lower, upper),
      reference: DrawnCells(box.lower, box.upper),
      isCoupled: box.isCoupled
    )
    return drawn.values(of: measure, places: places, draws: draws)
  }

  /// Returns the rounding interval of a measure.
  ///
  /// - Parameters:
  ///   - measure: Which measure.
  ///   - reference: What the regions are compared with.
  ///   - draws: How to draw.
  /// - Returns: The interval, or nil if a cell has no upper bound.
  /// - Throws: ``MeasureError/shapeMismatch(expected:found:)`` and the like for a reference that does not fit.
  public func roundingInterval(
    of measure: ConcentrationMeasure,
    relativeTo reference: UncertainReference? = nil,
    draws: RoundingDraws = RoundingDraws()
  ) throws(MeasureError) -> Bounds? {
    try roundingDraws(of: measure, relativeTo: reference, draws: draws)
      .flatMap { RoundingDraws.interval(of: $0, level: draws.level) }
  }
}
