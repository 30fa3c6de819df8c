public import Panels

/// One thing asked of a study: the name of an analysis and its arguments.
///
/// The same value is an entry of a run manifest, a command, the query of a page and the key of a cache.
public struct Request: Hashable, Codable, Sendable {
  /// The name of the analysis, such as "concentration".
  public var analysis: String
  /// The arguments, as they would be typed, defaults included.
  public var arguments: [String]

  /// Makes a request.
  ///
  /// - Parameters:
  ///   - analysis: The name of the analysis.
  ///   - arguments: The arguments, as they would be typed.
  public init(analysis: String, arguments: [String]) {
    self.analysis = analysis
    self.arguments = arguments
  }

  /// Returns the command that answers the request for an input.
  ///
  /// - Parameters:
  ///   - input: The study or table, as the user named it.
  ///   - columns: The arguments that say what the columns of a table are.
  /// - Returns: A line that a shell understands.
  public func command(for input: String, columns: [String] = []) -> String {
    (["hinterland", analysis, input] + columns + arguments).map(ShellText.quoted).joined(separator: " ")
  }
}

/// Text as a shell reads it.
public enum ShellText {
  /// Returns an argument, in single quotes where a shell would otherwise take it apart.
  public static func quoted(_ argument: String) -> String {
    let isPlain =
      !argument.isEmpty
      && argument.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            || "-_=./:,%+@".unicodeScalars.contains(scalar))
      }
    return isPlain
      ? argument
      : "'" + argument.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        + "'"
  }
}
