import Arithmetic
import FoundationEssentials
import Readers
import Testing

extension TemporaryFolder {
  /// Writes bytes to a file and returns its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    try AtomicFile.write(bytes, to: file, force: true)
    return file
  }

  func workbook(_ parts: WorkbookParts) throws -> Workbook {
    try Workbook(path: try file("book.xlsx", parts.archive.bytes))
  }
}

@Suite struct WorkbookTests {
  static func message(_ body: () throws -> some Any) -> String {
    do {
      _ = try body()
      return "no error"
    } catch { return "\(error)" }
  }

  @Test("Every kind of cell becomes text")
  func cells() throws {
    var parts = WorkbookParts()
    parts.sharedStrings =
      "<si><t>Ynys Môn</t></si><si><r><t>two </t></r><r><t xml:space=\"preserve\">runs_x000D_</t></r><rPh><t>no</t></rPh></si>"
    parts.add(
      "Data",
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>in &amp; line</t></is></c></row>
      <row r="3"><c r="B3"><v>1E-5</v></c><c r="D3"><v>0.30000000000000004</v></c><c r="E3"><v>123456789012345</v></c></row>
      <row><c><v>007</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>made</v></c><c t="n"/></row>
      <row r="6"><c r="A6" t="d"><v>2020-01-31</v></c><c r="B6"><v>-0</v></c><c r="C6"><v>1.7976931348623157E+308</v></c></row>
      """
    )
    let folder = try TemporaryFolder()
    let sheet = try folder.workbook(parts).sheet(at: 0)
    #expect(
      sheet.rows == [
        ["Ynys Môn", "two runs\r", "in & line"], [],
        ["", "1e-05", "", "0.30000000000000004", "123456789012345"], ["7", "TRUE", "#N/A", "made"], [],
        ["2020-01-31", "0", "1.7976931348623157e+308"],
      ]
    )
    #expect(sheet[2, 3] == "0.30000000000000004")
    #expect(sheet[99, 0] == "")
  }

  @Test("Dates are found by their formats and written as ISO text")
  func dates() throws {
    var parts = WorkbookParts()
    parts.styles = """
      <numFmts><numFmt numFmtId="164" formatCode="d\\-mmm"/><numFmt numFmtId="165" formatCode="[h]:mm"/>
      <numFmt numFmtId="166" formatCode="0.0 &quot;days&quot;"/><numFmt numFmtId="167" formatCode="[Red]yyyy;@"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="21"/><xf numFmtId="164"/>
      <xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>
      """
    func cell(_ style: Int, _ value: String) -> String { "<c s=\"\(style)\"><v>\(value)</v></c>" }
    parts.add(
      "Dates",
      "<row>" + cell(0, "43861") + cell(1, "43861") + cell(2, "43861.520833333336") + cell(3, "0.75")
        + "</row><row>"
        + cell(4, "45270") + cell(5, "1.5") + cell(6, "3") + cell(7, "43861") + cell(1, "-1") + "</row><row>"
        + cell(1, "1") + cell(1, "59") + cell(1, "60") + cell(1, "61") + cell(1, "2958465")
        + cell(2, "0.9999999")
        + "</row>"
    )
    let folder = try TemporaryFolder()
    #expect(
      try folder.workbook(parts).sheet(at: 0).rows == [
        ["43861", "2020-01-31", "2020-01-31T12:30:00", "18:00:00"],
        ["2023-12-10", "1.5", "3", "2020-01-31", "-1"],
        ["1900-01-01", "1900-02-28", "1900-02-29", "1900-03-01", "9999-12-31", "1900-01-01"],
      ]
    )
    parts.workbookProperties = "date1904=\"1\""
    #expect(try folder.workbook(parts).sheet(at: 0)[0, 1] == "2024-02-01")
  }

  @Test("Merged cells keep their text in the first, and fill the others on request")
  func merged() throws {
    var parts = WorkbookParts()
    parts.add(
      "M",
      """
      <row r="1"><c r="B1"><v>2019</v></c><c r="D1"><v>2020</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="E2"><v>2</v></c></row>
      """,
      after:
        "<mergeCells count=\"3\"><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"D1:XFD1048576\"/><mergeCell ref=\"?\"/></mergeCells>"
    )
    let folder = try TemporaryFolder()
    let sheet = try folder.workbook(parts).sheet(at: 0)
    #expect(sheet.rows == [["", "2019", "", "2020"], ["1", "", "", "", "2"]])
    #expect(sheet.mergedRanges.count == 2)
    #expect(
      sheet.rowsWithMergedCellsFilled == [["", "2019", "2019", "2020", "2020"], ["1", "", "", "2020", "2"]]
    )
  }

  @Test("A sheet is found by its name, or by what it holds")
  func choosing() throws {
    var parts = WorkbookParts()
    let table =
      "<row><c t=\"inlineStr\"><is><t>code</t></is></c><c t=\"inlineStr\"><is><t>2020</t></is></c></row>"
      + String(repeating: "<row><c t=\"inlineStr\"><is><t>TLC1</t></is></c><c><v>5</v></c></row>", count: 3)
    parts.add("Cover", "<row><c t=\"inlineStr\"><is><t>Title</t></is></c></row>")
    parts.add(
      "Contents",
      String(repeating: "<row><c><v>1</v></c><c t=\"inlineStr\"><is><t>Table</t></is></c></row>", count: 9)
    )
    parts.add("Table 2b", table)
    parts.add("Hidden", table + table, state: "hidden")
    let folder = try TemporaryFolder()
    let book = try folder.workbook(parts)
    #expect(book.sheetNames == ["Cover", "Contents", "Table 2b", "Hidden"])
    #expect(book.sheets.map(\.isHidden) == [false, false, false, true])
    #expect(try book.sheet(named: "table\u{A0}2b").name == "Table 2b")
    #expect(try book.tableSheet().name == "Table 2b")
    #expect(try book.tableSheet(withColumns: ["code"]).name == "Table 2b")
    #expect(
      WorkbookTests.message { try book.sheet(named: "Table 2") }
        == "'book.xlsx' has no sheet 'Table 2'; did you mean 'Table 2b'? "
        + "Its sheets are 'Cover', 'Contents', 'Table 2b', 'Hidden'."
    )
    #expect(
      WorkbookTests.message { try book.tableSheet(withColumns: ["region"]) }
        == "'book.xlsx' has no sheet with the columns 'region' above numbers. "
        + "Its sheets are 'Cover', 'Contents', 'Table 2b', 'Hidden'. Choose one with --sheet."
    )
    parts.add("Table 3", table)
    let several = try folder.workbook(parts)
    #expect(throws: WorkbookError.severalTables(file: "book.xlsx", sheets: ["Table 2b", "Table 3"])) {
      try several.tableSheet()
    }
  }
}
