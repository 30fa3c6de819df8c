public import Panels

/// On which interval of rounding and suppression a verdict rests.
public enum VerdictBasis: Hashable, Sendable {
  /// The hard bounds: no numbers that the cells allow can reverse a clear verdict.
  case hardBounds
  /// The rounding interval where there is one: clear in 95 % of ways the cells may have been rounded, or in the share of
  /// them that ``Estimate/level`` says.
  ///
  /// Where a cell is withheld, so that the number has no value, it is the hard bounds still: of a rounded cell it is known
  /// between what it lies and nothing makes one number likelier, of a withheld one the agency chose which to hide.
  case roundingInterval
}

extension Estimate {
  /// Returns the interval that a verdict rests on: rounding and suppression, widened by sampling and by revision.
  ///
  /// A declared sampling error widens each end by 1.96 standard errors at a ``level`` of 95 % (a coefficient of variation by
  /// that share of the end), and by what the normal distribution says at another. A revision widens an end by as far as the releases lie beyond the number.
  ///
  /// - Parameter basis: On which interval of rounding it rests.
  /// - Returns: The interval, or nil if there are no bounds.
  public func verdictInterval(basis: VerdictBasis = .hardBounds) -> Bounds? {
    guard let inner = innerInterval(basis) else { return nil }
    let low = inner.lower - widening(at: inner.lower)
    let high = inner.upper + widening(at: inner.upper)
    return Bounds(low, max(low, high))
  }

  /// Returns the verdict on a threshold.
  ///
  /// A threshold counts as reached from 10⁻¹² of it below: clearly above is "at least", clearly below is "less than".
  ///
  /// - Parameters:
  ///   - threshold: The threshold.
  ///   - basis: On which interval of rounding it rests.
  /// - Returns: The verdict.
  public func verdict(threshold: Double, basis: VerdictBasis = .hardBounds) -> Verdict {
    guard let interval = verdictInterval(basis: basis) else { return .cannotBeComputed(whyNot) }
    if value == nil, interval.lower <= 0, interval.upper == .infinity { return .cannotBeComputed(whyNot) }
    let least = threshold - 1e-12 * threshold.magnitude
    let isUnknown = sampling == .unknown
    if interval.lower >= least { return isUnknown ? .aboveSamplingUnknown : .clearlyAbove }
    if interval.upper < least { return isUnknown ? .belowSamplingUnknown : .clearlyBelow }
    return .cannotTell
  }

  /// Returns on what the verdict on a threshold rests: on the hard bounds where they alone give it, else on the interval.
  ///
  /// - Parameter threshold: The threshold.
  /// - Returns: The basis, which is what a sentence has to name.
  public func evidence(threshold: Double) -> VerdictBasis {
    let side = verdict(threshold: threshold, basis: .roundingInterval).side
    return side == verdict(threshold: threshold).side ? .hardBounds : .roundingInterval
  }

  /// The probability of a sampling error at least as large as the distance of the interval of rounding and suppression
  /// from a threshold; 1 if it holds the threshold; nil where no sampling error is declared.
  ///
  /// - Parameters:
  ///   - threshold: The threshold.
  ///   - basis: On which interval of rounding it rests.
  /// - Returns: The two-sided probability under a normal error.
  public func probability(threshold: Double, basis: VerdictBasis = .hardBounds) -> Double? {
    guard let inner = innerInterval(basis) else { return nil }
    let end = inner.lower > threshold ? inner.lower : inner.upper < threshold ? inner.upper : threshold
    guard let error = sampling.standardError(of: end), error > 0 else { return nil }
    return end == threshold ? 1 : Normal.twoSided((end - threshold) / error)
  }

  /// Why there is no number and no bounds.
  private var whyNot: String {
    if statuses.contains(where: { $0.status == .suppressed && $0.count > 0 }) { return "suppressed" }
    if statuses.contains(where: { $0.status == .unreliable && $0.count > 0 }) { return "sample too small" }
    return "not available"
  }

  /// The interval of rounding, suppression and revision.
  func innerInterval(_ basis: VerdictBasis) -> Bounds? {
    guard let hard = bounds else { return nil }
    let inner = basis == .roundingInterval && value != nil ? roundingInterval ?? hard : hard
    guard let revision else { return inner }
    guard let value else { return Bounds(min(inner.lower, revision.lower), max(inner.upper, revision.upper)) }
    return Bounds(
      inner.lower + min(0, revision.lower - value),
      inner.upper + max(0, revision.upper - value)
    )
  }

  private func widening(at end: Double) -> Double {
    guard end.isFinite, let error = sampling.standardError(of: end) else { return 0 }
    return standardErrors * error
  }
}
