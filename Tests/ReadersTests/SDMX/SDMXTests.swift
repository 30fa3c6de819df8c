import Panels
import Readers
import Testing

@Suite struct SDMXTests {
  private func read(_ text: String) throws(ReadError) -> PanelReading {
    try readPanel(InputFile(text: text, name: "oecd.csv"), PanelOptions())
  }

  @Test("SDMX-CSV 1.0 reads untold: statuses, confidentiality and powers of ten")
  func version1() throws {
    let reading = try read(
      """
      DATAFLOW,REF_AREA,ACTIVITY,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MULT,DECIMALS
      OECD:DF(1.0),UKC1,C26,2021-Q1,12.3,A,F,3,1
      OECD:DF(1.0),UKC1,C27,2021-Q1,7,E,F,0,1
      OECD:DF(1.0),UKC2,C26,2021-Q1,,Q,C,3,1
      OECD:DF(1.0),UKC2,C27,2021-Q1,9,A,D,3,1
      OECD:DF(1.0),UKC3,C26,2021-Q1,,M,F,3,1
      OECD:DF(1.0),UKC3,C27,2021-Q1,,O,F,3,1

      """
    )
    #expect(reading.profile == .sdmx)
    let panel = reading.panel
    #expect(try JSONStatTests.cell(panel, "UKC1", "C26", "2021Q1") == Cell(value: 12_300))
    #expect(try JSONStatTests.cell(panel, "UKC1", "C27", "2021Q1") == Cell(value: 7, status: .estimated))
    #expect(try JSONStatTests.cell(panel, "UKC2", "C26", "2021Q1").status == .suppressed)
    let withheld = try JSONStatTests.cell(panel, "UKC2", "C27", "2021Q1")
    #expect(withheld.value == nil && withheld.status == .suppressed)
    #expect(try JSONStatTests.cell(panel, "UKC3", "C26", "2021Q1").status == .notApplicable)
    #expect(try JSONStatTests.cell(panel, "UKC3", "C27", "2021Q1").status == .notAvailable)
    #expect(reading.notices.contains { $0.text.contains("multiplied by 10^3") })
  }

  @Test(
    "SDMX-CSV 2.0 with labels in its cells reads with codes apart, and rows that delete are left out and counted"
  )
  func version2() throws {
    let reading = try read(
      """
      STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: Reference area,ACTIVITY: Economic activity,TIME_PERIOD: Time period,\
      OBS_VALUE: Value,OBS_STATUS: Status
      dataflow,OECD:DF(1.0),I,"DE1: Baden-Württemberg","C26: Computers: optical",2020,5,A: Normal value
      dataflow,OECD:DF(1.0),I,DE2: Bayern,"C26: Computers: optical",2020,6,B: Time series break
      dataflow,OECD:DF(1.0),D,DE3: Berlin,"C26: Computers: optical",2020,,

      """
    )
    let panel = reading.panel
    #expect(panel.regions.codes == ["DE1", "DE2"])
    #expect(panel.regions[0].name == "Baden-Württemberg" && panel.industries[0].title == "Computers: optical")
    #expect(try JSONStatTests.cell(panel, "DE2", "C26", "2020") == Cell(value: 6, status: .breakInSeries))
    #expect(reading.dropped.map(\.count) == [1] && reading.dropped[0].firstRow == 4)
  }

  @Test(
    "An unknown code of a column of attributes is refused with its place",
    arguments: [("A,F,x", "UNIT_MULT"), ("A,Y,0", "CONF_STATUS"), ("Y,F,0", "OBS_STATUS")]
  )
  func unknownCodes(cells: String, column: String) {
    do throws(ReadError) {
      _ = try read(
        "DATAFLOW,REF_AREA,ACTIVITY,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MULT\nD,R,C,2020,1,\(cells)\n"
      )
      Issue.record("it reads")
    } catch {
      #expect(error.description.contains("row 2, column '\(column)'"), "\(error)")
    }
  }

  @Test(
    "Months and half-years are refused by their text, since no panel holds them",
    arguments: ["2021-M01", "2021-S1"]
  )
  func otherPeriods(text: String) {
    #expect(throws: ReadError.self) {
      _ = try self.read("DATAFLOW,REF_AREA,ACTIVITY,TIME_PERIOD,OBS_VALUE\nD,R,C,\(text),1\n")
    }
  }
}
