import ArgumentParser
import Reports

/// Where results go and in what form: the same for every verb.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "csv, tsv, json, ndjson, markdown, table, html, svg or xlsx; without it, that of --out, or an aligned table on a terminal and CSV in a pipe.",
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
}

extension OutputFormat: ExpressibleByArgument {}
