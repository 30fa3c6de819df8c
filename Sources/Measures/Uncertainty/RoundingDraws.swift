public import Arithmetic
public import Panels

/// How the 95 % rounding interval is drawn.
///
/// The hard bounds of a measure of many rounded cells are reached only if all cells err in the worst direction at once.
/// The rounding interval says what is usual: each cell is uniform within its bounds, independent of the others, and the
/// interval holds the middle 95 % of the measure's values. Uniform is an assumption: the agency says between what the
/// true number lies, not how likely each number is. A suppressed cell that totals bound is drawn like a rounded one.
///
/// Draws are counter-based: replicate i of a seed is the same whatever was drawn before and on whatever thread.
public struct RoundingDraws: Hashable, Sendable {
  /// How many replicates are drawn.
  public var count: Int
  /// The seed of the run.
  public var seed: UInt64
  /// The number of the period, region or industry, so that cells of two units err independently.
  public var unit: UInt64

  /// Makes a way to draw.
  ///
  /// - Parameters:
  ///   - count: How many replicates; 999 puts the ends at the 25th value from below and from above.
  ///   - seed: The seed of the run.
  ///   - unit: The number of the period, region or industry.
  public init(count: Int = 999, seed: UInt64 = 1, unit: UInt64 = 0) {
    precondition(count >= 39, "\(count) draws have no 2.5 % quantile; at least 39 are needed")
    self.count = count
    self.seed = seed
    self.unit = unit
  }

  /// The stream of a replicate.
  ///
  /// - Parameter replicate: Its number, below 2²⁴.
  /// - Returns: The stream.
  public func stream(_ replicate: Int) -> RandomStream {
    RandomStream(seed: seed, stream: unit << 24 | UInt64(replicate))
  }

  /// Returns the middle 95 % of draws: from the p(n + 1)-th smallest of n, p = 0.025, to the same from above.
  ///
  /// - Parameter draws: One value a replicate; values that are not numbers are left out.
  /// - Returns: The interval, or nil if fewer than 39 are numbers.
  public static func interval(of draws: [Double]) -> Bounds? {
    let sorted = draws.filter { !$0.isNaN }.sorted()
    guard sorted.count >= 39 else { return nil }
    let rank = Int((0.025 * Double(sorted.count + 1)).rounded(.down)) - 1
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
    let cells = DrawnCells(lower, upper)
    let totals = DrawnCells(box.lower, box.upper)
    var (y, x) = (lower, box.lower)
    var order = Array(y.indices)
    var needsReference = true
    switch measure {
    case .hhi, .topShare: needsReference = false
    default: break
    }
    return (0..<draws.count)
      .map { replicate in
        var random = draws.stream(replicate)
        cells.fill(&y, &random)
        if needsReference { totals.fill(&x, &random) }
        if box.isCoupled { for cell in x.indices { x[cell] += y[cell] } }
        switch measure {
        case .theil: return MeasureKernel.generalizedEntropy(y, x, alpha: 1)
        case .generalizedEntropy(let alpha): return MeasureKernel.generalizedEntropy(y, x, alpha: alpha)
        case .hhi: return MeasureKernel.hhi(y)
        case .hoover: return MeasureKernel.hoover(y, x)
        case .krugman: return 2 * MeasureKernel.hoover(y, x)
        case .gini:
          MeasureKernel.sortByRatio(&order, y, x)
          return MeasureKernel.gini(y, x, order: order)
        case .topShare: return MeasureKernel.topShare(y, count: places)
        }
      }
  }

  /// Returns the 95 % rounding interval of a measure.
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
    try roundingDraws(of: measure, relativeTo: reference, draws: draws).flatMap(RoundingDraws.interval(of:))
  }
}

/// Cells of which the uncertain ones are drawn, two from each 64 random bits.
struct DrawnCells {
  private let positions: [Int]
  private let lower: [Double]
  private let width: [Double]
  private let start: [Double]

  init(_ lower: [Double], _ upper: [Double]) {
    positions = lower.indices.filter { lower[$0] < upper[$0] }
    self.lower = positions.map { lower[$0] }
    width = positions.map { upper[$0] - lower[$0] }
    start = lower
  }

  /// Sets the numbers to those of a draw.
  func fill(_ numbers: inout [Double], _ random: inout RandomStream) {
    for cell in numbers.indices { numbers[cell] = start[cell] }
    var bits: UInt64 = 0
    for place in positions.indices {
      if place & 1 == 0 { bits = random.next() } else { bits >>= 32 }
      let uniform = (Double(UInt32(truncatingIfNeeded: bits)) + 0.5) * 0x1p-32
      numbers[positions[place]] = lower[place] + width[place] * uniform
    }
  }
}
