import Albion
import ArgumentParser
import Readers
import Studies

/// The verb of `hinterland init DIR`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "A new study: an empty one, or the invented economy Albion."
  )

  @Argument(help: "The folder to make.") var folder: String
  @Option(help: ArgumentHelp("albion, an economy that the program invents.", valueName: "name")) var example:
    Example?
  @Option(
    help: ArgumentHelp("Which Albion: what concentrates, declines and grows in it.", valueName: "number")
  )
  var seed: UInt64 = 1
  @Flag(help: "Replace files that are there.") var force = false
  @Flag(help: "No notices on standard error.") var quiet = false

  /// The examples that the program can make.
  enum Example: String, CaseIterable, ExpressibleByArgument {
    case albion
  }

  func run() throws {
    let records: [OutputRecord]
    switch example {
    case .albion: records = try writeAlbion(to: folder, seed: seed, force: force)
    case nil:
      records = try OutputFolder.write(to: folder, force: force) { folder in
        try folder.add(InitCommand.emptyStudy, as: "study.yml")
      }
    }
    guard !quiet else { return }
    Console.say(
      "\(records.count) files in '\(folder)'. Next: hinterland report \(ShellText.quoted(folder)) -o \(ShellText.quoted(folder + "/out"))"
    )
  }

  /// A study to fill in: every key that is needed, with what it means.
  static let emptyStudy = """
    # A study: where the tables are, what their columns mean, and what is asked of them. An unknown key is refused.
    schema: 1
    title: My study
    question: What is this place known for, and is it concentrating?

    sources:
      agency: {publisher: Name of the agency, release: "2024", retrieved: "2024-01-31", licence: Its licence}

    tables:
      jobs:
        file: jobs.csv               # relative to this folder, or to the folder that 'data:' names
        source: agency
        region: region_code          # the columns of the file
        region name: region_name
        industry: industry_code
        industry title: industry_title
        period: year
        value: jobs
        variable: employment
        unit: jobs
        # rounding: bres             # none, bres, or a base such as 5
        # total: Total               # the code of rows that sum over industries

    definitions:
      advanced manufacturing:
        jobs: ["26*", "27*", "28*", "29*", "30*"]

    # place: the code of the region whose strategy this is
    average: 5
    seed: 1

    """
}
