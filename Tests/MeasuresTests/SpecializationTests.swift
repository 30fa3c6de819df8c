import Arithmetic
import Measures
import Testing

@Suite("Specialization")
struct SpecializationTests {
  @Test("The forms of a quotient belong together", arguments: 0..<200)
  func forms(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), stream: 12)
    let cell = exponential(stream.normal())
    let region = cell + exponential(2 * stream.normal())
    let industry = cell + exponential(2 * stream.normal())
    let total = region + industry + exponential(3 * stream.normal())
    let quotient = try LocationQuotient(cell: cell, region: region, industry: industry, total: total)
    #expect(agree(try quotient.logarithm(), naturalLogarithm(quotient.ratio)))
    let symmetric = (quotient.ratio - 1) / (quotient.ratio + 1)
    #expect((quotient.symmetric - symmetric).magnitude < 1e-14)
    #expect((quotient.additive > 0) == (quotient.ratio > 1))
    // Quotients weighted by the industries' shares of everything have the mean 1: here of two regions.
    let rest = try LocationQuotient(
      cell: industry - cell,
      region: total - region,
      industry: industry,
      total: total
    )
    let mean = (quotient.ratio * region + rest.ratio * (total - region)) / total
    #expect(agree(mean, 1))
  }

  @Test("An absent industry has the quotient 0, the symmetric −1, and no logarithm")
  func absent() throws {
    let quotient = try LocationQuotient(cell: 0, region: 10, industry: 5, total: 100)
    #expect(quotient.ratio == 0)
    #expect(quotient.symmetric == -1)
    #expect(
      throws: MeasureError.infiniteAtZero(
        measure: "The logarithm of a location quotient",
        place: "the region"
      )
    ) {
      try quotient.logarithm()
    }
    #expect(throws: MeasureError.self) { try quotient.value(.krugman) }
    #expect(try quotient.value(.additiveQuotient) == -0.05)
  }

  @Test("Quotients that are all the same cannot be standardized")
  func standardized() throws {
    #expect(throws: MeasureError.self) { try LocationQuotient.standardized([0.3, 0.1 + 0.2, 0.3]) }
    #expect(throws: MeasureError.self) { try LocationQuotient.standardized([1]) }
    #expect(agree(try LocationQuotient.standardized([1, 3], deviation: .population), [-1, 1]))
  }

  @Test("Against the mean of the others' shares, a small comparator counts as much as a large one")
  func againstMean() throws {
    let found = try SpecializationMeasure.krugmanAgainstMean(
      region: [1, 1],
      comparators: [[100, 0], [0, 1]]
    )
    #expect(found == 0)
    let pooled = try SpecializationMeasure.krugman.value(region: [1, 1], comparator: [100, 1])
    #expect(pooled > 0.9)
    #expect(throws: MeasureError.shapeMismatch(expected: 2, found: 3)) {
      try SpecializationMeasure.krugmanAgainstMean(region: [1, 1], comparators: [[1, 2, 3]])
    }
  }
}
