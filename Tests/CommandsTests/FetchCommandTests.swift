import Commands
import Fetching
import Foundation
import Readers
import Testing

@Suite struct FetchCommandTests {
  private func run(_ words: [String]) async -> CommandOutcome { await HinterlandCommand.outcome(of: words) }

  private static let bres = ["fetch", "nomis-bres", "--year", "2021", "--geography", "ITL2"]

  /// A folder with a cache that holds the answer to `bres`, and runs a body in it.
  private func withCache(_ rows: [String], _ body: (String) async throws -> Void) async throws {
    let folder =
      FileManager.default.temporaryDirectory.path + "/hinterland-fetch-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let source = try Catalogue.source(named: "nomis-bres")
    let plan = try source.plan(source.arguments(["year": ["2021"], "geography": ["ITL2"]]))
    let address = try #require(plan.addresses(of: source.service).first)
    let text = ([plan.expectation.columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    let entry = JSONValue.object([
      JSONMember("address", .string(address)), JSONMember("retrieved", .string("2026-11-20")),
      JSONMember("sha256", .string(SHA256.hexadecimal(of: Array(text.utf8)))),
    ])
    let key = SHA256.hexadecimal(of: Array(address.utf8))
    try AtomicFile.write(text, to: "\(folder)/cache/\(key.prefix(2))/\(key).body")
    try AtomicFile.write(entry.sortedText, to: "\(folder)/cache/\(key.prefix(2))/\(key).json")
    try await body(folder)
  }

  private static func row(_ area: String, _ industry: String, _ value: String, of count: Int) -> String {
    "2021,\(area),Area,\(industry),Name,Division,Employment,Count,\(value),A,Normal Value,0,\(count)"
  }

  @Test("The list names each source with its publisher, parameters and licence")
  func list() async {
    let outcome = await run(["fetch", "--list"])
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("source,publisher,holds,parameters,licence\n"))
    #expect(outcome.text.contains("nomis-bres,Office for National Statistics"))
    #expect(outcome.text.split(separator: "\n").count == Catalogue.sources.count + 1)
  }

  @Test("The parameters of a source are listed with what they take")
  func parameters() async {
    let outcome = await run(["fetch", "nomis-bres", "--parameters"])
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("--year,"))
    #expect(outcome.text.contains("--geography,ITL2,"))
  }

  @Test("A dry run prints the address and the limits, and asks no one")
  func dryRun() async {
    // A service that no one could reach: were it asked, the command would fail.
    let outcome = await run(
      FetchCommandTests.bres + ["--dry-run", "--address", "http://127.0.0.1:9/", "--cache", "/nowhere"]
    )
    #expect(outcome.status == 0, "\(outcome.notices)")
    #expect(
      outcome.text.hasPrefix("http://127.0.0.1:9/dataset/NM_189_1.data.csv?geography=TYPE438&time=2021&")
    )
    #expect(outcome.text.contains("\nrecords a request: 25000;"))
    #expect(!FileManager.default.fileExists(atPath: "/nowhere"))
  }

  @Test(
    "What is not known is named with what is near, and ends with 2",
    arguments: [
      (["fetch", "nomis-bers"], "There is no source 'nomis-bers'; did you mean 'nomis-bres'"),
      (
        ["fetch", "nomis-bres", "--yaer", "2021"],
        "nomis-bres has no parameter --yaer; did you mean '--year'?"
      ),
      (["fetch", "nomis-bres", "--year", "1999"], "--year of nomis-bres does not take '1999'"),
      (["fetch", "nomis-bres", "--year"], "--year needs a value after it."),
      (
        ["fetch", "nomis-bres", "--year", "2021", "--ofline"],
        "fetch has no option --ofline; did you mean '--offline'?"
      ),
      (["fetch", "nomis-bres", "2021"], "'2021' is no parameter of nomis-bres."),
      (["fetch", "nomis-bres"], "nomis-bres needs --year"),
      (["fetch"], "Which source? See: hinterland fetch --list"),
      (["fetch", "nomis-bres", "--year", "2021", "-o", "jobs.xlsx"], "'jobs.xlsx' does not end in .csv"),
      (
        ["fetch", "nomis-bres", "--year", "2021", "--address", "http://a.example"],
        "plain http is taken to this machine only"
      ),
      (["fetch", "nomis-bres", "--year", "2021", "--retries", "0"], "tries is 0; it must be 1 to 20."),
    ] as [([String], String)]
  )
  func usage(words: [String], says: String) async {
    let outcome = await run(words)
    #expect(outcome.status == 2)
    #expect(outcome.notices.contains(says), "\(outcome.notices)")
  }

  @Test("Where no one answers, or the cache has nothing, the command ends with 3 and writes nothing")
  func noAnswer() async throws {
    try await withCache([FetchCommandTests.row("UKC1", "01", "5", of: 1)]) { folder in
      let there = ["--cache", folder + "/empty", "-o", folder + "/jobs.csv"]
      let refused = await run(
        FetchCommandTests.bres + ["--address", "http://127.0.0.1:9", "--retries", "1"] + there
      )
      #expect(refused.status == 3)
      #expect(refused.notices.contains("was not reached: the connection was refused"), "\(refused.notices)")
      let offline = await run(FetchCommandTests.bres + ["--offline"] + there)
      #expect(offline.status == 3)
      #expect(offline.notices.contains("is not in the cache"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/jobs.csv"))
    }
  }

  @Test("A fetched table and its record lie in the study, whose entries a study takes as they are printed")
  func intoStudy() async throws {
    let rows = ["UKC1", "UKC2"]
      .flatMap { area in
        ["01", "10"].map { FetchCommandTests.row(area, $0, area == "UKC1" ? "75" : "40", of: 4) }
      }
    try await withCache(rows) { folder in
      let words = FetchCommandTests.bres + ["--offline", "--cache", folder + "/cache"]
      let outcome = await run(words + ["--study", folder + "/"])
      #expect(outcome.status == 0, "\(outcome.notices)")
      #expect(outcome.output.isEmpty)
      let record = try JSONValue(parsing: FileSystem.bytes(of: folder + "/nomis-bres.source.json"))
      #expect(record["file"]?["rows"]?.integer == 4)
      #expect(record["retrieved"]?.string == "2026-11-20")
      #expect(try record["file"]?["sha256"]?.string == SHA256.hexadecimal(ofFile: folder + "/nomis-bres.csv"))
      let start = try #require(outcome.notices.firstRange(of: "sources:\n"))
      let entries = outcome.notices[start.lowerBound...]
      try AtomicFile.write(
        "schema: 1\ntitle: Jobs\nclassifications:\n  SIC 2007: built-in\n" + entries,
        to: folder + "/study.yml"
      )
      let checked = await run(["check", folder])
      #expect(checked.status == 0, "\(checked.notices)\(checked.text)")
      let again = await run(words + ["--study", folder])
      #expect(again.status == 2)
      #expect(again.notices.contains("exists already, and nothing was written"))
    }
  }

  @Test("Without a file the table goes to standard output, and its terms to standard error")
  func standardOutput() async throws {
    try await withCache([FetchCommandTests.row("UKC1", "01", "5", of: 1)]) { folder in
      let outcome = await run(FetchCommandTests.bres + ["--offline", "--cache", folder + "/cache"])
      #expect(outcome.status == 0)
      #expect(outcome.text.hasPrefix("DATE,GEOGRAPHY_CODE,"))
      #expect(
        outcome.notices.contains(
          "Contains public sector information licensed under the Open Government Licence"
        )
      )
      let quiet = await run(FetchCommandTests.bres + ["--offline", "--quiet", "--cache", folder + "/cache"])
      #expect(quiet.notices.isEmpty)
      #expect(quiet.output == outcome.output)
    }
  }
}
