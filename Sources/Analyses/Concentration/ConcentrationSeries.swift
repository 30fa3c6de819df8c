import Graphics
import Measures
import Panels
import Studies

/// One measure of one subject through time, with bounds.
struct ConcentrationSeries: Sendable {
  let subject: Subject
  let measure: ConcentrationMeasure
  /// One number a period.
  let periods: [Uncertain]
  /// The windows that means are taken over.
  let windows: [PeriodWindow]
  /// One number a window: the mean of the measure's values.
  let means: [Uncertain]

  /// Measures a subject in some periods of a panel; the windows' positions count from the first of them.
  init(
    _ measure: ConcentrationMeasure,
    of subject: Subject,
    in panel: Panel,
    reference: ConcentrationReference,
    periods positions: Range<Int>,
    windows: [PeriodWindow]
  ) throws {
    self.subject = subject
    self.measure = measure
    self.windows = windows
    let values = try positions.map {
      try panel.uncertainConcentration(measure, of: subject.industries, reference: reference, period: $0)
    }
    periods = values
    means = windows.map { window in Uncertain.mean(Array(values[window.positions])) }
  }

  /// The change from the first window to the last one.
  var change: Uncertain? {
    guard let first = means.first, let last = means.last, means.count > 1 else { return nil }
    return last.change(since: first)
  }

  /// Whether it rose or fell, for certain and by enough to matter.
  var direction: Uncertain.Side {
    change?.direction(least: Materiality.least(measure, from: means.first?.value ?? 0)) ?? .unknown
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
        row.lower = mean.bounds?.lower
        row.upper = mean.bounds?.upper
        row.status = mean.value == nil ? "not identifiable" : nil
        row.note = [window.note, mean.reason].compactMap(\.self).joined(separator: "; ")
        if row.note?.isEmpty ?? true { row.note = nil }
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
