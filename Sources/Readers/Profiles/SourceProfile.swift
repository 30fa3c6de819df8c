import Panels

/// How files of one kind of source speak.
package struct SourceProfile: Sendable {
  /// How the numbers of a table lie.
  package enum Shape: Sendable, Equatable {
    /// One row a number.
    case long
    /// One row a region and industry, periods across.
    case wide
  }

  /// The name.
  package let name: ProfileName
  /// How the numbers lie.
  package let shape: Shape
  /// The marks in place of numbers and after them.
  package let markers: MarkerTable
  /// Whether notes may stand above the header and below the rows.
  package let hasNotes: Bool
  /// Whether numbers may have parts of a mark after them, parted by a space or in brackets.
  package let columns: ColumnHints

  /// The names that a role's column may have, the first that a table has winning.
  package struct ColumnHints: Sendable {
    var region: [String] = []
    var regionName: [String] = []
    var industry: [String] = []
    var industryTitle: [String] = []
    var period: [String] = []
    var value: [String] = []
    var status: [String] = []
    var lower: [String] = []
    var upper: [String] = []
    var text: [String] = []
    var confidentiality: [String] = []
    var multiplier: [String] = []
    var action: [String] = []
  }

  /// The profile of a name.
  package static func named(_ name: ProfileName) -> SourceProfile {
    switch name {
    case .tidy: tidy
    case .nomisAPI: nomisAPI
    case .nomisDownload: nomisDownload
    case .onsWide: onsWide
    case .gss: gss
    case .eurostat: eurostat
    case .sdmx: sdmx
    case .us: us
    }
  }

  private static let tidy = SourceProfile(
    name: .tidy,
    shape: .long,
    markers: MarkerTable(entries: [
      .init("", .status(.notAvailable)), .init("NA", .status(.notAvailable)),
    ]),
    hasNotes: false,
    columns: ColumnHints(
      region: ["region"],
      regionName: ["region_name"],
      industry: ["industry"],
      industryTitle: ["industry_title"],
      period: ["period"],
      value: ["value"],
      status: ["status"],
      lower: ["lower"],
      upper: ["upper"],
      text: ["text"]
    )
  )

  private static let nomisAPI = SourceProfile(
    name: .nomisAPI,
    shape: .long,
    markers: MarkerTable(entries: [
      .init("", .status(.notAvailable)), .init("!", .status(.suppressed)), .init("*", .status(.suppressed)),
      .init("-", .status(.suppressed)), .init("~", .status(.unreliable)), .init("..", .status(.notAvailable)),
      .init("#", .status(.unreliable)),
    ]),
    hasNotes: false,
    columns: ColumnHints(
      region: ["GEOGRAPHY_CODE"],
      regionName: ["GEOGRAPHY_NAME"],
      industry: ["INDUSTRY_CODE"],
      industryTitle: ["INDUSTRY_NAME"],
      period: ["DATE", "DATE_CODE", "TIME"],
      value: ["OBS_VALUE"],
      status: ["OBS_STATUS", "OBS_STATUS_NAME"]
    )
  )

  private static let nomisDownload = SourceProfile(
    name: .nomisDownload,
    shape: .long,
    markers: MarkerTable(entries: nomisAPI.markers.entries + [.init("n/a", .status(.notApplicable))]),
    hasNotes: true,
    columns: ColumnHints(
      region: ["region", "mnemonic"],
      regionName: ["region_name"],
      industry: ["industry"],
      industryTitle: ["industry_title"],
      period: ["period", "date"],
      value: ["value"]
    )
  )

  private static let onsWide = SourceProfile(
    name: .onsWide,
    shape: .wide,
    markers: MarkerTable(
      entries: [
        .init("", .status(.notAvailable)), .init("..", .status(.notAvailable)),
        .init(":", .status(.notAvailable)),
        .init("[x]", .status(.notAvailable)), .init("[c]", .status(.suppressed)),
        .init("c", .status(.suppressed)), .init("[z]", .status(.notApplicable)),
        .init("[low]", .roundsToZero), .init("-", .zero),
      ],
      flags: gssFlags
    ),
    hasNotes: true,
    columns: ColumnHints(
      region: [
        "ITL code", "ITL region code", "NUTS code", "LAU1 code", "LA code", "Area code", "Region code",
        "itl_code",
      ],
      regionName: ["Region name", "Area name", "ITL region name", "LA name", "region_name"],
      industry: ["SIC07 code", "SIC07", "SIC code", "Industry code", "sic07_code"],
      industryTitle: ["SIC07 description", "SIC07 name", "Industry description", "Industry", "sic07_name"]
    )
  )

  private static let gssFlags: [MarkerTable.Entry] = [
    .init("[r]", .status(.observed)), .init("[p]", .status(.provisional)), .init("[e]", .status(.estimated)),
    .init("[b]", .status(.breakInSeries)), .init("[u]", .status(.unreliable)),
    .init("[f]", .status(.estimated)),
  ]

  private static let gss = SourceProfile(
    name: .gss,
    shape: .long,
    markers: MarkerTable(
      entries: [
        .init("", .status(.notAvailable)), .init("[c]", .status(.suppressed)),
        .init("c", .status(.suppressed)),
        .init("[x]", .status(.notAvailable)), .init("x", .status(.notAvailable)),
        .init("..", .status(.notAvailable)),
        .init("[z]", .status(.notApplicable)), .init("z", .status(.notApplicable)),
        .init("[low]", .roundsToZero),
        .init("[u]", .status(.unreliable)), .init("[w]", .status(.notAvailable)),
      ],
      flags: gssFlags
    ),
    hasNotes: true,
    columns: ColumnHints(
      region: ["Area code", "Region code", "Geography code", "GSS code", "ITL code", "region"],
      regionName: ["Area name", "Region name", "Geography", "Area", "Region"],
      industry: ["SIC code", "Industry code", "SIC07 code", "industry"],
      industryTitle: ["Industry", "Industry name", "SIC description"],
      period: ["Year", "Period", "Time period", "Date"],
      value: ["Value", "Number", "Count", "Employment", "Observation"]
    )
  )

  private static let eurostat = SourceProfile(
    name: .eurostat,
    shape: .long,
    markers: MarkerTable(
      entries: [.init("", .status(.notAvailable)), .init(":", .status(.notAvailable))],
      flags: StatusText.eurostatFlags
    ),
    hasNotes: false,
    columns: ColumnHints(
      region: ["geo", "REF_AREA"],
      regionName: ["Geopolitical entity (reporting)", "geo_label"],
      industry: ["nace_r2", "nace_r2_1", "nace_r1", "indic_is"],
      industryTitle: [
        "Statistical classification of economic activities in the European Community (NACE Rev. 2)",
        "nace_r2_label",
      ],
      period: ["TIME_PERIOD", "time"],
      value: ["OBS_VALUE", "value", "values"],
      status: ["OBS_FLAG", "OBS_STATUS", "flag", "flags"],
      confidentiality: ["CONF_STATUS", "OBS_CONF"],
      multiplier: ["UNIT_MULT"],
      action: ["ACTION"]
    )
  )

  private static let us = SourceProfile(
    name: .us,
    shape: .long,
    markers: MarkerTable(entries: [
      .init("", .status(.notAvailable)), .init("(D)", .status(.suppressed)), .init("D", .status(.suppressed)),
      .init("(ND)", .status(.suppressed)), .init("N", .status(.notAvailable)),
      .init("(NA)", .status(.notAvailable)),
      .init("NA", .status(.notAvailable)), .init("S", .status(.unreliable)),
      .init("(S)", .status(.unreliable)),
      .init("X", .status(.notApplicable)), .init("(X)", .status(.notApplicable)), .init("(L)", .roundsToZero),
      .init("(Z)", .roundsToZero), .init("Z", .roundsToZero), .init("-", .status(.notAvailable)),
    ]),
    hasNotes: false,
    columns: ColumnHints(
      region: ["state_fips", "area_fips", "fips", "fipstate", "GEO_ID", "GeoFIPS", "state"],
      regionName: ["state_name", "area_title", "GeoName", "NAME"],
      industry: ["naics", "industry_code", "NAICS2017", "NAICS2012", "NAICS2007", "IndustryClassification"],
      industryTitle: ["naics_title", "NAICS2017_LABEL", "industry_title", "Description"],
      period: ["year", "YEAR"],
      value: ["employment", "emp", "EMP", "annual_avg_emplvl"],
      status: ["emp_suppress_flag", "empflag", "EMP_F", "disclosure_code"]
    )
  )
}
