import ArgumentParser
import Readers
import Studies

/// The verb of `hinterland rerun RUN.json -o DIR`.
struct RerunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rerun",
    abstract: "The same report again, from its run.json, and whether it is the same.",
    discussion: """
      Needs the run.json and its inputs, nothing else. Inputs are looked for in this folder, in that of run.json and in those \
      above it. Ends with 1 if an input has changed or an output differs.
      """
  )

  @Argument(help: "The run.json of a report.") var manifest: String
  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var out: String
  @Option(help: ArgumentHelp("The folder that the inputs' names start from.", valueName: "folder"))
  var inputs: String?
  @Flag(help: "Replace files that are there.") var force = false
  @Flag(help: "No notices on standard error.") var quiet = false

  func run() async throws {
    let recorded = try RunManifest(readingFile: manifest)
    guard recorded.command.first == "report", recorded.command.count >= 2 else {
      throw ManifestError.notAManifest(file: manifest, problem: "it is not of a report")
    }
    let base = try recorded.findInputs(manifest: manifest, told: inputs)
    let out = WorkingFolder.absolute(out)
    let previous = WorkingFolder.current
    try WorkingFolder.change(to: base)
    defer { try? WorkingFolder.change(to: previous) }
    try recorded.checkInputs()
    let data = try recorded.dataFolder(manifest: manifest)
    let run = try await ReportRun(study: recorded.command[1], data: data)
    let written = try run.write(to: out, force: force)
    let differing = recorded.outputs
      .filter { old in written.first { $0.name == old.name }?.sha256 != old.sha256 }
      .map(\.name)
    let added =
      written.filter { new in new.name != "run.json" && !recorded.outputs.contains { $0.name == new.name } }
      .map(\.name)
    guard differing.isEmpty, added.isEmpty else {
      let by =
        recorded.version == HinterlandVersion.number
        ? "" : " The run was made by version \(recorded.version)."
      throw AnswerIsNo(
        description: "\(differing.count + added.count) of \(written.count - 1) outputs differ: "
          + "\((differing + added).prefix(5).joined(separator: ", ")).\(by) 'hinterland diff' says by how much."
      )
    }
    if !quiet { Console.say("The same: \(written.count - 1) outputs, byte for byte.") }
  }
}

extension RunManifest {
  /// Reads a manifest from a file.
  init(readingFile path: String) throws {
    let bytes = try InputBytes.read(path)
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
    for candidate in candidates
    where inputs.allSatisfy({ InputBytes.exists(Study.joined(candidate, $0.name)) }) {
      return candidate
    }
    let missing = inputs.first { !InputBytes.exists(Study.joined(candidates[0], $0.name)) }
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
}
