import Panels

extension SourceProfile {
  /// The names that columns of industries have among agencies that publish SDMX.
  static let industryNames = [
    "ACTIVITY", "ECONOMIC_ACTIVITY", "nace_r2", "NACE_R2", "INDUSTRY", "IND", "ISIC4", "SECTOR",
  ]

  /// SDMX-CSV of versions 1.0 and 2.0, field guide at <https://github.com/sdmx-twg/sdmx-csv>: one row a number, codes or
  /// `code: label` in each cell, attributes beside them.
  static let sdmx = SourceProfile(
    name: .sdmx,
    shape: .long,
    markers: MarkerTable(entries: [
      .init("", .status(.notAvailable)), .init("NaN", .status(.notAvailable)),
      .init(":", .status(.notAvailable)),
    ]),
    hasNotes: false,
    columns: ColumnHints(
      region: ["REF_AREA", "REGION", "TERRITORY", "GEOGRAPHY", "geo", "AREA"],
      regionName: ["REF_AREA_label", "Reference area", "REGION_label", "geo_label"],
      industry: industryNames,
      industryTitle: industryNames.map { $0 + "_label" } + ["Economic activity"],
      period: ["TIME_PERIOD", "TIME", "time", "DATE", "period"],
      value: ["OBS_VALUE", "value"],
      status: ["OBS_STATUS", "OBS_FLAG", "status"],
      confidentiality: ["CONF_STATUS", "OBS_CONF"],
      multiplier: ["UNIT_MULT"],
      action: ["ACTION"]
    )
  )
}
