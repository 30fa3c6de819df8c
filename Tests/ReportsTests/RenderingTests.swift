import Panels
import Reports
import Studies
import Testing

@Suite("Findings in every format")
struct RenderingTests {
  private func text(_ findings: [Finding], _ format: OutputFormat) throws -> String {
    String(decoding: try render(findings, as: format), as: UTF8.self)
  }

  private func finding(_ id: String, _ rows: [ResultRow]) -> Finding {
    var finding = SampleFindings.decomposition()
    finding.id = id
    finding.table = Table(name: id, results: rows)
    return finding
  }

  private func row(_ measure: String, _ value: Double?, region: String? = nil, upper: Double? = nil)
    -> ResultRow
  {
    var row = ResultRow(measure: measure, value: value)
    row.region = region
    row.upper = upper
    return row
  }

  @Test("A single finding is its table, in the order of the vocabulary")
  func single() throws {
    let finding = finding("a", [row("lq", 0.1, region: "TLG3", upper: 0.25)])
    #expect(try text([finding], .csv) == "region,measure,value,upper\nTLG3,lq,0.1,0.25\n")
    #expect(try text([finding], .tsv) == "region\tmeasure\tvalue\tupper\nTLG3\tlq\t0.1\t0.25\n")
    #expect(
      try text([finding], .ndjson) == #"{"region":"TLG3","measure":"lq","value":0.1,"upper":0.25}"# + "\n"
    )
    #expect(
      try text([finding], .json)
        == "[\n" + #"  {"region":"TLG3","measure":"lq","value":0.1,"upper":0.25}"# + "\n]\n"
    )
  }

  @Test("Findings are stacked with the columns of all, and no name where rows can be told apart")
  func stacked() throws {
    let first = finding("a", [row("gini", 0.5)])
    let second = finding("b", [row("lq", 2, region: "TLG3", upper: 3)])
    #expect(try text([first, second], .csv) == "region,measure,value,upper\n,gini,0.5,\nTLG3,lq,2,3\n")
  }

  @Test("A column with the name of the finding stands first where rows could not be told apart")
  func named() throws {
    let first = finding("a", [row("gini", 0.5)])
    let second = finding("b", [row("gini", 0.25)])
    #expect(try text([first, second], .csv) == "finding,measure,value\na,gini,0.5\nb,gini,0.25\n")
  }

  @Test("A table with columns of its own is stacked behind the vocabulary, with names")
  func otherColumns() throws {
    var other = finding("b", [])
    other.table = Table(name: "b", columns: ["check", "value"], rows: [[.text("totals"), .integer(3)]])
    let csv = try text([finding("a", [row("gini", 0.5)]), other], .csv)
    #expect(csv == "finding,measure,value,check\na,gini,0.5,\nb,,3,totals\n")
  }

  @Test("A terminal gets the sentence, the table, then the notes")
  func terminal() throws {
    let finding = try SampleFindings.theil()
    let lines = try text([finding], .table).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first.map(String.init) == finding.sentence)
    let head = try #require(lines.firstIndex { $0.hasPrefix("industry") })
    let source = try #require(lines.firstIndex { $0.hasPrefix("Source: Office for National Statistics") })
    #expect(head < source)
    #expect(lines.contains { $0.hasPrefix("Definition, without CL (29-30): cannot tell (another answer)") })
    #expect(lines.contains { $0.hasPrefix("Again: hinterland concentration ") })
  }

  @Test("A Markdown document has a heading, a table and the command in a fence")
  func markdown() throws {
    let markdown = try text([SampleFindings.decomposition()], .markdown)
    #expect(markdown.hasPrefix("## Nine tenths of the rise happened within countries.\n"))
    #expect(
      markdown.contains("| within countries | theil_change | 0.031 |") || markdown.contains("| 1998-2022 |")
    )
    #expect(markdown.contains("```sh\nhinterland concentration "))
  }

  @Test(
    "SVG is the figure of the first finding that has one, with the command and the label of invented data"
  )
  func drawing() throws {
    let findings = [SampleFindings.decomposition(), try SampleFindings.theil()]
    let drawing = String(decoding: try render(findings, as: .svg, isInvented: true), as: UTF8.self)
    #expect(drawing.hasPrefix("<svg "))
    #expect(drawing.contains("Invented data: Albion does not exist"))
    #expect(drawing.contains("hinterland concentration"))
    #expect(throws: ReportError.noFigure(findings: ["theil-parts"])) {
      try render([SampleFindings.decomposition()], as: .svg)
    }
  }

  @Test("A workbook is a zip archive and the same bytes each time")
  func workbook() throws {
    let findings = try SampleFindings.all()
    let bytes = try render(findings, as: .xlsx)
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(try render(findings, as: .xlsx) == bytes)
  }

  @Test("A page of findings has no links to files and no parts of a study")
  func page() throws {
    let page = try HTMLReader.read(try text(SampleFindings.all(), .html))
    let targets = page.elements("a").compactMap { $0["href"] }
    #expect(targets.allSatisfy { $0.hasPrefix("#") })
    #expect(page.elements("section").count == 2)
    #expect(page.elements("figure").count == 10)
  }

  @Test("A page of findings holds all rows of a table that is too long for its figure")
  func longTable() throws {
    let page = try HTMLReader.read(try text([SampleFindings.industries()], .html))
    let counts = page.with(class: "numbers").map { $0.elements("tbody").first?.elements("tr").count }
    #expect(counts == [30, 100])
    #expect(page.elements("caption").first?.text.contains("The first 30 are shown, 70 more are not") == true)
  }

  @Test("Parquet is refused with what to do, and so is nothing at all")
  func refusals() throws {
    let finding = SampleFindings.decomposition()
    #expect(throws: ReportError.needsEngine(.parquet)) { try render([finding], as: .parquet) }
    #expect("\(ReportError.needsEngine(.parquet))".contains("needs an engine"))
    for format in OutputFormat.allCases {
      #expect(throws: ReportError.nothingFound(format)) { try render([], as: format) }
    }
  }

  @Test(
    "A file name says its format",
    arguments: zip(
      [
        "a.csv", "out/b.TSV", "c.d.json", "x.ndjson", "x.jsonl", "x.md", "x.txt", "x.html", "x.svg", "x.xlsx",
        "x.parquet",
      ],
      [
        OutputFormat.csv, .tsv, .json, .ndjson, .ndjson, .markdown, .table, .html, .svg, .xlsx, .parquet,
      ]
    )
  )
  func fileNames(name: String, format: OutputFormat) {
    #expect(OutputFormat(fileName: name) == format)
  }

  @Test(
    "A name without a known ending says no format",
    arguments: ["csv", "a.doc", "folder.csv/name", "", "a."]
  )
  func otherNames(name: String) {
    #expect(OutputFormat(fileName: name) == nil)
  }
}
