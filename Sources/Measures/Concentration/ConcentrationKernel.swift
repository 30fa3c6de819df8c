import Arithmetic

/// Sums over regions for all industries of a period at once, four industries to a step.
///
/// The cells are walked row by row, as they lie in memory; the sums of the industries stay in the first cache. Loads and stores
/// of four numbers go through spans without a check each, as `amounts` says.
/// The order of addition is that of the regions.
enum ConcentrationKernel {
  /// Returns each industry's sum over regions; NaN or infinite where a cell is, and NaN where a cell has a minus sign.
  static func totals(_ cells: Span<Double>, industries: Int) -> [Double] {
    let groups = (industries + 3) / 4
    var sums = [SIMD4<Double>](repeating: .zero, count: groups)
    // The sign bits of all cells seen: cheaper than a minimum. −0 has one too, and is then looked at by the plain method.
    var signs = [SIMD4<UInt64>](repeating: .zero, count: groups)
    for row in 0..<(industries == 0 ? 0 : cells.count / industries) {
      var sums = sums.mutableSpan
      var signs = signs.mutableSpan
      let cells = cells.extracting(row * industries..<(row + 1) * industries)
      for group in 0..<groups {
        let y = amounts(cells, group)
        sums[unchecked: group] += y
        signs[unchecked: group] |= unsafeBitCast(y, to: SIMD4<UInt64>.self)
      }
    }
    return (0..<industries).map { signs[$0 / 4][$0 % 4] >> 63 == 1 ? .nan : sums[$0 / 4][$0 % 4] }
  }

  /// Returns which industries have activity, or no number, in some rows.
  static func hasActivity(_ cells: Span<Double>, inRows rows: [Int], industries: Int) -> [Bool] {
    var found = [Bool](repeating: false, count: industries)
    for row in rows {
      for industry in 0..<industries where cells[row * industries + industry] != 0 { found[industry] = true }
    }
    return found
  }

  /// Returns the sums that Theil and HHI are made of: Σ s ln(s/x) and Σ s².
  ///
  /// Industries whose total is 0 or not finite get numbers without meaning.
  static func entropies(_ cells: Span<Double>, totals: [Double], reference: [Double]) -> EntropySums {
    let industries = totals.count
    let inverse = inverses(totals)
    var theil = [SIMD4<Double>](repeating: .zero, count: inverse.count)
    var squares = theil
    for (row, x) in reference.enumerated() {
      // A region without the reference has none of these industries, or they are special: its terms are 0.
      let inverseReference = x > 0 ? 1 / x : 0
      let inverse = inverse.span
      var theil = theil.mutableSpan
      var squares = squares.mutableSpan
      let cells = cells.extracting(row * industries..<(row + 1) * industries)
      for group in 0..<inverse.count {
        let y = amounts(cells, group)
        let s = y * inverse[unchecked: group]
        // The logarithm of 0 is a finite number here, so that 0 times it is 0.
        theil[unchecked: group] += s * naturalLogarithm(s * inverseReference)
        squares[unchecked: group] += s * s
      }
    }
    return EntropySums(theil: lanes(theil, industries), squares: lanes(squares, industries))
  }

  /// Returns the sums that Hoover and Krugman are made of: Σ |s − x|.
  static func distances(_ cells: Span<Double>, totals: [Double], reference: [Double]) -> [Double] {
    let industries = totals.count
    let inverse = inverses(totals)
    var distances = [SIMD4<Double>](repeating: .zero, count: inverse.count)
    for (row, x) in reference.enumerated() {
      let inverse = inverse.span
      var distances = distances.mutableSpan
      let cells = cells.extracting(row * industries..<(row + 1) * industries)
      for group in 0..<inverse.count {
        let y = amounts(cells, group)
        let distance =
          unsafeBitCast(y * inverse[unchecked: group] - x, to: SIMD4<UInt64>.self) & 0x7FFF_FFFF_FFFF_FFFF
        distances[unchecked: group] += unsafeBitCast(distance, to: SIMD4<Double>.self)
      }
    }
    return lanes(distances, industries)
  }

  private static func inverses(_ totals: [Double]) -> [SIMD4<Double>] {
    (0..<(totals.count + 3) / 4)
      .map { group in
        var lanes = SIMD4<Double>.zero
        for lane in 0..<4 where 4 * group + lane < totals.count { lanes[lane] = 1 / totals[4 * group + lane] }
        return lanes
      }
  }

  private static func lanes(_ groups: [SIMD4<Double>], _ count: Int) -> [Double] {
    (0..<count).map { groups[$0 / 4][$0 % 4] }
  }

  /// Returns a group of four cells of a row, the last filled up with zeros.
  ///
  /// A row of n cells has ⌈n/4⌉ groups, and so have the lists of sums: all are made of the number of industries, which is
  /// the length of every row. So the loops index without a check.
  @inline(__always)
  private static func amounts(_ row: Span<Double>, _ group: Int) -> SIMD4<Double> {
    if group &* 4 &+ 4 <= row.count {
      return row.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: group &* 32, as: SIMD4<Double>.self)
    }
    return lastAmounts(row)
  }

  @inline(never)
  private static func lastAmounts(_ row: Span<Double>) -> SIMD4<Double> {
    var last = SIMD4<Double>.zero
    let start = row.count / 4 * 4
    for place in start..<row.count { last[place - start] = row[place] }
    return last
  }
}
