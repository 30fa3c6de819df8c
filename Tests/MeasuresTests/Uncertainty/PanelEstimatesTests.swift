import Arithmetic
import Measures
import Panels
import Testing

@Suite("Estimates from a panel")
struct PanelEstimatesTests {
  /// True numbers of 3 regions and 3 industries, published rounded to 5.
  struct Economy {
    var truth: [Double]
    var panel: Panel

    init(seed: UInt64, regionTotals: Bool, industryTotals: Bool) throws {
      var random = RandomStream(seed: 55, stream: seed)
      let rule = RoundingRule.nearest(5)
      func published(_ number: Double) -> Cell {
        let value = (number / 5).rounded() * 5
        return Cell(value: value, bounds: rule.bounds(of: value), status: .rounded)
      }
      let truth = (0..<9).map { _ in Double(1 + random.below(60)) }
      panel = try Panel(
        variable: Variable(name: "jobs"),
        periods: [Period(year: 2020)],
        regions: Axis(["A", "B", "C"].map { Region(code: $0) }),
        industries: Axis(["x", "y", "z"].map { Industry(code: $0) }),
        cells: CellPlane(truth.map(published))
      )
      self.truth = truth
      if regionTotals {
        panel.regionTotals = CellPlane(
          (0..<3).map { r in published((0..<3).reduce(0) { $0 + truth[3 * r + $1] }) }
        )
      }
      if industryTotals {
        panel.industryTotals = CellPlane(
          (0..<3).map { i in published((0..<3).reduce(0) { $0 + truth[3 * $1 + i] }) }
        )
      }
    }

    func quotient(_ numbers: [Double], _ region: Int, _ industries: [Int]) -> Double {
      let own = industries.reduce(0) { $0 + numbers[3 * region + $1] }
      let all = numbers.reduce(0, +)
      let here = (0..<3).reduce(0) { $0 + numbers[3 * region + $1] }
      let industry = industries.reduce(0) { sum, i in sum + (0..<3).reduce(0) { $0 + numbers[3 * $1 + i] } }
      return (own / here) / (industry / all)
    }
  }

  @Test(
    "The true quotient lies within the bounds, whatever totals are published",
    arguments: Array(UInt64(0)..<100)
  )
  func holdsTruth(seed: UInt64) throws {
    for (rows, columns) in [(false, false), (true, false), (false, true), (true, true)] {
      let economy = try Economy(seed: seed, regionTotals: rows, industryTotals: columns)
      for industries in [[0], [0, 2]] {
        let estimates = try economy.panel.locationQuotientEstimates(
          of: industries,
          period: 0,
          draws: RoundingDraws(count: 59)
        )
        for region in 0..<3 {
          let estimate = estimates[region]
          let bounds = try #require(estimate.bounds)
          #expect(bounds.contains(economy.quotient(economy.truth, region, industries)))
          #expect(bounds.contains(try #require(estimate.value)) || rows || columns)
          let interval = try #require(estimate.roundingInterval)
          #expect(interval.lower >= bounds.lower - 1e-12 && interval.upper <= bounds.upper + 1e-12)
          #expect(estimate.boundsAreAttained)
          #expect(estimate.statuses == [StatusCount(.rounded, industries.count)])
        }
      }
    }
  }

  @Test("Without totals the bounds are those of all ends of the cells", arguments: Array(UInt64(0)..<20))
  func enumeration(seed: UInt64) throws {
    let economy = try Economy(seed: seed, regionTotals: false, industryTotals: false)
    let estimates = try economy.panel.locationQuotientEstimates(of: [0, 2], period: 0, draws: nil)
    for region in 0..<3 {
      let bounds = try #require(estimates[region].bounds)
      var (least, greatest) = (Double.infinity, -Double.infinity)
      for corner in 0..<512 {
        let numbers = (0..<9)
          .map { cell -> Double in
            let cellBounds = economy.panel.cells.bounds(at: cell)
            return corner & (1 << cell) == 0 ? cellBounds.lower : cellBounds.upper
          }
        let quotient = economy.quotient(numbers, region, [0, 2])
        (least, greatest) = (min(least, quotient), max(greatest, quotient))
      }
      #expect((bounds.lower - least).magnitude < 1e-12)
      // The greatest may lie inside an interval, never below the greatest of the ends.
      #expect(bounds.upper >= greatest - 1e-12)
    }
  }

  @Test("Totals of regions alone: bounds are those of all ends", arguments: Array(UInt64(0)..<200))
  func regionTotals(seed: UInt64) throws {
    var random = RandomStream(seed: 56, stream: seed)
    func bounds(_ size: Double) -> Bounds {
      let low = random.uniform(0, size)
      return Bounds(low, low + random.uniform(0, size))
    }
    let parts = RegionTotalsQuotient(
      own: bounds(20),
      restOfIndustry: bounds(50),
      region: bounds([30, 300][random.below(2)]),
      otherRegions: bounds(500)
    )
    guard parts.own.lower <= parts.region.upper else { return }
    let found = try parts.locationQuotientBounds()
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for step in 0...40 {
      let y = parts.own.lower + parts.own.width * Double(step) / 40
      for b in [parts.restOfIndustry.lower, parts.restOfIndustry.upper] {
        for r in [max(y, parts.region.lower), parts.region.upper] where r >= y && r <= parts.region.upper {
          for s in [parts.otherRegions.lower, parts.otherRegions.upper] {
            let quotient = (y / r) / ((y + b) / (r + s))
            (least, greatest) = (min(least, quotient), max(greatest, quotient))
          }
        }
      }
    }
    #expect(found.bounds.lower <= least + 1e-12 && found.bounds.lower >= least - 1e-9)
    #expect(found.bounds.upper >= greatest - 1e-12)
    let witness = try #require(found.upperWitness)
    #expect((witness.locationQuotient - found.bounds.upper).magnitude < 1e-12 * max(1, found.bounds.upper))
    #expect(witness.own <= witness.region + 1e-12)
  }

  @Test("The true concentration lies within the bounds, with published totals and without")
  func concentration() throws {
    for seed in UInt64(0)..<50 {
      for totals in [true, false] {
        let economy = try Economy(seed: seed, regionTotals: totals, industryTotals: false)
        let input = try economy.panel.uncertainConcentration(of: [1], period: 0)
        let y = (0..<3).map { economy.truth[3 * $0 + 1] }
        let x = (0..<3).map { r in (0..<3).reduce(0) { $0 + economy.truth[3 * r + $1] } }
        for measure in BoundsPropertyTests.measures {
          let estimate = try input.estimate(of: measure, draws: RoundingDraws(count: 59))
          let truth = BoundsPropertyTests.value(measure, y, x)
          let bounds = try #require(estimate.bounds)
          #expect(truth >= bounds.lower - 1e-12 && truth <= bounds.upper + 1e-12, "\(measure) \(totals)")
          #expect(estimate.statuses == [StatusCount(.rounded, 3)])
        }
      }
    }
  }

  @Test("Shares of a group are at opposite ends", arguments: Array(UInt64(0)..<50))
  func shares(seed: UInt64) throws {
    let random = try RandomCells(seed: 700 + seed, count: 6, uncertain: 6)
    let group = [0, 3, 4]
    let bounded = try random.cells.shareBounds(of: group)
    func share(_ y: [Double]) -> Double { group.reduce(0) { $0 + y[$1] } / y.reduce(0, +) }
    let exact = random.reference.map { Bounds(exactly: $0) }
    let greatest = RandomCells.greatest(random.cells, reference: exact) { y, _ in share(y) }
    let least = -RandomCells.greatest(random.cells, reference: exact) { y, _ in -share(y) }
    #expect((bounded.bounds.upper - greatest).magnitude < 1e-12)
    #expect((bounded.bounds.lower - least).magnitude < 1e-12)
    #expect((share(try #require(bounded.upperWitness).activity) - greatest).magnitude < 1e-12)
  }

  @Test("A share of a published total that contains the part")
  func shareOfTotal() throws {
    #expect(Bounds(5, 10).share(ofTotal: Bounds(40, 50)) == Bounds(0.1, 0.25))
    #expect(Bounds(5, 10).share(ofTotal: Bounds(8, 50)) == Bounds(0.1, 1))
    #expect(Bounds(5, 10).share(ofTotal: Bounds(1, 4)) == nil)
    #expect(Bounds.nonNegative.share(ofTotal: Bounds(8, 50)) == Bounds(0, 1))
  }

  @Test("An open cell takes the share of its group to its limit")
  func openShare() throws {
    let cells = try UncertainVector(values: [1, .nan], lower: [1, 0], upper: [1, .infinity])
    let bounded = try cells.shareBounds(of: [1])
    #expect(bounded.bounds == Bounds(0, 1))
    #expect(bounded.upperWitness == nil && bounded.lowerWitness != nil)
    #expect(try cells.shareBounds(of: [0]).bounds == Bounds(0, 1))
  }
}
