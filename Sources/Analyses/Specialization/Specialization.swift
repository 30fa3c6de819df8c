public import ArgumentParser
public import Arithmetic
import Measures
import Panels
public import Studies

/// The analysis of what a place is known for, and how sure we are.
public struct Specialization: Analysis {
  /// The name of the verb.
  public static let name = "specialization"
  /// The question, as an official would ask it.
  public static let question = "What is a place known for, and how sure are we?"
  /// What the analysis does, for the help text.
  public static let discussion = """
    Location quotients of industries in regions, or of a group of regions against the rest, with the bounds that rounding \
    and suppression leave. A quotient is called clearly above or below the threshold only where the whole interval is.
    """
  /// What says what the columns of a single table are.
  public typealias Input = PanelColumns

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @Option(
    help: ArgumentHelp("Measures, with commas between: see 'hinterland measures'.", valueName: "names"),
    transform: { try SpecializationNames(named: $0) }
  )
  var measure: SpecializationNames = SpecializationNames([.locationQuotient])
  @Option(help: ArgumentHelp("What a location quotient is compared with.", valueName: "number"))
  var threshold: Double = 1
  @Option(help: ArgumentHelp("Only industries with at least this much in the region.", valueName: "number"))
  var least: Double = 0
  @OptionGroup(title: "Groups") var groups: GroupOptions
  @OptionGroup(title: "Time") var time: TimeOptions
  @Option(
    help: ArgumentHelp(
      "A quotient of a group has changed from this many per cent on; less is called little.",
      valueName: "percent"
    )
  )
  var material: Double = 10
  @OptionGroup(title: "Uncertainty") var uncertainty: UncertaintyOptions

  /// Makes the options with their defaults; arguments are parsed into it.
  public init() {}

  /// Refuses options that contradict each other or lie outside what they are defined for.
  ///
  /// - Throws: `ValidationError` with what was given and what is needed.
  public mutating func validate() throws {
    guard threshold > 0, threshold.isFinite else {
      throw ValidationError("--threshold \(threshold) is not above 0.")
    }
    guard material >= 0, material.isFinite else {
      throw ValidationError("--material \(material) is not 0 per cent or more.")
    }
  }

  /// The arguments again, as they would be typed, defaults included.
  public var arguments: [String] {
    selection.arguments + [
      "--measure", measure.description, "--threshold", "\(threshold)", "--least", "\(least)",
      "--material", "\(material)",
    ]
      + groups.arguments + time.arguments + uncertainty.arguments
  }

  /// Returns what a study would need to have for this analysis, in words; empty if it has all.
  public static func missing(from study: Study) -> [String] { Concentration.missing(from: study) }

  /// Returns the requests that a report on a study makes of this analysis, in order.
  public static func requests(for study: Study) -> [Request] {
    var requests: [Request] = []
    let tables = study.definedTables
    if let place = study.description.place,
      let counts = tables.last(where: { $0.prices == nil && $0.geography == tables.first?.geography })
        ?? tables.first
    {
      let level = counts.classification == nil ? [] : ["--level", "division"]
      let every = counts.classification == nil ? [] : ["--only", "*"]
      requests.append(
        Request(
          analysis: name,
          arguments: ["--table", counts.name] + level + every + ["--only-region", place, "--least", "500"]
        )
      )
    }
    for table in tables where table.geography != nil {
      requests.append(Request(analysis: name, arguments: ["--table", table.name]))
      if let group = study.mainGroup(dividing: table) {
        let average = study.description.average
        let time = average > 1 && table.prices != nil ? ["--average", "\(average)", "--block"] : []
        requests.append(
          Request(analysis: name, arguments: ["--table", table.name, "--group", group.name] + time)
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
    let subjects = try selection.subjects(in: inquiry.table, of: study)
    try progress.step(0.1, "measuring specialization")
    if let grouping = try await groups.grouping(on: inquiry.table, of: study) {
      guard measure.measures == [.locationQuotient] else {
        throw MeasureError.outOfRange(
          "'--measure \(measure)' is not offered for groups: a group of regions is compared by its location quotient."
        )
      }
      let answer = try GroupQuotients(
        inquiry,
        subjects: subjects,
        grouping: grouping,
        positions: positions,
        windows: time.windows(of: Array(inquiry.panel.periods[positions])),
        threshold: threshold,
        material: material,
        evidence: Evidence(inquiry, uncertainty)
      )
      return [try answer.finding()]
    }
    let regions = try selection.regions(in: inquiry.table, of: study)
    let told = selection.periods == nil && !study.isSingleTable ? positions.suffix(1) : positions
    var findings: [Finding] = []
    if !measure.ofCells.isEmpty {
      let answer = try RegionQuotients(
        inquiry,
        subjects: subjects,
        regions: regions,
        positions: told,
        threshold: threshold,
        least: least,
        forms: measure.ofCells,
        evidence: Evidence(inquiry, uncertainty)
      )
      findings.append(try await answer.finding())
    }
    for whole in measure.ofRegions {
      findings.append(
        try RegionProfiles(
          inquiry,
          whole,
          regions: regions,
          positions: told,
          evidence: Evidence(inquiry, uncertainty)
        )
        .finding()
      )
    }
    return findings
  }
}

extension Study {
  /// The tables for which the study defines industries, and whose numbers add.
  var definedTables: [StudyDescription.TableDescription] {
    description.tables.filter { table in
      !table.isOfRegionsAlone && table.prices?.adds ?? true
        && description.definitions.contains { $0.isVariantOf == nil && $0.selectors(for: table.name) != nil }
    }
  }
}
