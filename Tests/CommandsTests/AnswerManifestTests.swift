import Analyses
import Foundation
import SmallStudy
import Testing

@Suite(.enabled(if: Executable.path != nil, "the executable was not built beside the tests"), .serialized)
struct AnswerManifestTests {
  private let place: TemporaryPlace

  init() throws {
    place = try TemporaryPlace()
    try SmallStudy.write(to: place)
    try place.write("", as: "far/away/note.txt")
  }

  private func run(_ arguments: [String], in folder: String = "") async throws -> Executable.Outcome {
    try await Executable.run(arguments, in: place.path(folder))
  }

  static let environments: [[String: String]] = [
    [:], ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "C"],
  ]

  @Test(
    "Every analysis that writes a file leaves a manifest, from which another folder gets the same bytes",
    arguments: AnalysisList.all.map(\.name)
  )
  func again(verb: String) async throws {
    for (number, name) in ["a.csv", "b.html", "c.xlsx"].enumerated() {
      let stem = name.prefix(1)
      let more = verb == "two-way" ? ["--group", "parent"] : []
      let first = try await run([verb, "study"] + more + ["-o", "out/" + name])
      #expect(first.status == 0, "\(first.errors)")
      let manifest = try #require(place.text("out/\(stem).run.json"))
      #expect(!manifest.contains(place.path))
      #expect(manifest.contains("study/study.yml") && manifest.contains("\"\(verb)\""))
      let again = try await Executable.run(
        ["rerun", place.path("out/\(stem).run.json"), "-o", "there"],
        in: place.path("far/away"),
        environment: Self.environments[number]
      )
      #expect(again.status == 0, "\(again.errors)")
      #expect(place.bytes("far/away/there/" + name) == place.bytes("out/" + name))
      #expect(place.bytes("far/away/there/\(stem).run.json") == place.bytes("out/\(stem).run.json"))
      let same = try await run(["diff", "out/\(stem).run.json", "far/away/there/\(stem).run.json"])
      #expect(same.status == 0, "\(same.errors)")
    }
  }

  @Test("A table of its own, named by its whole path, and a file of groups are inputs by relative names")
  func table() async throws {
    try place.write("region,group\nA1,north\nA2,north\nA3,south\nB1,south\n", as: "study/tables/groups.csv")
    let columns = ["--region", "region", "--industry", "industry", "--period", "year", "--value", "jobs"]
    let first = try await run(
      ["specialization", place.path("study/tables/jobs.csv")] + columns
        + [
          "--status", "status", "--groups", place.path("study/tables/groups.csv"), "--only", "10", "-o",
          "q.csv",
        ]
    )
    #expect(first.status == 0, "\(first.errors)")
    let manifest = try #require(place.text("q.run.json"))
    #expect(
      manifest.contains("\"study/tables/jobs.csv\"") && manifest.contains("\"study/tables/groups.csv\"")
    )
    #expect(!manifest.contains(place.path))
    let again = try await run(["rerun", "q.run.json", "-o", "again"])
    #expect(again.status == 0, "\(again.errors)")
    try place.write("region,group\nA1,north\nA2,south\nA3,south\nB1,south\n", as: "study/tables/groups.csv")
    let changed = try await run(["rerun", "q.run.json", "-o", "third"])
    #expect(changed.status == 1)
    #expect(changed.errors.contains("'study/tables/groups.csv' has changed"))
    #expect(place.bytes("third/q.csv") == nil)
  }

  @Test("A missing input, a foreign file and a command that is none are exit 3, and nothing is written")
  func refusals() async throws {
    let first = try await run(["shares", "study", "-o", "s.csv"])
    #expect(first.status == 0, "\(first.errors)")
    let manifest = try #require(place.text("s.run.json"))
    try place.write(manifest.replacingOccurrences(of: "\"shares\"", with: "\"clean\""), as: "verb.run.json")
    try place.write(
      manifest.replacingOccurrences(of: "\"--format\"", with: "\"--fromat\""),
      as: "option.run.json"
    )
    try place.write(manifest.replacingOccurrences(of: "\"s.csv\"", with: "\"../s.csv\""), as: "up.run.json")
    try place.write(
      manifest.replacingOccurrences(of: "study/study.yml", with: "no/study.yml"),
      as: "no.run.json"
    )
    for name in [
      "verb.run.json", "option.run.json", "up.run.json", "no.run.json", "study", "study/study.yml",
    ] {
      let outcome = try await run(["rerun", name, "-o", "again"])
      #expect(outcome.status == 3, "\(name): \(outcome.errors)")
    }
    #expect(place.bytes("again/s.csv") == nil)
  }

  @Test("The manifest is replaced with its file and --force alone, and never that of another file")
  func replacing() async throws {
    #expect(try await run(["shares", "study", "-o", "s.csv"]).status == 0)
    let twice = try await run(["shares", "study", "-o", "s.csv"])
    #expect(twice.status == 2 && twice.errors.contains("--force"))
    try FileManager.default.removeItem(atPath: place.path("s.csv"))
    #expect(try await run(["shares", "study", "-o", "s.csv"]).status == 2)
    #expect(place.bytes("s.csv") == nil)
    #expect(try await run(["shares", "study", "-o", "s.csv", "--force"]).status == 0)
    #expect(place.bytes("s.csv") != nil)
    let manifest = place.text("s.run.json")
    #expect(try await run(["shares", "study", "-o", "s.tsv"]).status == 0)
    #expect(place.text("s.run.json") == manifest)
    #expect(place.text("s.tsv.run.json")?.contains("\"s.tsv\"") == true)
    let away = try await run(["rerun", "s.tsv.run.json", "-o", "again"])
    #expect(away.status == 0, "\(away.errors)")
  }
}
