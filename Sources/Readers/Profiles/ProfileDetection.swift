/// Finds out what kind of source a file comes from.
enum ProfileDetection {
  /// Detects the profile from the first rows of a file.
  ///
  /// By what only one kind of source writes: the names of columns, the line about Nomis, years across under titles,
  /// markers in square brackets. Everything else is tidy.
  static func detect(_ rows: [HeaderFinding.SampleRow]) -> ProfileName {
    guard let first = rows.first?.cells else { return .tidy }
    let names = Set(first.map { $0.lowercased() })
    if names.contains("obs_value"), names.contains("geography_code") || names.contains("record_count") {
      return .nomisAPI
    }
    if let corner = first.first?.lowercased(), corner.contains("\\time") { return .eurostat }
    if names.contains("geo"), names.contains("time_period") || names.contains("time"),
      names.contains("obs_value") || names.contains("value") || names.contains("values")
    {
      return .eurostat
    }
    let ids = Set(
      names.map { $0.prefix { $0 != ":" && $0 != ";" } }.map { HeaderFinding.trimmed(String($0)) }
    )
    if ids.contains("obs_value"),
      !ids.isDisjoint(with: ["dataflow", "structure", "structure_id", "ref_area", "time_period"])
    {
      return ids.contains("geo") ? .eurostat : .sdmx
    }
    if isNomisDownload(rows) { return .nomisDownload }
    if !names.isDisjoint(with: [
      "naics", "fipstate", "state_fips", "emp_suppress_flag", "empflag", "area_fips", "geo_id", "geofips",
      "naics2017",
    ]) {
      return .us
    }
    if let wide = HeaderFinding.wideHeader(in: rows),
      wide > 0 || hasCodesAndNames(rows[wide].cells)
    {
      return .onsWide
    }
    if hasBracketMarkers(rows) { return .gss }
    return .tidy
  }

  private static func isNomisDownload(_ rows: [HeaderFinding.SampleRow]) -> Bool {
    rows.prefix(12)
      .contains { row in
        row.cells.contains { $0.contains("[from Nomis") || $0.hasPrefix("Source: Nomis") || $0 == "mnemonic" }
      }
  }

  /// Whether a header with years across has the columns of an ONS sheet.
  private static func hasCodesAndNames(_ cells: [String]) -> Bool {
    let hints = SourceProfile.named(.onsWide).columns
    return [hints.region, hints.industry]
      .allSatisfy { names in
        names.contains { ColumnNames.position(of: $0, in: cells) != nil }
      }
  }

  private static func hasBracketMarkers(_ rows: [HeaderFinding.SampleRow]) -> Bool {
    let markers: Set<String> = ["[c]", "[x]", "[z]", "[low]", "[u]", "[w]", "[p]", "[r]", "[e]", "[b]"]
    return rows.contains { row in
      row.cells.contains { cell in
        guard cell.hasSuffix("]"), let open = cell.lastIndex(of: "[") else { return false }
        return markers.contains(String(cell[open...]))
      }
    }
  }
}
