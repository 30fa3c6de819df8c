extension OfficialSource {
  /// Gross value added by NUTS 3 region and industry.
  ///
  /// The dataset and its dimensions `freq, currency, nace_r2, geo` are as in public code that filters them; the form of
  /// addresses (`/data/CODE/KEY?format=SDMX-CSV&startPeriod=`) as in code that asks for other datasets.
  static let eurostatGVA = EurostatDataset(
    code: "nama_10r_3gva",
    dimensions: [
      .fixed("freq", "A"),
      .chosen(
        "currency",
        .dimension(
          "unit",
          "Which unit.",
          [
            .init("euro", code: "MIO_EUR", meaning: "million euro, current prices"),
            .init("national", code: "MIO_NAC", meaning: "million of the national currency, current prices"),
          ],
          standard: "euro"
        )
      ),
      .chosen("nace_r2", .accountsIndustry), .chosen("geo", .nuts),
    ],
    years: 1995...2030
  )
  .source(
    name: "eurostat-gva",
    title: "Gross value added at basic prices by NUTS 3 region",
    holds:
      "GVA by NUTS region and ten industries (NACE Rev. 2), European Union and others, each year from 1995",
    caution:
      "Rows of all levels of NUTS and of nested industries stand together; the vintage of NUTS changes."
  ) { arguments in
    regional(
      unit: arguments.values("unit").first == "national" ? "million national currency" : "EUR million",
      prices: "current",
      total: total(arguments, "industry")
    )
  }
  .recalling(
    "whether the dimension is still called currency; newer releases name it unit (CP_MEUR, CP_MNAC)"
  )

  /// Employment by NUTS 3 region and industry.
  static let eurostatEmployment = EurostatDataset(
    code: "nama_10r_3empers",
    dimensions: [
      .fixed("freq", "A"), .fixed("unit", "THS"),
      .chosen(
        "wstatus",
        .dimension(
          "status",
          "Who is counted.",
          [
            .init("employed", code: "EMP", meaning: "all in work"),
            .init("employees", code: "SAL", meaning: "employees"),
            .init("self-employed", code: "SELF", meaning: "self-employed"),
          ],
          standard: "employed"
        )
      ),
      .chosen("nace_r2", .accountsIndustry), .chosen("geo", .nuts),
    ],
    years: 1995...2030
  )
  .source(
    name: "eurostat-employment",
    title: "Employment by NUTS 3 region",
    holds: "Persons in work by NUTS region and ten industries (NACE Rev. 2), each year from 1995",
    caution: "Thousands of persons; rows of all levels of NUTS and of nested industries stand together."
  ) { arguments in regional(unit: "thousand persons", total: total(arguments, "industry")) }
  .recalling("the order of the dimensions unit, wstatus, nace_r2 in the key")

  /// Gross domestic product by NUTS 2 region.
  static let eurostatGDP = EurostatDataset(
    code: "nama_10r_2gdp",
    dimensions: [
      .fixed("freq", "A"),
      .chosen(
        "unit",
        .dimension(
          "unit",
          "Which unit.",
          [
            .init("euro", code: "MIO_EUR", meaning: "million euro, current prices"),
            .init("pps", code: "MIO_PPS_EU27_2020", meaning: "million purchasing power standards"),
            .init("pps-per-head", code: "PPS_HAB_EU27_2020", meaning: "purchasing power standards per head"),
          ],
          standard: "euro"
        )
      ),
      .chosen("geo", .nuts),
    ],
    years: 2000...2030
  )
  .source(
    name: "eurostat-gdp",
    title: "Gross domestic product at current market prices by NUTS 2 region",
    holds: "GDP by NUTS region, European Union and others, each year from 2000",
    caution: "Rows of NUTS 0, 1 and 2 stand together; purchasing power standards compare places, not years."
  ) { arguments in
    var table = regional(
      unit: [
        "euro": "EUR million", "pps": "PPS million", "pps-per-head": "PPS per head",
      ][arguments.values("unit").first ?? ""] ?? "EUR million",
      prices: "current"
    )
    table.industry = nil
    table.classification = nil
    return table
  }
  .recalling("the unit MIO_PPS_EU27_2020; PPS_HAB_EU27_2020 and the order of the key were seen")

  /// Expenditure on research and development by sector and NUTS 2 region.
  static let eurostatResearchSpending = EurostatDataset(
    code: "rd_e_gerdreg",
    dimensions: [
      .fixed("freq", "A"),
      .chosen("sectperf", researchSector),
      .chosen(
        "unit",
        .dimension(
          "unit",
          "Which unit.",
          [
            .init("euro", code: "MIO_EUR", meaning: "million euro"),
            .init("share-of-gdp", code: "PC_GDP", meaning: "per cent of GDP"),
          ],
          standard: "euro"
        )
      ),
      .chosen("geo", .nuts),
    ],
    years: 1980...2030
  )
  .source(
    name: "eurostat-research-spending",
    title: "Intramural R&D expenditure (GERD) by sector of performance and NUTS 2 region",
    holds:
      "Spending on R&D by NUTS region and sector (business, government, universities), each year from 1980",
    caution: "Many cells are missing or confidential; sectors and their total stand in one table."
  ) { arguments in
    var table = regional(
      unit: arguments.values("unit").first == "share-of-gdp" ? "per cent of GDP" : "EUR million",
      prices: arguments.values("unit").first == "share-of-gdp" ? nil : "current",
      total: total(arguments, "sector")
    )
    table.industry = "sectperf"
    table.classification = nil
    return table
  }
  .recalling("the order of the dimensions in the key", "the first year")

  /// Persons in research and development by sector and NUTS 2 region.
  static let eurostatResearchPersonnel = EurostatDataset(
    code: "rd_p_persreg",
    dimensions: [
      .fixed("freq", "A"), .fixed("prof_pos", "TOTAL"), .chosen("sectperf", researchSector),
      .fixed("sex", "T"),
      .chosen(
        "unit",
        .dimension(
          "unit",
          "Which unit.",
          [
            .init("full-time", code: "FTE", meaning: "full-time equivalents"),
            .init("heads", code: "HC", meaning: "heads"),
          ],
          standard: "full-time"
        )
      ),
      .chosen("geo", .nuts),
    ],
    years: 1980...2030
  )
  .source(
    name: "eurostat-research-personnel",
    title: "R&D personnel and researchers by sector of performance, sex and NUTS 2 region",
    holds:
      "Persons in R&D by NUTS region and sector (business, government, universities), each year from 1980",
    caution: "Many cells are missing or confidential; sectors and their total stand in one table."
  ) { arguments in
    var table = regional(
      unit: arguments.values("unit").first == "heads" ? "persons" : "full-time equivalents",
      total: total(arguments, "sector")
    )
    table.industry = "sectperf"
    table.classification = nil
    return table
  }
  .recalling(
    "the order of the dimensions in the key",
    "the codes of prof_pos, sex and unit",
    "the first year"
  )

  /// Structural business statistics by NUTS 2 region and industry.
  static let eurostatBusiness = EurostatDataset(
    code: "sbs_r_nuts2021",
    dimensions: [
      .fixed("freq", "A"),
      .chosen(
        "nace_r2",
        SourceParameter(
          name: "industry",
          meaning: "Which industries; the service refuses answers that are too large.",
          domain: .codes(
            .init("a code of NACE Rev. 2 such as C or C26") { text in
              (1...5).contains(text.utf8.count)
                && text.utf8.prefix(1).allSatisfy { (0x41...0x55).contains($0) }
                && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
            }
          ),
          standard: ["C"],
          isList: true
        )
      ),
      .chosen(
        "indic_sbs",
        .dimension(
          "indicator",
          "What is counted.",
          [
            .init("employment", code: "EMP_LOC_NR", meaning: "persons employed in local units"),
            .init("local-units", code: "LOC_NR", meaning: "local units"),
          ],
          standard: "employment"
        )
      ),
      .chosen("geo", .nuts),
    ],
    years: 2021...2030
  )
  .source(
    name: "eurostat-business",
    title: "Structural business statistics by NUTS 2 region and NACE Rev. 2",
    holds: "Local units and persons employed by NUTS region and industry to two digits, each year from 2021",
    caution:
      "Confidential cells are flagged c and have no value; earlier years are in datasets of other names."
  ) { arguments in
    regional(unit: arguments.values("indicator").first == "local-units" ? "local units" : "persons")
  }
  .recalling("the order of the dimensions in the key")

  private static let researchSector = SourceParameter.dimension(
    "sector",
    "Who does the research.",
    [
      .init("all", code: "TOTAL+BES+GOV+HES", meaning: "business, government, universities, and the total"),
      .init("business", code: "BES", meaning: "business"),
      .init("government", code: "GOV", meaning: "government"),
      .init("universities", code: "HES", meaning: "higher education"),
    ],
    standard: "all"
  )

  /// The code of the sum, where it was asked for among others.
  private static func total(_ arguments: SourceArguments, _ parameter: String) -> String? {
    arguments.code(parameter).hasPrefix("TOTAL+") ? "TOTAL" : nil
  }

  private static func regional(unit: String, prices: String? = nil, total: String? = nil) -> TableTemplate {
    TableTemplate(
      region: "geo",
      industry: "nace_r2",
      period: "TIME_PERIOD",
      value: "OBS_VALUE",
      status: "OBS_FLAG",
      total: total,
      unit: unit,
      prices: prices,
      profile: "eurostat",
      classification: "NACE Rev. 2"
    )
  }
}
