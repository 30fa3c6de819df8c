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
  @Test("GVA of ITL2 regions reads with its totals, its two names of TLK1 and its three negative values")
  func gva() throws {
    var options = PanelOptions(region: "itl_code", industry: "sic07_code", period: "year", value: "gva_gbp_m")
    options.regionName = "region_name"
    options.industryTitle = "sic07_name"
    options.filters = [ColumnFilter(column: "measure", value: "current")]
    options.total = "Total"
    let reading = try readPanel(RealTables.file("uk_gva_itl_industry/gva_itl2.csv.gz"), options)
    print(reading.summary.joined(separator: "\n"))
    #expect(reading.rowsRead == 192_864)
    #expect(reading.panel.periods.count == 25)
    #expect(reading.panel.regions.count == 41)
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
  /// The names of all delimited tables.
  static var delimited: [String] {
    let names = (FileManager.default.enumerator(atPath: folder)?.allObjects ?? [])
      .compactMap { $0 as? String }
    return names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".csv.gz") }.sorted()
  }
}
