/// The formats in which findings can be written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Comma-separated values.
  case csv
  /// Tab-separated values.
  case tsv
  /// One array of objects.
  case json
  /// One object a line.
  case ndjson
  /// Sentences and tables for a Markdown document.
  case markdown
  /// Sentences and aligned tables for a terminal.
  case table
  /// One page that holds everything.
  case html
  /// The figure of the first finding.
  case svg
  /// A workbook: a sheet a result, notes first.
  case xlsx
  /// A columnar file; needs an engine.
  case parquet

  /// Finds the format that the name of a file asks for.
  ///
  /// - Parameter fileName: A name or a path; upper and lower case mean the same.
  public init?(fileName: String) {
    guard let point = fileName.lastIndex(of: "."), !fileName[point...].contains("/") else { return nil }
    switch fileName[fileName.index(after: point)...].lowercased() {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "json": self = .json
    case "ndjson", "jsonl": self = .ndjson
    case "md", "markdown": self = .markdown
    case "txt": self = .table
    case "html", "htm": self = .html
    case "svg": self = .svg
    case "xlsx": self = .xlsx
    case "parquet": self = .parquet
    default: return nil
    }
  }

  /// The usual ending of a file's name, without the dot.
  public var fileExtension: String {
    switch self {
    case .csv, .tsv, .json, .ndjson, .html, .svg, .xlsx, .parquet: rawValue
    case .markdown: "md"
    case .table: "txt"
    }
  }

  /// Whether the format is text, fit for a terminal or a pipe.
  public var isText: Bool { self != .xlsx && self != .parquet }
}
