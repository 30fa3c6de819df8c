import Panels
import Readers
import Testing

/// Checks of texts that do not part evenly, or have lines beside their table.
@Suite struct UnevenCheckTests {
  /// Rows of four regions, three industries and three years; the first cell of each is a code of ITL.
  private static let rows: [String] = (2019...2021)
    .flatMap { year in
      (1...4)
        .flatMap { region in
          ["26110", "29100", "30300"].enumerated()
            .map { "TLC\(region),\($1),\(year),\((region + 1) * ($0 + 2) * 10 + year % 7)" }
        }
    }
  private static let header = "itl,sic,year,jobs"

  private func report(_ lines: [String], _ options: CheckOptions = CheckOptions()) throws -> CheckReport {
    try check(InputFile(text: lines.joined(separator: "\n") + "\n", name: "t.csv"), options)
  }

  private func finding(_ title: String, in report: CheckReport) throws -> CheckFinding {
    try #require(report.findings.first { $0.title == title }, "\(report.findings.map(\.title))")
  }

  @Test("An even table is read once, and says how it is written")
  func even() throws {
    let report = try report([Self.header] + Self.rows)
    #expect(report.cost.readings == 1 && !report.hasProblem && report.rows == 36)
    #expect(
      try finding("Dialect", in: report).detail
        == "delimiter comma; quote \", doubled within quotes; encoding utf-8; line ends lf 37 (first: row 1)"
    )
  }

  @Test(
    "Lines before and after the table are counted, and the table between them is checked as if they were not there"
  )
  func preambleAndFootnotes() throws {
    let before = ["Jobs by area,,,", "Source: an office", ""]
    let after = ["Note 1: rounded", "Note 2: provisional,,,"]
    let report = try report(before + [Self.header] + Self.rows + after)
    #expect(try finding("Preamble", in: report).detail == "2 rows before the header (first: row 1)")
    #expect(try finding("Footnotes", in: report).detail == "2 rows after the table (first: row 41)")
    #expect(try finding("Blank lines", in: report).detail == "1 row without anything (first: row 3)")
    #expect(report.hasProblem && report.headerRow == 4 && report.rows == 36 && report.cost.readings == 2)
    let plain = try self.report([Self.header] + Self.rows)
    #expect(report.columns == plain.columns)
    let content = ["Values", "Geography", "Periods", "Codes of SIC 2007"]
    for title in content { #expect(try finding(title, in: report) == finding(title, in: plain)) }
  }

  @Test("Rows with cells too few or too many are named by their row")
  func ragged() throws {
    var rows = Self.rows
    rows[4] += ",,"
    rows[5] += ",more,cells"
    rows[8] = "TLC1,26110"
    let report = try report([Self.header] + rows)
    #expect(try finding("Short rows", in: report).detail.hasSuffix("(first: row 10)"))
    #expect(try finding("Long rows", in: report).detail.contains("(first: row "))
    #expect(try finding("Short rows", in: report).severity == .problem)
  }

  @Test(
    "A header of two lines is joined, one of ten lines is found and obeyed when told",
    arguments: [2, 10]
  )
  func headerLines(count: Int) throws {
    let names = (1...count).map { "area\($0) x,industry\($0) x,year\($0) x,jobs\($0) x" }
    let found = try report((count == 2 ? [Self.header, "area,industry,period,number"] : names) + Self.rows)
    #expect(
      try finding("Header lines", in: found).detail
        == "\(count) rows name the columns; they are joined (first: row 1)"
    )
    #expect(found.rows == 36)
    let told = CheckOptions(told: UntidyTable.Told(headerLines: count))
    #expect(
      try report(names + Self.rows, told).columns.map(\.role) == ["region", "industry", "period", "value"]
    )
  }

  @Test("Told that no line names the columns, none is taken for names")
  func noHeader() throws {
    let options = CheckOptions(
      dialect: DialectOverrides(hasHeader: false),
      told: UntidyTable.Told(headerLines: 0)
    )
    #expect(try report(Self.rows, options).rows == 36)
  }

  @Test("Told how many lines to leave out, a check leaves them out and finds nothing wrong")
  func skipped() throws {
    let lines = ["a,b", "c"] + [Self.header] + Self.rows
    #expect(try report(lines).hasProblem)
    let options = CheckOptions(
      dialect: DialectOverrides(skippedRows: 2),
      told: UntidyTable.Told(skippedLines: 2, headerLines: 1)
    )
    let told = try report(lines, options)
    #expect(!told.hasProblem && told.headerRow == 3 && told.rows == 36)
  }

  @Test("Line ends of two kinds are counted with the first row of each")
  func lineEnds() throws {
    let text = Self.header + "\r\n" + Self.rows.joined(separator: "\n") + "\r\n"
    let report = try check(InputFile(text: text, name: "t.csv"))
    let mixed = try finding("Line ends mixed", in: report)
    #expect(mixed.detail == "lf 35 (first: row 2), crlf 2 (first: row 1)")
    #expect(mixed.severity == .warning && report.cost.readings == 1)
  }

  @Test("A quote within a cell is told of, one after which a closed cell goes on too")
  func quotes() throws {
    let header = Self.header + ",note"
    var rows = Self.rows.map { $0 + ",\"said \"\"x\"\"\"" }
    #expect(try !report([header] + rows).findings.contains { $0.title == "Stray quotes" })
    rows[3] = Self.rows[3] + ",a 5\" pipe"
    let within = try report([header] + rows)
    #expect(try finding("Stray quotes", in: within).detail.hasPrefix("1 cell with a quote within"))
    #expect(try finding("Stray quotes", in: within).detail.hasSuffix("(first: row 5)") && !within.hasProblem)
    rows[3] = Self.rows[3] + ",\"a \"b\" c\""
    let after = try report([header] + rows)
    #expect(try finding("Stray quotes", in: after).detail.hasSuffix("(first: row 5)"))
    #expect(after.cost.readings == 2 && after.rows == 36)
    rows[3] = Self.rows[3] + ",\"never closed"
    let open = try report([header] + rows)
    #expect(try finding("Stray quotes", in: open).detail.contains("(first: row 5)"))
  }

  @Test(
    "Delimiters, quotes and escapes are found and named",
    arguments: [(";", "semicolon"), ("\t", "tab"), ("|", "bar"), ("^", "'^'")]
  )
  func delimiters(delimiter: String, name: String) throws {
    let lines = ([Self.header] + Self.rows).map { $0.split(separator: ",").joined(separator: delimiter) }
    let report = try report(lines)
    #expect(try finding("Dialect", in: report).detail.hasPrefix("delimiter \(name); "))
    #expect(report.columns.map(\.role) == ["region", "industry", "period", "value"] && !report.hasProblem)
  }

  @Test("A single quote around cells and a backslash before quotes are found")
  func otherQuotes() throws {
    let single = try report([Self.header + ",name"] + Self.rows.map { $0 + ",'Tees, Valley'" })
    #expect(try finding("Dialect", in: single).detail.contains("quote '"))
    let escaped = try report(
      [Self.header + ",name"] + Self.rows.map { $0 + ",\"the \\\"Valley\\\", north\"" }
    )
    #expect(try finding("Dialect", in: escaped).detail.contains("escape \\"))
    #expect(single.rows == 36 && escaped.rows == 36)
  }

  @Test("Columns without anything in them and a table of one column are told of")
  func columns() throws {
    let empty = try report([Self.header + ",left,"] + Self.rows.map { $0 + ",," })
    #expect(try finding("Empty columns", in: empty).detail == "2: 'left', number 6 (first: column 5)")
    let one = try report(["code", "TLC1", "TLC2", "TLC3"])
    #expect(try finding("One column", in: one).detail.contains("'code'") && one.hasProblem)
  }
}
