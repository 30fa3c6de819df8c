import Arithmetic

extension RegionalShares {
  /// Returns Theil's index of the industry relative to the reference.
  ///
  /// Measures how far the industry lies from the reference, in nats; weighs regions where it is strong, and falls
  /// into parts between and within groups exactly (``TheilDecomposition``).
  ///
  ///     T = Σᵣ sᵣ ln(sᵣ / xᵣ),   0 ln 0 = 0
  ///
  /// With equal reference shares it is Theil's T of inequality, 0 … ln n.
  ///
  /// - Returns: T, in nats: 0 where the industry lies as the reference does, −ln of the reference share of one
  ///   region where that region has all of it. A rounding error below 0 is set to 0.
  /// - Throws: ``MeasureError/activityWithoutReference(_:)`` if a region has the industry and none of the reference.
  ///
  /// **Zeros and missing values.** A region without the industry adds 0 and stays in the comparison.
  /// **Complexity.** O(regions).
  /// **Source.** Theil (1967), Economics and Information Theory, North-Holland; relative to all activity as in the
  /// literature on the geography of industry. The peers' `theil` of R REAT is another index: the mean log deviation,
  /// ``generalizedEntropy(alpha:)`` of order 0.
  /// **Checked against.** Python `inequality` 1.1.2 `Theil`, `concentrationMetrics` 0.6.0 `theil` (equal shares).
  public func theil() throws(MeasureError) -> Double {
    try requireReference()
    return max(0, theilTerms().compensatedSum)
  }

  /// Each region's term sᵣ ln(sᵣ/xᵣ) of Theil's index, negative where the region has less than its share.
  package func theilTerms() -> [Double] {
    industry.indices.map { region in
      industry[region] == 0 ? 0 : industry[region] * naturalLogarithm(industry[region] / reference[region])
    }
  }

  /// Returns the generalized entropy of an order relative to the reference.
  ///
  ///     GE(α) = [Σᵣ xᵣ (sᵣ/xᵣ)^α − 1] / (α(α − 1)),   GE(1) = Theil,   GE(0) = Σᵣ xᵣ ln(xᵣ/sᵣ)
  ///
  /// A high order weighs regions with a high location quotient, a low one those with a low quotient. GE(0) is the mean
  /// log deviation, also called Theil's L; 2 GE(2) is the square of the coefficient of variation of quotients.
  ///
  /// - Parameter alpha: The order α; any finite number.
  /// - Returns: GE(α) ≥ 0; the sums are arranged so that it is continuous in α through 0 and 1.
  /// - Throws: ``MeasureError/activityWithoutReference(_:)`` if α ≥ 1 and a region has the industry and none of the
  ///   reference; ``MeasureError/infiniteAtZero(measure:place:)`` if α ≤ 0 and a region of the reference has none of
  ///   the industry; ``MeasureError/outOfRange(_:)`` if α is not finite.
  ///
  /// **Complexity.** O(regions).
  /// **Source.** Shorrocks (1980), Econometrica 48(3), 613–625, doi:10.2307/1913126.
  /// **Checked against.** R REAT 3.0.3 `theil` (α = 0), `concentrationMetrics` 0.6.0 `gei` (α = 0, 2).
  public func generalizedEntropy(alpha: Double) throws(MeasureError) -> Double {
    guard alpha.isFinite else {
      throw MeasureError.outOfRange(
        "The order of generalized entropy is \(alpha); it must be a finite number."
      )
    }
    if alpha == 1 { return try theil() }
    if alpha > 1 { try requireReference() }
    if alpha <= 0, let empty = industry.indices.first(where: { industry[$0] == 0 && reference[$0] > 0 }) {
      throw MeasureError.infiniteAtZero(
        measure: "Generalized entropy of order \(alpha)",
        place: "region number \(empty + 1)"
      )
    }
    let terms = industry.indices.map { entropyTerm(region: $0, alpha: alpha) }
    return max(0, alpha == 0 ? terms.compensatedSum : terms.compensatedSum / (alpha * (alpha - 1)))
  }

  /// A region's term of generalized entropy, before the division by α(α − 1); α is not 1.
  ///
  /// Below one half it is x(q^α − 1), above s(q^(α−1) − 1): both sums are the same, and each is exact near its end.
  private func entropyTerm(region: Int, alpha: Double) -> Double {
    let s = industry[region]
    let x = reference[region]
    if alpha == 0 { return x == 0 ? 0 : x * naturalLogarithm(x / s) }
    if alpha < 0.5 {
      if x == 0 { return 0 }
      return s == 0 ? -x : x * exponentialMinusOne(alpha * naturalLogarithm(s / x))
    }
    if s == 0 { return 0 }
    return x == 0 ? -s : s * exponentialMinusOne((alpha - 1) * naturalLogarithm(s / x))
  }

  /// Returns Atkinson's index of the inequality of location quotients.
  ///
  ///     A(ε) = 1 − [Σᵣ xᵣ (sᵣ/xᵣ)^(1−ε)]^(1/(1−ε)),   A(1) = 1 − exp(Σᵣ xᵣ ln(sᵣ/xᵣ))
  ///
  /// - Parameter epsilon: The aversion to inequality ε > 0; the higher, the more the low quotients count.
  /// - Returns: A, 0 … 1. It is 1 where ε ≥ 1 and some region of the reference has none of the industry.
  /// - Throws: ``MeasureError/outOfRange(_:)`` if ε is not positive and finite.
  ///
  /// **Complexity.** O(regions). **Source.** Atkinson (1970), J. Econ. Theory 2(3), 244–263,
  /// doi:10.1016/0022-0531(70)90039-6.
  /// **Checked against.** Python `inequality` 1.1.2 (ε = 0.5, 1, 2), `concentrationMetrics` 0.6.0 (0.5, 1), R REAT 3.0.3 (0.5).
  public func atkinson(epsilon: Double) throws(MeasureError) -> Double {
    guard epsilon > 0, epsilon.isFinite else {
      throw MeasureError.outOfRange("The aversion of Atkinson's index is \(epsilon); it must be above 0.")
    }
    if epsilon >= 1, industry.indices.contains(where: { industry[$0] == 0 && reference[$0] > 0 }) { return 1 }
    if epsilon == 1 {
      let mean = industry.indices.map {
        reference[$0] == 0 ? 0 : reference[$0] * naturalLogarithm(industry[$0] / reference[$0])
      }
      return max(0, -exponentialMinusOne(mean.compensatedSum))
    }
    // ln of the mean of q^(1−ε), from the mean of q^(1−ε) − 1, so that small indices keep their digits.
    let excess = industry.indices.map { entropyTermOfPower(region: $0, power: 1 - epsilon) }.compensatedSum
    return max(0, -exponentialMinusOne(naturalLogarithm(onePlus: excess) / (1 - epsilon)))
  }

  private func entropyTermOfPower(region: Int, power: Double) -> Double {
    let s = industry[region]
    let x = reference[region]
    if x == 0 { return 0 }
    return s == 0 ? -x : x * exponentialMinusOne(power * naturalLogarithm(s / x))
  }
}
