import FoundationEssentials
import Reports
import Studies
import Testing

/// Compares texts with files of `Tests/Snapshots/Reports`; set `HINTERLAND_RECORD=1` to write them anew.
///
/// Pictures and the style sheet are left out of pages: they have tests of their own.
@Suite("Snapshots of reports")
struct SnapshotTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots/Reports")

  private func compare(_ text: String, with name: String) throws {
    let file = SnapshotTests.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["HINTERLAND_RECORD"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let pairs = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
    let difference = pairs.enumerated().first { $0.element.0 != $0.element.1 }
    #expect(text == expected, "\(name), first difference: \(difference.map { "\($0)" } ?? "length")")
  }

  /// Leaves pictures and the style sheet out, and gives each element that stands in a row of its own a line.
  private func readable(_ page: String) -> String {
    page.replacing(/<svg[\s\S]*?<\/svg>\n?/, with: "<svg></svg>")
      .replacing(/<style>[\s\S]*?<\/style>/, with: "<style></style>")
      .replacing(/<(section|figure|figcaption|h[1-4]|p|dl|div|table|tr|details|ul|ol|li|nav|pre)[ >]/) {
        "\n\($0.0)"
      }
  }

  @Test("A small report")
  func report() throws {
    var content = try SampleStudy.content(invented: true)
    content.findings = [SampleFindings.decomposition(), try SampleFindings.theil()]
    try compare(readable(ReportPage.text(of: content)), with: "small-report.html")
  }

  @Test("Findings on a terminal")
  func terminal() throws {
    let findings = [SampleFindings.decomposition(), try SampleFindings.quotients()]
    try compare(FindingText.terminal(findings, isInvented: true), with: "findings.txt")
  }

  @Test("Findings in Markdown")
  func markdown() throws {
    let findings = [SampleFindings.decomposition(), try SampleFindings.quotients()]
    try compare(FindingText.markdown(findings), with: "findings.md")
  }
}
