import Fetching
import Foundation
import Testing

/// A typical call of each source.
let typicalCalls: [(source: String, choice: [String: [String]])] = [
  ("nomis-bres", ["year": ["2023"]]),
  ("nomis-enterprises", ["year": ["2022,2023"], "geography": ["E12000003"], "industry": ["section"]]),
  ("nomis-local-units", ["year": ["2023"], "size": ["large"], "industry": ["total"]]),
  ("nomis-census", ["geography": ["LAD2023"]]),
  ("nomis-areas", ["geography": ["ITL2,ITL3"]]),
  ("ons-regional-gva", [:]),
  ("ons-jobs05", ["release": ["sep2024"], "version": ["v40"]]),
  ("ons-boundaries", ["areas": ["ITL3-2025"]]),
  ("ons-lookups", ["lookup": ["LAD22_LAD23_CHANGES_LU"], "layer": ["1"]]),
  ("eurostat-gva", ["year": ["2019-2022"], "geography": ["DE21,FR"]]),
  ("eurostat-employment", ["year": ["2022"], "industry": ["manufacturing"]]),
  ("eurostat-gdp", ["year": ["2022"], "unit": ["pps-per-head"]]),
  ("eurostat-research-spending", ["year": ["2021"], "sector": ["business"]]),
  ("eurostat-research-personnel", ["year": ["2021"], "unit": ["heads"]]),
  ("eurostat-business", ["year": ["2021"], "industry": ["C26,C27"]]),
  ("us-cbp", ["year": ["2021,2022"], "geography": ["county"], "key": ["0123456789abcdef"]]),
  ("us-qcew", ["year": ["2023"], "industry": ["31-33,10"]]),
  ("us-bea", ["year": ["2021-2022"], "line": ["1,12"], "key": ["SECRET-KEY-OF-36-LETTERS"]]),
  ("oecd-regional-gva", ["year": ["2015-2020"], "level": ["TL3"]]),
]

@Suite struct CatalogueFormTests {
  @Test("Every source says what it is, on what terms, and what was not seen in documentation")
  func fields() throws {
    #expect(Set(Catalogue.sources.map(\.name)).count == Catalogue.sources.count)
    #expect(Catalogue.sources.map(\.name) == typicalCalls.map(\.source))
    for source in Catalogue.sources {
      for text in [source.title, source.publisher, source.holds, source.licence.name, source.caution ?? ""] {
        #expect(text.count > 3, "\(source.name)")
      }
      #expect(source.attribution.contains("{retrieved}"), "\(source.name)")
      for address in [source.documentation, source.licence.address, source.service.base] {
        let parsed = try #require(URLComponents(string: address), "\(source.name)")
        #expect(parsed.scheme == "https" && parsed.host?.contains(".") == true, "\(source.name): \(address)")
      }
      #expect(!source.service.base.hasSuffix("/"))
      for parameter in source.parameters {
        #expect(
          !parameter.meaning.isEmpty && !parameter.domainText.isEmpty,
          "\(source.name) \(parameter.name)"
        )
        for text in parameter.standard ?? [] {
          #expect(throws: Never.self) {
            try source.arguments([parameter.name: [text]].merging(needed(source)) { first, _ in first })
          }
        }
      }
      if case .recalled(let facts) = source.evidence {
        #expect(!facts.contains("nothing was noted"), "\(source.name)")
      }
    }
  }

  /// What must be given, from the typical call.
  private func needed(_ source: OfficialSource) -> [String: [String]] {
    typicalCalls.first { $0.source == source.name }?.choice ?? [:]
  }

  @Test("The addresses of a typical call parse, are of the declared host and hold nothing unfilled")
  func addresses() throws {
    for (name, choice) in typicalCalls {
      let source = try Catalogue.source(named: name)
      let addresses = try source.plan(source.arguments(choice)).addresses(of: source.service)
      #expect(!addresses.isEmpty)
      let host = URLComponents(string: source.service.base)?.host
      for address in addresses {
        let parsed = try #require(URLComponents(string: address), "\(address)")
        #expect(parsed.scheme == "https" && parsed.host == host)
        #expect(!address.contains { "{}<> \"".contains($0) }, "\(address)")
      }
    }
  }

  @Test("The addresses of a typical call are these")
  func snapshot() throws {
    var lines: [String] = []
    for (name, choice) in typicalCalls {
      let source = try Catalogue.source(named: name)
      lines.append(name)
      lines += try source.plan(source.arguments(choice)).addresses(of: source.service).map { "  \($0)" }
    }
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Snapshots/catalogue-addresses.txt")
    if ProcessInfo.processInfo.environment["HINTERLAND_RECORD"] != nil {
      try (lines.joined(separator: "\n") + "\n").write(to: path, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(lines == expected, "\(lines.joined(separator: "\n"))")
  }

  @Test("A table asked for has the columns that are expected of the answer")
  func columns() throws {
    for (name, choice) in typicalCalls {
      let source = try Catalogue.source(named: name)
      let plan = try source.plan(source.arguments(choice))
      guard let table = plan.table, !plan.expectation.columns.isEmpty else { continue }
      let used = [
        table.region, table.regionName, table.industry, table.industryTitle, table.period, table.value,
        table.status,
      ]
      for column in used.compactMap(\.self) + table.keep.map(\.column) {
        #expect(plan.expectation.columns.contains(column), "\(name): \(column)")
      }
      #expect(Set(plan.expectation.numbers).isSubset(of: plan.expectation.columns), "\(name)")
    }
  }
}

@Suite struct CatalogueErrorTests {
  /// The words of what is refused, or the addresses of what is not.
  private func answer(_ name: String, _ choice: [String: [String]]) -> String {
    do {
      let source = try Catalogue.source(named: name)
      return try source.plan(source.arguments(choice)).addresses(of: source.service).joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  @Test("A wrong parameter, a year out of range and unknown areas are named, with what is taken")
  func named() {
    let years = answer("us-cbp", ["year": ["2009"]])
    #expect(years.contains("--year of us-cbp does not take '2009'") && years.contains("2017 to 2030"))
    let areas = answer("nomis-enterprises", ["year": ["2023"], "geography": ["ITL4"]])
    #expect(areas.contains("'ITL4'") && areas.contains("ITL2") && areas.contains("GSS code"))
    let parameter = answer("eurostat-gdp", ["years": ["2020"]])
    #expect(parameter.contains("no parameter --years") && parameter.contains("--year"))
    #expect(answer("eurostat-gva", ["year": ["2020"], "geography": ["Bavaria"]]).contains("NUTS such as DE"))
    #expect(answer("ons-jobs05", ["release": ["2024"]]).contains("a month and year such as sep2024"))
    #expect(answer("ons-boundaries", ["areas": ["ITL2"]]).contains("ITL2-2025"))
    #expect(answer("us-bea", ["year": ["2020"]]).contains("us-bea needs --key"))
    #expect(answer("eurostat-gdq", [:]).contains("did you mean"))
  }

  @Test("Choices that do not go together say why")
  func together() {
    let gap = answer("eurostat-gva", ["year": ["2015,2018"]])
    #expect(gap.contains("--year 2015,2018") && gap.contains("2015-2018"))
    #expect(answer("oecd-regional-gva", ["year": ["2015,2018"]]).contains("span without a gap"))
    let both = answer("us-qcew", ["year": ["2023"], "industry": ["10"], "area": ["US000"]])
    #expect(both.contains("--area US000") && both.contains("--industry"))
  }

  @Test("A key is in no printed address and in no message")
  func keys() {
    for (name, choice) in [("us-bea", ["year": ["2022"]]), ("us-cbp", ["year": ["2022"]])] {
      let printed = answer(name, choice.merging(["key": ["0a1b2c3d4e5f"]]) { first, _ in first })
      #expect(printed.contains("KEY") && !printed.contains("0a1b2c3d4e5f"), "\(printed)")
      let wrong = answer(name, choice.merging(["key": ["wrong key !"]]) { first, _ in first })
      #expect(wrong.contains("--key") && !wrong.contains("wrong key !"), "\(wrong)")
    }
  }
}

@Suite struct CataloguePageTests {
  @Test("The page of sources in the documentation is what the catalogue says")
  func page() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Documentation/SOURCES.md").path
    if ProcessInfo.processInfo.environment["HINTERLAND_RECORD"] != nil {
      try Catalogue.page.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let found = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      found == Catalogue.page,
      "Write it anew: HINTERLAND_RECORD=1 swift test --filter CataloguePage"
    )
  }
}
