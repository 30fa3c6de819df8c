import Foundation
import Panels
import SmallStudy
import Studies
import Testing

@Suite struct StudyReadingTests {
  private func read(_ text: String) throws(StudyError) -> StudyDescription {
    try StudyDescription(reading: text, file: "s/study.yml")
  }

  @Test("Every key of a study file is read")
  func everyKey() throws {
    let study = try read(SmallStudy.text)
    #expect(study.title == "A small study")
    #expect(study.question == "Do machines concentrate?")
    #expect(study.data == "tables")
    #expect(study.place == "A1")
    #expect(study.benchmark == "national")
    #expect(study.average == 2)
    #expect(study.seed == 7)
    #expect(study.limits == ["Six areas are few."])
    #expect(study.isInvented)
    #expect(study.sources.map(\.label) == ["Small Office, Jobs and output, May 2021"])
    #expect(study.sources[0].retrieved == "2021-06-01")
    #expect(study.sources[0].attribution == "Contains data of the Small Office.")
    #expect(study.geographies.map(\.name) == ["lands", "areas"])
    #expect(study.geographies[1].parent == "lands")
    #expect(study.classifications == [NamedText(name: "small list", text: "classification.csv")])
    #expect(study.tables.map(\.name) == ["jobs", "output", "volumes", "people", "research"])
    #expect(study.indicators[0].years == 2016...2018)
    #expect(study.indicators[0].scale == 1000)
  }

  @Test("The keys of a table, a definition and a group are read")
  func tableDefinitionGroup() throws {
    let study = try read(SmallStudy.text)
    let jobs = study.tables[0]
    #expect(jobs.rounding == .nearest(5))
    #expect(jobs.regionName == "region_name")
    #expect(jobs.status == "status")
    let volumes = study.tables[2]
    #expect(volumes.prices == .chained(reference: 2015))
    #expect(volumes.current == "output")
    #expect(volumes.keep.map(\.column) == ["measure"])
    #expect(study.tables[4].recode == [NamedText(name: "X", text: "")])
    #expect(study.tables[4].dropsUnknownRegions)
    #expect(study.definitions[0].selectors(for: "jobs") == ["10", "11"])
    #expect(study.definitions[2].isVariantOf == "machines")
    #expect(study.groups[0].rule == .codes(geography: "areas", codes: ["A2", "A3", "B3"]))
    #expect(
      study.groups[1].rule
        == .shareAbove(industry: ["2*"], table: "output", year: 2015, standardDeviations: 0.5)
    )
    #expect(
      study.groups[2].rule
        == .density(
          population: "people",
          year: 2018,
          cuts: [300, 600],
          names: ["thin", "middling", "thick"]
        )
    )
    #expect(study.groups[3].rule == .quantiles(population: "people", year: 2018, count: 2))
  }

  /// A mistyped key at each level of the file: what stands there, what is meant.
  static let mistypedKeys: [(right: String, wrong: String, within: String)] = [
    ("question: Do", "qestion: Do", "the study"),
    ("publisher: Small", "publsher: Small", "a source"),
    ("parent: lands", "parnt: lands", "a geography"),
    ("small list: {file:", "small list: {fle:", "a classification"),
    ("rounding: 5", "roundng: 5", "a table"),
    ("rest: other places", "rst: other places", "a group"),
    ("{mean plus sd: 0.5}", "{mean plus sdev: 0.5}", "above"),
    ("denominator: people", "denominater: people", "an indicator"),
  ]

  @Test("A mistyped key is refused with file, line and the key that was meant", arguments: mistypedKeys)
  func mistypedKey(right: String, wrong: String, within: String) throws {
    let range = try #require(SmallStudy.text.range(of: right))
    let text = SmallStudy.text.replacingCharacters(in: range, with: wrong)
    let line = text[..<range.lowerBound].count { $0 == "\n" } + 1
    func key(_ text: String) -> String {
      let inner = text.split(separator: "{").last.map(String.init) ?? text
      return String(inner.prefix { $0 != ":" })
    }
    let error = #expect(throws: StudyError.self) { _ = try read(text) }
    guard case .unknownKey(let file, let found, let name, let place, let nearest) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect((file, found, name, place) == ("s/study.yml", line, key(wrong), within))
    #expect(nearest.first == key(right))
  }

  /// A name that refers to nothing: what stands there, what is put, the kind, the nearest.
  static let danglingNames: [(right: String, wrong: String, kind: String, nearest: String)] = [
    (
      "    source: office\n    geography: areas", "    source: offce\n    geography: areas", "source",
      "office"
    ),
    (
      "geography: areas\n    classification", "geography: arears\n    classification", "geography",
      "areas"
    ),
    ("classification: small list", "classification: smal list", "classification", "small list"),
    ("current: output", "current: outputs", "other table", "output"),
    ("parent: lands", "parent: land", "geography", "lands"),
    ("name: name, source: office}\n  areas", "name: name, source: ofice}\n  areas", "source", "office"),
    ("volumes: [\"10\", \"11\"]", "volume: [\"10\", \"11\"]", "table", "volumes"),
    ("variant of: machines", "variant of: machine", "other definition", "machines"),
    ("variant of: old places", "variant of: old place", "other group", "old places"),
    ("geography: areas\n    codes", "geography: area\n    codes", "geography", "areas"),
    ("table: output\n", "table: outpt\n", "table", "output"),
    ("table: people\n    year: 2018\n    cuts", "table: peple\n    year: 2018\n    cuts", "table", "people"),
    ("numerator: research", "numerator: reserch", "table", "research"),
    ("denominator: people", "denominator: peopel", "table", "people"),
  ]

  @Test("A name that refers to nothing is refused with file, line and the nearest", arguments: danglingNames)
  func danglingName(right: String, wrong: String, kind: String, nearest: String) throws {
    let range = try #require(SmallStudy.text.range(of: right))
    let text = SmallStudy.text.replacingCharacters(in: range, with: wrong)
    let error = #expect(throws: StudyError.self) { _ = try read(text) }
    guard case .unknownReference(let file, let line, let found, _, let names) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(file == "s/study.yml")
    #expect(found == kind)
    #expect(names.first == nearest)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let name = try #require(error.map { "\($0)" }?.split(separator: "'").dropFirst().first)
    #expect(lines[line - 1].contains(name))
  }

  /// Values of another kind: what stands there, what is put, what the message asks for.
  static let wrongValues: [(right: String, wrong: String, expected: String)] = [
    ("average: 2", "average: two", "a whole number"),
    ("average: 2", "average: 0", "a whole number from 1 to 200"),
    ("seed: 7", "seed: -7", "a whole number, not negative"),
    ("title: A small study", "title: [A, B]", "a text"),
    ("title: A small study", "title:", "a text"),
    ("rounding: 5", "rounding: roughly", "none, bres, bres-relaxed, bres-strict or a base such as 5"),
    ("prices: current", "prices: last year's", "current, a year, or chained with a year"),
    ("other regions: drop", "other regions: ignore", "drop or refuse"),
    ("{mean plus sd: 0.5}", "{mean plus sd: half}", "a number"),
    ("cuts: [300, 600]", "cuts: [600, 300]", "numbers that ascend"),
    ("cuts: [300, 600]", "cuts: [300]", "one cut fewer than there are names (3 names)"),
    ("quantiles: 2", "quantiles: 1", "a whole number from 2 to 100"),
    ("years: 2016-2018", "years: 2018-2016", "a year or a span such as 2011-2016"),
    ("years: 2016-2018", "years: about 2016-2018", "a year or a span such as 2011-2016"),
    ("scale: 1000", "scale: nan", "a number"),
    ("invented: true", "invented: maybe", "invented: true or false"),
    (
      "by: population density\n    table: people\n    year: 2018\n    cuts",
      "by: size\n    year: 2018\n    cuts", "population density"
    ),
    ("where: {measure: current}", "where: current", "a mapping"),
  ]

  @Test("A value of another kind is refused, and the message says what is needed", arguments: wrongValues)
  func wrongValue(right: String, wrong: String, expected: String) throws {
    let range = try #require(SmallStudy.text.range(of: right))
    let text = SmallStudy.text.replacingCharacters(in: range, with: wrong)
    let error = #expect(throws: StudyError.self) { _ = try read(text) }
    guard case .wrongValue(_, let line, _, _, let found) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found == expected)
    #expect(line > 1 || text.hasPrefix(wrong))
  }

  @Test("A key that is needed and missing is named")
  func missingKeys() throws {
    #expect(throws: StudyError.missingKey(file: "s/study.yml", line: 1, key: "schema", within: "the study")) {
      _ = try read("title: x\ntables: {}\n")
    }
    #expect(throws: StudyError.missingKey(file: "s/study.yml", line: 1, key: "title", within: "the study")) {
      _ = try read("schema: 1\ntables: {}\n")
    }
    #expect(throws: StudyError.missingKey(file: "s/study.yml", line: 1, key: "tables", within: "the study")) {
      _ = try read("schema: 1\ntitle: x\n")
    }
    #expect(throws: StudyError.missingKey(file: "s/study.yml", line: 5, key: "unit", within: "a table")) {
      _ = try read("schema: 1\ntitle: x\ntables:\n  jobs:\n    file: a.csv\n")
    }
  }

  @Test("A geography that lies in itself, directly or round about, is refused")
  func circle() throws {
    let own = SmallStudy.text.replacing("parent: lands", with: "parent: areas")
    let round = SmallStudy.text.replacing("lands: {boundaries", with: "lands: {parent: areas, boundaries")
    for text in [own, round] {
      let error = #expect(throws: StudyError.self) { _ = try read(text) }
      #expect("\(error.map { "\($0)" } ?? "")".contains("expected a geography that does not lie in this one"))
    }
  }

  @Test("An empty file, a text that is not YAML, a list and a key that stands twice are refused")
  func notAStudy() throws {
    for (text, problem) in [
      ("", "the file is empty"), ("# nothing\n", "the file is empty"),
      ("schema: 1\ntitle: x\ntitle: y\n", "the key 'title' stands twice"),
    ] {
      let error = #expect(throws: StudyError.self) { _ = try read(text) }
      guard case .notYAML(_, _, let found) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(found == problem)
    }
    let broken = #expect(throws: StudyError.self) { _ = try read("schema: 1\ntables: [a, b\ntitle: x\n") }
    guard case .notYAML(let file, let line, _) = broken else {
      Issue.record("\(String(describing: broken))")
      return
    }
    #expect(file == "s/study.yml")
    #expect(line >= 2)
    #expect(throws: StudyError.self) { _ = try read("- a\n- b\n") }
    #expect(throws: StudyError.self) { _ = try read("just words\n") }
  }

  @Test("A control character is refused with its line, and is not printed")
  func controlCharacter() throws {
    let error = #expect(throws: StudyError.self) { _ = try read("schema: 1\ntitle: a\u{14}b\n") }
    let text = "\(String(describing: error ?? .noStudy(folder: "", reason: "")))"
    #expect(text.contains("s/study.yml, line 2: this is not YAML: control characters are not allowed"))
    #expect(!text.unicodeScalars.contains("\u{14}") && !text.contains("\n"))
    let key = #expect(throws: StudyError.self) { _ = try read("schema: 1\n\"ti\\etle\": a\n") }
    #expect(!"\(String(describing: key))".unicodeScalars.contains("\u{1B}"))
  }

  @Test("A key that stands twice within a table is refused with its name")
  func duplicateInside() throws {
    let text = SmallStudy.text.replacing("    unit: jobs\n", with: "    unit: jobs\n    unit: heads\n")
    let error = #expect(throws: StudyError.self) { _ = try read(text) }
    #expect("\(error.map { "\($0)" } ?? "")".contains("'unit' stands twice"))
  }

  @Test("Another schema is refused with both numbers")
  func otherSchema() throws {
    #expect(throws: StudyError.otherSchema(file: "s/study.yml", found: "2")) {
      _ = try read(SmallStudy.text.replacing("schema: 1", with: "schema: 2"))
    }
  }

  @Test("Every complaint ends in one stop or question mark")
  func endings() throws {
    for (right, wrong) in Self.mistypedKeys.map({ ($0.right, $0.wrong) })
      + Self.danglingNames.map({ ($0.right, $0.wrong) }) + Self.wrongValues.map({ ($0.right, $0.wrong) })
    {
      let error = #expect(throws: StudyError.self) {
        _ = try read(SmallStudy.text.replacing(right, with: wrong, maxReplacements: 1))
      }
      let text = error.map { "\($0)" } ?? ""
      #expect(text.hasSuffix(".") || text.hasSuffix("?"), "\(text)")
      #expect(!text.hasSuffix("?.") && !text.hasSuffix(".."), "\(text)")
    }
  }
}
