public import Panels

extension Panel {
  /// Returns the location quotient of an industry or definition in a group of regions against all others, with its
  /// uncertainty.
  ///
  ///     Q = (E_g / N_g) / (E_o / N_o)
  ///
  /// | symbol | meaning |
  /// | --- | --- |
  /// | E_g, E_o | the industry in the group, and in the other regions |
  /// | N_g, N_o | all activity there: published totals of regions, or the sums of the cells |
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries of the definition; no one part of another.
  ///   - group: The positions of the group's regions, each once.
  ///   - period: The position of the period.
  ///   - sampling: What is declared of the quotient's sampling error.
  ///   - draws: How the rounding interval is drawn, its unit being the period; nil for none.
  /// - Returns: The estimate. Without bounds it has a reason.
  /// - Throws: ``MeasureError/noActivity(_:)`` for an empty group or rest, or an industry that is 0 there for certain;
  ///   `PanelError.mixedLevels` if there are no totals and the industries overlap.
  ///
  /// **Zeros and missing values.** A cell without a number leaves the quotient without value, and takes part with its bounds.
  /// **Complexity.** O(cells of the period), and four numbers a replicate. **Source.** ``GroupQuotientParts``.
  public func groupQuotientEstimate(
    of industries: [Int],
    group: [Int],
    period: Int,
    sampling: SamplingError = .unknown,
    draws: RoundingDraws? = nil
  ) throws -> Estimate {
    let value = try MeasureError.identified { () throws(MeasureError) in
      try locationQuotient(of: industries, group: group, against: .rest, period: period).ratio
    }
    let outside = positions(outside: group)
    let own = moments(of: industries, in: group, period: period)
    let rest = moments(of: industries, in: outside, period: period)
    var here = try activityMoments(in: group, period: period)
    var others = try activityMoments(in: outside, period: period)
    let whole: GroupQuotientParts.Whole = regionTotals == nil ? .otherIndustries : .published
    if whole == .otherIndustries { (here, others) = (here - own, others - rest) }
    let sums = [own, here, rest, others]
    let level = draws?.level ?? RoundingDraws.usualLevel
    func estimate(_ bounds: Bounds?, _ reason: String?, _ drawn: [Double]? = nil) -> Estimate {
      var estimate = Estimate(
        value: value,
        bounds: bounds,
        reason: reason,
        draws: drawn,
        level: level,
        sampling: sampling
      )
      estimate.statuses = statuses(of: industries, in: regions.indices, period: period)
      return estimate
    }
    guard own.least >= 0, rest.least >= 0 else { return estimate(nil, Panel.negativeAmounts) }
    let parts = GroupQuotientParts(
      own: own.bounds,
      group: here.bounds,
      rest: rest.bounds,
      others: others.bounds,
      whole: whole
    )
    let bounds: Bounds
    do {
      bounds = try parts.locationQuotientBounds()
    } catch {
      return estimate(nil, "\(error)")
    }
    guard sums.allSatisfy(\.isBounded) else { return estimate(bounds, draws.map { _ in Panel.noInterval }) }
    guard let draws, !bounds.isExact, !hasApportionedCells else { return estimate(bounds, nil) }
    let drawn = draws.of(unit: period)
      .groupQuotients(
        own: own.roundedSum,
        group: here.roundedSum,
        rest: rest.roundedSum,
        others: others.roundedSum,
        whole: whole
      )
    return estimate(bounds, nil, drawn)
  }

  /// Returns the share that some regions have of an industry or definition, or of all activity, with its uncertainty.
  ///
  ///     share = Σ_(r in part) e_r / (Σ_(r in part) e_r + Σ_(r elsewhere) e_r)
  ///
  /// with e_r the industry in region r, or all activity there. The statuses are those of the part's cells. It rises with each cell of the part and falls with each of the
  /// rest, so that its bounds are at opposite ends.
  ///
  /// - Parameters:
  ///   - members: The positions of the part's regions, each once.
  ///   - industries: The positions of the industries, no one part of another; all activity if nil.
  ///   - period: The position of the period.
  ///   - sampling: What is declared of the share's sampling error.
  ///   - draws: How the rounding interval is drawn, its unit being the period; nil for none.
  /// - Returns: The estimate. Without bounds it has a reason.
  /// - Throws: `PanelError.mixedLevels` if all activity is asked for, there are no totals, and the industries overlap.
  ///
  /// **Zeros and missing values.** A cell without a number leaves the share without value; without an upper bound it takes the
  /// share to its limit, 0 or 1. Where all cells are 0 there is no share. **Complexity.** O(cells of the period), and two
  /// numbers a replicate. **Source.** Own definition. **Checked against.** Enumeration; see `GroupEstimatesTests`.
  public func shareEstimate(
    ofRegions members: [Int],
    in industries: [Int]?,
    period: Int,
    sampling: SamplingError = .unknown,
    draws: RoundingDraws? = nil
  ) throws -> Estimate {
    let outside = positions(outside: members)
    let part: SumMoments
    let rest: SumMoments
    if let industries {
      part = moments(of: industries, in: members, period: period)
      rest = moments(of: industries, in: outside, period: period)
    } else {
      part = try activityMoments(in: members, period: period)
      rest = try activityMoments(in: outside, period: period)
    }
    let value = part.number.flatMap { part in
      rest.number.flatMap { part + $0 > 0 ? part / (part + $0) : nil }
    }
    let level = draws?.level ?? RoundingDraws.usualLevel
    func estimate(_ bounds: Bounds?, _ reason: String?, _ drawn: [Double]? = nil) -> Estimate {
      var estimate = Estimate(
        value: value,
        bounds: bounds,
        reason: reason,
        draws: drawn,
        level: level,
        sampling: sampling
      )
      estimate.statuses = industries.map { statuses(of: $0, in: members, period: period) } ?? []
      return estimate
    }
    guard part.least >= 0, rest.least >= 0 else { return estimate(nil, Panel.negativeAmounts) }
    let (inner, outer) = (part.bounds, rest.bounds)
    guard inner.upper + outer.upper > 0 else { return estimate(nil, "nothing to have a share of") }
    func share(_ part: Double, _ rest: Double, atZero limit: Double) -> Double {
      part.isInfinite ? 1 : rest.isInfinite ? 0 : part + rest > 0 ? part / (part + rest) : limit
    }
    let low = share(inner.lower, outer.upper, atZero: 1)
    let bounds = Bounds(low, max(low, share(inner.upper, outer.lower, atZero: 0)))
    guard part.isBounded, rest.isBounded else { return estimate(bounds, draws.map { _ in Panel.noInterval }) }
    guard let draws, !bounds.isExact, !hasApportionedCells else { return estimate(bounds, nil) }
    let drawn = draws.of(unit: period)
    let (mine, other) = (part.roundedSum, rest.roundedSum)
    let values = (0..<drawn.count)
      .map { replicate in
        var random = drawn.stream(replicate)
        let y = mine.draw(&random)
        return y / (y + other.draw(&random))
      }
    return estimate(bounds, nil, values)
  }

  private func positions(outside group: [Int]) -> [Int] {
    let inside = Set(group)
    return regions.indices.filter { !inside.contains($0) }
  }

  /// How many cells of industries there are of each status.
  func statuses(of industries: [Int], in members: some Sequence<Int>, period: Int) -> [StatusCount] {
    guard let planes = cells.statuses else {
      let count = industries.count * members.reduce(0) { sum, _ in sum + 1 }
      return count > 0 ? [StatusCount(.observed, count)] : []
    }
    return StatusCount.of(
      members.flatMap { region in
        industries.map { planes[offset(period: period, region: region, industry: $0)] }
      }
    )
  }

  static let negativeAmounts = "an amount that may be below 0, for which shares and quotients have no bounds"
  static let noInterval = "no rounding interval: a cell has no upper bound"
}

extension MeasureError {
  /// Returns a number, or nil where cells that it needs have none.
  package static func identified(_ number: () throws(MeasureError) -> Double) throws(MeasureError) -> Double?
  {
    do throws(MeasureError) {
      return try number()
    } catch {
      if case .notIdentifiable = error { return nil }
      throw error
    }
  }
}
