import Analyses
import ArgumentParser
import Panels
import Readers
import Reports
import Studies

/// The verb of `hinterland check INPUT`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "What is in a table or a study, and what is wrong with it.",
    discussion: """
      How a delimited file is written is found where it is not told. Lines beside the table, headers of several lines and rows \
      that do not fit are findings with row and count; what the columns hold is then checked as 'read' would mend it. Ends with \
      1 if something is found that makes results wrong.
      """
  )

  @Argument(help: "A study folder, a table, or - for standard input.") var input: String
  @Option(help: ArgumentHelp("How the file speaks; found by itself if not given.", valueName: "name"))
  var profile: ProfileName?
  @Option(help: ArgumentHelp("Folder of a study's tables, if it is another.", valueName: "folder"))
  var data: String?
  @Option(
    help: ArgumentHelp("Column of the region's code; found by itself if not given.", valueName: "column")
  )
  var region: String?
  @Option(help: ArgumentHelp("Column of the industry's code; likewise.", valueName: "column"))
  var industry: String?
  @Option(help: ArgumentHelp("Column of the period; likewise.", valueName: "column"))
  var period: String?
  @Option(help: ArgumentHelp("Column of the number; likewise.", valueName: "column"))
  var value: String?
  @OptionGroup(title: "Dialect") var dialect: DialectOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() async throws {
    let columns = CheckColumns(region: region, industry: industry, period: period, value: value)
    if Study.isStudy(input) {
      guard columns.isEmpty else {
        throw UsageError(description: "'\(input)' is a study, which says itself what its columns are.")
      }
      try await checkStudy()
      return
    }
    var options = CheckOptions()
    options.profile = profile
    options.columns = columns
    options.dialect = dialect.overrides
    options.told = UntidyTable.Told(skippedLines: dialect.skip, headerLines: dialect.headerLines)
    let report = try TableInput(path: input, sheet: dialect.sheet).checked(options)
    try output.write(CheckCommand.table(report))
    if report.hasProblem {
      let count = report.findings.filter { $0.severity == .problem }.count
      throw AnswerIsNo(description: "\(input): \(count) problem\(count == 1 ? "" : "s").")
    }
  }

  private func checkStudy() async throws {
    let study = try Study(folder: input, data: data)
    let inputs = try study.inputs()
    try await study.readAll()
    var rows: [[TableValue]] = inputs.changed.map {
      [.text("warning"), .text("study"), .text("another release"), .text($0)]
    }
    rows += try await (study.codeFindings() + study.revisionFindings())
      .map {
        [
          .text($0.finding.severity.rawValue), .text($0.table), .text($0.finding.title),
          .text($0.finding.detail),
        ]
      }
    for note in await study.dataNotes() {
      rows.append([.text("note"), .text(note.table), .text("reading"), .text(note.text)])
    }
    for entry in AnalysisList.all {
      let needs = entry.missing(from: study)
      rows.append([
        .text(needs.isEmpty ? "note" : "warning"), .text("study"), .text(entry.name),
        .text(
          needs.isEmpty ? "can be answered: \(entry.question)" : "needs \(needs.joined(separator: "; "))"
        ),
      ])
    }
    try output.write(Table(name: "check", columns: ["severity", "table", "finding", "detail"], rows: rows))
  }

  private static func table(_ report: CheckReport) -> Table {
    var rows: [[TableValue]] = [
      [
        .text("note"), .text("file"),
        .text(
          "\(report.rows) rows; profile \(report.profile.rawValue); \(report.dialect.label); header in row \(report.headerRow)"
        ), .empty,
      ],
      [
        .text("note"), .text("columns"),
        .text(report.columns.map { "\($0.role): \($0.column)" }.joined(separator: "; ")), .empty,
      ],
    ]
    rows += report.findings.map {
      [
        .text($0.severity.rawValue), .text($0.title), .text($0.detail),
        $0.advice.isEmpty ? .empty : .text($0.advice),
      ]
    }
    return Table(name: "check", columns: ["severity", "finding", "detail", "advice"], rows: rows)
  }
}
