import Arithmetic
import Panels
import Testing

@Suite struct PanelConservationTests {
  /// A panel of three years, four regions and six industries in two divisions, some cells rounded, some suppressed.
  private func panel(_ seed: UInt64, prices: Prices? = nil) throws -> Panel {
    var random = RandomStream(seed: 12, stream: seed)
    let codes = ["101", "102", "103", "201", "202", "203"]
    let cells = (0..<72)
      .map { _ -> Cell in
        let value = (random.uniform(0, 500)).rounded()
        switch random.below(10) {
        case 0: return Cell(value: nil, status: .suppressed)
        case 1...4: return Cell(value: value, bounds: Bounds(max(0, value - 2.5), value + 2.5))
        default: return Cell(value: value)
        }
      }
    return try Panel(
      variable: Variable(name: "jobs", unit: "jobs", prices: prices),
      periods: (2019...2021).map { Period(year: $0) },
      regions: Axis(["A", "B", "C", "D"].map { Region(code: $0, name: $0) }),
      industries: Axis(codes.map { Industry(code: $0, title: $0) }),
      cells: CellPlane(cells)
    )
  }

  private func sum(_ panel: Panel, period: Int, region: Int) -> Cell {
    panel.byRegion(sumOf: Array(panel.industries.indices), period: period)[region]
  }

  private func classification() throws -> Classification {
    var entries: [Classification.Entry] = []
    for division in ["10", "20"] {
      entries.append(.init(level: "division", code: division, title: "Division \(division)", parent: nil))
      for number in 1...3 {
        let code = "\(division.prefix(2))\(number)"
        entries.append(.init(level: "class", code: code, title: code, parent: division))
      }
    }
    return try Classification(name: "list", entries: entries)
  }

  @Test("Industries added up to a level have the totals of before, with bounds", arguments: UInt64(0)..<200)
  func addedUp(seed: UInt64) throws {
    let panel = try panel(seed)
    let coarse = try panel.addedUp(to: "division", of: classification())
    #expect(coarse.industries.codes == ["10", "20"])
    for period in panel.periods.indices {
      for region in panel.regions.indices {
        let (before, after) = (
          sum(panel, period: period, region: region), sum(coarse, period: period, region: region)
        )
        #expect(before.value == after.value)
        #expect(before.bounds == after.bounds)
      }
    }
  }

  @Test(
    "A concordance conserves totals, and the bounds of what is split hold those of the whole",
    arguments: UInt64(0)..<200
  )
  func concordance(seed: UInt64) throws {
    var random = RandomStream(seed: 13, stream: seed)
    let panel = try panel(seed)
    var links: [Concordance.Link] = []
    for code in panel.industries.codes {
      let targets = ["x", "y", "z"].prefix(1 + random.below(3))
      let weights = targets.map { _ in random.uniform(0.1, 1) }
      let all = weights.reduce(0, +)
      links += zip(targets, weights).map { Concordance.Link(from: code, to: $0, weight: $1 / all) }
    }
    let step = VintageStep(try Concordance(name: "old to new", links: links))
    let (converted, notice) = try panel.converted(by: step, along: .industries)
    #expect(notice.codes(.lost).isEmpty)
    for period in panel.periods.indices {
      for region in panel.regions.indices {
        let (before, after) = (
          sum(panel, period: period, region: region), sum(converted, period: period, region: region)
        )
        #expect((before.value == nil) == (after.value == nil))
        if let old = before.value, let new = after.value { #expect((old - new).magnitude <= 1e-12 * old) }
        #expect(after.bounds.lower <= before.bounds.lower)
        #expect(after.bounds.upper >= before.bounds.upper)
      }
    }
  }

  @Test("Codes that a concordance does not have are refused, or counted with what was in them")
  func lost() throws {
    let panel = try panel(3)
    let links = panel.industries.codes.dropFirst().map { Concordance.Link(from: $0, to: "x", weight: 1) }
    var step = VintageStep(try Concordance(name: "part", links: Array(links)))
    #expect(throws: VintageError.self) { _ = try panel.converted(by: step, along: .industries) }
    step.unlisted = .drop
    let (converted, notice) = try panel.converted(by: step, along: .industries)
    #expect(notice.codes(.lost) == ["101"])
    #expect(notice.newCodes(.merged) == ["x"])
    let values = panel.cells.values.enumerated()
    let expected = values.filter { $0.offset % 6 == 0 && !$0.element.isNaN }.reduce(0) { $0 + $1.element }
    let lost = notice.amounts.reduce(0) { $0 + $1.byChange[3] }
    #expect((lost - expected).magnitude <= 1e-12 * expected)
    #expect(converted.industries.codes == ["x"])
    var other = VintageStep(try Concordance(name: "none", links: [.init(from: "9", to: "x", weight: 1)]))
    other.unlisted = .drop
    #expect(throws: VintageError.nothingLeft(lookup: "none")) {
      _ = try panel.converted(by: other, along: .industries)
    }
    #expect(throws: PanelError.weightsDoNotAdd(code: "101", sum: 0.5)) {
      _ = try Concordance(name: "half", links: [.init(from: "101", to: "x", weight: 0.5)])
    }
  }

  @Test("Chained volumes are neither added up nor converted")
  func chained() throws {
    let panel = try panel(4, prices: .chained(reference: 2019))
    #expect(throws: PanelError.chainedVolumesDoNotAdd("jobs")) {
      _ = try panel.addedUp(to: "division", of: classification())
    }
    let links = panel.industries.codes.map { Concordance.Link(from: $0, to: "x", weight: 1) }
    let step = VintageStep(try Concordance(name: "all", links: links))
    #expect(
      throws: VintageError.doesNotAdd(
        variable: "jobs",
        reason: "chained volumes never add",
        lookup: "all"
      )
    ) {
      _ = try panel.converted(by: step, along: .industries)
    }
  }

  @Test("Keeping regions keeps their cells under their new codes, and drops totals over all regions")
  func keeping() throws {
    var panel = try panel(5)
    panel.regionTotals = CellPlane((0..<12).map { Cell(value: Double($0)) })
    panel.industryTotals = CellPlane((0..<18).map { Cell(value: Double($0)) })
    panel.grandTotals = CellPlane((0..<3).map { Cell(value: Double($0)) })
    let kept = try panel.keeping([
      (position: 1, region: Region(code: "N1", name: "one")),
      (position: 3, region: Region(code: "N3", name: "three")),
    ])
    #expect(kept.regions.codes == ["N1", "N3"])
    for period in panel.periods.indices {
      for industry in panel.industries.indices {
        #expect(kept[period, 0, industry] == panel[period, 1, industry])
        #expect(kept[period, 1, industry] == panel[period, 3, industry])
      }
      #expect(try kept.activityByRegion(period: period)[1].value == Double(period * 4 + 3))
    }
    #expect(kept.industryTotals == nil)
    #expect(kept.grandTotals == nil)
    let whole = try panel.keeping(panel.regions.indices.map { ($0, panel.regions[$0]) })
    #expect(whole == panel)
    #expect(throws: PanelError.duplicateCode("N")) {
      _ = try panel.keeping([
        (position: 0, region: Region(code: "N", name: "")),
        (position: 1, region: Region(code: "N", name: "")),
      ])
    }
  }

  @Test("Leaving out industries drops them from all activity, and published totals with them")
  func leavingOut() throws {
    var panel = try panel(6)
    panel.regionTotals = CellPlane((0..<12).map { Cell(value: Double(1000 + $0)) })
    panel.keepActivitySums()
    let left = try panel.leavingOut(industries: [0, 5])
    #expect(left.industries.codes == ["102", "103", "201", "202"])
    #expect(left.regionTotals == nil)
    for period in panel.periods.indices {
      for region in panel.regions.indices {
        let expected = panel.byRegion(sumOf: [1, 2, 3, 4], period: period)[region]
        #expect(try left.activityByRegion(period: period)[region].value == expected.value)
      }
    }
    #expect(throws: PanelError.self) { _ = try panel.leavingOut(industries: Array(0..<6)) }
  }

  @Test("Kept sums of activity are forgotten when a cell changes")
  func activitySums() throws {
    var panel = try panel(7)
    panel.keepActivitySums()
    for position in panel.cells.values.indices { panel.cells[position] = Cell(value: 1) }
    #expect(try panel.activityByRegion(period: 0)[0].value == 6)
  }
}
