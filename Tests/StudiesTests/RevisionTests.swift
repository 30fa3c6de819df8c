import Panels
import Readers
import SmallStudy
import Studies
import Testing

@Suite struct RevisionTests {
  private let text = """
    schema: 1
    title: Two releases
    tables:
      new: {file: new.csv, region: r, industry: i, period: y, value: v, unit: jobs, earlier release: old}
      old: {file: old.csv, region: r, industry: i, period: y, value: v, unit: jobs}
    """
  private let old = "r,i,y,v\nA,1,2019,100\nB,1,2019,200\nA,1,2020,100\nB,1,2020,0\nC,1,2020,5\n"
  private let new = "r,i,y,v\nA,1,2019,100\nB,1,2019,210\nA,1,2020,80\nB,1,2020,4\nA,1,2021,9\nB,1,2021,9\n"

  private func study(_ text: String) throws -> (TemporaryPlace, Study) {
    let place = try TemporaryPlace()
    try place.write(text, as: "study/study.yml")
    try place.write(old, as: "study/old.csv")
    try place.write(new, as: "study/new.csv")
    return (place, try Study(folder: place.path("study")))
  }

  @Test("Shared cells, mean and largest revision are those computed by hand")
  func numbers() async throws {
    let (place, study) = try study(text)
    defer { _ = place }
    let table = try await study.store.table("new", of: study)
    #expect(study.earlierRelease(of: table.description)?.name == "old")
    let revision = try #require(try await study.revision(of: table))
    #expect(revision.total.sharedCells == 4)
    #expect(revision.total.fromZero == 1)
    #expect(revision.total.revisions == 3)
    // Revisions 0, 10/200 and −20/100.
    #expect((revision.total.meanAbsolute - 0.25 / 3).magnitude < 1e-15)
    #expect((revision.total.mean + 0.15 / 3).magnitude < 1e-15)
    #expect(revision.total.largest == 0.2)
    let largest = try #require(revision.largestPlace)
    #expect(largest.region == "A" && largest.industry == "1" && largest.period == Period(year: 2020))
    #expect(revision.periods == [Period(year: 2019), Period(year: 2020)])
    #expect(revision.byPeriod.map(\.meanAbsolute) == [0.025, 0.2])
    #expect(revision.inLaterAlone == 2 && revision.inEarlierAlone == 1)
    let findings = try await study.revisionFindings()
    #expect(findings.map(\.finding.title) == ["Revision since 'old'"])
    #expect(findings[0].finding.detail.contains("largest 20 % (A, 1, 2020)"))
  }

  @Test("A table without an earlier release has no revision; the same release twice was not revised")
  func none() async throws {
    let (place, study) = try study(text)
    defer { _ = place }
    let old = try await study.store.table("old", of: study)
    #expect(try await study.revision(of: old) == nil)
    let same = Revision(of: old.panel, since: old.panel)
    #expect(same.total.largest == 0 && same.largestPlace == nil)
    #expect(same.total.sharedCells == 5 && same.inLaterAlone == 0 && same.inEarlierAlone == 0)
  }

  @Test(
    "An earlier release that is not there, of another meaning, or later than itself is refused with its line",
    arguments: [
      ("earlier release: old", "earlier release: odl", "did you mean 'old'"),
      ("earlier release: old", "earlier release: new", "no other table 'new'"),
      ("unit: jobs}", "unit: persons}", "same unit: here 'jobs', there 'persons'"),
      ("unit: jobs}", "unit: jobs, prices: current}", "same prices: here none, there 'current'"),
      ("unit: jobs}", "unit: jobs, earlier release: new}", "not later than itself"),
      ("earlier release: old", "earlier relase: old", "'earlier release'"),
    ]
  )
  func refused(right: String, wrong: String, words: String) throws {
    let error = #expect(throws: StudyError.self) {
      _ = try StudyDescription(reading: text.replacing(right, with: wrong), file: "study.yml")
    }
    let message = "\(error.map { "\($0)" } ?? "")"
    #expect(message.contains(words) && message.contains("line "), "\(message)")
  }
}
