import Panels

/// What the file is, and rows that do not fit.
struct FileFindings {
  private(set) var findings: [CheckFinding] = []

  init(_ table: CheckedTable, _ dialect: Dialect, _ found: PanelReader.FoundHeader) {
    findings.append(
      CheckFinding(
        .note,
        "Source",
        "profile \(found.profile.name.rawValue)\(found.isDetected ? " (detected)" : ""); \(dialect.label); "
          + "header in row \(found.row); \(table.rowCount) rows, \(table.columns.count) columns",
        advice: found.isDetected ? "Say --profile if the file is of another kind." : ""
      )
    )
    addRows(table, dialect)
    addPeriods(table)
  }

  private mutating func addRows(_ table: CheckedTable, _ dialect: Dialect) {
    if let first = table.ragged.first.first {
      findings.append(
        CheckFinding(
          .problem,
          "Ragged rows",
          "\(table.ragged.count) rows have not the \(table.columns.count) cells of the header; "
            + "first: row \(first.row) with \(first.cells)",
          advice: "Mend these rows, or check --delimiter and --quote."
        )
      )
    }
    if table.repeatedHeaders.count > 0 {
      findings.append(
        CheckFinding(
          .note,
          "Header rows repeated",
          "\(table.repeatedHeaders.count), first in row \(table.repeatedHeaders.firstRow)",
          advice: "Nothing is to be done: they are left out and counted."
        )
      )
    }
    if dialect.isDecimalAmbiguous {
      findings.append(
        CheckFinding(
          .problem,
          "Decimal sign unclear",
          "numbers such as 1,234 may have a decimal comma or parted thousands",
          advice: "Write the numbers without a sign between thousands, or with two decimals, and check again."
        )
      )
    }
    let names = table.columns.map(\.name)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 && !name.isEmpty }) {
      findings.append(
        CheckFinding(
          .warning,
          "Column names repeated",
          "'\(twice)' stands more than once",
          advice: "Give each column a name of its own before naming it in an option."
        )
      )
    }
  }

  private mutating func addPeriods(_ table: CheckedTable) {
    let across = table.columns.compactMap { HeaderFinding.period($0.name) }.sorted()
    let down = table.columns(where: { $0 == .period }).first
    let periods = across.count >= 2 ? across : Set(down?.filled.compactMap { Period($0) } ?? []).sorted()
    guard let first = periods.first, let last = periods.last else {
      findings.append(
        CheckFinding(
          down == nil ? .warning : .problem,
          "No periods",
          (down.map { "column '\($0.name)'" } ?? "no column") + " holds years, quarters or dates",
          advice: "Name the column with --period."
        )
      )
      return
    }
    if across.count < 2, let text = down?.filled.first(where: { Period($0) == nil }) {
      findings.append(
        CheckFinding(
          .problem,
          "Not periods",
          "column '\(down?.name ?? "")' holds '\(text)', which is no year, quarter or date",
          advice: "Name another column with --period, or drop such rows with --where."
        )
      )
    }
    let gaps = zip(periods, periods.dropFirst()).first { $1.year - $0.year > 1 }
    findings.append(
      CheckFinding(
        gaps == nil ? .note : .warning,
        "Periods",
        "\(periods.count) from \(first) to \(last)" + (gaps.map { "; none between \($0) and \($1)" } ?? ""),
        advice: gaps == nil ? "" : "Moving means and growth over the gap are refused."
      )
    )
  }
}
