import ArgumentParser
import Panels
import Readers
import Studies

/// The verb of `hinterland diff A B`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Two reports or answers compared: inputs, options, numbers and verdicts.",
    discussion: "Ends with 0 if they are the same, with 1 if not."
  )

  @Argument(help: "The folder of a report, its run.json, or the NAME.run.json of an answer.") var first:
    String
  @Argument(help: "The same of another run.") var second: String
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let (left, right) = (folder(first), folder(second))
    let before = try RunManifest(readingFile: manifest(first))
    let after = try RunManifest(readingFile: manifest(second))
    var rows = differences(before, after)
    for old in before.outputs {
      guard let new = after.outputs.first(where: { $0.name == old.name }) else {
        rows.append(["output", old.name, "in the first alone", ""])
        continue
      }
      guard old.sha256 != new.sha256 else { continue }
      rows.append(try ["output", old.name] + change(of: old.name, left, right))
    }
    for new in after.outputs where !before.outputs.contains(where: { $0.name == new.name }) {
      rows.append(["output", new.name, "in the second alone", ""])
    }
    let same = before.outputs
      .filter { old in after.outputs.contains { $0.name == old.name && $0.sha256 == old.sha256 } }.count
    rows.append(["outputs", "the same", "\(same) of \(max(before.outputs.count, after.outputs.count))", ""])
    try output.write(
      Table(
        name: "diff",
        columns: ["kind", "name", "difference", "largest relative difference"],
        rows: rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } }
      )
    )
    if rows.count > 1 { throw AnswerIsNo(description: "The two differ in \(rows.count - 1) places.") }
  }

  private func folder(_ path: String) -> String {
    path.hasSuffix("run.json") ? FileSystem.parent(of: path) : path
  }

  private func manifest(_ path: String) -> String { path.hasSuffix("run.json") ? path : path + "/run.json" }

  private func differences(_ before: RunManifest, _ after: RunManifest) -> [[String]] {
    var rows: [[String]] = []
    func compare(_ name: String, _ left: String, _ right: String) {
      if left != right { rows.append(["run", name, "\(left) / \(right)", ""]) }
    }
    compare("version", before.version, after.version)
    compare("command", before.command.joined(separator: " "), after.command.joined(separator: " "))
    compare("seed", "\(before.seed)", "\(after.seed)")
    compare("numerics", before.numerics.joined(separator: "; "), after.numerics.joined(separator: "; "))
    for input in before.inputs {
      let other = after.inputs.first { $0.name == input.name }
      if other?.sha256 != input.sha256 {
        rows.append(["input", input.name, other == nil ? "in the first alone" : "other bytes", ""])
      }
    }
    for input in after.inputs where !before.inputs.contains(where: { $0.name == input.name }) {
      rows.append(["input", input.name, "in the second alone", ""])
    }
    let questions = Set(before.requests).symmetricDifference(after.requests)
    for request in (before.requests + after.requests) where questions.contains(request) {
      rows.append(["request", request.analysis, request.arguments.joined(separator: " "), ""])
    }
    return rows
  }

  /// How two tables of one name differ: the rows that changed, the largest relative difference, the verdicts.
  private func change(of name: String, _ left: String, _ right: String) throws -> [String] {
    guard name.hasSuffix(".csv") else { return ["other bytes", ""] }
    let before = try TextTable(InputFile(left + "/" + name))
    let after = try TextTable(InputFile(right + "/" + name))
    guard before.header == after.header, before.rows.count == after.rows.count else {
      return ["\(before.rows.count) rows / \(after.rows.count) rows", ""]
    }
    var largest = 0.0
    var changed = 0
    var verdicts = 0
    for (old, new) in zip(before.rows, after.rows) where old != new {
      changed += 1
      for column in old.indices where old[column] != new[column] {
        if before.header[column] == "verdict" { verdicts += 1 }
        guard let x = Double(old[column]), let y = Double(new[column]) else { continue }
        largest = max(largest, (x - y).magnitude / max(x.magnitude, y.magnitude, .leastNormalMagnitude))
      }
    }
    return [
      "\(changed) rows changed" + (verdicts > 0 ? ", \(verdicts) verdicts among them" : ""), "\(largest)",
    ]
  }
}
