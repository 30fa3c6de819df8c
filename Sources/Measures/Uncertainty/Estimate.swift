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
public struct Estimate: Hashable, Sendable {
  /// The number at the published cells, or nil where one is missing.
  public var value: Double?
  /// The least and greatest value that suppressed and rounded cells allow, or nil where they could not be bounded.
  public var bounds: Bounds?
  /// Whether both bounds are reached by numbers that the cells allow; else they are certified, but may be wide.
  public var boundsAreAttained: Bool
  /// The middle 95 % of values with each rounded cell uniform within its bounds; see `RoundingInterval`.
  public var roundingInterval: Bounds?
  /// What is declared of the sampling error.
  public var sampling: SamplingError
  /// The least and greatest value over the releases that were compared, or nil where there is one release.
  public var revision: Bounds?
  /// How many cells of each status went in, in the order of `CellStatus`.
  public var statuses: [StatusCount]

  /// Makes an estimate.
  ///
  /// - Parameters:
  ///   - value: The number at the published cells, or nil where one is missing.
  ///   - bounds: The least and greatest value that the cells allow; the value itself if not given.
  ///   - boundsAreAttained: Whether the bounds are the optimum.
  ///   - roundingInterval: The 95 % rounding interval.
  ///   - sampling: What is declared of the sampling error.
  ///   - revision: The least and greatest value over releases.
  ///   - statuses: How many cells of each status went in.
  public init(
    value: Double?,
    bounds: Bounds? = nil,
    boundsAreAttained: Bool = true,
    roundingInterval: Bounds? = nil,
    sampling: SamplingError = .unknown,
    revision: Bounds? = nil,
    statuses: [StatusCount] = []
  ) {
    self.value = value
    self.bounds = bounds ?? value.map { Bounds(exactly: $0) }
    self.boundsAreAttained = boundsAreAttained
    self.roundingInterval = roundingInterval
    self.sampling = sampling
    self.revision = revision
    self.statuses = statuses
  }

  /// Makes an estimate of a bounded measure.
  ///
  /// - Parameters:
  ///   - bounded: The measure and its bounds.
  ///   - roundingInterval: The 95 % rounding interval.
  ///   - sampling: What is declared of the sampling error.
  ///   - revision: The least and greatest value over releases.
  ///   - statuses: How many cells of each status went in.
  public init(
    _ bounded: Bounded,
    roundingInterval: Bounds? = nil,
    sampling: SamplingError = .unknown,
    revision: Bounds? = nil,
    statuses: [StatusCount] = []
  ) {
    self.init(
      value: bounded.value,
      bounds: bounded.bounds,
      boundsAreAttained: bounded.isAttained,
      roundingInterval: roundingInterval,
      sampling: sampling,
      revision: revision,
      statuses: statuses
    )
  }

  /// The 95 % interval of the declared sampling error around the value, or nil where none is declared.
  public var samplingInterval: Bounds? {
    guard let value, let error = sampling.standardError(of: value), error > 0 else { return nil }
    return Bounds(value - Normal.quantile975 * error, value + Normal.quantile975 * error)
  }

  /// How many cells went in.
  public var cellCount: Int { statuses.reduce(0) { $0 + $1.count } }

  /// The share of cells that the agency withheld.
  public var suppressedShare: Double {
    let hidden = statuses.filter { $0.status == .suppressed }.reduce(0) { $0 + $1.count }
    return cellCount == 0 ? 0 : Double(hidden) / Double(cellCount)
  }
}
