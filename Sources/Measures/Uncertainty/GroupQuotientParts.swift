public import Panels

/// The four amounts of a location quotient of a group of regions against all other regions.
public struct GroupQuotientParts: Hashable, Sendable {
  /// What the amounts of all activity are.
  public enum Whole: Hashable, Sendable {
    /// The other industries: activity is them and the industry.
    case otherIndustries
    /// Published totals, which hold the industry.
    case published
  }

  /// The industry in the group.
  public var own: Bounds
  /// All activity in the group, as ``whole`` says.
  public var group: Bounds
  /// The industry in the other regions.
  public var rest: Bounds
  /// All activity in the other regions, as ``whole`` says.
  public var others: Bounds
  /// What the amounts of all activity are.
  public var whole: Whole

  /// Makes the amounts.
  ///
  /// - Parameters:
  ///   - own: The industry in the group; not below 0, as all amounts.
  ///   - group: All activity in the group, or that of the other industries.
  ///   - rest: The industry in the other regions.
  ///   - others: All activity in the other regions, or that of the other industries.
  ///   - whole: Which of the two.
  public init(own: Bounds, group: Bounds, rest: Bounds, others: Bounds, whole: Whole) {
    self.own = own
    self.group = group
    self.rest = rest
    self.others = others
    self.whole = whole
  }

  /// Returns the least and greatest quotient that the amounts allow.
  ///
  ///     Q = (y/n) / (b/m),   n = y + a and m = b + c, or n ≥ y and m ≥ b published
  ///
  /// | symbol | meaning | unit |
  /// | --- | --- | --- |
  /// | y, b | the industry in the group, and in the other regions | as the panel's |
  /// | n, m | all activity in the group, and in the other regions | as the panel's |
  /// | a, c | the other industries there | as the panel's |
  ///
  /// No cell is in both shares, so that they may reach their ends at once: the least quotient is the least share of the group
  /// over the greatest of the rest. A share y/(y + a) rises with y and falls with a; a share of a published total rises with y
  /// and falls with n down to n = y, where it is 1.
  ///
  /// - Returns: The bounds, both the optimum; the upper one is infinite where the other regions may have none of the industry.
  /// - Throws: ``MeasureError/noActivity(_:)`` if the group, the other regions or the industry there may only be 0;
  ///   ``MeasureError/notIdentifiable(_:)`` if the industry exceeds a published total;
  ///   ``MeasureError/unusable(_:_:)`` for an amount that may be below 0.
  ///
  /// **Zeros and missing values.** Amounts without an upper bound give limits. Where the industry may be 0 in the other regions
  /// nothing bounds the quotient above. **Complexity.** O(1). **Source.** Own derivation.
  /// **Checked against.** Enumeration of all ends; see `GroupQuotientTests`.
  public func locationQuotientBounds() throws(MeasureError) -> Bounds {
    for amount in [own, group, rest, others] where amount.lower < 0 {
      throw .unusable("an amount", amount.lower)
    }
    let here = try share(own, group, "the group")
    let there = try share(rest, others, "the other regions")
    guard there.upper > 0 else { throw .noActivity("the industry in the other regions") }
    let high = there.lower > 0 ? here.upper / there.lower : here.upper > 0 ? .infinity : 0
    let low = here.lower / there.upper
    return Bounds(low, max(low, high))
  }

  private func share(_ part: Bounds, _ activity: Bounds, _ what: String) throws(MeasureError) -> Bounds {
    switch whole {
    case .published:
      guard activity.upper > 0 else { throw .noActivity(what) }
      guard let share = part.share(ofTotal: activity) else {
        throw .notIdentifiable("the industry exceeds the total of \(what)")
      }
      return share
    case .otherIndustries:
      guard part.upper + activity.upper > 0 else { throw .noActivity(what) }
      func share(_ part: Double, _ others: Double, atZero limit: Double) -> Double {
        part.isInfinite ? 1 : others.isInfinite ? 0 : part + others > 0 ? part / (part + others) : limit
      }
      let low = share(part.lower, activity.upper, atZero: 1)
      return Bounds(low, max(low, share(part.upper, activity.lower, atZero: 0)))
    }
  }
}

extension RoundingDraws {
  /// Returns draws of a location quotient of a group of regions against all others.
  ///
  /// - Parameters:
  ///   - own: The industry in the group.
  ///   - group: All activity in the group, or that of the other industries.
  ///   - rest: The industry in the other regions.
  ///   - others: All activity in the other regions, or that of the other industries.
  ///   - whole: Which of the two; a drawn total is raised to the industry, which it holds.
  /// - Returns: One quotient a replicate, or nil if an amount has no upper bound.
  ///
  /// **Complexity.** O(replicates), however many cells were added up: see ``RoundedSum``.
  public func groupQuotients(
    own: RoundedSum,
    group: RoundedSum,
    rest: RoundedSum,
    others: RoundedSum,
    whole: GroupQuotientParts.Whole
  ) -> [Double]? {
    guard [own, group, rest, others].allSatisfy({ $0.bounds.upper.isFinite }) else { return nil }
    return (0..<count)
      .map { replicate in
        var random = stream(replicate)
        let (y, a) = (own.draw(&random), group.draw(&random))
        let (b, c) = (rest.draw(&random), others.draw(&random))
        switch whole {
        case .otherIndustries: return (y / (y + a)) / (b / (b + c))
        case .published: return (y / max(y, a)) / (b / max(b, c))
        }
      }
  }
}
