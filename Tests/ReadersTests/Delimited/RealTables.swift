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
