/// Chained volumes: growth at the prices of the year before, linked, in money of the reference year.
///
///     V_t = V_{t−1} · Σᵢ (cᵢₜ · p_{i,t−1} / pᵢₜ) / Σᵢ c_{i,t−1},   V_ref = Σᵢ c_{i,ref}
///
/// cᵢₜ is value added of part i at current prices and pᵢₜ its price. The volumes of parts add to that of the whole in
/// the reference year and in the year after it, and in no other year in general. Where the whole was nothing in a
/// year the chain is broken: the pieces away from the reference year start from their value at reference-year prices.
package enum ChainedVolumes {
  /// Returns the volumes of a whole by year.
  ///
  /// - Parameters:
  ///   - current: Value added of the parts at current prices, years × parts.
  ///   - prices: Prices of the parts, years × parts, 1 in the reference year.
  ///   - parts: How many parts there are.
  ///   - reference: The position of the reference year.
  /// - Returns: The volumes, in the unit of `current`.
  package static func volumes(current: [Double], prices: [Double], parts: Int, reference: Int) -> [Double] {
    let years = current.count / max(1, parts)
    var totals = [Double](repeating: 0, count: years)
    var atPrevious = totals
    var atReference = totals
    for year in 0..<years {
      for part in 0..<parts {
        let entry = year * parts + part
        totals[year] += current[entry]
        atReference[year] += current[entry] / prices[entry]
        if year > 0 { atPrevious[year] += current[entry] * prices[entry - parts] / prices[entry] }
      }
    }
    var volumes = [Double](repeating: 0, count: years)
    var start = 0
    while start < years {
      guard totals[start] > 0 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < years, totals[end] > 0 { end += 1 }
      let anchor = (start..<end).contains(reference) ? reference : start
      volumes[anchor] = anchor == reference ? totals[anchor] : atReference[anchor]
      for year in (anchor + 1)..<max(end, anchor + 1) {
        volumes[year] = volumes[year - 1] * atPrevious[year] / totals[year - 1]
      }
      for year in stride(from: anchor - 1, through: start, by: -1) {
        volumes[year] = volumes[year + 1] * totals[year] / atPrevious[year + 1]
      }
      start = end
    }
    return volumes
  }
}
