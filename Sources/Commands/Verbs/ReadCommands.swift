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
  @Option(help: ArgumentHelp("Lines before the table; found by itself if not given.", valueName: "count"))
  var skip: Int?
  @Option(
    help: ArgumentHelp("Lines of the header, 0 for none; found by itself if not given.", valueName: "count")
  )
  var headerLines: Int?
  @Option(help: ArgumentHelp("lf, crlf, cr or any.", valueName: "name"))
  var newline: Dialect.LineEnding?
  @Option(help: ArgumentHelp("Sheet of a workbook; found by itself if not given.", valueName: "name"))
  var sheet: String?

  func validate() throws {
    if let headerLines, !(0...20).contains(headerLines) {
      throw ValidationError(
        "--header-lines \(headerLines) is not between 0 and 20. Lines above the names of the columns are left out with --skip."
      )
    }
    if let skip, skip < 0 { throw ValidationError("--skip \(skip) is negative.") }
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
    overrides.escape = escape == "none" ? nil : escape?.first
    overrides.encoding = encoding
    overrides.lineEnding = newline
    overrides.hasHeader = headerLines.map { $0 > 0 }
    overrides.skippedRows = skip ?? 0
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
    abstract: "Any delimited file or sheet as a plain rectangular table.",
    discussion: """
      How the file is written is found where it is not told. Rows that do not fit are mended one by one, and what was mended or \
      left out is counted on standard error. Where no line names the columns they are called col_0, col_1 and so on.
      """
  )

  @Argument(help: "A delimited file, plain or compressed, a workbook, or - for standard input.") var file:
    String
  @OptionGroup(title: "Dialect") var dialect: DialectOptions
  @Option(
    help: ArgumentHelp(
      "Names of the columns, in place of those of the header: separated by commas, quoted where they hold one.",
      valueName: "names"
    )
  )
  var names: String?
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let result: Table
    let names = try names.map { try ReadCommand.cells($0) }
    switch try TableInput(path: file, sheet: dialect.sheet, needsNumbers: false) {
    case .sheet(let table):
      if let names, names.count != table.header.count {
        throw UsageError(
          description:
            "--names has \(names.count) names, the sheet has \(table.header.count) columns; give one for each."
        )
      }
      result = ReadCommand.table(names ?? table.header, table.rows)
    case .delimited(let input):
      let told = UntidyTable.Told(
        skippedLines: dialect.skip,
        headerLines: dialect.headerLines,
        columnNames: names
      )
      if let delimiter = output.resolvedFormat.delimiter {
        let text = try UntidyTable.text(
          of: input,
          delimiter: delimiter,
          dialect: dialect.overrides,
          told: told
        )
        if !output.quiet { for notice in text.notices { Console.say("\(file): \(notice).") } }
        return try output.write(text.bytes)
      }
      let table = try UntidyTable(input, dialect: dialect.overrides, told: told)
      if !output.quiet { for notice in table.notices { Console.say("\(file): \(notice).") } }
      let width = table.rows.first?.count ?? 0
      result = ReadCommand.table(table.header ?? (0..<width).map { "col_\($0)" }, table.rows)
    }
    try output.write(result)
  }

  /// The cells of a line with commas.
  private static func cells(_ line: String) throws -> [String] {
    guard !line.isEmpty else {
      throw UsageError(description: "--names is empty; give the names, as in --names area,jobs.")
    }
    let told = UntidyTable.Told(headerLines: 0)
    let dialect = DialectOverrides(delimiter: ",", quote: .character("\""), hasHeader: false)
    return try UntidyTable(InputFile(text: line, name: "--names"), dialect: dialect, told: told).rows.first
      ?? []
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> Table {
    Table(name: "table", columns: header, rows: rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } })
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
    let notices = try study.applyLookups(to: &reading, of: table)
    try study.addTitles(to: &reading, of: table)
    if !output.quiet { for line in reading.summary + notices.map(\.sentence) { Console.say(line) } }
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

extension OutputFormat {
  /// What stands between cells where the format is delimited text.
  fileprivate var delimiter: Unicode.Scalar? {
    switch self {
    case .csv: ","
    case .tsv: "\t"
    default: nil
    }
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
