public import Panels

/// Tables for a Markdown document.
public enum MarkdownTable {
  /// Returns a table as Markdown, columns of numbers aligned to the right, its notes below.
  ///
  /// Bars and backslashes are escaped, line breaks become `<br>`, so that a row stays a row.
  public static func text(of table: Table) -> String {
    var output = line(table.columns.map(escaped))
    output += line(table.columns.indices.map { table.isNumeric(column: $0) ? "---:" : "---" })
    for row in table.rows { output += line(row.map { escaped($0.plainText) }) }
    for note in table.notes { output += "\n" + note + "\n" }
    return output
  }

  private static func line(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined() + "\n"
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x7C || $0 == 0x5C || $0 == 0x0A || $0 == 0x0D }) else {
      return text
    }
    var result = ""
    for character in text {
      switch character {
      case "|", "\\": result += "\\" + String(character)
      case "\n", "\r", "\r\n": result += "<br>"
      default: result.append(character)
      }
    }
    return result
  }
}

extension Table {
  /// Whether a column holds numbers: at least one, and no text.
  package func isNumeric(column: Int) -> Bool {
    var hasNumber = false
    for row in rows {
      switch row[column] {
      case .number, .integer: hasNumber = true
      case .text: return false
      case .empty: continue
      }
    }
    return hasNumber
  }
}
