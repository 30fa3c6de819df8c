import Albion
import Testing

@Suite struct EconomyTests {
  private let albion = Economies.planted

  @Test("There are 60 industries in sections and groups, eight of them advanced manufacturing")
  func industries() {
    #expect(AlbionIndustry.all.count == 60)
    #expect(Set(AlbionIndustry.all.map(\.code)).count == 60)
    #expect(AlbionIndustry.advanced.count == 8)
    #expect(AlbionIndustry.groups.count == 26)
    let sections = Set(AlbionIndustry.sections.map(\.code))
    #expect(AlbionIndustry.all.allSatisfy { sections.contains($0.section) })
  }

  @Test("Districts add to regions and regions to provinces, exactly, in jobs and value added")
  func scalesAdd() {
    let exact = albion.exact
    let regionOf = albion.geography.regionOfDistrict
    for year in [0, 20, 44] {
      for industry in [0, 13, 24, 59] {
        var jobs = [Int](repeating: 0, count: 41)
        var value = jobs
        for district in 0..<380 {
          jobs[regionOf[district]] += exact.districtDivisions.jobs[year, district, industry]
          value[regionOf[district]] += exact.districtDivisions.valueAdded[year, district, industry]
        }
        #expect(jobs == (0..<41).map { exact.regions.jobs[year, $0, industry] })
        #expect(value == (0..<41).map { exact.regions.valueAdded[year, $0, industry] })
      }
    }
    #expect(exact.regions.jobs.values.reduce(0, +) == exact.provinces.jobs.values.reduce(0, +))
    #expect(exact.regions.valueAdded.values.reduce(0, +) == exact.provinces.valueAdded.values.reduce(0, +))
  }

  @Test(
    "The jobs of the plants of advanced manufacturing add to those of the tables",
    arguments: PlantLife.sampleYears.indices
  )
  func plantsAdd(sample: Int) {
    let year = PlantLife.sampleYears[sample] - 1971
    var sums = [Int](repeating: 0, count: 380 * 60)
    var counts = sums
    for life in albion.exact.plantLives where life.jobs[sample] > 0 {
      sums[life.district * 60 + life.industry] += life.jobs[sample]
      counts[life.district * 60 + life.industry] += 1
    }
    for industry in AlbionIndustry.advanced {
      for district in 0..<380 {
        #expect(
          sums[district * 60 + industry] == albion.exact.districtDivisions.jobs[year, district, industry]
        )
        #expect(
          counts[district * 60 + industry] == albion.exact.districtDivisions.plants[year, district, industry]
        )
      }
    }
  }

  @Test("Plants open, close, and change owner, and have jobs only while they are open")
  func lives() {
    let lives = albion.exact.plantLives
    #expect(lives.contains { $0.closed != nil } && lives.contains { $0.closed == nil })
    #expect(lives.contains { $0.ownerChanged != nil && $0.openedForeign != $0.isForeign })
    for life in lives {
      for (jobs, year) in zip(life.jobs, PlantLife.sampleYears) {
        #expect((jobs > 0) == (life.opened <= year && year < life.closed ?? 9999))
      }
    }
  }

  @Test("What an industry makes is what it sells and what it buys with its value added, to the crown")
  func linksBalance() {
    let links = albion.links
    for division in 0..<links.count {
      let sold = (0..<links.count).reduce(0) { $0 + links.flows[division * links.count + $1] }
      let bought = (0..<links.count).reduce(0) { $0 + links.flows[$1 * links.count + division] }
      #expect(sold + links.finalDemand[division] == links.output[division])
      #expect(bought + links.valueAdded[division] == links.output[division])
      #expect(links.finalDemand[division] >= 0)
    }
    #expect(links.finalDemand.reduce(0, +) == links.valueAdded.reduce(0, +))
    #expect(links.flows.allSatisfy { $0 >= 0 })
  }

  @Test(
    "Chained volumes of one part are value added over its price; of several they follow the links and add at the reference"
  )
  func volumes() {
    let prices = [0.5, 1.0, 0.8, 1.0, 1.0, 1.0, 1.3, 0.9]
    let current = [10.0, 20, 16, 22, 20, 25, 30, 24]
    let single = ChainedVolumes.volumes(
      current: [10, 16, 20, 30],
      prices: [0.5, 0.8, 1, 1.3],
      parts: 1,
      reference: 2
    )
    for (volume, expected) in zip(single, [20.0, 20, 20, 30 / 1.3]) {
      #expect(abs(volume - expected) < 1e-12)
    }
    let whole = ChainedVolumes.volumes(current: current, prices: prices, parts: 2, reference: 2)
    #expect(whole[2] == 45)
    // By hand: at prices of the year before, year 1 is 16·0.5/0.8 + 22 = 32 against 30 of year 0, and year 2 is
    // 20·0.8 + 25 = 41 against 38 of year 1; year 3 is 30/1.3 + 24/0.9.
    #expect(abs(whole[1] - 45 * 38 / 41) < 1e-12)
    #expect(abs(whole[0] - 45 * 38 / 41 * 30 / 32) < 1e-12)
    #expect(abs(whole[3] - (30 / 1.3 + 24 / 0.9)) < 1e-12)
  }

  @Test("A whole that was nothing for a year starts again from reference prices")
  func brokenChain() {
    let volumes = ChainedVolumes.volumes(
      current: [4, 0, 6, 8],
      prices: [0.5, 0.8, 0.75, 1],
      parts: 1,
      reference: 3
    )
    #expect(volumes == [8, 0, 8, 8])
  }

  @Test("Different seeds plant different things, and nothing is nothing")
  func plansDiffer() {
    let plans = (1...40).map { AlbionPlan(seed: UInt64($0)) }
    #expect(Set(plans.map { $0.industries.map(\.course) }).count > 30)
    #expect(Set(plans.map(\.traditional)) == [.up, .down])
    #expect(Set(plans.map(\.cities)) == [.up, .down])
    #expect(Set(plans.map(\.research)) == [.up, .down])
    #expect(Set(plans.map(\.foreignOpenings)) == [.up, .down])
    #expect(Set(plans.map(\.declineFrom)).count > 3)
    #expect(Set(plans.flatMap { $0.industries.compactMap(\.turn) }).count == 5)
    let nothing = AlbionPlan(nothingPlantedWithSeed: 5)
    #expect(nothing.isNothing && nothing.decliningCount == 0 && nothing.traditional == .none)
    #expect(
      nothing.industries.allSatisfy { $0.course == .steady && $0.traditional == .none && $0.growth == 0 }
    )
  }
}
