public import Panels

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
