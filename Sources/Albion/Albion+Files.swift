extension Albion {
  /// Returns every file of the study folder, in a fixed order.
  ///
  /// - Returns: The study, the tables, the boundaries and the truth; about 20 MB.
  public func files() -> [GeneratedFile] {
    StudyText.files(of: self) + tables() + RecordFiles.files(of: self) + BoundaryFiles.files(of: geography)
      + TruthFiles.files(of: self)
  }

  /// The published tables.
  private func tables() -> [GeneratedFile] {
    let divisions = AlbionIndustry.all.map { (code: $0.code, title: $0.title) }
    let groups = AlbionIndustry.groups.map { (code: $0, title: AlbionIndustry.title(ofGroup: $0)) }
    let byDivision = (0..<divisions.count).map { [$0] }
    let byGroup = groups.indices
      .map { group in
        AlbionIndustry.groupOfDivision.indices.filter { AlbionIndustry.groupOfDivision[$0] == group }
      }
    let provinces = labels(geography.provinces, divisions, named: true)
    let regions = labels(geography.regions, divisions, named: true)
    let districts = labels(geography.districts, groups, named: false)
    let fromDistricts = exact.districtDivisions.from(year: ExactTables.firstDistrictYear)
    return [
      file("gva_regions", PublishedTables.valueAdded(exact.regions, labels: regions)),
      file("employment_regions", PublishedTables.employment(exact.regions, labels: regions)),
      file("employment_districts", PublishedTables.employment(exact.districts, labels: districts)),
      file(
        "gva_provinces",
        PublishedTables.wideValueAdded(exact.provinces, labels: provinces, of: "provinces")
      ),
      file(
        "gva_districts",
        PublishedTables.wideValueAdded(exact.districts, labels: districts, of: "districts")
      ),
      file(
        "gva_volume_regions",
        PublishedTables.volumes(
          exact.regions.valueAdded,
          firstYear: exact.regions.firstYear,
          groups: byDivision,
          prices: exact.prices,
          labels: regions,
          title: "Gross value added of the regions of Albion"
        )
      ),
      file(
        "gva_volume_districts",
        PublishedTables.volumes(
          fromDistricts.valueAdded,
          firstYear: fromDistricts.firstYear,
          groups: byGroup,
          prices: exact.prices,
          labels: districts,
          title: "Gross value added of the districts of Albion"
        )
      ),
    ]
  }

  private func file(_ name: String, _ bytes: [UInt8]) -> GeneratedFile {
    GeneratedFile(path: "tables/\(name).csv", bytes: bytes)
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
