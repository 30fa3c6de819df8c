import Analyses
import Measures
import Panels
import SmallStudy
import Studies
import Testing

/// Every measure of specialization that `hinterland measures` lists is computed by the verb.
@Suite struct SpecializationMeasuresTests {
  @Test(
    "A measure of single cells is the library's, and its bounds hold it",
    arguments: SpecializationMeasure.allCases
  )
  func ofCells(measure: SpecializationMeasure) async throws {
    guard !measure.isOfWholeRegion, measure != .standardizedQuotient else { return }
    let open = try OpenStudy()
    let panel = try await open.panel("output")
    let finding = try await open.finding(
      "specialization",
      ["--table", "output", "--only", "*", "--measure", measure.name, "--periods", "2015"]
    )
    #expect(finding.table.rows.count == panel.regions.count * panel.industries.count)
    for region in panel.regions.indices {
      for industry in panel.industries.indices {
        let (place, code) = (panel.regions[region].code, panel.industries[industry].code)
        let row = try #require(finding.table.rows(where: ["region": place, "industry": code]).first)
        let quotient = try panel.locationQuotient(of: [industry], region: region, period: 0)
        let expected = try quotient.value(measure)
        let value = try #require(finding.table.number("value", in: row))
        #expect((value - expected).magnitude <= 1e-12 * max(1, expected.magnitude))
        let lower = try #require(finding.table.number("lower", in: row))
        let upper = try #require(finding.table.number("upper", in: row))
        #expect(lower <= value + 1e-12 && value <= upper + 1e-12)
      }
    }
  }

  @Test("A measure of whole regions is the library's, and its bounds hold it", arguments: ["output", "jobs"])
  func ofRegions(table: String) async throws {
    let open = try OpenStudy()
    let panel = try await open.panel(table)
    let measures = SpecializationMeasure.allCases.filter(\.isOfWholeRegion)
    let findings = try await open.answer(
      "specialization",
      [
        "--table", table, "--measure", measures.map(\.name).joined(separator: ","), "--periods", "2015",
        // What is left out of the report is still part of the region.
        "--only", "10",
      ]
    )
    #expect(findings.count == measures.count)
    for (measure, finding) in zip(measures, findings) {
      for region in panel.regions.indices {
        let row = try #require(finding.table.rows(where: ["region": panel.regions[region].code]).first)
        let expected = try panel.specialization(measure, region: region, period: 0)
        let value = try #require(finding.table.number("value", in: row))
        #expect((value - expected).magnitude <= 1e-12)
        let lower = try #require(finding.table.number("lower", in: row))
        let upper = try #require(finding.table.number("upper", in: row))
        #expect(lower <= value + 1e-12 && value <= upper + 1e-12)
      }
    }
  }

  @Test("Standardized quotients have mean 0 and deviation 1, and say why they have no bounds")
  func standardized() async throws {
    let open = try OpenStudy()
    let finding = try await open.finding(
      "specialization",
      ["--table", "jobs", "--only", "10", "--measure", "standardized-lq", "--periods", "2015"]
    )
    let values = finding.table.rows.compactMap { finding.table.number("value", in: $0) }
    #expect(values.count == SmallStudy.areas.count)
    #expect(values.reduce(0, +).magnitude < 1e-12)
    #expect((values.reduce(0) { $0 + $1 * $1 } - Double(values.count - 1)).magnitude < 1e-12)
    for row in finding.table.rows {
      #expect(finding.table.number("lower", in: row) == nil)
      #expect(finding.table.text("note", in: row).contains("no bounds"))
    }
  }
}
