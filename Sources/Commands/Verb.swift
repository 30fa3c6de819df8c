import Analyses
import ArgumentParser
import Arithmetic
import Measures
import Panels
import Readers
import Reports
import Studies

/// The command of an analysis: what to read, what its columns are, what is asked, and where the answer goes.
struct Verb<A: Analysis>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: A.name, abstract: A.question, discussion: A.discussion)
  }

  @Argument(help: ArgumentHelp("A study folder, a table, or - for standard input.", valueName: "input"))
  var input: String

  @OptionGroup(title: "Columns")
  var columns: A.Input

  @OptionGroup(title: "Analysis")
  var analysis: A

  @OptionGroup(title: "Output")
  var output: OutputOptions

  /// A single answer is worked on by one thread: the option is there because it means the same everywhere.
  @OptionGroup(title: "Work")
  var work: ThreadOptions

  func run() async throws {
    if let out = output.out {
      try await run(to: out)
    } else {
      let study = try columns.study(of: input)
      let findings = try await findings(of: analysis, on: study)
      await Notices.print(study: study, findings: findings, quiet: output.quiet)
      try output.write(output.bytes(of: findings, isInvented: study.description.isInvented))
    }
  }

  /// Writes the answer to a file, and beside it the manifest from which `rerun` makes it again.
  private func run(to out: String) async throws {
    let call = try VerbCall(input: input, columns: columns, analysis: analysis)
    let findings = try await findings(of: call.analysis, on: call.study)
    let bytes = try output.bytes(of: findings, isInvented: call.study.description.isInvented)
    await Notices.print(study: call.study, findings: findings, quiet: output.quiet)
    guard input != "-" else {
      if !output.quiet { Console.say("No manifest: what came from standard input cannot be read again.") }
      return try output.write(bytes)
    }
    let manifest = try await call.manifest(of: findings, bytes: bytes, as: output.resolvedFormat, to: out)
    try AtomicFile.write(
      [
        AtomicFile.Item(path: out, bytes: bytes),
        AtomicFile.Item(path: RunManifest.path(beside: out), bytes: Array(manifest.text.utf8)),
      ],
      force: output.force
    )
  }

  private func findings(of analysis: A, on study: Study) async throws -> [Finding] {
    let needs = A.missing(from: study)
    guard needs.isEmpty else { throw StudyError.missing(analysis: A.name, needs: needs) }
    let line = ProgressLine(quiet: output.quiet)
    defer { line.end() }
    try line.progress.step(0, "reading \(input == "-" ? "standard input" : input)")
    let findings = try await analysis.run(on: study, progress: line.progress)
    guard !findings.isEmpty else {
      throw UsageError(description: "'\(A.name)' has nothing to report on this selection.")
    }
    guard findings.contains(where: { $0.table.hasNumbers }) else {
      throw MeasureError.notIdentifiable(
        "every number that '\(A.name)' needs is suppressed or missing in this selection"
      )
    }
    return findings
  }
}

extension Table {
  /// Whether any result of the table has a number, or a lower bound that says something.
  fileprivate var hasNumbers: Bool {
    guard let value = columns.firstIndex(of: "value") else { return !rows.isEmpty }
    let lower = columns.firstIndex(of: "lower")
    return rows.contains { row in
      if row[value] != .empty { return true }
      guard let lower, case .number(let bound) = row[lower] else { return false }
      return bound != 0
    }
  }
}
