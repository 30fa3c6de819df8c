extension Service {
  /// The feature services of the Open Geography portal, which return 2,000 records a request.
  static let onsGeography = Service(
    name: "ONS Open Geography portal",
    base: "https://services1.arcgis.com/ESMARspQHYMw9BZ9/arcgis/rest/services",
    otherHosts: ["services1.arcgis.com"],
    recordLimit: 2000,
    secondsBetweenRequests: 0.5
  )
}

extension OfficialSource {
  /// Boundaries of the Open Geography portal.
  ///
  /// The services of ITL 2025 with their layers, and those of districts of 2021 to 2023, are as in public code that
  /// asks for them; paging is that of ArcGIS: `resultOffset`, and `exceededTransferLimit` while there is more.
  static let onsBoundaries = OfficialSource(
    name: "ons-boundaries",
    title: "Boundaries of ITL regions and local authority districts",
    publisher: "Office for National Statistics, Open Geography portal",
    holds:
      "Boundaries of ITL 1 to 3 (2021, 2025) and local authority districts (2021 to 2024), United Kingdom",
    licence: .openGovernment3,
    attribution: geographyAttribution,
    documentation: "https://geoportal.statistics.gov.uk/",
    caution: "Generalized to 20 m and clipped to the coast; take the vintage that the table is of.",
    service: .onsGeography,
    parameters: [
      SourceParameter(
        name: "areas",
        meaning: "Which areas, of which year; or the name of any service of the portal.",
        domain: .oneOfOrCodes(boundaries, serviceName),
        standard: ["ITL2-2025"]
      ),
      layer,
    ],
    plan: { arguments throws(FetchError) in
      FetchPlan(
        requests: [features(arguments, of: "areas", format: "geojson", geometry: true)],
        format: .geoJSON
      )
    }
  )
  .recalling("the names of the services of ITL 2021", "the service of the districts of 2024")

  /// Lookups of the Open Geography portal: districts to ITL, changes of codes, any table of it.
  static let onsLookups = OfficialSource(
    name: "ons-lookups",
    title: "Lookups of local authority districts, regions and ITL",
    publisher: "Office for National Statistics, Open Geography portal",
    holds:
      "Which district lies in which ITL region or region, by vintage; any lookup of the portal by its name",
    licence: .openGovernment3,
    attribution: geographyAttribution,
    documentation: "https://geoportal.statistics.gov.uk/",
    caution:
      "Four Scottish districts are split between regions of ITL 3: a district may have several rows. Changes of codes "
      + "between two vintages have services of their own, which are taken by name.",
    service: .onsGeography,
    parameters: [
      SourceParameter(
        name: "lookup",
        meaning: "Which lookup; or the name of any service of the portal.",
        domain: .oneOfOrCodes(lookups, serviceName),
        standard: ["LAD2021-ITL2021"]
      ),
      layer,
    ],
    plan: { arguments throws(FetchError) in
      let columns = columnsOfLookups[arguments.values("lookup").first ?? ""] ?? []
      return FetchPlan(
        requests: [features(arguments, of: "lookup", format: "json", geometry: false)],
        format: .jsonRecords(path: ["features"], member: "attributes"),
        expectation: Expectation(columns: columns)
      )
    }
  )
  .recalling(
    "the services of the lookups from districts to ITL; that from districts of 2024 to regions was seen"
  )

  private static let geographyAttribution =
    "Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data "
    + "© Crown copyright and database right, retrieved on {retrieved}."

  private static let boundaries: [SourceParameter.Value] = [
    .init("ITL1-2025", code: "ITL1_JAN_2025_UK_BGC/FeatureServer/0", meaning: "ITL 1, January 2025"),
    .init("ITL2-2025", code: "ITL2_JAN_2025_UK_BGC/FeatureServer/0", meaning: "ITL 2, January 2025"),
    .init("ITL3-2025", code: "ITL3_JAN_2025_UK_BGC_V2/FeatureServer/1", meaning: "ITL 3, January 2025"),
    .init(
      "ITL1-2021",
      code: "International_Territorial_Level_1_January_2021_UK_BGC_V2_2022/FeatureServer/0",
      meaning: "ITL 1, January 2021"
    ),
    .init(
      "ITL2-2021",
      code: "International_Territorial_Level_2_January_2021_UK_BGC_V2_2022/FeatureServer/0",
      meaning: "ITL 2, January 2021"
    ),
    .init(
      "ITL3-2021",
      code: "International_Territorial_Level_3_January_2021_UK_BGC_V3_2022/FeatureServer/0",
      meaning: "ITL 3, January 2021"
    ),
    .init(
      "LAD-2021",
      code: "Local_Authority_Districts_December_2021_GB_BGC_2022/FeatureServer/0",
      meaning: "districts, December 2021, Great Britain"
    ),
    .init(
      "LAD-2022",
      code: "Local_Authority_Districts_December_2022_UK_BGC_V2/FeatureServer/0",
      meaning: "districts, December 2022"
    ),
    .init(
      "LAD-2023",
      code: "Local_Authority_Districts_December_2023_Boundaries_UK_BGC/FeatureServer/0",
      meaning: "districts, December 2023"
    ),
    .init(
      "LAD-2024",
      code: "Local_Authority_Districts_December_2024_Boundaries_UK_BGC/FeatureServer/0",
      meaning: "districts, December 2024"
    ),
  ]

  private static let lookups: [SourceParameter.Value] = [
    .init(
      "LAD2021-ITL2021",
      code: "LAD21_LAU121_ITL21_UK_LU/FeatureServer/0",
      meaning: "districts of 2021 to LAU 1 and ITL of 2021"
    ),
    .init(
      "LAD2024-ITL2025",
      code: "LAD24_LAU125_ITL25_UK_LU/FeatureServer/0",
      meaning: "districts of 2024 to LAU 1 and ITL of 2025"
    ),
    .init(
      "LAD2024-region",
      code: "LAD24_RGN24_EN_LU/FeatureServer/0",
      meaning: "districts of 2024 to regions of England"
    ),
  ]

  private static let columnsOfLookups = [
    "LAD2021-ITL2021": ["LAD21CD", "ITL321CD", "ITL221CD", "ITL121CD"],
    "LAD2024-ITL2025": ["LAD24CD", "ITL325CD", "ITL225CD", "ITL125CD"],
    "LAD2024-region": ["LAD24CD", "LAD24NM", "RGN24CD", "RGN24NM"],
  ]

  private static let serviceName = SourceParameter.CodeForm(
    "the name of a service of the portal such as LAD_DEC_2024_UK_NC"
  ) { text in
    text.count > 6 && text.contains("_")
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte == 0x5F
      }
  }

  private static let layer = SourceParameter(
    name: "layer",
    meaning: "The number of the layer of a service that is given by name.",
    domain: .codes(
      .init("a number such as 0") { $0.count < 4 && Int($0) != nil && $0.allSatisfy(\.isNumber) }
    ),
    standard: []
  )

  private static func features(
    _ arguments: SourceArguments,
    of parameter: String,
    format: String,
    geometry: Bool
  ) -> FetchRequest {
    let code = arguments.code(parameter)
    let service = code.contains("/") ? code : "\(code)/FeatureServer/\(arguments.codes("layer").first ?? "0")"
    return FetchRequest(
      path: "/\(service)/query",
      query: [
        QueryItem("where", "1=1"), QueryItem("outFields", "*"),
        QueryItem("returnGeometry", geometry ? "true" : "false"), QueryItem("outSR", "4326"),
        QueryItem("f", format),
      ],
      accept: "application/json",
      paging: .offset(
        offset: "resultOffset",
        limit: "resultRecordCount",
        size: 2000,
        end: .exceededTransferLimit
      )
    )
  }
}
