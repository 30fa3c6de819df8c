import Panels

/// Which cells of a table make a panel.
struct PanelLayout {
  /// Where a code comes from.
  enum KeySource: Equatable {
    case column(Int)
    case constant(String)
  }

  /// A column of numbers of one period, in a wide table.
  struct PeriodColumn: Equatable {
    var column: Int
    var period: Period
  }

  /// A filter on one column.
  struct Filter: Equatable {
    var column: Int
    var values: [String]
  }

  var headerRow: Int
  var header: [String]
  var region: KeySource
  var regionName: Int?
  var industry: KeySource
  var industryTitle: Int?
  var period: KeySource?
  var value: Int?
  var periodColumns: [PeriodColumn]
  var status: Int?
  var lower: Int?
  var upper: Int?
  var text: Int?
  /// Whether the number is withheld, in SDMX.
  var confidentiality: Int?
  /// The power of ten of the number, in SDMX.
  var multiplier: Int?
  /// What is to be done with the row, in SDMX.
  var action: Int?
  var filters: [Filter]
  var level: Filter?

  /// The columns that are read, for a report.
  var uses: [ColumnUse] {
    var uses: [ColumnUse] = []
    func add(_ role: String, _ source: KeySource?) {
      switch source {
      case .column(let column)?: uses.append(ColumnUse(role: role, column: header[column]))
      case .constant(let value)?: uses.append(ColumnUse(role: role, column: "'\(value)' in every row"))
      case nil: break
      }
    }
    add("region", region)
    add("region name", regionName.map(KeySource.column))
    add("industry", industry)
    add("industry title", industryTitle.map(KeySource.column))
    add("period", period)
    if let first = periodColumns.first, let last = periodColumns.last {
      uses.append(ColumnUse(role: "values", column: "\(header[first.column]) … \(header[last.column])"))
    }
    add("value", value.map(KeySource.column))
    add("status", status.map(KeySource.column))
    add("confidentiality", confidentiality.map(KeySource.column))
    add("multiplier", multiplier.map(KeySource.column))
    return uses
  }

  /// Whether a row says nothing of a cell but its number.
  var isBare: Bool { status == nil && lower == nil && confidentiality == nil && multiplier == nil }

  /// Resolves the columns of a header.
  ///
  /// - Throws: ``ReadError/unknownColumn(file:column:role:nearest:known:)`` or
  ///   ``ReadError/columnNeeded(file:role:option:known:)``.
  init(file: String, headerRow: Int, header: [String], profile: SourceProfile, options: PanelOptions)
    throws(ReadError)
  {
    let names = ColumnResolver(file: file, header: header)
    let hints = profile.columns
    self.headerRow = headerRow
    self.header = header
    region = try names.key(options.region, hints.region, role: "region codes", option: "--region")
    industry = try names.key(options.industry, hints.industry, role: "industry codes", option: "--industry")
    regionName = try names.optional(options.regionName, hints.regionName, role: "region names")
    industryTitle = try names.optional(options.industryTitle, hints.industryTitle, role: "industry titles")
    if regionName.map(KeySource.column) == region { regionName = nil }
    if industryTitle.map(KeySource.column) == industry { industryTitle = nil }
    periodColumns = []
    let isLongTold = options.value != .detected
    let across = PanelLayout.periodsAcross(header)
    let hasValueHint = try names.optional(.detected, hints.value, role: "values") != nil
    if !isLongTold, across.count >= 2, profile.shape == .wide || !hasValueHint {
      periodColumns = across
    } else {
      period = try names.key(options.period, hints.period, role: "periods", option: "--period")
      value = try names.required(options.value, hints.value, role: "values", option: "--value")
      lower = try names.optional(.detected, hints.lower, role: "lower bounds")
      upper = try names.optional(.detected, hints.upper, role: "upper bounds")
      text = try names.optional(.detected, hints.text, role: "texts")
      if lower == nil || upper == nil { (lower, upper) = (nil, nil) }
    }
    status = try names.optional(options.status, hints.status, role: "statuses")
    if value != nil {
      confidentiality = try names.optional(.detected, hints.confidentiality, role: "confidentiality")
      multiplier = try names.optional(.detected, hints.multiplier, role: "multipliers")
      action = try names.optional(.detected, hints.action, role: "actions")
    }
    filters = []
    for filter in options.filters {
      let column = try names.position(filter.column, role: "a filter")
      if let known = filters.firstIndex(where: { $0.column == column }) {
        filters[known].values.append(filter.value)
      } else {
        filters.append(Filter(column: column, values: [filter.value]))
      }
    }
    if let wanted = options.level {
      let found = header.firstIndex { $0.lowercased().hasSuffix("level") }
      guard
        let column = try options.levelColumn.map({ name throws(ReadError) in
          try names.position(name, role: "levels")
        }) ?? found
      else { throw .columnNeeded(file: file, role: "levels", option: "--where COLUMN=VALUE", known: header) }
      level = Filter(column: column, values: [wanted])
    }
  }

  /// The columns that are named as periods.
  static func periodsAcross(_ header: [String]) -> [PeriodColumn] {
    header.indices.compactMap { column in
      HeaderFinding.period(header[column]).map { PeriodColumn(column: column, period: $0) }
    }
  }
}

/// Finds the columns of a header by name.
struct ColumnResolver {
  let file: String
  let header: [String]

  func position(_ name: String, role: String) throws(ReadError) -> Int {
    guard let position = ColumnNames.position(of: name, in: header) else {
      throw .unknownColumn(
        file: file,
        column: name,
        role: role,
        nearest: NearestNames.of(name, among: header),
        known: header
      )
    }
    guard header.filter({ $0 == header[position] }).count == 1 else {
      throw .repeatedColumn(file: file, column: name)
    }
    return position
  }

  func optional(_ column: PanelColumn, _ hints: [String], role: String) throws(ReadError) -> Int? {
    switch column {
    case .named(let name): return try position(name, role: role)
    case .constant: return nil
    case .detected: return hints.lazy.compactMap { ColumnNames.position(of: $0, in: header) }.first
    }
  }

  func required(_ column: PanelColumn, _ hints: [String], role: String, option: String) throws(ReadError)
    -> Int
  {
    guard let position = try optional(column, hints, role: role) else {
      throw .columnNeeded(file: file, role: role, option: option, known: header)
    }
    return position
  }

  func key(_ column: PanelColumn, _ hints: [String], role: String, option: String) throws(ReadError)
    -> PanelLayout.KeySource
  {
    if case .constant(let value) = column { return .constant(value) }
    return .column(try required(column, hints, role: role, option: option))
  }
}
