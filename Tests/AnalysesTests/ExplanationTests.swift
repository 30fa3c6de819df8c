import Analyses
import Measures
import Panels
import SmallStudy
import Studies
import Testing

@Suite struct ExplanationTests {
  private func explain(
    _ open: OpenStudy,
    _ measure: String,
    _ cell: String,
    _ bound: BoundSide? = nil,
    table: String = "jobs"
  ) async throws -> Explanation {
    try await Explanation(
      measure: measure,
      cell: try #require(CellAddress(argument: cell)),
      bound: bound,
      table: table,
      study: open.study
    )
  }

  /// The bound that the explanation without a witness prints.
  private func bound(_ explanation: Explanation, _ side: BoundSide) throws -> Double {
    let row = try #require(explanation.table.rows.last)
    return try #require(explanation.table.number(side.rawValue, in: row))
  }

  @Test(
    "The numbers at which Theil reaches a bound are allowed, and their Theil is the bound",
    arguments: BoundSide.allCases
  )
  func theilWitness(side: BoundSide) async throws {
    let open = try OpenStudy()
    let panel = try await open.panel("jobs")
    let expected = try bound(await explain(open, "theil", "industry=10,period=2019"), side)
    let witness = try await explain(open, "theil", "industry=10,period=2019", side).table
    let cells = panel.byRegion(sumOf: [0], period: 4)
    let activity = try panel.activityByRegion(period: 4)
    var (own, all): ([Double], [Double]) = ([], [])
    for (region, code) in SmallStudy.areas.enumerated() {
      func number(_ measure: String) throws -> Double {
        let rows = witness.rows(where: ["region": code, "measure": measure])
        let row = try #require(rows.first)
        return try #require(witness.number("value", in: row))
      }
      let (e, n) = (try number("industry"), try number("all activity"))
      let slack = 1e-9 * n
      #expect(e >= cells.bounds(at: region).lower - slack && e <= cells.bounds(at: region).upper + slack)
      // What is not the industry must be possible too: the rest of activity within the bounds of its own cells.
      let rest = Bounds(
        activity.bounds(at: region).lower - cells.bounds(at: region).lower,
        activity.bounds(at: region).upper - cells.bounds(at: region).upper
      )
      #expect(n - e >= rest.lower - slack && n - e <= rest.upper + slack)
      own.append(e)
      all.append(n)
    }
    let (sumOwn, sumAll) = (own.reduce(0, +), all.reduce(0, +))
    let theil = zip(own, all)
      .map { e, n in e > 0 ? e / sumOwn * logarithm((e / sumOwn) / (n / sumAll)) : 0 }.reduce(0, +)
    #expect((theil - expected).magnitude <= 1e-9)
  }

  @Test(
    "The panel at which a location quotient reaches a bound is allowed, and its quotient is the bound",
    arguments: BoundSide.allCases
  )
  func quotientWitness(side: BoundSide) async throws {
    let open = try OpenStudy()
    let panel = try await open.panel("jobs")
    for cell in ["region=A1,industry=10,period=2019", "region=B1,industry=22,period=2015"] {
      let expected = try bound(await explain(open, "lq", cell), side)
      let witness = try await explain(open, "lq", cell, side).table
      #expect(witness.rows.count == 48)
      let address = try #require(CellAddress(argument: cell))
      var (own, region, industry, all) = (0.0, 0.0, 0.0, 0.0)
      let period = address.period == "2019" ? 4 : 0
      for row in witness.rows {
        let value = try #require(witness.number("value", in: row))
        let place = try #require(panel.regions.position(of: witness.text("region", in: row)))
        let kind = try #require(panel.industries.position(of: witness.text("industry", in: row)))
        #expect(panel[period, place, kind].bounds.contains(value))
        let isHere = witness.text("region", in: row) == address.region
        let isOwn = witness.text("industry", in: row) == address.industry
        if isHere, isOwn { own += value }
        if isHere { region += value }
        if isOwn { industry += value }
        all += value
      }
      #expect(((own / region) / (industry / all) - expected).magnitude <= 1e-9)
    }
  }

  @Test(
    "Against published totals the quotient's witness is allowed too, and reaches the bound",
    arguments: BoundSide.allCases
  )
  func quotientWitnessOfTotals(side: BoundSide) async throws {
    let open = try OpenStudy()
    let panel = try await open.panel("output")
    let cell = "region=A2,industry=10,period=2020"
    let expected = try bound(await explain(open, "lq", cell, table: "output"), side)
    let witness = try await explain(open, "lq", cell, side, table: "output").table
    let totals = try panel.activityByRegion(period: 5)
    var (own, region, industry, all) = (0.0, 0.0, 0.0, 0.0)
    for row in witness.rows {
      let value = try #require(witness.number("value", in: row))
      let place = try #require(panel.regions.position(of: witness.text("region", in: row)))
      if witness.text("measure", in: row) == "all activity" {
        #expect(totals.bounds(at: place).contains(value))
        if place == 1 { region += value }
        all += value
      } else {
        #expect(panel[5, place, 0].bounds.contains(value))
        if place == 1 { own += value }
        industry += value
      }
    }
    #expect(((own / region) / (industry / all) - expected).magnitude <= 1e-9)
  }

  @Test("A bound that no numbers reach is said to be a limit")
  func limit() async throws {
    let open = try OpenStudy()
    await #expect(throws: MeasureError.self) {
      _ = try await explain(open, "lq", "region=B2,industry=10,period=2017", .lower)
    }
  }

  @Test("A definition is explained as its industries together")
  func definition() async throws {
    let open = try OpenStudy()
    let explanation = try await explain(open, "theil", "industry=machines,period=2018")
    #expect(explanation.text.contains("machines"))
  }

  @Test("What is not there is refused by name")
  func unknown() async throws {
    let open = try OpenStudy()
    for (measure, cell, text) in [
      ("thiel", "industry=10", "'theil'"), ("lq", "region=A9,industry=10", "'A9'"),
      ("lq", "industry=10", "region=CODE"), ("theil", "region=A1", "industry=CODE"),
      ("theil", "industry=1010", "'1010'"), ("theil", "industry=10,period=1999", "2015 to 2020"),
      ("theil", "industry=10,period=soon", "'soon'"), ("symmetric-lq", "industry=10", "region=CODE"),
      ("hhi-specialization", "industry=10", "region=CODE"),
      ("additive-lq", "region=A1", "industry=CODE"),
    ] {
      do {
        _ = try await explain(open, measure, cell)
        Issue.record("\(measure) \(cell) was explained")
      } catch {
        #expect("\(error)".contains(text), "\(error)")
      }
    }
  }

  @Test("The address of a cell may hold commas, and nothing else than its three parts")
  func addresses() {
    let address = CellAddress(argument: "industry=CI (26), other,region=TLG1")
    #expect(address?.industry == "CI (26), other")
    #expect(address?.region == "TLG1")
    #expect(address?.period == nil)
    for text in ["", "TLG1", "place=TLG1", "region=", "region=,period=2020"] {
      #expect(CellAddress(argument: text) == nil)
    }
  }

  private func logarithm(_ number: Double) -> Double {
    // By its series about the nearest power of two, so that the check does not lean on the library's own logarithm.
    let exponent = number.exponent
    let significand = number.significand
    let z = (significand - 1) / (significand + 1)
    var (term, sum, power) = (z, 0.0, 1.0)
    while term.magnitude > 1e-18 {
      sum += term / power
      term *= z * z
      power += 2
    }
    return 2 * sum + Double(exponent) * 0.693147180559945309417232121458176568
  }
}
