public import Panels

/// Where a part of a panel comes from.
public enum PanelColumn: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The column that the profile implies; an error if it implies none and the part is needed.
  case detected
  /// The column of this name.
  case named(String)
  /// No column: every row has this value.
  case constant(String)

  /// Makes the column of a name.
  public init(stringLiteral value: String) {
    self = .named(value)
  }

  /// Makes the column of a name, or the one that the profile implies from nil.
  public init(_ name: String?) {
    self = name.map(PanelColumn.named) ?? .detected
  }
}

/// Rows to keep: those with a value in a column.
public struct ColumnFilter: Hashable, Sendable {
  /// The name of the column.
  public var column: String
  /// The value to keep; several filters of one column keep the rows of any of their values.
  public var value: String

  /// Makes a filter.
  ///
  /// - Parameters:
  ///   - column: The name of the column.
  ///   - value: The value to keep.
  public init(column: String, value: String) {
    self.column = column
    self.value = value
  }
}

/// How a file becomes a panel.
public struct PanelOptions: Hashable, Sendable {
  /// What is counted.
  public var variable: Variable
  /// The codes of regions.
  public var region: PanelColumn = .detected
  /// The names of regions; none if neither given nor implied.
  public var regionName: PanelColumn = .detected
  /// The codes of industries.
  public var industry: PanelColumn = .detected
  /// The titles of industries; none if neither given nor implied.
  public var industryTitle: PanelColumn = .detected
  /// The periods; not used where periods lie across.
  public var period: PanelColumn = .detected
  /// The numbers; not used where periods lie across.
  public var value: PanelColumn = .detected
  /// What the agency says about each number; none if neither given nor implied.
  public var status: PanelColumn = .detected
  /// The rows to keep; different columns must all agree.
  public var filters: [ColumnFilter] = []
  /// The column of levels, used with ``level``.
  public var levelColumn: String?
  /// The level of a hierarchy to keep.
  public var level: String?
  /// The code of the industry that is the sum of all others; its rows are kept beside the cells.
  public var total: String?
  /// The code of the region that is the sum of all others; its rows are kept beside the cells.
  public var totalRegion: String?
  /// The kind of source; detected if nil.
  public var profile: ProfileName?
  /// Marks that the profile does not know or knows otherwise.
  public var markers: MarkerTable?
  /// How the agency rounded.
  public var rounding: RoundingRule = .none
  /// The parts of the dialect that are known.
  public var dialect = DialectOverrides()
  /// Whether codes that a spreadsheet made into dates, or robbed of zeros, are mended.
  public var repairCodes = false
  /// How much is taken.
  public var limits = ReadLimits()

  /// Makes options; set the rest as properties.
  ///
  /// - Parameters:
  ///   - variable: What is counted.
  ///   - region: The column of codes of regions; implied by the profile if nil.
  ///   - industry: The column of codes of industries; implied by the profile if nil.
  ///   - period: The column of periods; implied by the profile if nil.
  ///   - value: The column of numbers; implied by the profile if nil.
  public init(
    variable: Variable = Variable(name: "value"),
    region: String? = nil,
    industry: String? = nil,
    period: String? = nil,
    value: String? = nil
  ) {
    self.variable = variable
    self.region = PanelColumn(region)
    self.industry = PanelColumn(industry)
    self.period = PanelColumn(period)
    self.value = PanelColumn(value)
  }
}
