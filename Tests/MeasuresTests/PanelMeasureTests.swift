import Measures
import Panels
import Testing

/// A panel of three regions, two industries and six years, with room for a hole.
private func panel(
  hole: Int? = nil,
  prices: Prices? = nil,
  totals: Bool = false
) throws -> Panel {
  // Region by industry, the same in every year but for the first industry of the first region, which grows by 10 a year.
  var cells: [Cell] = []
  for year in 0..<6 {
    for row in [[10 + 10 * Double(year), 90], [20, 30], [30, 0]] { cells += row.map { Cell(value: $0) } }
  }
  if let hole { cells[hole] = Cell(value: nil, status: .suppressed) }
  var panel = try Panel(
    variable: Variable(name: "jobs", unit: "jobs", prices: prices),
    periods: (2001...2006).map { Period(year: $0) },
    regions: Axis([
      Region(code: "A1", parent: "A"), Region(code: "A2", parent: "A"), Region(code: "B1", parent: "B"),
    ]),
    industries: Axis([Industry(code: "I"), Industry(code: "J")]),
    cells: CellPlane(cells)
  )
  if totals {
    // Totals that hold what no region has: 40 more of the first industry.
    panel.industryTotals = CellPlane(
      (0..<6).flatMap { [Cell(value: 100 + 10 * Double($0)), Cell(value: 120)] }
    )
    panel.grandTotals = CellPlane((0..<6).map { Cell(value: 220 + 10 * Double($0)) })
  }
  return panel
}

@Suite("Measures of panels")
struct PanelMeasureTests {
  @Test("A panel's concentration is that of its cells")
  func concentration() throws {
    let panel = try panel()
    let found = try panel.concentration(.theil, of: [0], period: 0)
    let expected = try ConcentrationMeasure.theil.value(industry: [10, 20, 30], reference: [100, 50, 30])
    #expect(agree(found, expected))
    let area = try panel.concentration(
      .gini,
      of: [0],
      reference: .amounts([1, 2, 3], name: "area"),
      period: 0
    )
    #expect(area < 1e-15)
    let pair = try panel.concentration(.hhi, of: [0], in: [0, 1], period: 0)
    #expect(agree(pair, 1.0 / 9 + 4.0 / 9))
  }

  @Test("All industries at once are the industries one by one")
  func batch() throws {
    let panel = try panel()
    let measures: [ConcentrationMeasure] = [.theil, .gini, .hoover]
    let batch = try panel.concentrations(measures)
    for (position, measure) in measures.enumerated() {
      for period in 0..<6 {
        for industry in 0..<2 {
          let one = try panel.concentration(measure, of: [industry], period: period)
          let found = try #require(batch.value(measure: position, period: period, industry: industry))
          #expect((found - one).magnitude < 1e-14)
        }
      }
    }
  }

  @Test("A suppressed cell leaves the number open; it is not zero")
  func suppressed() throws {
    let panel = try panel(hole: 0)
    #expect(throws: MeasureError.notIdentifiable("1 of 3 cells of industry 'I' in 2001 have no number")) {
      try panel.concentration(.theil, of: [0], reference: .equalShares, period: 0)
    }
    #expect(try panel.concentration(.theil, of: [0], period: 1) > 0)
    let quotients = try panel.locationQuotients(of: [0], period: 1)
    #expect(quotients.count == 3)
  }

  @Test("Chained volumes are not added")
  func chained() throws {
    let panel = try panel(prices: .chained(reference: 2019))
    #expect(throws: MeasureError.panel(.chainedVolumesDoNotAdd("jobs"))) {
      try panel.concentration(.theil, of: [0], period: 0)
    }
  }

  @Test("Means over a window: of the measure, of shares, of amounts")
  func averaging() throws {
    let panel = try panel()
    let window = try PeriodWindow.blocks(years: 2, of: panel.periods)[0]
    let first = try panel.concentration(.hhi, of: [0], period: 0)
    let second = try panel.concentration(.hhi, of: [0], period: 1)
    let ofMeasure = try panel.concentration(.hhi, of: [0], over: window)
    #expect(agree(ofMeasure, (first + second) / 2))
    let shares = [(10.0 / 60 + 20.0 / 70) / 2, (20.0 / 60 + 20.0 / 70) / 2, (30.0 / 60 + 30.0 / 70) / 2]
    let ofShares = try panel.concentration(.hhi, of: [0], over: window, averaging: .ofShares)
    #expect(agree(ofShares, shares.reduce(0) { $0 + $1 * $1 }))
    let amounts = [30.0 / 130, 40.0 / 130, 60.0 / 130]
    let ofAmounts = try panel.concentration(.hhi, of: [0], over: window, averaging: .ofAmounts)
    #expect(agree(ofAmounts, amounts.reduce(0) { $0 + $1 * $1 }))
    #expect(panel.meanCells(over: window)[0].value == 15)
  }

  @Test("Quotients rest on published totals where there are some")
  func quotients() throws {
    let summed = try panel().locationQuotient(of: [0], region: 1, period: 0)
    #expect(agree(summed.ratio, (20.0 / 50) / (60.0 / 180)))
    let published = try panel(totals: true).locationQuotient(of: [0], region: 1, period: 0)
    #expect(agree(published.ratio, (20.0 / 50) / (100.0 / 220)))
    let all = try panel(totals: true).locationQuotients(of: [0], period: 0)
    #expect(agree(try all[1].get().ratio, published.ratio))
  }

  @Test("A group against the rest, and against all")
  func group() throws {
    let panel = try panel()
    let rest = try panel.locationQuotient(of: [0], group: [1, 2], period: 0)
    #expect(agree(rest.ratio, (50.0 / 80) / (10.0 / 100)))
    let all = try panel.locationQuotient(of: [0], group: [1, 2], against: .all, period: 0)
    #expect(agree(all.ratio, (50.0 / 80) / (60.0 / 180)))
    #expect(throws: MeasureError.self) { try panel.locationQuotient(of: [0], group: [0, 1, 2], period: 0) }
    #expect(throws: MeasureError.noActivity("a group without regions")) {
      try panel.locationQuotient(of: [0], group: [], period: 0)
    }
  }

  @Test("Shares of groups add to 1 and change in percentage points")
  func shares() throws {
    let panel = try panel()
    let grouping = try Grouping.parents(of: panel.regions)
    #expect(grouping.groups == ["A", "B"])
    let first = try panel.groupShares(ofIndustries: [0], by: grouping, period: 0)
    let last = try panel.groupShares(ofIndustries: [0], by: grouping, period: 5)
    #expect(agree(first.groups.map(\.value), [0.5, 0.5]))
    #expect(agree(last.groups[0].percentagePoints(since: first.groups[0]), 100 * (80.0 / 110 - 0.5)))
    #expect(first.ungrouped == nil)
    #expect(agree(try panel.share(ofIndustries: [0], inRegions: [1], period: 0).value, 0.4))
    #expect(agree(try panel.share(ofRegions: [2], inIndustries: [0], period: 0).value, 0.5))
  }

  @Test("Industries stand in the table by two thresholds, what cannot be computed beside it")
  func twoWay() throws {
    let panel = try panel(hole: 1)
    let window = PeriodWindow.whole(of: panel.periods)
    let table = try panel.twoWayTable(
      of: [Definition(name: "first", selectors: ["I"]), Definition(name: "second", selectors: ["J"])],
      group: [1, 2],
      over: window,
      reference: .equalShares,
      thresholds: TwoWayTable.Thresholds(concentration: 0.9)
    )
    #expect(table.entries.isEmpty)
    #expect(table.omissions.map(\.industry) == ["first", "second"])
    let full = try self.full(window)
    #expect(full.industries(in: .dispersedStrong) == ["first"])
    #expect(full.industries(in: .concentratedWeak) == ["second"])
    #expect(
      TwoWayTable.Field(concentration: 0.4, quotient: 1, thresholds: TwoWayTable.Thresholds())
        == .dispersedWeak
    )
  }

  private func full(_ window: PeriodWindow) throws -> TwoWayTable {
    try panel()
      .twoWayTable(
        of: [Definition(name: "first", selectors: ["I"]), Definition(name: "second", selectors: ["J"])],
        group: [1, 2],
        over: window,
        reference: .equalShares,
        thresholds: TwoWayTable.Thresholds(concentration: 0.4)
      )
  }
}

@Suite("Windows, groups and growth")
struct WindowAndGroupTests {
  private let years = (1998...2009).map { Period(year: $0) }

  @Test("Blocks and moving windows carry their years, and say when they are cut short")
  func windows() throws {
    let blocks = try PeriodWindow.blocks(years: 5, of: years)
    #expect(blocks.map(\.label) == ["1998-2002", "2003-2007", "2008-2009"])
    #expect(blocks.map(\.isComplete) == [true, true, false])
    #expect(blocks[2].note == "mean of 2 of 5 periods")
    let moving = try PeriodWindow.moving(years: 5, of: years)
    #expect(moving.count == 8)
    #expect(moving.first?.label == "1998-2002")
    #expect(moving.last?.label == "2005-2009")
    #expect(moving.allSatisfy { $0.isComplete })
    #expect(PeriodWindow.each(of: years).map(\.label) == years.map(\.description))
    #expect(throws: MeasureError.self) { try PeriodWindow.moving(years: 13, of: years) }
    #expect(throws: MeasureError.self) { try PeriodWindow.blocks(years: 0, of: years) }
  }

  @Test("Years that are missing make a window incomplete, quarters count four a year")
  func gaps() throws {
    let gappy = [1998, 1999, 2001, 2002, 2003].map { Period(year: $0) }
    #expect(try PeriodWindow.blocks(years: 3, of: gappy).map(\.label) == ["1998-1999", "2001-2003"])
    #expect(try PeriodWindow.blocks(years: 3, of: gappy).map(\.isComplete) == [false, true])
    let quarters = (2001...2003).flatMap { year in (1...4).map { Period(year: year, quarter: $0) } }
    let blocks = try PeriodWindow.blocks(years: 1, of: quarters)
    #expect(blocks.map(\.label) == ["2001Q1-2001Q4", "2002Q1-2002Q4", "2003Q1-2003Q4"])
    #expect(try PeriodWindow.moving(years: 2, of: quarters).count == 5)
  }

  @Test("Cuts hold their lower edge unless said otherwise")
  func cuts() throws {
    let names = ["rural", "moderately urban", "urban"]
    let values: [Double?] = [185.9, 186, 846, 846.1, nil]
    let above = try Grouping.cuts(name: "density", values: values, at: [186, 846], names: names)
    #expect(above.membership == [0, 1, 2, 2, nil])
    #expect(above.warnings == ["1 of 5 regions have no number and are in no group"])
    let below = try Grouping.cuts(
      name: "density",
      values: values,
      at: [186, 846],
      names: names,
      edge: .belongsBelow
    )
    #expect(below.membership == [0, 0, 1, 2, nil])
    #expect(above.rule == "rural below 186, moderately urban from 186 and below 846, urban from 846")
    #expect(throws: MeasureError.self) {
      try Grouping.cuts(name: "density", values: values, at: [846, 186], names: names)
    }
    #expect(throws: MeasureError.self) {
      try Grouping.cuts(name: "density", values: values, at: [1], names: names)
    }
  }

  @Test("Quantiles keep equal numbers together")
  func quantiles() throws {
    let values: [Double?] = [1, 2, 2, 2, 3, 9, 10, 12]
    let halves = try Grouping.quantiles(name: "halves", values: values, names: ["low", "high"])
    #expect(halves.membership == [0, 0, 0, 0, 1, 1, 1, 1])
    #expect(throws: MeasureError.self) {
      try Grouping.quantiles(name: "thirds", values: [1, 1, 1, 1, 1, 2, 3], names: ["a", "b", "c"])
    }
  }

  @Test("A list of codes makes two groups; an unknown code is named with its neighbours")
  func list() throws {
    let regions = try Axis(["TLC1", "TLC2", "TLD1"].map { Region(code: $0) })
    let grouping = try Grouping.list(name: "old", codes: ["TLC*"], on: regions, member: "old", rest: "rest")
    #expect(grouping.membership == [0, 0, 1])
    #expect(throws: MeasureError.self) {
      try Grouping.list(name: "old", codes: ["TLX9"], on: regions, member: "old", rest: "rest")
    }
  }

  @Test("Mean plus standard deviations of a share, with a warning when the base year is in the window")
  func shareRule() throws {
    let shares = [0.1, 0.2, 0.3, 0.9]
    let panel = try Panel(
      variable: Variable(name: "jobs"),
      periods: [Period(year: 1971), Period(year: 1981)],
      regions: Axis((0..<4).map { Region(code: "R\($0)") }),
      industries: Axis([Industry(code: "C"), Industry(code: "D")]),
      cells: CellPlane(exactly: (shares + shares).flatMap { [100 * $0, 100 * (1 - $0)] })
    )
    func rule(_ kind: DeviationKind, _ k: Double) throws -> ShareRule {
      try panel.group(
        byShareOf: [0],
        in: 0,
        aboveMeanPlus: k,
        deviation: kind,
        name: "industrial",
        member: "industrial",
        rest: "rest",
        comparedOver: PeriodWindow.whole(of: panel.periods)
      )
    }
    let population = try rule(.population, 1)
    #expect(agree(population.mean, 0.375))
    #expect(agree(population.deviation, 0.096_875.squareRoot()))
    #expect(population.grouping.membership == [1, 1, 1, 0])
    #expect(population.grouping.warnings.count == 1)
    #expect(population.grouping.warnings[0].contains("1971 lies in the window 1971-1981"))
    #expect(agree(try rule(.sample, 1).deviation, (0.387_5 / 3).squareRoot()))
    #expect(try rule(.population, 3).grouping.warnings.contains("no region is above the threshold"))
  }

  @Test("Growth compounds; its logarithm adds")
  func growth() throws {
    #expect(agree(try Growth.annualRate(from: 100, to: 121, years: 2), 0.1))
    #expect(agree(try Growth.logRate(from: 1, to: 8, years: 3), try Growth.logRate(from: 1, to: 2, years: 1)))
    #expect(try Growth.annualRate(from: 5, to: 0, years: 3) == -1)
    #expect(throws: MeasureError.self) { try Growth.annualRate(from: 0, to: 5, years: 3) }
    #expect(throws: MeasureError.self) { try Growth.logRate(from: 5, to: 0, years: 3) }
    #expect(throws: MeasureError.self) { try Growth.annualRate(from: 5, to: 6, years: 0) }
  }
}
