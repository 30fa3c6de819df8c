import Arithmetic

/// The jobs that the plan expects in every district and industry, at knots four years apart.
///
/// The regions' shares of an industry of advanced manufacturing follow w_r ∝ x_r exp(κ z_r + ρ h_r), raked so that
/// the traditional industrial regions and the classes of density have the shares that the plan gives them, with κ
/// solved so that the Theil index is the planned one. All other industries are raked so that the regions' totals are
/// the planned ones.
struct Expectations {
  /// The first year.
  static let firstYear = 1971
  /// How many years there are.
  static let yearCount = 45
  /// The years between two knots.
  static let knotDistance = 4
  /// How many knots there are: 1971, 1975 … 2015.
  static let knotCount = 12
  /// All jobs in 1971.
  static let jobs1971 = 3_200_000.0

  /// Which regions are traditional industrial.
  let traditional: [Bool]
  /// Which regions were planted to decline.
  let declining: [Bool]
  /// The density class of each region: 0 rural, 1 moderately urban, 2 urban.
  let densityClass: [Int]
  /// Research, in standard units, by region.
  let research: [Double]
  /// Jobs of each knot, region and industry, industries fastest.
  let regionJobs: [[Double]]
  /// The share of each district in its region's jobs, by knot, district and industry, industries fastest.
  let districtShare: [[Double]]

  /// The regions' share of all jobs at each knot.
  let regionShare: [[Double]]

  /// The cuts between the classes of density, in people per km² in 1971.
  static let densityCuts = [70.0, 240.0]

  /// Works out the expectations of a plan.
  init(plan: AlbionPlan, geography: AlbionGeography) {
    let setting = RegionSetting(plan: plan, geography: geography)
    traditional = setting.traditional
    declining = setting.declining
    densityClass = setting.densityClass
    research = setting.research
    let nation = NationalPaths(plan: plan)
    var jobs: [[Double]] = []
    var shares: [[Double]] = []
    var courses = AlbionIndustry.advanced.indices
      .map { AdvancedCourse(plan: plan, position: $0, setting: setting) }
    for knot in 0..<Expectations.knotCount {
      let total = setting.share(knot: knot, plan: plan)
      var advanced: [[Double]] = []
      for position in courses.indices {
        advanced.append(courses[position].shares(knot: knot, total: total, plan: plan, setting: setting))
      }
      jobs.append(
        RestOfEconomy.jobs(total: total, advanced: advanced, national: nation.knots[knot], setting: setting)
      )
      shares.append(total)
    }
    regionJobs = jobs
    regionShare = shares
    districtShare = DistrictPattern.shares(plan: plan, geography: geography, setting: setting)
  }

  /// Returns the jobs expected in a district and industry at each knot.
  func knots(district: Int, region: Int, industry: Int) -> [Double] {
    let count = AlbionIndustry.all.count
    return (0..<Expectations.knotCount)
      .map { regionJobs[$0][region * count + industry] * districtShare[$0][district * count + industry] }
  }

  /// The part of the way between two years that has passed at a knot, 0…1.
  static func progress(knot: Int, from start: Int, to end: Int = 2015) -> Double {
    let year = firstYear + knot * knotDistance
    return max(0, min(1, Double(year - start) / Double(end - start)))
  }
}

/// The nation's jobs by industry at the knots.
struct NationalPaths {
  let knots: [[Double]]

  init(plan: AlbionPlan) {
    var stream = RandomStream(seed: plan.seed, stream: StreamNumber.nation)
    let industries = AlbionIndustry.all
    let weight = industries.reduce(0) { $0 + $1.jobs1971 }
    var changes = industries.map { industry in
      let change = stream.uniform(-1, 1)
      switch industry.kind {
      case .land: return -0.8 + 0.2 * change
      case .traditional: return -1.4 + 0.35 * change
      case .advanced: return 0
      case .ordinary: return -0.35 + 0.3 * change
      case .local: return 0.3 + 0.25 * change
      case .traded: return 0.85 + 0.4 * change
      }
    }
    for (position, industry) in AlbionIndustry.advanced.enumerated() {
      changes[industry] = plan.industries[position].growth
    }
    let bends = industries.indices.map { _ in stream.uniform(0.8, 1.3) }
    knots = (0..<Expectations.knotCount)
      .map { knot in
        let time = Double(knot) / Double(Expectations.knotCount - 1)
        let total = Expectations.jobs1971 * portableExponential(0.16 * time)
        let raw = industries.indices.map { industry in
          let part = time > 0 ? portableExponential(bends[industry] * portableLogarithm(time)) : 0
          return industries[industry].jobs1971
            * portableExponential(plan.isNothing ? 0 : changes[industry] * part)
        }
        let sum = plan.isNothing ? weight : raw.reduce(0, +)
        return raw.map { $0 * total / sum }
      }
  }
}
