extension Service {
  /// Nomis, which answers guests with 25,000 records a request.
  static let nomis = Service(
    name: "Nomis",
    base: "https://www.nomisweb.co.uk/api/v01",
    otherHosts: ["nomisweb.co.uk"],
    recordLimit: 25_000,
    secondsBetweenRequests: 1
  )
}

extension Paging {
  /// The pages of Nomis, 25,000 records each; a column of every page repeats how many records there are.
  static let nomis = Paging.offset(
    offset: "recordoffset",
    limit: "recordlimit",
    size: 25_000,
    end: .countColumn("RECORD_COUNT")
  )
}

extension OfficialSource {
  /// Jobs by region and industry from the Business Register and Employment Survey, open access.
  static let nomisBRES = OfficialSource(
    name: "nomis-bres",
    title: "Business Register and Employment Survey, open access",
    publisher: "Office for National Statistics (Nomis)",
    holds: "Jobs by area and industry (SIC 2007), Great Britain, each year from 2015",
    licence: .openGovernment3,
    attribution: NomisTerms.attribution("Business Register and Employment Survey"),
    documentation: "https://www.nomisweb.co.uk/datasets/newbres6pub",
    caution:
      "Numbers are rounded, by the size of the cell and its risk of disclosure, and do not add to their totals.",
    service: .nomis,
    parameters: [
      NomisTerms.years(2015...2030),
      SourceParameter(
        name: "geography",
        meaning: "Which areas: a level, or codes of areas.",
        domain: .oneOfOrCodes(
          [
            .init("country", code: "TYPE499", meaning: "countries"),
            .init("region", code: "TYPE480", meaning: "regions of England, and Scotland and Wales"),
            .init(
              "ITL2",
              code: "ITL2",
              meaning: "ITL level 2 of 2021 (to 2021 under its codes of NUTS 2016)"
            ),
            .init(
              "ITL3",
              code: "ITL3",
              meaning: "ITL level 3 of 2021 (to 2021 under its codes of NUTS 2016)"
            ),
          ],
          SourceParameter.CodeForm("a GSS code such as E12000001") { GSSCode.isCode($0) }
        ),
        standard: ["ITL2"],
        isList: true
      ),
      NomisTerms.industry,
      SourceParameter(
        name: "status",
        meaning: "Whose jobs are counted.",
        domain: .oneOf([
          .init("employees", code: "1", meaning: "employees"),
          .init("full-time", code: "2", meaning: "full-time employees"),
          .init("part-time", code: "3", meaning: "part-time employees"),
          .init("employment", code: "4", meaning: "employees and working owners"),
        ]),
        standard: ["employment"]
      ),
    ],
    plan: { arguments throws(FetchError) in try planOfBRES(arguments) }
  )
  .recalling("the last code of the divisions; the rest is as in public code that asks for these tables")

  private static let columnsOfBRES = [
    "DATE", "GEOGRAPHY_CODE", "GEOGRAPHY_NAME", "INDUSTRY_CODE", "INDUSTRY_NAME", "INDUSTRY_TYPE",
    "EMPLOYMENT_STATUS_NAME", "MEASURE_NAME", "OBS_VALUE", "OBS_STATUS", "OBS_STATUS_NAME", "RECORD_OFFSET",
    "RECORD_COUNT",
  ]

  private static func planOfBRES(_ arguments: SourceArguments) throws(FetchError) -> FetchPlan {
    let years = arguments.years("year")
    let earlier = years.filter { $0 <= 2021 }
    let areas = arguments.codes("geography")
    if areas.contains(where: { $0.hasPrefix("ITL") }), !earlier.isEmpty, earlier.count < years.count {
      throw .unusable(
        parameter: "year",
        value: years.map(String.init).joined(separator: ","),
        reason: "to 2021 these areas have the codes of NUTS 2016 (UKC1), from 2022 those of ITL 2021 (TLC1); "
          + "fetch the years to 2021 and those from 2022 apart"
      )
    }
    let levels =
      earlier.isEmpty ? ["ITL2": "TYPE429", "ITL3": "TYPE428"] : ["ITL2": "TYPE438", "ITL3": "TYPE437"]
    let asked = areas.filter { GSSCode.isCode($0) }
    let request = FetchRequest(
      path: "/dataset/NM_189_1.data.csv",
      query: [
        QueryItem("geography", areas.map { levels[$0] ?? $0 }.joined(separator: ",")),
        QueryItem("time", years.map(String.init).joined(separator: ",")),
        QueryItem("industry", arguments.code("industry")),
        QueryItem("employment_status", arguments.code("status")),
        QueryItem("measure", "1"),
        QueryItem("measures", "20100"),
        QueryItem("select", columnsOfBRES.joined(separator: ",").lowercased()),
      ],
      accept: "text/csv",
      paging: .nomis
    )
    return FetchPlan(
      requests: [request],
      format: .csv,
      expectation: Expectation(
        columns: columnsOfBRES,
        numbers: ["OBS_VALUE"],
        codes: asked.isEmpty
          ? [] : [.init(column: "GEOGRAPHY_CODE", asked: asked, parameter: "geography")]
      ),
      table: NomisTerms.table(unit: "jobs", rounding: "bres")
    )
  }
}

/// The nine characters that the Government Statistical Service gives to an area of the United Kingdom.
enum GSSCode {
  /// Whether a text is such a code: a letter of E, K, N, S, W and eight digits.
  static func isCode(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 9 && "EKNSW".utf8.contains(bytes[0])
      && bytes[1...].allSatisfy { (0x30...0x39).contains($0) }
  }
}
