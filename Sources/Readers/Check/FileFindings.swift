import Panels

/// What the file is, and rows that do not fit.
struct FileFindings {
  private(set) var findings: [CheckFinding] = []

  init(
    _ table: CheckedTable,
    _ dialect: Dialect,
    _ found: PanelReader.FoundHeader,
    written: [CheckFinding]
  ) {
    findings.append(
      CheckFinding(
        .note,
        "Source",
        "profile \(found.profile.name.rawValue)\(found.isDetected ? " (detected)" : ""); \(dialect.label); "
          + "header in row \(table.headerRow); \(table.rowCount) rows, \(table.columns.count) columns",
        advice: found.isDetected ? "Say --profile if the file is of another kind." : ""
      )
    )
    findings += written
    addRows(table, dialect)
    addColumns(table)
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
    addLines(table)
  }

  /// Lines that are no data, where the kind of source has such.
  private mutating func addLines(_ table: CheckedTable) {
    if table.notes.count > 0 {
      findings.append(
        CheckFinding(
          .note,
          "Notes",
          "\(table.notes.count) rows with notes of the publisher (first: row \(table.notes.firstRow))",
          advice: "Nothing is to be done: they are kept with the source."
        )
      )
    }
    if table.quotes.count > 0 {
      findings.append(
        CheckFinding(
          .warning,
          "Stray quotes",
          "\(table.quotes.count) cell\(table.quotes.count == 1 ? "" : "s") with a quote within, not enclosed in quotes "
            + "(first: row \(table.quotes.firstRow))",
          advice: "They are kept as text; if quotes are ordinary characters here, say --quote none."
        )
      )
    }
    if table.blank.count > 0 {
      findings.append(
        CheckFinding(
          .note,
          "Blank lines",
          "\(table.blank.count) row\(table.blank.count == 1 ? "" : "s") without anything (first: row \(table.blank.firstRow))",
          advice: "Nothing is to be done: they are left out."
        )
      )
    }
  }

  /// Names that stand twice, columns with nothing in them, and a table of one column.
  private mutating func addColumns(_ table: CheckedTable) {
    if table.columns.count == 1 {
      findings.append(
        CheckFinding(
          .problem,
          "One column",
          "no delimiter parts the rows, of which the header is '\(table.columns[0].name)'",
          advice: "A panel needs codes and numbers side by side: name what parts them with --delimiter."
        )
      )
    }
    let empty = table.columns.filter { $0.filled.isEmpty && !$0.isOverfull }
    if let first = empty.first, table.columns.count > 1 {
      let shown = empty.prefix(5).map { $0.name.isEmpty ? "number \($0.position + 1)" : "'\($0.name)'" }
      findings.append(
        CheckFinding(
          first.name.isEmpty ? .note : .warning,
          "Empty columns",
          "\(empty.count): \(shown.joined(separator: ", "))" + (empty.count > 5 ? " and more" : "")
            + " (first: column \(first.position + 1))",
          advice: "Leave them out of the file, or fetch it again if they should hold something."
        )
      )
    }
    for column in table.columns where column.isOverfull {
      findings.append(
        CheckFinding(
          .note,
          "Texts not kept",
          "column '\(column.name)' has more different texts than the \(column.texts.count) that are kept"
            + (column.unkept > 0 ? "; \(column.unkept) cells are not looked at" : "; further numbers are"),
          advice: column.unkept > 0 ? "Codes are compared for the texts that are kept only." : ""
        )
      )
    }
    let names = table.columns.map(\.name)
    var seen: Set<String> = []
    if let twice = names.first(where: { !$0.isEmpty && !seen.insert($0).inserted }) {
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
