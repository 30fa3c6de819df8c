public import ArgumentParser
import Fetching
import Panels
import Readers
import Studies

/// The verb of `hinterland fetch SOURCE`.
struct FetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Official tables from their publishers, with licence, attribution and checksum.",
    discussion: """
      SOURCE is one of --list; what may be chosen of it, --parameters lists: --year 2021 --geography ITL2. Beside FILE is written \
      FILE's name with .source.json: the addresses asked, the day, checksum, licence and attribution. Pages fetched today are \
      not asked for again, so that a fetch that broke goes on where it was. This is the only verb that uses the network; it \
      obeys HTTPS_PROXY, NO_PROXY and SSL_CERT_FILE.
      """
  )

  @Argument(help: "The name of a source.") var source: String?
  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("Parameters of the source, as --year 2021.", valueName: "parameters")
  )
  var parameterWords: [String] = []

  @Flag(help: "List the sources.") var list = false
  @Flag(help: "List what may be chosen of the source.") var parameters = false
  @Flag(help: "Print the addresses and limits, and ask no one.") var dryRun = false

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write to a file.", valueName: "file"))
  var out: String?
  @Option(
    help: ArgumentHelp(
      "A study: write into its folder, and name the file as the study does.",
      valueName: "folder"
    )
  )
  var study: String?
  @Flag(help: "Replace files that are there.") var force = false
  @Flag(help: "No notices on standard error.") var quiet = false

  @OptionGroup(title: "Network") var network: NetworkOptions

  func run() async throws {
    if list { return try FetchCommand.print(FetchLists.sources, quiet: quiet) }
    guard let source else {
      throw UsageError(description: "Which source? See: hinterland fetch --list")
    }
    let chosen = try Catalogue.source(named: source)
    if parameters { return try FetchCommand.print(FetchLists.parameters(of: chosen), quiet: quiet) }
    let environment = Environment.values(
      of: Environment.namesForNetwork + chosen.parameters.compactMap(\.secretVariable)
    )
    let arguments = try chosen.arguments(
      try ParameterWords.values(parameterWords, of: chosen),
      environment: environment
    )
    let settings = try network.settings(environment: environment, quiet: quiet)
    let fetcher = try Fetcher(chosen, arguments, settings: settings)
    if dryRun { return try Console.write(FetchLists.plan(fetcher, base: network.address)) }
    let target = try FetchTarget(out: out, study: study, source: chosen, plan: fetcher.plan, force: force)
    let file = try await fetcher.fetch()
    let record = SourceRecord(
      source: chosen,
      arguments: arguments,
      plan: fetcher.plan,
      file: file,
      program: HinterlandVersion.text
    )
    try target.write(file, record: record, force: force)
    if !quiet { FetchLists.report(file, record: record, target: target, source: chosen) }
  }

  private static func print(_ table: Table, quiet: Bool) throws {
    let format: TableFormat = Console.isTerminal ? .table : .csv
    try Console.write(format.text(of: table))
  }
}

/// How the network is used.
struct NetworkOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How often a request is sent at most.", valueName: "count")) var retries = 5
  @Option(help: ArgumentHelp("Seconds to wait for an answer to begin.", valueName: "seconds")) var timeout =
    120.0
  @Option(
    help: ArgumentHelp(
      "Send requests there instead of to the service: a mirror (https), or this machine.",
      valueName: "address"
    )
  )
  var address: String?
  @Option(
    help: ArgumentHelp(
      "Where pages are kept; $XDG_CACHE_HOME/hinterland or ~/.cache/hinterland if not given.",
      valueName: "folder"
    )
  )
  var cache: String?
  @Flag(help: "Answer from the cache alone, whatever its age.") var offline = false
  @Flag(help: "Ask again for pages that were fetched today.") var refresh = false

  /// The settings, with the environment of the process.
  func settings(environment: [String: String], quiet: Bool) throws -> FetchSettings {
    guard let folder = cache ?? FetchSettings.standardCacheFolder(environment) else {
      throw UsageError(
        description: "There is no home for the cache (HOME is not set); name a folder with --cache."
      )
    }
    var settings = FetchSettings(
      cacheFolder: folder,
      today: CivilDay.today.description,
      program: HinterlandVersion.text,
      environment: environment
    )
    settings.tries = retries
    settings.firstByteSeconds = timeout
    settings.base = address.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    settings.isOffline = offline
    settings.refreshes = refresh
    if !quiet { settings.notify = { line in Console.say(line) } }
    return settings
  }
}
