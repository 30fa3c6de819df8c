import Analyses
import Measures
import Panels
import SmallStudy
import Studies
import Testing

@Suite struct EveryMeasureExplainedTests {
  static let names = MeasureDescription.catalogue.map(\.name)

  private func explain(
    _ open: OpenStudy,
    _ measure: String,
    _ table: String,
    _ bound: BoundSide? = nil
  ) async throws -> Explanation {
    try await Explanation(
      measure: measure,
      cell: try #require(CellAddress(argument: "region=A2,industry=21,period=2016")),
      bound: bound,
      table: table,
      study: open.study
    )
  }

  /// The number as the module of measures computes it.
  private func number(_ name: String, _ panel: Panel) throws -> Double {
    if let measure = ConcentrationMeasure(name: name) {
      return try panel.concentration(measure, of: [3], period: 1)
    }
    let measure = try SpecializationMeasure(named: name)
    if measure.isOfWholeRegion { return try panel.specialization(measure, region: 1, period: 1) }
    let quotients = try panel.locationQuotients(of: [3], period: 1).map { try $0.get() }
    guard measure == .standardizedQuotient else { return try quotients[1].value(measure) }
    return try LocationQuotient.standardized(quotients.map(\.ratio))[1]
  }

  @Test("Every measure of the list is taken apart, and its parts give the number", arguments: names)
  func everyMeasure(name: String) async throws {
    let open = try OpenStudy()
    for tableName in ["jobs", "output"] {
      let explanation = try await explain(open, name, tableName)
      let table = explanation.table
      let result = try #require(table.rows.last)
      #expect(table.text("measure", in: result) == name)
      let value = try #require(table.number("value", in: result))
      let expected = try number(name, try await open.panel(tableName))
      #expect((value - expected).magnitude <= 1e-12 * max(1, expected.magnitude))
      let check = try #require(table.rows(where: ["measure": "check"]).first)
      let fromParts = try #require(table.number("value", in: check))
      #expect((value - fromParts).magnitude <= 1e-12 * max(1, value.magnitude))
      let description = try MeasureDescription.named(name)
      for text in [
        description.title, name == "lq" ? "LQ = (e / n) / (E / N)" : description.formula,
        description.convention, description.source, "check: ",
      ] {
        #expect(explanation.text.contains(text), "\(text)")
      }
      let inputs = table.rows(where: ["measure": "input"])
      #expect(!inputs.isEmpty)
      for row in inputs {
        #expect(table.number("value", in: row) != nil && table.number("lower", in: row) != nil)
        #expect(!table.text("status", in: row).isEmpty)
      }
    }
  }

  @Test(
    "Parts of a measure that is a sum add to it, region by region or industry by industry",
    arguments: names
  )
  func sums(name: String) async throws {
    let table = try await explain(try OpenStudy(), name, "jobs").table
    let parts = table.rows(where: ["measure": "part"]).compactMap { table.number("value", in: $0) }
    guard !parts.isEmpty, name != "standardized-lq" else { return }
    let value = try #require(table.rows.last.flatMap { table.number("value", in: $0) })
    #expect((parts.reduce(0, +) - value).magnitude <= 1e-12)
  }

  @Test("Bounds hold the number; a bound's numbers are given, or why they cannot be", arguments: names)
  func bounds(name: String) async throws {
    let open = try OpenStudy()
    let table = try await explain(open, name, "jobs").table
    let result = try #require(table.rows.last)
    let value = try #require(table.number("value", in: result))
    if let lower = table.number("lower", in: result) { #expect(lower <= value + 1e-12) }
    if let upper = table.number("upper", in: result) { #expect(upper >= value - 1e-12) }
    for side in BoundSide.allCases {
      do {
        let witness = try await explain(open, name, "jobs", side).table
        #expect(witness.rows.count >= 6)
      } catch let error as MeasureError {
        guard case .notIdentifiable(let reason) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(reason.count > 20)
      }
    }
  }

  @Test("The numbers at a bound of a region's specialization give that bound", arguments: BoundSide.allCases)
  func specializationWitness(side: BoundSide) async throws {
    let open = try OpenStudy()
    for name in ["hhi-specialization"] {
      let result = try await explain(open, name, "jobs").table
      let bound = try #require(result.rows.last.flatMap { result.number(side.rawValue, in: $0) })
      let witness = try await explain(open, name, "jobs", side).table
      func numbers(_ measure: String) -> [Double] {
        witness.rows(where: ["measure": measure]).compactMap { witness.number("value", in: $0) }
      }
      let region = numbers("region")
      let all = numbers("all regions")
      let measure = try SpecializationMeasure(named: name)
      let value = try measure.value(region: region, comparator: all.isEmpty ? region : all)
      #expect((value - bound).magnitude <= 1e-9)
    }
  }
}
