import Fetching
import Panels
import Readers
import Studies

/// Reads `--NAME VALUE` and `--NAME=VALUE` after the options that the command knows.
enum ParameterWords {
  /// The options of the command, for words that are near one of them.
  private static let options = [
    "list", "parameters", "dry-run", "out", "study", "force", "quiet", "retries", "timeout", "address",
    "cache",
    "offline", "refresh", "help",
  ]

  /// Returns the values of each parameter by its name.
  ///
  /// - Parameters:
  ///   - words: What stood on the command line and is no option of the command.
  ///   - source: The source, for messages.
  /// - Returns: The values.
  /// - Throws: `UsageError` for a word that is no parameter.
  static func values(_ words: [String], of source: OfficialSource) throws -> [String: [String]] {
    var values: [String: [String]] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--"), word.count > 2 else {
        throw UsageError(
          description:
            "'\(word)' is no parameter of \(source.name). Parameters are written --NAME VALUE; see: "
            + "hinterland fetch \(source.name) --parameters"
        )
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if parts.count == 2 {
        values[name, default: []].append(String(parts[1]))
        continue
      }
      let isKnown = source.parameters.contains { $0.name == name }
      if !isKnown {
        let near = NearestNames.of(name, among: source.parameters.map(\.name) + options)
        // Near one of its own, or near nothing: the library says what the source has.
        if let first = near.first, options.contains(first) {
          throw UsageError(
            description: "fetch has no option --\(name)\(PanelError.ending(near.map { "--" + $0 }))"
          )
        }
      }
      guard let value = rest.first, !value.hasPrefix("--") else {
        if isKnown { throw UsageError(description: "--\(name) needs a value after it.") }
        values[name, default: []].append("")
        continue
      }
      rest = rest.dropFirst()
      values[name, default: []].append(value)
    }
    return values
  }
}

/// Where a fetched file goes.
struct FetchTarget {
  /// The path; nil for standard output.
  let path: String?
  /// The file as a study names it.
  let nameInStudy: String
  /// What a study calls the table.
  let table: String

  /// Decides, and checks before anything is asked of anyone.
  init(out: String?, study: String?, source: OfficialSource, plan: FetchPlan, force: Bool) throws {
    let ending = plan.format.fileEnding
    let standard = "\(source.name).\(ending)"
    var study = study
    while let folder = study, folder.count > 1, folder.hasSuffix("/") { study = String(folder.dropLast()) }
    if let study {
      guard FileSystem.kind(of: study) == .folder else {
        throw UsageError(description: "'\(study)' is no folder; --study names the folder of a study.")
      }
      path = out ?? "\(study)/\(standard)"
    } else {
      path = out
    }
    let name = path.map { FileSystem.name(of: $0) } ?? standard
    if let study, let path, path.hasPrefix(study + "/") {
      nameInStudy = String(path.dropFirst(study.count + 1))
    } else {
      nameInStudy = path ?? name
    }
    table = name.hasSuffix("." + ending) ? String(name.dropLast(ending.count + 1)) : name
    guard let path else {
      if case .file = plan.format, Console.isTerminal {
        throw UsageError(
          description: "A file of this kind is no text for a terminal; name a file with --out."
        )
      }
      return
    }
    guard name.lowercased().hasSuffix("." + ending) || (ending == "geojson" && name.hasSuffix(".json")) else {
      throw UsageError(
        description: "'\(path)' does not end in .\(ending), and \(source.name) gives that. Name the file so."
      )
    }
    for each in [path, FetchTarget.recordPath(path)] where !force && FileSystem.kind(of: each) != .nothing {
      throw OutputError.exists(path: each)
    }
  }

  /// The record beside a file: `jobs.source.json` beside `jobs.csv`.
  static func recordPath(_ path: String) -> String {
    let name = FileSystem.name(of: path)
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    return String(path.dropLast(name.count)) + stem + ".source.json"
  }

  /// Writes the file and its record, both or neither; or the file alone to standard output.
  func write(_ file: FetchedFile, record: SourceRecord, force: Bool) throws {
    guard let path else { return try Console.write(file.bytes) }
    try AtomicFile.write(
      [
        AtomicFile.Item(path: path, bytes: file.bytes),
        AtomicFile.Item(
          path: FetchTarget.recordPath(path),
          bytes: Array(record.json(name: FileSystem.name(of: path)).utf8)
        ),
      ],
      force: force
    )
  }
}
