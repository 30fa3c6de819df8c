import Arithmetic
import Panels
import Testing

@Suite struct HierarchyTests {
  @Test(
    "Parts are told from wholes by ranges and by digits",
    arguments: [
      ("26", "C (10-33)", true), ("CI (26)", "C (10-33)", true), ("CL (29-30)", "C (10-33)", true),
      ("1", "A (1-3)", true),
      ("C (10-33)", "Total", true), ("30300", "303", true), ("26.11", "26.1", true),
      ("41", "F (41-43)", true),
      ("C (10-33)", "CI (26)", false), ("30300", "30400", false), ("68IMP", "L (68)", false),
      ("45", "F (41-43)", false),
    ]
  )
  func parts(part: String, whole: String, expected: Bool) {
    #expect(IndustryCode(part).isPart(of: IndustryCode(whole)) == expected)
  }

  @Test("Industries of two levels are refused where they would be added")
  func mixedLevels() {
    let industries = ["C (10-33)", "F (41-43)", "CI (26)"].map { Industry(code: $0) }
    #expect(throws: PanelError.mixedLevels("CI (26)", "C (10-33)")) {
      try IndustryCode.requireDisjoint(industries)
    }
    #expect(throws: Never.self) { try IndustryCode.requireDisjoint(Array(industries.prefix(2))) }
  }

  private var classification: Classification {
    get throws {
      try Classification(
        name: "SIC 2007",
        entries: [
          .init(level: "section", code: "C", title: "Manufacturing", parent: nil),
          .init(level: "division", code: "30", title: "Other transport equipment", parent: "C"),
          .init(level: "group", code: "30.3", title: "Air and spacecraft", parent: "30"),
          .init(level: "class", code: "30.30", title: "Air and spacecraft", parent: "30.3"),
          .init(level: "division", code: "26", title: "Computers", parent: "C"),
        ]
      )
    }
  }

  @Test("A code finds its ancestors, dots or not, and a finer code by its beginning")
  func ancestors() throws {
    let classification = try classification
    #expect(classification["303"]?.title == "Air and spacecraft")
    #expect(classification.ancestor(of: "30.30", at: "division") == "30")
    #expect(classification.ancestor(ofNearest: "30300", at: "section") == "C")
    #expect(classification.ancestor(of: "C", at: "division") == nil)
    #expect(classification.levels == ["section", "division", "group", "class"])
  }

  @Test("Adding up to a level conserves the total", arguments: 0..<20)
  func addingUp(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed))
    let codes = ["26110", "26120", "30110", "30300"]
    let values = (0..<(2 * 3 * codes.count)).map { _ in Double(stream.below(1000)) }
    let panel = try Panel(
      variable: Variable(name: "jobs"),
      periods: [Period(year: 2020), Period(year: 2021)],
      regions: Axis(["A", "B", "C"].map { Region(code: $0) }),
      industries: Axis(codes.map { Industry(code: $0) }),
      cells: CellPlane(exactly: values)
    )
    let divisions = try panel.addedUp(to: "division", of: classification)
    #expect(divisions.industries.codes == ["30", "26"])
    #expect(divisions.cells.values.compensatedSum == values.compensatedSum)
    #expect(divisions[1, 2, 1].value == panel[1, 2, 0].value.map { $0 + (panel[1, 2, 1].value ?? 0) })
  }
}
