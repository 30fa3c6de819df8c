public import Panels

/// A chart with everything that must be read beside it.
///
/// A figure is data: it knows nothing of colours, sizes or SVG. ``svg(_:options:)`` draws it. Making one checks every
/// number once, so that drawing cannot fail.
public struct Figure: Sendable, Hashable {
  /// A short name without spaces, unique in a report: `theil-itl2`.
  public let id: String
  /// The finding, as a sentence that hedges as far as the evidence does.
  public let title: String
  /// What is drawn: measure, unit, place, period, benchmark.
  public let subtitle: String
  /// Publisher, release and licence of each source, a line each.
  public let sources: [String]
  /// What must be known to read the figure, a sentence each.
  public let notes: [String]
  /// What is drawn.
  public let chart: Chart
  /// The figure in words, for those who do not see it.
  public let description: String

  /// Makes a figure, and refuses numbers that cannot be drawn.
  ///
  /// - Parameters:
  ///   - id: A short name without spaces, unique in a report.
  ///   - title: The finding, as a sentence.
  ///   - subtitle: What is drawn: measure, unit, place, period, benchmark.
  ///   - sources: Publisher, release and licence of each source.
  ///   - notes: What must be known to read the figure.
  ///   - chart: What is drawn.
  ///   - description: The figure in words.
  /// - Throws: ``FigureError/notANumber(figure:place:)`` for a value that is infinite or not a number (a bound may be
  ///   infinite), ``FigureError/shapeMismatch(figure:place:expected:found:)`` for rows of unequal length,
  ///   ``FigureError/negativeShare(figure:place:value:)`` for an area of negative size, and
  ///   ``FigureError/boundsOutOfOrder(figure:place:)`` for a lower bound above its upper bound,
  ///   ``FigureError/notAscending(figure:place:)`` for points out of order, and
  ///   ``FigureError/duplicateRegion(figure:code:)`` for a region twice on one map.
  public init(
    id: String,
    title: String,
    subtitle: String,
    sources: [String],
    notes: [String] = [],
    chart: Chart,
    description: String
  ) throws(FigureError) {
    var check = ChartCheck(figure: id)
    check.visit(chart)
    if let error = check.error { throw error }
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.sources = sources
    self.notes = notes
    self.chart = chart
    self.description = description
  }

  /// The statuses that occur in the chart apart from `observed`, each once, in the order of `CellStatus`.
  public var statuses: [CellStatus] {
    let found = chart.statuses
    return CellStatus.allCases.filter { $0 != .observed && found.contains($0) }
  }
}
