import Graphics
import Panels
import Readers
public import Studies

/// Writes findings in a format.
///
/// `csv`, `tsv`, `json` and `ndjson` are the numbers alone: the table of ``Panels/Table/init(stacking:)``, one row a
/// number, full precision. `table` and `markdown` say the sentence first, then the table, then the notes. `html` is a
/// page that needs no other file. `svg` is the figure of the first finding that has one. `xlsx` has a sheet of notes,
/// then one for each finding.
///
/// - Parameters:
///   - findings: The findings in order.
///   - format: The format.
///   - isInvented: Whether the data are invented; text, pages and pictures then say so.
///   - version: The version of the program, for the page.
/// - Returns: The bytes of a file.
/// - Throws: ``ReportError`` if the format cannot hold these findings.
public func render(
  _ findings: [Finding],
  as format: OutputFormat,
  isInvented: Bool = false,
  version: String = ""
) throws -> [UInt8] {
  guard !findings.isEmpty else { throw ReportError.nothingFound(format) }
  switch format {
  case .csv: return Array(TableFormat.csv.text(of: Table(stacking: findings)).utf8)
  case .tsv: return Array(TableFormat.tsv.text(of: Table(stacking: findings)).utf8)
  case .json: return Array(TableFormat.json.text(of: Table(stacking: findings)).utf8)
  case .ndjson: return Array(TableFormat.ndjson.text(of: Table(stacking: findings)).utf8)
  case .table: return Array(FindingText.terminal(findings, isInvented: isInvented).utf8)
  case .markdown: return Array(FindingText.markdown(findings, isInvented: isInvented).utf8)
  case .html:
    return Array(try ReportPage.text(ofFindings: findings, isInvented: isInvented, version: version).utf8)
  case .svg:
    guard let finding = findings.first(where: { $0.figure != nil }), let figure = finding.figure else {
      throw ReportError.noFigure(findings: findings.map(\.id))
    }
    return Array(StandaloneFigure.text(of: figure, finding: finding, isInvented: isInvented).utf8)
  case .xlsx: return try WorkbookPages.bytes(of: findings, isInvented: isInvented)
  case .parquet: throw ReportError.needsEngine(format)
  }
}
