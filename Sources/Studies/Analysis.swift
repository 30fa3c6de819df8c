public import ArgumentParser
public import Arithmetic

/// The arguments that say what the columns of a table are: how an input that is not a study becomes one.
public protocol Columns: ParsableArguments, Sendable {
  /// Makes the study that an input stands for: the study of a folder, or a study of one table.
  ///
  /// - Parameter input: A study folder or a table, as the user named it.
  /// - Throws: ``StudyError`` or a reader's error.
  /// - Returns: The study.
  func study(of input: String) throws -> Study

  /// The arguments again, as they would be typed; defaults that say nothing are left out.
  var arguments: [String] { get }
}

/// A question that can be asked of a study.
///
/// An analysis is a value whose options serve the command, the manifest, the form of a page and its query alike. It is
/// made only by parsing arguments, computes with the measures, and returns findings; it formats nothing.
public protocol Analysis: ParsableArguments, Sendable {
  /// What says what the columns of a single table are.
  associatedtype Input: Columns
  /// The name of the verb.
  static var name: String { get }
  /// The question, as an official would ask it.
  static var question: String { get }
  /// A paragraph for the help text.
  static var discussion: String { get }
  /// The requests that a report on a study makes of this analysis, in order.
  ///
  /// - Parameter study: The study.
  /// - Returns: No request where ``missing(from:)`` is not empty.
  static func requests(for study: Study) -> [Request]
  /// What a study would need to have for this analysis, in words; empty if it has all.
  static func missing(from study: Study) -> [String]
  /// The arguments again, as they would be typed, defaults included.
  var arguments: [String] { get }
  /// Answers.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - progress: Told how far the work has come; stops it when cancelled.
  /// - Returns: The findings, in the order to show them.
  /// - Throws: ``StudyError``, or the error of a reader or a measure.
  func run(on study: Study, progress: Progress) async throws -> [Finding]
}

extension Analysis {
  /// The request that stands for this value.
  public var request: Request { Request(analysis: Self.name, arguments: arguments) }
}
