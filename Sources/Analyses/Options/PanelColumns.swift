public import ArgumentParser
public import Panels
public import Readers
public import Studies

/// What the columns of a table of regions, industries and periods are.
///
/// A study says all this itself, in its `study.yml`.
public struct PanelColumns: Columns {
  @Option(help: ArgumentHelp("Column of the region's code.", valueName: "column"))
  var region: String?
  @Option(help: ArgumentHelp("Column of the region's name.", valueName: "column"))
  var regionName: String?
  @Option(help: ArgumentHelp("Column of the industry's code.", valueName: "column"))
  var industry: String?
  @Option(help: ArgumentHelp("Column of the industry's title.", valueName: "column"))
  var industryTitle: String?
  @Option(help: ArgumentHelp("Column of the period.", valueName: "column"))
  var period: String?
  @Option(help: ArgumentHelp("Column of the number.", valueName: "column"))
  var value: String?
  @Option(help: ArgumentHelp("Column of the status.", valueName: "column"))
  var status: String?
  @Option(help: ArgumentHelp("What the number counts, such as jobs.", valueName: "text"))
  var unit: String?
  @Option(help: ArgumentHelp("current, a year, or chained; for money.", valueName: "prices"))
  var prices: Prices?
  @Option(help: ArgumentHelp("How the file speaks; found by itself if not given.", valueName: "name"))
  var profile: String?
  @Option(help: ArgumentHelp("none, bres, bres-relaxed, bres-strict or a base such as 5.", valueName: "rule"))
  var rounding: RoundingRule?
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Keep these rows; repeatable.", valueName: "column=value")
  )
  var conditions: [ColumnFilter] = []
  @Option(
    help: ArgumentHelp("Industry code whose rows are sums of the others: the reference.", valueName: "code")
  )
  var total: String?
  @Option(help: ArgumentHelp("Region code whose rows are sums of the others.", valueName: "code"))
  var totalRegion: String?
  @Option(
    help: ArgumentHelp(
      "Bring regions to another vintage: FILE, or FILE:from=COLUMN,to=COLUMN,weight=COLUMN; repeatable, in order.",
      valueName: "lookup"
    ),
    transform: { try LookupSpecification($0) }
  )
  var regionLookup: [LookupSpecification] = []
  @Option(
    help: ArgumentHelp("Bring industries to another vintage; likewise.", valueName: "lookup"),
    transform: { try LookupSpecification($0) }
  )
  var industryLookup: [LookupSpecification] = []
  @Flag(help: "Scale weights of lookups that do not add to 1.")
  var renormalize = false
  @Option(help: ArgumentHelp("Sheet of a workbook; found by itself if not given.", valueName: "name"))
  var sheet: String?
  @Option(help: ArgumentHelp("Folder of a study's tables, if it is another.", valueName: "folder"))
  var data: String?

  /// Makes the options with their defaults; arguments are parsed into it.
  public init() {}

  /// The arguments again, as they would be typed.
  public var arguments: [String] {
    var result: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value { result += ["--" + name, value] }
    }
    add("region", region)
    add("region-name", regionName)
    add("industry", industry)
    add("industry-title", industryTitle)
    add("period", period)
    add("value", value)
    add("status", status)
    add("unit", unit)
    add("prices", prices?.option)
    add("profile", profile)
    add("rounding", rounding?.option)
    for condition in conditions { add("where", condition.column + "=" + condition.value) }
    add("total", total)
    add("total-region", totalRegion)
    for lookup in regionLookup { add("region-lookup", lookup.text) }
    for lookup in industryLookup { add("industry-lookup", lookup.text) }
    if renormalize { result.append("--renormalize") }
    add("sheet", sheet)
    return result
  }

  /// Makes the study that an input stands for.
  ///
  /// - Parameter input: A study folder or a table.
  /// - Throws: `StudyError` or a reader's error.
  /// - Returns: The study.
  public func study(of input: String) throws -> Study {
    if Study.isStudy(input) {
      guard regionLookup.isEmpty, industryLookup.isEmpty, !renormalize else {
        throw ValidationError(
          "'\(input)' is a study: name its lookups in study.yml, under 'lookups' of the table."
        )
      }
      return try Study(folder: input, data: data)
    }
    var description = StudyDescription.TableDescription(name: "table", file: input)
    description.region = region
    description.regionName = regionName
    description.industry = industry
    description.industryTitle = industryTitle
    description.period = period
    description.value = value
    description.status = status
    description.unit = unit ?? ""
    description.prices = prices
    description.profile = profile
    description.rounding = rounding ?? .none
    description.keep = conditions
    description.total = total
    description.totalRegion = totalRegion
    description.sheet = sheet
    func scaled(_ lookup: LookupSpecification) -> LookupSpecification {
      var lookup = lookup
      if renormalize { lookup.renormalizes = true }
      return lookup
    }
    description.regionLookups = regionLookup.map(scaled)
    description.industryLookups = industryLookup.map(scaled)
    return Study(table: description, columns: arguments)
  }
}

extension Prices: ExpressibleByArgument {
  /// Reads an argument.
  public init?(argument: String) { self.init(argument) }
}

extension RoundingRule: ExpressibleByArgument {
  /// Reads an argument.
  public init?(argument: String) { self.init(argument) }
}

extension ColumnFilter: ExpressibleByArgument {
  /// Reads `column=value`.
  public init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else { return nil }
    self.init(column: String(argument[..<equals]), value: String(argument[argument.index(after: equals)...]))
  }
}
