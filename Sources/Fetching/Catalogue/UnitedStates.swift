extension Licence {
  /// Work of the government of the United States, in which there is no copyright there.
  static func publicDomain(_ address: String) -> Licence {
    Licence(name: "public domain (United States government)", address: address)
  }
}

extension Service {
  /// The data interface of the Census Bureau: JSON arrays of arrays; 500 requests a day without a key.
  static let census = Service(
    name: "Census Data API",
    base: "https://api.census.gov",
    secondsBetweenRequests: 1
  )

  /// The files of the Quarterly Census of Employment and Wages, one an industry or area and period.
  static let qcew = Service(
    name: "QCEW data files",
    base: "https://data.bls.gov",
    otherHosts: ["www.bls.gov"],
    secondsBetweenRequests: 1
  )

  /// The interface of the Bureau of Economic Analysis: 100 requests, 100 MB and 30 errors a minute.
  static let bea = Service(
    name: "BEA Data API",
    base: "https://apps.bea.gov",
    secondsBetweenRequests: 1,
    byteLimit: 100_000_000
  )
}

extension OfficialSource {
  /// County Business Patterns by state or county and industry.
  ///
  /// Variables from the lists of variables of 2017 and 2020 at api.census.gov; the form of addresses from public code.
  static let usCountyBusinessPatterns = OfficialSource(
    name: "us-cbp",
    title: "County Business Patterns",
    publisher: "U.S. Census Bureau",
    holds:
      "Establishments, employment in March and payroll by state or county and industry (NAICS 2017), from 2017",
    licence: .publicDomain("https://www.census.gov/data/developers/about/terms-of-service.html"),
    attribution:
      "Source: U.S. Census Bureau, County Business Patterns, {year}, retrieved on {retrieved}. This product uses the "
      + "Census Bureau Data API but is not endorsed or certified by the Census Bureau.",
    documentation: "https://www.census.gov/data/developers/data-sets/cbp-zbp/cbp-api.html",
    caution:
      "Noise is added to the numbers, and since 2017 a cell of fewer than three establishments is left out: a missing "
      + "row is no zero. Government, railways and the self-employed are not in it.",
    service: .census,
    parameters: [
      SourceParameter(name: "year", meaning: "Which years.", domain: .years(2017...2030), isList: true),
      SourceParameter(
        name: "geography",
        meaning: "Which areas.",
        domain: .oneOf([
          .init("state", code: "state:*", meaning: "states"),
          .init("county", code: "county:*", meaning: "counties"),
          .init("US", code: "us:*", meaning: "the nation"),
        ]),
        standard: ["state"]
      ),
      SourceParameter(
        name: "industry",
        meaning: "Which industry.",
        domain: .oneOfOrCodes(
          [.init("all", code: "*", meaning: "every industry of every level")],
          .init("a code of NAICS 2017 such as 31-33 or 3254", accepts: isNAICS)
        ),
        standard: ["all"]
      ),
      key("CENSUS_API_KEY", required: false),
    ],
    plan: { arguments throws(FetchError) in planOfPatterns(arguments) }
  )
  .recalling("the variable YEAR", "that years after 2022 keep the name NAICS2017")

  /// The Quarterly Census of Employment and Wages: one file an industry or area and period.
  ///
  /// The form of addresses from the bureau's page on data slices; columns from its layouts.
  static let usEmploymentCensus = OfficialSource(
    name: "us-qcew",
    title: "Quarterly Census of Employment and Wages",
    publisher: "U.S. Bureau of Labor Statistics",
    holds:
      "Establishments, employment and wages by county and industry (NAICS), United States, yearly averages",
    licence: .publicDomain("https://www.bls.gov/bls/linksite.htm"),
    attribution:
      "Source: U.S. Bureau of Labor Statistics, Quarterly Census of Employment and Wages, {year}, retrieved on "
      + "{retrieved}.",
    documentation: "https://www.bls.gov/cew/additional-resources/open-data/csv-data-slices.htm",
    caution:
      "Where disclosure_code is N the number is withheld and written as 0. Counties, states, metropolitan areas and "
      + "the nation stand in one file, as do levels of industry.",
    service: .qcew,
    parameters: [
      SourceParameter(name: "year", meaning: "Which years.", domain: .years(2014...2030), isList: true),
      SourceParameter(
        name: "industry",
        meaning: "Which industries, a file each; not together with area.",
        domain: .codes(.init("a code of NAICS such as 10 (all), 31-33 or 3254", accepts: isNAICS)),
        standard: [],
        isList: true
      ),
      SourceParameter(
        name: "area",
        meaning: "Which areas, a file each; not together with industry.",
        domain: .codes(.init("a code of an area such as US000 or 26000", accepts: isArea)),
        standard: [],
        isList: true
      ),
      SourceParameter(
        name: "ownership",
        meaning: "Whose establishments the entry of the study keeps.",
        domain: .oneOf([
          .init("private", code: "5", meaning: "private"),
          .init("all", code: "0", meaning: "all, totals only"),
        ]),
        standard: ["private"]
      ),
    ],
    plan: { arguments throws(FetchError) in try planOfQCEW(arguments) }
  )
  .documented()

  /// Regional accounts of the Bureau of Economic Analysis.
  ///
  /// Method, parameters and members of the answer from examples of the interface's documentation; limits from its guide.
  static let usRegionalAccounts = OfficialSource(
    name: "us-bea",
    title: "Regional economic accounts",
    publisher: "U.S. Bureau of Economic Analysis",
    holds:
      "GDP, income and employment by state, county or metropolitan area and line of a table, United States",
    licence: .publicDomain("https://apps.bea.gov/api/_pdf/bea_api_tos.pdf"),
    attribution: "Source: U.S. Bureau of Economic Analysis, Regional Economic Accounts, {year}, {retrieved}.",
    documentation: "https://apps.bea.gov/API/docs/index.htm",
    caution:
      "Needs a key, free of charge; (D) is withheld, (NA) not available. Units are thousands: see CL_UNIT.",
    service: .bea,
    parameters: [
      SourceParameter(name: "year", meaning: "Which years.", domain: .years(1969...2030), isList: true),
      SourceParameter(
        name: "table",
        meaning: "Which table.",
        domain: .oneOf([
          .init("CAGDP2", meaning: "GDP by county, current dollars"),
          .init("CAGDP9", meaning: "real GDP by county, chained dollars"),
          .init("SAGDP2N", meaning: "GDP by state, current dollars"),
          .init("CAEMP25N", meaning: "employment by county"),
        ]),
        standard: ["CAGDP2"]
      ),
      SourceParameter(
        name: "line",
        meaning: "Which lines of the table, a request each; line 1 is the total.",
        domain: .codes(
          .init("a number of a line such as 1 or 12") { text in
            (1...4).contains(text.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
          }
        ),
        standard: ["1"],
        isList: true
      ),
      SourceParameter(
        name: "geography",
        meaning: "Which areas.",
        domain: .oneOf([
          .init("state", code: "STATE", meaning: "states"),
          .init("county", code: "COUNTY", meaning: "counties"),
          .init("metropolitan", code: "MSA", meaning: "metropolitan areas"),
        ]),
        standard: ["state"]
      ),
      key("BEA_API_KEY", required: true),
    ],
    plan: { arguments throws(FetchError) in planOfAccounts(arguments) }
  )
  .recalling("the name of the table SAGDP2N since 2024 (SAGDP2)", "the address of the terms of service")

  private static func key(_ variable: String, required: Bool) -> SourceParameter {
    SourceParameter(
      name: "key",
      meaning: "Your key; better in the variable \(variable). It is never printed or recorded.",
      domain: .codes(
        .init("a key of letters, digits and hyphens") { text in
          (8...80).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
      ),
      standard: required ? nil : [],
      secretVariable: variable
    )
  }

  @Sendable private static func isNAICS(_ text: String) -> Bool {
    (2...6).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  @Sendable private static func isArea(_ text: String) -> Bool {
    text.utf8.count == 5
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }

  private static func planOfPatterns(_ arguments: SourceArguments) -> FetchPlan {
    let requests = arguments.years("year")
      .map { year in
        var query = [
          // The variable that is asked for by value, NAICS2017, comes back as a column of its own accord.
          QueryItem("get", "GEO_ID,NAME,NAICS2017_LABEL,YEAR,ESTAB,EMP,PAYANN"),
          QueryItem("for", arguments.code("geography")), QueryItem("NAICS2017", arguments.code("industry")),
          QueryItem("LFO", "001"), QueryItem("EMPSZES", "001"),
        ]
        if let key = arguments.codes("key").first { query.append(QueryItem("key", key, isSecret: true)) }
        return FetchRequest(path: "/data/\(year)/cbp", query: query, accept: "application/json")
      }
    return FetchPlan(
      requests: requests,
      format: .jsonRows,
      expectation: Expectation(
        columns: ["GEO_ID", "NAME", "NAICS2017", "NAICS2017_LABEL", "YEAR", "ESTAB", "EMP", "PAYANN"],
        numbers: ["ESTAB", "EMP", "PAYANN"],
        markers: ["D", "S", "N"]
      ),
      table: TableTemplate(
        region: "GEO_ID",
        regionName: "NAME",
        industry: "NAICS2017",
        industryTitle: "NAICS2017_LABEL",
        period: "YEAR",
        value: "EMP",
        total: arguments.code("industry") == "*" ? "00" : nil,
        unit: "jobs",
        profile: "us",
        classification: "NAICS 2017"
      )
    )
  }

  private static func planOfQCEW(_ arguments: SourceArguments) throws(FetchError) -> FetchPlan {
    let industries = arguments.codes("industry")
    let areas = arguments.codes("area")
    guard industries.isEmpty || areas.isEmpty else {
      throw .unusable(
        parameter: "area",
        value: areas.joined(separator: ","),
        reason:
          "a file holds all areas of an industry or all industries of an area; give one of --industry and --area"
      )
    }
    // Files of industries have an underscore for the hyphen of 31-33.
    let slices =
      areas.isEmpty
      ? (industries.isEmpty ? ["10"] : industries)
        .map { code in
          "industry/" + String(code.map { $0 == "-" ? "_" : $0 })
        }
      : areas.map { "area/\($0)" }
    let requests = arguments.years("year")
      .flatMap { year in
        slices.map { FetchRequest(path: "/cew/data/api/\(year)/a/\($0).csv", accept: "text/csv") }
      }
    return FetchPlan(
      requests: requests,
      format: .csv,
      expectation: Expectation(
        columns: [
          "area_fips", "own_code", "industry_code", "agglvl_code", "size_code", "year", "qtr",
          "disclosure_code",
          "annual_avg_estabs", "annual_avg_emplvl", "total_annual_wages",
        ],
        numbers: ["annual_avg_estabs", "annual_avg_emplvl", "total_annual_wages"]
      ),
      table: TableTemplate(
        region: "area_fips",
        industry: "industry_code",
        period: "year",
        value: "annual_avg_emplvl",
        status: "disclosure_code",
        keep: [.init("own_code", arguments.code("ownership"))],
        unit: "jobs",
        profile: "us",
        classification: "NAICS"
      )
    )
  }

  private static func planOfAccounts(_ arguments: SourceArguments) -> FetchPlan {
    let table = arguments.code("table")
    let lines = arguments.codes("line")
    let requests =
      lines
      .map { line in
        FetchRequest(
          path: "/api/data",
          query: [
            QueryItem("UserID", arguments.code("key"), isSecret: true), QueryItem("method", "GetData"),
            QueryItem("DatasetName", "Regional"), QueryItem("TableName", table), QueryItem("LineCode", line),
            QueryItem("GeoFips", arguments.code("geography")), QueryItem("Year", arguments.code("year")),
            QueryItem("ResultFormat", "JSON"),
          ],
          accept: "application/json"
        )
      }
    let units = ["CAGDP9": ("USD thousand", "chained"), "SAGDP2N": ("USD million", "current")]
    let (unit, prices) = units[table] ?? ("USD thousand", "current")
    return FetchPlan(
      requests: requests,
      format: .jsonRecords(path: ["BEAAPI", "Results", "Data"], member: nil),
      // Numbers have commas between thousands, which the reader takes and the check of plain numbers would not.
      expectation: Expectation(columns: [
        "Code", "GeoFips", "GeoName", "TimePeriod", "CL_UNIT", "UNIT_MULT", "DataValue",
      ]),
      table: TableTemplate(
        region: "GeoFips",
        regionName: "GeoName",
        industry: "Code",
        period: "TimePeriod",
        value: "DataValue",
        total: lines.count > 1 && lines.contains("1") ? "\(table)-1" : nil,
        unit: table == "CAEMP25N" ? "jobs" : unit,
        prices: table == "CAEMP25N" ? nil : prices,
        profile: "us"
      )
    )
  }
}
