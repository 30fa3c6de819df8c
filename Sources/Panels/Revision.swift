/// How far the numbers of a table moved between two releases of it.
///
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | y | a number of the later release | that of the table |
/// | y₀ | the number of the same region, industry and period in the earlier release | the same |
///
///     relative revision of a cell = (y − y₀) / y₀
///
/// **Zeros and missing values.** A cell without a number in either release is not shared. A shared cell that was 0 has no
/// relative revision: if it moved it is counted in ``Summary/fromZero``. A cell of one release alone is counted there.
public struct Revision: Hashable, Sendable {
  /// The revision of some cells.
  public struct Summary: Hashable, Sendable {
    /// How many cells have a number in both releases.
    public var sharedCells = 0
    /// How many of them were 0 before and are not now; they are in no mean.
    public var fromZero = 0
    /// How many relative revisions there are.
    public var revisions = 0
    /// The mean of the absolute relative revisions, a share of the earlier number; 0 if there are none.
    public var meanAbsolute = 0.0
    /// The mean of the relative revisions with their signs: above 0 where the later release is higher.
    public var mean = 0.0
    /// The largest absolute relative revision.
    public var largest = 0.0
  }

  /// Where the largest revision is.
  public struct Place: Hashable, Sendable {
    /// The code of the region.
    public let region: String
    /// The code of the industry.
    public let industry: String
    /// The period.
    public let period: Period
  }

  /// All shared cells.
  public let total: Summary
  /// The periods that both releases have, in order, each with its summary.
  public let periods: [Period]
  /// A summary a period, in the order of ``periods``.
  public let byPeriod: [Summary]
  /// Where the largest relative revision is; nil if no cell was revised.
  public let largestPlace: Place?
  /// How many cells with a number the later release alone has.
  public let inLaterAlone: Int
  /// How many cells with a number the earlier release alone has.
  public let inEarlierAlone: Int

  /// Compares two releases of a table.
  ///
  /// - Parameters:
  ///   - later: The later release.
  ///   - earlier: The earlier release; its codes mean the same.
  ///
  /// **Complexity.** O(cells of the later release).
  public init(of later: Panel, since earlier: Panel) {
    var total = Sums()
    var sums: [Sums] = []
    var shared: [Period] = []
    var place: Place?
    let regions = later.regions.elements.map { earlier.regions.position(of: $0.code) }
    let industries = later.industries.elements.map { earlier.industries.position(of: $0.code) }
    for (position, period) in later.periods.enumerated() {
      guard let before = earlier.periods.firstIndex(of: period) else { continue }
      var sum = Sums()
      for (region, oldRegion) in regions.enumerated() {
        for (industry, oldIndustry) in industries.enumerated() {
          guard let oldRegion, let oldIndustry, let new = later[position, region, industry].value,
            let old = earlier[before, oldRegion, oldIndustry].value
          else { continue }
          sum.add(old: old, new: new)
          if total.add(old: old, new: new) {
            place = Place(
              region: later.regions[region].code,
              industry: later.industries[industry].code,
              period: period
            )
          }
        }
      }
      guard sum.summary.sharedCells > 0 else { continue }
      sums.append(sum)
      shared.append(period)
    }
    self.total = total.finished
    periods = shared
    byPeriod = sums.map(\.finished)
    largestPlace = place
    inLaterAlone = later.cells.values.count { !$0.isNaN } - total.summary.sharedCells
    inEarlierAlone = earlier.cells.values.count { !$0.isNaN } - total.summary.sharedCells
  }

  private struct Sums {
    var summary = Summary()

    /// Takes a cell in; returns whether its revision is the largest so far.
    @discardableResult
    mutating func add(old: Double, new: Double) -> Bool {
      summary.sharedCells += 1
      guard old != 0 else {
        if new != 0 { summary.fromZero += 1 }
        return false
      }
      let relative = (new - old) / old.magnitude
      summary.revisions += 1
      summary.mean += relative
      summary.meanAbsolute += relative.magnitude
      guard relative.magnitude > summary.largest else { return false }
      summary.largest = relative.magnitude
      return true
    }

    /// The summary with means for sums.
    var finished: Summary {
      var result = summary
      let count = Double(max(1, summary.revisions))
      result.mean /= count
      result.meanAbsolute /= count
      return result
    }
  }
}
