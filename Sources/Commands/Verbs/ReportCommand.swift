import Analyses
import ArgumentParser
import Arithmetic
import Measures
import Panels
import Readers
import Reports
import Studies

/// The verb of `hinterland report STUDY -o DIR`.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Every answer that a study can give, in one report.",
    discussion: """
      Writes report.html, which needs no other file and no network, the table of each figure as CSV, each figure as SVG, \
      and run.json, from which 'hinterland rerun' makes the same bytes again.
      """
  )

  @Argument(help: ArgumentHelp("A folder with study.yml.", valueName: "study"))
  var study: String

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var out: String

  @Option(
    help: ArgumentHelp("Folder of the tables, if it is another than the study says.", valueName: "folder")
  )
  var data: String?

  @Flag(help: "Replace files that are there.")
  var force = false

  @Flag(help: "No notices on standard error.")
  var quiet = false

  @OptionGroup var work: ThreadOptions

  func run() async throws {
    let line = ProgressLine(quiet: quiet)
    defer { line.end() }
    let run = try await ReportRun(study: study, data: data, threads: work.threads, progress: line.progress)
    line.end()
    try run.write(to: out, force: force)
    guard !quiet else { return }
    for line in run.warnings { Console.say(line) }
    Console.say("\(run.content.findings.count) findings: \(out)/report.html")
  }
}

/// A report and what went into it.
struct ReportRun {
  let content: ReportContent
  let manifest: RunManifest
  let warnings: [String]

  /// Answers everything that a study can answer, at most so many things at a time.
  init(study name: String, data: String?, threads: Int?, progress: Progress = .silent) async throws {
    let name = WorkingFolder.relative(name)
    let data = data.map { WorkingFolder.relative($0) }
    guard Study.isStudy(name) else {
      throw StudyError.noStudy(folder: name, reason: "it is not a folder with a study.yml")
    }
    let study = try Study(folder: name, data: data)
    let inputs = try study.inputs()
    try progress.step(0, "reading the tables of \(name)")
    try await study.readAll(threads: threads)
    var requests: [Request] = []
    for entry in AnalysisList.all where entry.missing(from: study).isEmpty {
      requests += entry.requests(for: study)
    }
    let (answered, unanswered) = try await ReportRun.answer(
      requests,
      on: study,
      threads: threads,
      progress: progress
    )
    warnings = await Notices.lines(study: study, findings: []) + inputs.changed + unanswered
    let rows = await study.rowCounts()
    let command = ["report", study.name] + (data.map { ["--data", $0] } ?? [])
    let facts = RunFacts(
      command: (["hinterland"] + command + ["-o", "out"]).map(ShellText.quoted).joined(separator: " "),
      inputs: inputs.files.map { RunFacts.Input(name: $0.name, rowCount: rows[$0.name], sha256: $0.sha256) },
      seed: study.description.seed
    )
    content = ReportContent(
      title: study.description.title,
      question: study.description.question,
      findings: answered,
      description: study.description,
      groups: try await study.groupNotes(),
      dataNotes: await study.dataNotes()
        + (inputs.changed + unanswered).map { DataNote(table: "the study", text: $0) },
      cannotTell: study.description.limits,
      run: facts,
      version: HinterlandVersion.text
    )
    manifest = RunManifest(
      version: HinterlandVersion.number,
      command: command,
      requests: requests,
      inputs: inputs.files.map { RunManifest.Input(name: $0.name, sha256: $0.sha256, rows: rows[$0.name]) },
      seed: study.description.seed,
      numerics: Numerics.description,
      warnings: warnings,
      outputs: []
    )
  }

  /// Answers requests, several at a time, and returns the findings in the order of the requests, each name once.
  ///
  /// What the numbers do not determine is left out and said; that nothing at all can be answered is an error.
  private static func answer(
    _ requests: [Request],
    on study: Study,
    threads: Int?,
    progress: Progress
  ) async throws -> (findings: [Finding], unanswered: [String]) {
    var parts = [Result<[Finding], any Error>](repeating: .success([]), count: requests.count)
    var count = 0
    func place(_ part: (Int, Result<[Finding], any Error>)) throws {
      parts[part.0] = part.1
      count += 1
      try progress.step(
        0.1 + 0.9 * Double(count) / Double(requests.count),
        "answered \(count) of \(requests.count)"
      )
    }
    try progress.step(0.1, "answering \(requests.count) questions")
    try await withThrowingTaskGroup(of: (Int, Result<[Finding], any Error>).self) { group in
      for (position, request) in requests.enumerated() {
        if position >= threads ?? .max, let part = try await group.next() { try place(part) }
        group.addTask {
          guard let entry = AnalysisList.entry(named: request.analysis) else {
            return (position, .success([]))
          }
          do {
            return (position, .success(try await entry.answer(request, on: study)))
          } catch  where ExitStatus.after(error) == .notComputable {
            return (position, .failure(error))
          }
        }
      }
      for try await part in group { try place(part) }
    }
    var unanswered: [String] = []
    var firstFailure: (any Error)?
    for (request, part) in zip(requests, parts) {
      guard case .failure(let error) = part else { continue }
      firstFailure = firstFailure ?? error
      unanswered.append(
        "Not answered: \(request.command(for: study.name, columns: study.columns)). \(error)"
      )
    }
    let findings = parts.flatMap { (try? $0.get()) ?? [] }
    if findings.isEmpty, let firstFailure { throw firstFailure }
    return (named(findings), unanswered)
  }

  /// Returns the findings, each under a name of its own.
  private static func named(_ findings: [Finding]) -> [Finding] {
    var names: [String: Int] = [:]
    return findings.map { finding in
      var finding = finding
      names[finding.id, default: 0] += 1
      if let count = names[finding.id], count > 1 { finding.id += "-\(count)" }
      return finding
    }
  }

  /// Writes the report and its manifest, all or nothing.
  @discardableResult
  func write(to folder: String, force: Bool) throws -> [OutputRecord] {
    try Reports.write(report: content, to: folder, force: force) { folder in
      var manifest = manifest
      manifest.outputs = folder.records.sorted { $0.name < $1.name }
      try folder.add(manifest.text, as: "run.json")
    }
  }
}
