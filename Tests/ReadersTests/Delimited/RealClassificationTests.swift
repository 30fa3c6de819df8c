import Panels
import Readers
import Testing

@Suite(.enabled(if: RealTables.arePresent, "official tables are not beside the package"))
struct RealClassificationTests {
  @Test("The built-in SIC 2007 has the codes, parents and titles of the published structure")
  func structure() throws {
    let sic = try Classification.builtIn("SIC 2007")
    let table = try TextTable(RealTables.file("classifications/uk_sic2007_structure.csv"))
    #expect(table.rows.count == sic.entries.count)
    for (row, entry) in zip(table.rows, sic.entries) {
      #expect(row[0] == entry.level && row[1] == entry.code)
      let title = row[2].split(separator: " ").joined(separator: " ")
      #expect(entry.title == title || (entry.level == "section" && entry.title.uppercased() == title))
    }
  }

  @Test(
    "Every code of the open-access BRES list is known, and lies in the section and division that the list says"
  )
  func bres() throws {
    let sic = try Classification.builtIn("SIC 2007")
    let table = try TextTable(RealTables.file("uk_bres_itl2_sic5/sic5_lookup.csv"))
    let section = try #require(table.column("section"))
    let division = try #require(table.column("division"))
    #expect(table.rows.count == 729)
    for row in table.rows {
      #expect(sic.knows(row[0]), "\(row[0])")
      #expect(sic.ancestor(ofNearest: row[0], at: "section") == row[section], "\(row[0])")
      #expect(sic.ancestor(ofNearest: row[0], at: "division") == row[division], "\(row[0])")
      #expect(sic.ancestor(ofNearest: row[0], at: "subclass") != nil, "\(row[0])")
    }
  }
}
