public import ArgumentParser
public import Arithmetic
import Measures
public import Studies

/// The analysis of which industries are concentrated, and which are strong in a kind of region.
public struct TwoWay: Analysis {
  /// The name of the verb.
  public static let name = "two-way"
  /// The question, as an official would ask it.
  public static let question = "Which industries are concentrated, and which are strong in a kind of region?"
  /// What the analysis does, for the help text.
  public static let discussion = """
    A table of concentrated or dispersed against strong or weak in a group of regions, with both thresholds as options, and \
    for each industry whether the bounds of rounding and suppression leave it in its field.
    """
  /// What says what the columns of a single table are.
  public typealias Input = PanelColumns

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @Option(help: ArgumentHelp("Theil above this is called concentrated.", valueName: "number"))
  var threshold: Double = 0.4
  @Option(help: ArgumentHelp("A location quotient above this is called strong.", valueName: "number"))
  var strong: Double = 1
  @OptionGroup(title: "Groups") var groups: GroupOptions
  @Option(help: ArgumentHelp("Mean over this many last periods.", valueName: "count"))
  var last: Int = 1
  @OptionGroup(title: "Uncertainty") var uncertainty: UncertaintyOptions

  /// Makes the options with their defaults; arguments are parsed into it.
  public init() {}

  /// The arguments again, as they would be typed, defaults included.
  public var arguments: [String] {
    selection.arguments + ["--threshold", "\(threshold)", "--strong", "\(strong)"] + groups.arguments
      + ["--last", "\(last)"] + uncertainty.arguments
  }

  /// Returns what a study would need to have for this analysis, in words; empty if it has all.
  public static func missing(from study: Study) -> [String] { Concentration.missing(from: study) }

  /// Returns the requests that a report on a study makes of this analysis, in order.
  public static func requests(for study: Study) -> [Request] {
    study.definedTables.compactMap { table in
      study.mainGroup(dividing: table)
        .map { group in
          let average = max(1, study.description.average)
          return Request(
            analysis: name,
            arguments: [
              "--table", table.name, "--group", group.name, "--last", "\(table.prices == nil ? 1 : average)",
            ]
          )
        }
    }
  }

  /// Refuses options that contradict each other or lie outside what they are defined for.
  ///
  /// - Throws: `ValidationError` with what was given and what is needed.
  public mutating func validate() throws {
    guard last >= 1 else { throw ValidationError("--last \(last) is not at least 1.") }
    guard groups.isGiven else {
      throw ValidationError("two-way needs the groups to compare: --group NAME or --groups FILE.")
    }
  }

  /// Answers.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - progress: Told how far the work has come.
  /// - Returns: The findings, in the order to show them.
  /// - Throws: `StudyError`, or the error of a reader or a measure.
  public func run(on study: Study, progress: Progress) async throws -> [Finding] {
    let inquiry = try await Inquiry(study, selection: selection, request: request)
    guard let grouping = try await groups.grouping(on: inquiry.table, of: study) else { return [] }
    var subjects = try selection.subjects(in: inquiry.table, of: study)
    if !study.isSingleTable {
      if let first = subjects.first, (2...8).contains(first.industries.count) {
        subjects = study.members(of: first, in: inquiry.table) + subjects.dropFirst()
      }
      let sets = subjects.map { Set($0.industries) }
      subjects = zip(subjects, sets)
        .filter { _, own in !sets.contains { $0.isStrictSubset(of: own) } }.map(\.0)
    }
    let positions = try selection.periods(of: inquiry.panel).suffix(last)
    let answer = try TwoWayAnswer(
      inquiry: inquiry,
      grouping: grouping,
      positions: positions,
      subjects: subjects,
      thresholds: TwoWayTable.Thresholds(concentration: threshold, quotient: strong),
      evidence: Evidence(inquiry, uncertainty)
    )
    return [try answer.finding()]
  }
}
