extension OfficialSource {
  /// Residents in work by area and industry, Census 2021: topic summary TS060.
  ///
  /// The number of the dataset, its dimension and the codes of divisions are as in public code that asks for them.
  static let nomisCensus = OfficialSource(
    name: "nomis-census",
    title: "Census 2021, TS060: industry",
    publisher: "Office for National Statistics (Nomis)",
    holds: "Residents aged 16 and over in work by area and industry (SIC 2007), England and Wales, 2021",
    licence: .openGovernment3,
    attribution:
      "Source: Office for National Statistics, Census 2021, TS060, from Nomis on {retrieved}. Contains public "
      + "sector information licensed under the Open Government Licence v3.0.",
    documentation: "https://www.nomisweb.co.uk/datasets/c2021ts060",
    caution:
      "Counts are of where people live, not where they work, were taken during the pandemic of 2021, and are "
      + "perturbed: they may not add.",
    service: .nomis,
    parameters: [
      NomisTerms.geography,
      SourceParameter(
        name: "industry",
        meaning: "Which industries of SIC 2007.",
        domain: .oneOf([
          .init("total", code: "0", meaning: "all industries together"),
          .init("section", code: "1001...1021", meaning: "sections A to U"),
          .init("division", code: "1...87", meaning: "divisions, two digits"),
        ]),
        standard: ["section"],
        isList: true
      ),
    ],
    plan: { arguments throws(FetchError) in
      NomisTerms.plan(
        dataset: "NM_2077_1",
        columns: [
          "DATE", "GEOGRAPHY_CODE", "GEOGRAPHY_NAME", "C2021_IND_88_NAME", "OBS_VALUE", "OBS_STATUS",
          "RECORD_OFFSET", "RECORD_COUNT",
        ],
        arguments: arguments,
        times: "2021",
        items: [QueryItem("c2021_ind_88", arguments.code("industry"))],
        table: TableTemplate(
          region: "GEOGRAPHY_CODE",
          regionName: "GEOGRAPHY_NAME",
          industry: "C2021_IND_88_NAME",
          period: "DATE",
          value: "OBS_VALUE",
          unit: "persons",
          classification: "SIC 2007"
        )
      )
    }
  )
  .recalling("the codes 1001 to 1021 of sections", "that ITL areas are offered for it")

  /// The codes and names of the areas of a level.
  ///
  /// Nomis answers any table with the columns that are selected; this asks for one number an area (jobs in all of the
  /// Business Register and Employment Survey) and keeps code, name and kind.
  static let nomisAreas = OfficialSource(
    name: "nomis-areas",
    title: "Codes and names of areas",
    publisher: "Office for National Statistics (Nomis)",
    holds: "Code, name and kind of the areas of a level, Great Britain",
    licence: .openGovernment3,
    attribution:
      "Source: Office for National Statistics, Nomis, on {retrieved}. Contains public sector information licensed "
      + "under the Open Government Licence v3.0.",
    documentation: "https://www.nomisweb.co.uk/api/v01/help",
    caution: "A lookup of codes and names; it holds no boundaries.",
    service: .nomis,
    parameters: [NomisTerms.geography],
    plan: { arguments throws(FetchError) in
      NomisTerms.plan(
        dataset: "NM_189_1",
        columns: ["GEOGRAPHY_CODE", "GEOGRAPHY_NAME", "GEOGRAPHY_TYPE", "RECORD_OFFSET", "RECORD_COUNT"],
        arguments: arguments,
        times: "latest",
        items: [
          QueryItem("industry", "37748736"), QueryItem("employment_status", "1"), QueryItem("measure", "1"),
        ],
        table: nil
      )
    }
  )
  .recalling("the codes of the districts of 2021 and 2023, TYPE424 and TYPE423")
}
