import Arithmetic

/// Sums over regions for all industries of a period at once, four industries to a step.
///
/// The cells are walked row by row, as they lie in memory; the sums of the industries stay in the first cache. Loads and stores
/// of four numbers go through `RawSpan`, which checks their bounds. The order of addition is that of the regions.
enum ConcentrationKernel {
  /// Returns each industry's sum over regions; NaN or infinite where a cell is, and NaN where a cell is negative.
  static func totals(_ cells: Span<Double>, industries: Int) -> [Double] {
    let width = padded(industries)
    var sums = [SIMD4<Double>](repeating: .zero, count: width / 4)
    var least = sums
    let bytes = cells.bytes
    for row in 0..<(industries == 0 ? 0 : cells.count / industries) {
      let base = row * industries
      var sum = sums.mutableSpan
      var low = least.mutableSpan
      for group in 0..<industries / 4 {
        let y = bytes.unsafeLoadUnaligned(fromByteOffset: (base + 4 * group) * 8, as: SIMD4<Double>.self)
        sum[group] += y
        low[group] = pointwiseMin(low[group], y)
      }
      if industries % 4 != 0 {
        let y = tail(cells, base: base, industries: industries)
        sum[width / 4 - 1] += y
        low[width / 4 - 1] = pointwiseMin(low[width / 4 - 1], y)
      }
    }
    return (0..<industries).map { least[$0 / 4][$0 % 4] < 0 ? .nan : sums[$0 / 4][$0 % 4] }
  }

  /// Returns which industries have activity, or no number, in some rows.
  static func hasActivity(_ cells: Span<Double>, inRows rows: [Int], industries: Int) -> [Bool] {
    var found = [Bool](repeating: false, count: industries)
    for row in rows {
      for industry in 0..<industries where cells[row * industries + industry] != 0 { found[industry] = true }
    }
    return found
  }

  /// Returns the sums that Theil, HHI, Hoover and Krugman are made of.
  ///
  /// Industries whose total is 0 or not finite get numbers without meaning.
  static func sums(_ cells: Span<Double>, totals: [Double], reference: [Double]) -> DispersionSums {
    let industries = totals.count
    let groups = padded(industries) / 4
    let inverse = (0..<groups)
      .map { group in
        var lanes = SIMD4<Double>.zero
        for lane in 0..<4 where 4 * group + lane < industries { lanes[lane] = 1 / totals[4 * group + lane] }
        return lanes
      }
    var theil = [SIMD4<Double>](repeating: .zero, count: groups)
    var squares = theil
    var distances = theil
    let bytes = cells.bytes
    let whole = industries / 4
    for (row, x) in reference.enumerated() {
      let base = row * industries
      // A region without the reference has none of these industries, or they are special: its terms are 0.
      let inverseReference = x > 0 ? 1 / x : 0
      let inverse = inverse.span
      var theil = theil.mutableSpan
      var squares = squares.mutableSpan
      var distances = distances.mutableSpan
      for group in 0..<groups {
        let y =
          group < whole
          ? bytes.unsafeLoadUnaligned(fromByteOffset: (base + 4 * group) * 8, as: SIMD4<Double>.self)
          : tail(cells, base: base, industries: industries)
        let s = y * inverse[group]
        // 0 becomes the smallest normal number, whose logarithm is finite and is multiplied by 0.
        let quotient = pointwiseMax(s * inverseReference, SIMD4(repeating: Double.leastNormalMagnitude))
        theil[group] += s * naturalLogarithm(quotient)
        squares[group] += s * s
        let distance = s - x
        distances[group] += pointwiseMax(distance, -distance)
      }
    }
    return DispersionSums(
      theil: lanes(theil, industries),
      squares: lanes(squares, industries),
      distances: lanes(distances, industries)
    )
  }

  private static func lanes(_ groups: [SIMD4<Double>], _ count: Int) -> [Double] {
    (0..<count).map { groups[$0 / 4][$0 % 4] }
  }

  private static func padded(_ count: Int) -> Int { (count + 3) / 4 * 4 }

  /// The last cells of a row, filled up with zeros.
  private static func tail(_ cells: Span<Double>, base: Int, industries: Int) -> SIMD4<Double> {
    var lanes = SIMD4<Double>.zero
    let start = industries / 4 * 4
    for industry in start..<industries { lanes[industry - start] = cells[base + industry] }
    return lanes
  }
}
