import Measures
import Panels

extension Panel {
  /// Returns a measure of concentration by period and window, with intervals where the hard bounds leave the answer open.
  func concentrationEstimates(
    _ measure: ConcentrationMeasure,
    of industries: [Int],
    reference: ConcentrationReference,
    periods: [Int],
    windows: [Range<Int>],
    evidence: Evidence,
    threshold: Double? = nil
  ) throws -> WindowEstimates {
    try WindowEstimates(
      periods,
      windows: windows,
      drawing: .whereOpen(threshold: threshold),
      draws: evidence.draws,
      hard: { period in
        var number = try uncertainConcentration(measure, of: industries, reference: reference, period: period)
        number.sampling = evidence.counted
        return number
      },
      draw: { number, period, draws in
        guard let bounds = number.bounds, !bounds.isExact else { return number }
        let drawn = try concentrationDraws(
          measure,
          of: industries,
          reference: reference,
          period: period,
          draws: draws
        )
        return number.drawn(drawn, level: draws.level)
      }
    )
  }

  /// Returns a measure of concentration in a period, with bounds from the uncertainty of the cells and of the reference.
  func uncertainConcentration(
    _ measure: ConcentrationMeasure,
    of industries: [Int],
    reference: ConcentrationReference,
    period: Int
  ) throws -> Estimate {
    let value = try MeasureError.identified { () throws(MeasureError) in
      try concentration(measure, of: industries, reference: reference, period: period)
    }
    func without(_ reason: String) -> Estimate {
      Estimate(value: value, bounds: nil, reason: reason)
    }
    do {
      let bounds = try boundedConcentration(measure, of: industries, reference: reference, period: period)
        .bounds.reaching(value)
      return Estimate(value: value, bounds: bounds, reason: nil)
    } catch let error as MeasureError {
      if let reason = unboundedCells(of: industries, period: period) { return without(reason) }
      guard value != nil else { throw error }
      return without("\(error)")
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
  ///
  /// - Parameters:
  ///   - measure: The measure.
  ///   - industries: The positions of the industries.
  ///   - reference: What the concentration is measured against.
  ///   - period: The position of the period.
  ///   - isOneOfMany: Whether many such numbers are asked for, so that a search that takes long is ended with a bound that is
  ///     certified and hardly wider.
  /// - Returns: The measure.
  /// - Throws: `MeasureError` or `PanelError`.
  func boundedConcentration(
    _ measure: ConcentrationMeasure,
    of industries: [Int],
    reference: ConcentrationReference,
    period: Int,
    isOneOfMany: Bool = true
  ) throws -> Bounded {
    // A node of the search costs as much as there are regions. Where a few dozen cells are merely rounded it ends long
    // before this limit; where hundreds of cells are hidden more nodes hardly narrow what is certified. A node of Gini's
    // costs some fifty times as much.
    let work = isOneOfMany ? (measure == .gini ? 4_000 : 200_000) : 2_000_000
    let effort = BoundEffort(nodes: max(20, work / max(1, regions.count)))
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
