import Panels
import Readers
import Testing

@Suite struct ProfileTests {
  private func cell(_ reading: PanelReading, _ region: String, _ industry: String, _ year: Int) throws -> Cell
  {
    let panel = reading.panel
    return panel[
      try panel.position(of: Period(year: year)),
      try #require(panel.regions.position(of: region)),
      try #require(panel.industries.position(of: industry))
    ]
  }

  @Test("A Nomis interface file reads untold: codes, names, statuses, parts put together")
  func nomisAPI() throws {
    let header =
      "DATE,GEOGRAPHY_NAME,GEOGRAPHY_CODE,INDUSTRY_NAME,INDUSTRY_CODE,OBS_VALUE,OBS_STATUS,RECORD_COUNT\n"
    let text =
      header + "2020,Leeds,E08000035,\"26 : Computers\",26,75,A,3\n" + header
      + "2020,Leeds,E08000035,\"27 : Electrical\",27,,Q,3\n2020,York,E06000014,\"26 : Computers\",26,100,A,3\n"
    var options = PanelOptions()
    options.rounding = .bres(.inferred)
    let reading = try Samples.read(text, options)
    #expect(reading.profile == .nomisAPI)
    #expect(reading.dropped.map(\.reason) == ["the header again"])
    #expect(reading.rowsRead == 3)
    #expect(reading.absentCells == 1)
    let rounded = try cell(reading, "E08000035", "26", 2020)
    #expect(rounded.status == .rounded && rounded.bounds == Bounds(62.5, 87.5))
    let hidden = try cell(reading, "E08000035", "27", 2020)
    #expect(hidden.value == nil && hidden.status == .suppressed && hidden.bounds == .nonNegative)
    #expect(try cell(reading, "E06000014", "27", 2020).status == .notAvailable)
    #expect(reading.panel.regions[0].name == "Leeds")
  }

  @Test("A Nomis download reads block by block, its metadata and footnotes kept")
  func nomisDownload() throws {
    let text = """
      "Business Register and Employment Survey : open access"
      "ONS Crown Copyright Reserved [from Nomis on 21 April 2021]"

      "Units :","Persons"
      "date","2018"

      "region","mnemonic","26 : Computers","27 : Electrical"

      "Leeds","E08000035",75,"!"
      "York","E06000014",100,5

      "date","2019"

      "region","mnemonic","26 : Computers","27 : Electrical"

      "Leeds","E08000035",80,"1,250"
      "York","E06000014",90,10

      "- These figures are missing."
      """
    let reading = try Samples.read(text, PanelOptions())
    #expect(reading.profile == .nomisDownload)
    #expect(reading.panel.periods == [Period(year: 2018), Period(year: 2019)])
    #expect(try cell(reading, "E08000035", "27", 2018).status == .suppressed)
    #expect(try cell(reading, "E08000035", "27", 2019).value == 1250)
    #expect(try cell(reading, "E06000014", "26", 2018).value == 100)
    #expect(reading.panel.industries[0].title == "Computers")
    #expect(reading.provenance.contains { $0.contains("21 April 2021") })
  }

  @Test("An ONS sheet reads below its titles, years across, totals apart, markers and notes in place")
  func onsWide() throws {
    let text = """
      Table 2c: Gross value added,,,,,
      Source: ONS,,,,,
      ITL code,Region name,SIC07 code,SIC07 description,1998,1999 [note 1]
      TLC1,Tees,Total,All,"1,100",1200
      TLC1,Tees,1-3,Agriculture,100,[c]
      TLC1,Tees,5-9,Mining,-,700 [p]
      TLC1,Tees,10-12,Food,1000,50

      Note 1: provisional,,,,,
      """
    var options = PanelOptions()
    options.total = "Total"
    let reading = try Samples.read(text, options)
    #expect(reading.profile == .onsWide)
    #expect(reading.headerRow == 3)
    #expect(reading.panel.industries.codes == ["1-3", "5-9", "10-12"])
    #expect(try cell(reading, "TLC1", "1-3", 1999).status == .suppressed)
    let zero = try cell(reading, "TLC1", "5-9", 1998)
    #expect(zero.value == 0 && zero.bounds.isExact)
    let provisional = try cell(reading, "TLC1", "5-9", 1999)
    #expect(provisional.value == 700 && provisional.status == .provisional)
    #expect(reading.panel.regionTotals?[0].value == 1100)
    #expect(reading.provenance.contains("Note 1: provisional"))
  }

  @Test("A GSS table keeps its marks apart, and a mark with a number keeps both")
  func gss() throws {
    let text =
      "Area code,Industry code,Year,Value\nE06000001,26,2020,[c]\nE06000001,27,2020,[low]\nE06000001,28,2020,12 [e]\nE06000001,29,2020,[x]\n"
    let reading = try Samples.read(text, PanelOptions())
    #expect(reading.profile == .gss)
    #expect(try cell(reading, "E06000001", "26", 2020).status == .suppressed)
    #expect(try cell(reading, "E06000001", "27", 2020).value == 0)
    #expect(try cell(reading, "E06000001", "28", 2020).status == .estimated)
    #expect(try cell(reading, "E06000001", "29", 2020).status == .notAvailable)
    #expect(reading.markers.map(\.text) == ["[c]", "[low]", "[e]", "[x]"])
  }

  @Test("Eurostat reads in both its shapes, flags after numbers and in a column")
  func eurostat() throws {
    let wide =
      "freq,unit,nace_r2,geo\\TIME_PERIOD\t2019 \t2020 \nA,THS,C26,DE1\t12.5 p\t: c\nA,THS,C26,DE2\t3 bu\t:\n"
    let reading = try Samples.read(wide, PanelOptions())
    #expect(reading.profile == .eurostat)
    #expect(try cell(reading, "DE1", "C26", 2019) == Cell(value: 12.5, status: .provisional, text: "12.5 p"))
    #expect(try cell(reading, "DE1", "C26", 2020).status == .suppressed)
    #expect(try cell(reading, "DE2", "C26", 2019).status == .unreliable)
    #expect(try cell(reading, "DE2", "C26", 2020).status == .notAvailable)
    let long = "geo,nace_r2,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nDE1,C26,2019,12.5,p\nDE1,C26,2020,,c\n"
    let second = try Samples.read(long, PanelOptions())
    #expect(try cell(second, "DE1", "C26", 2019).status == .provisional)
    #expect(try cell(second, "DE1", "C26", 2020).status == .suppressed)
  }

  @Test("A US size flag bounds the employment that it withholds")
  func us() throws {
    let text = "year,state_fips,naics,employment,emp_suppress_flag\n2000,01,1131,,E\n2000,01,114,27,\n"
    let reading = try Samples.read(text, PanelOptions())
    #expect(reading.profile == .us)
    let hidden = try cell(reading, "01", "1131", 2000)
    #expect(hidden.value == nil && hidden.status == .suppressed && hidden.bounds == Bounds(250, 499))
  }

  @Test("The same mark has the meaning of its profile, and a told table wins")
  func sameMark() throws {
    let text = "r,i,y,v\nA,1,2000,-\n"
    #expect(Samples.error(text) != nil)
    var options = Samples.options
    options.profile = .onsWide
    #expect(try Samples.read(text, options).panel.cells[0].value == 0)
    options.profile = .nomisAPI
    #expect(try Samples.read(text, options).panel.cells[0].status == .suppressed)
    options.markers = try MarkerTable(
      TextTable(name: "m", cells: [["marker", "meaning"], ["-", "not applicable"]])
    )
    #expect(try Samples.read(text, options).panel.cells[0].status == .notApplicable)
  }
}

@Suite struct DialectTests {
  private let text = "r;n;i;y;v\nA;Côte d'Azur;1;2000;1234,5\nB;Île;1;2000;-0,25\n"

  /// The bytes of a text in UTF-16 with a byte-order mark.
  private func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16))
      .flatMap { unit in
        let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBig ? bytes : bytes.reversed()
      }
  }

  @Test("Every encoding and line end gives the same panel, and is reported")
  func encodings() throws {
    var options = Samples.options
    options.regionName = "n"
    let windows = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let cases: [([UInt8], Dialect.Encoding)] = [
      (Array(text.utf8), .utf8), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8), (windows, .windows1252),
      (utf16(text, isBig: true), .utf16BigEndian), (utf16(text, isBig: false), .utf16LittleEndian),
      (Array(text.split(separator: "\n").joined(separator: "\r\n").utf8), .utf8),
      (Array(text.split(separator: "\n").joined(separator: "\r").utf8), .utf8),
    ]
    for (bytes, encoding) in cases {
      let reading = try readPanel(InputFile(bytes: bytes, name: "t.csv"), options)
      #expect(reading.dialect.encoding == encoding)
      #expect(reading.dialect.delimiter == ";" && reading.dialect.hasDecimalComma)
      #expect(reading.panel.cells.values == [1234.5, -0.25])
      #expect(reading.panel.regions[0].name == "Côte d'Azur")
      #expect(reading.notices.contains { $0.text.hasPrefix("1 values are below 0 (first: row 3)") })
    }
  }

  @Test("A comma that may be decimal or part thousands is refused until it is told")
  func ambiguousComma() throws {
    let text = "r;i;y;v\nA;1;2000;1,234\n"
    guard case .ambiguousNumber? = Samples.error(text) else {
      Issue.record("not refused: \(String(describing: Samples.error(text)))")
      return
    }
    var options = Samples.options
    options.dialect.hasDecimalComma = true
    #expect(try Samples.read(text, options).panel.cells.values == [1.234])
    options.dialect.hasDecimalComma = false
    #expect(try Samples.read(text, options).panel.cells.values == [1234])
  }

  @Test("Spreadsheet damage is reported, and mended when asked")
  func damage() throws {
    let text = "r,i,y,v\nA,02-Mar,2000,1\nA,10-Dec,2000,2\nA,1E+05,2000,3\nA,13,2000,4\n"
    let found = try Samples.read(text)
    #expect(found.panel.industries.codes == ["02-Mar", "10-Dec", "1E+05", "13"])
    #expect(found.notices.count { $0.severity == .warning } == 2)
    var options = Samples.options
    options.repairCodes = true
    #expect(try Samples.read(text, options).panel.industries.codes == ["2-3", "10-12", "1E+05", "13"])
    let report = try check(InputFile(text: "industry,y,v\n02-Mar,2000,1\n10-Dec,2000,2\n", name: "t.csv"))
    #expect(report.hasProblem && report.findings.contains { $0.title == "Spreadsheet damage" })
  }

  private func cells(_ plane: CellPlane) -> [Cell] { (0..<plane.count).map { plane[$0] } }

  @Test("A tidy copy reads back as the same panel: bounds, statuses, texts and totals")
  func roundTrip() throws {
    let text =
      "year,state_fips,naics,employment,emp_suppress_flag\n2000,01,1131,,E\n2000,01,00,99,\n2000,02,1131,7,\n2001,02,1131,(D),\n2000,02,00,7,\n2001,02,00,7,\n2001,01,00,0,\n"
    var options = PanelOptions()
    options.total = "00"
    options.rounding = .nearest(5)
    let first = try Samples.read(text, options)
    let table = first.tidyTable(total: "00")
    let rows = [table.columns] + table.rows.map { $0.map(\.plainText) }
    var again = PanelOptions()
    again.total = "00"
    let second = try readPanel(TextTable(name: "tidy", cells: rows), again)
    #expect(second.profile == .tidy)
    // Planes with cells without a number are never equal, since they hold NaN: cells are compared.
    #expect(cells(second.panel.cells) == cells(first.panel.cells))
    #expect(second.panel.regions == first.panel.regions && second.panel.industries == first.panel.industries)
    let totals = try #require(first.panel.regionTotals)
    #expect(cells(try #require(second.panel.regionTotals)) == cells(totals))
  }
}
