import Analyses
import ArgumentParser
import Commands
import Foundation
import Readers
import SmallStudy
import Studies
import Testing

@Suite struct OutputTests {
  private let place: TemporaryPlace
  private let study: String

  init() throws {
    place = try TemporaryPlace()
    study = try SmallStudy.write(to: place)
  }

  private func run(_ arguments: [String]) async -> CommandOutcome {
    let outcome = await HinterlandCommand.outcome(of: arguments)
    #expect(outcome.status == 0, "\(arguments): \(outcome.notices)")
    return outcome
  }

  @Test("A pipe gets CSV, a file the format of its ending, and both the same numbers")
  func inference() async throws {
    let piped = await run(["shares", study, "--quiet"])
    #expect(piped.notices.isEmpty)
    #expect(piped.text.hasPrefix("region,industry,period,measure,value,lower,upper"))
    for (ending, start) in [
      ("csv", "region,"), ("tsv", "region\t"), ("json", "["), ("ndjson", "{"), ("md", "## "), ("html", "<!"),
      ("svg", "<svg"),
    ] {
      _ = await run(["shares", study, "--quiet", "-o", place.path("out.\(ending)")])
      let text = try #require(place.text("out.\(ending)"))
      #expect(text.drop { $0.isWhitespace }.lowercased().hasPrefix(start), "\(ending): \(text.prefix(40))")
    }
    #expect(place.text("out.csv") == piped.text)
  }

  @Test("A given format wins over the ending of a name")
  func formatWins() async throws {
    _ = await run(["shares", study, "--quiet", "--format", "json", "-o", place.path("out.csv")])
    #expect(place.text("out.csv")?.hasPrefix("[") == true)
  }

  @Test("A workbook that is written reads back as the same numbers")
  func workbook() async throws {
    let csv = await run(["shares", study, "--quiet", "--table", "jobs", "--only", "10"])
    _ = await run([
      "shares", study, "--quiet", "--table", "jobs", "--only", "10", "-o", place.path("out.xlsx"),
    ])
    let sheets = try Workbook(path: place.path("out.xlsx"))
    _ = sheets
    let header = try #require(csv.text.split(separator: "\n").first).split(separator: ",").map(String.init)
    let back = await run(["read", place.path("out.xlsx"), "--quiet"])
    let original = rows(of: csv.text, columns: header)
    let again = rows(of: back.text, columns: header)
    #expect(original.count == again.count)
    for (left, right) in zip(original, again) {
      for (a, b) in zip(left, right) where a != b {
        let (x, y) = (Double(a) ?? .nan, Double(b) ?? .nan)
        #expect((x - y).magnitude <= 1e-14 * x.magnitude, "\(a) and \(b)")
      }
    }
  }

  /// The rows below the header that has some columns, cut at commas.
  private func rows(of text: String, columns: [String]) -> [[String]] {
    let lines = text.split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    guard let start = lines.firstIndex(where: { Array($0.prefix(columns.count)) == columns }) else {
      return []
    }
    return lines[(start + 1)...].map { Array($0.prefix(columns.count)) }
  }

  @Test("A table without a study is read by its columns, the same from a file and by its own command")
  func table() async throws {
    let columns = [
      "--region", "region", "--region-name", "region_name", "--industry", "industry", "--industry-title",
      "title",
      "--period", "year", "--value", "jobs", "--status", "status", "--rounding", "5", "--unit", "jobs",
    ]
    let file = study + "/tables/jobs.csv"
    let own = await run(["shares", file, "--only", "10", "--quiet"] + columns)
    let ofStudy = await run(["shares", study, "--table", "jobs", "--only", "10", "--quiet"])
    #expect(own.text == ofStudy.text)
    let compressed = place.path("jobs.csv")
    try FileManager.default.copyItem(atPath: file, toPath: compressed)
    let copy = await run(["shares", compressed, "--only", "10", "--quiet"] + columns)
    #expect(copy.text == own.text)
  }

  @Test("The command of each finding of a report makes the same numbers again")
  func commands() async throws {
    let opened = try Study(folder: study)
    for entry in AnalysisList.all {
      for request in entry.requests(for: opened) {
        let finding = try #require(try await entry.answer(request, on: opened).first)
        let words = try #require(ShellWords.of(finding.command))
        #expect(words.first == "hinterland")
        let again = await run(Array(words.dropFirst()) + ["--quiet", "--format", "csv"])
        #expect(again.text == TableFormat.csv.text(of: finding.table), "\(finding.command)")
      }
    }
  }

  @Test("The command of a finding names the folder of the tables where that was told")
  func dataFolder() async throws {
    try FileManager.default.moveItem(atPath: study + "/tables", toPath: place.path("else where"))
    let opened = try Study(folder: study, data: place.path("else where"))
    let entry = try #require(AnalysisList.entry(named: "shares"))
    let finding = try #require(
      try await entry.answer(Request(analysis: "shares", arguments: ["--table", "jobs"]), on: opened).first
    )
    let words = try #require(ShellWords.of(finding.command))
    let again = await run(Array(words.dropFirst()) + ["--quiet"])
    #expect(again.text == TableFormat.csv.text(of: finding.table))
  }

  @Test("A report of a table alone names a command that a shell runs, whatever its file is called")
  func strangeName() async throws {
    let strange = place.path("King's jobs & $HOME.csv")
    try FileManager.default.copyItem(atPath: study + "/tables/jobs.csv", toPath: strange)
    let columns = [
      "--region", "region", "--industry", "industry", "--period", "year", "--value", "jobs", "--status",
      "status",
      "--where", "title=Industry 10",
    ]
    let direct = await run(["shares", strange, "--quiet", "--format", "csv"] + columns)
    let parsed = try PanelColumns.parse(columns)
    let opened = try parsed.study(of: strange)
    let entry = try #require(AnalysisList.entry(named: "shares"))
    let finding = try #require(
      try await entry.answer(Request(analysis: "shares", arguments: []), on: opened).first
    )
    let words = try #require(ShellWords.of(finding.command))
    let again = await run(Array(words.dropFirst()) + ["--quiet", "--format", "csv"])
    #expect(again.text == direct.text)
  }

  @Test("A sound table passes the check, one with problems ends with 1")
  func check() async throws {
    _ = await run(["check", study, "--quiet"])
    _ = await run(["check", study + "/tables/jobs.csv", "--quiet"])
    let file = try place.write(
      "region,industry,year,value\nA,10,2020,5\nA,10,2020,6\nB,10,2020,7\nB,11,2020,-3\n",
      as: "odd.csv"
    )
    let outcome = await HinterlandCommand.outcome(of: ["check", file])
    #expect(outcome.status == 1)
    #expect(outcome.notices.contains("problem"))
    #expect(outcome.text.contains("problem,"))
  }

  @Test("The tidy copy of a table has a row a cell, with bounds and status")
  func clean() async throws {
    let outcome = await run([
      "clean", study + "/tables/jobs.csv", "--region", "region", "--industry", "industry", "--period", "year",
      "--value", "jobs",
      "--status", "status", "--rounding", "5", "--quiet",
    ])
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count == 289)
    #expect(lines.contains { $0.contains("suppressed") })
  }

  @Test("A new study is a folder whose file can be read, and is not written over another")
  func initialize() async throws {
    _ = await run(["init", place.path("new"), "--quiet"])
    #expect(throws: Never.self) { try Study(folder: place.path("new")) }
    let again = await HinterlandCommand.outcome(of: ["init", place.path("new")])
    #expect(again.status == 2)
  }

  @Test("Measures are listed, and explained by name")
  func measures() async throws {
    let list = await run(["measures"])
    #expect(list.text.contains("theil,"))
    let explanation = await run([
      "explain", "lq", study, "--table", "jobs", "--cell", "region=A1,industry=10,period=2020",
    ])
    #expect(explanation.text.contains("LQ = (e / n) / (E / N)"))
  }
}

/// A command line cut into words as a POSIX shell cuts it.
enum ShellWords {
  /// Returns the words, or nil if a quote is left open.
  static func of(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if isQuoted {
        if character == "'" { isQuoted = false } else { word = (word ?? "") + String(character) }
      } else if character == "'" {
        isQuoted = true
        word = word ?? ""
      } else if character == "\\" {
        isEscaped = true
      } else if character == " " {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return isQuoted || isEscaped ? nil : words
  }
}
