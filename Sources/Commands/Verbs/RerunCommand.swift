import Analyses
import ArgumentParser
import Readers
import Studies

/// The verb of `hinterland rerun RUN.json -o DIR`.
struct RerunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rerun",
    abstract: "The same report or answer again, from its manifest, and whether it is the same.",
    discussion: """
      Needs the manifest (the run.json of a report, the NAME.run.json beside a file that -o wrote) and its inputs, nothing \
      else. Inputs are looked for in this folder, in that of the manifest and in those above it. Ends with 1 if an input has \
      changed or an output differs.
      """
  )

  @Argument(help: "The manifest: run.json of a report, or NAME.run.json.") var manifest: String
  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var out: String
  @Option(help: ArgumentHelp("The folder that the inputs' names start from.", valueName: "folder"))
  var inputs: String?
  @Flag(help: "Replace files that are there.") var force = false
  @Flag(help: "No notices on standard error.") var quiet = false
  @OptionGroup var work: ThreadOptions

  func run() async throws {
    let recorded = try RunManifest(readingFile: manifest)
    let verb = recorded.command.first ?? ""
    let isReport = verb == "report"
    guard isReport || AnalysisList.entry(named: verb) != nil, recorded.command.count >= 2 else {
      throw ManifestError.notAManifest(
        file: manifest,
        problem: "it is neither of a report nor of an analysis"
      )
    }
    let base = try recorded.findInputs(manifest: manifest, told: inputs)
    let out = WorkingFolder.absolute(out)
    let previous = WorkingFolder.current
    try WorkingFolder.change(to: base)
    defer { try? WorkingFolder.change(to: previous) }
    try recorded.checkInputs()
    let written =
      isReport ? try await reportAgain(recorded, to: out) : try await answerAgain(recorded, to: out)
    try recorded.compare(with: written)
    if !quiet {
      let count = recorded.outputs.count
      Console.say("The same: \(count) output\(count == 1 ? "" : "s"), byte for byte.")
    }
  }

  /// Writes the report of a manifest again.
  private func reportAgain(_ recorded: RunManifest, to out: String) async throws -> [OutputRecord] {
    let data = try recorded.dataFolder(manifest: manifest)
    let run = try await ReportRun(study: recorded.command[1], data: data, threads: work.threads)
    return try run.write(to: out, force: force).filter { $0.name != "run.json" }
  }

  /// Writes the answer of an analysis again, with its manifest beside it.
  private func answerAgain(_ recorded: RunManifest, to out: String) async throws -> [OutputRecord] {
    guard recorded.outputs.count == 1, let output = recorded.outputs.first, !output.name.contains("/"),
      !output.name.isEmpty, output.name != "..", output.name != "."
    else {
      throw ManifestError.notAManifest(file: manifest, problem: "an analysis writes one file into one folder")
    }
    let path = out + "/" + output.name
    let options = ["--out", path, "--quiet"] + (force ? ["--force"] : [])
    guard var command = try parsed(recorded.command + options) as? any AsyncParsableCommand else {
      throw ManifestError.notAManifest(file: manifest, problem: "its command is not of an analysis")
    }
    try await command.run()
    let bytes = try FileSystem.bytes(of: path)
    return [
      OutputRecord(name: output.name, byteCount: bytes.count, sha256: SHA256.hexadecimal(of: bytes))
    ]
  }

  private func parsed(_ command: [String]) throws -> any ParsableCommand {
    do {
      return try Root.parseAsRoot(command)
    } catch {
      throw ManifestError.notAManifest(
        file: manifest,
        problem: "its command is not understood: \(Root.message(for: error))"
      )
    }
  }
}

extension RunManifest {
  /// Reads a manifest from a file.
  init(readingFile path: String) throws {
    let bytes = try FileSystem.bytes(of: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ManifestError.notAManifest(file: path, problem: "the text is not UTF-8")
    }
    try self.init(reading: text, file: path)
  }

  /// Returns the folder of the tables that the run was told, if it was told one.
  func dataFolder(manifest: String) throws -> String? {
    guard let option = command.firstIndex(of: "--data") else { return nil }
    guard option + 1 < command.count else {
      throw ManifestError.notAManifest(
        file: manifest,
        problem: "its command ends in '--data' without a folder"
      )
    }
    return command[option + 1]
  }

  /// Returns the folder that the inputs' names start from.
  func findInputs(manifest: String, told: String?) throws -> String {
    var candidates = told.map { [$0] } ?? ["."]
    if told == nil {
      var folder = PathText.normalized(WorkingFolder.absolute(manifest) + "/..")
      while true {
        candidates.append(folder)
        if folder == "/" || folder.isEmpty { break }
        folder = PathText.normalized(folder + "/..")
      }
    }
    func isThere(_ input: Input, below folder: String) -> Bool {
      FileSystem.kind(of: Study.joined(folder, input.name)) == .file
    }
    for candidate in candidates where inputs.allSatisfy({ isThere($0, below: candidate) }) {
      return candidate
    }
    let missing = inputs.first { !isThere($0, below: candidates[0]) }
    throw ManifestError.inputNotFound(name: missing?.name ?? "", tried: Array(candidates.prefix(2)))
  }

  /// Checks that every input has the bytes it had.
  func checkInputs() throws {
    for input in inputs {
      let found = try SHA256.hexadecimal(ofFile: input.name)
      guard found == input.sha256 else {
        throw ManifestError.inputChanged(name: input.name, expected: input.sha256, found: found)
      }
    }
  }

  /// Checks that what was written is what the manifest says.
  func compare(with written: [OutputRecord]) throws {
    let differing = outputs.filter { old in written.first { $0.name == old.name }?.sha256 != old.sha256 }
    let added = written.filter { new in !outputs.contains { $0.name == new.name } }
    guard differing.isEmpty, added.isEmpty else {
      let by = version == HinterlandVersion.number ? "" : " The run was made by version \(version)."
      throw AnswerIsNo(
        description: "\(differing.count + added.count) of \(written.count) outputs differ: "
          + "\((differing + added).map(\.name).prefix(5).joined(separator: ", ")).\(by) 'hinterland diff' says by how much."
      )
    }
  }
}
