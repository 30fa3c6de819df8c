import Panels
import Readers
public import Studies

/// Findings as text: the sentence, the table, then what must be known of it.
public enum FindingText {
  /// Returns findings for a terminal, ending in a line feed.
  ///
  /// - Parameters:
  ///   - findings: The findings in order.
  ///   - isInvented: Whether the data are invented; every finding then says so.
  /// - Returns: The text.
  public static func terminal(_ findings: [Finding], isInvented: Bool = false) -> String {
    findings.map { terminal($0, isInvented: isInvented) }.joined(separator: "\n\n")
  }

  /// Returns findings for a Markdown document, ending in a line feed.
  ///
  /// - Parameters:
  ///   - findings: The findings in order.
  ///   - isInvented: Whether the data are invented; every finding then says so.
  /// - Returns: The text.
  public static func markdown(_ findings: [Finding], isInvented: Bool = false) -> String {
    findings.map { markdown($0, isInvented: isInvented) }.joined(separator: "\n")
  }

  private static func terminal(_ finding: Finding, isInvented: Bool) -> String {
    var lines = [oneLine(finding.sentence)]
    if isInvented { lines.append(ReportContent.inventedData.uppercased()) }
    lines.append("Evidence: \(finding.grade.word). \(finding.grade.meaning)")
    lines.append("")
    var table = finding.table
    table.notes = table.notes.map(oneLine)
    lines.append(TableFormat.table.text(of: table))
    for (term, said) in notes(of: finding) { lines.append(oneLine("\(term): \(said)")) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func markdown(_ finding: Finding, isInvented: Bool) -> String {
    var text = "## \(inline(finding.sentence))\n\n"
    if isInvented { text += "**\(ReportContent.inventedData)**\n\n" }
    text += "Evidence: \(finding.grade.word). \(finding.grade.meaning)\n\n"
    var table = finding.table
    table.notes = table.notes.map(inline)
    text += TableFormat.markdown.text(of: table)
    let notes = notes(of: finding).filter { $0.term != "Again" }
    if !notes.isEmpty { text += "\n" }
    for (term, said) in notes { text += "- \(inline("\(term): \(said)"))\n" }
    text += "\n```sh\n\(finding.command.replacing("\n", with: " "))\n```\n"
    return text
  }

  /// What stands under a table, each with its term.
  private static func notes(of finding: Finding) -> [(term: String, said: String)] {
    var notes: [(term: String, said: String)] = []
    if !finding.unit.isEmpty { notes.append(("Unit", finding.unit)) }
    notes += finding.cautions.map { ("Note", $0) }
    notes += finding.robustness.map { note in
      (
        "\(note.kind), \(note.choice)",
        "\(note.answer) (\(note.agrees ? "the same answer" : "another answer"))"
      )
    }
    notes += finding.sources.map { ("Source", $0.line) }
    if !finding.method.citation.isEmpty { notes.append(("Method", finding.method.citation)) }
    notes.append(("Again", finding.command))
    return notes
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? " " : $0 })
  }

  /// Escapes what Markdown would take for markup.
  private static func inline(_ text: String) -> String {
    var result = ""
    for character in oneLine(text) {
      if "\\`*_[]<>#|~&".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
