public import Panels

/// The formats in which a table can be written as text.
public enum TableFormat: String, CaseIterable, Sendable {
  /// Comma-separated values.
  case csv
  /// Tab-separated values.
  case tsv
  /// One array of objects, keys in the order of the columns.
  case json
  /// One object a line.
  case ndjson
  /// A table for a Markdown document.
  case markdown
  /// Aligned columns for a terminal.
  case table

  /// The usual ending of a file's name, without the dot.
  public var fileExtension: String {
    switch self {
    case .csv, .tsv, .json, .ndjson: rawValue
    case .markdown: "md"
    case .table: "txt"
    }
  }

  /// Returns a table in this format, ending in a line feed.
  public func text(of table: Table) -> String {
    switch self {
    case .csv: DelimitedWriter.text(of: table)
    case .tsv: DelimitedWriter.text(of: table, delimiter: "\t")
    case .json: JSONTable.text(of: table)
    case .ndjson: JSONTable.lines(of: table)
    case .markdown: MarkdownTable.text(of: table)
    case .table: AlignedTable.text(of: table)
    }
  }
}
