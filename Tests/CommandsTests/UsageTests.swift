import Commands
import Foundation
import SmallStudy
import Testing

@Suite struct UsageTests {
  private let place: TemporaryPlace
  private let study: String

  init() throws {
    place = try TemporaryPlace()
    study = try SmallStudy.write(to: place)
  }

  private static let columns = [
    "--region", "region", "--industry", "industry", "--period", "year", "--value", "jobs", "--status",
    "status",
  ]

  private var table: String { study + "/tables/jobs.csv" }

  private func expect(
    _ arguments: [String],
    _ status: Int32,
    _ parts: String...,
    location: SourceLocation = #_sourceLocation
  ) async {
    let outcome = await HinterlandCommand.outcome(of: arguments)
    #expect(outcome.status == status, "\(arguments): \(outcome.notices)", sourceLocation: location)
    for part in parts {
      #expect(outcome.notices.contains(part), "\(part) in: \(outcome.notices)", sourceLocation: location)
    }
    #expect(outcome.output.isEmpty || status == 0, "\(outcome.text)", sourceLocation: location)
    #expect(!outcome.notices.contains("bug of ours"), "\(outcome.notices)", sourceLocation: location)
  }

  @Test("The version and the help go to standard output")
  func help() async {
    let version = await HinterlandCommand.outcome(of: ["--version"])
    #expect(version.status == 0)
    #expect(version.text.hasPrefix("hinterland "))
    for arguments in [["--help"], ["help"], ["concentration", "--help"], ["help", "report"], []] {
      let outcome = await HinterlandCommand.outcome(of: arguments)
      #expect(outcome.status == 0, "\(arguments)")
      #expect(outcome.text.contains("USAGE:"), "\(arguments)")
      #expect(outcome.notices.isEmpty)
    }
  }

  @Test("An unknown measure, code, region or profile is named with the nearest, or with what there is")
  func unknownNamesOfOptions() async {
    let concentration = ["concentration", table] + Self.columns
    await expect(concentration + ["--measure", "thiel"], 2, "no measure 'thiel'", "'theil'")
    await expect(concentration + ["--measure", "theil,ge"], 2, "ge:0.5")
    await expect(concentration + ["--only", "99"], 2, "no industry '99'", "it has: 10, 11, 20")
    await expect(concentration + ["--profile", "nomsi"], 2, "no profile 'nomsi'", "'nomis-api'")
    await expect(concentration + ["--threads", "0"], 2, "--threads 0")
    await expect(["check", table, "--header-lines", "21"], 2, "not between 0 and 20", "--skip")
    await expect(["report", study, "-o", place.path("none"), "--threads", "none"], 2, "--threads")
    let specialization = ["specialization", table] + Self.columns
    await expect(specialization + ["--measure", "krugman-specialisation"], 2, "'krugman-specialization'")
    await expect(specialization + ["--only-region", "A9"], 2, "no region 'A9'", "'A1'")
    await expect(
      specialization + ["--groups", table, "--measure", "hhi-specialization"],
      2
    )
  }

  @Test("An unknown verb or option is wrong usage, with what was meant")
  func unknownVerbOrOption() async {
    await expect(["concentraton", study], 2, "'concentration'", "--help")
    await expect(["xyzzy"], 2, "There is no verb 'xyzzy'.")
    await expect(["shares", study, "--tabel", "jobs"], 2, "--tabel")
    await expect(["shares"], 2, "input")
    await expect(["shares", study, "--format", "docx"], 2, "docx")
    await expect(["shares", study, "--average", "0"], 2, "--average 0")
    await expect(["shares", study, "--periods", "2020:2015"], 2, "2020:2015")
    await expect(["concentration", study, "--measure", "thiel"], 2, "thiel")
    await expect(["two-way", study], 2, "--group")
    for verb in ["shares", "concentration", "specialization", "scatter"] {
      await expect([verb, study, "--interval", "0.4"], 2, "--interval 0.4", "0.5")
      await expect([verb, study, "--interval", "95"], 2, "--interval 95", "0.95")
      await expect([verb, study, "--interval", "0.9", "--no-interval"], 2, "not both")
    }
    await expect(["shares", study, "--interval", "0.999"], 2, "--replicates 999", "1999")
    await expect(["two-way", study, "--group", "halves", "--interval", "2"], 2, "--interval 2.0")
  }

  @Test(
    "An unknown column, code, profile, table, level, group or definition is wrong usage, with the nearest"
  )
  func unknownNames() async {
    await expect(
      [
        "shares", table, "--region", "regon", "--industry", "industry", "--period", "year", "--value", "jobs",
      ],
      2,
      "'region'"
    )
    await expect(["shares", table] + Self.columns + ["--only", "111"], 2, "'11'")
    await expect(["shares", table] + Self.columns + ["--only-region", "A4"], 2, "'A1'")
    await expect(["shares", table] + Self.columns + ["--profile", "tidi"], 2, "'tidy'")
    await expect(["shares", table] + Self.columns + ["--where", "region=A9"], 2, "'A9'")
    await expect(["shares", study, "--table", "jbos"], 2, "'jobs'")
    await expect(["shares", study, "--table", "jobs", "--level", "divison"], 2, "'division'")
    await expect(["shares", study, "--group", "desnity"], 2, "'density'")
    await expect(["shares", study, "--definition", "machinse"], 2, "'machines'")
    await expect(["shares", study, "--periods", "1999:2020"], 2, "2015 to 2020")
    await expect(["explain", "thiel", study, "--cell", "industry=10"], 2, "'theil'")
    await expect(["explain", "theil", study, "--cell", "nonsense"], 2, "nonsense")
    await expect(
      ["scatter", study, "--table", "output", "--indicator", "research over people"],
      2,
      "inflation"
    )
  }

  @Test("What cannot be read ends with 3 and names the file")
  func unreadable() async throws {
    let empty = try place.write("", as: "empty.csv")
    let header = try place.write("region,industry,year,jobs,status\n", as: "header.csv")
    let other = try place.write("not a study", as: "other/readme.txt")
    await expect(["shares", place.path("gone.csv")] + Self.columns, 3, "gone.csv")
    await expect(["read", place.path("gone.csv")], 3, "gone.csv")
    await expect(["read", study], 3, "directory")
    await expect(["clean", place.path("other")], 3)
    await expect(["shares", empty] + Self.columns, 3, "empty.csv")
    await expect(["shares", header] + Self.columns, 3, "header.csv")
    await expect(["report", place.path("other"), "-o", place.path("out")], 3, "hinterland init")
    await expect(["report", other, "-o", place.path("out")], 3, "hinterland init")
    await expect(["report", place.path("nothing"), "-o", place.path("out")], 3, "hinterland init")
    await expect(["rerun", place.path("gone.json"), "-o", place.path("out")], 3, "gone.json")
    await expect(["rerun", other, "-o", place.path("out")], 3, "is not the run.json")
    await expect(["diff", study, study], 3, "run.json")
    #expect(!FileManager.default.fileExists(atPath: place.path("out")))
  }

  @Test("A compressed table that is cut off ends with 3")
  func truncated() async throws {
    let outcome = await HinterlandCommand.outcome(of: ["read", table])
    #expect(outcome.status == 0)
    // A gzip header and the first bytes of a deflated block, then nothing.
    let bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0x4C]
    let file = try place.write(Data(bytes), as: "cut.csv.gz")
    await expect(["read", file], 3, "cut.csv.gz", "Fetch it again")
  }

  @Test("A mistyped key of study.yml ends with 3, with file, line and key")
  func studyKey() async throws {
    try place.write(SmallStudy.text.replacing("rounding: 5", with: "roundng: 5"), as: "study/study.yml")
    await expect(["shares", study], 3, "study.yml, line", "'rounding'")
  }

  @Test("A missing table ends with 3 and says where to get it")
  func missingTable() async throws {
    try FileManager.default.removeItem(atPath: table)
    await expect(
      ["report", study, "-o", place.path("out")],
      3,
      "Small Office",
      "small.example/jobs",
      "--data"
    )
    await expect(["shares", study, "--table", "jobs"], 3, "Small Office", "small.example/jobs", "--data")
  }

  @Test("Where everything is suppressed the result cannot be computed: 4")
  func suppressed() async throws {
    var lines = ["region,industry,year,jobs,status"]
    for region in ["A", "B"] {
      for industry in ["1", "2"] { lines.append("\(region),\(industry),2020,,suppressed") }
    }
    let file = try place.write(lines.joined(separator: "\n"), as: "dark.csv")
    await expect(["concentration", file] + Self.columns, 4, "do not determine")
    await expect(["specialization", file] + Self.columns, 4, "do not determine")
    await expect(["shares", file] + Self.columns, 4, "do not determine")
  }

  @Test("A file that is there is kept without --force, with it replaced")
  func overwriting() async throws {
    let out = try place.write("mine", as: "out.csv")
    await expect(["shares", study, "-o", out], 2, "--force")
    #expect(place.text("out.csv") == "mine")
    await expect(["shares", study, "-o", out, "--force"], 0)
    #expect(place.text("out.csv")?.hasPrefix("region") == true)
    await expect(["shares", study, "-o", place.path("out.csv/in.csv")], 2, "nothing was written")
    await expect(["report", study, "-o", out], 2)
    await expect(["init", study], 2, "--force")
  }

  @Test("A format that is not written here is refused before anything is written")
  func formats() async throws {
    await expect(["shares", study, "-o", place.path("out.docx")], 2, "out.docx")
    await expect(["shares", study, "-o", place.path("out.parquet")], 2, "engine")
    await expect(["shares", study, "--format", "parquet"], 2, "engine")
    await expect(["measures", "--format", "html"], 2, "html")
    await expect(["read", table, "--format", "svg"], 2, "svg")
    #expect(try place.names() == ["study"])
  }

  @Test(
    "Options that contradict or make no sense are refused",
    arguments: [
      ["--header-lines", "21"], ["--skip", "-1"], ["--quote", "abc"], ["--encoding", "ebcdic"],
    ]
  )
  func dialect(option: [String]) async {
    await expect(["read", table] + [option[0] + "=" + option[1]], 2, option[1])
  }
}
