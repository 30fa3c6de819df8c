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
      case .industry: addIndustry(column, table)
      default: continue
      }
      for list in lists { compare(column, list) }
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
          ? "Codes of several levels: never add across them; keep one with --where." : ""
      )
    )
  }

  private mutating func addIndustry(_ column: CheckedColumn, _ table: CheckedTable) {
    guard let guess = ClassificationGuess(column.filled, name: column.name) else { return }
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

  private mutating func compare(_ column: CheckedColumn, _ list: CodeList) {
    let known = Set(list.codes.map(CodeMatching.key))
    let strangers = column.filled.filter { !known.contains(CodeMatching.key($0)) }
    let shared = column.filled.count - strangers.count
    guard shared * 2 >= column.filled.count else { return }
    let missing = list.codes.count - shared
    findings.append(
      CheckFinding(
        strangers.isEmpty ? .note : .warning,
        "Codes of \(list.name)",
        strangers.isEmpty
          ? "all codes of '\(column.name)' are of it"
            + (missing > 0 ? "; \(missing) of its codes are absent" : "")
          : "\(strangers.count) codes of '\(column.name)' are not of it: "
            + strangers.prefix(5).joined(separator: ", "),
        advice: strangers.isEmpty
          ? ""
          : "They may be totals, or codes of another date: name the total, or join through a concordance."
      )
    )
  }

  private mutating func addDamage(_ column: CheckedColumn) {
    let damage = SpreadsheetDamage(in: column.filled)
    for notice in damage.notices(what: "column '\(column.name)':", isMended: false) {
      findings.append(
        CheckFinding(
          .problem,
          "Spreadsheet damage",
          notice.text,
          advice: "Say --repair, or fetch the file again."
        )
      )
    }
  }
}
