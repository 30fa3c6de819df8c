import Analyses
import ArgumentParser
import Graphics
import Measures
import Panels
import SmallStudy
import Studies
import Testing

@Suite struct IntervalTests {
  /// The rounding interval in the note of a row.
  private func interval(_ note: String, level: String = "95 %") -> Bounds? {
    let head = "\(level) rounding interval "
    guard let place = note.split(separator: "; ").map(String.init).first(where: { $0.hasPrefix(head) }) else {
      return nil
    }
    let ends = place.dropFirst(head.count).split(separator: " ")
      .compactMap { Double($0.split(separator: ",").joined().replacing("−", with: "-")) }
    return ends.count == 2 ? Bounds(ends[0], ends[1]) : nil
  }

  private static let asked: [(String, [String])] = [
    ("shares", ["--group", "old places", "--table", "jobs", "--only", "20"]),
    ("shares", ["--table", "jobs", "--only", "20", "--periods", "2020"]),
    ("specialization", ["--table", "jobs", "--only", "20", "--periods", "2020"]),
    ("specialization", ["--group", "old places", "--table", "jobs", "--only", "20"]),
    ("concentration", ["--table", "jobs", "--only", "20", "--periods", "2020"]),
  ]

  @Test("Every panel verb says its interval within its bounds, at the level that was asked", arguments: asked)
  func levels(analysis: String, arguments: [String]) async throws {
    let open = try OpenStudy()
    var widths: [Double] = []
    for (option, level) in [("0.5", "50 %"), ("0.9", "90 %"), ("0.95", "95 %")] {
      let finding = try await open.finding(analysis, arguments + ["--interval", option])
      var total = 0.0
      var found = 0
      for row in finding.table.rows {
        guard let interval = self.interval(finding.table.text("note", in: row), level: level) else {
          continue
        }
        let bounds = Bounds(
          try #require(finding.table.number("lower", in: row)),
          try #require(finding.table.number("upper", in: row))
        )
        let slack = 2e-3 * max(bounds.upper.magnitude, 1e-3)
        #expect(interval.lower >= bounds.lower - slack && interval.upper <= bounds.upper + slack)
        total += interval.width
        found += 1
      }
      #expect(found > 0, "\(analysis) \(arguments): \(finding.table.rows.first ?? [])")
      widths.append(total)
      #expect(
        finding.method.uncertainty.contains("\(level) rounding interval"),
        "\(finding.method.uncertainty)"
      )
    }
    #expect(widths[0] < widths[1] && widths[1] < widths[2])
  }

  @Test("Without intervals there are hard bounds alone, and words that say so", arguments: asked)
  func without(analysis: String, arguments: [String]) async throws {
    let open = try OpenStudy()
    let finding = try await open.finding(analysis, arguments + ["--no-interval"])
    #expect(!finding.sentence.contains("interval"))
    #expect(
      finding.method.uncertainty.contains("hard bounds") || finding.method.uncertainty.contains("them alone")
    )
    for row in finding.table.rows { #expect(!finding.table.text("note", in: row).contains("interval")) }
    let with = try await open.finding(analysis, arguments)
    for (bare, full) in zip(finding.table.rows, with.table.rows) {
      for column in ["value", "lower", "upper"] {
        #expect(finding.table.number(column, in: bare) == with.table.number(column, in: full))
      }
    }
  }

  @Test("A verdict of hard bounds stays with the interval; one that needs the interval says so")
  func evidence() async throws {
    let open = try OpenStudy()
    let arguments = ["--table", "jobs", "--only", "*", "--periods", "2020"]
    let hard = try await open.finding("specialization", arguments + ["--no-interval"])
    let usual = try await open.finding("specialization", arguments)
    var more = 0
    for (bare, full) in zip(hard.table.rows, usual.table.rows) {
      let (before, after) = (hard.table.text("verdict", in: bare), usual.table.text("verdict", in: full))
      if before == after { continue }
      #expect(before == "cannot tell")
      let interval = try #require(self.interval(usual.table.text("note", in: full)))
      #expect(after.hasPrefix("above") ? interval.lower >= 0.999 : interval.upper <= 1.001)
      more += 1
    }
    #expect(more > 0)
    var named = 0
    for place in SmallStudy.areas {
      let finding = try await open.finding("specialization", arguments + ["--only-region", place])
      let isUsual = finding.sentence.contains("95 % rounding interval (sampling error unknown)")
      let needed = finding.table.rows.filter { row in
        finding.table.text("verdict", in: row).hasPrefix("above")
          && (finding.table.number("lower", in: row) ?? 0) < 1
      }
      #expect(isUsual == !needed.isEmpty, "\(finding.sentence)")
      named += isUsual ? 1 : 0
    }
    #expect(named > 0)
  }

  @Test("The same seed gives the same intervals, and another one others")
  func seeds() async throws {
    let open = try OpenStudy()
    let arguments = ["--group", "old places", "--table", "jobs", "--only", "20"]
    let first = try await open.finding("shares", arguments)
    let again = try await open.finding("shares", arguments)
    let other = try await open.finding("shares", arguments + ["--seed", "77"])
    #expect(first == again)
    #expect(first.table.rows != other.table.rows)
  }

  @Test("A chart's headings and its table say the same verdicts")
  func headings() async throws {
    let open = try OpenStudy()
    let finding = try await open.finding(
      "specialization",
      ["--group", "old places", "--table", "jobs", "--only", "*", "--periods", "2019:2020"]
    )
    let figure = try #require(finding.figure)
    guard case .intervalDots(let chart) = figure.chart else {
      Issue.record("no dots")
      return
    }
    for row in chart.rows {
      let code = try #require(row.link.industry)
      let line = try #require(finding.table.rows(where: ["industry": code, "period": "2020"]).first)
      let verdict = finding.table.text("verdict", in: line)
      let expected = row.verdict.words.lowercased()
      #expect(
        verdict.hasPrefix(String(expected.prefix { $0 != ";" && $0 != " " })),
        "\(verdict) under \(row.verdict.words)"
      )
      #expect(verdict.contains("sampling error unknown") == expected.contains("sampling error unknown"))
    }
  }
}
