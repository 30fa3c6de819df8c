import Panels

/// Verdicts on many estimates at once, adjusted for false discovery.
///
/// Of a hundred regions that are as specialized as the country, about five lie clearly off 1 by sampling error alone.
/// The step-up rule of Benjamini and Hochberg keeps the expected share of such verdicts among the clear ones at
/// `rate`. It applies to estimates with a declared sampling error. Hard bounds are no matter of chance and need none; and
/// where the sampling error is unknown there is nothing to adjust.
///
/// **Source.** Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57(1), 289–300, doi:10.1111/j.2517-6161.1995.tb02031.x.
public struct VerdictFamily: Hashable, Sendable {
  /// What share of the clear verdicts may be false, in expectation.
  public var rate: Double
  /// On which interval of rounding and suppression the verdicts rest.
  public var basis: VerdictBasis

  /// Makes a rule for families of verdicts.
  ///
  /// - Parameters:
  ///   - rate: What share of the clear verdicts may be false; above 0, below 1.
  ///   - basis: On which interval of rounding and suppression the verdicts rest.
  public init(rate: Double = 0.05, basis: VerdictBasis = .hardBounds) {
    precondition(rate > 0 && rate < 1, "a rate of false discovery of \(rate)")
    self.rate = rate
    self.basis = basis
  }

  /// Returns the verdicts of a family.
  ///
  /// - Parameters:
  ///   - estimates: The estimates that are read together.
  ///   - threshold: Their threshold.
  /// - Returns: A verdict each, in their order.
  public func verdicts(of estimates: [Estimate], threshold: Double) -> [Verdict] {
    let probabilities = estimates.map { $0.probability(threshold: threshold, basis: basis) }
    let rejected = VerdictFamily.rejected(probabilities, rate: rate)
    return estimates.indices.map { position in
      guard probabilities[position] != nil, !rejected[position] else {
        return unadjusted(estimates[position], threshold, isRejected: rejected[position])
      }
      return .cannotTell
    }
  }

  /// Returns which hypotheses the step-up rule rejects.
  ///
  /// - Parameters:
  ///   - probabilities: Their p-values; nil for what is not in the family.
  ///   - rate: The rate of false discovery.
  /// - Returns: Whether each is rejected; false for nil.
  public static func rejected(_ probabilities: [Double?], rate: Double) -> [Bool] {
    let known = probabilities.compactMap { $0 }.sorted()
    var limit = -Double.infinity
    for (rank, probability) in known.enumerated() {
      let line = rate * Double(rank + 1) / Double(known.count)
      if probability <= line * (1 + 1e-12) { limit = probability }
    }
    return probabilities.map { ($0 ?? .infinity) <= limit }
  }

  private func unadjusted(_ estimate: Estimate, _ threshold: Double, isRejected: Bool) -> Verdict {
    let verdict = estimate.verdict(threshold: threshold, basis: basis)
    guard isRejected, verdict == .cannotTell, let inner = estimate.innerInterval(basis) else {
      return verdict
    }
    // Rejected at the very edge of the interval: the last digits of quantile and probability differ.
    return inner.lower > threshold ? .clearlyAbove : .clearlyBelow
  }
}
