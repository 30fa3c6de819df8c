public import Readers
import Studies

/// Writes a report as a folder: `report.html`, `tables/NAME.csv` and `figures/NAME.svg` for each finding.
///
/// The folder appears whole or not at all.
///
///     let written = try write(report: content, to: "out") { folder in
///       try folder.add(manifest(of: folder.records).sortedText, as: "run.json")
///     }
///
/// - Parameters:
///   - report: What the report says.
///   - path: The folder; it is made if it is not there.
///   - force: Whether files that are there may be replaced.
///   - options: What the page shows of long tables.
///   - addMore: Adds further files, such as `run.json`, when all others have been added; their records are in the
///     folder.
/// - Returns: What was written, in the order in which it was added: the page, then tables and figures in reading order,
///   then the rest.
/// - Throws: ``ReportError`` if names of findings cannot be file names, `OutputError` if the folder cannot be written.
@discardableResult
public func write(
  report: ReportContent,
  to path: String,
  force: Bool = false,
  options: ReportPage.Options = ReportPage.Options(),
  adding addMore: (inout OutputFolder) throws -> Void = { _ in }
) throws -> [OutputRecord] {
  let page = try ReportPage.text(of: report, options: options)
  return try OutputFolder.write(to: path, force: force) { folder in
    try folder.add(page, as: "report.html")
    for numbered in NumberedFinding.number(report.findings) {
      let finding = numbered.finding
      try folder.add(TableFormat.csv.text(of: finding.table), as: "tables/\(finding.id).csv")
      guard let figure = finding.figure else { continue }
      let text = StandaloneFigure.text(of: figure, finding: finding, isInvented: report.isInvented)
      try folder.add(text, as: "figures/\(finding.id).svg")
    }
    try addMore(&folder)
  }
}
