public import Panels

/// The volume of several industries together, chained from their own volumes.
///
/// Chained volumes do not add: the parts are linked year by year, each weighted by its value in the prices of the year
/// before.
///
///     Q_t = Q_{t−1} · Σᵢ v_{i,t−1} (q_{i,t} / q_{i,t−1}) / Σᵢ v_{i,t−1},   Q_0 = 1
///
/// | symbol | meaning | shape | unit |
/// | --- | --- | --- | --- |
/// | q | chained volume of an industry | industries × periods | money of the reference year |
/// | v | value of the industry in the prices of each year | industries × periods | money of the year |
/// | Q | volume of the industries together | periods | 1 in the first period |
///
/// **Zeros and missing values.** An industry without value and without volume in a year does not count in the next link.
/// A link is undefined, and the function throws, where an industry with a value has no positive volume, or no industry has
/// a value. **Complexity.** O(industries × periods). **Source.** United Nations et al. (2009), System of National Accounts
/// 2008, chapter 15: annually chained Laspeyres volume indices.
public enum ChainedVolume {
  /// Returns the volume of several industries in a region, 1 in the first period.
  ///
  /// - Parameters:
  ///   - volumes: For each industry a volume a period.
  ///   - values: For each industry a value in current prices a period; in the same order.
  /// - Returns: One number a period.
  /// - Throws: ``MeasureError/shapeMismatch(expected:found:)``, ``MeasureError/notIdentifiable(_:)`` for a link that is
  ///   undefined.
  public static func index(volumes: [[Double]], values: [[Double]]) throws(MeasureError) -> [Double] {
    guard volumes.count == values.count else {
      throw MeasureError.shapeMismatch(expected: volumes.count, found: values.count)
    }
    guard let periods = volumes.first?.count, periods > 0 else {
      throw MeasureError.noActivity("the volumes")
    }
    for series in volumes + values where series.count != periods {
      throw MeasureError.shapeMismatch(expected: periods, found: series.count)
    }
    var index = [1.0]
    for period in 1..<max(1, periods) {
      var weighted = 0.0
      var weights = 0.0
      for industry in volumes.indices {
        let weight = values[industry][period - 1]
        let before = volumes[industry][period - 1]
        let now = volumes[industry][period]
        guard weight.isFinite, before.isFinite, now.isFinite else {
          throw MeasureError.notIdentifiable("a volume or value of period \(period) is missing")
        }
        if weight == 0, before == 0 { continue }
        guard before > 0, weight >= 0, now >= 0 else {
          throw MeasureError.notIdentifiable("a volume or value of period \(period) is zero or negative")
        }
        weighted += weight * now / before
        weights += weight
      }
      guard weights > 0 else {
        throw MeasureError.notIdentifiable("no industry has a value in period \(period)")
      }
      index.append((index.last ?? 1) * weighted / weights)
    }
    return index
  }
}
