public import ArgumentParser
public import Arithmetic
import Geography
import Measures
import Panels
public import Studies

/// The analysis of whether an industry concentrates or disperses.
public struct Concentration: Analysis {
  /// The name of the verb.
  public static let name = "concentration"
  /// The question, as an official would ask it.
  public static let question = "Where is the industry, and is it concentrating or dispersing?"
  /// What the analysis does, for the help text.
  public static let discussion = """
    Measures how unevenly an industry lies over regions, relative to all activity, by period, with the bounds that \
    rounding and suppression leave; says whether it rose or fell between the first and the last window, which regions \
    made the change, and whether other measures agree.
    """

  /// What says what the columns of a single table are.
  public typealias Input = PanelColumns

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @Option(
    help: ArgumentHelp("Measures, with commas between: see 'hinterland measures'.", valueName: "names"),
    transform: { try MeasureNames(named: $0) }
  )
  var measure: MeasureNames = MeasureNames([.theil])
  @Option(help: ArgumentHelp("What regions are compared with: activity, area or equal.", valueName: "name"))
  var reference: ReferenceName = .activity
  @OptionGroup(title: "Groups") var groups: GroupOptions
  @OptionGroup(title: "Time") var time: TimeOptions
  @Flag(help: "Report which regions made the change instead.")
  var contributions = false
  @OptionGroup(title: "Uncertainty") var uncertainty: UncertaintyOptions

  /// Makes the options with their defaults; arguments are parsed into it.
  public init() {}

  /// The arguments again, as they would be typed, defaults included.
  public var arguments: [String] {
    selection.arguments + ["--measure", measure.description, "--reference", reference.rawValue]
      + groups.arguments + time.arguments + (contributions ? ["--contributions"] : []) + uncertainty.arguments
  }

  /// Returns what a study would need to have for this analysis, in words; empty if it has all.
  public static func missing(from study: Study) -> [String] {
    study.description.tables.contains { !$0.isOfRegionsAlone } ? [] : ["a table of industries by region"]
  }

  /// Returns the requests that a report on a study makes of this analysis, in order.
  public static func requests(for study: Study) -> [Request] {
    var requests: [Request] = []
    let tables = study.description.tables.filter { table in
      !table.isOfRegionsAlone && table.prices?.adds ?? true
        && study.description.definitions.contains {
          $0.isVariantOf == nil && $0.selectors(for: table.name) != nil
        }
    }
    let average = study.description.average
    for table in tables {
      let time = average > 1 ? ["--average", "\(average)", "--block"] : []
      requests.append(Request(analysis: name, arguments: ["--table", table.name] + time))
      requests.append(
        Request(
          analysis: name,
          arguments: ["--table", table.name, "--measure", "theil,gini,hhi,top:5"] + time
        )
      )
      requests.append(
        Request(analysis: name, arguments: ["--table", table.name] + time + ["--contributions"])
      )
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
    try progress.step(0.1, "measuring concentration")
    let answer = try await answer(inquiry)
    if contributions { return [try answer.contributionsFinding()] }
    if let grouping = try await groups.grouping(on: inquiry.table, of: study) {
      return [try answer.decompositionFinding(by: grouping)]
    }
    let notes = try await answer.robustness()
    let growth = try await inquiry.growth(of: answer.leading.subject, positions: answer.positions)
    return [try answer.seriesFinding(robustness: notes, growth: growth, isHeadline: inquiry.isOfFirstTable)]
  }

  private func answer(_ inquiry: Inquiry) async throws -> ConcentrationAnswer {
    let positions = try selection.periods(of: inquiry.panel)
    let windows = try time.windows(of: Array(inquiry.panel.periods[positions]))
    let reference = try await inquiry.concentrationReference(reference)
    let evidence = Evidence(inquiry, uncertainty)
    var subjects = try selection.subjects(in: inquiry.table, of: inquiry.study)
    if !inquiry.study.isSingleTable, let first = subjects.first, (2...8).contains(first.industries.count),
      measure.measures.count == 1
    {
      subjects = [first] + inquiry.study.members(of: first, in: inquiry.table) + subjects.dropFirst()
    }
    let series = try subjects.map { subject in
      try measure.measures.map { measure in
        try ConcentrationSeries(
          measure,
          of: subject,
          in: inquiry.panel,
          reference: reference,
          periods: positions,
          windows: windows,
          evidence: evidence,
          earlier: inquiry.earlier
        )
      }
    }
    guard !series.isEmpty else { throw MeasureError.noActivity("the selection") }
    return ConcentrationAnswer(
      inquiry: inquiry,
      reference: reference,
      positions: positions,
      windows: windows,
      series: series,
      evidence: evidence
    )
  }
}

extension Inquiry {
  /// Returns what regions are compared with.
  func concentrationReference(_ name: ReferenceName) async throws -> ConcentrationReference {
    switch name {
    case .activity: return .activity
    case .equal: return .equalShares
    case .area:
      guard let geography = table.description.geography else {
        throw StudyError.unsuitable(
          table: table.description.name,
          reason: "land area needs a geography with boundaries"
        )
      }
      let layer = try await study.store.layer(geography, of: study)
      let areas = try panel.regions.elements.map { try layer.boundary(of: $0.code).area }
      return .amounts(areas, name: "land area")
    }
  }
}
