import Panels

/// What the codes of regions and industries are, and what is wrong with them.
struct CodeFindings {
  private(set) var findings: [CheckFinding] = []

  init(_ table: CheckedTable, _ lists: [CodeList]) {
    var hasRegion = false
    for column in table.columns {
      switch column.role {
      case .region(let guess):
        hasRegion = true
        addRegion(column, guess)
      case .industry:
        addIndustry(column, table)
        if let sic = try? Classification.builtIn("SIC 2007"), !column.name.lowercased().contains("naics") {
          findings += CodeFindings.compare(column.filled, of: column.name, with: sic)
        }
      default: continue
      }
      for list in lists { findings += CodeFindings.compare(column.filled, of: column.name, with: list) }
      addDamage(column)
    }
    if !hasRegion {
      findings.append(
        CheckFinding(
          .note,
          "No region codes",
          "no column holds codes of a geography that is known (ITL, NUTS, GSS, FIPS)",
          advice: "Name the column with --region; names do as codes."
        )
      )
    }
  }

  private mutating func addRegion(_ column: CheckedColumn, _ guess: GeographyGuess) {
    findings.append(
      CheckFinding(
        guess.strangers.isEmpty ? .note : .warning,
        "Geography",
        "column '\(column.name)': \(column.filled.count) codes, \(guess.kind)"
          + (guess.vintage.map { "; \($0)" } ?? "")
          + (guess.strangers.isEmpty ? "" : "; not of it: \(guess.strangers.joined(separator: ", "))"),
        advice: guess.kind.contains(",")
          ? "Codes of several levels: never add across them; keep one with --where."
          : guess.vintage == nil
            ? ""
            : "For boundaries of another date bring them over with --region-lookup FILE (in a study: lookups)."
      )
    )
  }

  private mutating func addIndustry(_ column: CheckedColumn, _ table: CheckedTable) {
    let guess = ClassificationGuess(told: column.filled, name: column.name)
    findings.append(
      CheckFinding(
        .note,
        "Classification",
        "column '\(column.name)': \(column.filled.count) codes, \(guess.kind)"
      )
    )
    do throws(PanelError) {
      try IndustryCode.requireDisjoint(column.filled.map { Industry(code: $0) })
    } catch {
      guard case .mixedLevels(let part, let whole) = error else { return }
      let level = table.columns.first { $0.name.lowercased().hasSuffix("level") && $0.texts.count > 1 }
      findings.append(
        CheckFinding(
          .warning,
          "Nested levels",
          "column '\(column.name)' has '\(part)' and '\(whole)', of which it is part",
          advice: "Adding both counts twice. Name the total with --total and keep one level"
            + (level.map { " with --where \($0.name)=…" } ?? " with --only or --where") + "."
        )
      )
    }
  }

  private mutating func addDamage(_ column: CheckedColumn) {
    let damage = SpreadsheetDamage(in: column.filled)
    for notice in damage.notices(what: "column '\(column.name)':", isMended: false) {
      findings.append(
        CheckFinding(
          .problem,
          "Spreadsheet damage",
          notice.text,
          advice: "Mend them with: hinterland clean FILE --repair-codes; or fetch the file again."
        )
      )
    }
  }
}
