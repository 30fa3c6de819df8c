import Arithmetic

/// The change of Theil's index between two periods, and what each region adds to it.
///
///     ΔT = Σᵣ cᵣ,   cᵣ = sᵣ′ ln(sᵣ′/xᵣ′) − sᵣ ln(sᵣ/xᵣ)
///
/// with the later period marked by ′. The contributions add to the change exactly. A region adds to the change both
/// when the industry moves (its sᵣ changes) and when the rest of the economy does (its xᵣ); ``Contribution/industryEffect``
/// and ``Contribution/referenceEffect`` part the two, each the mean over the two orders in which they may be changed.
///
/// **How to read it.** Where a change goes with growth of the industry in the regions that contribute, it is growth;
/// where the industry shrinks and the regions that contribute only shrink less, it is consolidation. So contributions
/// carry the amounts of both periods beside the shares.
/// **Zeros and missing values.** 0 ln 0 = 0. The two effects are nil where a region had the industry in one period
/// and none of the reference in the other, since a mixed term is then infinite; the contribution is not.
/// **Complexity.** O(regions).
/// **Source.** The definition of the index; the mean over orders is the Shapley value of two players.
public struct TheilChange: Sendable, Equatable {
  /// What one region adds.
  public struct Contribution: Sendable, Equatable {
    /// The position of the region.
    public let region: Int
    /// The industry's activity in the region, before and after.
    public let amounts: BeforeAfter
    /// The region's share of the industry, before and after.
    public let shares: BeforeAfter
    /// The region's share of the reference, before and after.
    public let referenceShares: BeforeAfter
    /// What the region adds to the change of the index.
    public let value: Double
    /// The part of it that is due to the region's share of the industry.
    public let industryEffect: Double?
    /// The part of it that is due to the region's share of the reference.
    public let referenceEffect: Double?
  }

  /// The index, before and after.
  public let index: BeforeAfter
  /// The industry's whole activity, before and after.
  public let activity: BeforeAfter
  /// What each region adds, in the order of the regions.
  public let contributions: [Contribution]

  /// The change of the index.
  public var change: Double { index.change }

  /// The contributions from the largest in size to the smallest; of equal ones the first region first.
  public var ranked: [Contribution] {
    contributions.sorted { ($1.value.magnitude, $0.region) < ($0.value.magnitude, $1.region) }
  }

  /// Compares two periods.
  ///
  /// - Parameters:
  ///   - industry: The industry's activity by region, before and after; the same regions in the same order.
  ///   - reference: The reference by region, before and after; nil for equal shares.
  /// - Throws: ``MeasureError`` as ``RegionalShares/init(industry:reference:)`` and ``RegionalShares/theil()`` say.
  public init(
    industry: (before: [Double], after: [Double]),
    reference: (before: [Double], after: [Double])? = nil
  ) throws(MeasureError) {
    guard industry.before.count == industry.after.count else {
      throw MeasureError.shapeMismatch(expected: industry.before.count, found: industry.after.count)
    }
    let before = try RegionalShares(industry: industry.before, reference: reference?.before)
    let after = try RegionalShares(industry: industry.after, reference: reference?.after)
    index = try BeforeAfter(before.theil(), after.theil())
    activity = BeforeAfter(industry.before.compensatedSum, industry.after.compensatedSum)
    contributions = before.industry.indices.map { region in
      TheilChange.contribution(region, industry: industry, before: before, after: after)
    }
  }

  private static func contribution(
    _ region: Int,
    industry: (before: [Double], after: [Double]),
    before: RegionalShares,
    after: RegionalShares
  ) -> Contribution {
    let (s, sLater) = (before.industry[region], after.industry[region])
    let (x, xLater) = (before.reference[region], after.reference[region])
    let start = term(s, x)
    let end = term(sLater, xLater)
    let moved = term(sLater, x)
    let stayed = term(s, xLater)
    let finite = moved.isFinite && stayed.isFinite
    return Contribution(
      region: region,
      amounts: BeforeAfter(industry.before[region], industry.after[region]),
      shares: BeforeAfter(s, sLater),
      referenceShares: BeforeAfter(x, xLater),
      value: end - start,
      industryEffect: finite ? ((moved - start) + (end - stayed)) / 2 : nil,
      referenceEffect: finite ? ((stayed - start) + (end - moved)) / 2 : nil
    )
  }

  private static func term(_ s: Double, _ x: Double) -> Double {
    s == 0 ? 0 : s * naturalLogarithm(s / x)
  }
}

/// A number in two periods.
public struct BeforeAfter: Hashable, Sendable {
  /// The number in the earlier period.
  public let before: Double
  /// The number in the later period.
  public let after: Double

  /// Makes a pair.
  public init(_ before: Double, _ after: Double) {
    self.before = before
    self.after = after
  }

  /// The later less the earlier.
  public var change: Double { after - before }

  /// The change relative to the earlier number, or nil where that is 0.
  public var relativeChange: Double? { before == 0 ? nil : change / before }
}
