import Arithmetic

/// The shares of the regions in one industry of advanced manufacturing, as the plan wants them.
struct AdvancedCourse {
  private let plan: AlbionPlan.IndustryPlan
  private let advantages: [Double]
  /// The location quotient of the traditional industrial regions in 1971.
  private var traditionalQuotient: Double?
  /// The location quotients of the classes of density in 1971.
  private var densityQuotients: [Double]?

  init(plan: AlbionPlan, position: Int, setting: RegionSetting) {
    self.plan = plan.industries[position]
    advantages = setting.advantages[AlbionIndustry.advanced[position]]
  }

  /// Returns the shares at a knot; knots must be asked for in order, the first fixes the quotients of 1971.
  mutating func shares(knot: Int, total: [Double], plan economy: AlbionPlan, setting: RegionSetting)
    -> [Double]
  {
    let target = theil(at: knot)
    let research = 0.19 * economy.research.sign * Expectations.progress(knot: knot, from: 1999)
    let groups = targets(knot: knot, total: total, economy: economy, setting: setting)
    var low = 0.0
    var high = 2.5
    var shares = total
    for _ in 0..<26 {
      let middle = (low + high) / 2
      shares = total.indices.map {
        total[$0] * portableExponential(middle * advantages[$0] + research * setting.research[$0])
      }
      if let groups {
        AdvancedCourse.rake(
          &shares,
          traditional: groups.traditional,
          classes: groups.classes,
          setting: setting
        )
      } else {
        let sum = shares.reduce(0, +)
        shares = shares.map { $0 / sum }
      }
      if AdvancedCourse.theil(shares, total) < target { low = middle } else { high = middle }
    }
    if groups == nil { rememberQuotients(shares, total: total, setting: setting) }
    return shares
  }

  /// The Theil index aimed at: straight lines between 1971, the turn and 2015.
  private func theil(at knot: Int) -> Double {
    let year = Double(Expectations.firstYear + knot * Expectations.knotDistance)
    let turn = Double(plan.turn ?? 1993)
    if year <= turn { return plan.theil[0] + (plan.theil[1] - plan.theil[0]) * (year - 1971) / (turn - 1971) }
    return plan.theil[1] + (plan.theil[2] - plan.theil[1]) * (year - turn) / (2015 - turn)
  }

  private mutating func rememberQuotients(_ shares: [Double], total: [Double], setting: RegionSetting) {
    let part = AdvancedCourse.sum(shares) { setting.traditional[$0] }
    traditionalQuotient = part / AdvancedCourse.sum(total) { setting.traditional[$0] }
    densityQuotients = (0..<3)
      .map { group in
        let reference = AdvancedCourse.sum(total) { setting.densityClass[$0] == group }
        return reference > 0
          ? AdvancedCourse.sum(shares) { setting.densityClass[$0] == group } / reference : 1
      }
  }

  /// The shares that the traditional industrial regions and the classes of density are to have.
  private func targets(
    knot: Int,
    total: [Double],
    economy: AlbionPlan,
    setting: RegionSetting
  ) -> (traditional: Double, classes: [Double])? {
    guard let traditionalQuotient, let densityQuotients else { return nil }
    let progress = Expectations.progress(knot: knot, from: economy.traditionalFrom)
    let reference = AdvancedCourse.sum(total) { setting.traditional[$0] }
    let odds =
      traditionalQuotient * reference / max(1e-9, 1 - traditionalQuotient * reference)
      * portableExponential(0.62 * plan.traditional.sign * progress)
    let cities = 0.42 * economy.cities.sign * Expectations.progress(knot: knot, from: 1975)
    var classes = (0..<3)
      .map { group in
        densityQuotients[group] * AdvancedCourse.sum(total) { setting.densityClass[$0] == group }
          * portableExponential(cities * Double(group - 1))
      }
    let sum = classes.reduce(0, +)
    classes = classes.map { $0 / sum }
    return (odds / (1 + odds), classes)
  }

  private static func rake(
    _ shares: inout [Double],
    traditional: Double,
    classes: [Double],
    setting: RegionSetting
  ) {
    for _ in 0..<12 {
      let part = sum(shares) { setting.traditional[$0] }
      let rest = sum(shares) { !setting.traditional[$0] }
      for region in shares.indices {
        shares[region] *= setting.traditional[region] ? traditional / part : (1 - traditional) / rest
      }
      var parts = [0.0, 0.0, 0.0]
      for region in shares.indices { parts[setting.densityClass[region]] += shares[region] }
      for region in shares.indices {
        let group = setting.densityClass[region]
        shares[region] *= classes[group] / parts[group]
      }
    }
    let whole = shares.reduce(0, +)
    for region in shares.indices { shares[region] /= whole }
  }

  private static func sum(_ values: [Double], where holds: (Int) -> Bool) -> Double {
    values.indices.reduce(0) { holds($1) ? $0 + values[$1] : $0 }
  }

  static func theil(_ shares: [Double], _ total: [Double]) -> Double {
    zip(shares, total).reduce(0) { $1.0 > 0 ? $0 + $1.0 * portableLogarithm($1.0 / $1.1) : $0 }
  }
}

/// All that is not advanced manufacturing.
enum RestOfEconomy {
  /// Returns jobs by region and industry, industries fastest.
  ///
  /// - Parameters:
  ///   - total: The regions' shares of all jobs.
  ///   - advanced: The regions' shares of each industry of advanced manufacturing.
  ///   - national: The nation's jobs by industry.
  ///   - setting: What the regions are like.
  /// - Returns: `regions × industries` jobs whose sums are the national jobs and the regions' totals.
  static func jobs(total: [Double], advanced: [[Double]], national: [Double], setting: RegionSetting)
    -> [Double]
  {
    let industries = AlbionIndustry.all
    let count = industries.count
    let all = national.reduce(0, +)
    var jobs = [Double](repeating: 0, count: total.count * count)
    for (position, industry) in AlbionIndustry.advanced.enumerated() {
      for region in total.indices {
        jobs[region * count + industry] = advanced[position][region] * national[industry]
      }
    }
    let rest = industries.indices.filter { industries[$0].kind != .advanced }
    for industry in rest {
      for region in total.indices {
        jobs[region * count + industry] =
          total[region] * weight(of: industry, region: region, setting: setting) * national[industry]
      }
    }
    let left = total.indices.map { region in
      total[region] * all - AlbionIndustry.advanced.reduce(0) { $0 + jobs[region * count + $1] }
    }
    for _ in 0..<14 {
      for region in total.indices {
        let sum = rest.reduce(0) { $0 + jobs[region * count + $1] }
        let factor = max(left[region], 1) / sum
        for industry in rest { jobs[region * count + industry] *= factor }
      }
      for industry in rest {
        let sum = total.indices.reduce(0) { $0 + jobs[$1 * count + industry] }
        for region in total.indices { jobs[region * count + industry] *= national[industry] / sum }
      }
    }
    return jobs
  }

  private static func weight(of industry: Int, region: Int, setting: RegionSetting) -> Double {
    let advantage = setting.advantages[industry][region]
    let urban = Double(setting.densityClass[region] - 1)
    switch AlbionIndustry.all[industry].kind {
    case .land: return portableExponential(0.5 * advantage - 1.1 * urban)
    case .traditional: return portableExponential(0.4 * advantage + (setting.traditional[region] ? 1.7 : 0))
    case .ordinary: return portableExponential(0.3 * advantage + (setting.traditional[region] ? 0.3 : 0))
    case .local: return portableExponential(0.08 * advantage)
    case .traded: return portableExponential(0.3 * advantage + 0.4 * urban)
    case .advanced: return 1
    }
  }
}
