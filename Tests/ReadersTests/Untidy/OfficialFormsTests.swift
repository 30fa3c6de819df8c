import Readers
import Testing

/// Small tables in the forms in which offices publish, read without being told anything.
@Suite("Forms of official tables, untold")
struct OfficialFormsTests {
  private func read(_ text: String, _ told: UntidyTable.Told = UntidyTable.Told()) throws -> UntidyTable {
    try UntidyTable(InputFile(text: text), told: told)
  }

  @Test("Title lines and a source, padded with delimiters, are left out")
  func titles() throws {
    let table = try read(
      "Table 3: Jobs by area and year,,,\n(thousands),,,\n,,,\nArea code,Area,2019,2020\nE01,Hull,12.5,13.1\n"
        + "E02,Ryde,4.0,4.2\nE03,Wick,1.1,1.0\n,,,\nSource: an office,,,\n"
    )
    #expect(table.header == ["Area code", "Area", "2019", "2020"])
    #expect(table.rows.count == 3)
    #expect(table.notices == ["3 lines before the table left out", "2 lines after the table left out"])
  }

  @Test("A name over several columns is given to each of them")
  func merged() throws {
    let table = try read(
      "Area,2019,,2020,\n,Jobs,Output,Jobs,Output\nHull,12,3.5,13,3.6\nRyde,4,1.5,5,1.6\nWick,1,0.5,2,0.6\n"
    )
    #expect(table.header == ["Area", "2019 Jobs", "2019 Output", "2020 Jobs", "2020 Output"])
    let above = try read(
      ",England,,Wales,\nYear,Jobs,Firms,Jobs,Firms\n2018,5,2,3,1\n2019,6,3,4,1\n2020,7,4,4,2\n2021,7,4,4,2\n"
    )
    #expect(above.header == ["Year", "England Jobs", "England Firms", "Wales Jobs", "Wales Firms"])
    #expect(above.rows.count == 4)
  }

  @Test("A line of units is part of the names")
  func units() throws {
    let table = try read(
      "Area,Jobs,Output,Rate\n,number,£m,%\nHull,12,3.5,4.1\nRyde,4,1.5,5.2\nWick,1,0.5,1.9\n"
    )
    #expect(table.header == ["Area", "Jobs number", "Output £m", "Rate %"])
    #expect(table.rows.count == 3)
  }

  @Test("Semicolons with decimal commas in Windows-1252")
  func decimalCommas() throws {
    let text = "Kreis;Umsatz\nK\u{F6}ln;12,5\nBonn;7,25\nH\u{FC}rth;45,0\n"
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let table = try UntidyTable(InputFile(bytes: bytes, name: "t.csv"))
    #expect(table.rows == [["Köln", "12,5"], ["Bonn", "7,25"], ["Hürth", "45,0"]])
  }

  @Test("Tabs in UTF-16 with a mark")
  func wide() throws {
    let units = Array("\u{FEFF}Region\tJobs\nLeón\t12\nÁvila\t7\n".utf16)
    let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let table = try UntidyTable(InputFile(bytes: bytes, name: "t.csv"))
    #expect(table.header == ["Region", "Jobs"])
    #expect(table.rows == [["León", "12"], ["Ávila", "7"]])
  }

  @Test("Delimiters at the end of each row are columns without names")
  func trailing() throws {
    let table = try read("code,jobs,,\nA1,5,,\nA2,6,,\nA3,7,,\n")
    #expect(table.header == ["code", "jobs", "", ""])
    #expect(table.rows[2] == ["A3", "7", "", ""])
  }

  @Test("A total is data, a note under it is not")
  func totals() throws {
    let table = try read("Region,Jobs,Firms\nNorth,5,2\nSouth,6,3\nTotal,11,5\nNote: firms of all sizes\n")
    #expect(table.rows.last == ["Total", "11", "5"])
    #expect(table.notices == ["1 line after the table left out"])
  }

  @Test("A second table with names of its own ends the first")
  func stacked() throws {
    let text =
      "Region,Jobs,Year\nNorth,5,2019\nSouth,6,2019\nEast,8,2019\n\nIndustry,Firms,Output\nMining,2,3.5\nBaking,3,4.5\n"
    let table = try read(text)
    #expect(table.rows.count == 3)
    #expect(table.notices.contains("a second table begins at line 6; read it with --skip 5"))
    let second = try read(text, UntidyTable.Told(skippedLines: 5))
    #expect(second.header == ["Industry", "Firms", "Output"])
    #expect(second.rows == [["Mining", "2", "3.5"], ["Baking", "3", "4.5"]])
  }

  @Test("Tables side by side are kept, an empty column between them")
  func sideBySide() throws {
    let table = try read("Region,Jobs,,Industry,Firms\nNorth,5,,Mining,2\nSouth,6,,Baking,3\n,,,Weaving,4\n")
    #expect(
      table.rows == [
        ["North", "5", "", "Mining", "2"], ["South", "6", "", "Baking", "3"], ["", "", "", "Weaving", "4"],
      ]
    )
  }

  @Test("Line ends and doubled quotes within cells")
  func lines() throws {
    let table = try read(
      "Dept,Post,Pay\nHealth,\"Chief\nOfficer\",\"£10,000\"\nTrade,Clerk,\"£9,000\"\nWorks,\"Head of \"\"Roads\"\"\",\"£8,500\"\n"
    )
    #expect(table.rows[0] == ["Health", "Chief\nOfficer", "£10,000"])
    #expect(table.rows[2][1] == "Head of \"Roads\"")
  }

  @Test("Remarks of a logger, and facts of a station above the table, are left out")
  func facts() throws {
    let remarks = try read(
      "# made by a logger\n# units: mm\ntime,depth,rate\n1,2.5,3.5\n2,2.6,3.6\n3,2.7,3.7\n"
    )
    #expect(remarks.header == ["time", "depth", "rate"])
    let facts = try read(
      "Station,Camp\nElevation,120 m\n\nDate,Wind,Rain\n01/02/2018,5,0.5\n02/02/2018,6,0.0\n03/02/2018,7,1.5\n"
    )
    #expect(facts.header == ["Date", "Wind", "Rain"])
    #expect(facts.rows.count == 3)
    #expect(facts.notices.first == "2 lines before the table left out")
  }

  @Test("A first line that tells the delimiter is obeyed and left out")
  func announced() throws {
    let table = try read("sep=;\nname;note\nHull;a, b\nRyde;c, d\n")
    #expect(table.header == ["name", "note"])
    #expect(table.rows == [["Hull", "a, b"], ["Ryde", "c, d"]])
  }

  @Test("Spaces between cells, and within quoted ones")
  func spaces() throws {
    let table = try read("name place jobs\n\"Ann Lee\" Hull 5\nBob Ryde 6\n\"Cy de Wet\" \"Stow Hill\" 7\n")
    #expect(
      table.rows == [["Ann Lee", "Hull", "5"], ["Bob", "Ryde", "6"], ["Cy de Wet", "Stow Hill", "7"]]
    )
  }

  @Test("Lines with a name only, between the rows, are data")
  func sections() throws {
    let table = try read(
      "Name,Role,Pay\nBoard,,\nAnn,Chair,10\nBob,Member,8\nStaff,,\nCy,Clerk,5\nDi,Clerk,6\n"
    )
    #expect(table.rows.count == 6)
    #expect(table.rows[3] == ["Staff", "", ""])
  }

  @Test("Names that are told stand in place of those of the header, and tell how many columns there are")
  func toldNames() throws {
    let text = "areajobs,year\nHull,5,2019\nRyde,6,2019\n"
    let told = UntidyTable.Told(headerLines: 1, columnNames: ["area", "jobs", "year"])
    #expect(try read(text, told).header == ["area", "jobs", "year"])
    let none = UntidyTable.Told(headerLines: 0, columnNames: ["a", "b"])
    let table = try read("1,2\n3,4\n", none)
    #expect(table.header == ["a", "b"])
    #expect(table.rows == [["1", "2"], ["3", "4"]])
    #expect(table.notices.isEmpty)
  }
}
