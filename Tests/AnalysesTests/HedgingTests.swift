import Analyses
import ArgumentParser
import Arithmetic
import Measures
import Panels
import SmallStudy
import Studies
import Testing

@Suite struct HedgingTests {
  /// The numbers of a panel drawn anew within their bounds, from 0 to 1000 where nothing bounds them above.
  private func drawn(_ panel: Panel, seed: UInt64) -> Panel {
    var random = RandomStream(seed: 4_711, stream: seed)
    var result = panel
    result.cells = CellPlane(
      panel.cells.values.indices.map { position in
        let bounds = panel.cells[position].bounds
        let upper = bounds.upper.isFinite ? bounds.upper : 1000
        // Half of the draws stand at an end, where verdicts are nearest to turning.
        let value =
          random.below(2) == 0
          ? (random.below(2) == 0 ? bounds.lower : upper) : random.uniform(bounds.lower, upper)
        return Cell(value: value)
      }
    )
    return result
  }

  @Test("No numbers that the rounding allows turn a clear direction round")
  func directions() async throws {
    let open = try OpenStudy()
    let panel = try await open.panel("jobs")
    var clear = 0
    var open200 = 0
    for (industry, code) in SmallStudy.industries.enumerated() {
      for (last, year) in SmallStudy.years.enumerated() where [1, 4, 5].contains(last) {
        let finding = try await open.finding(
          "concentration",
          ["--table", "jobs", "--only", code, "--periods", "2015:\(year)", "--no-interval"]
        )
        let rows = finding.table.rows(where: ["industry": code, "measure": "theil"])
        let (first, final) = (rows[0], rows[rows.count - 1])
        guard let low = finding.table.number("lower", in: final),
          let high = finding.table.number("upper", in: first)
        else { continue }
        let rose = low > high
        let fell =
          (finding.table.number("upper", in: final) ?? .infinity)
          < (finding.table.number("lower", in: first) ?? 0)
        let isComputed = [first, final].allSatisfy { finding.table.number("value", in: $0) != nil }
        #expect(
          finding.sentence.contains("cannot be told") == (isComputed && !rose && !fell),
          "\(finding.sentence)"
        )
        #expect(
          finding.sentence.contains("cannot be computed, because") == !isComputed,
          "\(finding.sentence)"
        )
        guard rose || fell else {
          open200 += 1
          continue
        }
        clear += 1
        for seed in 0..<200 {
          let other = drawn(panel, seed: UInt64(seed))
          let change =
            try other.concentration(.theil, of: [industry], reference: .activity, period: last)
            - other.concentration(.theil, of: [industry], reference: .activity, period: 0)
          #expect(rose ? change > 0 : change < 0, "\(code), \(year), draw \(seed)")
        }
      }
    }
    #expect(clear > 0)
    #expect(open200 > 0)
  }

  @Test("What prints alike is not called a rise or a fall")
  func nothingRoseByZero() async throws {
    let open = try OpenStudy()
    var still = 0
    for analysis in ["concentration", "shares", "specialization"] {
      // The parts of Theil by groups need every cell, of which two are withheld.
      let groups = analysis == "concentration" ? [] : [["--only", "30", "--group", "old places"]]
      for arguments in [["--only", "30"], ["--only", "31"]] + groups {
        for finding in try await open.answer(analysis, ["--table", "jobs"] + arguments) {
          for words in ["by 0 %", "rose from 0 ", "fell from 0 "] {
            #expect(!finding.sentence.contains(words))
          }
          let ends = finding.sentence.matches(of: /from ([0-9.]+ ?%?) .{0,20}?to ([0-9.]+ ?%?)[ ,;.)]/)
          for end in ends { #expect(end.1 != end.2, "\(finding.sentence)") }
          if finding.sentence.contains("hardly changed") { still += 1 }
        }
      }
    }
    #expect(still > 0)
  }

  @Test("A direction that needs the interval names it, and one that rounding cannot turn round does not")
  func directionsAtTheInterval() async throws {
    let open = try OpenStudy()
    var (usual, certain) = (0, 0)
    for code in SmallStudy.industries {
      let finding = try await open.finding(
        "concentration",
        ["--table", "jobs", "--only", code, "--periods", "2015:2020"]
      )
      let rows = finding.table.rows(where: ["industry": code, "measure": "theil"])
      guard let low = finding.table.number("lower", in: rows[5]),
        let high = finding.table.number("upper", in: rows[5]),
        let before = finding.table.number("lower", in: rows[0]),
        let after = finding.table.number("upper", in: rows[0])
      else { continue }
      let isCertain = low > after || high < before
      if isCertain { certain += 1 }
      let isTold = finding.sentence.contains("has become more")
      if isTold { #expect(finding.sentence.contains("more than rounding can explain") == isCertain) }
      if isTold, !isCertain {
        usual += 1
        #expect(finding.sentence.contains("at the 95 % rounding interval (sampling error unknown)"))
        #expect(finding.grade != .firm)
      }
      if !isTold, !isCertain { #expect(finding.grade != .firm) }
    }
    #expect(certain > 0)
    #expect(usual + certain < SmallStudy.industries.count + 1)
  }

  @Test("No numbers that the rounding allows turn a verdict on a location quotient round")
  func verdicts() async throws {
    let open = try OpenStudy()
    let panel = try await open.panel("jobs")
    let finding = try await open.finding(
      "specialization",
      ["--table", "jobs", "--only", "*", "--periods", "2020", "--no-interval"]
    )
    #expect(finding.table.rows.count == 48)
    let draws = (0..<200).map { drawn(panel, seed: UInt64($0)) }
    var sides: Set<String> = []
    for row in finding.table.rows {
      let verdict = finding.table.text("verdict", in: row)
      let region = try #require(panel.regions.position(of: finding.table.text("region", in: row)))
      let industry = try #require(panel.industries.position(of: finding.table.text("industry", in: row)))
      let lower = finding.table.number("lower", in: row)
      let upper = finding.table.number("upper", in: row)
      let isAbove = verdict.contains("above")
      let isBelow = verdict.contains("below")
      sides.insert(isAbove ? "above" : isBelow ? "below" : "open")
      #expect(isAbove == ((lower ?? 0) > 1))
      #expect(isBelow == ((upper ?? .infinity) < 1))
      for draw in draws {
        let quotient = try draw.locationQuotients(of: [industry], period: 5)[region].get().ratio
        #expect(quotient >= (lower ?? 0) - 1e-12 && quotient <= (upper ?? .infinity) + 1e-12)
        if isAbove { #expect(quotient > 1) }
        if isBelow { #expect(quotient < 1) }
      }
    }
    #expect(sides.isSuperset(of: ["above", "below"]))
  }

  @Test("Clear gains and losses of shares are clear for every draw")
  func shares() async throws {
    let open = try OpenStudy()
    let panel = try await open.panel("jobs")
    let finding = try await open.finding(
      "shares",
      ["--table", "jobs", "--only", "10", "--periods", "2015:2020"]
    )
    let draws = (0..<200).map { drawn(panel, seed: UInt64($0)) }
    var clear = 0
    for (position, code) in SmallStudy.areas.enumerated() {
      let rows = finding.table.rows(where: ["region": code, "measure": "share", "industry": "10"])
      #expect(rows.count == 6)
      let first = try #require(finding.table.number("upper", in: rows[0]))
      let last = try #require(finding.table.number("lower", in: rows[5]))
      guard last > first else { continue }
      clear += 1
      for draw in draws {
        let before = try draw.shares(of: [0], period: 0).industry[position]
        let after = try draw.shares(of: [0], period: 5).industry[position]
        #expect(after > before)
      }
    }
    #expect(clear == 1)
  }

  @Test("A table that is all suppressed is told as such, never guessed")
  func allSuppressed() async throws {
    let place = try TemporaryPlace()
    var lines = ["region,industry,year,value,status"]
    for region in ["A", "B", "C"] {
      for industry in ["1", "2"] { lines.append("\(region),\(industry),2020,,suppressed") }
    }
    let file = try place.write(lines.joined(separator: "\n"), as: "t.csv")
    let columns = try PanelColumns.parse([
      "--region", "region", "--industry", "industry", "--period", "year", "--value", "value", "--status",
      "status",
    ])
    let study = try columns.study(of: file)
    for (analysis, arguments) in [("shares", []), ("concentration", []), ("specialization", [])]
      as [(String, [String])]
    {
      let entry = try #require(AnalysisList.entry(named: analysis))
      for finding in try await entry.answer(Request(analysis: analysis, arguments: arguments), on: study) {
        #expect(!finding.table.rows.contains { finding.table.number("value", in: $0) != nil })
        #expect(finding.grade != .firm && finding.grade != .fair, "\(analysis): \(finding.sentence)")
        #expect(
          finding.sentence.contains("cannot") || finding.sentence.contains("No industry")
            || finding.sentence.contains("No share") || finding.sentence.contains("we cannot tell"),
          "\(finding.sentence)"
        )
      }
    }
  }
}
