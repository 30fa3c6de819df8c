import Graphics
import Measures
import Panels
import Studies

extension GroupQuotients {
  /// How many lines a chart can hold; more are drawn as one row each.
  static let mostLines = 6

  func figure(id: String) throws -> Figure? {
    let members = grouping.members[0].count
    let subtitle =
      "Location quotient of \(inquiry.measured): \(members) \(grouping.groups[0]) regions against the other "
      + "\(inquiry.panel.regions.count - members) (\(inquiry.scale)), rest = 1"
    guard periods.count > 1 else { return nil }
    if lines.count > GroupQuotients.mostLines { return try rowFigure(id: id, subtitle: subtitle) }
    return try Figure(
      id: id,
      title: headline,
      subtitle: subtitle,
      sources: inquiry.sourceLines,
      chart: .line(
        LineChart(
          series:
            lines
            .map { line in
              LineSeries(
                name: line.subject.shortName,
                points: zip(periods, line.periods)
                  .map { period, number in
                    LinePoint(
                      period: period,
                      y: number.value.flatMap { $0 > 0 ? $0 : nil },
                      bounds: number.bounds.map(Interval.init(ratio:))
                    )
                  },
                hue: line.subject.code == lines[0].subject.code ? .blue : nil,
                link: MarkLink(industry: line.subject.code)
              )
            },
          vertical: ValueAxis(title: "Location quotient (log scale)", scale: .logarithmic),
          reference: ReferenceLine(value: threshold, label: "as the rest")
        )
      ),
      description:
        "Lines of the location quotient of \(grouping.groups[0]) regions against the rest, by industry."
    )
  }

  /// The quotients of the last window, a row an industry, with their bounds.
  private func rowFigure(id: String, subtitle: String) throws -> Figure? {
    let rows = lines.map { line -> IntervalRow in
      let mean = line.means.last
      return IntervalRow(
        label: line.subject.shortName,
        value: mean?.value.flatMap { $0 > 0 ? $0 : nil },
        interval: mean?.roundingInterval.map(Interval.init(ratio:)),
        bounds: mean?.bounds.map(Interval.init(ratio:)),
        verdict: line.verdicts.last?.interval ?? .notComputable,
        status: mean?.value == nil ? .notAvailable : .observed,
        link: MarkLink(industry: line.subject.code)
      )
    }
    return try Figure(
      id: id,
      title: headline,
      subtitle: subtitle + ", \(latest)",
      sources: inquiry.sourceLines,
      chart: .intervalDots(
        IntervalDotChart(
          rows: rows.sorted { ($0.value ?? 0) > ($1.value ?? 0) },
          reference: ReferenceLine(value: threshold, label: "as the rest"),
          intervalTitle: evidence.intervalName,
          boundsTitle: "hard bounds"
        )
      ),
      description:
        "A row for each industry: the location quotient of \(grouping.groups[0]) regions with its interval and hard bounds."
    )
  }
}

extension Interval {
  /// Makes the interval of a ratio for a logarithmic axis: an end at 0 lies beyond it, as one without a bound does.
  init(ratio bounds: Bounds) {
    self.init(
      lower: bounds.lower > 0 ? bounds.lower : nil,
      upper: bounds.upper.isFinite ? bounds.upper : nil
    )
  }
}
