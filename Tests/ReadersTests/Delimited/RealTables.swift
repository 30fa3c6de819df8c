import Foundation
import Panels
import Readers
import Testing

/// The official tables that tests read in place.
enum RealTables {
  /// The folder, from HINTERLAND_DATA or beside the package.
  static let folder =
    ProcessInfo.processInfo.environment["HINTERLAND_DATA"]
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data").path

  /// Whether they are here.
  static var arePresent: Bool { FileManager.default.fileExists(atPath: folder + "/README.md") }

  /// One of them.
  static func file(_ name: String) -> InputFile { InputFile(folder + "/" + name, name: name) }
}

@Suite(.enabled(if: RealTables.arePresent, "official tables are not beside the package"))
struct RealTableTests {
  @Test("GVA of ITL2 sections reads with its published totals, which add to what the table's notes say")
  func gva() throws {
    var options = PanelOptions(region: "itl_code", industry: "sic07_code", period: "year", value: "gva_gbp_m")
    options.regionName = "region_name"
    options.industryTitle = "sic07_name"
    options.filters = [ColumnFilter(column: "measure", value: "current")]
    options.levelColumn = "sic_level"
    options.level = "section"
    options.total = "Total"
    let reading = try readPanel(RealTables.file("uk_gva_itl_industry/gva_itl2.csv.gz"), options)
    let panel = reading.panel
    #expect(reading.rowsRead == 192_864)
    #expect(reading.rowsKept == 20_500 + 1_025)
    #expect(reading.absentCells == 0 && reading.duplicateRows == 0)
    #expect(panel.periods.count == 25)
    #expect(panel.regions.count == 41)
    #expect(panel.industries.count == 20)
    let year = try panel.position(of: Period(year: 2021))
    let totals = try #require(panel.regionTotals)
    let sum = totals.sum(of: (0..<41).map { year * 41 + $0 })
    // README of the table: ITL2 2021 (2024 release) sums to 2,034,53x.
    #expect((2_034_530...2_034_539).contains(sum.value ?? 0))
    for period in panel.periods.indices {
      let byRegion = panel.byRegion(sumOf: Array(panel.industries.indices), period: period)
      for region in panel.regions.indices {
        // README of the table: sections add to Total within GBP 5 million.
        let total = totals[period * 41 + region].value ?? .nan
        #expect(abs((byRegion[region].value ?? .nan) - total) <= 5)
      }
    }
  }

  @Test("BRES reads whole: 40 regions, 729 classes, 7 years, every number within its rounding bounds")
  func bres() throws {
    var options = PanelOptions(region: "itl2_code", industry: "sic5", period: "year", value: "employment")
    options.rounding = .bres(.inferred)
    let reading = try readPanel(
      RealTables.file("uk_bres_itl2_sic5/bres_itl2_sic5_2015_2021.csv.gz"),
      options
    )
    #expect(reading.rowsKept == 204_120)
    #expect(reading.panel.cells.count == 204_120)
    #expect(reading.panel.industries[0].code == "01000")
    let lower = try #require(reading.panel.cells.lower)
    let upper = try #require(reading.panel.cells.upper)
    let isWithin = reading.panel.cells.values.indices.allSatisfy {
      reading.panel.cells.values[$0].isNaN
        || lower[$0] <= reading.panel.cells.values[$0] && reading.panel.cells.values[$0] <= upper[$0]
    }
    #expect(isWithin)
    let first = reading.panel.cells.values[..<(40 * 729)].filter { !$0.isNaN }.reduce(0, +)
    // README of the table: 29.7 million in 2015.
    #expect((29_650_000..<29_750_000).contains(first))
  }

  @Test("County Business Patterns: every withheld number has the bounds of its size flag")
  func countyBusinessPatterns() throws {
    var options = PanelOptions(value: "employment")
    options.filters = [
      ColumnFilter(column: "level", value: "2"), ColumnFilter(column: "year", value: "2000"),
    ]
    let reading = try readPanel(
      RealTables.file("us_cbp_state_naics/cbp_state_naics_2000_2011.csv.gz"),
      options
    )
    #expect(reading.profile == .us)
    let cells = reading.panel.cells
    let hidden = (0..<cells.count).filter { cells[$0].status == .suppressed }
    #expect(!hidden.isEmpty && hidden.allSatisfy { cells[$0].value == nil && cells[$0].bounds.upper > 0 })
    #expect(hidden.allSatisfy { cells[$0].bounds.upper.isFinite })
  }
}

extension RealTableTests {
  @Test("Every official table can be checked and says where it stands")
  func checkAll() throws {
    for name in RealTables.delimited {
      let report = try check(RealTables.file(name))
      if ProcessInfo.processInfo.environment["SHOW"] != nil {
        print("==", name, report.columns.map { "\($0.column):\($0.role)" }.joined(separator: " "))
        for finding in report.findings {
          print(finding.severity, "|", finding.title, "|", finding.detail, "|", finding.advice)
        }
      }
      #expect(report.rows > 0)
    }
  }
}

extension RealTables {
  /// The names of all delimited tables of less than 1.5 megabytes.
  static var delimited: [String] {
    let names = (FileManager.default.enumerator(atPath: folder)?.allObjects ?? [])
      .compactMap { $0 as? String }
    return
      names.filter { name in
        let size =
          (try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.size]) as? Int ?? 0
        return (name.hasSuffix(".csv") || name.hasSuffix(".csv.gz")) && size < 1_500_000
      }
      .sorted()
  }
}
