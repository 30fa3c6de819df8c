import Albion
import Panels
import Readers
import Testing

@Suite struct PublicationTests {
  private let albion = Economies.planted

  private func reading(_ name: String, _ rounding: RoundingRule, profile: ProfileName) throws -> PanelReading
  {
    let file = try Economies.plantedFiles.at("tables/\(name).csv")
    var options =
      profile == .onsWide
      ? PanelOptions(region: "Region code", industry: "Industry code")
      : PanelOptions(region: "region", industry: "industry", period: "year", value: "value")
    options.profile = profile
    options.total = "Total"
    options.totalRegion = "ALB"
    options.rounding = rounding
    return try readPanel(InputFile(bytes: file.bytes, name: file.path), options)
  }

  /// Checks every cell of a panel against the exact numbers, and returns how many were withheld.
  private func check(_ panel: Panel, _ exact: ExactTables.Block, unit: Double) -> Int {
    var outside = 0
    var withheld = 0
    for year in 0..<exact.years {
      for area in 0..<exact.areas {
        for industry in 0..<exact.industries {
          let cell = panel[year, area, industry]
          if !cell.bounds.contains(Double(exact[year, area, industry]) / unit) { outside += 1 }
          if cell.status == .suppressed { withheld += 1 }
        }
      }
    }
    #expect(outside == 0, "bounds that do not hold the truth")
    return withheld
  }

  @Test("The bounds of every published cell of value added hold the truth")
  func valueAddedBounds() throws {
    let regions = try reading("gva_regions", .nearest(1), profile: .tidy).panel
    #expect(check(regions, albion.exact.regions.valueAdded, unit: 1000) == 0)
    let districts = try reading("gva_districts", .nearest(1), profile: .onsWide).panel
    #expect(check(districts, albion.exact.districts.valueAdded, unit: 1000) == 0)
    let provinces = try reading("gva_provinces", .nearest(1), profile: .onsWide).panel
    #expect(check(provinces, albion.exact.provinces.valueAdded, unit: 1000) == 0)
  }

  @Test("The bounds of every published cell of jobs hold the truth, and withheld cells are some but not many")
  func jobsBounds() throws {
    let regions = try reading("employment_regions", .bres(.inferred), profile: .gss).panel
    let inRegions = check(regions, albion.exact.regions.jobs, unit: 1)
    #expect(inRegions > 0 && inRegions * 20 < regions.cells.count, "\(inRegions) of \(regions.cells.count)")
    let districts = try reading("employment_districts", .bres(.inferred), profile: .gss).panel
    let inDistricts = check(districts, albion.exact.districts.jobs, unit: 1)
    #expect(
      inDistricts > 500 && inDistricts * 10 < districts.cells.count,
      "\(inDistricts) of \(districts.cells.count)"
    )
  }

  @Test("Published totals hold the exact totals within their rounding")
  func totals() throws {
    let panel = try reading("employment_regions", .bres(.inferred), profile: .gss).panel
    let exact = albion.exact.regions.jobs
    let published = try #require(panel.regionTotals)
    for year in 0..<exact.years {
      for area in 0..<exact.areas {
        let sum = (0..<exact.industries).reduce(0) { $0 + exact[year, area, $1] }
        #expect(published.bounds(at: year * exact.areas + area).contains(Double(sum)))
      }
    }
  }

  @Test("No withheld cell stands alone in its row or column")
  func secondary() throws {
    let panel = try reading("employment_districts", .bres(.inferred), profile: .gss).panel
    for year in panel.periods.indices {
      let hidden = panel.regions.indices.map { area in
        panel.industries.indices.map { panel[year, area, $0].status == .suppressed }
      }
      for (area, row) in hidden.enumerated() where row.count(where: { $0 }) == 1 {
        // Alone only where there is no other cell with jobs to withhold.
        let others = panel.industries.indices.count { albion.exact.districts.jobs[year, area, $0] > 0 }
        #expect(others == 1)
      }
      for industry in panel.industries.indices { #expect(hidden.count { $0[industry] } != 1) }
    }
  }

  @Test("A cell of a dominant plant is withheld, one of many like plants is rounded to the relaxed base")
  func rules() {
    #expect(DisclosureControl.isWithheld(jobs: 100, plants: 2, largest: 60))
    #expect(DisclosureControl.isWithheld(jobs: 100, plants: 9, largest: 80))
    #expect(!DisclosureControl.isWithheld(jobs: 100, plants: 3, largest: 40))
    #expect(!DisclosureControl.isWithheld(jobs: 20, plants: 1, largest: 20))
    #expect(DisclosureControl.isRelaxed(jobs: 100, plants: 3, largest: 60))
    #expect(!DisclosureControl.isRelaxed(jobs: 100, plants: 3, largest: 61))
    #expect(
      [12, 75, 1249, 7499].map { DisclosureControl.rounded($0, relaxed: true) } == [10, 75, 1250, 7000]
    )
    #expect(
      [12, 75, 1249, 7499].map { DisclosureControl.rounded($0, relaxed: false) } == [10, 100, 1000, 8000]
    )
  }

  @Test(
    "Every number of jobs is within the bounds that the ladder of its rounded number gives",
    arguments: [true, false]
  )
  func ladder(relaxed: Bool) {
    for jobs in 0...12_000 {
      let published = Double(DisclosureControl.rounded(jobs, relaxed: relaxed))
      #expect(RoundingRule.bres(.inferred).bounds(of: published).contains(Double(jobs)))
    }
  }

  @Test("Published volumes are those of the exact numbers, and do not add")
  func volumes() throws {
    let panel = try reading("gva_volume_regions", .nearest(1), profile: .onsWide).panel
    let exact = albion.exact
    for year in [0, 30, 39, 44] {
      for industry in [3, 19, 50] {
        let cell = panel[year, 4, industry]
        let volume =
          Double(exact.regions.valueAdded[year, 4, industry]) / exact.prices[year * 60 + industry] / 1000
        #expect(cell.bounds.contains(volume))
      }
    }
    let totals = try #require(panel.regionTotals)
    func gap(_ year: Int) -> Double {
      let sum = panel.industries.indices.reduce(0.0) {
        $0 + (panel[year, 4, $1].value ?? 0)
      }
      return abs(sum / (totals[year * 41 + 4].value ?? 0) - 1)
    }
    #expect(gap(39) < 0.005)
    #expect(gap(0) > 0.01)
  }
}
