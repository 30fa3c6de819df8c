import Arithmetic

/// A coefficient of correlation with its interval.
public struct Correlation: Sendable, Equatable {
  /// Which coefficient.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Of the numbers: how near the points lie to a straight line.
    case pearson
    /// Of the ranks: how far one number rises where the other does. Equal numbers share their mean rank.
    case spearman
  }

  /// Which coefficient it is.
  public let kind: Kind
  /// The coefficient, −1 … 1.
  public let value: Double
  /// How many points there are.
  public let count: Int

  /// Computes a coefficient.
  ///
  ///     r = Σ (xᵢ − x̄)(yᵢ − ȳ) / √[Σ (xᵢ − x̄)² Σ (yᵢ − ȳ)²]
  ///
  /// - Parameters:
  ///   - kind: Which coefficient.
  ///   - x: The one number of each point; finite, not all alike.
  ///   - y: The other number of each point; finite, not all alike.
  /// - Throws: ``InferenceError`` for fewer than 3 points, a number that is the same everywhere or is not finite.
  ///
  /// **Complexity.** O(n), for ranks O(n log n). **Source.** Pearson (1896); Spearman (1904), Am. J. Psychol. 15(1), 72–101,
  /// doi:10.2307/1412159. **Checked against.** SciPy `stats.pearsonr`, `stats.spearmanr`.
  public init(_ kind: Kind, of x: [Double], _ y: [Double]) throws(InferenceError) {
    try Points.check(x, y)
    self.kind = kind
    count = x.count
    switch kind {
    case .pearson: value = Correlation.coefficient(x, y)
    case .spearman: value = Correlation.coefficient(Correlation.ranks(x), Correlation.ranks(y))
    }
  }

  /// The p-value of the two-sided test against 0 by Student's t with n − 2 degrees of freedom; exact for normal numbers, near
  /// enough for ranks of ten points or more.
  public var pValue: Double {
    let rest = (1 - value) * (1 + value)
    guard rest > 0 else { return 0 }
    let degrees = Double(count - 2)
    return StudentDistribution(degreesOfFreedom: degrees).twoSided(value * (degrees / rest).squareRoot())
  }

  /// Returns the interval by Fisher's transformation, tanh(artanh r ± z/√(n − 3)); nil for fewer than 4 points.
  ///
  /// For ranks the variance is 1.06/(n − 3).
  ///
  /// - Parameter level: The probability that the interval covers, above 0 and below 1.
  /// - Returns: The lower and upper end.
  /// - Throws: ``InferenceError/outOfRange(_:)`` for another level.
  ///
  /// **Source.** Fisher (1921), Metron 1, 3–32; for ranks Fieller, Hartley & Pearson (1957), Biometrika 44, 470–481,
  /// doi:10.1093/biomet/44.3-4.470.
  public func interval(level: Double = 0.95) throws(InferenceError) -> ClosedRange<Double>? {
    guard level > 0, level < 1 else {
      throw InferenceError.outOfRange(
        "An interval of level \(level) was asked for; give a number between 0 and 1."
      )
    }
    guard count >= 4 else { return nil }
    guard value.magnitude < 1 else { return value...value }
    let variance = (kind == .spearman ? 1.06 : 1) / Double(count - 3)
    let half = NormalDistribution.quantile((1 + level) / 2) * variance.squareRoot()
    let center = 0.5 * (naturalLogarithm(onePlus: value) - naturalLogarithm(onePlus: -value))
    return Correlation.hyperbolicTangent(center - half)...Correlation.hyperbolicTangent(center + half)
  }

  /// Returns the rank of each number from 1 up, equal numbers with the mean of their ranks.
  public static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }

  private static func coefficient(_ x: [Double], _ y: [Double]) -> Double {
    let xMean = x.compensatedSum / Double(x.count)
    let yMean = y.compensatedSum / Double(y.count)
    let both = zip(x, y).lazy.map { ($0 - xMean) * ($1 - yMean) }.compensatedSum
    let xSpread = x.lazy.map { ($0 - xMean) * ($0 - xMean) }.compensatedSum
    let ySpread = y.lazy.map { ($0 - yMean) * ($0 - yMean) }.compensatedSum
    return max(-1, min(1, both / (xSpread * ySpread).squareRoot()))
  }

  private static func hyperbolicTangent(_ x: Double) -> Double {
    let growth = exponentialMinusOne(2 * x)
    return growth / (growth + 2)
  }
}
