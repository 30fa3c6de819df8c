import Measures
import Panels
import Testing

@Suite struct ApportionedVerdictTests {
  private func before() throws -> Panel {
    try Panel(
      variable: Variable(name: "jobs", unit: "jobs"),
      periods: [Period(year: 2020)],
      regions: Axis([Region(code: "A"), Region(code: "B")]),
      industries: Axis(["a", "b"].map { Industry(code: $0) }),
      cells: CellPlane(exactly: [100, 100, 1, 1000])
    )
  }

  private func after(_ links: [Concordance.Link]) throws -> Panel {
    let step = VintageStep(try Concordance(name: "test", links: links))
    return try before().converted(by: step, along: .industries).panel
  }

  @Test("A part of a split code is above or below nothing on the ground of its weight, whatever the interval")
  func split() throws {
    let whole = try after([.init(from: "a", to: "x", weight: 1), .init(from: "b", to: "y", weight: 1)])
    let split = try after([
      .init(from: "a", to: "x", weight: 0.9), .init(from: "a", to: "z", weight: 0.1),
      .init(from: "b", to: "y", weight: 1),
    ])
    #expect(
      try whole.locationQuotientEstimates(of: [0], period: 0)[0].verdict(threshold: 1)
        == .aboveSamplingUnknown
    )
    let estimate = try split.locationQuotientEstimates(of: [0], period: 0)[0]
    #expect(try #require(estimate.value) > 5)
    #expect(estimate.roundingInterval == nil)
    #expect(estimate.verdict(threshold: 1, basis: .roundingInterval) == .cannotTell)
    // The same cells without the mark: drawn evenly between their bounds, they would be called above.
    let unmarked = try Panel(
      variable: split.variable,
      periods: split.periods,
      regions: split.regions,
      industries: split.industries,
      cells: split.cells
    )
    let drawn = try unmarked.locationQuotientEstimates(of: [0], period: 0)[0]
    #expect(drawn.verdict(threshold: 1, basis: .roundingInterval) == .aboveSamplingUnknown)
  }

  @Test("Selections and renamings of a panel keep the mark of apportioned cells")
  func mark() throws {
    let split = try after([
      .init(from: "a", to: "x", weight: 0.5), .init(from: "a", to: "z", weight: 0.5),
      .init(from: "b", to: "y", weight: 1),
    ])
    #expect(split.hasApportionedCells)
    #expect(try split.keeping([(0, Region(code: "C"))]).hasApportionedCells)
    #expect(try split.leavingOut(industries: [2]).hasApportionedCells)
    #expect(try split.naming(industries: split.industries).hasApportionedCells)
    let draws = try split.concentrationDraws(.theil, of: [0], period: 0, draws: RoundingDraws())
    #expect(draws == nil)
  }
}
