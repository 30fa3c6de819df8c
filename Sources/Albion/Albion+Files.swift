extension Albion {
  /// Returns every file of the study folder, in a fixed order.
  ///
  /// - Returns: The study, the tables, the boundaries and the truth; about 24 MB.
  public func files() -> [GeneratedFile] {
    StudyText.files(of: self) + Albion.tableNames.compactMap(table) + RecordFiles.files(of: self)
      + BoundaryFiles.files(of: geography) + TruthFiles.files(of: self)
  }

  /// The names of the published tables, in the order of ``files()``; each lies in `tables/` as `.csv`.
  public static let tableNames = [
    "gva_provinces", "gva_regions", "employment_regions", "gva_districts", "employment_districts",
    "gva_volume_regions", "gva_volume_districts",
  ]

  /// Returns a published table.
  ///
  /// - Parameter name: One of ``tableNames``.
  /// - Returns: The file, or nil if there is no table of that name.
  public func table(_ name: String) -> GeneratedFile? {
    let bytes: [UInt8]? =
      switch name {
      case "gva_provinces":
        PublishedTables.wideValueAdded(exact.provinces, labels: provinceLabels, of: "provinces")
      case "gva_regions": PublishedTables.valueAdded(exact.regions, labels: regionLabels)
      case "employment_regions": PublishedTables.employment(exact.regions, labels: regionLabels)
      case "gva_districts":
        PublishedTables.wideValueAdded(exact.districts, labels: districtLabels, of: "districts")
      case "employment_districts": PublishedTables.employment(exact.districts, labels: districtLabels)
      case "gva_volume_regions": regionVolumes()
      case "gva_volume_districts": districtVolumes()
      default: nil
      }
    return bytes.map { GeneratedFile(path: "tables/\(name).csv", bytes: $0) }
  }

  /// The study with some of its tables, the boundaries and the indicators, for tests that ask it questions.
  ///
  /// - Parameter names: Some of ``tableNames``.
  /// - Returns: The files, without the truth.
  package func study(withTables names: [String]) -> [GeneratedFile] {
    StudyText.files(of: self) + names.compactMap(table) + BoundaryFiles.files(of: geography)
      + RecordFiles.files(of: self).filter { $0.path != "plants.csv" && $0.path != "io.csv" }
  }

  /// The files that the facts of the truth are read from, for tests that need no others.
  package func evidence() -> [GeneratedFile] {
    ["gva_regions", "employment_regions"].compactMap(table) + [
      RecordFiles.plantFile(of: self), RecordFiles.researchFile(of: self), RecordFiles.areaFile(of: self),
    ]
  }

  private func regionVolumes() -> [UInt8] {
    PublishedTables.volumes(
      exact.regions.valueAdded,
      firstYear: exact.regions.firstYear,
      groups: AlbionIndustry.all.indices.map { [$0] },
      prices: exact.prices,
      labels: regionLabels,
      title: "Gross value added of the regions of Albion"
    )
  }

  private func districtVolumes() -> [UInt8] {
    let divisions = exact.districtDivisions.from(year: ExactTables.firstDistrictYear)
    let groupOf = AlbionIndustry.groupOfDivision
    return PublishedTables.volumes(
      divisions.valueAdded,
      firstYear: divisions.firstYear,
      groups: AlbionIndustry.groups.indices.map { group in groupOf.indices.filter { groupOf[$0] == group } },
      prices: exact.prices,
      labels: districtLabels,
      title: "Gross value added of the districts of Albion"
    )
  }

  private var provinceLabels: PublishedTables.Labels {
    labels(geography.provinces, AlbionIndustry.all.map { ($0.code, $0.title) }, named: true)
  }

  private var regionLabels: PublishedTables.Labels {
    labels(geography.regions, AlbionIndustry.all.map { ($0.code, $0.title) }, named: true)
  }

  private var districtLabels: PublishedTables.Labels {
    let groups = AlbionIndustry.groups.map { (code: $0, title: AlbionIndustry.title(ofGroup: $0)) }
    return labels(geography.districts, groups, named: false)
  }

  private func labels(
    _ areas: [AlbionGeography.Area],
    _ industries: [(code: String, title: String)],
    named: Bool
  ) -> PublishedTables.Labels {
    PublishedTables.Labels(
      areas: areas.map { ($0.code, $0.name) } + [(PublishedTables.countryCode, "Albion")],
      industries: industries + [(PublishedTables.totalCode, "All industries")],
      named: named
    )
  }
}
