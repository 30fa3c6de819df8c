import Arithmetic

/// People by district and year, and business research by region and year.
public struct RegionIndicators: Sendable {
  /// The first year of research.
  public static let firstResearchYear = 1995
  /// People, years from 1971 × districts.
  public let people: [[Int]]
  /// Business research in thousand crowns, years from 1995 × regions.
  public let research: [[Int]]
  /// Research as hundredths of a percent of value added, years from 1995 × regions.
  public let researchShare: [[Int]]

  /// Makes the indicators of an economy.
  init(plan: AlbionPlan, geography: AlbionGeography, exact: ExactTables, research units: [Double]) {
    let regionOf = geography.regionOfDistrict
    let regions = geography.regions.count
    let divisions = AlbionIndustry.all.count
    let jobs = (0..<Expectations.yearCount)
      .map { year in
        (0..<regions)
          .map { region in
            (0..<divisions).reduce(0) { $0 + exact.regions.jobs[year, region, $1] }
          }
      }
    var stream = RandomStream(seed: plan.seed, stream: StreamNumber.population)
    let own = geography.districts.map { _ in 0.004 * stream.portableNormal() }
    people = jobs.indices.map { year in
      geography.peopleShare.indices.map { district in
        let region = regionOf[district]
        let change = Double(jobs[year][region]) / Double(max(1, jobs[0][region]))
        // People follow jobs half way.
        let growth = portableExponential(0.5 * portableLogarithm(change) + own[district] * Double(year) / 8)
        let people = AlbionPopulation.people1971 * geography.peopleShare[district] * growth
        return Int(people.rounded())
      }
    }
    var draws = RandomStream(seed: plan.seed, stream: StreamNumber.indicators)
    var money: [[Int]] = []
    var shares: [[Int]] = []
    for year in (RegionIndicators.firstResearchYear - Expectations.firstYear)..<Expectations.yearCount {
      var spent: [Int] = []
      var share: [Int] = []
      for region in 0..<regions {
        let value = (0..<divisions).reduce(0) { $0 + exact.regions.valueAdded[year, region, $1] }
        let part = 0.013 * portableExponential(0.45 * units[region] + 0.04 * draws.portableNormal())
        spent.append(Int((part * Double(value)).rounded()))
        share.append(Int((part * 10_000).rounded()))
      }
      money.append(spent)
      shares.append(share)
    }
    research = money
    researchShare = shares
  }
}
