import Panels

/// How much a finding of a check weighs.
public enum CheckSeverity: String, Hashable, Sendable, CaseIterable {
  /// What the file is.
  case note
  /// What may mislead a result.
  case warning
  /// What keeps the file from giving right results; the command exits with 1.
  case problem
}

/// One thing that a check found, with one line of advice.
public struct CheckFinding: Hashable, Sendable {
  /// How much it weighs.
  public var severity: CheckSeverity
  /// What it is about, in a few words.
  public var title: String
  /// What was found, how often, where first.
  public var detail: String
  /// What to do; empty where nothing is to be done.
  public var advice: String

  /// Makes a finding.
  ///
  /// - Parameters:
  ///   - severity: How much it weighs.
  ///   - title: What it is about.
  ///   - detail: What was found.
  ///   - advice: What to do.
  public init(_ severity: CheckSeverity, _ title: String, _ detail: String, advice: String = "") {
    self.severity = severity
    self.title = MessageText.line(title)
    self.detail = MessageText.line(detail)
    self.advice = MessageText.line(advice)
  }
}

/// What is in a file and what is wrong with it.
public struct CheckReport: Hashable, Sendable {
  /// The name of the file.
  public var file: String
  /// The kind of source.
  public var profile: ProfileName
  /// How the file is written.
  public var dialect: Dialect
  /// The row of the header.
  public var headerRow: Int
  /// How many rows lie below it.
  public var rows: Int
  /// What the columns seem to hold.
  public var columns: [ColumnUse]
  /// What was found, what the file is first.
  public var findings: [CheckFinding]
  /// What was held and read to find it.
  public var cost: CheckCost

  /// Whether some finding keeps the file from giving right results.
  public var hasProblem: Bool { findings.contains { $0.severity == .problem } }
}

/// What a check cost, counted: the same on every machine.
public struct CheckCost: Hashable, Sendable {
  /// How often the whole text was read.
  public var readings: Int
  /// How many different texts of all columns were kept.
  public var texts: Int
  /// How many cells were kept to compare rows.
  public var cells: Int
}

/// Codes that a geography or classification has, to check those of a file against.
public struct CodeList: Hashable, Sendable {
  /// The name with its date, such as "ITL2 2021".
  public var name: String
  /// The codes.
  public var codes: [String]

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - name: The name with its date.
  ///   - codes: The codes.
  public init(name: String, codes: [String]) {
    self.name = name
    self.codes = codes
  }
}

/// Which columns a check is told of; those that are nil are found by their content.
public struct CheckColumns: Hashable, Sendable {
  /// The column of the region's code.
  public var region: String?
  /// The column of the industry's code.
  public var industry: String?
  /// The column of the period.
  public var period: String?
  /// The column of the number.
  public var value: String?

  /// Makes the names; nil for those that are not told.
  public init(region: String? = nil, industry: String? = nil, period: String? = nil, value: String? = nil) {
    self.region = region
    self.industry = industry
    self.period = period
    self.value = value
  }

  /// Whether none is told.
  public var isEmpty: Bool { self == CheckColumns() }
}

/// What a check is told.
public struct CheckOptions: Hashable, Sendable {
  /// The kind of source; detected if nil.
  public var profile: ProfileName?
  /// Marks that the profile does not know or knows otherwise.
  public var markers: MarkerTable?
  /// The parts of the dialect that are known.
  public var dialect: DialectOverrides
  /// The columns that are told.
  public var columns: CheckColumns
  /// Codes to check those of the file against, besides those of SIC 2007.
  public var codeLists: [CodeList]
  /// How much is taken.
  public var limits: ReadLimits
  /// How much is held.
  public var bounds: CheckBounds
  /// What is told of the lines before the table and of those of its header.
  public var told: UntidyTable.Told

  /// Makes options; everything has a default.
  public init(
    profile: ProfileName? = nil,
    markers: MarkerTable? = nil,
    dialect: DialectOverrides = DialectOverrides(),
    columns: CheckColumns = CheckColumns(),
    codeLists: [CodeList] = [],
    limits: ReadLimits = ReadLimits(),
    bounds: CheckBounds = CheckBounds(),
    told: UntidyTable.Told = UntidyTable.Told()
  ) {
    self.profile = profile
    self.markers = markers
    self.dialect = dialect
    self.columns = columns
    self.codeLists = codeLists
    self.limits = limits
    self.bounds = bounds
    self.told = told
  }
}
