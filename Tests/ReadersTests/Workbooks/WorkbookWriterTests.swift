import Panels
import Readers
import Testing

@Suite struct WorkbookWriterTests {
  let tables = [
    Table(
      name: "Theil index by year [ITL2: 2021]",
      columns: ["region", "value", "upper", "jobs"],
      rows: [
        [.text("Ynys Môn & \"Gwynedd\" <1>"), .number(0.5), .number(.infinity), .integer(12)],
        [.text("=1+1"), .number(-1e-5), .empty, .integer(-3)],
        [.text(""), .number(1e300), .number(2.0 / 3), .empty],
      ],
      notes: ["First note.", "Second note."]
    ), Table(name: "theil index by year (itl2  2021)", columns: ["a"]),
  ]

  @Test("What is written reads back, notes first")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/out.xlsx"
    try WorkbookWriter.write(tables, to: path, title: "A study", notes: ["Contains public data."])
    let book = try Workbook(path: path)
    #expect(book.sheetNames == ["Notes", "Theil index by year ITL2 2021", "theil index by year (itl2 2021)"])
    #expect(
      try book.sheet(at: 0).rows == [
        ["A study"], [], ["sheet", "table", "rows", "note"], ["", "", "", "Contains public data."],
        ["Theil index by year ITL2 2021", "Theil index by year [ITL2: 2021]", "3", "First note."],
        ["", "", "", "Second note."],
        ["theil index by year (itl2 2021)", "theil index by year (itl2  2021)", "0"],
      ]
    )
    #expect(
      try book.sheet(at: 1).rows == [
        ["region", "value", "upper", "jobs"], ["Ynys Môn & \"Gwynedd\" <1>", "0.5", "", "12"],
        ["=1+1", "-1e-05", "", "-3"], ["", "1e+300", "0.6666666666666666"],
      ]
    )
    #expect(try book.sheet(at: 2).rows == [["a"]])
    #expect(try folder.names() == ["out.xlsx"])
    #expect(throws: WorkbookError.file(.exists(path: path))) {
      try WorkbookWriter.write(tables, to: path, title: "A study")
    }
  }

  @Test("The same tables give the same bytes")
  func deterministic() throws {
    let first = try WorkbookWriter.bytes(of: tables, title: "A study")
    let second = try WorkbookWriter.bytes(of: tables, title: "A study")
    #expect(first == second)
    #expect(first != (try WorkbookWriter.bytes(of: tables, title: "Another study")))
  }

  @Test("A text too long for a cell is refused with its place")
  func tooLong() {
    let table = Table(name: "t", columns: ["a"], rows: [[.text(String(repeating: "x", count: 32_768))]])
    #expect(
      WorkbookTests.message { try WorkbookWriter.bytes(of: [table], title: "x") }
        == "Table 't', row 1, column 'a': a cell holds 32767 characters, the text has 32768. Write it as CSV instead."
    )
  }

  @Test("Names of sheets are accepted by spreadsheet programs and differ")
  func names() {
    let long = "Employment in advanced manufacturing by region and year"
    #expect(
      SheetNames.of(["a/b", "A:B", "", "'x'", "History", long, long, "🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭"], taken: ["a b"])
        == [
          "a b (2)", "A B (3)", "Sheet", "x", "History table", "Employment in advanced",
          "Employment in advanced (2)",
          "🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭🏭",
        ]
    )
  }
}
