import Foundation
import SmallStudy
import Testing

@Suite(.enabled(if: Executable.path != nil, "the executable was not built beside the tests"), .serialized)
struct ProcessTests {
  private let place: TemporaryPlace

  init() throws {
    place = try TemporaryPlace()
    try SmallStudy.write(to: place)
  }

  /// Writes the report of the small study.
  private func report(to folder: String, environment: [String: String]? = nil) async throws {
    let outcome = try await Executable.run(
      ["report", "study", "-o", folder],
      in: place.path,
      environment: environment
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// The files of a folder and the folders in it, by name.
  private func files(_ folder: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: place.path(folder)) {
      if let bytes = place.bytes(folder + "/" + name) { result[name] = bytes }
    }
    return result
  }

  #if os(Linux)
  @Test("A file that is cut short while it is read ends the command with a sentence and writes nothing")
  func cutFile() async throws {
    let path = place.path("long.csv")
    let line = "TLC1,26110,2020,12345\n"
    try ("itl,sic,year,jobs\n" + String(repeating: line, count: 2_000_000))
      .write(
        toFile: path,
        atomically: false,
        encoding: .utf8
      )
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Executable.path))
    process.arguments = ["check", path, "--out", place.path("out.csv")]
    process.standardInput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    // The file is cut once the process has it mapped, long before it has read it all.
    var isMapped = false
    while !isMapped, process.isRunning {
      let maps = "/proc/\(process.processIdentifier)/maps"
      isMapped = (try? String(contentsOfFile: maps, encoding: .utf8))?.contains("long.csv") ?? false
    }
    #expect(truncate(path, 4_096) == 0)
    let words = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(isMapped && process.terminationReason == .exit && process.terminationStatus == 3, "\(words)")
    #expect(words.contains("cut short by another program while it was read"), "\(words)")
    #expect(!FileManager.default.fileExists(atPath: place.path("out.csv")))
  }
  #endif

  @Test("A rerun gives the same bytes, here and from another folder")
  func rerun() async throws {
    try await report(to: "out")
    let same = try await Executable.run(
      ["rerun", "out/run.json", "-o", "again", "--threads", "1"],
      in: place.path
    )
    #expect(same.status == 0, "\(same.errors)")
    #expect(same.errors.contains("byte for byte"))
    #expect(try files("again") == files("out"))
    try place.write("", as: "far/away/note.txt")
    let away = try await Executable.run(
      ["rerun", place.path("out/run.json"), "-o", "here"],
      in: place.path("far/away")
    )
    #expect(away.status == 0, "\(away.errors)")
    #expect(try files("far/away/here") == files("out"))
    let told = try await Executable.run(
      ["rerun", place.path("out/run.json"), "-o", place.path("told"), "--inputs", place.path],
      in: "/"
    )
    #expect(told.status == 0, "\(told.errors)")
  }

  @Test("Neither the time zone, nor the locale, nor an empty environment changes a byte")
  func environments() async throws {
    try await report(to: "out")
    let own = ProcessInfo.processInfo.environment
    var environments: [(name: String, values: [String: String])] = [("empty", [:])]
    for (name, values) in [
      ("zone", ["TZ": "Pacific/Kiritimati"]), ("C", ["LC_ALL": "C"]),
      ("german", ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"]),
      ("turkish", ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"]),
    ] { environments.append((name, own.merging(values) { _, new in new })) }
    let expected = try files("out")
    for (name, values) in environments {
      let outcome = try await Executable.run(
        ["report", "study", "-o", name],
        in: place.path,
        environment: values
      )
      #expect(outcome.status == 0, "\(name): \(outcome.errors)")
      #expect(try files(name) == expected, "\(name)")
    }
  }

  @Test("A report holds no path of this machine, and its files are those of the manifest")
  func noPaths() async throws {
    try await report(to: "out")
    let written = try files("out")
    let manifest = try #require(place.text("out/run.json"))
    for (name, bytes) in written {
      #expect(bytes.range(of: Data(place.path.utf8)) == nil, "\(name)")
      if name != "run.json" { #expect(manifest.contains("\"\(name)\""), "\(name)") }
    }
    #expect(manifest.contains("\"study/study.yml\"") && manifest.contains("\"study/tables/jobs.csv\""))
  }

  @Test("An input of which a byte changed ends a rerun with 1 and its name, and nothing is written")
  func changedInput() async throws {
    try await report(to: "out")
    let text = try #require(place.text("study/tables/jobs.csv"))
    try place.write(
      text.replacing(",2015,", with: ",2015, ", maxReplacements: 1),
      as: "study/tables/jobs.csv"
    )
    let outcome = try await Executable.run(["rerun", "out/run.json", "-o", "again"], in: place.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("'study/tables/jobs.csv' has changed"))
    #expect(!FileManager.default.fileExists(atPath: place.path("again")))
  }

  @Test("An input that is gone ends a rerun with 3 and its name")
  func goneInput() async throws {
    try await report(to: "out")
    try FileManager.default.removeItem(
      atPath: place.path("study/tables/people.csv").replacing("people", with: "population")
    )
    let outcome = try await Executable.run(["rerun", "out/run.json", "-o", "again"], in: place.path)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("population.csv"))
    #expect(outcome.errors.contains("--inputs"))
  }

  @Test("An output that is another than the manifest says ends a rerun with 1 and its name")
  func otherOutput() async throws {
    try await report(to: "out")
    let manifest = try #require(place.text("out/run.json"))
    let name = "report.html"
    let start = try #require(manifest.range(of: "\"\(name)\""))
    let digest = try #require(
      manifest.range(of: "\"sha256\": \"", range: start.upperBound..<manifest.endIndex)
    )
    var changed = manifest
    let first = changed[digest.upperBound]
    changed.replaceSubrange(digest.upperBound...digest.upperBound, with: first == "0" ? "1" : "0")
    try place.write(changed, as: "out/run.json")
    let outcome = try await Executable.run(["rerun", "out/run.json", "-o", "again"], in: place.path)
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("report.html"))
  }

  @Test("Two reports that are the same have no difference, two that differ are listed by name")
  func diff() async throws {
    try await report(to: "out")
    try await report(to: "copy")
    let same = try await Executable.run(["diff", "out", "copy/run.json"], in: place.path)
    #expect(same.status == 0, "\(same.errors)")
    let text = try #require(place.text("study/study.yml"))
    try place.write(text.replacing("rounding: 5", with: "rounding: 10"), as: "study/study.yml")
    try await report(to: "other")
    let differing = try await Executable.run(["diff", "out", "other"], in: place.path)
    #expect(differing.status == 1)
    let lines = String(decoding: differing.output, as: UTF8.self)
    #expect(lines.contains("study/study.yml"))
    #expect(lines.contains("report.html"))
    #expect(lines.contains("rows changed"))
    #expect(differing.errors.contains("places"))
  }

  @Test("A report is not written over another without --force")
  func force() async throws {
    try await report(to: "out")
    let before = try files("out")
    let refused = try await Executable.run(["report", "study", "-o", "out"], in: place.path)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--force"))
    #expect(try files("out") == before)
    let forced = try await Executable.run(["report", "study", "-o", "out", "--force"], in: place.path)
    #expect(forced.status == 0, "\(forced.errors)")
    #expect(try files("out") == before)
  }

  @Test("A reader that goes away ends the writing without a crash")
  func closedPipe() async throws {
    let path = try #require(Executable.path)
    let line = "'\(path)' measures --format csv | true; echo ${PIPESTATUS[0]}"
    let bash = try await Executable.shell(
      ["/bin/bash", "-c", "for i in 1 2 3; do \(line); done"],
      in: place.path
    )
    let statuses = String(decoding: bash.output, as: UTF8.self).split(separator: "\n")
    #expect(statuses == ["0", "0", "0"], "\(bash.errors)")
  }

  @Test(
    "A full disk is told, not passed over",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))
  )
  func fullDisk() async throws {
    let path = try #require(Executable.path)
    let outcome = try await Executable.shell(
      ["/bin/bash", "-c", "'\(path)' measures > /dev/full"],
      in: place.path
    )
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("standard output"))
  }

  @Test("A table on standard input is the same as the file")
  func standardInput() async throws {
    let path = try #require(Executable.path)
    let piped = try await Executable.shell(
      ["/bin/bash", "-c", "'\(path)' read - < study/tables/jobs.csv"],
      in: place.path
    )
    let direct = try await Executable.run(["read", "study/tables/jobs.csv"], in: place.path)
    #expect(piped.status == 0, "\(piped.errors)")
    #expect(piped.output == direct.output)
    #expect(direct.output.count > 1000)
  }

  @Test("The command is stopped by an interrupt and leaves nothing half-written")
  func interrupted() async throws {
    let path = try #require(Executable.path)
    let line = "'\(path)' report study -o out & child=$!; kill -INT $child; wait $child; echo $?"
    let bash = try await Executable.shell(["/bin/bash", "-c", "set -m; " + line], in: place.path)
    let status = String(decoding: bash.output, as: UTF8.self).split(separator: "\n").last.map(String.init)
    #expect(status == "130", "\(bash.errors)")
    #expect(!FileManager.default.fileExists(atPath: place.path("out")))
  }
}
