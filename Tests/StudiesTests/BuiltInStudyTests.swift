import Panels
import SmallStudy
import Studies
import Testing

@Suite struct BuiltInStudyTests {
  private let text = """
    schema: 1
    title: Built in
    classifications: {SIC 2007: built-in}
    tables:
      jobs: {file: jobs.csv, classification: SIC 2007, region: r, industry: i, period: y, value: v, unit: jobs}
    """
  private let table = "r,i,y,v\nA,26110,2020,5\nA,30300,2020,7\nA,35110,2020,11\n"

  private func read(_ text: String) throws -> StudyDescription {
    try StudyDescription(reading: text, file: "study.yml")
  }

  @Test("A study takes SIC 2007 without a file; it names its codes, and has its levels")
  func builtIn() async throws {
    let place = try TemporaryPlace()
    try place.write(text, as: "study/study.yml")
    try place.write(table, as: "study/jobs.csv")
    let study = try Study(folder: place.path("study"))
    #expect(study.description.builtInClassifications == ["SIC 2007"])
    #expect(study.description.classifications.isEmpty)
    #expect(try study.inputs().files.count == 2)
    let jobs = try await study.store.table("jobs", of: study)
    #expect(jobs.panel.industries[1].title == "Manufacture of air and spacecraft and related machinery")
    let classification = try #require(try study.classification(of: jobs.description))
    #expect(try jobs.addedUp(to: "section", of: classification).panel.industries.codes == ["C", "D"])
    let found = try await study.codeFindings()
    #expect(found.map(\.finding.title) == ["Codes of SIC 2007"])
  }

  @Test("A built-in classification of another name, or another word for it, is refused with what is meant")
  func misspelt() throws {
    for (wrong, words) in [
      ("{SIC 2008: built-in}", ["no built-in classification 'SIC 2008'", "'SIC 2007'"]),
      ("{SIC 2007: builtin}", ["'SIC 2007' is 'builtin'", "built-in, or a mapping with the key 'file'"]),
    ] {
      let error = #expect(throws: StudyError.self) {
        _ = try read(text.replacing("{SIC 2007: built-in}", with: wrong))
      }
      for word in words { #expect("\(error.map { "\($0)" } ?? "")".contains(word)) }
    }
  }

  @Test("A table without a study is named by SIC 2007 only if all its codes surely are of it")
  func bareTable() async throws {
    let place = try TemporaryPlace()
    for (name, codes, isNamed) in [
      ("sic", ["26110", "30300"], true), ("naics", ["11", "21", "22"], false),
      ("other", ["26110", "99999"], false), ("letters", ["A", "B"], false),
    ] {
      let rows = codes.map { "R,\($0),2020,1" }.joined(separator: "\n")
      try place.write("r,i,y,v\n" + rows + "\n", as: name + ".csv")
      var description = StudyDescription.TableDescription(name: "table", file: place.path(name + ".csv"))
      (description.region, description.industry, description.period, description.value) = ("r", "i", "y", "v")
      let study = Study(table: description, columns: [])
      let panel = try await study.store.table("table", of: study).panel
      #expect((panel.industries[0].title != codes[0]) == isNamed, "\(name)")
    }
  }
}
