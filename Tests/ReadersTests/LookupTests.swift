import Panels
import Readers
import Testing

@Suite struct LookupTests {
  private func table(_ header: [String], _ rows: [[String]]) -> TextTable {
    TextTable(name: "lookup.csv", cells: [header] + rows)
  }

  private func message(_ text: String, _ table: TextTable, for codes: [String]) -> String {
    do {
      _ = try Lookup(LookupSpecification(text), table: table).step(for: codes)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test("Columns are found by the years in their names, the older one first, and names come along")
  func dated() throws {
    let rows = [["TLC3", "New North", "TLC1", "North"], ["TLC3", "New North", "TLC2", "South"]]
    let found = try Lookup(
      LookupSpecification("lookup.csv"),
      table: table(["ITL225CD", "ITL225NM", "ITL221CD", "ITL221NM"], rows)
    )
    #expect(found.name == "lookup.csv (ITL221CD to ITL225CD)")
    let step = try found.step(for: ["TLC1", "TLC2"])
    #expect(step.concordance.links(from: "TLC2").map(\.to) == ["TLC3"])
    #expect(step.names == ["TLC3": "New North"])
    for header in [["sic2003", "sic2007"], ["sic80", "sic92"], ["NUTS16CD", "ITL21CD"], ["from", "to"]] {
      let lookup = try Lookup(LookupSpecification("f"), table: table(header, [["a", "b"]]))
      #expect(lookup.name == "f (\(header[0]) to \(header[1]))")
    }
  }

  @Test("A specification is read and written again, commas in values included")
  func specification() throws {
    let text = "a b.csv:from=x,to=y, z,weight=w,basis=jobs, 2008,where=unit=RU,renormalize=true,other=drop"
    let read = try LookupSpecification(text)
    #expect(read.file == "a b.csv")
    #expect(read.to == "y, z")
    #expect(read.basis == "jobs, 2008")
    #expect(read.conditions == [ColumnFilter(column: "unit", value: "RU")])
    #expect(try LookupSpecification(read.text) == read)
    #expect(throws: LookupError.self) { try LookupSpecification("a.csv:form=x") }
    #expect(throws: LookupError.self) { try LookupSpecification("a.csv:from=x,split=half") }
  }

  @Test("Weights that do not add to 1 are refused, or scaled on request and said so")
  func sums() throws {
    let rows = [["24", "20", "0.6"], ["24", "21", "0.4008"], ["25", "22", "1"]]
    let lookup = table(["from", "to", "weight"], rows)
    #expect(
      message("l", lookup, for: ["24", "25"])
        == "The weights of code '24' in 'lookup.csv' add to 1.0008, not to 1 within 0.000001. Mend them, or have them "
        + "scaled with --renormalize."
    )
    #expect(message("l", lookup, for: ["25"]) == "no error")
    let step = try Lookup(LookupSpecification("l:renormalize=true"), table: lookup).step(for: ["24"])
    #expect((step.concordance.links(from: "24")[0].weight - 0.6 / 1.0008).magnitude < 1e-15)
    #expect(step.remarks == ["weights of 1 code scaled to add to 1 (first: 24, which add to 1.0008)"])
  }

  @Test("A split without weights is refused, or into equal shares on request")
  func unweighted() throws {
    let lookup = table(["from", "to"], [["a", "x"], ["a", "y"], ["a", "y"]])
    #expect(
      message("l", lookup, for: ["a"])
        .hasPrefix("'lookup.csv' splits 1 of the table's codes and has no weights: a.")
    )
    let step = try Lookup(LookupSpecification("l:split=equal"), table: lookup).step(for: ["a"])
    #expect(step.concordance.links(from: "a").map(\.weight) == [0.5, 0.5])
    #expect(step.basis == "equal shares")
    #expect(step.remarks == ["1 rows of the lookup repeat others"])
  }

  @Test("Duplicates, negative weights, texts, empty lookups and unclear columns are worded")
  func bad() {
    let header = ["from", "to", "weight"]
    #expect(
      message("l", table(header, [["a", "x", "0.5"], ["a", "x", "0.5"]]), for: ["a"])
        == "'lookup.csv' rows 2 and 3 both lead from 'a' to 'x'. Keep one, or name what tells them apart with "
        + "where=COLUMN=VALUE."
    )
    #expect(message("l", table(header, [["a", "x", "-1"]]), for: ["a"]).contains("value '-1': negative."))
    #expect(
      message("l", table(header, [["a", "x", "most"]]), for: ["a"]).contains("value 'most': no number.")
    )
    #expect(message("l", table(header, []), for: ["a"]).hasPrefix("The lookup 'lookup.csv' has no rows"))
    #expect(
      message("l", table(["LAD21CD", "ITL321CD", "x"], [["a", "b", "c"]]), for: ["a"])
        .contains("These look like codes: LAD21CD, ITL321CD. Name them with from=COLUMN,to=COLUMN.")
    )
  }
}
