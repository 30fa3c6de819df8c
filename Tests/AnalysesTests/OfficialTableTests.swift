import Foundation
import Panels
import Readers
import Testing

@Suite(.enabled(if: OfficialTables.arePresent, "official tables are not beside the package"))
struct OfficialTableTests {
  private func gva(_ level: String) throws -> Panel {
    var options = PanelOptions(region: "itl_code", industry: "sic07_code", period: "year", value: "gva_gbp_m")
    options.filters = [ColumnFilter(column: "measure", value: "current")]
    options.total = "Total"
    options.rounding = .nearest(1)
    return try readPanel(OfficialTables.file("uk_gva_itl_industry/gva_\(level).csv.gz"), options).panel
  }

  @Test("GVA of the ITL3 regions adds to that of the ITL2 regions in every year, within rounding")
  func levelsAgree() throws {
    let (coarse, fine) = (try gva("itl2"), try gva("itl3"))
    #expect((coarse.regions.count, fine.regions.count) == (41, 179))
    for year in 1998...2022 {
      func total(_ panel: Panel) throws -> Double {
        let activity = try panel.activityByRegion(period: panel.position(of: Period(year: year)))
        return try #require(activity.sum(of: panel.regions.indices).value)
      }
      #expect(try (total(coarse) - total(fine)).magnitude <= Double(41 + 179) / 2, "\(year)")
    }
  }

  @Test("The official two-digit weights of SIC 2003 code 24 do not add to 1, and are refused by name")
  func brokenWeights() throws {
    #expect(throws: PanelError.weightsDoNotAdd(code: "24", sum: 1.0008006150056885)) {
      _ = try Concordance(name: "SIC 2003 to SIC 2007, divisions", links: weights(digits: "2"))
    }
  }

  /// The weights by employment from SIC 2003 to SIC 2007 for codes of a length.
  private func weights(digits wanted: String) throws -> [Concordance.Link] {
    let table = try TextTable(OfficialTables.file("classifications/uk_sic2003_sic2007_weighted.csv"))
    func column(_ name: String) throws -> Int { try table.requireColumn(name, role: "weights") }
    let (direction, unit, digits) = (try column("direction"), try column("unit"), try column("digits"))
    let (from, to, weight) = (try column("from_code"), try column("to_code"), try column("w_employment"))
    let rows = table.rows.filter {
      $0[direction] == "sic2003_to_sic2007" && $0[unit] == "RU" && $0[digits] == wanted
    }
    return try rows.map {
      Concordance.Link(from: $0[from], to: $0[to], weight: try #require(Double($0[weight])))
    }
  }

  @Test("Employment moved from SIC 2003 to SIC 2007 by the official weights keeps its total")
  func weightedConcordance() throws {
    let links = try weights(digits: "5")
    let concordance = try Concordance(name: "SIC 2003 to SIC 2007 by employment", links: links)
    let codes = links.map(\.from).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    #expect(codes.count > 600)
    let panel = try Panel(
      variable: Variable(name: "employment", unit: "jobs"),
      periods: [Period(year: 2007)],
      regions: Axis([Region(code: "GB")]),
      industries: Axis(codes.map { Industry(code: $0) }),
      cells: CellPlane(codes.indices.map { Cell(value: Double(1000 + 37 * $0)) })
    )
    let (converted, notice) = try panel.converted(by: VintageStep(concordance), along: .industries)
    #expect(notice.codes(.lost).isEmpty)
    let before = panel.cells.values.reduce(0, +)
    let after = converted.cells.values.reduce(0, +)
    #expect((before - after).magnitude <= 1e-12 * before)
  }

  @Test("State employment of 2011 moves from NAICS 2007 to 2012: two codes split, and nothing else is lost")
  func naics() throws {
    var options = PanelOptions(region: "state_fips", industry: "naics", period: "year", value: "employment")
    options.variable = Variable(name: "employment", unit: "persons")
    options.filters = [
      ColumnFilter(column: "year", value: "2011"), ColumnFilter(column: "level", value: "6"),
    ]
    let file = OfficialTables.file("us_cbp_state_naics/cbp_state_naics_2000_2011.csv.gz")
    let panel = try readPanel(file, options).panel
    let name = OfficialTables.folder + "/classifications/naics2007_naics2012.csv"
    let strict = try Lookup(LookupSpecification(file: name))
    #expect(throws: LookupError.self) { _ = try strict.step(for: panel.industries.codes) }
    var specification = LookupSpecification(file: name)
    specification.splitsEqually = true
    specification.unlisted = .keep
    let step = try Lookup(specification).step(for: panel.industries.codes)
    let (converted, notice) = try panel.converted(by: step, along: .industries)
    #expect(notice.codes(.split) == ["221119", "334119"])
    let share = try #require(notice.share(.split))
    #expect(share > 0 && share < 0.01)
    // A merged cell with a withheld part has no value; what is known of it stays as its lower bound.
    func held(_ panel: Panel) -> Double {
      (0..<panel.cells.count)
        .reduce(0) { sum, position in
          let value = panel.cells.values[position]
          return sum + (value.isNaN ? panel.cells.lower?[position] ?? 0 : value)
        }
    }
    let before = held(panel)
    #expect(before > 1e7)
    // Only parts of split codes have no lower bound: where one meets a withheld cell, what it may hold is not counted.
    let missing = before - held(converted)
    #expect(missing >= -1e-12 * before && missing <= share * before)
    #expect(converted.regions == panel.regions)
  }

  @Test("Rates by NUTS region are refused where regions would be merged, and renamed where each has one code")
  func rates() throws {
    let rate = try Panel(
      variable: Variable(name: "research and development", unit: "percentage of GDP"),
      periods: [Period(year: 2016)],
      regions: Axis([Region(code: "UKC1"), Region(code: "UKC2")]),
      industries: Axis([Industry(code: "all")]),
      cells: CellPlane(exactly: [1.5, 2.5])
    )
    func step(_ second: String) throws -> VintageStep {
      VintageStep(
        try Concordance(
          name: "NUTS to ITL",
          links: [.init(from: "UKC1", to: "TLC1", weight: 1), .init(from: "UKC2", to: second, weight: 1)]
        )
      )
    }
    #expect(throws: VintageError.self) { _ = try rate.converted(by: step("TLC1"), along: .regions) }
    let renamed = try rate.converted(by: step("TLC2"), along: .regions).panel
    #expect(renamed.cells == rate.cells)
    #expect(renamed.regions.codes == ["TLC1", "TLC2"])
  }
}

/// The official tables that tests read in place.
enum OfficialTables {
  /// The folder, from HINTERLAND_DATA or beside the package.
  static let folder: String = {
    if let told = ProcessInfo.processInfo.environment["HINTERLAND_DATA"] { return told }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appendingPathComponent("shared/data").path
  }()

  /// Whether they are here.
  static var arePresent: Bool { FileManager.default.fileExists(atPath: folder + "/README.md") }

  /// One of them.
  static func file(_ name: String) -> InputFile { InputFile(folder + "/" + name, name: name) }
}
