import ArgumentParser
public import Arithmetic
public import Studies

/// An analysis without its type, for lists of them.
public struct AnalysisEntry: Sendable {
  /// The name of the verb.
  public let name: String
  /// The question, as an official would ask it.
  public let question: String
  /// A paragraph for the help text.
  public let discussion: String
  private let makeRequests: @Sendable (Study) -> [Request]
  private let findMissing: @Sendable (Study) -> [String]
  private let parse: @Sendable ([String]) throws -> any Analysis

  /// Makes the entry of an analysis.
  ///
  /// - Parameter type: The analysis.
  public init<A: Analysis>(_ type: A.Type) {
    name = A.name
    question = A.question
    discussion = A.discussion
    makeRequests = { A.requests(for: $0) }
    findMissing = { A.missing(from: $0) }
    parse = { try A.parse($0) }
  }

  /// Returns the requests that a report on a study makes of this analysis.
  public func requests(for study: Study) -> [Request] { makeRequests(study) }

  /// Returns what a study would need to have for this analysis; empty if it has all.
  public func missing(from study: Study) -> [String] { findMissing(study) }

  /// Answers a request.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - study: Of which study.
  ///   - progress: Told how far the work has come.
  /// - Throws: What the parser of arguments or the analysis throws.
  /// - Returns: The findings.
  public func answer(_ request: Request, on study: Study, progress: Progress = .silent) async throws
    -> [Finding]
  {
    try await parse(request.arguments).run(on: study, progress: progress)
  }

  /// Returns the arguments of a request with defaults written out.
  ///
  /// - Parameter arguments: The arguments as typed.
  /// - Throws: What the parser of arguments throws.
  /// - Returns: The same arguments in the order and form of a manifest.
  public func normalized(_ arguments: [String]) throws -> [String] { try parse(arguments).arguments }
}

/// All analyses, in the order of the questions that officials ask.
public enum AnalysisList {
  /// The entries in order.
  public static let all: [AnalysisEntry] = [
    AnalysisEntry(Shares.self),
    AnalysisEntry(Specialization.self),
    AnalysisEntry(Concentration.self),
    AnalysisEntry(TwoWay.self),
    AnalysisEntry(Scatter.self),
  ]

  /// Returns the entry of a name, or nil.
  public static func entry(named name: String) -> AnalysisEntry? {
    all.first { $0.name == name }
  }
}
