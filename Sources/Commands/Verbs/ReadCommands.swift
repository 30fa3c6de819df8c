import Analyses
public import ArgumentParser
import Panels
public import Readers
public import Reports
import Studies

/// How a delimited file is written, where that is told.
struct DialectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What stands between cells, such as ';' or tab.", valueName: "character"))
  var delimiter: String?
  @Option(help: ArgumentHelp("What stands around cells, or none.", valueName: "character"))
  var quote: String?
  @Option(help: ArgumentHelp("What stands before a quote within a cell.", valueName: "character"))
  var escape: String?
  @Option(help: ArgumentHelp("utf-8, utf-16le, utf-16be or windows-1252.", valueName: "name"))
  var encoding: Dialect.Encoding?
  @Option(help: ArgumentHelp("Rows before the table.", valueName: "count"))
  var skip: Int = 0
  @Option(help: ArgumentHelp("0 if the table has no header, else 1.", valueName: "count"))
  var headerLines: Int = 1
  @Option(help: ArgumentHelp("lf, crlf, cr or any.", valueName: "name"))
  var newline: Dialect.LineEnding?
  @Option(help: ArgumentHelp("Sheet of a workbook; found by itself if not given.", valueName: "name"))
  var sheet: String?

  func validate() throws {
    guard (0...1).contains(headerLines) else {
      throw ValidationError("--header-lines \(headerLines) is not 0 or 1.")
    }
    guard skip >= 0 else { throw ValidationError("--skip \(skip) is negative.") }
    for (name, text) in [("quote", quote), ("escape", escape)] {
      if let text, text.count != 1, text != "none" {
        throw ValidationError("--\(name) '\(text)' is not one character.")
      }
    }
  }

  /// The parts of the dialect that are told.
  var overrides: DialectOverrides {
    var overrides = DialectOverrides()
    overrides.delimiter = delimiter == "tab" || delimiter == "\\t" ? "\t" : delimiter
    if let quote {
      overrides.quote = quote == "none" ? DialectOverrides.Quote.none : quote.first.map { .character($0) }
    }
    overrides.escape = escape?.first
    overrides.encoding = encoding
    overrides.lineEnding = newline
    if headerLines == 0 { overrides.hasHeader = false }
    overrides.skippedRows = skip
    return overrides
  }
}

extension Dialect.Encoding: ExpressibleByArgument {}
extension Dialect.LineEnding: ExpressibleByArgument {}

extension ProfileName: ExpressibleByArgument {}

/// The verb of `hinterland read FILE`.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Any delimited file or sheet as a plain rectangular table."
  )

  @Argument(help: "A delimited file, plain or compressed, a workbook, or - for standard input.") var file:
    String
  @OptionGroup(title: "Dialect") var dialect: DialectOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let table = try TableInput(path: file, sheet: dialect.sheet).text(dialect: dialect.overrides)
    let result = Table(
      name: "table",
      columns: table.header,
      rows: table.rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } }
    )
    try output.write(result)
  }
}

/// The verb of `hinterland clean FILE`.
struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "The tidy copy of a table: a row a number, with bounds, status and the text it came from."
  )

  @Argument(help: "A table, plain or compressed, a workbook, or - for standard input.") var file: String
  @OptionGroup(title: "Columns") var columns: PanelColumns
  @Flag(help: "Mend codes that a spreadsheet made into dates or robbed of zeros.") var repairCodes = false
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() async throws {
    let study = try columns.study(of: file)
    guard study.isSingleTable, let table = study.description.tables.first else {
      throw UsageError(description: "'\(file)' is a study; clean takes one table.")
    }
    var options = try table.panelOptions
    options.repairCodes = repairCodes
    let reading = try TableInput(path: file, sheet: table.sheet).panel(options)
    if !output.quiet { for line in reading.summary { Console.say(line) } }
    try output.write(reading.tidyTable(total: table.total, totalRegion: table.totalRegion))
  }
}

/// The verb of `hinterland check INPUT`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "What is in a table or a study, and what is wrong with it.",
    discussion: "Ends with 1 if something is found that makes results wrong."
  )

  @Argument(help: "A study folder, a table, or - for standard input.") var input: String
  @Option(help: ArgumentHelp("How the file speaks; found by itself if not given.", valueName: "name"))
  var profile: ProfileName?
  @Option(help: ArgumentHelp("Folder of a study's tables, if it is another.", valueName: "folder"))
  var data: String?
  @OptionGroup(title: "Dialect") var dialect: DialectOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() async throws {
    if Study.isStudy(input) {
      try await checkStudy()
      return
    }
    var options = CheckOptions()
    options.profile = profile
    options.dialect = dialect.overrides
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

/// The verb of `hinterland measures`.
struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "What can be measured, with formula, convention and source."
  )

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.write(MeasureCatalogue.table)
  }
}

extension OutputOptions {
  /// Writes a table that is no finding.
  func write(_ table: Table) throws {
    switch resolvedFormat {
    case .csv, .tsv, .json, .ndjson, .markdown, .table:
      guard let format = TableFormat(rawValue: resolvedFormat.rawValue) else { return }
      try write(Array(format.text(of: table).utf8))
    case .xlsx:
      try write(WorkbookWriter.bytes(of: [table], title: table.name))
    case .html, .svg, .parquet:
      throw UsageError(
        description:
          "This verb writes csv, tsv, json, ndjson, markdown, table or xlsx, not \(resolvedFormat.rawValue)."
      )
    }
  }
}
