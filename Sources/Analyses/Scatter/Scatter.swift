public import ArgumentParser
public import Arithmetic
import Panels
public import Studies

/// The analysis of whether an indicator goes with growth.
public struct Scatter: Analysis {
  /// The name of the verb.
  public static let name = "scatter"
  /// The question, as an official would ask it.
  public static let question = "Does an indicator of the regions go with the growth of the industry?"
  /// What the analysis does, for the help text.
  public static let discussion = """
    Growth of an industry by region against an indicator, with a line by least squares, its robust interval and the regions \
    that lie far off. An association, not an effect. Growth runs on jobs or volumes; the volume of several industries is \
    chained from their own.
    """
  /// What says what the columns of a single table are.
  public typealias Input = PanelColumns

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @Option(
    help: ArgumentHelp(
      "An indicator of the study, or a table with the columns region and value.",
      valueName: "name"
    )
  )
  var indicator: String?
  @Flag(help: "Allow growth in current prices, which mixes in inflation.")
  var allowCurrent = false
  @OptionGroup(title: "Uncertainty") var uncertainty: IntervalOptions
  @Option(
    help: ArgumentHelp(
      "Growth goes with the indicator from this many points a year between regions a standard deviation apart.",
      valueName: "points"
    )
  )
  var material: Double = 0.1

  /// Makes the options with their defaults; arguments are parsed into it.
  public init() {}

  /// Refuses options that contradict each other or lie outside what they are defined for.
  ///
  /// - Throws: `ValidationError` with what was given and what is needed.
  public mutating func validate() throws {
    guard material >= 0, material.isFinite else {
      throw ValidationError("--material \(material) is not 0 percentage points or more.")
    }
  }

  /// The arguments again, as they would be typed, defaults included.
  public var arguments: [String] {
    selection.arguments + (indicator.map { ["--indicator", $0] } ?? [])
      + (allowCurrent ? ["--allow-current"] : [])
      + ["--material", "\(material)"] + uncertainty.arguments
  }

  /// Returns what a study would need to have for this analysis, in words; empty if it has all.
  public static func missing(from study: Study) -> [String] { Concentration.missing(from: study) }

  /// Returns the requests that a report on a study makes of this analysis, in order.
  public static func requests(for study: Study) -> [Request] {
    let grown = study.description.tables.filter { table in
      !table.isOfRegionsAlone && table.geography != nil && table.prices != .current
        && study.description.definitions.contains {
          $0.isVariantOf == nil && $0.selectors(for: table.name) != nil
        }
    }
    guard let table = grown.first(where: { $0.prices != nil }) ?? grown.first else { return [] }
    return study.description.indicators.map { indicator in
      let periods = indicator.growth.map { ["--periods", "\($0.lowerBound):\($0.upperBound)"] } ?? []
      return Request(
        analysis: name,
        arguments: ["--table", table.name] + periods + ["--indicator", indicator.name]
      )
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
    let positions = try selection.periods(of: inquiry.panel)
    guard let subject = try selection.subjects(in: inquiry.table, of: study).first else { return [] }
    if inquiry.panel.variable.prices == .current, !allowCurrent {
      throw StudyError.currentPrices(table: inquiry.table.description.name)
    }
    let values = try await study.indicator(named: indicator, on: inquiry.table)
    let growth = try await RegionalGrowth(inquiry, subject: subject, positions: positions)
    return [
      try ScatterAnswer(
        inquiry: inquiry,
        subject: subject,
        indicator: values,
        growth: growth,
        level: uncertainty.interval,
        showsInterval: !uncertainty.noInterval,
        material: material
      )
      .finding()
    ]
  }
}
