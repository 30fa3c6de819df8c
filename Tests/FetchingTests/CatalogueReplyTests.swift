import Fetching
import Panels
import Readers
import Testing

/// Answers as each service gives them: its true header, numbers made up by hand.
@Suite struct CatalogueReplyTests {
  /// Fetches a source from a server that gives one body for every request, and reads what came as a study would.
  private func panel(
    _ name: String,
    _ choice: [String: [String]],
    body: String,
    type: String = "text/csv"
  ) async throws -> Panel {
    let source = try Catalogue.source(named: name)
    let table = try #require(try source.plan(source.arguments(choice)).table)
    return try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .text(body, type: type)
      } _: { server in
        let outcome = try await Fetches.run(source, choice, from: server, cache: folder)
        #expect(outcome.error == nil, "\(outcome.message)")
        return try readPanel(InputFile(text: outcome.text, name: "\(name).csv"), options(table)).panel
      }
    }
  }

  private func options(_ table: TableTemplate) throws -> PanelOptions {
    var options = PanelOptions(
      variable: Variable(name: "value", unit: table.unit),
      region: table.region,
      industry: table.industry,
      period: table.period,
      value: table.value
    )
    if table.industry == nil { options.industry = .constant("all") }
    options.status = PanelColumn(table.status)
    options.filters = table.keep.map { ColumnFilter(column: $0.column, value: $0.value) }
    options.total = table.total
    options.rounding = RoundingRule(table.rounding ?? "none") ?? .none
    if let profile = table.profile { options.profile = try ProfileName(named: profile) }
    return options
  }

  private func cell(_ panel: Panel, _ period: Int, _ region: String, _ industry: String) throws -> Cell {
    let place = try panel.position(of: Period(year: period))
    let region = try #require(panel.regions.codes.firstIndex(of: region))
    let industry = try #require(panel.industries.codes.firstIndex(of: industry))
    return panel[place, region, industry]
  }

  @Test("Business counts of Nomis come as a panel rounded to 5")
  func nomis() async throws {
    let header =
      "DATE,GEOGRAPHY_CODE,GEOGRAPHY_NAME,INDUSTRY_CODE,INDUSTRY_NAME,EMPLOYMENT_SIZEBAND_NAME,LEGAL_STATUS_NAME,"
      + "OBS_VALUE,OBS_STATUS,OBS_STATUS_NAME,RECORD_OFFSET,RECORD_COUNT\r\n"
    let body =
      header + "2023,TLC3,\"Upper Vale\",10,\"10 : Food\",Total,Total,25,A,\"Normal Value\",0,2\r\n"
      + "2023,TLC4,\"Nether Vale\",10,\"10 : Food\",Total,Total,0,A,\"Normal Value\",1,2\r\n"
    let panel = try await panel("nomis-enterprises", ["year": ["2023"]], body: body)
    let cell = try cell(panel, 2023, "TLC3", "10")
    #expect(cell.value == 25 && cell.bounds.lower == 22.5 && cell.bounds.upper == 27.5)
    #expect(panel.regions.codes == ["TLC3", "TLC4"])
  }

  @Test("Regional accounts of Eurostat keep flags: provisional, confidential, not available")
  func eurostat() async throws {
    let body =
      "DATAFLOW,LAST UPDATE,freq,currency,nace_r2,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
      + "ESTAT:NAMA_10R_3GVA(1.0),01/02/26 23:00:00,A,MIO_EUR,C,DE21,2021,120.5,\n"
      + "ESTAT:NAMA_10R_3GVA(1.0),01/02/26 23:00:00,A,MIO_EUR,C,FRK2,2021,80.25,p\n"
      + "ESTAT:NAMA_10R_3GVA(1.0),01/02/26 23:00:00,A,MIO_EUR,J,DE21,2021,,c\n"
      + "ESTAT:NAMA_10R_3GVA(1.0),01/02/26 23:00:00,A,MIO_EUR,J,FRK2,2021,,\n"
      + "ESTAT:NAMA_10R_3GVA(1.0),01/02/26 23:00:00,A,MIO_EUR,TOTAL,DE21,2021,300,\n"
      + "ESTAT:NAMA_10R_3GVA(1.0),01/02/26 23:00:00,A,MIO_EUR,TOTAL,FRK2,2021,200,\n"
    let panel = try await panel("eurostat-gva", ["year": ["2021"]], body: body)
    #expect(try cell(panel, 2021, "DE21", "C").value == 120.5)
    #expect(try cell(panel, 2021, "FRK2", "C").status == .provisional)
    #expect(try cell(panel, 2021, "DE21", "J").status == .suppressed)
    #expect(try cell(panel, 2021, "FRK2", "J").status == .notAvailable)
    #expect(panel.industries.codes == ["C", "J"])
  }

  @Test("County Business Patterns come as arrays of arrays and leave as a panel with codes as text")
  func census() async throws {
    let body = """
      [["GEO_ID","NAME","NAICS2017_LABEL","YEAR","ESTAB","EMP","PAYANN","NAICS2017","LFO","EMPSZES","state"],
      ["0400000US01","Alabama","Manufacturing","2021","40","1200","60000","31-33","001","001","01"],
      ["0400000US02","Alaska","Manufacturing","2021","4","90","4000","31-33","001","001","02"]]
      """
    let panel = try await panel(
      "us-cbp",
      ["year": ["2021"], "industry": ["31-33"]],
      body: body,
      type: "application/json"
    )
    #expect(try cell(panel, 2021, "0400000US01", "31-33").value == 1200)
  }

  @Test("The census of employment keeps one ownership, and what is withheld is no zero")
  func employmentCensus() async throws {
    let header =
      "\"area_fips\",\"own_code\",\"industry_code\",\"agglvl_code\",\"size_code\",\"year\",\"qtr\",\"disclosure_code\","
      + "\"annual_avg_estabs\",\"annual_avg_emplvl\",\"total_annual_wages\"\n"
    let body =
      header + "\"01001\",\"5\",\"10\",71,0,2023,\"A\",\"\",12,340,9000\n"
      + "\"01003\",\"5\",\"10\",71,0,2023,\"A\",\"N\",2,0,0\n"
      + "\"01001\",\"3\",\"10\",71,0,2023,\"A\",\"\",3,50,700\n"
    let panel = try await panel("us-qcew", ["year": ["2023"]], body: body)
    #expect(try cell(panel, 2023, "01001", "10").value == 340)
    let withheld = try cell(panel, 2023, "01003", "10")
    #expect(withheld.status == .notAvailable && withheld.value == nil, "\(withheld)")
  }

  @Test("Accounts of the Bureau of Economic Analysis: thousands with commas, (D) withheld, the key nowhere")
  func accounts() async throws {
    func record(_ place: String, _ value: String) -> String {
      "{\"Code\":\"CAGDP2-12\",\"GeoFips\":\"\(place)\",\"GeoName\":\"Place\",\"TimePeriod\":\"2022\","
        + "\"CL_UNIT\":\"Thousands of dollars\",\"UNIT_MULT\":\"3\",\"DataValue\":\"\(value)\",\"NoteRef\":\"\"}"
    }
    let body =
      "{\"BEAAPI\":{\"Request\":{},\"Results\":{\"Statistic\":\"GDP\",\"Data\":["
      + record("01000", "1,234,567")
      + "," + record("02000", "(D)") + "]}}}"
    let choice = ["year": ["2022"], "line": ["12"], "key": ["0a1b2c3d4e5f"]]
    let panel = try await panel("us-bea", choice, body: body, type: "application/json")
    #expect(try cell(panel, 2022, "01000", "CAGDP2-12").value == 1_234_567)
    #expect(try cell(panel, 2022, "02000", "CAGDP2-12").status == .suppressed)
  }

  @Test("Regional value added of the OECD comes as SDMX-CSV")
  func oecd() async throws {
    let header =
      "DATAFLOW,FREQ,TERRITORIAL_LEVEL,REF_AREA,TERRITORIAL_TYPE,MEASURE,ACTIVITY,PRICE_BASE,UNIT_MEASURE,"
      + "TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n"
    let start = "OECD.CFE.EDS:DSD_REG_ECO@DF_GVA(2.4),A,TL2,"
    let body =
      header + start + "AU1,_Z,GVA,C,V,USD_PPP,2020,410.5,A,6\n" + start
      + "AU2,_Z,GVA,C,V,USD_PPP,2020,95.25,E,6\n" + start + "AU1,_Z,GVA,_T,V,USD_PPP,2020,900,A,6\n" + start
      + "AU2,_Z,GVA,_T,V,USD_PPP,2020,300,A,6\n"
    let panel = try await panel("oecd-regional-gva", ["year": ["2020"]], body: body)
    #expect(try cell(panel, 2020, "AU1", "C").value == 410_500_000)
    #expect(try cell(panel, 2020, "AU2", "C").status == .estimated)
    #expect(panel.industries.codes == ["C"])
  }

  @Test("A lookup of the portal becomes a table of its attributes; a changed column ends the fetch")
  func lookup() async throws {
    @Sendable func body(_ code: String) -> String {
      "{\"objectIdFieldName\":\"FID\",\"features\":[{\"attributes\":{\"LAD24CD\":\"E06000001\",\"LAD24NM\":\"North, Vale\","
        + "\"\(code)\":\"E12000001\",\"RGN24NM\":\"North East\",\"FID\":1}}]}"
    }
    let source = try Catalogue.source(named: "ons-lookups")
    let choice = ["lookup": ["LAD2024-region"]]
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .text(body("RGN24CD"), type: "application/json")
      } _: { server in
        let outcome = try await Fetches.run(source, choice, from: server, cache: folder)
        #expect(
          outcome.text.contains("E06000001,\"North, Vale\",E12000001,North East,1"),
          "\(outcome.message)"
        )
      }
    }
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .text(body("RGN25CD"), type: "application/json")
      } _: { server in
        let outcome = try await Fetches.run(source, choice, from: server, cache: folder)
        #expect(outcome.message.contains("RGN24CD"), "\(outcome.message)")
      }
    }
  }
}
