import Arithmetic

/// Measures of concentration of every industry in every period at once.
///
/// The same numbers as ``ConcentrationMeasure/value(industry:reference:)`` to some units in the last place, in a fraction
/// of the time: one walk over the cells for Theil, HHI, Hoover and Krugman, and a sort by counting for Gini.
///
/// **Complexity.** O(cells); Gini O(cells) for smooth numbers, O(cells log regions) at worst.
public struct ConcentrationBatch: Sendable, Equatable {
  /// What the industries are compared with, by region.
  public enum Reference: Sendable, Equatable {
    /// The same share for every region.
    case equalShares
    /// Amounts by region, the same in all periods, such as land area.
    case amounts([Double])
    /// Amounts by period and region, such as all activity; regions fastest.
    case amountsByPeriod([Double])
  }

  /// The reason why a number is missing.
  public struct Failure: Sendable, Equatable {
    /// The position of the measure.
    public let measure: Int
    /// The position of the period.
    public let period: Int
    /// The position of the industry.
    public let industry: Int
    /// Why.
    public let reason: MeasureError
  }

  /// The measures in order.
  public let measures: [ConcentrationMeasure]
  /// How many periods there are.
  public let periodCount: Int
  /// How many industries there are.
  public let industryCount: Int
  /// What cannot be computed, by measure, period and industry.
  public let failures: [Failure]
  private let values: [[Double]]

  /// Returns a number, or nil where ``failures`` says why there is none.
  ///
  /// - Parameters:
  ///   - measure: The position of the measure.
  ///   - period: The position of the period.
  ///   - industry: The position of the industry.
  /// - Returns: The number.
  public func value(measure: Int, period: Int, industry: Int) -> Double? {
    let value = values[measure][period * industryCount + industry]
    return value.isNaN ? nil : value
  }

  /// Computes measures.
  ///
  /// - Parameters:
  ///   - measures: The measures.
  ///   - cells: `periods × regions × industries` amounts, industries fastest. A cell without a number is NaN; it makes
  ///     its industry's numbers of that period missing, with the reason.
  ///   - periods: How many periods.
  ///   - regions: How many regions; at least one.
  ///   - industries: How many industries.
  ///   - reference: What the industries are compared with.
  /// - Throws: ``MeasureError/shapeMismatch(expected:found:)``; ``MeasureError/noActivity(_:)`` or
  ///   ``MeasureError/unusable(_:_:)`` for a reference that cannot be one.
  public init(
    _ measures: [ConcentrationMeasure],
    of cells: Span<Double>,
    periods: Int,
    regions: Int,
    industries: Int,
    reference: Reference
  ) throws(MeasureError) {
    guard cells.count == periods * regions * industries else {
      throw MeasureError.shapeMismatch(expected: periods * regions * industries, found: cells.count)
    }
    guard regions > 0 else { throw MeasureError.noActivity("a list of no regions") }
    self.measures = measures
    periodCount = periods
    industryCount = industries
    var values = measures.map { _ in [Double]() }
    var failures: [Failure] = []
    for period in 0..<periods {
      let shares = try ConcentrationBatch.shares(
        of: reference,
        period: period,
        periods: periods,
        regions: regions
      )
      let start = period * regions * industries
      let plane = cells.extracting(start..<start + regions * industries)
      var block = PeriodBlock(cells: plane, regions: regions, industries: industries, reference: shares)
      for (position, measure) in measures.enumerated() {
        values[position] += block.values(of: measure, cells: plane) { industry, reason in
          failures.append(Failure(measure: position, period: period, industry: industry, reason: reason))
        }
      }
    }
    self.values = values
    self.failures = failures
  }

  /// The reference's shares in a period.
  private static func shares(
    of reference: Reference,
    period: Int,
    periods: Int,
    regions: Int
  ) throws(MeasureError) -> [Double] {
    switch reference {
    case .equalShares:
      return [Double](repeating: 1 / Double(regions), count: regions)
    case .amounts(let amounts):
      guard amounts.count == regions else {
        throw MeasureError.shapeMismatch(expected: regions, found: amounts.count)
      }
      return try RegionalShares.shares(of: amounts, called: "the reference")
    case .amountsByPeriod(let amounts):
      guard amounts.count == periods * regions else {
        throw MeasureError.shapeMismatch(expected: periods * regions, found: amounts.count)
      }
      return try RegionalShares.shares(
        of: Array(amounts[period * regions..<(period + 1) * regions]),
        called: "the reference"
      )
    }
  }
}

/// What has been computed of the cells of one period.
private struct PeriodBlock {
  let regions: Int
  let industries: Int
  let reference: [Double]
  let totals: [Double]
  /// Which industries the kernels cannot take: empty, without a number, or out of their range.
  let isSpecial: [Bool]
  private var entropies: EntropySums?
  private var distances: [Double]?

  init(cells: Span<Double>, regions: Int, industries: Int, reference: [Double]) {
    self.regions = regions
    self.industries = industries
    self.reference = reference
    let totals = ConcentrationKernel.totals(cells, industries: industries)
    let withoutReference = ConcentrationKernel.hasActivity(
      cells,
      inRows: reference.indices.filter { reference[$0] == 0 },
      industries: industries
    )
    self.totals = totals
    isSpecial = totals.indices.map { withoutReference[$0] || !(totals[$0] > 1e-250 && totals[$0] < 1e250) }
    entropies = nil
    distances = nil
  }

  /// Returns a measure of every industry; NaN where there is none, after telling why.
  mutating func values(
    of measure: ConcentrationMeasure,
    cells: Span<Double>,
    failed: (Int, MeasureError) -> Void
  ) -> [Double] {
    var values: [Double]
    switch measure {
    case .theil, .hhi:
      let sums = entropies ?? ConcentrationKernel.entropies(cells, totals: totals, reference: reference)
      entropies = sums
      values = measure == .hhi ? sums.squares : sums.theil.map { max(0, $0) }
    case .hoover, .krugman:
      let sums = distances ?? ConcentrationKernel.distances(cells, totals: totals, reference: reference)
      distances = sums
      values = measure == .krugman ? sums : sums.map { 0.5 * $0 }
    case .gini:
      values = GiniKernel.values(cells, totals: totals, reference: reference, isSpecial: isSpecial)
    case .generalizedEntropy, .topShare:
      values = [Double](repeating: .nan, count: industries)
      for industry in 0..<industries { exactly(measure, industry, cells, &values, failed) }
      return values
    }
    for industry in 0..<industries where isSpecial[industry] {
      exactly(measure, industry, cells, &values, failed)
    }
    return values
  }

  /// Computes one number by the plain method, which also finds the reason where there is none.
  private func exactly(
    _ measure: ConcentrationMeasure,
    _ industry: Int,
    _ cells: Span<Double>,
    _ values: inout [Double],
    _ failed: (Int, MeasureError) -> Void
  ) {
    let column = (0..<regions).map { cells[$0 * industries + industry] }
    do throws(MeasureError) {
      values[industry] = try measure.value(industry: column, reference: reference)
    } catch {
      values[industry] = .nan
      failed(industry, error)
    }
  }
}

/// The sums over regions that two measures are, by industry.
struct EntropySums {
  /// Σ s ln(s/x).
  var theil: [Double]
  /// Σ s².
  var squares: [Double]
}
