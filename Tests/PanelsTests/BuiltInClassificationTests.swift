import Arithmetic
import Panels
import Testing

@Suite struct BuiltInClassificationTests {
  private var sic: Classification {
    get throws { try Classification.builtIn("SIC 2007") }
  }

  @Test(
    "SIC 2007 has as many codes at each level as the Office for National Statistics says",
    arguments: [("section", 21), ("division", 88), ("group", 272), ("class", 615), ("subclass", 191)]
  )
  func counts(level: String, expected: Int) throws {
    #expect(try sic.entries.count { $0.level == level } == expected)
    #expect(try sic.levels == ["section", "division", "group", "class", "subclass"])
  }

  @Test("Every code but a section has its parent one level up, and begins with it below the division")
  func parents() throws {
    let sic = try sic
    for entry in sic.entries {
      guard let parent = entry.parent.flatMap({ sic[$0] }) else {
        #expect(entry.level == "section", "\(entry.code)")
        continue
      }
      let depth = sic.levels.firstIndex(of: entry.level)
      #expect(sic.levels.firstIndex(of: parent.level).map { $0 + 1 } == depth)
      #expect(depth == 1 || entry.code.hasPrefix(parent.code), "\(entry.code)")
      #expect(!entry.title.isEmpty && entry.title != entry.code)
    }
  }

  @Test(
    "Codes lie where agencies' ways of writing them say",
    arguments: [
      ("30300", "division", "30"), ("30.30", "section", "C"), ("01621", "class", "01.62"),
      ("01.62/1", "group", "01.6"), ("C (10-33)", "section", "C"), ("CI (26)", "division", "26"),
      ("CL (29-30)", "section", "C"), ("A (1-3)", "section", "A"), ("L (68)", "division", "68"),
      ("01000", "division", "01"), ("01000", "class", "01000"), ("30300", "subclass", "30.30"),
      ("303", "group", "30.3"),
    ]
  )
  func places(code: String, level: String, expected: String) throws {
    #expect(try sic.ancestor(ofNearest: code, at: level) == expected)
  }

  @Test(
    "Codes that are not of SIC 2007, or above the level, lie nowhere",
    arguments: [
      ("311", "division"), ("541", "section"), ("34100", "section"), ("68IMP", "section"), ("V", "section"),
      ("C", "division"), ("CL (29-30)", "division"), ("D (10-33)", "section"), ("30300", "sector"),
      ("303001", "section"), ("1", "class"),
    ]
  )
  func strangers(code: String, level: String) throws {
    #expect(try sic.ancestor(ofNearest: code, at: level) == nil)
  }

  @Test("A classification that is not complete still takes a longer code where its beginning lies")
  func incomplete() throws {
    let small = try Classification(
      name: "small",
      entries: [.init(level: "division", code: "30", title: "Other transport", parent: nil)]
    )
    #expect(small.ancestor(ofNearest: "30300", at: "division") == "30")
    #expect(small.entry(standingFor: "30300") == nil)
  }

  @Test("Retired codes say what came in their place; codes that are of both are not retired")
  func retired() throws {
    let sic = try sic
    #expect(sic.retired("01421")?.successors == ["01621"])
    #expect(sic.retired("34100")?.successors.contains("29100") == true)
    #expect(sic.retired("3410")?.previous == "SIC 2003")
    #expect(sic.retired("01110") == nil)
    #expect(sic.retired("99999") == nil)
    #expect(sic.nearest(to: "30309").contains("30.30"))
  }

  @Test("An unknown built-in classification is refused with the near name")
  func unknown() {
    #expect(throws: PanelError.unknownCode("SIC 2008", nearest: ["SIC 2007"])) {
      try Classification.builtIn("SIC 2008")
    }
  }

  @Test("Rolling up keeps the totals of every region and period", arguments: [UInt64(1), 2, 3])
  func conservation(seed: UInt64) throws {
    let sic = try sic
    let codes = sic.entries.filter { $0.level == "class" }.map { $0.code.filter { $0 != "." } + "0" }
    var stream = RandomStream(seed: seed)
    let periods = [Period(year: 2020), Period(year: 2021)]
    let regions = ["R1", "R2", "R3"].map { Region(code: $0) }
    let values = (0..<(2 * 3 * codes.count)).map { _ in Double(stream.below(1000)) }
    let panel = try Panel(
      variable: Variable(name: "jobs"),
      periods: periods,
      regions: Axis(regions),
      industries: Axis(codes.map { Industry(code: $0) }),
      cells: CellPlane(exactly: values)
    )
    for (level, count) in [("section", 21), ("division", 88), ("group", 272), ("class", 615)] {
      let sums = try panel.addedUp(to: level, of: sic)
      #expect(sums.industries.count == count)
      #expect(sums.industries[0].title == sic[sums.industries[0].code]?.title)
      for period in periods.indices {
        for region in regions.indices {
          let before = codes.indices.map { panel[period, region, $0].value ?? .nan }.reduce(0, +)
          let after = (0..<count).map { sums[period, region, $0].value ?? .nan }.reduce(0, +)
          #expect(before == after)
        }
      }
    }
  }
}
