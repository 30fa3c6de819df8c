import Arithmetic
import Panels
import Readers
import Testing

/// What a check holds, counted, and that it finds the same with less.
@Suite struct CheckBoundsTests {
  /// A table with a number in each row that no other has, totals over industries, and three rows twice.
  private func table(rows: Int, seed: UInt64) -> InputFile {
    var stream = RandomStream(seed: seed, stream: 3)
    var lines = ["itl,sic,year,jobs"]
    for year in 0..<(rows / 40) {
      for region in 1...10 {
        var sum = 0
        for sic in ["26110", "29100", "30300"] {
          let jobs = lines.count * 100 + Int(stream.below(100)) - 2_000
          sum += jobs
          lines.append("TLC\(region),\(sic),\(1500 + year),\(jobs)")
        }
        lines.append("TLC\(region),Total,\(1500 + year),\(sum)")
      }
    }
    lines += lines[1...3]
    return InputFile(text: lines.joined(separator: "\n") + "\n", name: "t.csv")
  }

  private func findings(_ report: CheckReport) -> [CheckFinding] {
    report.findings.filter { !["Texts not kept", "Rounding"].contains($0.title) }
  }

  @Test("With few texts kept, numbers, repeated rows and totals are found all the same", arguments: 1...5)
  func fewTexts(seed: Int) throws {
    let file = table(rows: 4_000, seed: UInt64(seed))
    let whole = try check(file)
    let few = try check(file, CheckOptions(bounds: CheckBounds(texts: 300)))
    #expect(findings(few) == findings(whole))
    #expect(few.findings.contains { $0.title == "Texts not kept" && $0.detail.contains("'jobs'") })
    #expect(whole.findings.contains { $0.title == "Rows repeated" && $0.detail.hasPrefix("3 ") })
    #expect(
      whole.findings.contains { $0.title == "Totals" && $0.detail.contains("are the sum of their 3 parts") }
    )
    #expect(whole.findings.contains { $0.title == "Negative values" })
    #expect(few.cost.texts < 1_000 && whole.cost.texts > 4_000)
  }

  @Test(
    "A column of texts that all differ keeps no more than it may, however long the table",
    arguments: [2_000, 20_000]
  )
  func freeText(rows: Int) throws {
    let lines = (0..<rows).map { "TLC\($0 % 9 + 1),26110,2020,a remark of row number \($0),\($0 % 50)" }
    let file = InputFile(
      text: "itl,sic,year,remark,jobs\n" + lines.joined(separator: "\n") + "\n",
      name: "t.csv"
    )
    let report = try check(file, CheckOptions(bounds: CheckBounds(texts: 500, cells: 5_000)))
    #expect(report.rows == rows && report.cost.readings == 1)
    #expect(report.cost.texts <= 1_300 && report.cost.cells <= 5_000)
    let free = report.findings.first { $0.title == "Texts not kept" }
    #expect(
      free?.detail.contains("'remark'") == true && free?.detail.contains("cells are not looked at") == true
    )
    #expect(report.findings.contains { $0.title == "Rows not compared" && $0.detail.contains("'remark'") })
  }

  @Test("Rows beyond those that are kept are counted and summed, and it is said that they are not compared")
  func fewRows() throws {
    let file = table(rows: 4_000, seed: 9)
    let report = try check(file, CheckOptions(bounds: CheckBounds(cells: 400)))
    #expect(report.rows == 4_003 && report.cost.cells == 400)
    let note = report.findings.first { $0.title == "Rows not compared" }
    #expect(note?.detail.contains("only the first 100 of 4003 rows are compared") == true)
    let values = { (report: CheckReport) in report.findings.first { $0.title == "Values" } }
    #expect(try values(report) == values(check(file)))
  }

  @Test("Keys are compared right where places for their pairs would be too many")
  func manyPairs() throws {
    // 300 × 300 × 300 pairs of texts over 900 rows: numbered by hashing, and one key stands twice.
    var lines = (0..<900).map { "\($0 % 300),x\($0 * 7 % 300),y\($0 / 3),TLC1,\($0)" }
    lines.append("0,x0,y0,TLC1,77")
    let text = "one,two,three,itl,jobs\n" + lines.joined(separator: "\n") + "\n"
    let report = try check(
      InputFile(text: text, name: "t.csv"),
      CheckOptions(columns: CheckColumns(region: "itl", value: "jobs"))
    )
    let found = report.findings.first { $0.title == "Keys repeated" }
    #expect(found?.detail.hasSuffix("first: rows 2 and 902") == true)
    #expect(found?.detail.hasPrefix("1 rows") == true)
  }

  @Test("A told column of industries with more codes than are kept is no reason to stop")
  func industriesBeyondBounds() throws {
    let lines = ["TLC1,Total,2020,5"] + (0..<900).map { "TLC1,code \($0),2020,\($0 % 7)" }
    let text = "itl,note,year,jobs\n" + lines.joined(separator: "\n") + "\n"
    let report = try check(
      InputFile(text: text, name: "t.csv"),
      CheckOptions(columns: CheckColumns(industry: "note"), bounds: CheckBounds(texts: 300))
    )
    #expect(report.rows == 901 && report.columns.map(\.role) == ["region", "industry", "period", "value"])
    #expect(report.findings.contains { $0.title == "Texts not kept" && $0.detail.contains("'note'") })
  }

  @Test("A wide table is checked with few texts a column, and a row wider than any table is refused")
  func wide() throws {
    let header = (0..<3_000).map { "c\($0)" }.joined(separator: ",")
    let rows = (0..<5).map { row in (0..<3_000).map { "\($0 * 5 + row)" }.joined(separator: ",") }
    let file = InputFile(text: header + "\n" + rows.joined(separator: "\n") + "\n", name: "t.csv")
    let report = try check(file)
    #expect(report.cost.texts == 15_000 && report.findings.count < 60)
    #expect(throws: ReadError.tooManyColumns(file: "t.csv", row: 1, limit: 2_999)) {
      try check(file, CheckOptions(limits: ReadLimits(columns: 2_999)))
    }
    #expect(throws: ReadError.tooManyColumns(file: "t.csv", row: 1, limit: 2_999)) {
      try UntidyTable(file, limits: ReadLimits(columns: 2_999))
    }
  }
}
