import Graphics
import Measures
import Panels
import Studies

/// One measure of one subject through time, with bounds.
struct ConcentrationSeries: Sendable {
  let subject: Subject
  let measure: ConcentrationMeasure
  /// One number a period.
  let periods: [Estimate]
  /// The windows that means are taken over.
  let windows: [PeriodWindow]
  /// One number a window: the mean of the measure's values.
  let means: [Estimate]
  /// The change in an earlier release, if there is one.
  let earlierChange: Double?

  /// Measures a subject in some periods of a panel; the windows' positions count from the first of them.
  init(
    _ measure: ConcentrationMeasure,
    of subject: Subject,
    in panel: Panel,
    reference: ConcentrationReference,
    periods positions: Range<Int>,
    windows: [PeriodWindow],
    evidence: Evidence,
    earlier: EarlierRelease? = nil
  ) throws {
    self.subject = subject
    self.measure = measure
    self.windows = windows
    let values = try panel.concentrationEstimates(
      measure,
      of: subject.industries,
      reference: reference,
      periods: Array(positions),
      windows: windows.map(\.positions),
      evidence: evidence
    )
    (periods, means) = (values.periods, values.means)
    earlierChange = earlier?
      .change(over: windows, of: Array(panel.periods[positions]), industries: subject.industries) {
        earlier,
        industries,
        period in
        try earlier.concentration(measure, of: industries, reference: reference, period: period)
      }
  }

  /// The change from the first window to the last one.
  var change: Estimate? {
    guard let first = means.first, let last = means.last, means.count > 1 else { return nil }
    return last.change(since: first).revised(from: earlierChange)
  }

  /// Whether it rose or fell, for certain and by enough to matter.
  var direction: Side {
    change?.direction(least: Materiality.least(measure, from: means.first)) ?? .unknown
  }
}

extension ConcentrationSeries {
  /// The rows of a result table, a window each.
  func rows() -> [ResultRow] {
    zip(windows, means)
      .map { window, mean in
        var row = ResultRow(measure: measure.name, value: mean.value)
        row.industry = subject.code
        row.period = window.label
        row.take(mean.bounds)
        row.status = mean.value == nil ? "not identifiable" : nil
        row.note = mean.note(window.note)
        return row
      }
  }

  /// The line of a chart: a point a period, steps for blocks.
  func line(periods: [Period], showsMeans: Bool, emphasis: Emphasis = .strong) -> LineSeries {
    LineSeries(
      name: subject.shortName,
      points: zip(periods, self.periods)
        .map { period, number in
          LinePoint(
            period: period,
            y: number.value,
            bounds: number.bounds.map { Interval(lower: $0.lower, upper: $0.upper) }
          )
        },
      blockMeans: showsMeans
        ? zip(windows, means)
          .compactMap { window, mean in
            mean.value.map {
              BlockMean(
                from: periods[window.positions.lowerBound].decimalYear,
                through: periods[window.positions.upperBound - 1].decimalYear,
                value: $0
              )
            }
          } : [],
      emphasis: emphasis,
      link: MarkLink(industry: subject.code)
    )
  }
}
