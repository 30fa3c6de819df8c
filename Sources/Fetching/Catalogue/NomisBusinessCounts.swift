extension OfficialSource {
  /// Enterprises by area, industry and size band: dataset NM_142_1.
  ///
  /// The dataset, its dimensions and codes are as in public code that asks for them (nomisr, R scripts of councils);
  /// the limits as in the manual of nomisr.
  static let nomisEnterprises = businessCounts(
    name: "nomis-enterprises",
    dataset: "NM_142_1",
    unit: "enterprises",
    holds: "Enterprises by area, industry (SIC 2007) and size band, United Kingdom, each March from 2010",
    caution:
      "Numbers are rounded to 5; an enterprise counts where its head office is, not where its plants are."
  )

  /// Local units, that is sites, by area, industry and size band: dataset NM_141_1.
  static let nomisLocalUnits = businessCounts(
    name: "nomis-local-units",
    dataset: "NM_141_1",
    unit: "local units",
    holds:
      "Local units (sites) by area, industry (SIC 2007) and size band, United Kingdom, each March from 2010",
    caution:
      "Numbers are rounded to 5; only businesses above the threshold of VAT or with pay-as-you-earn are in it."
  )

  private static let columnsOfCounts = [
    "DATE", "GEOGRAPHY_CODE", "GEOGRAPHY_NAME", "INDUSTRY_CODE", "INDUSTRY_NAME", "EMPLOYMENT_SIZEBAND_NAME",
    "LEGAL_STATUS_NAME", "OBS_VALUE", "OBS_STATUS", "OBS_STATUS_NAME", "RECORD_OFFSET", "RECORD_COUNT",
  ]

  private static let sizeBands: [SourceParameter.Value] = [
    .init("total", code: "0", meaning: "all sizes"),
    .init("micro", code: "10", meaning: "0 to 9 persons"),
    .init("small", code: "20", meaning: "10 to 49"),
    .init("medium", code: "30", meaning: "50 to 249"),
    .init("large", code: "40", meaning: "250 or more"),
  ]

  private static func businessCounts(
    name: String,
    dataset: String,
    unit: String,
    holds: String,
    caution: String
  ) -> OfficialSource {
    OfficialSource(
      name: name,
      title: "UK Business Counts: \(unit) by industry and employment size band",
      publisher: "Office for National Statistics (Nomis)",
      holds: holds,
      licence: .openGovernment3,
      attribution: NomisTerms.attribution("UK Business Counts, \(unit)"),
      documentation: "https://www.nomisweb.co.uk/datasets/\(dataset == "NM_142_1" ? "idbrent" : "idbrlu")",
      caution: caution,
      service: .nomis,
      parameters: [
        NomisTerms.years(2010...2030),
        NomisTerms.geography,
        NomisTerms.industry,
        SourceParameter(
          name: "size",
          meaning: "Which size of employment.",
          domain: .oneOf(sizeBands),
          standard: ["total"]
        ),
      ],
      plan: { arguments throws(FetchError) in
        NomisTerms.plan(
          dataset: dataset,
          columns: columnsOfCounts,
          arguments: arguments,
          items: [
            QueryItem("industry", arguments.code("industry")),
            QueryItem("employment_sizeband", arguments.code("size")),
            QueryItem("legal_status", "0"),
          ],
          table: NomisTerms.table(unit: unit, rounding: "5")
        )
      }
    )
    .recalling(
      "the address of the documentation page",
      "that ITL areas of 2021 serve for every year",
      "the first year"
    )
  }
}
