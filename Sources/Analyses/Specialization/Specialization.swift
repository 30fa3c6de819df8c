public import Arithmetic
public import ArgumentParser
import Measures
import Panels
public import Studies

/// What is a place known for, and how sure are we?
public struct Specialization: Analysis {
  public static let name = "specialization"
  public static let question = "What is a place known for, and how sure are we?"
  public static let discussion = """
    Location quotients of industries in regions, or of a group of regions against the rest, with the bounds that rounding \
    and suppression leave. A quotient is called clearly above or below the threshold only where the whole interval is.
    """

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @Option(help: ArgumentHelp("lq, log-lq, symmetric-lq … : see 'hinterland measures'.", valueName: "name"))
  var measure: SpecializationMeasure = .default
  @Option(help: ArgumentHelp("What a quotient is compared with.", valueName: "number"))
  var threshold: Double = 1
  @Option(help: ArgumentHelp("Only industries with at least this much in the region.", valueName: "number"))
  var least: Double = 0
  @OptionGroup(title: "Groups") var groups: GroupOptions
  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Uncertainty") var uncertainty: UncertaintyOptions

  public init() {}

  public mutating func validate() throws {
    guard threshold > 0, threshold.isFinite else { throw ValidationError("--threshold \(threshold) is not above 0.") }
  }

  public var arguments: [String] {
    selection.arguments + ["--measure", measure.rawValue, "--threshold", "\(threshold)", "--least", "\(least)"]
      + groups.arguments + time.arguments + uncertainty.arguments
  }

  public static func missing(from study: Study) -> [String] { Concentration.missing(from: study) }

  public static func requests(for study: Study) -> [Request] { [] }

  public func run(on study: Study, progress: Progress) async throws -> [Finding] { [] }
}
