import Graphics
import Panels
import Studies

/// A figure as a file of its own: with title, sources, notes, and the command that makes it.
enum StandaloneFigure {
  /// Returns the SVG text of a finding's figure, in fixed colours on white.
  ///
  /// - Parameters:
  ///   - figure: The figure of the finding.
  ///   - finding: The finding.
  ///   - isInvented: Whether the data are invented; the title then says so.
  /// - Returns: The text of a file.
  static func text(of figure: Figure, finding: Finding, isInvented: Bool) -> String {
    let options = FigureOptions(width: .wide, theme: .light, drawsText: true, idPrefix: finding.id)
    return svg(labelled(figure, finding: finding, isInvented: isInvented), options: options)
  }

  /// Adds the unit, the sources, the command and, where it applies, that the data are invented.
  private static func labelled(_ figure: Figure, finding: Finding, isInvented: Bool) -> Figure {
    var notes = figure.notes
    if !finding.unit.isEmpty { notes.append("Unit: \(finding.unit).") }
    notes.append("Evidence: \(finding.grade.word). \(finding.grade.meaning)")
    notes.append("Made by: \(finding.command)")
    let sources = figure.sources.isEmpty ? Table.distinct(finding.sources.map(\.line)) : figure.sources
    let title = isInvented ? "\(ReportContent.inventedData). \(figure.title)" : figure.title
    // The chart has been checked when the figure was made, and words cannot be wrong: the figure itself is the
    // answer if it should ever be refused.
    let labelled = try? Figure(
      id: figure.id,
      title: title,
      subtitle: figure.subtitle,
      sources: sources,
      notes: notes,
      chart: figure.chart,
      description: figure.description
    )
    return labelled ?? figure
  }
}
