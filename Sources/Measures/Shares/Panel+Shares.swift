import Arithmetic
public import Panels

/// A share of an amount in a whole, both kept.
public struct Share: Hashable, Sendable {
  /// The amount of the part.
  public let part: Double
  /// The amount of the whole; positive.
  public let whole: Double

  /// Makes a share.
  ///
  /// - Parameters:
  ///   - part: The amount of the part; finite, not negative.
  ///   - whole: The amount of the whole; finite, positive.
  /// - Throws: ``MeasureError/unusable(_:_:)``, or ``MeasureError/noActivity(_:)`` if the whole is 0.
  public init(part: Double, of whole: Double) throws(MeasureError) {
    guard part >= 0, part.isFinite else { throw MeasureError.unusable("The part of a share", part) }
    guard whole >= 0, whole.isFinite else { throw MeasureError.unusable("The whole of a share", whole) }
    guard whole > 0 else { throw MeasureError.noActivity("the whole that a share is taken of") }
    self.part = part
    self.whole = whole
  }

  /// The share, 0 … 1.
  public var value: Double { part / whole }

  /// Returns how much larger this share is than an earlier one, in percentage points.
  ///
  /// - Parameter earlier: The share to compare with.
  /// - Returns: The difference times 100.
  public func percentagePoints(since earlier: Share) -> Double { 100 * (value - earlier.value) }
}

extension Panel {
  /// Returns a set of regions' share of a set of industries: "the Midlands' share of advanced manufacturing".
  ///
  /// The whole is the published total of the industries where the table has it, else the sum over the regions.
  ///
  /// - Parameters:
  ///   - regions: The positions of the regions, added up.
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - period: The position of the period.
  /// - Returns: The share.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if a cell has no number; ``MeasureError/noActivity(_:)``.
  public func share(ofRegions regions: [Int], inIndustries industries: [Int], period: Int)
    throws(MeasureError) -> Share
  {
    try Share(
      part: total(of: industries, in: regions, period: period),
      of: total(of: industries, in: nil, period: period)
    )
  }

  /// Returns a set of industries' share of all activity of a set of regions: "manufacturing's share of the Midlands".
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - regions: The positions of the regions, added up; all regions if nil.
  ///   - period: The position of the period.
  /// - Returns: The share.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if a cell has no number; ``MeasureError/noActivity(_:)``.
  public func share(
    ofIndustries industries: [Int],
    inRegions regions: [Int]? = nil,
    period: Int
  ) throws(MeasureError) -> Share {
    try Share(
      part: total(of: industries, in: regions, period: period),
      of: total(in: regions, period: period)
    )
  }

  /// Returns each group's share of a set of industries, the share of regions in no group last.
  ///
  /// The whole is the sum over all regions, so that the shares add to 1.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - grouping: The groups, made for the panel's regions.
  ///   - period: The position of the period.
  /// - Returns: A share a group, in the order of the grouping, with those in no group.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if a cell has no number; ``MeasureError/noActivity(_:)``;
  ///   ``MeasureError/shapeMismatch(expected:found:)``.
  public func groupShares(
    ofIndustries industries: [Int],
    by grouping: Grouping,
    period: Int
  ) throws(MeasureError) -> GroupShares {
    guard grouping.membership.count == regions.count else {
      throw MeasureError.shapeMismatch(expected: regions.count, found: grouping.membership.count)
    }
    return try GroupShares(amounts: amounts(of: industries, in: nil, period: period), by: grouping)
  }

  /// Returns each group's share of a set of industries over a window: the mean of the annual shares.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - grouping: The groups, made for the panel's regions.
  ///   - window: The periods.
  /// - Returns: A share a group, in the order of the grouping.
  /// - Throws: As ``groupShares(ofIndustries:by:period:)``.
  public func groupShares(
    ofIndustries industries: [Int],
    by grouping: Grouping,
    over window: PeriodWindow
  ) throws(MeasureError) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: grouping.groups.count)
    for period in window.positions {
      let shares = try groupShares(ofIndustries: industries, by: grouping, period: period)
      for group in sums.indices { sums[group].add(shares.groups[group].value) }
    }
    return sums.map { $0.value / Double(window.positions.count) }
  }
}

/// How an amount is divided over groups of regions.
public struct GroupShares: Hashable, Sendable {
  /// Each group's share, in the order of the grouping.
  public let groups: [Share]
  /// The share of the regions in no group, or nil if every region is in one.
  public let ungrouped: Share?

  /// Divides amounts over groups.
  ///
  /// - Parameters:
  ///   - amounts: The amounts by region; finite, none negative.
  ///   - grouping: The groups, made for the same regions in the same order.
  /// - Throws: ``MeasureError/shapeMismatch(expected:found:)``, ``MeasureError/unusable(_:_:)`` or
  ///   ``MeasureError/noActivity(_:)``.
  public init(amounts: [Double], by grouping: Grouping) throws(MeasureError) {
    guard grouping.membership.count == amounts.count else {
      throw MeasureError.shapeMismatch(expected: amounts.count, found: grouping.membership.count)
    }
    for (position, amount) in amounts.enumerated() where !(amount >= 0 && amount.isFinite) {
      throw MeasureError.unusable("The amount of region number \(position + 1)", amount)
    }
    let whole = amounts.compensatedSum
    groups = try grouping.members.map { members throws(MeasureError) in
      try Share(part: members.lazy.map { amounts[$0] }.compensatedSum, of: whole)
    }
    let loose = grouping.membership.indices.filter { grouping.membership[$0] == nil }
    ungrouped =
      loose.isEmpty ? nil : try Share(part: loose.lazy.map { amounts[$0] }.compensatedSum, of: whole)
  }
}
