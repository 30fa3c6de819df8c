import Arithmetic
public import Panels

/// By what the squared deviations are divided in a standard deviation.
public enum DeviationKind: String, Hashable, Sendable, CaseIterable {
  /// By the number of regions n: they are all there is. The default.
  case population
  /// By n − 1.
  case sample
}

/// The rule "mean plus k standard deviations of an industry's share of the region's activity", with what it found.
public struct ShareRule: Sendable, Equatable {
  /// The groups: the regions above the threshold, and the rest.
  public let grouping: Grouping
  /// The industries' share of each region's activity in the base period; nil where the region has none or no number.
  public let shares: [Double?]
  /// The mean of the shares, every region with the same weight.
  public let mean: Double
  /// The standard deviation of the shares.
  public let deviation: Double
  /// Above which share a region is in the group.
  public let threshold: Double
}

extension Panel {
  /// Makes a group of the regions in which a set of industries had a high share of activity in a base period.
  ///
  /// A region is in the group if its share is above the mean plus k standard deviations. Mean and deviation give every
  /// region the same weight.
  ///
  /// **Bias.** Where the base period lies in the window that the groups are compared over, regions whose share was high by
  /// chance fall back later (regression to the mean): the grouping then carries a warning.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - base: The position of the base period.
  ///   - k: How many standard deviations above the mean; may be negative.
  ///   - kind: The standard deviation: of a population unless said otherwise.
  ///   - name: The name of the grouping.
  ///   - member: The name of the group above the threshold.
  ///   - rest: The name of the group of the others.
  ///   - window: The periods that the groups will be compared over, if any.
  /// - Returns: The groups with the numbers behind them.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if fewer than 3 regions have a share, or all have the same.
  ///
  /// **Source.** The rule by which the literature names traditional industrial regions, from manufacturing and mining
  /// employment in 1971 with k = 1.
  public func group(
    byShareOf industries: [Int],
    in base: Int,
    aboveMeanPlus k: Double,
    deviation kind: DeviationKind = .population,
    name: String,
    member: String,
    rest: String,
    comparedOver window: PeriodWindow? = nil
  ) throws(MeasureError) -> ShareRule {
    let shares = try sharesByRegion(of: industries, period: base)
    let known = shares.compactMap(\.self)
    guard known.count >= 3 else {
      throw MeasureError.notIdentifiable(
        "\(known.count) regions have a share in \(periods[base]); the rule needs 3"
      )
    }
    let mean = known.compensatedSum / Double(known.count)
    let divisor = Double(kind == .population ? known.count : known.count - 1)
    let deviation = (known.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum / divisor).squareRoot()
    guard deviation > 1e-12 * mean else {
      throw MeasureError.notIdentifiable("all regions have the same share in \(periods[base])")
    }
    let threshold = mean + k * deviation
    let grouping = Grouping(
      name: name,
      groups: [member, rest],
      membership: shares.map { share in share.map { $0 > threshold ? 0 : 1 } },
      rule:
        "share of \(self.name(of: industries)) in \(periods[base]) above the mean plus \(MeasureDescription.text(k)) "
        + "standard deviations (\(kind.rawValue)): above \(percent(threshold))",
      warnings: warnings(shares: shares, threshold: threshold, base: base, window: window)
    )
    return ShareRule(
      grouping: grouping,
      shares: shares,
      mean: mean,
      deviation: deviation,
      threshold: threshold
    )
  }

  private func sharesByRegion(of industries: [Int], period: Int) throws(MeasureError) -> [Double?] {
    guard !industries.isEmpty else { throw MeasureError.noActivity("an empty list of industries") }
    try requireAdditive()
    let amounts = byRegion(sumOf: industries, period: period)
    let activity: CellPlane
    do throws(PanelError) { activity = try activityByRegion(period: period) } catch {
      throw MeasureError.panel(error)
    }
    var shares: [Double?] = []
    for region in regions.indices {
      guard let amount = amounts[region].value, let whole = activity[region].value, whole != 0 else {
        shares.append(nil)
        continue
      }
      shares.append(try Share(part: amount, of: whole).value)
    }
    return shares
  }

  private func warnings(shares: [Double?], threshold: Double, base: Int, window: PeriodWindow?) -> [String] {
    var warnings: [String] = []
    let missing = shares.count { $0 == nil }
    if missing > 0 {
      warnings.append(
        "\(missing) of \(shares.count) regions have no share in the base year and are in no group"
      )
    }
    if !shares.contains(where: { $0.map { $0 > threshold } ?? false }) {
      warnings.append("no region is above the threshold")
    }
    if let window, window.positions.contains(base) {
      warnings.append(
        "the base year \(periods[base]) lies in the window \(window.label): regions chosen for a high share in it tend to "
          + "fall back afterwards by chance alone"
      )
    }
    return warnings
  }

  private func percent(_ share: Double) -> String {
    "\(MeasureDescription.text((share * 10_000).rounded() / 100)) %"
  }
}
