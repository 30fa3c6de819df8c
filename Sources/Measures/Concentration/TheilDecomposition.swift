import Arithmetic
public import Panels

/// Theil's index in parts between and within groups of regions.
///
///     T = Σ_g s_g ln(s_g / x_g)  +  Σ_g s_g T_g,   T_g = Σ_{r∈g} (sᵣ/s_g) ln[(sᵣ/s_g) / (xᵣ/x_g)]
///
/// The first sum is the part between groups, the second the part within. Both are exact and neither is negative.
///
/// | symbol | meaning | shape | unit |
/// | --- | --- | --- | --- |
/// | s_g, x_g | a group's share of the industry, of the reference | groups | share |
/// | T_g | Theil's index inside a group | groups | nats |
///
/// **Zeros and missing values.** A group without the industry adds 0 to both parts. Regions in no group form a last
/// part of their own (``ungrouped``), so that the parts add to the whole.
/// **Complexity.** O(regions).
/// **Source.** Theil (1967), Economics and Information Theory. Python `inequality` 1.1.2 `TheilD` takes the groups'
/// shares of the number of regions for x_g, which is this with equal reference shares.
/// **Checked against.** `TheilD`, with and without zeros.
public struct TheilDecomposition: Sendable, Equatable {
  /// What one group adds.
  public struct Part: Sendable, Equatable {
    /// The name of the group.
    public let name: String
    /// How many regions are in the group.
    public let regionCount: Int
    /// The group's share of the industry, s_g.
    public let share: Double
    /// The group's share of the reference, x_g.
    public let referenceShare: Double
    /// What the group adds to the part between groups, s_g ln(s_g/x_g): negative where it has less than its share.
    public let between: Double
    /// What the group adds to the part within groups, s_g T_g.
    public let within: Double
    /// Theil's index inside the group, T_g; nil where the group has none of the industry.
    public let index: Double?
  }

  /// Theil's index over all regions.
  public let total: Double
  /// The part between groups.
  public let between: Double
  /// The part within groups.
  public let within: Double
  /// What each group adds, in the order of the grouping.
  public let parts: [Part]
  /// What the regions in no group add, or nil if there are none.
  public let ungrouped: Part?

  /// The share of the whole that lies between groups; nil where the whole is 0.
  public var betweenShare: Double? { total > 0 ? between / total : nil }

  /// Decomposes the index of shares.
  ///
  /// - Parameters:
  ///   - shares: How the industry and its reference lie over the regions.
  ///   - grouping: The groups, made for the same regions in the same order.
  /// - Throws: ``MeasureError/shapeMismatch(expected:found:)``, or ``MeasureError/activityWithoutReference(_:)`` if a
  ///   region has the industry and none of the reference.
  public init(of shares: RegionalShares, by grouping: Grouping) throws(MeasureError) {
    guard grouping.membership.count == shares.count else {
      throw MeasureError.shapeMismatch(expected: shares.count, found: grouping.membership.count)
    }
    total = try shares.theil()
    parts = zip(grouping.groups, grouping.members)
      .map { TheilDecomposition.part($0, of: shares, members: $1) }
    let loose = grouping.membership.indices.filter { grouping.membership[$0] == nil }
    ungrouped = loose.isEmpty ? nil : TheilDecomposition.part("no group", of: shares, members: loose)
    let all = parts + [ungrouped].compactMap(\.self)
    between = max(0, all.lazy.map(\.between).compensatedSum)
    within = all.lazy.map(\.within).compensatedSum
  }

  private static func part(_ name: String, of shares: RegionalShares, members: [Int]) -> Part {
    let share = members.lazy.map { shares.industry[$0] }.compensatedSum
    let reference = members.lazy.map { shares.reference[$0] }.compensatedSum
    guard share > 0 else {
      return Part(
        name: name,
        regionCount: members.count,
        share: 0,
        referenceShare: reference,
        between: 0,
        within: 0,
        index: nil
      )
    }
    let terms = members.lazy.map { region in
      let s = shares.industry[region]
      return s == 0 ? 0 : s * naturalLogarithm((s / share) / (shares.reference[region] / reference))
    }
    let within = max(0, terms.compensatedSum)
    return Part(
      name: name,
      regionCount: members.count,
      share: share,
      referenceShare: reference,
      between: share * naturalLogarithm(share / reference),
      within: within,
      index: within / share
    )
  }
}
