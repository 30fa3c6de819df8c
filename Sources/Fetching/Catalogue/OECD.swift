extension Service {
  /// The SDMX interface of the OECD, which takes 20 to 60 downloads an hour.
  static let oecd = Service(
    name: "OECD Data Explorer API",
    base: "https://sdmx.oecd.org/public/rest",
    secondsBetweenRequests: 3
  )
}

extension OfficialSource {
  /// Gross value added by large or small region and activity.
  ///
  /// Agency, dataflow and the dimensions of its structure (frequency, level, area, type, measure, activity, price base,
  /// unit) from public code that asks for GDP and GVA; limits from the page of the OECD on its interface.
  static let oecdRegionalGVA = OfficialSource(
    name: "oecd-regional-gva",
    title: "Gross value added by activity: regions",
    publisher: "OECD",
    holds: "GVA by large (TL2) or small (TL3) region and activity, member countries, each year from 1995",
    licence: Licence(
      name: "CC BY 4.0 (OECD)",
      address: "https://www.oecd.org/en/about/terms-conditions.html"
    ),
    attribution:
      "OECD, Regional economy, gross value added (DSD_REG_ECO@DF_GVA), {year}, accessed on {retrieved}.",
    documentation: "https://www.oecd.org/en/data/insights/data-explainers/2024/09/api.html",
    caution:
      "Activities and their total stand in one table; regions follow the OECD's own territorial grid. Some 20 "
      + "downloads an hour are taken: the cache is worth keeping.",
    service: .oecd,
    parameters: [
      SourceParameter(name: "year", meaning: "Which years.", domain: .years(1995...2030), isList: true),
      SourceParameter(
        name: "level",
        meaning: "Which level of regions.",
        domain: .oneOf([
          .init("TL2", meaning: "large regions"), .init("TL3", meaning: "small regions"),
        ]),
        standard: ["TL2"]
      ),
      SourceParameter(
        name: "prices",
        meaning: "Which prices.",
        domain: .oneOf([
          .init("current", code: "V", meaning: "current prices"),
          .init("constant", code: "Q", meaning: "volumes"),
        ]),
        standard: ["current"]
      ),
      SourceParameter(
        name: "unit",
        meaning: "Which unit.",
        domain: .oneOf([
          .init("USD-PPP", code: "USD_PPP", meaning: "million US dollars at purchasing power parity"),
          .init("national", code: "XDC", meaning: "million of the national currency"),
        ]),
        standard: ["USD-PPP"]
      ),
    ],
    plan: { arguments throws(FetchError) in try planOfOECD(arguments) }
  )
  .recalling("the code of the measure, GVA", "the unit XDC and the prices V and Q for this flow")

  private static func planOfOECD(_ arguments: SourceArguments) throws(FetchError) -> FetchPlan {
    let years = arguments.years("year").sorted()
    if let first = years.first, let last = years.last, last - first + 1 != years.count {
      throw .unusable(
        parameter: "year",
        value: arguments.values("year").joined(separator: ","),
        reason:
          "the service takes a first and a last year; give a span without a gap, such as \(first)-\(last)"
      )
    }
    let key = "A.\(arguments.code("level"))...GVA..\(arguments.code("prices")).\(arguments.code("unit"))"
    return FetchPlan(
      requests: [
        FetchRequest(
          path: "/data/OECD.CFE.EDS,DSD_REG_ECO@DF_GVA,/\(key)",
          query: [
            QueryItem("startPeriod", String(years.first ?? 1995)),
            QueryItem("endPeriod", String(years.last ?? 2030)),
            QueryItem("dimensionAtObservation", "AllDimensions"), QueryItem("format", "csvfile"),
          ],
          accept: "text/csv"
        )
      ],
      format: .csv,
      expectation: Expectation(
        columns: [
          "TERRITORIAL_LEVEL", "REF_AREA", "MEASURE", "ACTIVITY", "UNIT_MEASURE", "TIME_PERIOD", "OBS_VALUE",
          "OBS_STATUS",
        ],
        numbers: ["OBS_VALUE"]
      ),
      table: TableTemplate(
        region: "REF_AREA",
        industry: "ACTIVITY",
        period: "TIME_PERIOD",
        value: "OBS_VALUE",
        status: "OBS_STATUS",
        total: "_T",
        unit: arguments.values("unit").first == "national"
          ? "national currency" : "USD (PPP)",
        prices: arguments.values("prices").first == "constant" ? "chained" : "current",
        // The numbers come in millions, and the profile multiplies them as UNIT_MULT says.
        profile: "sdmx",
        classification: "ISIC Rev. 4"
      )
    )
  }
}
