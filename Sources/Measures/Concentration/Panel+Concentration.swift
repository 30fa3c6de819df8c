import Arithmetic
public import Panels

extension Panel {
  /// Returns how a set of industries and its reference lie over regions in a period.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - regions: The positions of the regions to compare; all if nil.
  ///   - reference: What the concentration is measured against.
  ///   - period: The position of the period.
  /// - Returns: The shares, in the order of the regions given.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if a cell has no number; see ``RegionalShares`` for the others.
  public func shares(
    of industries: [Int],
    in regions: [Int]? = nil,
    reference: ConcentrationReference = .activity,
    period: Int
  ) throws(MeasureError) -> RegionalShares {
    let own = try amounts(of: industries, in: regions, period: period)
    if let place = own.firstIndex(where: { $0 < 0 }) {
      let code = self.regions[regions?[place] ?? place].code
      throw MeasureError.unusable(
        "The amount of \(name(of: industries)) in region '\(code)' in \(periods[period])",
        own[place]
      )
    }
    return try RegionalShares(
      industry: own,
      reference: amounts(of: reference, in: regions, period: period)
    )
  }

  /// Returns the amounts of a reference by region; nil for equal shares.
  func amounts(
    of reference: ConcentrationReference,
    in regions: [Int]?,
    period: Int
  ) throws(MeasureError) -> [Double]? {
    switch reference {
    case .activity: return try activity(in: regions, period: period)
    case .equalShares: return nil
    case .amounts(let amounts, _):
      guard amounts.count == self.regions.count else {
        throw MeasureError.shapeMismatch(expected: self.regions.count, found: amounts.count)
      }
      return regions.map { $0.map { amounts[$0] } } ?? amounts
    }
  }

  /// Returns a measure of the concentration of a set of industries in a period.
  ///
  /// - Parameters:
  ///   - measure: The measure.
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - regions: The positions of the regions to compare; all if nil.
  ///   - reference: What the concentration is measured against.
  ///   - period: The position of the period.
  /// - Returns: The measure.
  /// - Throws: As ``shares(of:in:reference:period:)`` and the measure.
  public func concentration(
    _ measure: ConcentrationMeasure,
    of industries: [Int],
    in regions: [Int]? = nil,
    reference: ConcentrationReference = .activity,
    period: Int
  ) throws(MeasureError) -> Double {
    let needed = measure.usesReference ? reference : .equalShares
    return try measure.value(of: shares(of: industries, in: regions, reference: needed, period: period))
  }

  /// Returns a measure of concentration over a window of periods.
  ///
  /// - Parameters:
  ///   - measure: The measure.
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - regions: The positions of the regions to compare; all if nil.
  ///   - reference: What the concentration is measured against.
  ///   - window: The periods.
  ///   - averaging: What is averaged; the values of the measure unless said otherwise.
  /// - Returns: The measure.
  /// - Throws: As ``shares(of:in:reference:period:)`` and the measure, in any of the periods.
  public func concentration(
    _ measure: ConcentrationMeasure,
    of industries: [Int],
    in regions: [Int]? = nil,
    reference: ConcentrationReference = .activity,
    over window: PeriodWindow,
    averaging: Averaging = .ofMeasure
  ) throws(MeasureError) -> Double {
    let needed = measure.usesReference ? reference : .equalShares
    switch averaging {
    case .ofMeasure:
      var sum = CompensatedSum()
      for period in window.positions {
        sum.add(try concentration(measure, of: industries, in: regions, reference: needed, period: period))
      }
      return sum.value / Double(window.positions.count)
    case .ofShares:
      let shares = try window.positions.map { period throws(MeasureError) in
        try self.shares(of: industries, in: regions, reference: needed, period: period)
      }
      return try measure.value(
        of: RegionalShares(industry: sums(shares.map(\.industry)), reference: sums(shares.map(\.reference)))
      )
    case .ofAmounts:
      var industry: [[Double]] = []
      var reference: [[Double]] = []
      for period in window.positions {
        industry.append(try amounts(of: industries, in: regions, period: period))
        if let amounts = try amounts(of: needed, in: regions, period: period) { reference.append(amounts) }
      }
      return try measure.value(
        of: RegionalShares(industry: sums(industry), reference: reference.isEmpty ? nil : sums(reference))
      )
    }
  }

  /// Adds lists up, place by place.
  private func sums(_ lists: [[Double]]) -> [Double] {
    guard let first = lists.first else { return [] }
    return first.indices.map { place in lists.lazy.map { $0[place] }.compensatedSum }
  }
}
