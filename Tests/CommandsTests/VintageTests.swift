import Commands
import SmallStudy
import Testing

@Suite struct VintageTests {
  private let place: TemporaryPlace

  init() throws {
    place = try TemporaryPlace()
    try place.write(
      "area,sic,year,jobs\nUKC1,01,2020,100\nUKC1,02,2020,50\nUKC2,01,2020,300\nUKC2,02,2020,20\n",
      as: "jobs.csv"
    )
    try place.write("NUTS16CD,ITL21CD\nUKC1,TLC1\nUKC2,TLC2\n", as: "regions.csv")
    try place.write("sic2003,sic2007,weight\n01,01,0.4\n01,03,0.6\n02,02,\n", as: "industries.csv")
  }

  private var columns: [String] {
    ["--region", "area", "--industry", "sic", "--period", "year", "--value", "jobs", "--unit", "jobs"]
  }

  @Test("clean brings a table to other vintages, keeps its total and says what it did")
  func clean() async throws {
    let lookups = [
      "--region-lookup", place.path("regions.csv"), "--industry-lookup",
      place.path("industries.csv") + ":basis=jobs 2008",
    ]
    let outcome = await HinterlandCommand.outcome(
      of: ["clean", place.path("jobs.csv")] + columns + lookups + ["--format", "csv"]
    )
    #expect(outcome.status == 0, "\(outcome.notices)")
    #expect(outcome.text.contains("TLC1,TLC1,03,03,2020,60,0,100,estimated,"))
    #expect(outcome.notices.contains("2 codes renamed"))
    #expect(
      outcome.notices.contains(
        "1 code split into 2 by jobs 2008 (85.11 % of the total, now estimated); 1 unchanged"
      )
    )
  }

  @Test("A verb says it too, on standard error and in the manifest, with the digests of the lookups")
  func verb() async throws {
    let lookups = ["--industry-lookup", place.path("industries.csv")]
    let outcome = await HinterlandCommand.outcome(
      of: ["specialization", place.path("jobs.csv")] + columns + lookups + ["-o", place.path("q.csv")]
    )
    #expect(outcome.status == 0, "\(outcome.notices)")
    #expect(outcome.notices.contains("1 code split into 2 by 'weight'"))
    #expect(outcome.notices.contains("verdicts rest on hard bounds alone"))
    let manifest = try #require(place.text("q.run.json"))
    #expect(manifest.contains("industries.csv\""))
    #expect(manifest.contains("now estimated"))
  }

  @Test("A lookup that is not understood or lacks a code is refused with what to do")
  func refused() async {
    let missing = await HinterlandCommand.outcome(
      of: ["clean", place.path("jobs.csv")] + columns + ["--industry-lookup", place.path("regions.csv")]
    )
    #expect(missing.status == 3)
    #expect(missing.notices.contains("lacks 2 of the table's 2 industry codes: 01, 02 (100 % of the total)"))
    let wrong = await HinterlandCommand.outcome(
      of: ["clean", place.path("jobs.csv")] + columns + ["--industry-lookup", "a.csv:form=x"]
    )
    #expect(wrong.status == 2)
  }
}
