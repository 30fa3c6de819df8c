import Graphics
import Inference
import Panels
import Studies

extension ScatterAnswer {
  /// The points, the line and its band.
  func figure(id: String, title: String, line: StraightLine, outliers: Set<Int>) throws -> Figure? {
    let (x, y) = points
    guard let low = x.min(), let high = x.max() else { return nil }
    let steps = 40
    let band = try (0...steps)
      .map { step in
        let at = low + (high - low) * Double(step) / Double(steps)
        let mean = try line.mean(at: at, level: level)
        return LinePoint(
          x: at,
          y: mean.value,
          bounds: showsInterval ? Interval(lower: mean.lower, upper: mean.upper) : nil
        )
      }
    let place = inquiry.study.description.place
    return try Figure(
      id: id,
      title: title,
      subtitle:
        "Growth of \(subject.name), \(inquiry.measured), % a year, \(growth.span), against \(indicator.name) "
        + "(\(indicator.unit)), \(regions.count) regions (\(inquiry.scale))",
      sources: inquiry.sourceLines + indicator.sources.map(\.line).withoutRepeats,
      notes: !showsInterval
        ? [] : ["Band: \(Words.percentLevel(level)) interval of the line, robust to unequal variance (HC3)."],
      chart: .scatter(
        ScatterChart(
          points: regions.enumerated()
            .map { position, region in
              ScatterPoint(
                label: inquiry.panel.regions[region].name,
                x: x[position],
                y: y[position],
                isNamed: outliers.contains(position) || inquiry.panel.regions[region].code == place,
                link: MarkLink(region: inquiry.panel.regions[region].code)
              )
            },
          horizontal: ValueAxis(title: "\(Words.capitalized(indicator.name)) (\(indicator.unit))"),
          vertical: ValueAxis(title: "Growth, % a year"),
          fit: Graphics.FittedLine(
            points: band,
            label: showsInterval ? "least squares, \(Words.percentLevel(level)) band" : "least squares"
          ),
          verticalReference: ReferenceLine(value: 0, label: "no growth")
        )
      ),
      description: "Points of regions by \(indicator.name) and growth, with a fitted line and its band."
    )
  }

  /// How the numbers were made.
  func method(_ slope: Double) -> MethodNote {
    MethodNote(
      formula: "growth = a + b · indicator + error, by least squares",
      symbols: "growth: per cent a year; indicator: \(indicator.name), \(indicator.unit)",
      citation: "MacKinnon & White (1985), for the robust interval",
      conventions: [
        growth.convention, "Interval: t with n − 2 degrees of freedom, HC3 variance.",
        "Every region counts once, whatever its size.",
        "A relation counts from \(NumberText.shortest(material)) percentage points of growth a year between regions one "
          + "standard deviation of the indicator apart; less is called hardly any.",
      ],
      howToRead:
        "A region with one \(step) more of the indicator grew on average by \(Words.number(slope, digits: 2)) "
        + "percentage points a year more.",
      uncertainty:
        "The interval covers scatter about the line. Errors in the indicator and in growth are not declared by the sources; "
        + "errors in the indicator pull the slope towards zero."
    )
  }
}

extension [String] {
  /// The lines, each once.
  fileprivate var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
