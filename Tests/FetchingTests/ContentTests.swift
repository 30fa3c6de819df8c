import Fetching
import Readers
import Testing

@Suite struct ContentTests {
  /// What a fetch makes of one answer.
  private func outcome(
    of body: String,
    _ source: OfficialSource = Fetches.source(),
    type: String = "text/csv"
  )
    async throws -> Outcome
  {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .text(body, type: type)
      } _: { server in
        try await Fetches.run(source, from: server, cache: folder)
      }
    }
  }

  @Test("A web page where a table was asked for is named, with its words")
  func webPage() async throws {
    let found = try await outcome(
      of: "\n<!DOCTYPE html><html><title>Sorry</title><p>Down for\nrepair</p></html>"
    )
    #expect(found.message.contains("was answered with a web page (HTML), CSV is needed"), "\(found.message)")
    #expect(found.message.hasSuffix("It begins: 'Sorry Down for repair'"), "\(found.message)")
  }

  @Test("An error in JSON, or XML, where CSV was asked for is named")
  func otherKinds() async throws {
    let json = try await outcome(of: "{\"error\":\"no such dataset\"}")
    #expect(json.message.contains("JSON, CSV is needed. It begins: '{\"error\":\"no such dataset\"}'"))
    let xml = try await outcome(of: "<?xml version='1.0'?><error>no</error>")
    #expect(xml.message.contains("XML, CSV is needed"))
  }

  @Test("A changed header names what is missing and what is new, and keeps nothing")
  func changedHeader() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .text("area_code,value,note\nA,1,\n")
      } _: { server in
        let found = try await Fetches.run(Fetches.source(), from: server, cache: folder)
        #expect(
          found.message.contains(
            "has no column code; new is area_code and note. The publisher has changed it"
          ),
          "\(found.message)"
        )
        let cached = try await Fetches.run(Fetches.source(), from: server, cache: folder) {
          $0.isOffline = true
        }
        #expect(cached.file == nil)
      }
    }
  }

  @Test("A column that is new is said, and kept")
  func newColumn() async throws {
    let found = try await outcome(of: "code,value,note\nA,1,x\n")
    #expect(found.file?.newColumns == ["note"])
    #expect(found.text == "code,value,note\nA,1,x\n")
  }

  @Test("Text where a number should be is found, with row, column and how many more")
  func textForNumber() async throws {
    let found = try await outcome(of: "code,value\nA,1\nB,n/a\nC,!\nD,\nE,nan\n")
    #expect(found.message.contains("Row 3, column value of http"), "\(found.message)")
    #expect(
      found.message.contains("holds 'n/a', a number is needed; so do 1 further rows. Nothing was kept.")
    )
    let marked = try await outcome(of: "code,value\nA,-1.5e3\nC,!\nD,\n")
    #expect(marked.error == nil)
  }

  @Test("A row of other length is found with its place")
  func unevenRow() async throws {
    let found = try await outcome(of: "code,value\nA,1\nB,2,3\n")
    #expect(found.message.contains("Row 3 of http"), "\(found.message)")
    #expect(found.message.contains("has 3 cells, the header has 2"))
  }

  @Test("A code that was asked for and did not come is named with codes near it")
  func movedCode() async throws {
    let expectation = Fetching.Expectation(
      columns: ["code", "value"],
      codes: [.init(column: "code", asked: ["E07000097", "E08000019"], parameter: "geography")]
    )
    let source = Fetches.source(expectation: expectation)
    let found = try await outcome(of: "code,value\nE07000242,1\nE08000019,2\n", source)
    #expect(
      found.message.hasPrefix(
        "1 of 2 codes asked for by --geography did not come: E07000097 (near it: E07000242). A code ends when"
      ),
      "\(found.message)"
    )
  }

  @Test("A table without a row, and an empty answer, are no answer")
  func noRecords() async throws {
    for body in ["code,value\n", ""] {
      let found = try await outcome(of: body)
      #expect(found.message.contains("was answered with no record"), "\(found.message)")
    }
    let allowed = Fetches.source(expectation: Fetching.Expectation(columns: ["code"], mayBeEmpty: true))
    let empty = try await outcome(of: "code,value\n", allowed)
    #expect(empty.text == "code,value\n")
  }

  @Test("Lists and records in JSON become CSV; what a service complains of is told")
  func jsonRecords() async throws {
    let rows = Fetches.source(format: .jsonRows)
    let table = try await outcome(of: "[[\"code\",\"value\"],[\"01, a\",5],[\"0\\\"2\",null]]", rows)
    #expect(table.text == "code,value\n\"01, a\",5\n\"0\"\"2\",\n")
    let records = Fetches.source(format: .jsonRecords(path: ["features"], member: "attributes"))
    let features = try await outcome(
      of:
        "{\"features\":[{\"attributes\":{\"code\":\"A\",\"value\":1.5}},{\"attributes\":{\"value\":2,\"code\":\"B\"}}]}",
      records
    )
    #expect(features.text == "code,value\nA,1.5\nB,2\n")
    let complaint = try await outcome(
      of: "{\"error\":{\"code\":400,\"message\":\"Invalid query\",\"details\":[\"'x' is no field\"]}}",
      records
    )
    #expect(
      complaint.message.contains("the service says: Invalid query; 'x' is no field"),
      "\(complaint.message)"
    )
    let other = try await outcome(of: "{\"value\":[],\"id\":[]}", records)
    #expect(other.message.contains("it has no 'features' where records should be, but: value, id"))
  }

  @Test("JSON and files are kept as they come, if they are what they should be")
  func asTheyCome() async throws {
    let json = Fetches.source(format: .json)
    let whole = try await outcome(of: "{\"version\": \"2.0\"}", json)
    #expect(whole.text == "{\"version\": \"2.0\"}")
    let cut = try await outcome(of: "{\"version\": ", json)
    #expect(cut.message.contains("cannot be read"))
    let book = try await outcome(of: "code,value\n", Fetches.source(format: .file(.xlsx)))
    #expect(book.message.contains("a workbook (.xlsx) is needed"))
    let archive = try await outcome(
      of: "PK\u{3}\u{4}broken",
      Fetches.source(format: .zippedCSV(ending: ".csv"))
    )
    #expect(archive.message.contains("cannot be read"))
  }
}
