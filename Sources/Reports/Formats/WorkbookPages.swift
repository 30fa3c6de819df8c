import Panels
import Readers
import Studies

/// Findings as a workbook: a sheet of notes first, then a sheet for each finding.
enum WorkbookPages {
  /// Returns the bytes of a workbook.
  ///
  /// Each finding's sentence, grade, unit, sources, other choices, method and command stand beside its sheet on the
  /// first sheet; the sheet itself is its table at full precision.
  ///
  /// - Parameters:
  ///   - findings: The findings in order.
  ///   - isInvented: Whether the data are invented; the first sheet then says so first.
  /// - Returns: The content of a file.
  /// - Throws: `WorkbookError` for a table that is larger than a sheet.
  static func bytes(of findings: [Finding], isInvented: Bool) throws -> [UInt8] {
    let tables = findings.map { finding in
      var table = finding.table
      table.name = finding.id
      table.notes = notes(of: finding)
      return table
    }
    return try WorkbookWriter.bytes(
      of: tables,
      title: findings.first?.question ?? "Findings",
      notes: isInvented ? [ReportContent.inventedData] : []
    )
  }

  private static func notes(of finding: Finding) -> [String] {
    var notes = [finding.sentence, "Evidence: \(finding.grade.word). \(finding.grade.meaning)"]
    if !finding.unit.isEmpty { notes.append("Unit: \(finding.unit)") }
    notes += finding.cautions + finding.table.notes
    notes += finding.robustness.map { note in
      "\(note.kind), \(note.choice): \(note.answer) (\(note.agrees ? "the same answer" : "another answer"))"
    }
    notes += Table.distinct(finding.sources.map(\.line)).map { "Source: \($0)" }
    let method = finding.method
    notes += [method.formula, method.symbols, method.citation].filter { !$0.isEmpty }.map { "Method: \($0)" }
    return notes + ["Again: \(finding.command)"]
  }
}
