import Arithmetic
import Panels
import Testing

@Suite("Bounds tightened by totals")
struct TotalsTighteningTests {
  static func panel(
    _ cells: [Cell],
    regions: [Region],
    industries: [Industry],
    regionTotals: [Cell]? = nil,
    industryTotals: [Cell]? = nil,
    grand: Cell? = nil
  ) throws -> Panel {
    var panel = try Panel(
      variable: Variable(name: "jobs"),
      periods: [Period(year: 2020)],
      regions: Axis(regions),
      industries: Axis(industries),
      cells: CellPlane(cells)
    )
    panel.regionTotals = regionTotals.map { CellPlane($0) }
    panel.industryTotals = industryTotals.map { CellPlane($0) }
    panel.grandTotals = grand.map { CellPlane([$0]) }
    return panel
  }

  static let hidden = Cell(value: nil, status: .suppressed)
  static func number(_ value: Double, half: Double = 0) -> Cell {
    Cell(
      value: value,
      bounds: Bounds(max(0, value - half), value + half),
      status: half > 0 ? .rounded : .observed
    )
  }
  static func regions(_ count: Int) -> [Region] { (0..<count).map { Region(code: "R\($0)") } }
  static func industries(_ count: Int) -> [Industry] { (0..<count).map { Industry(code: "I\($0)") } }

  @Test("A cell hidden alone is what is left of its total, widened by the rounding of the total")
  func alone() throws {
    let panel = try Self.panel(
      [Self.number(40), Self.hidden, Self.number(30)],
      regions: Self.regions(1),
      industries: Self.industries(3),
      regionTotals: [Self.number(100, half: 2.5)]
    )
    let complete = try panel.tightened(coverage: .complete)
    #expect(complete.panel.cells.bounds(at: 1) == Bounds(27.5, 32.5))
    #expect(complete.narrowed == [1])
    #expect(!complete.mayPrint(cell: 1))
    #expect(complete.mayPrint(cell: 0))
    let partial = try panel.tightened(coverage: .partial)
    #expect(partial.panel.cells.bounds(at: 1) == Bounds(0, 32.5))
    #expect(try panel.coverageByTotals() == .partial)
  }

  @Test("Bounds that rest on one narrowed cell give it away, those that rest on two or none do not")
  func disclosure() throws {
    let panel = try Self.panel(
      [Self.number(40), Self.hidden, Self.hidden, Self.number(30), Self.number(1), Self.number(2)],
      regions: Self.regions(2),
      industries: Self.industries(3),
      regionTotals: [Self.number(100), Self.number(33)]
    )
    let result = try panel.tightened(coverage: .complete)
    #expect(result.narrowed == [1, 2])
    #expect(!result.mayPrint(boundsOf: [0, 1]))
    #expect(result.mayPrint(boundsOf: [0, 1, 2]))
    #expect(result.mayPrint(boundsOf: [0, 3, 4]))
  }

  @Test("Numbers and statuses stay as they were")
  func untouched() throws {
    let panel = try Self.panel(
      [Self.number(40, half: 2.5), Self.hidden],
      regions: Self.regions(1),
      industries: Self.industries(2),
      regionTotals: [Self.number(45)]
    )
    let result = try panel.tightened(coverage: .complete).panel
    #expect(result.cells[0].value == 40)
    #expect(result.cells[0].status == .rounded)
    #expect(result.cells[1].value == nil)
    #expect(result.cells[1].status == .suppressed)
    #expect(result.cells[1].bounds == Bounds(2.5, 7.5))
  }

  @Test("Parts of an industry on the axis are held to it, and only the whole to the total")
  func hierarchy() throws {
    let industries = [
      Industry(code: "C", parent: nil), Industry(code: "C1", parent: "C"), Industry(code: "C2", parent: "C"),
      Industry(code: "D"),
    ]
    let panel = try Self.panel(
      [Self.hidden, Self.number(10), Self.hidden, Self.number(60)],
      regions: Self.regions(1),
      industries: industries,
      regionTotals: [Self.number(100)]
    )
    let result = try panel.tightened(coverage: .complete).panel
    #expect(result.cells.bounds(at: 0) == Bounds(40, 40))
    #expect(result.cells.bounds(at: 2) == Bounds(30, 30))
  }

  @Test("Totals that cannot be reached are refused with their place, or left out and listed")
  func infeasible() throws {
    let panel = try Self.panel(
      [Self.number(40), Self.number(70), Self.number(1), Self.hidden],
      regions: Self.regions(2),
      industries: Self.industries(2),
      regionTotals: [Self.number(100), Self.number(5)]
    )
    #expect(throws: PanelError.infeasible("2020, region 'R0', all industries")) { try panel.tightened() }
    let reported = try panel.tightened(coverage: .complete, contradiction: .report)
    #expect(reported.contradictions == ["2020, region 'R0', all industries"])
    #expect(reported.panel.cells.bounds(at: 3) == Bounds(4, 4))
  }

  @Test("Industries that overlap without naming their parents are refused")
  func overlap() throws {
    let panel = try Self.panel(
      [Self.number(40), Self.number(10)],
      regions: Self.regions(1),
      industries: [Industry(code: "C (10-33)"), Industry(code: "CI (26)")],
      regionTotals: [Self.number(100)]
    )
    #expect(throws: PanelError.self) { try panel.tightened() }
  }

  @Test("Chained volumes do not add, and are refused")
  func chained() throws {
    var panel = try Self.panel(
      [Self.number(1)],
      regions: Self.regions(1),
      industries: Self.industries(1),
      regionTotals: [Self.number(1)]
    )
    panel.variable = Variable(name: "output", prices: .chained(reference: 2019))
    #expect(throws: PanelError.chainedVolumesDoNotAdd("output")) { try panel.tightened() }
  }

  /// Whole numbers of up to 6 in two regions and two or three industries, some hidden, totals rounded or not.
  static func random(_ seed: UInt64) throws -> (Panel, [Int]) {
    var random = RandomStream(seed: 9, stream: seed)
    let (rows, columns) = (2, 2 + random.below(2))
    let truth = (0..<rows * columns).map { _ in Double(random.below(7)) }
    var hidden = truth.indices.filter { _ in random.below(3) > 0 }
    if hidden.count > 4 { hidden = Array(hidden.prefix(4)) }
    let cells = truth.indices.map { hidden.contains($0) ? Self.hidden : Self.number(truth[$0]) }
    func total(_ parts: [Int]) -> Cell {
      Self.number(parts.reduce(0) { $0 + truth[$1] }, half: random.below(2) == 0 ? 0 : 1)
    }
    let panel = try Self.panel(
      cells,
      regions: Self.regions(rows),
      industries: Self.industries(columns),
      regionTotals: (0..<rows).map { row in total((0..<columns).map { row * columns + $0 }) },
      industryTotals: (0..<columns).map { column in total((0..<rows).map { $0 * columns + column }) },
      grand: total(Array(truth.indices))
    )
    return (panel, hidden)
  }

  /// The hull of all whole-number tables that satisfy every sum: as the sums are those of a transport problem with
  /// whole-number bounds, the optimum of the linear programme.
  static func hull(_ panel: Panel, _ hidden: [Int]) throws -> [Bounds] {
    let (rows, columns) = (panel.regions.count, panel.industries.count)
    let regions = try #require(panel.regionTotals)
    let industries = try #require(panel.industryTotals)
    let grand = try #require(panel.grandTotals)
    var numbers = panel.cells.values.map { $0.isNaN ? 0 : $0 }
    var hull = [Bounds?](repeating: nil, count: hidden.count)
    var codes = 1
    for _ in hidden { codes *= 16 }
    for number in 0..<codes {
      var code = number
      for cell in hidden {
        numbers[cell] = Double(code % 16)
        code /= 16
      }
      let fits =
        (0..<rows)
        .allSatisfy { row in
          regions.bounds(at: row).contains((0..<columns).reduce(0) { $0 + numbers[row * columns + $1] })
        }
        && (0..<columns)
          .allSatisfy { column in
            industries.bounds(at: column)
              .contains((0..<rows).reduce(0) { $0 + numbers[$1 * columns + column] })
          }
        && grand.bounds(at: 0).contains(numbers.reduce(0, +))
      guard fits else { continue }
      for (place, cell) in hidden.enumerated() {
        let here = Bounds(exactly: numbers[cell])
        hull[place] = hull[place].map { Bounds(min($0.lower, here.lower), max($0.upper, here.upper)) } ?? here
      }
    }
    return try hull.map { try #require($0) }
  }

  @Test("Bounds are never inside the optimum of the linear programme", arguments: Array(UInt64(0)..<30))
  func outer(seed: UInt64) throws {
    let (panel, hidden) = try Self.random(seed)
    let result = try panel.tightened(coverage: .complete).panel
    for (cell, exact) in zip(hidden, try Self.hull(panel, hidden)) {
      let bounds = result.cells.bounds(at: cell)
      #expect(bounds.lower <= exact.lower && bounds.upper >= exact.upper, "\(bounds) \(exact)")
    }
  }

  @Test(
    "With no two hidden cells in the same two sums the bounds are the optimum",
    arguments: Array(UInt64(0)..<40)
  )
  func exact(seed: UInt64) throws {
    let (panel, hidden) = try Self.random(seed)
    guard hidden.count <= 2 else { return }
    // One grand total more binds cells of different rows: exactness is claimed for rows and columns.
    var free = panel
    free.grandTotals = CellPlane([Cell(value: nil)])
    let result = try free.tightened(coverage: .complete).panel
    let columns = panel.industries.count
    guard
      hidden.count < 2
        || (hidden[0] / columns != hidden[1] / columns && hidden[0] % columns != hidden[1] % columns)
    else { return }
    for (cell, exact) in zip(hidden, try Self.hull(free, hidden)) {
      let bounds = result.cells.bounds(at: cell)
      #expect((bounds.lower - exact.lower).magnitude < 1e-9 && (bounds.upper - exact.upper).magnitude < 1e-9)
    }
  }

  @Test("Tightening twice changes nothing more", arguments: Array(UInt64(0)..<30))
  func idempotent(seed: UInt64) throws {
    let (panel, _) = try Self.random(seed)
    let once = try panel.tightened(coverage: .complete).panel
    #expect(try once.tightened(coverage: .complete).panel == once)
  }
}
