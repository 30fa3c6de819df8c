import Arithmetic

/// Which way something was planted to go.
public enum Direction: String, Hashable, Sendable, CaseIterable {
  /// Down, or against.
  case down
  /// No change.
  case none
  /// Up, or with.
  case up

  /// -1, 0 or 1.
  public var sign: Double {
    switch self {
    case .down: -1
    case .none: 0
    case .up: 1
    }
  }
}

/// What happens in a generated economy, drawn from its seed before anything is simulated.
///
/// The plan decides which industries concentrate or disperse and when, which regions decline, whether the traditional
/// industrial regions lose or gain ground and in which industries, whether advanced manufacturing moves to the cities
/// or out of them, and whether research goes with growth. The simulation adds plants and noise to it.
public struct AlbionPlan: Hashable, Sendable {
  /// The path of an industry's concentration over the regions.
  public enum Course: String, Hashable, Sendable, CaseIterable {
    /// No change.
    case steady
    /// More concentrated from beginning to end.
    case concentrating
    /// Less concentrated from beginning to end.
    case dispersing
    /// Less concentrated until a turn, more after it.
    case dispersingThenConcentrating = "dispersing then concentrating"
    /// More concentrated until a turn, less after it.
    case concentratingThenDispersing = "concentrating then dispersing"

    /// The direction from the first to the last years.
    public var overall: Direction {
      switch self {
      case .concentrating: .up
      case .dispersing: .down
      default: .none
      }
    }
  }

  /// What was planted for one industry of advanced manufacturing.
  public struct IndustryPlan: Hashable, Sendable {
    /// The code of the industry.
    public let code: String
    /// The path of its concentration.
    public let course: Course
    /// The year of the turn, where it has one.
    public let turn: Int?
    /// The Theil index over the regions aimed at in 1971, at the turn (or half way) and in 2015.
    public let theil: [Double]
    /// Whether its location quotient in the traditional industrial regions rises or falls.
    public let traditional: Direction
    /// The change of the national number of jobs from 1971 to 2015 in logs.
    public let growth: Double
  }

  /// The seed.
  public let seed: UInt64
  /// Whether nothing was planted.
  public let isNothing: Bool
  /// The industries of advanced manufacturing, in the order of the classification.
  public let industries: [IndustryPlan]
  /// Whether the traditional industrial regions lose or gain ground in advanced manufacturing as a whole.
  public let traditional: Direction
  /// The year from which they do.
  public let traditionalFrom: Int
  /// Whether advanced manufacturing moves into the cities (up) or out of them (down).
  public let cities: Direction
  /// Whether regions with more research grow faster (up) or slower (down) in advanced manufacturing after 2000.
  public let research: Direction
  /// How many regions decline.
  public let decliningCount: Int
  /// The year from which they decline.
  public let declineFrom: Int
  /// Whether foreign owners open plants in the traditional industrial regions (up) or elsewhere (down).
  public let foreignOpenings: Direction

  /// Draws the plan of a seed: something happens in it.
  ///
  /// - Parameter seed: The seed.
  public init(seed: UInt64) {
    self.init(seed: seed, isNothing: false)
  }

  /// Makes a plan in which nothing happens: every industry and region grows with the nation.
  ///
  /// - Parameter nothingPlantedWithSeed: The seed of the land, the plants and the noise.
  public init(nothingPlantedWithSeed: UInt64) {
    self.init(seed: nothingPlantedWithSeed, isNothing: true)
  }

  private init(seed: UInt64, isNothing: Bool) {
    var stream = RandomStream(seed: seed, stream: StreamNumber.plan)
    self.seed = seed
    self.isNothing = isNothing
    let advanced = AlbionIndustry.advanced
    let courses = stream.shuffled(
      [
        .concentrating, .concentrating, .dispersing, .dispersing, .dispersingThenConcentrating,
        stream.uniform() < 0.5 ? .dispersingThenConcentrating : .concentratingThenDispersing,
        .steady, stream.uniform() < 0.5 ? .concentrating : .dispersing,
      ] as [Course]
    )
    let traditional: Direction = stream.uniform() < 0.6 ? .down : .up
    let against: Direction = traditional == .down ? .up : .down
    let growths = advanced.map { _ in stream.uniform(-0.9, 0.35) }
    let tilts = AlbionPlan.drawTilts(traditional, growths: growths, stream: &stream)
    industries = advanced.indices.map { position in
      IndustryPlan(
        code: AlbionIndustry.all[advanced[position]].code,
        course: isNothing ? .steady : courses[position],
        tilt: isNothing ? .none : tilts[position],
        growth: isNothing ? 0 : growths[position],
        stream: &stream
      )
    }
    self.traditional = isNothing ? .none : traditional
    traditionalFrom = 1975 + 4 * stream.below(4)
    let cities: Direction = stream.uniform() < 0.5 ? .down : .up
    self.cities = isNothing ? .none : cities
    let research: Direction = [.down, .up, .up][stream.below(3)]
    self.research = isNothing ? .none : research
    let declining = 4 + stream.below(4)
    decliningCount = isNothing ? 0 : declining
    declineFrom = 1971 + 4 * stream.below(5)
    let foreign: Direction = stream.uniform() < 0.35 ? .up : .down
    foreignOpenings = isNothing ? .none : foreign
  }
}

extension AlbionPlan {
  /// Draws which industries go with the traditional industrial regions' course and which against it.
  ///
  /// Five of eight go with it and one against; drawn again until those that go with it weigh enough in value added for
  /// the whole of advanced manufacturing to go the same way.
  private static func drawTilts(
    _ traditional: Direction,
    growths: [Double],
    stream: inout RandomStream
  ) -> [Direction] {
    let with = [Direction](repeating: traditional, count: 5)
    let against: Direction = traditional == .down ? .up : .down
    let weights = zip(AlbionIndustry.advanced, growths)
      .map { position, growth in
        let industry = AlbionIndustry.all[position]
        return industry.jobs1971 * industry.productivity * portableExponential(growth)
      }
    let whole = weights.reduce(0, +)
    while true {
      let tilts = stream.shuffled(with + [against, .none, .none])
      let along = zip(weights, tilts).reduce(0) { $0 + $1.0 * $1.1.sign * traditional.sign }
      if along >= 0.5 * whole { return tilts }
    }
  }
}

extension AlbionPlan.IndustryPlan {
  fileprivate init(
    code: String,
    course: AlbionPlan.Course,
    tilt: Direction,
    growth: Double,
    stream: inout RandomStream
  ) {
    let year = 1983 + 4 * stream.below(5)
    let low = stream.uniform(0.14, 0.24)
    let step = stream.uniform(0.2, 0.32)
    self.code = code
    self.course = course
    traditional = tilt
    self.growth = growth
    switch course {
    case .steady: theil = [low + step / 2, low + step / 2, low + step / 2]
    case .concentrating: theil = [low, low + step / 2, low + step]
    case .dispersing: theil = [low + step, low + step / 2, low]
    case .dispersingThenConcentrating: theil = [low + step, low, low + step]
    case .concentratingThenDispersing: theil = [low, low + step, low]
    }
    turn = course == .dispersingThenConcentrating || course == .concentratingThenDispersing ? year : nil
  }
}
