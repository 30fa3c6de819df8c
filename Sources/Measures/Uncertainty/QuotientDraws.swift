import Arithmetic
public import Panels

/// A sum of rounded cells, as the rounding interval of a quotient needs it.
///
/// Up to four uncertain cells are drawn one by one. Beyond that their sum is drawn as a normal number with the mean
/// and variance of the sum of uniform ones, cut at the bounds: the sum of five uniform numbers is normal for this purpose.
public struct RoundedSum: Hashable, Sendable {
  /// The hard bounds of the sum.
  public let bounds: Bounds
  private let exact: Double
  private let few: [Bounds]
  private let mean: Double
  private let deviation: Double

  /// Makes the sum of cells.
  ///
  /// - Parameter cells: The bounds of each cell.
  public init(_ cells: some Sequence<Bounds>) {
    var (exact, uncertain): (Double, [Bounds]) = (0, [])
    for cell in cells {
      if cell.isExact { exact += cell.lower } else { uncertain.append(cell) }
    }
    bounds = uncertain.reduce(Bounds(exactly: exact), +)
    self.exact = exact
    few = uncertain.count <= 4 ? uncertain : []
    mean = uncertain.reduce(exact) { $0 + ($1.lower + $1.upper) / 2 }
    deviation = few.isEmpty ? (uncertain.reduce(0) { $0 + $1.width * $1.width } / 12).squareRoot() : 0
  }

  /// Makes a single number, such as a published total.
  ///
  /// - Parameter cell: Its bounds.
  public init(_ cell: Bounds) { self.init(CollectionOfOne(cell)) }

  /// Makes a sum of several uncertain numbers of which only the bounds and the variance are known.
  init(bounds: Bounds, variance: Double) {
    self.bounds = bounds
    exact = 0
    few = []
    mean = (bounds.lower + bounds.upper) / 2
    deviation = variance.squareRoot()
  }

  /// Whether the sum is one uncertain cell and exact ones.
  var isUniform: Bool { few.count == 1 }

  func draw(_ random: inout RandomStream) -> Double {
    if few.isEmpty {
      guard deviation > 0 else { return mean }
      return min(max(mean + deviation * random.normal(), bounds.lower), bounds.upper)
    }
    return few.reduce(exact) { $0 + random.uniform($1.lower, $1.upper) }
  }
}

extension RoundingDraws {
  /// Returns the rounding interval of a location quotient whose four parts add.
  ///
  /// By drawing, since the quotient is skewed where the industry is small: the delta method would be symmetric.
  ///
  /// - Parameters:
  ///   - own: The industry in the region.
  ///   - restOfRegion: The other industries in the region.
  ///   - restOfIndustry: The industry in the other regions.
  ///   - restOfAll: The other industries in the other regions.
  /// - Returns: The interval, or nil if a part has no upper bound or the quotient is undefined.
  public func locationQuotientInterval(
    own: RoundedSum,
    restOfRegion: RoundedSum,
    restOfIndustry: RoundedSum,
    restOfAll: RoundedSum
  ) -> Bounds? {
    let parts = [own, restOfRegion, restOfIndustry, restOfAll]
    guard parts.allSatisfy({ $0.bounds.upper.isFinite }) else { return nil }
    return RoundingDraws.interval(
      of: (0..<count)
        .map { replicate in
          var random = stream(replicate)
          let y = own.draw(&random)
          let (a, b) = (restOfRegion.draw(&random), restOfIndustry.draw(&random))
          let all = y + a + b + restOfAll.draw(&random)
          return (y / (y + a)) / ((y + b) / all)
        },
      level: level
    )
  }

  /// Returns the rounding interval of a location quotient from a cell and three published totals.
  ///
  /// - Parameters:
  ///   - own: The industry in the region; a sum of cells for a definition.
  ///   - region: All activity in the region.
  ///   - industry: The industry in all regions.
  ///   - all: All activity in all regions.
  /// - Returns: The interval, or nil if a number has no upper bound or the quotient is undefined.
  public func locationQuotientInterval(
    own: RoundedSum,
    region: RoundedSum,
    industry: RoundedSum,
    all: RoundedSum
  ) -> Bounds? {
    guard [own, region, industry, all].allSatisfy({ $0.bounds.upper.isFinite }) else { return nil }
    return RoundingDraws.interval(
      of: (0..<count)
        .map { replicate in
          var random = stream(replicate)
          let y = own.draw(&random)
          // The true totals hold the cell, however they were rounded.
          let (r, i) = (max(y, region.draw(&random)), max(y, industry.draw(&random)))
          return (y / r) / (i / max(all.draw(&random), r + i - y))
        },
      level: level
    )
  }

  /// Returns the rounding interval of a location quotient from published totals of regions alone.
  ///
  /// - Parameters:
  ///   - own: The industry in the region.
  ///   - restOfIndustry: The industry in the other regions.
  ///   - region: All activity in the region.
  ///   - otherRegions: All activity in the other regions.
  /// - Returns: The interval, or nil if a number has no upper bound or the quotient is undefined.
  public func locationQuotientInterval(
    own: RoundedSum,
    restOfIndustry: RoundedSum,
    region: RoundedSum,
    otherRegions: RoundedSum
  ) -> Bounds? {
    guard [own, restOfIndustry, region, otherRegions].allSatisfy({ $0.bounds.upper.isFinite }) else {
      return nil
    }
    return RoundingDraws.interval(
      of: (0..<count)
        .map { replicate in
          var random = stream(replicate)
          let y = own.draw(&random)
          let b = restOfIndustry.draw(&random)
          let r = max(y, region.draw(&random))
          return (y / r) / ((y + b) / (r + otherRegions.draw(&random)))
        },
      level: level
    )
  }
}
