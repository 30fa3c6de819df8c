/// The exact numbers of the economy, each a sum over plants.
public struct ExactTables: Sendable {
  /// One variable at one scale: years × areas × industries whole numbers, industries fastest.
  public struct Block: Sendable, Equatable {
    /// How many years.
    public let years: Int
    /// How many areas.
    public let areas: Int
    /// How many industries.
    public let industries: Int
    /// The numbers.
    public var values: [Int]

    /// Makes a block of zeros.
    init(years: Int, areas: Int, industries: Int) {
      self.years = years
      self.areas = areas
      self.industries = industries
      values = [Int](repeating: 0, count: years * areas * industries)
    }

    /// The number of a year, area and industry.
    public subscript(year: Int, area: Int, industry: Int) -> Int {
      get { values[(year * areas + area) * industries + industry] }
      set { values[(year * areas + area) * industries + industry] = newValue }
    }

    /// Returns the block with areas and industries merged.
    ///
    /// - Parameters:
    ///   - areaGroup: The new position of each area.
    ///   - newAreas: How many there are then.
    ///   - industryGroup: The new position of each industry.
    ///   - newIndustries: How many there are then.
    ///   - combine: How two numbers become one: their sum or the larger.
    /// - Returns: The merged block.
    func merged(
      areaGroup: [Int],
      newAreas: Int,
      industryGroup: [Int],
      newIndustries: Int,
      by combine: (Int, Int) -> Int = { $0 + $1 }
    ) -> Block {
      var result = Block(years: years, areas: newAreas, industries: newIndustries)
      var from = 0
      for year in 0..<years {
        for area in 0..<areas {
          let base = (year * newAreas + areaGroup[area]) * newIndustries
          for industry in 0..<industries {
            let to = base + industryGroup[industry]
            result.values[to] = combine(result.values[to], values[from])
            from += 1
          }
        }
      }
      return result
    }

    /// Returns the block without the years before a year.
    func dropping(years first: Int) -> Block {
      var result = Block(years: years - first, areas: areas, industries: industries)
      result.values = Array(values[(first * areas * industries)...])
      return result
    }
  }

  /// Jobs, value added at current prices, plants and the largest plant, of the same areas and industries.
  public struct Scale: Sendable {
    /// The first year.
    public let firstYear: Int
    /// Jobs.
    public let jobs: Block
    /// Value added at current prices in thousand crowns.
    public let valueAdded: Block
    /// The number of plants.
    public let plants: Block
    /// The jobs of the largest plant.
    public let largest: Block
  }

  /// The 380 districts by the 60 divisions, from 1971; published by groups from 1991.
  public let districtDivisions: Scale
  /// The 380 districts by the 26 groups, from 1991.
  public let districts: Scale
  /// The 41 regions by the 60 divisions, from 1971.
  public let regions: Scale
  /// The 12 provinces by the 60 divisions, from 1971.
  public let provinces: Scale
  /// The price of each division's output, years × divisions, 1 in 2010.
  public let prices: [Double]
  /// The plants of advanced manufacturing.
  public let plantLives: [PlantLife]

  /// Adds plants up to districts, regions and provinces.
  init(simulation: PlantSimulation, geography: AlbionGeography, prices: PriceBook) {
    let districtCount = geography.districts.count
    let divisions = AlbionIndustry.all.count
    func block(_ values: [Int]) -> Block {
      var block = Block(years: Expectations.yearCount, areas: districtCount, industries: divisions)
      block.values = values
      return block
    }
    let exact = Scale(
      firstYear: Expectations.firstYear,
      jobs: block(simulation.jobs),
      valueAdded: block(simulation.valueAdded),
      plants: block(simulation.plants),
      largest: block(simulation.largest)
    )
    let same = Array(0..<divisions)
    districtDivisions = exact
    districts = exact.from(year: ExactTables.firstDistrictYear)
      .merged(
        areaGroup: Array(0..<districtCount),
        newAreas: districtCount,
        industryGroup: AlbionIndustry.groupOfDivision,
        newIndustries: AlbionIndustry.groups.count
      )
    regions = exact.merged(
      areaGroup: geography.regionOfDistrict,
      newAreas: geography.regions.count,
      industryGroup: same,
      newIndustries: divisions
    )
    provinces = regions.merged(
      areaGroup: geography.provinceOfRegion,
      newAreas: geography.provinces.count,
      industryGroup: same,
      newIndustries: divisions
    )
    self.prices = prices.prices
    plantLives = simulation.lives
  }

  /// The first year that districts are published for.
  public static let firstDistrictYear = 1991
}

extension ExactTables.Scale {
  /// Returns the numbers from a year on.
  func from(year: Int) -> ExactTables.Scale {
    let first = year - firstYear
    return ExactTables.Scale(
      firstYear: year,
      jobs: jobs.dropping(years: first),
      valueAdded: valueAdded.dropping(years: first),
      plants: plants.dropping(years: first),
      largest: largest.dropping(years: first)
    )
  }

  /// Returns the numbers with areas and industries merged; the largest plant is the largest of the parts.
  func merged(areaGroup: [Int], newAreas: Int, industryGroup: [Int], newIndustries: Int) -> ExactTables.Scale
  {
    func sum(_ block: ExactTables.Block) -> ExactTables.Block {
      block.merged(
        areaGroup: areaGroup,
        newAreas: newAreas,
        industryGroup: industryGroup,
        newIndustries: newIndustries
      )
    }
    return ExactTables.Scale(
      firstYear: firstYear,
      jobs: sum(jobs),
      valueAdded: sum(valueAdded),
      plants: sum(plants),
      largest: largest.merged(
        areaGroup: areaGroup,
        newAreas: newAreas,
        industryGroup: industryGroup,
        newIndustries: newIndustries,
        by: max
      )
    )
  }
}
