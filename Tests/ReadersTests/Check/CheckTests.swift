import Panels
import Readers
import Testing

@Suite struct CheckTests {
  private func findings(_ text: String, _ columns: CheckColumns = CheckColumns()) throws -> [CheckFinding] {
    try check(InputFile(text: text, name: "t.csv"), CheckOptions(columns: columns)).findings
  }

  private func text(_ title: String, in findings: [CheckFinding]) -> String? {
    findings.first { $0.title == title }?.detail
  }

  @Test(
    "Codes that are not of SIC 2007 are named with the nearest, retired ones with what came in their place"
  )
  func vintage() throws {
    let codes = ["26110", "26120", "30300", "30309", "34100"]
    let rows = codes.map { "TLC1,\($0),2020,5" }.joined(separator: "\n")
    let found = try findings("itl,sic,year,jobs\n\(rows)\n")
    let strangers = try #require(text("Codes of SIC 2007", in: found))
    #expect(strangers.hasPrefix("1 of 5 codes of 'sic' are not of it: '30309' (near: "))
    #expect(strangers.contains("30.30"))
    let retired = try #require(text("Retired codes", in: found))
    #expect(retired.contains("of SIC 2003") && retired.contains("'34100' (now "))
  }

  @Test("Codes that all are of SIC 2007 are counted by level; codes of NAICS are not compared")
  func known() throws {
    let sic = try findings("itl,sic,year,jobs\nTLC1,26,2020,5\nTLC1,30300,2020,5\n")
    #expect(
      text("Codes of SIC 2007", in: sic)
        == "all 2 codes of 'sic' are of it: 1 of level division, 1 of level class"
    )
    let naics = try findings("fips,naics,year,jobs\n01,11,2020,5\n01,21,2020,5\n")
    #expect(text("Codes of SIC 2007", in: naics) == nil)
  }

  @Test("Columns that are told have their roles, whatever they hold")
  func told() throws {
    let table = "place,itl,what,year,a,b\nHere,TLC1,x,2020,5,1\nThere,TLC2,y,2020,6,2\n"
    let options = CheckOptions(
      columns: CheckColumns(region: "place", industry: "what", period: "year", value: "b")
    )
    let report = try check(InputFile(text: table, name: "t.csv"), options)
    #expect(report.columns.map(\.role) == ["region", "other", "industry", "period", "other", "value"])
    #expect(text("Values", in: report.findings)?.hasPrefix("column 'b'") == true)
    #expect(!report.hasProblem)
    let wrong = try findings(table, CheckColumns(period: "what"))
    #expect(wrong.contains { $0.severity == .problem && $0.detail.contains("'what'") })
  }

  @Test("A told column that the table does not have is refused with the near name")
  func misspelt() {
    let error = #expect(throws: ReadError.self) {
      _ = try findings("itl,year,jobs\nTLC1,2020,5\n", CheckColumns(value: "jbos"))
    }
    #expect(error?.isUsage == true)
    #expect("\(error.map { "\($0)" } ?? "")".contains("did you mean 'jobs'"))
  }

  @Test("A list of codes says which codes are not of it, and says nothing of a column of something else")
  func lists() {
    let list = CodeList(name: "ITL2 2021", codes: ["TLC1", "TLC2", "TLD1"])
    #expect(list.findings(on: ["TLC1", "TLC2"], of: "itl").map(\.severity) == [.note])
    let found = list.findings(on: ["TLC1", "TLC2", "TLD9"], of: "itl")
    #expect(found.map(\.severity) == [.warning])
    #expect(found[0].detail.contains("1 of 3 codes of 'itl' are not of it: TLD9 (near 'TLD9': TLD1"))
    #expect(list.findings(on: ["x", "y", "TLC1"], of: "itl").isEmpty)
  }

  @Test("A sheet without numbers is read as it is, where text will do")
  func textSheet() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/names.xlsx"
    let table = Table(
      name: "names",
      columns: ["code", "name"],
      rows: [[.text("TLC1"), .text("Tees Valley")], [.text("TLC2"), .text("Northumberland")]]
    )
    try AtomicFile.write(WorkbookWriter.bytes(of: [table], title: ""), to: path)
    #expect(throws: WorkbookError.self) { _ = try TableInput(path: path) }
    let book = try Workbook(path: path)
    guard book.sheetNames.count == 1 else {
      #expect(try TableInput(path: path, sheet: "names").text().rows.count == 2)
      #expect(throws: WorkbookError.self) { _ = try TableInput(path: path, needsNumbers: false) }
      return
    }
    #expect(try TableInput(path: path, needsNumbers: false).text().rows.map { $0[0] } == ["TLC1", "TLC2"])
  }
}
