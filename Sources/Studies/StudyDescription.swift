public import Panels
public import Readers

/// A name and a text that belongs to it.
public struct NamedText: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The text.
  public var text: String

  /// Makes a pair.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - text: The text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// What `study.yml` says: where tables are, what they mean, and what is asked of them.
public struct StudyDescription: Hashable, Sendable {
  /// Who published a table, when, and on what terms.
  public struct Source: Hashable, Sendable {
    /// The name in the study.
    public var name: String
    /// The publisher.
    public var publisher: String
    /// The title of the publication.
    public var title: String?
    /// The release, such as "April 2024".
    public var release: String?
    /// When it was fetched.
    public var retrieved: String?
    /// The licence.
    public var licence: String?
    /// The words that the licence asks for.
    public var attribution: String?
    /// Where it is published.
    public var address: String?
    /// What to know before using it, such as "partly modelled".
    public var caution: String?
    /// Whether the data are invented.
    public var isInvented: Bool

    /// Publisher, title, release for a source line.
    public var label: String {
      [publisher, title, release].compactMap(\.self).joined(separator: ", ")
    }
  }

  /// A set of regions with boundaries, of one date.
  public struct Geography: Hashable, Sendable {
    /// The name with its date, such as "ITL2 2021".
    public var name: String
    /// The boundary file, relative to the data folder.
    public var boundaries: String?
    /// The property that holds the code.
    public var code: String?
    /// The property that holds the name.
    public var nameProperty: String?
    /// The name of the geography one level up.
    public var parent: String?
    /// The property that holds the code one level up; by prefix of the code if nil.
    public var parentCode: String?
    /// The source of the boundaries.
    public var source: String?
  }

  /// The reading of one table.
  public struct TableDescription: Hashable, Sendable {
    /// The name in the study.
    public var name: String
    /// The file, relative to the data folder.
    public var file: String
    /// The sheet of a workbook.
    public var sheet: String?
    /// The expected SHA-256 of the file.
    public var sha256: String?
    /// The name of the source.
    public var source: String?
    /// The name of the geography.
    public var geography: String?
    /// The name of the classification.
    public var classification: String?
    /// The column of the region's code.
    public var region: String?
    /// The column of the region's name.
    public var regionName: String?
    /// The column of the industry's code; nil for a table without industries.
    public var industry: String?
    /// The column of the industry's title.
    public var industryTitle: String?
    /// The column of the period.
    public var period: String?
    /// The column of the number.
    public var value: String?
    /// The column of the status.
    public var status: String?
    /// The conditions on rows.
    public var keep: [ColumnFilter]
    /// The code of the row that sums over industries.
    public var total: String?
    /// The code of the row that sums over regions.
    public var totalRegion: String?
    /// What is counted, in words.
    public var variable: String?
    /// The unit.
    public var unit: String
    /// The prices, if the unit is money.
    public var prices: Prices?
    /// How the numbers were rounded.
    public var rounding: RoundingRule
    /// The profile of the file.
    public var profile: String?
    /// For chained volumes: the table of the same cells in current prices.
    public var current: String?
    /// The table that is an earlier release of this one.
    public var earlierRelease: String?
    /// A change of the beginnings of region codes, such as `UK` to `TL`.
    public var recode: [NamedText]
    /// Lookups that bring the regions to another geography, in order.
    public var regionLookups: [LookupSpecification] = []
    /// Lookups that bring the industries to another classification, in order.
    public var industryLookups: [LookupSpecification] = []
    /// Codes of regions to leave out.
    public var leaveOut: [String]
    /// Codes of industries to leave out, of the cells and of all activity.
    public var industriesLeftOut: [String]
    /// Whether regions that the geography does not have are left out, and counted.
    public var dropsUnknownRegions: Bool
    /// Coefficient of variation of the cells, in per cent, where the source declares one for all.
    public var samplingCV: Double?
    /// What to know of the numbers, printed in the limits.
    public var caution: String?
    /// Whether columns that are not named are left to the profile: for a table that no study describes.
    public var detectsColumns = false

    /// Makes the reading of a file of which nothing else is known.
    ///
    /// - Parameters:
    ///   - name: The name in the study.
    ///   - file: The file.
    public init(name: String, file: String) {
      self.name = name
      self.file = file
      detectsColumns = true
      keep = []
      unit = ""
      rounding = .none
      recode = []
      leaveOut = []
      industriesLeftOut = []
      dropsUnknownRegions = false
    }
  }

  /// A definition of an industry by table.
  public struct IndustryDefinition: Hashable, Sendable {
    /// The name to print.
    public var name: String
    /// Codes by the name of the table, in the order of the file.
    public var codes: [(table: String, selectors: [String])] {
      zip(tables, selectors).map { ($0, $1) }
    }
    /// The tables it is defined for.
    public var tables: [String]
    /// The codes for each of ``tables``.
    public var selectors: [[String]]
    /// Whether it is a variant that only the sensitivity strip uses.
    public var isVariantOf: String?

    /// Returns the codes for a table, or nil if it is not defined for it.
    public func selectors(for table: String) -> [String]? {
      tables.firstIndex(of: table).map { selectors[$0] }
    }
  }

  /// A rule that makes groups of regions.
  public enum GroupRule: Hashable, Sendable {
    /// The regions of a list against the rest.
    case codes(geography: String, codes: [String])
    /// Regions where the share of an industry in a base year exceeds mean plus k standard deviations.
    case shareAbove(industry: [String], table: String?, year: Int, standardDeviations: Double)
    /// Classes of population density.
    case density(population: String, year: Int, cuts: [Double], names: [String])
    /// Equal-sized classes of an industry's share or of density.
    case quantiles(population: String, year: Int, count: Int)
  }

  /// A named division of regions.
  public struct Group: Hashable, Sendable {
    /// The name to print.
    public var name: String
    /// The name of the rest, for a list.
    public var rest: String
    /// The rule.
    public var rule: GroupRule
    /// The group that this one is a sensitivity of.
    public var isVariantOf: String?
  }

  /// A ratio of two tables, averaged over some years.
  public struct Indicator: Hashable, Sendable {
    /// The name to print.
    public var name: String
    /// The table above the line.
    public var numerator: String
    /// The table below the line, or nil for the numerator itself.
    public var denominator: String?
    /// The first and last year.
    public var years: ClosedRange<Int>
    /// The first and last year of the growth that it is held against; nil for all years of the table.
    public var growth: ClosedRange<Int>?
    /// What the ratio is multiplied by.
    public var scale: Double
    /// The unit of the result.
    public var unit: String
    /// What to know of it.
    public var caution: String?
  }

  /// Makes the description of a study without tables.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - question: The question that the study answers.
  ///   - data: The folder of the tables, relative to the study's own.
  public init(title: String, question: String?, data: String) {
    self.title = title
    self.question = question
    self.data = data
  }

  /// The title.
  public var title: String
  /// The question that the study answers, in a sentence.
  public var question: String?
  /// The folder of the tables, relative to the study's own.
  public var data: String
  /// The sources in the order of the file.
  public var sources: [Source] = []
  /// The geographies in the order of the file.
  public var geographies: [Geography] = []
  /// The classification files by name.
  public var classifications: [NamedText] = []
  /// The names of the classifications that the program carries and the study uses.
  public var builtInClassifications: [String] = []
  /// The tables in the order of the file.
  public var tables: [TableDescription] = []
  /// The definitions in the order of the file.
  public var definitions: [IndustryDefinition] = []
  /// The groups in the order of the file.
  public var groups: [Group] = []
  /// The indicators in the order of the file.
  public var indicators: [Indicator] = []
  /// The code of the region whose strategy this is.
  public var place: String?
  /// What places are compared with.
  public var benchmark: String = "national"
  /// The number of periods of a mean.
  public var average: Int = 5
  /// The seed of random draws.
  public var seed: UInt64 = 1
  /// What the reader must know of the limits of these data.
  public var limits: [String] = []
  /// Whether any source is invented.
  public var isInvented: Bool { sources.contains { $0.isInvented } }
}
