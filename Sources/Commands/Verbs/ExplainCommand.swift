import Analyses
import ArgumentParser
import Panels
import Readers
import Reports
import Studies

/// The verb of `hinterland explain MEASURE INPUT --cell region=R,industry=I,period=P`.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "One number taken apart: formula, what went in, bounds, convention and source.",
    discussion: """
      A location quotient needs region, industry and period; a measure of concentration industry and period; a measure of a \
      region's specialization region and period. Says which cells went in, and that the parts give the number. With \
      --bound, the numbers at which the measure reaches its bound: all of them allowed by rounding and suppression.
      """
  )

  @Argument(help: "The measure: see 'hinterland measures'.") var measure: String
  @Argument(help: "A study folder or a table.") var input: String
  @Option(
    help: ArgumentHelp("Which number, such as region=TLG1,industry=30300,period=2021.", valueName: "place")
  )
  var cell: CellAddress
  @Option(
    help: ArgumentHelp(
      "lower or upper: the numbers at which the measure reaches that bound.",
      valueName: "side"
    )
  )
  var bound: BoundSide?
  @Option(help: ArgumentHelp("The table of a study; its first if not given.", valueName: "name"))
  var table: String?
  @Option(
    help: ArgumentHelp("The level of the classification to work at, such as division.", valueName: "name")
  )
  var level: String?
  @OptionGroup(title: "Columns") var columns: PanelColumns
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() async throws {
    let study = try columns.study(of: input)
    let explanation = try await Explanation(
      measure: measure,
      cell: cell,
      bound: bound,
      table: table,
      level: level,
      study: study
    )
    if !output.quiet { for line in await Notices.lines(study: study, findings: []) { Console.say(line) } }
    if output.format == nil, output.out == nil, bound == nil {
      try Console.write(explanation.text)
    } else {
      try output.write(explanation.table)
    }
  }
}
