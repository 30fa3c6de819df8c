import Analyses
public import ArgumentParser
import Panels
public import Readers
import Reports
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
    let input = try TableInput(path: file, sheet: dialect.sheet, needsNumbers: false)
    let table = try input.text(dialect: dialect.overrides)
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
    var reading = try TableInput(path: file, sheet: table.sheet).panel(options)
    try study.addTitles(to: &reading, of: table)
    if !output.quiet { for line in reading.summary { Console.say(line) } }
    try output.write(reading.tidyTable(total: table.total, totalRegion: table.totalRegion))
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
