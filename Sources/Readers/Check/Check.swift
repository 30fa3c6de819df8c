import Panels

/// Says what is in a delimited file and what is wrong with it, without being told anything.
///
/// A text that parts evenly into rows and cells is read once. One that does not, or that has lines beside its table, is read
/// again as ``UntidyTable`` reads it: each thing that had to be mended is a finding, and the content is checked as mended.
///
/// - Parameters:
///   - file: The file.
///   - options: What is known already.
/// - Returns: The kind of source, the dialect, what the columns hold, and findings with a line of advice each.
/// - Throws: ``ReadError`` if the file cannot be read at all.
///
/// **Complexity.** O(cells); of an even text no more is held than ``CheckBounds`` allows.
public func check(
  _ file: InputFile,
  _ options: CheckOptions = CheckOptions()
) throws(ReadError) -> CheckReport {
  let content = try FileContent.open(file, limits: options.limits)
  if let cube = try JSONStatTable.read(content, limits: options.limits) {
    let told = cube.completed(PanelOptions(told: options.profile))
    var reader = PanelReader(cube.table, told, rowNumbers: cube.rowNumbers)
    let found = try reader.findHeader()
    let table = try CheckedTable(reader, found, options)
    return try report(table, found, options, dialect: reader.fileDialect, file: file.name, written: [])
  }
  let text = try DelimitedText.open(content, overrides: options.dialect, limits: options.limits)
  guard (options.told.headerLines ?? 1) <= 1 else { return try checkUntidy(text, options) }
  do {
    var reader = PanelReader(text, PanelOptions(told: options.profile))
    let found = try reader.findHeader()
    if !found.profile.hasNotes,
      try UnevenText.isFound(atBeginningOf: text, columns: found.names.count, options)
    {
      return try checkUntidy(text, options)
    }
    let table = try CheckedTable(reader, found, options)
    if !found.profile.hasNotes, table.isUneven { return try checkUntidy(text, options) }
    if !found.profile.hasNotes, options.told.headerLines == nil, let lines = table.headerLines {
      var options = options
      options.told.headerLines = lines
      return try checkUntidy(text, options)
    }
    let dialect = reader.fileDialect
    let written = DialectFindings(
      dialect,
      lineEnds: try table.lineEnds.isEmpty ? LineEndTally(of: text) : table.lineEnds
    )
    return try report(table, found, options, dialect: dialect, file: file.name, written: written.findings)
  } catch {
    switch error {
    case .unclosedQuote, .noHeader: return try checkUntidy(text, options)
    default: throw error
    }
  }
}

/// Says what is in a table in memory, such as a sheet of a workbook, and what is wrong with it.
///
/// - Parameters:
///   - table: The table.
///   - options: What is known already.
/// - Returns: What ``check(_:_:)-(InputFile,_)`` returns.
/// - Throws: ``ReadError`` if the table has no header.
public func check(
  _ table: TextTable,
  _ options: CheckOptions = CheckOptions()
) throws(ReadError) -> CheckReport {
  let text = try DelimitedText.open(table, hasDecimalComma: options.dialect.hasDecimalComma ?? false)
  var reader = PanelReader(text, PanelOptions(told: options.profile), rowNumbers: [1] + table.rowNumbers)
  let found = try reader.findHeader()
  let checked = try CheckedTable(reader, found, options)
  return try report(checked, found, options, dialect: reader.fileDialect, file: table.name, written: [])
}

/// Checks a text that does not part evenly, as mended.
private func checkUntidy(_ text: DelimitedText, _ options: CheckOptions) throws(ReadError) -> CheckReport {
  let untidy = try UntidyTable(text, dialect: options.dialect, told: options.told, limits: options.limits)
  let width = untidy.header?.count ?? untidy.rows.first?.count ?? 0
  guard !untidy.rows.isEmpty else {
    if untidy.header == nil { throw .empty(file: text.name) }
    throw .onlyHeader(file: text.name, row: untidy.account.header.first)
  }
  let table = TextTable(
    name: text.name,
    header: untidy.header ?? (0..<width).map { "col_\($0)" },
    rows: untidy.rows,
    rowNumbers: untidy.account.lines.all
  )
  let mended = try DelimitedText.open(table, hasDecimalComma: text.dialect.hasDecimalComma)
  let reader = PanelReader(
    mended,
    PanelOptions(told: options.profile),
    rowNumbers: [max(1, untidy.account.header.first)] + table.rowNumbers
  )
  let sample = try HeaderFinding.sample(mended)
  let found = PanelReader.FoundHeader(
    profile: SourceProfile.named(options.profile ?? ProfileDetection.detect(sample)),
    isDetected: options.profile == nil,
    row: 1,
    names: table.header.map(HeaderFinding.trimmed)
  )
  let dialect = text.dialect.rewritten(as: untidy.account.dialect, hasHeader: untidy.header != nil)
  let lineEnds = try LineEndTally(of: text)
  let written =
    DialectFindings(dialect, lineEnds: lineEnds).findings
    + UntidyFindings(untidy.account, told: options.told).findings
  let checked = try CheckedTable(reader, found, options)
  return try report(checked, found, options, dialect: dialect, file: text.name, written: written, readings: 2)
}

private func report(
  _ table: CheckedTable,
  _ found: PanelReader.FoundHeader,
  _ options: CheckOptions,
  dialect: Dialect,
  file: String,
  written: [CheckFinding],
  readings: Int = 1
) throws(ReadError) -> CheckReport {
  var table = table
  if table.rowCount == 0 { throw .onlyHeader(file: file, row: table.headerRow) }
  try table.setRoles(told: options.columns, file: file)
  let markers = found.profile.markers.overridden(by: options.markers)
  var findings = FileFindings(table, dialect, found, written: written).findings
  findings += CodeFindings(table, options.codeLists).findings
  findings += ValueFindings(table, profile: found.profile, markers: markers, file: file).findings
  findings += SumFindings(table).findings
  return CheckReport(
    file: file,
    profile: found.profile.name,
    dialect: dialect,
    headerRow: table.headerRow,
    rows: table.rowCount,
    columns: table.columns.map { ColumnUse(role: role($0.role), column: $0.name) },
    findings: findings,
    cost: CheckCost(
      readings: readings,
      texts: table.columns.reduce(0) { $0 + $1.texts.count },
      cells: table.columns.reduce(0) { $0 + $1.ids.count }
    )
  )
}

private func role(_ role: CheckedColumn.Role) -> String {
  switch role {
  case .period: "period"
  case .region: "region"
  case .industry: "industry"
  case .value: "value"
  case .other: "other"
  }
}

extension PanelOptions {
  /// Options that say nothing but the kind of source.
  fileprivate init(told profile: ProfileName?) {
    self.init()
    self.profile = profile
  }
}
