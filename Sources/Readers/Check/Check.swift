import Panels

/// Says what is in a delimited file and what is wrong with it, without being told anything.
///
/// - Parameters:
///   - file: The file.
///   - options: What is known already.
/// - Returns: The kind of source, the dialect, what the columns hold, and findings with a line of advice each.
/// - Throws: ``ReadError`` if the file cannot be read at all.
///
/// **Complexity.** O(cells); four bytes a cell are held.
public func check(
  _ file: InputFile,
  _ options: CheckOptions = CheckOptions()
) throws(ReadError) -> CheckReport {
  let content = try FileContent.open(file, limits: options.limits)
  var panelOptions = PanelOptions()
  panelOptions.profile = options.profile
  if let cube = try JSONStatTable.read(content, limits: options.limits) {
    var reader = PanelReader(cube.table, cube.completed(panelOptions), rowNumbers: cube.rowNumbers)
    let found = try reader.findHeader()
    return try report(reader, found, options)
  }
  let text = try DelimitedText.open(content, overrides: options.dialect, limits: options.limits)
  var reader = PanelReader(text, panelOptions)
  let found = try reader.findHeader()
  return try report(reader, found, options)
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
  var panelOptions = PanelOptions()
  panelOptions.profile = options.profile
  var reader = PanelReader(text, panelOptions, rowNumbers: [1] + table.rowNumbers)
  let found = try reader.findHeader()
  return try report(reader, found, options)
}

private func report(
  _ reader: PanelReader,
  _ found: PanelReader.FoundHeader,
  _ options: CheckOptions
) throws(ReadError) -> CheckReport {
  var table = try CheckedTable(
    reader.text,
    header: found.names,
    headerRow: found.row,
    hasNotes: found.profile.hasNotes,
    number: { reader.fileRow($0) }
  )
  if table.rows.isEmpty { throw .empty(file: reader.text.name) }
  try table.setRoles(told: options.columns, file: reader.text.name)
  let markers = found.profile.markers.overridden(by: options.markers)
  var findings = FileFindings(table, reader.fileDialect, found).findings
  findings += CodeFindings(table, options.codeLists).findings
  findings += ValueFindings(table, profile: found.profile, markers: markers, file: reader.text.name).findings
  findings += SumFindings(table).findings
  return CheckReport(
    file: reader.text.name,
    profile: found.profile.name,
    dialect: reader.fileDialect,
    headerRow: reader.fileRow(found.row),
    rows: table.rows.count,
    columns: table.columns.map { ColumnUse(role: role($0.role), column: $0.name) },
    findings: findings
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
