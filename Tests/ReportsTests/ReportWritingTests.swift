import FoundationEssentials
import Readers
import Reports
import Studies
import Testing

@Suite("A report as a folder")
struct ReportWritingTests {
  private func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reports-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  @Test(
    "The folder has the page, a table for each finding, a figure for each picture, and what else is added"
  )
  func files() throws {
    try withFolder { folder in
      let content = try SampleStudy.content()
      var seen = 0
      let records = try write(report: content, to: folder) { output in
        seen = output.records.count
        try output.add("{}\n", as: "run.json")
      }
      let names = records.map(\.name)
      #expect(names.first == "report.html" && names.last == "run.json")
      #expect(seen == names.count - 1)
      for finding in content.findings {
        #expect(names.contains("tables/\(finding.id).csv"))
        #expect(names.contains("figures/\(finding.id).svg") == (finding.figure != nil))
      }
      for record in records {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + record.name)))
        #expect(SHA256.hexadecimal(of: bytes) == record.sha256, "\(record.name)")
      }
    }
  }

  @Test("Every link of the page to a file leads to a file that was written")
  func links() throws {
    try withFolder { folder in
      let content = try SampleStudy.content()
      let names = try write(report: content, to: folder).map(\.name)
      let page = try HTMLReader.read(try ReportPage.text(of: content))
      for target in page.elements("a").compactMap({ $0["href"] }) where !target.hasPrefix("#") {
        #expect(names.contains(target), "\(target)")
      }
    }
  }

  @Test("Two runs give the same bytes, and a second run into the same folder is refused without force")
  func again() throws {
    try withFolder { folder in
      let content = try SampleStudy.content(invented: true)
      let first = try write(report: content, to: folder)
      #expect(throws: OutputError.self) { try write(report: content, to: folder) }
      let second = try write(report: content, to: folder, force: true)
      #expect(first == second)
    }
  }

  @Test("A figure file holds title, unit, source, command and the label of invented data")
  func figureFile() throws {
    try withFolder { folder in
      try write(report: SampleStudy.content(invented: true), to: folder)
      let path = folder + "/figures/shares-2022.svg"
      let drawing = try String(contentsOf: URL(filePath: path), encoding: .utf8)
      for words in ["Invented data", "Office for National", "Unit: GBP million", "hinterland shares"] {
        #expect(drawing.contains(words), "\(words)")
      }
    }
  }

  @Test("A page with figures of every kind is far below three megabytes")
  func size() throws {
    var content = try SampleStudy.content()
    let findings = content.findings
    content.findings = (0..<5)
      .flatMap { copy in
        findings.map { finding in
          var other = finding
          other.id += "-\(copy)"
          return other
        }
      }
    #expect(try ReportPage.text(of: content).utf8.count < 3_000_000)
  }

  @Test(
    "The sample is written where it can be looked at",
    .enabled(
      if: ProcessInfo.processInfo.environment["HINTERLAND_SAMPLE_REPORT"] != nil,
      "set HINTERLAND_SAMPLE_REPORT to a folder"
    )
  )
  func sample() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["HINTERLAND_SAMPLE_REPORT"])
    try write(report: SampleStudy.content(), to: folder + "/report", force: true)
    try write(report: SampleStudy.content(invented: true), to: folder + "/invented", force: true)
  }
}
