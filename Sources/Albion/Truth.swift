/// What was planted in an economy, and what came of it exactly: for tests, never for an analysis.
public struct Truth: Sendable, Equatable {
  /// What was planted for one industry of advanced manufacturing, with the exact outcome.
  public struct IndustryTruth: Sendable, Equatable {
    /// The code of the industry.
    public let code: String
    /// The path of its concentration that was planted.
    public let course: AlbionPlan.Course
    /// The planted year of the turn, where it has one.
    public let turn: Int?
    /// Whether its location quotient in the traditional industrial regions was planted to rise or fall.
    public let traditional: Direction
    /// The Theil index of exact value added over the regions, relative to all value added, by year.
    public let theil: [Double]
    /// The location quotient of exact value added in the traditional industrial regions, by year.
    public let traditionalQuotient: [Double]
  }

  /// The seed.
  public private(set) var seed: UInt64
  /// Whether nothing was planted.
  public private(set) var isNothing: Bool
  /// The industries of advanced manufacturing.
  public private(set) var industries: [IndustryTruth]
  /// The codes of the traditional industrial regions.
  public private(set) var traditionalRegions: [String]
  /// Whether they lose or gain ground in advanced manufacturing.
  public private(set) var traditional: Direction
  /// The year from which they do.
  public private(set) var traditionalFrom: Int
  /// The codes of the regions that decline.
  public private(set) var decliningRegions: [String]
  /// The year from which they do.
  public private(set) var declineFrom: Int
  /// The density class of each region: rural, moderately urban, urban.
  public private(set) var densityClasses: [String]
  /// Whether advanced manufacturing moves into the cities or out of them.
  public private(set) var cities: Direction
  /// Whether regions with more research grow faster in advanced manufacturing after 2000.
  public private(set) var research: Direction
  /// Whether foreign owners open plants in the traditional industrial regions or elsewhere.
  public private(set) var foreignOpenings: Direction

  /// The names of the density classes.
  public static let densityNames = ["rural", "moderately urban", "urban"]

  /// Sets down the truth of an economy.
  init(plan: AlbionPlan, geography: AlbionGeography, expectations: Expectations, exact: ExactTables) {
    seed = plan.seed
    isNothing = plan.isNothing
    let codes = geography.regions.map(\.code)
    traditionalRegions = codes.indices.filter { expectations.traditional[$0] }.map { codes[$0] }
    decliningRegions = codes.indices.filter { expectations.declining[$0] }.map { codes[$0] }
    densityClasses = expectations.densityClass.map { Truth.densityNames[$0] }
    traditional = plan.traditional
    traditionalFrom = plan.traditionalFrom
    declineFrom = plan.declineFrom
    cities = plan.cities
    research = plan.research
    foreignOpenings = plan.foreignOpenings
    industries = plan.industries.indices.map { position in
      let outcome = Truth.outcome(
        of: AlbionIndustry.advanced[position],
        in: exact.regions.valueAdded,
        traditional: expectations.traditional
      )
      let planned = plan.industries[position]
      return IndustryTruth(
        code: planned.code,
        course: planned.course,
        turn: planned.turn,
        traditional: planned.traditional,
        theil: outcome.theil,
        traditionalQuotient: outcome.quotient
      )
    }
  }

  /// The truth of another plan with the places and outcomes of an economy, to see that tests can fail.
  package init(of plan: AlbionPlan, like albion: Albion) {
    self = albion.truth
    seed = plan.seed
    isNothing = plan.isNothing
    decliningRegions = []
    traditional = plan.traditional
    cities = plan.cities
    research = plan.research
    foreignOpenings = plan.foreignOpenings
    industries = zip(plan.industries, albion.truth.industries)
      .map { planned, outcome in
        IndustryTruth(
          code: planned.code,
          course: planned.course,
          turn: planned.turn,
          traditional: planned.traditional,
          theil: outcome.theil,
          traditionalQuotient: outcome.traditionalQuotient
        )
      }
  }

  private static func outcome(
    of industry: Int,
    in block: ExactTables.Block,
    traditional: [Bool]
  ) -> (theil: [Double], quotient: [Double]) {
    var theils: [Double] = []
    var quotients: [Double] = []
    for year in 0..<block.years {
      let own = (0..<block.areas).map { Double(block[year, $0, industry]) }
      let all = (0..<block.areas)
        .map { area in
          (0..<block.industries).reduce(0.0) { $0 + Double(block[year, area, $1]) }
        }
      let ownSum = max(own.reduce(0, +), 1)
      let allSum = all.reduce(0, +)
      theils.append(AdvancedCourse.theil(own.map { $0 / ownSum }, all.map { $0 / allSum }))
      let inside = own.indices.reduce(0) { traditional[$1] ? $0 + own[$1] : $0 } / ownSum
      let reference = all.indices.reduce(0) { traditional[$1] ? $0 + all[$1] : $0 } / allSum
      quotients.append(inside / reference)
    }
    return (theils, quotients)
  }
}
