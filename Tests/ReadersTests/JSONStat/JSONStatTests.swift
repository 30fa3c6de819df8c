import Panels
import Readers
import Testing

@Suite struct JSONStatTests {
  static let dense = """
    {"version": "2.0", "class": "dataset", "label": "Jobs", "source": "An office", "updated": "2024-05-01",
     "id": ["geo", "activity", "time", "sex"], "size": [2, 2, 2, 1],
     "role": {"time": ["time"], "geo": ["geo"]},
     "dimension": {
       "geo": {"label": "Area", "category": {"index": {"02": 1, "01": 0},
         "label": {"01": "\\u00CEle", "02": "Bou\\u010dej, \\"east\\""}}},
       "activity": {"category": {"index": ["C26", "C27"]}},
       "time": {"category": {"index": ["2019", "2020"]}},
       "sex": {"category": {"label": {"T": "Total"}, "unit": {"T": {"decimals": 1}}}}},
     "value": [1.5, 2, null, 4, 5, null, 7, 0],
     "status": {"2": "Q", "3": "E", "5": "M", "6": "B"}, "extension": {"any": [1, {"x": null}]}}
    """

  static func read(_ text: String, _ options: PanelOptions = PanelOptions()) throws(ReadError) -> PanelReading
  {
    try readPanel(InputFile(text: text, name: "cube.json"), options)
  }

  static func error(_ text: String) -> String {
    do throws(ReadError) {
      _ = try read(text)
      return ""
    } catch {
      return error.description
    }
  }

  static func cell(_ panel: Panel, _ region: String, _ industry: String, _ period: String) throws -> Cell {
    panel[
      try panel.position(of: try #require(Period(period))),
      try #require(panel.regions.position(of: region)),
      try #require(panel.industries.position(of: industry))
    ]
  }

  @Test("A dense cube reads without options: roles, codes in their order, labels, statuses")
  func readsDense() throws {
    let reading = try Self.read(Self.dense)
    let panel = reading.panel
    #expect(reading.profile == .sdmx && reading.isProfileDetected)
    #expect(panel.regions.codes == ["01", "02"])
    #expect(panel.regions[0].name == "Île" && panel.regions[1].name == "Boučej, \"east\"")
    #expect(panel.periods == [Period(year: 2019), Period(year: 2020)])
    #expect(try Self.cell(panel, "01", "C26", "2019") == Cell(value: 1.5))
    #expect(try Self.cell(panel, "01", "C27", "2019").status == .suppressed)
    #expect(try Self.cell(panel, "01", "C27", "2020") == Cell(value: 4, status: .estimated))
    #expect(try Self.cell(panel, "02", "C26", "2020").status == .notApplicable)
    #expect(try Self.cell(panel, "02", "C27", "2019") == Cell(value: 7, status: .breakInSeries))
    #expect(try Self.cell(panel, "02", "C27", "2020") == Cell(value: 0))
    #expect(reading.provenance.contains("JSON-stat 2.0, geo (2) × activity (2) × time (2) × sex (1)"))
    #expect(reading.provenance.contains("An office"))
  }

  @Test("A sparse cube, the bundle of version 1 and a collection give the same panel")
  func readsOtherForms() throws {
    let panel = CellList(try Self.read(Self.dense).panel)
    let sparse = Self.dense.replacing(
      "[1.5, 2, null, 4, 5, null, 7, 0]",
      with: #"{"7": 0, "0": 1.5, "1": 2, "3": 4, "4": 5, "6": 7}"#
    )
    #expect(CellList(try Self.read(sparse).panel) == panel)
    let body = Self.dense.replacing(#""version": "2.0", "class": "dataset", "#, with: "")
    #expect(CellList(try Self.read(#"{"dataset": "# + body + "}").panel) == panel)
    let collection =
      #"{"version": "2.0", "class": "collection", "link": {"item": [{"class": "dataset", "href": "x"}, "#
      + Self.dense + "]}}"
    #expect(CellList(try Self.read(collection).panel) == panel)
    let listed = Self.dense.replacing(
      #"{"2": "Q", "3": "E", "5": "M", "6": "B"}"#,
      with: #"[null, "A", "Q", "E", "", "M", "B", null]"#
    )
    #expect(CellList(try Self.read(listed).panel) == panel)
  }

  @Test("One status holds for all numbers, and a category of which nothing is said stays on its axis")
  func sharedStatusAndSilentCategory() throws {
    let text = Self.dense.replacing("[1.5, 2, null, 4, 5, null, 7, 0]", with: #"{"0": 1.5, "1": 2}"#)
      .replacing(#"{"2": "Q", "3": "E", "5": "M", "6": "B"}"#, with: "\"P\"")
    let panel = try Self.read(text).panel
    #expect(panel.regions.codes == ["01", "02"] && panel.industries.codes == ["C26", "C27"])
    #expect(try Self.cell(panel, "01", "C26", "2019") == Cell(value: 1.5, status: .provisional))
    #expect(try Self.cell(panel, "02", "C27", "2020").status == .notAvailable)
  }

  @Test("Nomis and Eurostat speak in JSON-stat as in their CSV")
  func profiles() throws {
    let eurostat = Self.dense.replacing("An office", with: "ESTAT")
      .replacing(#"{"2": "Q", "3": "E", "5": "M", "6": "B"}"#, with: #"{"2": "c", "3": "bp", "6": "u"}"#)
    let european = try Self.read(eurostat)
    #expect(european.profile == .eurostat)
    #expect(try Self.cell(european.panel, "01", "C27", "2019").status == .suppressed)
    #expect(try Self.cell(european.panel, "02", "C27", "2019").status == .unreliable)
    let nomis = Self.dense.replacing("An office", with: "Nomis")
    let british = try Self.read(nomis)
    #expect(british.profile == .nomisAPI)
    #expect(try Self.cell(british.panel, "01", "C27", "2019").status == .suppressed)
  }

  @Test(
    "What is wrong with a cube is said with its place",
    arguments: [
      (#""size": [2, 2, 2, 1]"#, #""size": [2, 2, 3, 1]"#, "has 2 categories, but 'size' says 3"),
      (#""value": [1.5, "#, #""value": ["#, "'value' has 7 entries"),
      ("null, 7, 0]", "null, 7, 0", "needs ',' or ']' there"),
      (#""02": 1, "01": 0"#, #""02": 1, "01": 7"#, "01: 7"),
      (#"["C26", "C27"]"#, #"["C26", "C26"]"#, "has the code or position 'C26' twice"),
      (#""2": "Q""#, #""8": "Q""#, "position '8'"),
      (#""version": "2.0""#, #""version": "3.0""#, "version 3.0 is not read"),
      (#""class": "dataset""#, #""class": "dimension""#, "the class 'dimension'"),
      (#""size": [2, 2, 2, 1]"#, #""size": [2, 2000000000, 2000000000, 8]"#, "more cells than"),
      (#""geo": {"label""#, #""area": {"label""#, "'dimension.geo' must be there"),
    ]
  )
  func refusals(old: String, new: String, message: String) {
    let text = Self.dense.replacing(old, with: new)
    #expect(text != Self.dense)
    let error = Self.error(text)
    #expect(error.hasPrefix("'cube.json'") && error.contains(message), "\(error)")
  }

  @Test("Other JSON, a text that breaks off, and a web page are told apart")
  func otherFiles() {
    #expect(Self.error(#"{"error": "no such data set"}"#).contains("an object with 'error'"))
    #expect(Self.error(String(Self.dense.prefix(400))).contains("before the end. If the file breaks off"))
    #expect(Self.error("<!DOCTYPE html>\n<html><body>Busy</body></html>").contains("is a web page"))
  }

  @Test("A file is checked, read as text and cleaned through the one input of tables")
  func tableInput() throws {
    let input = TableInput.delimited(InputFile(text: Self.dense, name: "cube.json"))
    let report = try input.checked()
    #expect(report.rows == 8 && report.profile == .sdmx)
    let text = try input.text()
    #expect(text.header == ["geo", "geo_label", "activity", "time", "sex", "sex_label", "value", "status"])
    #expect(text.rows[2] == ["01", "Île", "C27", "2019", "T", "Total", "", "Q"])
    let untidy = try UntidyTable(InputFile(text: Self.dense, name: "cube.json"))
    #expect(untidy.rows.count == 8)
  }
}
