import Arithmetic

/// Every plant of the economy, year by year, and what they add up to.
///
/// A district's industry has plants that grow, shrink, close, open and change owner around the jobs that the plan
/// expects. Employment, value added, the number of plants and the largest are sums over plants: nothing else makes a
/// number of the exact tables.
struct PlantSimulation {
  /// Jobs, years × districts × industries, industries fastest.
  private(set) var jobs: [Int]
  /// Value added at current prices in thousand crowns, same shape.
  private(set) var valueAdded: [Int]
  /// The number of plants, same shape.
  private(set) var plants: [Int]
  /// The jobs of the largest plant, same shape.
  private(set) var largest: [Int]
  /// The plants of advanced manufacturing, by district, industry and opening.
  private(set) var lives: [PlantLife] = []

  private let plan: AlbionPlan
  private let prices: PriceBook
  private let setting: [Bool]
  private let productivity: [Double]

  /// Runs all plants.
  init(plan: AlbionPlan, geography: AlbionGeography, expectations: Expectations, prices: PriceBook) {
    let industries = AlbionIndustry.all.count
    let districts = geography.districts.count
    let cells = Expectations.yearCount * districts * industries
    jobs = [Int](repeating: 0, count: cells)
    valueAdded = jobs
    plants = jobs
    largest = jobs
    self.plan = plan
    self.prices = prices
    setting = expectations.traditional
    productivity = RegionSetting(plan: plan, geography: geography).productivity
    for district in 0..<districts {
      let region = geography.regionOfDistrict[district]
      for industry in 0..<industries {
        run(
          Cell(
            district: district,
            region: region,
            industry: industry,
            districts: districts,
            expected: Expectations.yearly(
              expectations.knots(district: district, region: region, industry: industry)
            ),
            places: geography.plantPlaces[district]
          )
        )
      }
    }
  }

  /// A district's industry.
  private struct Cell {
    let district: Int
    let region: Int
    let industry: Int
    let districts: Int
    let expected: [Double]
    let places: [LonLat]

    func offset(_ year: Int) -> Int {
      (year * districts + district) * AlbionIndustry.all.count + industry
    }
  }

  private mutating func run(_ cell: Cell) {
    var stream = RandomStream(
      seed: plan.seed,
      stream: StreamNumber.plants + UInt64(cell.district * AlbionIndustry.all.count + cell.industry)
    )
    var living: [LivingPlant] = []
    for year in 0..<Expectations.yearCount {
      if year > 0 { age(&living, cell: cell, year: year, stream: &stream) }
      open(&living, cell: cell, year: year, stream: &stream)
      record(living, cell: cell, year: year)
    }
  }

  /// Grows, shrinks and closes plants, and changes owners.
  private mutating func age(
    _ living: inout [LivingPlant],
    cell: Cell,
    year: Int,
    stream: inout RandomStream
  ) {
    guard !living.isEmpty else { return }
    let before = living.reduce(0) { $0 + $1.size }
    let expected = cell.expected[year]
    let ratio = max(0.75, min(1.25, expected / max(before, 0.5)))
    let steer = 1 + 0.7 * (ratio - 1)
    let crowded = before > 1.25 * expected + 4 ? 2.5 : 1
    let advanced = AlbionIndustry.all[cell.industry].kind == .advanced
    var kept = 0
    for index in living.indices {
      var plant = living[index]
      let bits = stream.next()
      let hazard = (0.02 + 0.25 / (6 + plant.size)) * crowded
      if Double(bits >> 40) * 0x1p-24 < hazard {
        if plant.record >= 0 { lives[plant.record].closed = Expectations.firstYear + year }
        continue
      }
      let shock = Double(bits >> 20 & 0xFFFFF) * 0x1p-20 + Double(bits & 0xFFFFF) * 0x1p-20 - 1
      plant.size = max(0.6, plant.size * steer * (1 + 0.18 * shock))
      if advanced { changeOwner(of: &plant, year: year, stream: &stream) }
      living[kept] = plant
      kept += 1
    }
    living.removeLast(living.count - kept)
  }

  /// Opens plants until the district's industry is about as large as expected.
  private mutating func open(
    _ living: inout [LivingPlant],
    cell: Cell,
    year: Int,
    stream: inout RandomStream
  ) {
    let industry = AlbionIndustry.all[cell.industry]
    let expected = cell.expected[year]
    var sum = living.reduce(0) { $0 + $1.size }
    if expected < 2, living.isEmpty {
      // A plant now and then: as often as gives the expected number of jobs in the long run.
      let chance = year == 0 ? 0.4 * expected : 0.05 * expected
      if stream.uniform() < chance {
        append(1 + 2 * stream.uniform(), to: &living, cell: cell, year: year, &stream)
      }
      return
    }
    while expected - sum > max(1, 0.04 * expected) {
      let gap = expected - sum
      let draw =
        industry.plantSize * 0.55
        * portableExponential(1.05 * max(-2.5, min(2.5, stream.portableNormal())))
      let size = max(1, min(draw, gap * stream.uniform(0.6, 1.1), max(2, 0.85 * expected)))
      append(size, to: &living, cell: cell, year: year, &stream)
      sum += size
    }
  }

  private mutating func append(
    _ size: Double,
    to living: inout [LivingPlant],
    cell: Cell,
    year: Int,
    _ stream: inout RandomStream
  ) {
    let industry = AlbionIndustry.all[cell.industry]
    let skill = 1 + 0.3 * (stream.uniform() + stream.uniform() - 1)
    guard industry.kind == .advanced else {
      living.append(LivingPlant(size: size, skill: skill, foreign: false, record: -1))
      return
    }
    let calendar = Expectations.firstYear + year
    let favoured = setting[cell.region] ? plan.foreignOpenings.sign : -plan.foreignOpenings.sign
    let chance = (0.1 + 0.006 * Double(year)) * (1 + 0.55 * favoured)
    let foreign = stream.uniform() < (year == 0 ? 0.1 : chance)
    let place = cell.places[stream.below(cell.places.count)]
    lives.append(
      PlantLife(
        industry: cell.industry,
        district: cell.district,
        place: place.moved(by: &stream),
        opened: year == 0 ? calendar - stream.below(40) : calendar,
        closed: nil,
        openedForeign: foreign,
        ownerChanged: nil,
        jobs: PlantLife.sampleYears.map { _ in 0 }
      )
    )
    living.append(LivingPlant(size: size, skill: skill, foreign: foreign, record: lives.count - 1))
  }

  private mutating func changeOwner(of plant: inout LivingPlant, year: Int, stream: inout RandomStream) {
    guard plant.record >= 0, lives[plant.record].ownerChanged == nil else { return }
    let chance = plant.foreign ? 0.004 : 0.0015 + 0.004 * plant.size / (plant.size + 100)
    guard stream.uniform() < chance else { return }
    plant.foreign.toggle()
    lives[plant.record].ownerChanged = Expectations.firstYear + year
  }

  private mutating func record(_ living: [LivingPlant], cell: Cell, year: Int) {
    let offset = cell.offset(year)
    let entry = year * AlbionIndustry.all.count + cell.industry
    let perJob = prices.volumePerJob[entry] * prices.prices[entry] * productivity[cell.region]
    let sample = PlantLife.sampleYears.firstIndex(of: Expectations.firstYear + year)
    var jobs = 0
    var value = 0
    var largest = 0
    for plant in living {
      let own = plant.jobs
      jobs += own
      largest = max(largest, own)
      value += Int((Double(own) * perJob * plant.skill * (plant.foreign ? 1.2 : 1)).rounded())
      guard plant.record >= 0 else { continue }
      lives[plant.record].peakJobs = max(lives[plant.record].peakJobs, own)
      if let sample { lives[plant.record].jobs[sample] = own }
    }
    self.jobs[offset] = jobs
    valueAdded[offset] = value
    plants[offset] = living.count
    self.largest[offset] = largest
  }
}

extension Expectations {
  /// Straight lines between the knots.
  static func yearly(_ knots: [Double]) -> [Double] {
    (0..<yearCount)
      .map { year in
        let first = min(year / knotDistance, knotCount - 2)
        let part = Double(year - first * knotDistance) / Double(knotDistance)
        return knots[first] * (1 - part) + knots[first + 1] * part
      }
  }
}

extension LonLat {
  /// Returns a place up to a kilometre away.
  fileprivate func moved(by stream: inout RandomStream) -> LonLat {
    LonLat(
      longitude: longitude + stream.below(1601) - 800,
      latitude: latitude + stream.below(1201) - 600
    )
  }

  private init(longitude: Int, latitude: Int) {
    self.longitude = longitude
    self.latitude = latitude
  }
}
