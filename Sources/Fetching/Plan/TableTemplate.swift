/// How a study reads a fetched file: the entry under `tables:` of study.yml.
public struct TableTemplate: Hashable, Sendable {
  /// A row filter: `where: {COLUMN: VALUE}`.
  public struct Filter: Hashable, Sendable {
    /// The column.
    public var column: String
    /// The value that is kept.
    public var value: String

    /// Makes a filter.
    ///
    /// - Parameters:
    ///   - column: The column.
    ///   - value: The value that is kept.
    public init(_ column: String, _ value: String) {
      self.column = column
      self.value = value
    }
  }

  /// The column of region codes.
  public var region: String
  /// The column of region names.
  public var regionName: String?
  /// The column of industry codes.
  public var industry: String?
  /// The column of industry titles.
  public var industryTitle: String?
  /// The column of periods; nil for a wide table that is found by its profile.
  public var period: String?
  /// The column of values; nil for a wide table that is found by its profile.
  public var value: String?
  /// The column of statuses.
  public var status: String?
  /// The rows that are kept.
  public var keep: [Filter]
  /// The code of the industry that is the sum of all.
  public var total: String?
  /// The code of the region that is the sum of all.
  public var totalRegion: String?
  /// What the numbers count: `jobs`, `GBP million`.
  public var unit: String
  /// `current`, a year, or `chained`; nil for what is no money.
  public var prices: String?
  /// How the agency rounds: `bres`, a number; nil for not at all.
  public var rounding: String?
  /// How the file speaks: the name of a profile.
  public var profile: String?
  /// The sheet of a workbook.
  public var sheet: String?
  /// The classification of the industries as the study calls it: `SIC 2007`.
  public var classification: String?

  /// Makes a template; what is nil is left out of the entry.
  ///
  /// - Parameters:
  ///   - region: The column of region codes.
  ///   - regionName: The column of region names.
  ///   - industry: The column of industry codes.
  ///   - industryTitle: The column of industry titles.
  ///   - period: The column of periods.
  ///   - value: The column of values.
  ///   - status: The column of statuses.
  ///   - keep: The rows that are kept.
  ///   - total: The code of the industry that is the sum of all.
  ///   - totalRegion: The code of the region that is the sum of all.
  ///   - unit: What the numbers count.
  ///   - prices: `current`, a year, or `chained`.
  ///   - rounding: How the agency rounds.
  ///   - profile: The name of a profile.
  ///   - sheet: The sheet of a workbook.
  ///   - classification: The classification of the industries.
  public init(
    region: String,
    regionName: String? = nil,
    industry: String? = nil,
    industryTitle: String? = nil,
    period: String? = nil,
    value: String? = nil,
    status: String? = nil,
    keep: [Filter] = [],
    total: String? = nil,
    totalRegion: String? = nil,
    unit: String,
    prices: String? = nil,
    rounding: String? = nil,
    profile: String? = nil,
    sheet: String? = nil,
    classification: String? = nil
  ) {
    self.region = region
    self.regionName = regionName
    self.industry = industry
    self.industryTitle = industryTitle
    self.period = period
    self.value = value
    self.status = status
    self.keep = keep
    self.total = total
    self.totalRegion = totalRegion
    self.unit = unit
    self.prices = prices
    self.rounding = rounding
    self.profile = profile
    self.sheet = sheet
    self.classification = classification
  }
}
