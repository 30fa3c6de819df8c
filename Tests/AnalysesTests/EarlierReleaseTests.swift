import Analyses
import Panels
import SmallStudy
import Studies
import Testing

/// A change that an earlier release of the same table contradicts is not told.
@Suite struct EarlierReleaseTests {
  private let text = """
    schema: 1
    title: Two releases
    tables:
      new: {file: new.csv, region: r, industry: i, period: y, value: v, unit: jobs, earlier release: old}
      old: {file: old.csv, region: r, industry: i, period: y, value: v, unit: jobs}
    """

  /// Industry 1 gathers in region A by 2020, or leaves it.
  private func table(risesInA: Bool) -> String {
    var lines = ["r,i,y,v"]
    for (year, end) in [(2019, 100), (2020, risesInA ? 300 : 40)] {
      for region in ["A", "B", "C", "D"] {
        lines.append("\(region),1,\(year),\(region == "A" ? end : 100)")
        lines.append("\(region),2,\(year),1000")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func answers(earlierRises: Bool, _ analysis: String) async throws -> Finding {
    let place = try TemporaryPlace()
    try place.write(text, as: "study/study.yml")
    try place.write(table(risesInA: true), as: "study/new.csv")
    try place.write(table(risesInA: earlierRises), as: "study/old.csv")
    try place.write("region,group\nA,west\nB,west\nC,east\nD,east\n", as: "groups.csv")
    let study = try Study(folder: place.path("study"))
    let entry = try #require(AnalysisList.entry(named: analysis))
    let groups = analysis == "concentration" ? [] : ["--groups", place.path("groups.csv")]
    let request = Request(analysis: analysis, arguments: ["--table", "new", "--only", "1"] + groups)
    return try #require(try await entry.answer(request, on: study).first)
  }

  @Test("Group quotients and shares", arguments: ["specialization", "shares"])
  func groups(analysis: String) async throws {
    let rising = analysis == "shares" ? "gained" : "rose"
    for earlierRises in [true, false] {
      let finding = try await answers(earlierRises: earlierRises, analysis)
      let row = try #require(
        finding.table.rows(where: ["industry": "1"])
          .first { finding.table.text("measure", in: $0).hasPrefix("change of") }
      )
      let verdict = finding.table.text("verdict", in: row)
      #expect(verdict.contains(rising) == earlierRises, "\(verdict)")
      let said = finding.table.notes.contains { $0.contains("earlier release 'old'") }
      #expect(said, "\(finding.table.notes)")
    }
  }

  @Test("Concentration: Theil moved one way or the other by release")
  func concentration() async throws {
    let same = try await answers(earlierRises: true, "concentration")
    #expect(same.sentence.contains("more concentrated"))
    #expect(same.table.notes.contains { $0.contains("earlier release 'old'") })
    // Where it fell to 40 in one region the industry is less even too: what differs is by how much.
    let other = try await answers(earlierRises: false, "concentration")
    let note = try #require(other.table.notes.first { $0.contains("earlier release 'old'") })
    #expect(!note.isEmpty)
  }

  @Test("Other regions in the earlier release leave it out")
  func unlike() async throws {
    let place = try TemporaryPlace()
    try place.write(text, as: "study/study.yml")
    try place.write(table(risesInA: true), as: "study/new.csv")
    try place.write("r,i,y,v\nA,1,2019,5\nB,1,2019,5\nA,1,2020,9\nB,1,2020,5\n", as: "study/old.csv")
    let study = try Study(folder: place.path("study"))
    let entry = try #require(AnalysisList.entry(named: "concentration"))
    let request = Request(analysis: "concentration", arguments: ["--table", "new", "--only", "1"])
    let finding = try #require(try await entry.answer(request, on: study).first)
    #expect(finding.sentence.contains("more concentrated"))
    #expect(!finding.table.notes.contains { $0.contains("earlier release") })
  }
}
