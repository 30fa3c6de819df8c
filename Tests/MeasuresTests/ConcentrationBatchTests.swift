import Arithmetic
import Measures
import Testing

@Suite("All industries at once")
struct ConcentrationBatchTests {
  static let measures: [ConcentrationMeasure] = [
    .theil, .gini, .hhi, .hoover, .krugman, .generalizedEntropy(alpha: 2), .topShare(percent: 10),
  ]

  /// Cells with zeros, ties, empty industries and empty regions, of a seed.
  static func cells(seed: Int, periods: Int, regions: Int, industries: Int) -> [Double] {
    var stream = RandomStream(seed: UInt64(seed), stream: 3)
    let sizes = (0..<regions).map { _ in exponential(1.5 * stream.normal()) }
    return (0..<periods * regions * industries)
      .map { position in
        let industry = position % industries
        if industry == 3 && seed % 4 == 0 { return 0 }
        let size = sizes[position / industries % regions]
        let amount = 20 * size * exponential(1.2 * stream.normal())
        return seed % 2 == 0 ? amount.rounded() : (stream.below(4) == 0 ? 0 : amount)
      }
  }

  /// The plain method, industry by industry.
  static func naive(
    _ measure: ConcentrationMeasure,
    _ cells: [Double],
    _ shape: (period: Int, industry: Int, regions: Int, industries: Int),
    reference: [Double]?
  ) -> Double? {
    let column = (0..<shape.regions)
      .map { cells[(shape.period * shape.regions + $0) * shape.industries + shape.industry] }
    return try? measure.value(industry: column, reference: reference)
  }

  // The fast sums add in another order, and their logarithm is within 1.5 units in the last place.
  static func agree(_ found: Double?, _ expected: Double?) -> Bool {
    guard let found, let expected else { return found == nil && expected == nil }
    return (found - expected).magnitude <= 1e-12 * expected.magnitude + 1e-15
  }

  @Test("The fast method agrees with the plain one", arguments: 0..<200)
  func naive(seed: Int) throws {
    let (periods, regions, industries) = (2, 5 + seed % 40, 1 + seed % 11)
    let cells = Self.cells(seed: seed, periods: periods, regions: regions, industries: industries)
    let activity = (0..<periods * regions)
      .map { row in
        (0..<industries).reduce(1e-6) { $0 + cells[row * industries + $1] }
      }
    let references: [ConcentrationBatch.Reference] = [
      .equalShares, .amounts(Array(activity[..<regions])), .amountsByPeriod(activity),
    ]
    for reference in references {
      let batch = try ConcentrationBatch(
        Self.measures,
        of: cells.span,
        periods: periods,
        regions: regions,
        industries: industries,
        reference: reference
      )
      for period in 0..<periods {
        let amounts: [Double]? =
          switch reference {
          case .equalShares: nil
          case .amounts(let amounts): amounts
          case .amountsByPeriod(let amounts): Array(amounts[period * regions..<(period + 1) * regions])
          }
        for industry in 0..<industries {
          for (position, measure) in Self.measures.enumerated() {
            let found = batch.value(measure: position, period: period, industry: industry)
            let shape = (period, industry, regions, industries)
            let expected = Self.naive(measure, cells, shape, reference: amounts)
            #expect(Self.agree(found, expected), "\(measure.name): \(String(describing: found))")
          }
        }
      }
    }
  }

  @Test("What cannot be computed is missing with its reason, not zero")
  func failures() throws {
    // Three regions; industries: sound, empty, negative, without a number, and where the reference is not.
    let cells: [Double] = [1, 0, 5, .nan, 1, 2, 0, -1, 4, 1, 3, 0, 2, 4, 0]
    let batch = try ConcentrationBatch(
      [.theil, .gini, .hhi],
      of: cells.span,
      periods: 1,
      regions: 3,
      industries: 5,
      reference: .amounts([0, 1, 1].map { $0 })
    )
    #expect(batch.value(measure: 0, period: 0, industry: 1) == nil)
    #expect(batch.value(measure: 1, period: 0, industry: 2) == nil)
    #expect(batch.value(measure: 2, period: 0, industry: 3) == nil)
    #expect(batch.value(measure: 0, period: 0, industry: 4) == nil)
    #expect(batch.value(measure: 1, period: 0, industry: 4) != nil)
    #expect(batch.failures.contains { $0.industry == 1 && $0.reason == .noActivity("the industry") })
    #expect(
      batch.failures.contains { $0.industry == 2 && $0.reason == .unusable("Number 2 of the industry", -1) }
    )
    #expect(
      batch.failures.contains {
        $0.industry == 4 && $0.reason == .activityWithoutReference("Region number 1")
      }
    )
    #expect(batch.failures.count == 3 * 3 + 2)
  }

  @Test("Quotients that crowd in one place are sorted all the same")
  func crowded() throws {
    var stream = RandomStream(seed: 5)
    // All but one within a millionth of each other: one box of the counting holds nearly all.
    var column = (0..<3000).map { _ in 1 + 1e-6 * stream.uniform() }
    column[17] = 1e9
    let batch = try ConcentrationBatch(
      [.gini],
      of: column.span,
      periods: 1,
      regions: 3000,
      industries: 1,
      reference: .equalShares
    )
    let plain = try RegionalShares(industry: column).gini()
    #expect(Self.agree(batch.value(measure: 0, period: 0, industry: 0), plain))
  }

  @Test("Amounts as large and as small as numbers go give the measures of their shares")
  func extremes() throws {
    for scale in [1e-300, 1e-200, 1.0, 1e200, 1e300] {
      let cells = [4.0, 3, 2, 1].map { $0 * scale }
      let batch = try ConcentrationBatch(
        [.theil, .hhi, .gini],
        of: cells.span,
        periods: 1,
        regions: 4,
        industries: 1,
        reference: .equalShares
      )
      #expect(Self.agree(batch.value(measure: 1, period: 0, industry: 0), 0.3))
      #expect(Self.agree(batch.value(measure: 2, period: 0, industry: 0), 0.25))
    }
  }

  @Test("A block of another size than its shape is refused")
  func shape() {
    #expect(throws: MeasureError.shapeMismatch(expected: 6, found: 5)) {
      _ = try ConcentrationBatch(
        [.theil],
        of: [1, 2, 3, 4, 5].span,
        periods: 1,
        regions: 2,
        industries: 3,
        reference: .equalShares
      )
    }
  }
}
