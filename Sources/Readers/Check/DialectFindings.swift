/// How a file is written.
struct DialectFindings {
  private(set) var findings: [CheckFinding] = []

  init(_ dialect: Dialect, lineEnds: LineEndTally) {
    let quotes =
      dialect.quote.map {
        "quote \($0), " + (dialect.escape.map { "escape \($0)" } ?? "doubled within quotes")
      }
      ?? "no quotes"
    findings.append(
      CheckFinding(
        .note,
        "Dialect",
        "delimiter \(dialect.delimiterName); \(quotes); encoding \(dialect.encoding.rawValue)"
          + (dialect.hasByteOrderMark ? " with byte-order mark" : "")
          + (lineEnds.isEmpty ? "" : "; line ends \(lineEnds.words)"),
        advice: "If it is otherwise, say --delimiter, --quote, --escape, --encoding or --newline."
      )
    )
    if lineEnds.isMixed {
      findings.append(
        CheckFinding(
          .warning,
          "Line ends mixed",
          lineEnds.words,
          advice: "Each is taken as the end of a row; if only one is, name it with --newline."
        )
      )
    }
  }
}

/// What had to be mended or left out of an untidy text, one finding each.
struct UntidyFindings {
  private(set) var findings: [CheckFinding] = []

  private static let copy = "Make an even copy with: hinterland read FILE -o COPY.csv"

  init(_ account: UntidyAccount, told: UntidyTable.Told) {
    add(
      .problem,
      "Preamble",
      account.preamble,
      "before the header",
      "\(UntidyFindings.copy), which leaves them out."
    )
    if account.header.count > 1 {
      add(
        .problem,
        "Header lines",
        account.header,
        "name the columns; they are joined",
        "Make an even copy with: hinterland read FILE --header-lines \(account.header.count) -o COPY.csv, which joins them."
      )
    } else if account.header.count == 0 {
      findings.append(
        CheckFinding(
          told.headerLines == 0 ? .note : .warning,
          "No header",
          "no line names the columns; they are called col_0, col_1 and so on",
          advice: "If a line names them, say --header-lines 1; otherwise name the columns by these names."
        )
      )
    }
    for mended in account.mended { add(mended) }
    add(.note, "Blank lines", account.blank, "without anything", "Nothing is to be done: they are left out.")
    add(
      .problem,
      "Footnotes",
      account.footnotes,
      "after the table",
      "\(UntidyFindings.copy), which leaves them out."
    )
    if let line = account.secondTable {
      findings.append(
        CheckFinding(
          .problem,
          "Second table",
          "another table begins in row \(line); it is not read",
          advice:
            "Read the first with: hinterland read FILE -o FIRST.csv; the second with --skip \(line - 1)."
        )
      )
    }
  }

  private mutating func add(
    _ severity: CheckSeverity,
    _ title: String,
    _ lines: UntidyAccount.Lines,
    _ what: String,
    _ advice: String
  ) {
    guard lines.count > 0 else { return }
    findings.append(
      CheckFinding(
        severity,
        title,
        "\(lines.count) row\(lines.count == 1 ? "" : "s") \(what) (first: row \(lines.first))",
        advice: advice
      )
    )
  }

  private mutating func add(_ mended: UntidyAccount.Mended) {
    let look = "look at the first"
    let (severity, title, advice): (CheckSeverity, String, String) =
      switch mended.kind {
      case .filled:
        (.problem, "Short rows", "\(UntidyFindings.copy); \(look), or check --delimiter and --quote.")
      case .emptyCellLeftOut, .joined, .wider, .folded:
        (.problem, "Long rows", "\(UntidyFindings.copy); \(look), or check --delimiter and --quote.")
      case .quoteKept:
        (
          .warning, "Stray quotes",
          "\(UntidyFindings.copy), which doubles them; \(look), or say --quote none."
        )
      case .parted:
        (.problem, "Missing delimiters", "\(UntidyFindings.copy); \(look), it may be parted elsewhere.")
      case .otherDelimiter: (.problem, "Another delimiter", "\(UntidyFindings.copy); \(look).")
      }
    findings.append(
      CheckFinding(
        severity,
        title,
        "\(mended.count) row\(mended.count == 1 ? "" : "s"): \(mended.kind.words) (first: row \(mended.first))",
        advice: advice
      )
    )
  }
}
