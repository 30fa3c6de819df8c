import Arithmetic
import Panels
import Testing

@Suite struct VintageConversionTests {
  private func panel(_ cells: [Cell], codes: [String], unit: String = "jobs") throws -> Panel {
    try Panel(
      variable: Variable(name: "jobs", unit: unit),
      periods: [Period(year: 2020)],
      regions: Axis([Region(code: "A"), Region(code: "B")]),
      industries: Axis(codes.map { Industry(code: $0) }),
      cells: CellPlane(cells)
    )
  }

  private func step(_ links: [(String, String, Double)]) throws -> VintageStep {
    VintageStep(
      try Concordance(name: "test", links: links.map { .init(from: $0.0, to: $0.1, weight: $0.2) })
    )
  }

  /// A random lookup of codes into some of `count` new ones.
  private func randomStep(_ stream: inout RandomStream, _ old: [String], _ letter: String, _ count: Int)
    throws
    -> VintageStep
  {
    var links: [(String, String, Double)] = []
    for code in old {
      let first = stream.below(count)
      let targets = (0...stream.below(3)).map { "\(letter)\((first + $0) % count)" }
      let weights = targets.map { _ in stream.uniform() + 0.01 }
      let sum = weights.reduce(0, +)
      links += zip(targets, weights).map { (code, $0, $1 / sum) }
    }
    return try step(links)
  }

  @Test("What is merged, split, renamed and lost is said, with how much; values, bounds and statuses by hand")
  func golden() throws {
    let cells = [1.0, 2, 4, 8, 16, 10, 20, 40, 80, 160].map { Cell(value: $0) }
    let before = try panel(cells, codes: ["a", "b", "c", "d", "e"])
    var step = try step([("a", "x", 1), ("b", "x", 1), ("c", "y", 0.25), ("c", "z", 0.75), ("e", "w", 1)])
    step.unlisted = .drop
    step.basis = "jobs 2008"
    let (after, notice) = try before.converted(by: step, along: .industries)
    #expect(after.industries.codes == ["x", "y", "z", "w"])
    #expect(after.cells.values == [3, 1, 3, 16, 30, 10, 30, 160])
    #expect(after[0, 0, 1].bounds == Bounds(0, 4))
    #expect(after[0, 0, 2].bounds == Bounds(0, 4))
    #expect(after[0, 0, 0].bounds == Bounds(exactly: 3))
    #expect(
      after.cells.statuses
        == [.observed, .estimated, .estimated, .observed, .observed, .estimated, .estimated, .observed]
    )
    #expect(after.hasApportionedCells)
    #expect(
      notice.sentence
        == "industries by test: 2 codes merged into 1 (9.68 % of the total); 1 code split into 2 by jobs 2008 "
        + "(12.9 % of the total, now estimated); 1 code renamed; 1 code lost: d (25.81 % of the total)"
    )
    #expect(notice.table.rows.count == 4)
    #expect(notice.linkTable.rows.count == 6)
    #expect(
      try before.converted(by: self.step(before.industries.codes.map { ($0, $0, 1) }), along: .industries)
        .panel == before
    )
  }

  @Test("A merged cell with a withheld part has no value, and the sums of the bounds")
  func withheld() throws {
    let hidden = Cell(value: nil, bounds: Bounds(0, 9), status: .suppressed)
    let rounded = Cell(value: 10, bounds: Bounds(7.5, 12.5), status: .rounded)
    let before = try panel([hidden, rounded, rounded, rounded], codes: ["a", "b"])
    let (after, _) = try before.converted(by: step([("a", "x", 1), ("b", "x", 1)]), along: .industries)
    #expect(after[0, 0, 0] == Cell(value: nil, bounds: Bounds(7.5, 21.5), status: .suppressed))
    #expect(after[0, 1, 0] == Cell(value: 20, bounds: Bounds(15, 25), status: .rounded))
    #expect(!after.hasApportionedCells)
  }

  @Test("Totals are conserved along both axes, and published totals go through unchanged", arguments: 0..<100)
  func conservation(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), stream: 7)
    let old = (0..<6).map { "o\($0)" }
    var before = try panel((0..<12).map { _ in Cell(value: Double(stream.below(10_000))) }, codes: old)
    before.regionTotals = CellPlane(exactly: [70_000, 80_000])
    before.industryTotals = CellPlane(exactly: (0..<6).map { _ in Double(stream.below(20_000)) })
    before.grandTotals = CellPlane(exactly: [150_000])
    let sum = before.cells.values.compensatedSum
    let (after, _) = try before.converted(
      by: randomStep(&stream, old, "n", 5),
      along: .industries
    )
    #expect((after.cells.values.compensatedSum - sum).magnitude <= 1e-12 * sum)
    #expect(after.regionTotals == before.regionTotals)
    #expect(after.grandTotals == before.grandTotals)
    let totals = try #require(before.industryTotals).values.compensatedSum
    let converted = try #require(after.industryTotals).values.compensatedSum
    #expect((converted - totals).magnitude <= 1e-12 * totals)
    let (placed, _) = try before.converted(by: randomStep(&stream, ["A", "B"], "R", 3), along: .regions)
    #expect((placed.cells.values.compensatedSum - sum).magnitude <= 1e-12 * sum)
    #expect(placed.industryTotals == before.industryTotals)
  }

  @Test("Two lookups in order give what the lookup of their composition gives", arguments: 0..<100)
  func composition(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), stream: 8)
    let old = (0..<6).map { "o\($0)" }
    let before = try panel((0..<12).map { _ in Cell(value: Double(stream.below(10_000))) }, codes: old)
    let first = try randomStep(&stream, old, "m", 5)
    let second = try randomStep(&stream, (0..<5).map { "m\($0)" }, "n", 4)
    var conversion = VintageConversion(before, along: .industries)
    try conversion.apply(first)
    try conversion.apply(second)
    let chained = try conversion.finish().panel
    let whole = try first.concordance.composed(with: second.concordance, name: "both")
    let direct = try before.converted(by: VintageStep(whole), along: .industries).panel
    #expect(Set(chained.industries.codes) == Set(direct.industries.codes))
    for region in 0..<2 {
      for (position, code) in chained.industries.codes.enumerated() {
        let other = try #require(direct.industries.position(of: code))
        let (left, right) = (chained[0, region, position], direct[0, region, other])
        let values = (try #require(left.value), try #require(right.value))
        #expect((values.0 - values.1).magnitude <= 1e-12 * max(1, values.0))
        #expect((left.bounds.upper - right.bounds.upper).magnitude <= 1e-9)
        #expect(left.status == right.status)
      }
    }
  }

  @Test("What one lookup splits and the next joins again is whole")
  func rejoined() throws {
    let before = try panel([3, 5].map { Cell(value: $0) }, codes: ["a"])
    var conversion = VintageConversion(before, along: .industries)
    try conversion.apply(step([("a", "x", 0.3), ("a", "y", 0.7)]))
    try conversion.apply(step([("x", "a", 1), ("y", "a", 1)]))
    #expect(try conversion.finish().panel == before)
  }

  @Test(
    "Codes that a lookup lacks are named with their share, and rates are refused where numbers would be added"
  )
  func refused() throws {
    let before = try panel([1, 2, 3, 4].map { Cell(value: $0) }, codes: ["aa1", "aa2"])
    let error = #expect(throws: VintageError.self) {
      _ = try before.converted(by: self.step([("aa1", "x", 1), ("bb2", "x", 1)]), along: .industries)
    }
    #expect(
      error?.description
        == "test lacks 1 of the table's 2 industry codes: aa2 (60 % of the total); near 'aa2': 'aa1'. Name a "
        + "code of totals with --total, leave other codes out with other=drop, or keep them as they are with other=keep."
    )
    let rates = try panel([1, 2, 3, 4].map { Cell(value: $0) }, codes: ["a", "b"], unit: "per cent of GDP")
    #expect(throws: VintageError.self) {
      _ = try rates.converted(by: self.step([("a", "x", 1), ("b", "x", 1)]), along: .industries)
    }
    #expect(Variable(name: "x", unit: "GBP million per year").whyItDoesNotAdd == nil)
    #expect(Variable(name: "rd_pct").whyItDoesNotAdd != nil)
  }
}
