public import ArgumentParser
public import Readers
public import Reports
import Studies

/// Where results go and in what form: the same for every verb.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "csv, tsv, json, ndjson, markdown, table, html, svg or xlsx; without it that of --out, or an aligned table on a "
        + "terminal and CSV in a pipe.",
      valueName: "format"
    )
  )
  var format: OutputFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to a file instead.", valueName: "file")
  )
  var out: String?

  @Flag(help: "Replace a file that is there.")
  var force = false

  @Flag(help: "No notices on standard error.")
  var quiet = false

  mutating func validate() throws {
    guard let out, format == nil, OutputFormat(fileName: out) == nil else { return }
    throw ValidationError(
      "The ending of '\(out)' names no format; end it in .csv, .xlsx, .html …, or give --format."
    )
  }

  /// The format that was asked for, or that suits where the results go.
  var resolvedFormat: OutputFormat {
    if let format { return format }
    if let out, let named = OutputFormat(fileName: out) { return named }
    return Console.isTerminal ? .table : .csv
  }

  /// Findings in the form that was asked for.
  func bytes(of findings: [Finding], isInvented: Bool) throws -> [UInt8] {
    try render(findings, as: resolvedFormat, isInvented: isInvented, version: HinterlandVersion.text)
  }

  /// Writes bytes where they were asked to go.
  func write(_ bytes: [UInt8]) throws {
    if let out {
      try AtomicFile.write(bytes, to: out, force: force)
      return
    }
    guard resolvedFormat.isText || !Console.isTerminal else {
      throw UsageError(description: "A workbook is no text for a terminal; name a file with --out.")
    }
    try Console.write(bytes)
  }
}

extension OutputFormat: ExpressibleByArgument {}
