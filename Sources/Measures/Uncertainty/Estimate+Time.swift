import Panels

extension Estimate {
  /// Returns the mean of the estimates of several periods.
  ///
  ///     m = Σ q_t / T,   bounds (Σ l_t / T, Σ u_t / T)
  ///
  /// | symbol | meaning |
  /// | --- | --- |
  /// | q_t, l_t, u_t | a period's number and its bounds |
  /// | T | how many periods the window has |
  ///
  /// The cells of two periods are independent, so that the bounds are attained where those of the periods are, and the
  /// mean of their draws, replicate by replicate, is a draw of the mean; the interval is that of these draws and shrinks
  /// as that of a mean does, where the bounds do not. The standard errors of sampling are averaged too, which is their mean's only if
  /// the errors of all periods are the same, and too much otherwise: panels of plants overlap from year to year.
  ///
  /// - Parameter parts: The estimates, one a period; at least one. Those with draws have as many each.
  /// - Returns: The mean. It has a value if all have one, bounds if all have them, and draws if each part has draws or is
  ///   exact and at least one has draws.
  ///
  /// **Zeros and missing values.** A part without a number makes the mean one without; nothing is left out.
  /// **Complexity.** O(periods × replicates). **Source.** Own definition.
  public static func mean(of parts: [Estimate]) -> Estimate {
    guard let first = parts.first else { return Estimate(value: nil) }
    guard parts.count > 1 else { return first }
    let count = Double(parts.count)
    let values = parts.compactMap(\.value)
    let bounds = parts.compactMap(\.bounds)
    let errors = parts.compactMap { part in part.value.flatMap(part.sampling.standardError(of:)) }
    var mean = Estimate(
      value: values.count == parts.count ? values.reduce(0, +) / count : nil,
      bounds: bounds.count == parts.count
        ? Bounds(bounds.map(\.lower).reduce(0, +) / count, bounds.map(\.upper).reduce(0, +) / count) : nil,
      reason: parts.lazy.compactMap(\.reason).first,
      level: first.level
    )
    mean.boundsAreAttained = parts.allSatisfy(\.boundsAreAttained)
    mean.sampling = SamplingError.combined(parts, error: errors.reduce(0, +) / Double(max(1, errors.count)))
    mean.statuses = StatusCount.sum(parts.map(\.statuses))
    mean.take(sum(of: parts, weights: [Double](repeating: 1 / count, count: parts.count)))
    return mean
  }

  /// Returns the change since an earlier estimate of the same number.
  ///
  ///     c = q′ − q,   bounds (l′ − u, u′ − l)
  ///
  /// The cells of two periods are independent: the bounds are differences of opposite bounds, the draws differences of
  /// draws, and standard errors add as squares. Periods that both windows hold have the same draws and cancel.
  ///
  /// - Parameter earlier: The earlier estimate.
  /// - Returns: The change.
  ///
  /// **Zeros and missing values.** Without a number on one side the change has no value, but bounds where both sides have them.
  /// **Complexity.** O(replicates). **Source.** Own definition.
  public func change(since earlier: Estimate) -> Estimate {
    var change = Estimate(
      value: value.flatMap { now in earlier.value.map { now - $0 } },
      bounds: bounds.flatMap { now in
        earlier.bounds.map { Bounds(now.lower - $0.upper, max(now.lower - $0.upper, now.upper - $0.lower)) }
      },
      reason: reason ?? earlier.reason,
      level: level
    )
    change.boundsAreAttained = boundsAreAttained && earlier.boundsAreAttained
    let errors = [self, earlier].compactMap { part in part.value.flatMap(part.sampling.standardError(of:)) }
    change.sampling = SamplingError.combined(
      [self, earlier],
      error: errors.reduce(0) { $0 + $1 * $1 }.squareRoot()
    )
    change.statuses = StatusCount.sum([statuses, earlier.statuses])
    change.take(Estimate.sum(of: [self, earlier], weights: [1, -1]))
    return change
  }

  /// Adds draws of estimates, replicate by replicate; exact ones stay where they are.
  private static func sum(of parts: [Estimate], weights: [Double]) -> [Double] {
    let count = parts.map(\.draws.count).max() ?? 0
    guard count > 0, parts.allSatisfy({ $0.draws.count == count || $0.isExact }) else { return [] }
    var sums = [Double](repeating: 0, count: count)
    for (part, weight) in zip(parts, weights) {
      if part.draws.isEmpty {
        let constant = weight * (part.bounds?.lower ?? 0)
        for replicate in sums.indices { sums[replicate] += constant }
      } else {
        for replicate in sums.indices { sums[replicate] += weight * part.draws[replicate] }
      }
    }
    return sums
  }

  /// Whether nothing is uncertain but sampling.
  private var isExact: Bool { bounds?.isExact ?? false }
}

extension SamplingError {
  /// What is known of a sum of estimates: a full count if all are, an error if all declare one.
  fileprivate static func combined(_ parts: [Estimate], error: Double) -> SamplingError {
    if parts.allSatisfy({ $0.sampling == .none }) { return .none }
    guard parts.allSatisfy({ $0.value.flatMap($0.sampling.standardError(of:)) != nil }) else {
      return .unknown
    }
    return .halfWidth(Normal.quantile975 * error)
  }
}

extension StatusCount {
  /// Adds counts, status by status.
  static func sum(_ counts: [[StatusCount]]) -> [StatusCount] {
    CellStatus.allCases.compactMap { status in
      let count = counts.reduce(0) { sum, list in
        sum + list.reduce(0) { $0 + ($1.status == status ? $1.count : 0) }
      }
      return count > 0 ? StatusCount(status, count) : nil
    }
  }
}
