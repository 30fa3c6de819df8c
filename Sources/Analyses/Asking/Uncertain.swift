import Measures
import Panels

/// A number with the bounds that rounding and suppression leave it.
struct Uncertain: Hashable, Sendable {
  /// The number at the published cells, or nil if a cell has none.
  var value: Double?
  /// Between what it lies; nil where no bounds could be computed.
  var bounds: Bounds?
  /// Why there are no bounds.
  var reason: String?

  /// Returns the mean of several, period by period.
  static func mean(_ parts: [Uncertain]) -> Uncertain {
    let count = Double(parts.count)
    let values = parts.compactMap(\.value)
    let bounds = parts.compactMap(\.bounds)
    return Uncertain(
      value: values.count == parts.count ? values.reduce(0, +) / count : nil,
      bounds: bounds.count == parts.count
        ? Bounds(bounds.map(\.lower).reduce(0, +) / count, bounds.map(\.upper).reduce(0, +) / count) : nil,
      reason: parts.lazy.compactMap(\.reason).first
    )
  }

  /// Returns the change since an earlier number; the cells of two periods are independent.
  func change(since earlier: Uncertain) -> Uncertain {
    Uncertain(
      value: value.flatMap { now in earlier.value.map { now - $0 } },
      bounds: bounds.flatMap { now in
        earlier.bounds.map { Bounds(now.lower - $0.upper, max(now.lower - $0.upper, now.upper - $0.lower)) }
      },
      reason: reason ?? earlier.reason
    )
  }

  /// What the bounds say of a threshold.
  func side(of threshold: Double) -> Side {
    guard value != nil else { return .unknown }
    guard let bounds else { return .open }
    if bounds.lower > threshold { return .above }
    if bounds.upper < threshold { return .below }
    return .open
  }

  /// Says where a change lies that must also be large enough to matter.
  ///
  /// - Parameter least: The least change that counts, not negative.
  /// - Returns: The side, or that it changed too little.
  func direction(least: Double) -> Side {
    let side = side(of: 0)
    guard side == .above || side == .below, let value else { return side }
    return value.magnitude >= least ? side : .little
  }

  /// Where a number lies, for certain.
  enum Side: Hashable, Sendable {
    /// Above, whatever rounding and missing cells hide.
    case above
    /// Below, whatever rounding and missing cells hide.
    case below
    /// Changed beyond rounding, but too little to matter.
    case little
    /// Rounding or missing cells leave it open.
    case open
    /// It cannot be computed.
    case unknown
  }
}

extension Panel {
  /// Returns a measure of concentration in a period, with bounds from the uncertainty of the cells and of the reference.
  func uncertainConcentration(
    _ measure: ConcentrationMeasure,
    of industries: [Int],
    reference: ConcentrationReference,
    period: Int
  ) throws -> Uncertain {
    let value = try Uncertain.identified {
      try concentration(measure, of: industries, reference: reference, period: period)
    }
    do {
      let bounds = try boundedConcentration(measure, of: industries, reference: reference, period: period)
        .bounds
      return Uncertain(value: value, bounds: bounds.reaching(value))
    } catch let error as MeasureError {
      if let reason = unboundedCells(of: industries, period: period) {
        return Uncertain(value: value, bounds: nil, reason: reason)
      }
      guard value != nil else { throw error }
      return Uncertain(value: value, bounds: nil, reason: "\(error)")
    }
  }

  /// Where cells without an upper bound leave everything open in a period, in words; nil if all have one.
  private func unboundedCells(of industries: [Int], period: Int) -> String? {
    let cells = byRegion(sumOf: industries, period: period)
    let activity = try? activityByRegion(period: period)
    let names = regions.indices
      .filter { region in
        cells.bounds(at: region).upper.isInfinite
          || activity.map { $0.bounds(at: region).upper.isInfinite } ?? false
      }
      .map { regions[$0].name }
    guard !names.isEmpty else { return nil }
    return
      "In \(periods[period]) nothing bounds what is suppressed or missing in \(Words.list(names, most: 3))."
  }

  /// Returns a measure of concentration in a period with its bounds and the numbers that reach them.
  func boundedConcentration(
    _ measure: ConcentrationMeasure,
    of industries: [Int],
    reference: ConcentrationReference,
    period: Int
  ) throws -> Bounded {
    // A node of the search costs as much as there are regions. Where a few dozen cells are merely rounded it ends long
    // before this limit; where hundreds of cells are hidden more nodes hardly narrow what is certified.
    let effort = BoundEffort(nodes: max(20, 200_000 / max(1, regions.count)))
    switch reference {
    case .activity:
      let problem = try uncertainConcentration(of: industries, period: period)
      return try problem.cells.bounds(
        of: measure,
        relativeTo: measure.usesReference ? problem.reference : nil,
        effort: effort
      )
    case .equalShares:
      return try UncertainVector(byRegion(sumOf: industries, period: period))
        .bounds(of: measure, effort: effort)
    case .amounts(let amounts, _):
      return try UncertainVector(byRegion(sumOf: industries, period: period))
        .bounds(of: measure, relativeTo: .exact(amounts), effort: effort)
    }
  }

  /// Returns the share of some regions in a set of industries, with bounds.
  func uncertainShare(ofRegions members: [Int], in industries: [Int], period: Int) throws -> Uncertain {
    try uncertainShare(of: members, among: byRegion(sumOf: industries, period: period))
  }

  /// Returns the share of some regions in all activity, with bounds.
  func uncertainActivityShare(ofRegions members: [Int], period: Int) throws -> Uncertain {
    try uncertainShare(of: members, among: activityByRegion(period: period))
  }

  private func uncertainShare(of members: [Int], among cells: CellPlane) throws -> Uncertain {
    let inside = Set(members)
    let part = cells.sum(of: members)
    let rest = cells.sum(of: cells.values.indices.filter { !inside.contains($0) })
    let value = part.value.flatMap { part in rest.value.flatMap { part + $0 > 0 ? part / (part + $0) : nil } }
    func share(_ part: Double, _ rest: Double) -> Double? {
      if part.isInfinite { return 1 }
      if rest.isInfinite { return 0 }
      return part + rest > 0 && part >= 0 && rest >= 0 ? part / (part + rest) : nil
    }
    guard let low = share(part.bounds.lower, rest.bounds.upper),
      let high = share(part.bounds.upper, rest.bounds.lower)
    else {
      return Uncertain(value: value, bounds: nil, reason: "negative numbers, for which shares have no bounds")
    }
    return Uncertain(value: value, bounds: Bounds(low, max(low, high)))
  }
}

extension Bounds {
  /// The bounds, with a number that misses them by the last digits of the arithmetic taken in; where they leave nothing
  /// but such digits, the number is exact.
  fileprivate func reaching(_ value: Double?) -> Bounds {
    guard let value else { return self }
    let slack = 1e-12 * max(1, value.magnitude)
    if width <= slack, value >= lower - slack, value <= upper + slack { return Bounds(exactly: value) }
    if contains(value) { return self }
    guard value >= lower - slack, value <= upper + slack else { return self }
    return Bounds(min(lower, value), max(upper, value))
  }
}
