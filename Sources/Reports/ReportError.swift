/// What can be wrong when findings are written.
public enum ReportError: Error, Equatable, Sendable {
  /// A format that only an engine can write.
  case needsEngine(OutputFormat)
  /// A picture was asked for, and the findings have none.
  case noFigure(findings: [String])
  /// Nothing was found, so there is nothing to write.
  case nothingFound(OutputFormat)
  /// A finding whose name cannot be part of a file name or a link.
  case unsuitableName(String)
  /// Two findings of the same name.
  case sameName(String)
}

extension ReportError: CustomStringConvertible {
  /// What was given, where, and what to do about it.
  public var description: String {
    switch self {
    case .needsEngine(let format):
      "Format '\(format.rawValue)' needs an engine, and none is installed. "
        + "Use csv, or xlsx for a workbook; both keep every digit."
    case .noFigure(let findings):
      "Format 'svg' needs a figure, and there is none in: \(findings.joined(separator: ", ")). "
        + "Ask for the numbers with --format csv, or choose a measure that has a figure with --measure."
    case .nothingFound(let format):
      "There is no finding to write as '\(format.rawValue)'. "
        + "Widen what is asked with --only, --periods or --where."
    case .unsuitableName(let name):
      "Finding '\(name)' cannot name a file: a name has lower-case letters, digits and hyphens, 1 to 80 of them."
    case .sameName(let name):
      "Two findings are called '\(name)', and their files would be the same. Each finding needs a name of its own."
    }
  }
}
