import Arithmetic
import Measures
import Panels
import Testing

@Suite("Estimates of groups, windows and changes")
struct GroupEstimatesTests {
  private static let industries = [0, 2]
  private static let group = [0, 3]
  private static let windows = [0..<2, 2..<4]

  /// The numbers that are looked at: a share, a quotient, Theil, and the changes of their means between two windows.
  private static func numbers(of panel: Panel, draws: RoundingDraws?) throws -> [Estimate] {
    func share(_ period: Int) throws -> Estimate {
      try panel.shareEstimate(ofRegions: group, in: industries, period: period, sampling: .none, draws: draws)
    }
    func quotient(_ period: Int) throws -> Estimate {
      try panel.groupQuotientEstimate(
        of: industries,
        group: group,
        period: period,
        sampling: .none,
        draws: draws
      )
    }
    func theil(_ period: Int) throws -> Estimate {
      let input = try panel.uncertainConcentration(of: industries, period: period)
      let hard = try input.estimate(of: .theil, sampling: .none, draws: nil)
      guard let draws else { return hard }
      return hard.drawn(
        try panel.concentrationDraws(.theil, of: industries, period: period, draws: draws),
        level: draws.level
      )
    }
    return try [share, quotient, theil]
      .flatMap { number in
        let means = try windows.map { window in Estimate.mean(of: try window.map(number)) }
        return [try number(0), means[0], means[1].change(since: means[0])]
      }
  }

  @Test("In a thousand roundings the 95 % interval holds the truth in about 95 %", arguments: [false, true])
  func coverage(hasTotals: Bool) throws {
    var held = [Int](repeating: 0, count: 9)
    let count = 1000
    for seed in 0..<count {
      let rounded = try RoundedPanel(seed: UInt64(seed), hasTotals: hasTotals)
      let estimates = try Self.numbers(
        of: rounded.panel,
        draws: RoundingDraws(count: 199, seed: UInt64(seed))
      )
      let truth = try Self.numbers(of: rounded.exactly(rounded.truth), draws: nil)
      for (position, estimate) in estimates.enumerated() {
        let interval = try #require(estimate.roundingInterval)
        let number = try #require(truth[position].value)
        if interval.contains(number) { held[position] += 1 }
        #expect(try #require(estimate.bounds).contains(number))
      }
    }
    for (position, held) in held.enumerated() {
      // The standard error of a share of 0.95 in 1000 is 0.7 %; four of them, and the interval's ends are drawn too.
      #expect((920...980).contains(held), "number \(position): \(held) of \(count)")
    }
  }

  @Test("An interval of 80 % holds the truth in about 80 %")
  func level() throws {
    var held = [Int](repeating: 0, count: 9)
    for seed in 0..<1000 {
      let rounded = try RoundedPanel(seed: UInt64(5000 + seed))
      let draws = RoundingDraws(count: 199, level: 0.8, seed: UInt64(seed))
      let estimates = try Self.numbers(of: rounded.panel, draws: draws)
      let truth = try Self.numbers(of: rounded.exactly(rounded.truth), draws: nil)
      for (position, estimate) in estimates.enumerated() {
        #expect(estimate.level == 0.8)
        if try #require(estimate.roundingInterval).contains(try #require(truth[position].value)) {
          held[position] += 1
        }
      }
    }
    // The standard error is 1.3 %; four of them.
    for held in held { #expect((750...855).contains(held), "\(held)") }
  }

  @Test(
    "Two hundred numbers that rounding allows turn no verdict round that is called certain by hard bounds"
  )
  func certain() throws {
    var certain = 0
    for seed in UInt64(0)..<12 {
      let rounded = try RoundedPanel(seed: 900 + seed, hasTotals: seed % 2 == 0)
      let estimates = try Self.numbers(of: rounded.panel, draws: RoundingDraws(count: 99))
      let thresholds = [0.3, 0.3, 0, 1, 1, 0, 0.02, 0.02, 0]
      var others: [[Estimate]] = []
      for draw in 0..<200 {
        var panel = try rounded.exactly(rounded.admissible(seed: seed * 1000 + UInt64(draw)))
        // Totals may err too, but hold what they are sums of only as far as their own bounds allow.
        if let totals = rounded.panel.regionTotals, let sums = panel.regionTotals {
          panel.regionTotals = CellPlane(
            exactly: sums.values.indices.map { row in
              let bounds = totals.bounds(at: row)
              return min(max(sums.values[row], bounds.lower), bounds.upper)
            }
          )
        }
        others.append(try Self.numbers(of: panel, draws: nil))
      }
      for (position, estimate) in estimates.enumerated() {
        let verdict = estimate.verdict(threshold: thresholds[position], basis: .roundingInterval)
        guard verdict.isClear, estimate.evidence(threshold: thresholds[position]) == .hardBounds else {
          continue
        }
        certain += 1
        for other in others {
          let number = try #require(other[position].value)
          #expect(
            verdict.side > 0 ? number >= thresholds[position] - 1e-12 : number < thresholds[position] + 1e-12
          )
        }
      }
    }
    #expect(certain > 20)
  }

  @Test("Intervals lie within hard bounds, are narrower, and hold the published number")
  func nested() throws {
    for seed in UInt64(0)..<50 {
      let rounded = try RoundedPanel(seed: seed)
      for estimate in try Self.numbers(of: rounded.panel, draws: RoundingDraws(count: 199)) {
        let (bounds, interval) = (try #require(estimate.bounds), try #require(estimate.roundingInterval))
        #expect(interval.lower >= bounds.lower && interval.upper <= bounds.upper)
        #expect(interval.width < bounds.width)
        #expect(interval.contains(try #require(estimate.value)))
      }
    }
  }

  @Test("Bounds of a share and a quotient are those of all ends of a small panel")
  func enumeration() throws {
    let panel = try Panel(
      variable: Variable(name: "jobs"),
      periods: [Period(year: 2020)],
      regions: Axis(["A", "B", "C"].map { Region(code: $0) }),
      industries: Axis(["x", "y"].map { Industry(code: $0) }),
      cells: CellPlane(
        [10, 40, 5, 60, 20, 0].map { Cell(value: $0, bounds: Bounds(max(0, $0 - 2), $0 + 2)) }
      )
    )
    let share = try panel.shareEstimate(ofRegions: [0, 2], in: [0], period: 0)
    let quotient = try panel.groupQuotientEstimate(of: [0], group: [0, 2], period: 0)
    var (shares, quotients): ([Double], [Double]) = ([], [])
    for corner in 0..<64 {
      let x = (0..<6)
        .map { corner & (1 << $0) == 0 ? panel.cells.bounds(at: $0).lower : panel.cells.bounds(at: $0).upper }
      shares.append((x[0] + x[4]) / (x[0] + x[2] + x[4]))
      let group = (x[0] + x[4]) / (x[0] + x[1] + x[4] + x[5])
      quotients.append(group / (x[2] / (x[2] + x[3])))
    }
    for (found, all) in [(share, shares), (quotient, quotients)] {
      let bounds = try #require(found.bounds)
      #expect((bounds.lower - (all.min() ?? 0)).magnitude < 1e-12)
      #expect((bounds.upper - (all.max() ?? 0)).magnitude < 1e-12)
    }
    #expect(share.value == 30 / 35.0)
  }

  @Test("Exact cells are not drawn; a cell without an upper bound has no interval, and says why")
  func withoutInterval() throws {
    let draws = RoundingDraws(count: 99)
    func panel(_ cells: [Cell]) throws -> Panel {
      try Panel(
        variable: Variable(name: "jobs"),
        periods: [Period(year: 2020)],
        regions: Axis(["A", "B"].map { Region(code: $0) }),
        industries: Axis(["x", "y"].map { Industry(code: $0) }),
        cells: CellPlane(cells)
      )
    }
    let exact = try panel([1, 2, 3, 4].map { Cell(value: $0) })
    let known = try exact.groupQuotientEstimate(of: [0], group: [0], period: 0, draws: draws)
    #expect(known.roundingInterval == nil && known.draws.isEmpty && known.reason == nil)
    #expect(try exact.concentrationDraws(.theil, of: [0], period: 0, draws: draws) == [])
    let hidden = try panel([
      Cell(value: nil, status: .suppressed), Cell(value: 2), Cell(value: 3), Cell(value: 4),
    ])
    let open = try hidden.groupQuotientEstimate(of: [0], group: [0], period: 0, draws: draws)
    #expect(open.value == nil && open.roundingInterval == nil)
    #expect(open.reason == "no rounding interval: a cell has no upper bound")
    #expect(open.statuses == [StatusCount(.observed, 1), StatusCount(.suppressed, 1)])
    #expect(try hidden.concentrationDraws(.theil, of: [0], period: 0, draws: draws) == nil)
    let share = try hidden.shareEstimate(ofRegions: [0], in: [0], period: 0, draws: draws)
    #expect(share.bounds == Bounds(0, 1) && share.reason == open.reason)
    let below = try panel([-1, 2, 3, 4].map { Cell(value: $0) })
    #expect(try below.shareEstimate(ofRegions: [0], in: [0], period: 0).bounds == nil)
    #expect(throws: MeasureError.self) { try below.groupQuotientEstimate(of: [0], group: [0], period: 0) }
  }

  @Test("Draws do not depend on how many are drawn, and another seed gives others")
  func deterministic() throws {
    let panel = try RoundedPanel(seed: 1).panel
    func drawn(_ count: Int, _ seed: UInt64) throws -> [Double] {
      try panel.groupQuotientEstimate(
        of: [0],
        group: [0, 1],
        period: 1,
        draws: RoundingDraws(count: count, seed: seed)
      )
      .draws
    }
    #expect(try drawn(99, 1) == Array(drawn(499, 1).prefix(99)))
    #expect(try drawn(99, 1) != drawn(99, 2))
  }
}
