import Readers
import Studies
import Testing

@Suite struct RunManifestTests {
  private let manifest = RunManifest(
    version: "0.1.0",
    command: ["report", "a study", "--data", "tables"],
    requests: [
      Request(analysis: "shares", arguments: ["--table", "jobs", "--group", "old \"places\""]),
      Request(analysis: "concentration", arguments: []),
    ],
    inputs: [
      RunManifest.Input(name: "a study/study.yml", sha256: String(repeating: "a", count: 64), rows: nil),
      RunManifest.Input(name: "tables/jobs.csv", sha256: String(repeating: "b", count: 64), rows: 288),
    ],
    seed: UInt64.max,
    numerics: ["C library: one"],
    warnings: ["Ynys Môn – a line\nand another"],
    outputs: [
      OutputRecord(name: "report.html", byteCount: 12, sha256: String(repeating: "c", count: 64))
    ]
  )

  @Test("A manifest that is read again is the same value and the same text")
  func roundTrip() throws {
    let again = try RunManifest(reading: manifest.text, file: "run.json")
    #expect(again == manifest)
    #expect(again.text == manifest.text)
  }

  @Test("The keys of a manifest are in order at every level")
  func sortedKeys() throws {
    let json = try JSONValue(parsing: manifest.text)
    func check(_ value: JSONValue) {
      if case .object(let members) = value {
        #expect(members.map(\.name) == members.map(\.name).sorted())
        for member in members { check(member.value) }
      }
      for item in value.array ?? [] { check(item) }
    }
    check(json)
  }

  @Test("Each member that is missing or of another kind is named")
  func damaged() throws {
    let json = try JSONValue(parsing: manifest.text)
    guard case .object(let members) = json else { throw StudyError.unsuitable(table: "", reason: "") }
    for member in members {
      let without = JSONValue.object(members.filter { $0.name != member.name })
      let error = #expect(throws: ManifestError.self) {
        _ = try RunManifest(reading: without.sortedText, file: "run.json")
      }
      #expect("\(error.map { "\($0)" } ?? "")".contains("'\(member.name)'"))
      let other = JSONValue.object(
        members.map { $0.name == member.name ? JSONMember($0.name, .bool(true)) : $0 }
      )
      #expect(throws: ManifestError.self) {
        _ = try RunManifest(reading: other.sortedText, file: "run.json")
      }
    }
    for text in ["", "[]", "{", "{\"schema\": 2}", "nonsense"] {
      #expect(throws: ManifestError.self) { _ = try RunManifest(reading: text, file: "run.json") }
    }
    #expect(throws: ManifestError.self) {
      _ = try RunManifest(reading: manifest.text.replacing("\"sha256\"", with: "\"sha\""), file: "run.json")
    }
  }
}

@Suite struct TextFormTests {
  @Test("A plain argument stays, any other is quoted so that a shell gives it back")
  func shellText() {
    #expect(ShellText.quoted("--table") == "--table")
    #expect(ShellText.quoted("a/b_c.csv=1:2,3%+@") == "a/b_c.csv=1:2,3%+@")
    #expect(ShellText.quoted("") == "''")
    #expect(ShellText.quoted("gva itl2") == "'gva itl2'")
    #expect(ShellText.quoted("King's $(x) `y`") == "'King'\\''s $(x) `y`'")
    #expect(ShellText.quoted("2*") == "'2*'")
    #expect(ShellText.quoted("Môn") == "'Môn'")
    #expect(ShellText.quoted("a\nb") == "'a\nb'")
  }

  @Test("A path loses what leads nowhere, and nothing else")
  func pathText() {
    #expect(PathText.normalized("a/./b/../c") == "a/c")
    #expect(PathText.normalized("../../a") == "../../a")
    #expect(PathText.normalized("a/../../b") == "../b")
    #expect(PathText.normalized("/a/../b") == "/b")
    #expect(PathText.normalized("/..") == "/")
    #expect(PathText.normalized("/../a") == "/a")
    #expect(PathText.normalized("./a//b/") == "a/b")
    #expect(PathText.normalized("..") == "..")
    #expect(PathText.normalized(".") == ".")
  }

  @Test("A request is the command that a shell runs")
  func command() {
    let request = Request(analysis: "shares", arguments: ["--only", "CI (26)"])
    #expect(
      request.command(for: "my study", columns: ["--data", "x"])
        == "hinterland shares 'my study' --data x --only 'CI (26)'"
    )
  }
}
