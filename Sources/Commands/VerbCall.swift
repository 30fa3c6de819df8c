import Analyses
import ArgumentParser
import Readers
import Reports
import Studies

/// A call of an analysis whose paths start from the current folder, so that it can be made again from its words.
struct VerbCall<A: Analysis> {
  let study: Study
  let analysis: A

  /// Makes the call; absolute paths become relative ones.
  init(input: String, columns: A.Input, analysis: A) throws {
    let columns = try VerbCall.relative(columns, of: input)
    let study = try columns.study(of: input == "-" ? input : WorkingFolder.relative(input))
    if let data = VerbCall.value(of: "--data", in: study.columns), !study.isSingleTable {
      self.study = try Study(folder: study.name, data: WorkingFolder.relative(data))
    } else {
      self.study = study
    }
    var arguments = analysis.arguments
    if let groups = VerbCall.value(of: "--groups", in: arguments), groups.hasPrefix("/"),
      let place = arguments.firstIndex(of: "--groups")
    {
      arguments[place + 1] = WorkingFolder.relative(groups)
      self.analysis = try A.parse(arguments)
    } else {
      self.analysis = analysis
    }
  }

  /// The manifest of what was answered.
  func manifest(
    of findings: [Finding],
    bytes: [UInt8],
    as format: OutputFormat,
    to out: String
  ) async throws -> RunManifest {
    let arguments = analysis.arguments
    let groups = VerbCall.value(of: "--groups", in: arguments).map { [$0] } ?? []
    let inputs = try await study.inputsRead(beside: groups)
    let seed = VerbCall.value(of: "--seed", in: arguments).flatMap { UInt64($0) } ?? study.description.seed
    let output = OutputRecord(
      name: FileSystem.name(of: out),
      byteCount: bytes.count,
      sha256: SHA256.hexadecimal(of: bytes)
    )
    return RunManifest(
      version: HinterlandVersion.number,
      command: [A.name, study.name] + study.columns + arguments + ["--format", format.rawValue],
      requests: [analysis.request],
      inputs: inputs.files,
      seed: seed,
      numerics: Numerics.description,
      warnings: await Notices.lines(study: study, findings: findings) + inputs.changed,
      outputs: [output]
    )
  }

  /// The columns with the paths of lookups relative.
  private static func relative(_ columns: A.Input, of input: String) throws -> A.Input {
    guard !Study.isStudy(input) else { return columns }
    var words = try columns.study(of: input).columns
    var isChanged = false
    for position in words.indices.dropFirst() where words[position - 1].hasSuffix("-lookup") {
      var lookup = try LookupSpecification(words[position])
      guard lookup.file.hasPrefix("/") else { continue }
      lookup.file = WorkingFolder.relative(lookup.file)
      words[position] = lookup.text
      isChanged = true
    }
    return isChanged ? try A.Input.parse(words) : columns
  }

  /// The word after an option.
  private static func value(of option: String, in arguments: [String]) -> String? {
    guard let place = arguments.firstIndex(of: option), place + 1 < arguments.count else { return nil }
    return arguments[place + 1]
  }
}

extension RunManifest {
  /// The path of the manifest beside a file: `lq.run.json` beside `lq.csv`.
  ///
  /// Where that is the manifest of another file, such as `lq.svg`, it stays, and this one is `lq.csv.run.json`.
  static func path(beside file: String) -> String {
    let name = FileSystem.name(of: file)
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let folder = String(file.dropLast(name.count))
    let path = folder + (stem.isEmpty ? name : stem) + ".run.json"
    guard let other = try? RunManifest(readingFile: path), !other.outputs.contains(where: { $0.name == name })
    else { return path }
    return folder + name + ".run.json"
  }
}
