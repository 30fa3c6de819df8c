import Graphics
import Measures
import Panels

extension ShareAnswer {
  private var span: String { "\(periods.first.map { "\($0)" } ?? "")–\(periods.last.map { "\($0)" } ?? "")" }

  /// Then and now by region.
  func regionFigure(id: String, title: String, _ lines: [Line]) throws -> Figure? {
    let ranked = lines.sorted { ($0.means.last?.value ?? -1) > ($1.means.last?.value ?? -1) }.prefix(20)
    let subtitle =
      "Share of each region in \(subjects[0].name), \(inquiry.measured), \(panel.regions.count) regions (\(inquiry.scale))"
    let notes =
      lines.count > ranked.count
      ? ["The \(ranked.count) largest of \(lines.count) regions; all are in the table."] : []
    let axis = ValueAxis(
      title: "Share of \(subjects[0].name)",
      format: NumberFormat(decimals: 1, factor: 100, suffix: " %"),
      includesZero: true
    )
    guard windows.count > 1 else {
      return try Figure(
        id: id,
        title: title,
        subtitle: subtitle + ", \(windows[0].label)",
        sources: inquiry.sourceLines,
        notes: notes,
        chart: .rankedBars(
          RankedBarChart(
            bars: ranked.map { line in
              RankedBar(
                label: line.part.name,
                value: line.means[0].value,
                interval: line.means[0].bounds.map { Interval(lower: $0.lower, upper: $0.upper) },
                status: line.means[0].value == nil ? .notAvailable : .observed,
                link: MarkLink(region: line.part.code)
              )
            },
            axis: axis,
            intervalTitle: "hard bounds"
          )
        ),
        description: "Bars of shares by region."
      )
    }
    return try Figure(
      id: id,
      title: title,
      subtitle: subtitle,
      sources: inquiry.sourceLines,
      notes: notes,
      chart: .dumbbell(
        DumbbellChart(
          pairs: ranked.map { line in
            ValuePair(
              label: line.part.name,
              start: line.means.first?.value,
              end: line.means.last?.value,
              startStatus: line.means.first?.value == nil ? .notAvailable : .observed,
              endStatus: line.means.last?.value == nil ? .notAvailable : .observed,
              link: MarkLink(region: line.part.code)
            )
          },
          startLabel: windows[0].label,
          endLabel: windows[windows.count - 1].label,
          axis: axis
        )
      ),
      description: "Two dots for each region: its share in the first and the last window."
    )
  }

  /// The first group's share by industry then and now, or shares that add to 100 % in small multiples by industry.
  func groupFigure(id: String, title: String, _ bySubject: [[Line]], activity: [Line]) throws -> Figure? {
    if bySubject[0].count == 2, bySubject.count > 1, windows.count > 1 {
      return try Figure(
        id: id,
        title: title,
        subtitle:
          "Share of \(bySubject[0][0].part.name) regions in each industry, \(inquiry.measured), "
          + "\(panel.regions.count) regions (\(inquiry.scale))",
        sources: inquiry.sourceLines,
        notes: ["Dots are the published numbers; the bounds that rounding leaves are in the table."],
        chart: .dumbbell(industriesChart(bySubject, activity: activity.first)),
        description: "Two dots for each industry: the share of the group in the first and the last window."
      )
    }
    let subtitle =
      "Share of each group of regions in the industry, \(inquiry.measured), by \(grouping?.name ?? "group"), \(panel.regions.count) regions (\(inquiry.scale)), \(span)"
    guard periods.count > 1 else { return nil }
    let shown = bySubject.prefix(6)
    let areas = shown.map { lines in
      AreaChart(
        positions: periods.map(\.decimalYear),
        series: zip(lines, grouping?.hues ?? [])
          .map { line in
            AreaSeries(name: line.0.part.name, values: line.0.periods.map(\.value), hue: line.1)
          },
        title: "Share of the industry"
      )
    }
    let chart: Chart =
      areas.count == 1
      ? .area(areas[0])
      : .smallMultiples(
        SmallMultiples(
          panels: zip(shown, areas)
            .map { lines, area in
              SmallPanel(title: lines[0].subject?.shortName ?? "", content: .area(area))
            },
          vertical: ValueAxis(title: "Share of the industry", format: .share)
        )
      )
    return try Figure(
      id: id,
      title: title,
      subtitle: subtitle,
      sources: inquiry.sourceLines,
      chart: chart,
      description: "Areas of the shares of groups of regions that add to 100 %."
    )
  }
}
