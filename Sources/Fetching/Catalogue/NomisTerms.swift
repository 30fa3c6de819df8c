/// What the sources of Nomis have in common.
enum NomisTerms {
  /// The words that the licence asks for.
  static func attribution(_ title: String) -> String {
    "Source: Office for National Statistics, \(title), {year}, from Nomis on {retrieved}. Contains public sector "
      + "information licensed under the Open Government Licence v3.0."
  }

  static func years(_ years: ClosedRange<Int>) -> SourceParameter {
    SourceParameter(name: "year", meaning: "Which years.", domain: .years(years), isList: true)
  }

  static let geography = SourceParameter(
    name: "geography",
    meaning: "Which areas: a level, or codes of areas.",
    domain: .oneOfOrCodes(
      [
        .init("country", code: "TYPE499", meaning: "countries"),
        .init("region", code: "TYPE480", meaning: "regions of England, and the other countries"),
        .init("ITL2", code: "TYPE429", meaning: "ITL level 2 of 2021"),
        .init("ITL3", code: "TYPE428", meaning: "ITL level 3 of 2021"),
        .init("LAD2021", code: "TYPE424", meaning: "local authority districts of April 2021"),
        .init("LAD2023", code: "TYPE423", meaning: "local authority districts of April 2023"),
      ],
      SourceParameter.CodeForm("a GSS code such as E12000001") { GSSCode.isCode($0) }
    ),
    standard: ["ITL2"],
    isList: true
  )

  static let industry = SourceParameter(
    name: "industry",
    meaning: "Which industries of SIC 2007.",
    domain: .oneOf([
      .init("total", code: "37748736", meaning: "all industries together"),
      .init("section", code: "150994945...150994965", meaning: "sections A to U"),
      .init("division", code: "146800641...146800739", meaning: "divisions, two digits"),
    ]),
    standard: ["division"],
    isList: true
  )

  static func table(unit: String, rounding: String?) -> TableTemplate {
    TableTemplate(
      region: "GEOGRAPHY_CODE",
      regionName: "GEOGRAPHY_NAME",
      industry: "INDUSTRY_CODE",
      industryTitle: "INDUSTRY_NAME",
      period: "DATE",
      value: "OBS_VALUE",
      unit: unit,
      rounding: rounding,
      classification: "SIC 2007"
    )
  }

  /// One request for the areas and years that were chosen, in pages.
  static func plan(
    dataset: String,
    columns: [String],
    arguments: SourceArguments,
    times: String? = nil,
    items: [QueryItem],
    table: TableTemplate?
  ) -> FetchPlan {
    let asked = arguments.codes("geography").filter { GSSCode.isCode($0) }
    let time = times ?? arguments.code("year")
    let request = FetchRequest(
      path: "/dataset/\(dataset).data.csv",
      query: [QueryItem("geography", arguments.code("geography")), QueryItem("time", time)] + items + [
        QueryItem("measures", "20100"), QueryItem("select", columns.joined(separator: ",").lowercased()),
      ],
      accept: "text/csv",
      paging: .nomis
    )
    return FetchPlan(
      requests: [request],
      format: .csv,
      expectation: Expectation(
        columns: columns,
        numbers: columns.contains("OBS_VALUE") ? ["OBS_VALUE"] : [],
        codes: asked.isEmpty
          ? [] : [.init(column: "GEOGRAPHY_CODE", asked: asked, parameter: "geography")]
      ),
      table: table
    )
  }
}
