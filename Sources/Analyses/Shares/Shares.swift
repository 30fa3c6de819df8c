public import ArgumentParser
public import Arithmetic
import Measures
import Panels
public import Studies

/// The analysis of which regions, or kinds of region, have how much of an industry, and whether that changed.
public struct Shares: Analysis {
  /// The name of the verb.
  public static let name = "shares"
  /// The question, as an official would ask it.
  public static let question = "Which regions have how much of the industry, and has that changed?"
  /// What the analysis does, for the help text.
  public static let discussion = """
    Shares of regions, or of groups of regions, in an industry by period, beside their shares in all activity, with the \
    bounds that rounding and suppression leave. A change is called one only if it clears those bounds and is large enough \
    to matter: shares drift by chance as plants open and close.
    """
  /// What says what the columns of a single table are.
  public typealias Input = PanelColumns

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Groups") var groups: GroupOptions
  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Uncertainty") var uncertainty: UncertaintyOptions
  @Flag(help: "Report which regions are in which group instead, as a map.")
  var members = false
  @Option(
    help: ArgumentHelp(
      "A share has changed from this many percentage points on; less is called little.",
      valueName: "points"
    )
  )
  var material: Double = 1

  /// Makes the options with their defaults; arguments are parsed into it.
  public init() {}

  /// Refuses options that contradict each other or lie outside what they are defined for.
  ///
  /// - Throws: `ValidationError` with what was given and what is needed.
  public mutating func validate() throws {
    guard !members || groups.isGiven else {
      throw ValidationError("--members needs the groups: --group NAME or --groups FILE.")
    }
    guard (0..<100).contains(material) else {
      throw ValidationError("--material \(material) is not from 0 to less than 100 percentage points.")
    }
  }

  /// The arguments again, as they would be typed, defaults included.
  public var arguments: [String] {
    selection.arguments + groups.arguments + time.arguments + ["--material", "\(material)"]
      + (members ? ["--members"] : []) + uncertainty.arguments
  }

  /// Returns what a study would need to have for this analysis, in words; empty if it has all.
  public static func missing(from study: Study) -> [String] { Concentration.missing(from: study) }

  /// Returns the requests that a report on a study makes of this analysis, in order.
  public static func requests(for study: Study) -> [Request] {
    var requests: [Request] = []
    let average = study.description.average
    for table in study.definedTables {
      let time = average > 1 && table.prices != nil ? ["--average", "\(average)", "--block"] : []
      requests.append(Request(analysis: name, arguments: ["--table", table.name] + time))
      for group in study.description.groups where study.divides(group, table) {
        if group.isVariantOf != nil, table.name != study.definedTables.first?.name { continue }
        requests.append(
          Request(analysis: name, arguments: ["--table", table.name, "--group", group.name] + time)
        )
        guard table.name == study.definedTables.first?.name else { continue }
        requests.append(
          Request(
            analysis: name,
            arguments: ["--table", table.name, "--group", group.name] + time + ["--members"]
          )
        )
      }
    }
    return requests
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
    let positions = try selection.periods(of: inquiry.panel)
    let windows = try time.windows(of: Array(inquiry.panel.periods[positions]))
    var subjects = try selection.subjects(in: inquiry.table, of: study)
    let grouping = try await groups.grouping(on: inquiry.table, of: study)
    if grouping != nil, !study.isSingleTable, let first = subjects.first,
      (2...8).contains(first.industries.count)
    {
      subjects = [first] + study.members(of: first, in: inquiry.table) + subjects.dropFirst()
    }
    var answer = ShareAnswer(
      inquiry: inquiry,
      subjects: subjects,
      grouping: grouping,
      regions: try selection.regions(in: inquiry.table, of: study),
      positions: positions,
      windows: windows,
      material: ShareMateriality(points: material),
      evidence: Evidence(inquiry, uncertainty)
    )
    if members { return [try await answer.membersFinding()] }
    for group in study.description.groups where grouping != nil && group.isVariantOf == grouping?.name {
      answer.variants.append(try await study.grouping(named: group.name, on: inquiry.table))
    }
    return [try answer.finding()]
  }
}
