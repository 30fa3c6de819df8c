public import Panels

/// What is known of a number's sampling error.
public enum SamplingError: Hashable, Sendable {
  /// The numbers are a full count, or administrative records: nothing was sampled.
  case none
  /// A sample of which the source declares no error for this number.
  case unknown
  /// The declared coefficient of variation: the standard error over the number; 0.05 for 5 %.
  case coefficientOfVariation(Double)
  /// The declared half-width of the 95 % interval, in the unit of the number.
  case halfWidth(Double)

  /// The standard error of a number, or nil where none is declared.
  ///
  /// - Parameter value: The number.
  /// - Returns: The standard error; 0 for a full count.
  public func standardError(of value: Double) -> Double? {
    switch self {
    case .none: 0
    case .unknown: nil
    case .coefficientOfVariation(let share): share * value.magnitude
    case .halfWidth(let width): width / Normal.quantile975
    }
  }
}

/// How many cells of each status went into a number.
public struct StatusCount: Hashable, Sendable {
  /// The status.
  public var status: CellStatus
  /// How many cells have it.
  public var count: Int

  /// Makes a count.
  public init(_ status: CellStatus, _ count: Int) {
    self.status = status
    self.count = count
  }
}

/// A number with all that is known of how far it may be off.
///
/// The number may be of one period, the mean over a window of periods, or the change between two: ``mean(of:)`` and
/// ``change(since:)`` carry bounds, draws and statuses along.
public struct Estimate: Hashable, Sendable {
  /// The number at the published cells, or nil where one is missing.
  public var value: Double?
  /// The least and greatest value that suppressed and rounded cells allow, or nil where they could not be bounded.
  public var bounds: Bounds?
  /// Whether both bounds are reached by numbers that the cells allow; else they are certified, but may be wide.
  public var boundsAreAttained: Bool
  /// The middle part, at the ``level``, of values with each rounded cell uniform within its bounds; see ``RoundingDraws``.
  ///
  /// It is extended to the published number where that lies outside: a cell that was published as 0 can only be larger, and an
  /// index of many small cells rises with whatever is added to them, so that the draws of both lie to one side.
  /// Nil where every cell is exact, where one has no upper bound, and where nothing was drawn.
  public var roundingInterval: Bounds?
  /// The level of the rounding interval and of the interval of the sampling error, such as 0.95.
  public var level: Double
  /// The draws that the rounding interval was made of, one a replicate; empty where nothing was drawn.
  public var draws: [Double]
  /// What is declared of the sampling error.
  public var sampling: SamplingError
  /// The least and greatest value over the releases that were compared, or nil where there is one release.
  public var revision: Bounds?
  /// How many cells of each status went in, in the order of `CellStatus`.
  public var statuses: [StatusCount]
  /// Why there are no bounds or no interval, as a sentence or a part of one; nil if there is nothing to say.
  public var reason: String?

  /// Makes an estimate.
  ///
  /// - Parameters:
  ///   - value: The number at the published cells, or nil where one is missing.
  ///   - bounds: The least and greatest value that the cells allow; the value itself if not given.
  ///   - boundsAreAttained: Whether the bounds are the optimum.
  ///   - roundingInterval: The rounding interval.
  ///   - level: The level of intervals.
  ///   - sampling: What is declared of the sampling error.
  ///   - revision: The least and greatest value over releases.
  ///   - statuses: How many cells of each status went in.
  public init(
    value: Double?,
    bounds: Bounds? = nil,
    boundsAreAttained: Bool = true,
    roundingInterval: Bounds? = nil,
    level: Double = RoundingDraws.usualLevel,
    sampling: SamplingError = .unknown,
    revision: Bounds? = nil,
    statuses: [StatusCount] = []
  ) {
    self.value = value
    self.bounds = bounds ?? value.map { Bounds(exactly: $0) }
    self.boundsAreAttained = boundsAreAttained
    self.roundingInterval = roundingInterval
    self.level = level
    self.draws = []
    self.sampling = sampling
    self.revision = revision
    self.statuses = statuses
  }

  /// Makes an estimate of a bounded measure.
  ///
  /// - Parameters:
  ///   - bounded: The measure and its bounds.
  ///   - roundingInterval: The rounding interval.
  ///   - level: The level of intervals.
  ///   - sampling: What is declared of the sampling error.
  ///   - revision: The least and greatest value over releases.
  ///   - statuses: How many cells of each status went in.
  public init(
    _ bounded: Bounded,
    roundingInterval: Bounds? = nil,
    level: Double = RoundingDraws.usualLevel,
    sampling: SamplingError = .unknown,
    revision: Bounds? = nil,
    statuses: [StatusCount] = []
  ) {
    self.init(
      value: bounded.value,
      bounds: bounded.bounds,
      boundsAreAttained: bounded.isAttained,
      roundingInterval: roundingInterval,
      level: level,
      sampling: sampling,
      revision: revision,
      statuses: statuses
    )
  }

  /// Makes an estimate of a value, its bounds or the reason that it has none, and its draws.
  ///
  /// - Parameters:
  ///   - value: The number at the published cells, or nil where one is missing.
  ///   - bounds: The least and greatest value; nil where there is none.
  ///   - reason: Why there is none.
  ///   - draws: One value a replicate, or nil where none were drawn.
  ///   - level: The level of the interval that is made of them.
  ///   - sampling: What is declared of the sampling error.
  public init(
    value: Double?,
    bounds: Bounds?,
    reason: String?,
    draws: [Double]? = nil,
    level: Double = RoundingDraws.usualLevel,
    sampling: SamplingError = .unknown
  ) {
    self.init(value: value, level: level, sampling: sampling)
    self.bounds = bounds
    self.reason = reason
    take(draws ?? [])
  }

  /// Returns the estimate with draws of it, and the interval that they make.
  ///
  /// - Parameters:
  ///   - draws: One value a replicate; empty where every cell is exact; nil where a cell has no upper bound, which becomes the
  ///     ``reason``.
  ///   - level: The level of the interval.
  /// - Returns: The estimate.
  public func drawn(_ draws: [Double]?, level: Double) -> Estimate {
    var estimate = self
    estimate.level = level
    if draws == nil { estimate.reason = estimate.reason ?? Panel.noInterval }
    estimate.take(draws ?? [])
    return estimate
  }

  /// Takes draws, and makes the interval of them; no draw lies beyond the hard bounds by more than the last digits.
  mutating func take(_ draws: [Double]) {
    self.draws = draws
    guard let interval = RoundingDraws.interval(of: draws, level: level) else {
      roundingInterval = nil
      return
    }
    let bounds = bounds ?? Bounds(-.infinity, .infinity)
    let lower = min(max(interval.lower, bounds.lower), bounds.upper)
    roundingInterval = Bounds(lower, min(max(interval.upper, lower), bounds.upper)).holding(value)
  }

  /// How many standard errors the interval of the ``level`` reaches to each side: 1.96 at 95 %.
  var standardErrors: Double { Normal.quantile(level) }

  /// The interval of the declared sampling error around the value, at the ``level``, or nil where none is declared.
  public var samplingInterval: Bounds? {
    guard let value, let error = sampling.standardError(of: value), error > 0 else { return nil }
    return Bounds(value - standardErrors * error, value + standardErrors * error)
  }

  /// How many cells went in.
  public var cellCount: Int { statuses.reduce(0) { $0 + $1.count } }

  /// The share of cells that the agency withheld.
  public var suppressedShare: Double {
    let hidden = statuses.filter { $0.status == .suppressed }.reduce(0) { $0 + $1.count }
    return cellCount == 0 ? 0 : Double(hidden) / Double(cellCount)
  }
}

extension Bounds {
  /// The bounds, extended to a number.
  func holding(_ number: Double?) -> Bounds {
    number.map { Bounds(min(lower, $0), max(upper, $0)) } ?? self
  }
}
