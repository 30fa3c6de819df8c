import Measures
import Testing

@Suite(
  "What the peers get wrong is told apart",
  .enabled(if: Golden.isAvailable, Comment(rawValue: Golden.absence))
)
struct DefectTests {
  @Test("REAT's weighted Gini of unsorted numbers: ours does not depend on the order")
  func weightedGini() throws {
    let entry = try Golden.entry("reat-gini-weighted-unsorted", in: "REAT")
    let wrong = try #require(entry.value.number)
    let right = try #require(try Golden.entry("reat-gini2-weighted", in: "REAT").value.number)
    let found = try RegionalShares(ratios: entry.inputs["x"].numbers, weights: entry.inputs["w"].numbers)
      .gini()
    #expect(agree(found, right))
    #expect(!agree(found, wrong, 1e-2))
  }

  @Test("REAT's weighted Theil: ours is that of the population written out")
  func weightedTheil() throws {
    let entry = try Golden.entry("reat-theil-w", in: "REAT")
    let wrong = try #require(entry.value.number)
    let right = try #require(try Golden.entry("reat-theil", in: "REAT").value.number)
    let found = try RegionalShares(ratios: entry.inputs["x"].numbers, weights: entry.inputs["w"].numbers)
      .generalizedEntropy(alpha: 0)
    #expect(agree(found, right))
    #expect(!agree(found, wrong, 1e-2))
  }

  @Test("inequality's Gini of two copies of a list: ours of the list itself")
  func twoCopies() throws {
    let entry = try Golden.entry("iq-gini-2d", in: "python")
    let wrong = try #require(entry.value.number)
    #expect(wrong > 1)
    let right = try #require(try Golden.entry("iq-gini", in: "python").value.number)
    let columns = [0, 1].map { column in entry.inputs["y"].matrix.map { $0[column] } }
    for column in columns { #expect(agree(try RegionalShares(industry: column).gini(), right)) }
    let stacked = try RegionalShares(industry: columns[0] + columns[1]).gini()
    #expect(agree(stacked, right))
  }

  @Test("An industry of nothing is an error, not 0/0 = 0 as EconGeo has it")
  func emptyIndustry() {
    #expect(throws: MeasureError.noActivity("the industry")) {
      _ = try LocationQuotient(cell: 0, region: 10, industry: 0, total: 100)
    }
    #expect(throws: MeasureError.noActivity("the region")) {
      _ = try LocationQuotient(cell: 0, region: 0, industry: 10, total: 100)
    }
    #expect(throws: MeasureError.noActivity("the industry")) { _ = try RegionalShares(industry: [0, 0, 0]) }
  }
}
