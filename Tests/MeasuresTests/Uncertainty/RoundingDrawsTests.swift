import Arithmetic
import Measures
import Panels
import Testing

@Suite("Rounding intervals")
struct RoundingDrawsTests {
  @Test("The interval lies within the hard bounds and holds the middle", arguments: Array(UInt64(0)..<10))
  func within(seed: UInt64) throws {
    let panel = try RandomCells(seed: 8000 + seed, count: 20, uncertain: 20)
    for measure in BoundsPropertyTests.measures {
      let hard = try panel.cells.bounds(of: measure, relativeTo: .exact(panel.reference)).bounds
      let interval = try #require(
        try panel.cells.roundingInterval(
          of: measure,
          relativeTo: .exact(panel.reference),
          draws: RoundingDraws(count: 199)
        )
      )
      #expect(interval.lower >= hard.lower - 1e-12 && interval.upper <= hard.upper + 1e-12)
      #expect(interval.width > 0 && interval.width < hard.width)
    }
  }

  @Test("One rounded cell of two: the interval is that of a uniform number")
  func uniform() throws {
    let cells = try UncertainVector(values: [10, 90], lower: [5, 90], upper: [15, 90])
    let draws = RoundingDraws(count: 9999, seed: 4)
    let interval = try #require(
      draws.locationQuotientInterval(
        own: RoundedSum(Bounds(5, 15)),
        restOfRegion: RoundedSum(Bounds(0, 0)),
        restOfIndustry: RoundedSum(Bounds(90, 90)),
        restOfAll: RoundedSum(Bounds(0, 0))
      )
    )
    // The quotient is 1 whatever the cell is.
    #expect((interval.lower - 1).magnitude < 1e-12 && (interval.upper - 1).magnitude < 1e-12)
    let top = try #require(try cells.roundingInterval(of: .topShare(percent: 50), draws: draws))
    // 90/(90 + u), u uniform on 5 … 15: quantiles at u = 14.75 and 5.25; the tolerance is four standard errors.
    #expect((top.lower - 90 / 104.75).magnitude < 5e-4)
    #expect((top.upper - 90 / 95.25).magnitude < 5e-4)
  }

  @Test("Exact numbers have an interval without width")
  func exact() throws {
    let cells = try UncertainVector(exactly: [1, 3])
    let interval = try #require(try cells.roundingInterval(of: .hhi))
    #expect(interval == Bounds(0.625, 0.625))
  }

  @Test("A cell without an upper bound has no interval")
  func unbounded() throws {
    let cells = try UncertainVector(values: [1, .nan], lower: [1, 0], upper: [1, .infinity])
    #expect(try cells.roundingInterval(of: .hhi) == nil)
  }

  @Test("Draws depend on seed, unit and replicate alone")
  func deterministic() async throws {
    let panel = try RandomCells(seed: 5, count: 12, uncertain: 12)
    let alone = try #require(try panel.cells.roundingDraws(of: .theil, relativeTo: .exact(panel.reference)))
    let again = try await concurrentMap(count: 4) { _ in
      try panel.cells.roundingDraws(of: .theil, relativeTo: .exact(panel.reference))
    }
    for draws in again { #expect(draws == alone) }
    let other = try panel.cells.roundingDraws(
      of: .theil,
      relativeTo: .exact(panel.reference),
      draws: RoundingDraws(unit: 1)
    )
    #expect(other != alone)
    let fewer = try panel.cells.roundingDraws(
      of: .theil,
      relativeTo: .exact(panel.reference),
      draws: RoundingDraws(count: 50)
    )
    #expect(fewer == Array(alone.prefix(50)))
  }

  @Test("The interval of a Gini does not depend on the order in which the draws are sorted")
  func gini() throws {
    let panel = try RandomCells(seed: 6, count: 15, uncertain: 15)
    let draws = try #require(try panel.cells.roundingDraws(of: .gini, relativeTo: .exact(panel.reference)))
    #expect(draws.allSatisfy { $0 > 0 && $0 < 1 })
    let bounds = try panel.cells.bounds(of: .gini, relativeTo: .exact(panel.reference)).bounds
    #expect(draws.allSatisfy { $0 >= bounds.lower - 1e-12 && $0 <= bounds.upper + 1e-12 })
  }

  @Test("A sum of many rounded cells has the spread of their sum, not of its hard bounds")
  func manyCells() throws {
    let draws = RoundingDraws(count: 1999)
    let cells = [Bounds](repeating: Bounds(95, 105), count: 100)
    let interval = try #require(
      draws.locationQuotientInterval(
        own: RoundedSum(Bounds(50, 50)),
        region: RoundedSum(Bounds(100, 100)),
        industry: RoundedSum(Bounds(100, 100)),
        all: RoundedSum(cells)
      )
    )
    // All is 10,000 with a standard deviation of 10 √(100/12) = 28.9; the quotient is all/200.
    #expect((interval.width - 2 * 1.96 * 28.87 / 200).magnitude < 0.03)
  }

  @Test("A published pair of totals below the cell is raised to it")
  func consistent() throws {
    let draws = RoundingDraws(count: 99)
    let interval = try #require(
      draws.locationQuotientInterval(
        own: RoundedSum(Bounds(8, 12)),
        region: RoundedSum(Bounds(9, 11)),
        industry: RoundedSum(Bounds(9, 11)),
        all: RoundedSum(Bounds(20, 20))
      )
    )
    #expect(interval.upper <= 20 / 9.0)
  }
}
