public import Panels

/// How much a notice weighs.
public enum NoticeSeverity: String, Hashable, Sendable, CaseIterable {
  /// Something done that the reader should know.
  case note
  /// Something that may make results wrong.
  case warning
}

/// Something that was met or done while a file was read.
public struct ReadNotice: Hashable, Sendable {
  /// How much it weighs.
  public var severity: NoticeSeverity
  /// What was met, how often, where first.
  public var text: String

  /// Makes a notice.
  ///
  /// - Parameters:
  ///   - severity: How much it weighs.
  ///   - text: What was met, how often, where first.
  public init(_ severity: NoticeSeverity, _ text: String) {
    self.severity = severity
    self.text = MessageText.line(text)
  }
}

/// Which column was read for a part of a panel.
public struct ColumnUse: Hashable, Sendable {
  /// The part: region, industry, period, value and their kin.
  public var role: String
  /// The name of the column.
  public var column: String
}

/// Rows that were left out for one reason.
public struct DroppedRows: Hashable, Sendable {
  /// The reason.
  public var reason: String
  /// How many rows.
  public var count: Int
  /// The first of them.
  public var firstRow: Int

  /// Counts one more row.
  mutating func add(_ row: Int, times: Int = 1) {
    if count == 0 { firstRow = row }
    count += times
  }
}

/// How often a mark stood in place of a number, or after one.
public struct MarkerCount: Hashable, Sendable {
  /// The text, empty for an empty cell.
  public var text: String
  /// What it was taken to mean.
  public var meaning: MarkerMeaning
  /// How many cells.
  public var count: Int
  /// The row of the first.
  public var firstRow: Int
}

/// A panel, and everything that a report must say of how it was read.
public struct PanelReading: Sendable {
  /// The panel.
  public var panel: Panel
  /// The name of the file.
  public var file: String
  /// The kind of source.
  public var profile: ProfileName
  /// Whether the kind of source was detected and not told.
  public var isProfileDetected: Bool
  /// How the file is written.
  public var dialect: Dialect
  /// The row of the header.
  public var headerRow: Int
  /// The columns that were read.
  public var columns: [ColumnUse]
  /// How many rows with numbers the file has.
  public var rowsRead: Int
  /// How many of them make the panel and its totals.
  public var rowsKept: Int
  /// What was left out, by reason, in the order met.
  public var dropped: [DroppedRows]
  /// How many rows repeated another and were left out.
  public var duplicateRows: Int
  /// How many cells of the panel no row speaks of; they are not available.
  public var absentCells: Int
  /// The marks met, in the order of their first appearance.
  public var markers: [MarkerCount]
  /// Titles, sources and notes that stand around the table.
  public var provenance: [String]
  /// What else the reader should know, in the order met.
  public var notices: [ReadNotice]

  /// The reading in a few lines: source, dialect, rows, marks, what was left out.
  public var summary: [String] {
    var lines = [
      "\(file): profile \(profile.rawValue) (\(isProfileDetected ? "detected" : "told")); \(dialect.label); "
        + "header in row \(headerRow)",
      "columns: " + columns.map { "\($0.role) = \($0.column)" }.joined(separator: ", "),
      "\(rowsRead) rows read, \(rowsKept) kept; \(panel.periods.count) periods, \(panel.regions.count) regions, "
        + "\(panel.industries.count) industries",
    ]
    for drop in dropped {
      lines.append("\(drop.count) rows left out: \(drop.reason) (first: row \(drop.firstRow))")
    }
    if absentCells > 0 { lines.append("\(absentCells) cells are absent from the table: not available") }
    for marker in markers {
      let text = marker.text.isEmpty ? "empty" : "'\(marker.text)'"
      lines.append("\(marker.count) cells \(text): \(marker.meaning.word) (first: row \(marker.firstRow))")
    }
    lines += notices.map { "\($0.severity.rawValue): \($0.text)" }
    return lines.map(MessageText.line)
  }
}
