import Analyses
import Arithmetic
import Measures
import Panels
import SmallStudy
import Studies
import Testing

@Suite struct BoundsTests {
  /// The least and the greatest of a number over all ends of some bounds.
  private func extremes(_ bounds: [Bounds], _ number: ([Double]) -> Double) -> Bounds {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for corner in 0..<(1 << bounds.count) {
      let value = number(
        bounds.indices.map { corner & (1 << $0) == 0 ? bounds[$0].lower : bounds[$0].upper }
      )
      least = min(least, value)
      greatest = max(greatest, value)
    }
    return Bounds(least, greatest)
  }

  private func close(_ left: Double?, _ right: Double) -> Bool {
    guard let left else { return false }
    return (left - right).magnitude <= 1e-12 * max(1, right.magnitude)
  }

  @Test("The bounds of a share are those of all ends of the cells", arguments: ["10", "20", "30", "40"])
  func shares(industry: String) async throws {
    let open = try OpenStudy()
    let panel = try await open.panel("jobs")
    let position = try #require(panel.industries.position(of: industry))
    let finding = try await open.finding(
      "shares",
      ["--table", "jobs", "--only", industry, "--periods", "2015:2016"]
    )
    for (period, year) in [2015, 2016].enumerated() {
      let cells = panel.byRegion(sumOf: [position], period: period)
      let bounds = panel.regions.indices.map { cells.bounds(at: $0) }
      for (region, code) in SmallStudy.areas.enumerated() {
        let row = try #require(
          finding.table.rows(where: ["region": code, "period": "\(year)", "measure": "share"]).first
        )
        let expected = extremes(bounds) { $0[region] / $0.reduce(0, +) }
        #expect(close(finding.table.number("lower", in: row), expected.lower))
        #expect(close(finding.table.number("upper", in: row), expected.upper))
      }
    }
  }

  @Test("The bounds of a group's quotient are those of all ends of its parts")
  func groupQuotient() async throws {
    let open = try OpenStudy()
    let panel = try await open.panel("jobs")
    let finding = try await open.finding(
      "specialization",
      ["--table", "jobs", "--only", "10", "--group", "old places", "--periods", "2015"]
    )
    let row = try #require(finding.table.rows(where: ["industry": "10", "period": "2015"]).first)
    let group = [1, 2, 5]
    // The industry and the rest of activity, in the group and outside: four sums whose cells do not overlap.
    func sum(_ regions: [Int], _ industries: [Int]) -> Bounds {
      var sum = Bounds(exactly: 0)
      for region in regions { for industry in industries { sum = sum + panel[0, region, industry].bounds } }
      return sum
    }
    let outside = [0, 3, 4]
    let parts = [sum(group, [0]), sum(group, Array(1..<8)), sum(outside, [0]), sum(outside, Array(1..<8))]
    let expected = extremes(parts) { ($0[0] / ($0[0] + $0[1])) / ($0[2] / ($0[2] + $0[3])) }
    #expect(close(finding.table.number("lower", in: row), expected.lower))
    #expect(close(finding.table.number("upper", in: row), expected.upper))
  }

  @Test("Against published totals the bounds of a group's quotient are those of all ends too")
  func groupQuotientOfTotals() async throws {
    let open = try OpenStudy()
    let panel = try await open.panel("output")
    let finding = try await open.finding(
      "specialization",
      ["--table", "output", "--only", "10", "--group", "old places", "--periods", "2015"]
    )
    let row = try #require(finding.table.rows(where: ["industry": "10"]).first)
    let activity = try panel.activityByRegion(period: 0)
    let cells = panel.byRegion(sumOf: [0], period: 0)
    let parts = [
      cells.sum(of: [1, 2, 5]).bounds, activity.sum(of: [1, 2, 5]).bounds, cells.sum(of: [0, 3, 4]).bounds,
      activity.sum(of: [0, 3, 4]).bounds,
    ]
    let expected = extremes(parts) { ($0[0] / $0[1]) / ($0[2] / $0[3]) }
    #expect(close(finding.table.number("lower", in: row), expected.lower))
    #expect(close(finding.table.number("upper", in: row), expected.upper))
  }

  @Test("The contributions of regions add to the change of Theil", arguments: ["jobs", "output"])
  func contributions(table: String) async throws {
    let open = try OpenStudy()
    let panel = try await open.panel(table)
    let finding = try await open.finding(
      "concentration",
      ["--table", table, "--only", "10", "--contributions", "--periods", "2015:2019"]
    )
    #expect(finding.table.rows.count == 6)
    let sum = finding.table.rows.compactMap { finding.table.number("value", in: $0) }.reduce(0, +)
    let change =
      try panel.concentration(.theil, of: [0], reference: .activity, period: 4)
      - panel.concentration(.theil, of: [0], reference: .activity, period: 0)
    #expect((sum - change).magnitude < 1e-12)
    #expect(change.magnitude > 0.005)
  }

  @Test("The parts between and within groups add to Theil in every period")
  func decomposition() async throws {
    let open = try OpenStudy()
    let panel = try await open.panel("output")
    let finding = try await open.finding(
      "concentration",
      ["--table", "output", "--only", "10", "--group", "parent"]
    )
    for (period, year) in SmallStudy.years.enumerated() {
      func part(_ term: String) throws -> Double {
        let rows = finding.table.rows(where: ["period": "\(year)", "term": term, "group": ""])
        let row = try #require(rows.first)
        return try #require(finding.table.number("value", in: row))
      }
      let total = try panel.concentration(.theil, of: [0], reference: .activity, period: period)
      #expect(try (part("between") + part("within") - total).magnitude < 1e-12)
      #expect(try (part("total") - total).magnitude < 1e-12)
    }
  }
}
