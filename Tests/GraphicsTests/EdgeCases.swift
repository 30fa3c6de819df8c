import Graphics
import Panels

/// Figures at the limits of what a chart can be asked to show.
enum EdgeCases {
  static let longName =
    "Ynys Môn & the \"Very Long\" <Name> of a region that goes on, and on, beyond any column it could be given"

  static func line(_ values: [Double?], bounds: Interval? = nil) -> Chart {
    .line(
      LineChart(
        series: [
          LineSeries(
            name: "Only",
            points: values.enumerated()
              .map {
                LinePoint(period: Period(year: 2000 + $0.offset), y: $0.element, bounds: bounds)
              }
          )
        ],
        vertical: ValueAxis(title: "Value")
      )
    )
  }

  static func bars(_ values: [Double?]) -> Chart {
    .rankedBars(
      RankedBarChart(
        bars: values.enumerated()
          .map {
            RankedBar(
              label: "Bar \($0.offset)",
              value: $0.element,
              status: $0.element == nil ? .notAvailable : .observed
            )
          },
        axis: ValueAxis(title: "Value")
      )
    )
  }

  static var manySeries: Chart {
    .line(
      LineChart(
        series: (0..<60)
          .map {
            Samples.series("Series number \($0)", from: 0.2 + Double($0) * 0.01, slope: 0.001, seed: $0)
          },
        vertical: ValueAxis(title: "Value")
      )
    )
  }

  static var longNames: Chart {
    .intervalDots(
      IntervalDotChart(
        rows: (0..<3)
          .map { index in
            IntervalRow(
              label: longName,
              detail: "1\u{202F}234\u{202F}567",
              value: [0, 1, 1e9][index],
              interval: index == 2 ? Interval(lower: nil, upper: nil) : Interval(lower: 0, upper: .infinity),
              verdict: .cannotTell,
              status: [.observed, .unreliable, .provisional][index],
              link: MarkLink(region: "\"<&>", industry: longName)
            )
          },
        axis: ValueAxis(title: longName, scale: .logarithmic, lowWord: longName, highWord: longName),
        detailTitle: "Jobs & posts"
      )
    )
  }

  static var breaks: Chart {
    let statuses: [CellStatus] = [
      .observed, .observed, .breakInSeries, .observed, .suppressed, .observed, .notAvailable, .estimated,
      .estimated, .observed, .provisional, .provisional,
    ]
    return .line(
      LineChart(
        series: [
          LineSeries(
            name: longName,
            points: statuses.enumerated()
              .map { index, status in
                let isGap = status == .suppressed || status == .notAvailable
                return LinePoint(
                  period: Period(year: 2005, quarter: index % 4 + 1),
                  y: nil
                )
                .at(2005 + Double(index) / 4, isGap ? nil : 10 + Samples.wave(index, 2), status)
              }
          )
        ],
        vertical: ValueAxis(title: "£ million", format: NumberFormat(prefix: "£", suffix: " m"))
      )
    )
  }

  static var equalHeat: Chart {
    .heatTable(
      HeatTable(
        rowTitle: "Row",
        columns: (1998...2022).map { "\($0)" },
        rows: [
          HeatRow(label: longName, cells: (1998...2022).map { _ in HeatCell(value: 1) }),
          HeatRow(label: "B", cells: (1998...2022).map { _ in HeatCell(value: nil, status: .notApplicable) }),
        ],
        scale: .sequential(breaks: nil),
        legendTitle: "Value"
      )
    )
  }

  static func all() throws -> [Figure] {
    let cases: [(String, Chart)] = [
      ("empty-line", .line(LineChart(series: [], vertical: ValueAxis(title: "Value")))),
      ("empty-series", line([])),
      ("all-missing", line([nil, nil])),
      ("one-point", line([3])),
      ("equal-values", line([5, 5, 5, 5])),
      ("all-zero", line([0, 0, 0])),
      ("huge-range", line([-1.7e308, 1.7e308, 0])),
      ("tiny-range", line([1e-300, 2e-300, 3e-300])),
      ("nearly-equal", line([1, 1.000_000_000_000_000_2, 1])),
      ("negative", line([-3, -12, -7])),
      ("infinite-bounds", line([3, 4, 5], bounds: Interval(lower: -.infinity, upper: .infinity))),
      ("many-series", manySeries),
      ("long-names", longNames),
      ("breaks", breaks),
      ("bars-mixed", bars([12_345_678, -2, 0, nil, 1e-9])),
      ("bars-empty", bars([])),
      ("bars-many", bars((0..<60).map { Double($0) * 1.5 })),
      ("heat-many-columns", equalHeat),
      ("dots-empty", .intervalDots(IntervalDotChart(rows: []))),
      ("map-empty", .map(emptyMap)),
      ("scatter-log", .scatter(logScatter)),
      ("area-gap", .area(areaGap)),
      ("slope-missing", .slope(slopeMissing)),
      ("sensitivity-empty", .sensitivity(SensitivityStrip(rows: []))),
      ("multiples-free", .smallMultiples(freeMultiples)),
    ]
    return try cases.map {
      try Samples.figure($0.0, "Edge case \($0.0): \(longName)", "A subtitle & its <unit>", $0.1)
    }
  }

  static let emptyMap = ChoroplethMap(
    shapes: [],
    values: [MapValue(code: "X", value: 1)],
    scale: .sequential(breaks: nil),
    legendTitle: "Value"
  )

  static let logScatter = ScatterChart(
    points: [0, 0.001, 1, 50, 1e6].map { ScatterPoint(label: longName, x: $0, y: $0 * 2, isNamed: true) },
    horizontal: ValueAxis(title: "Size", scale: .logarithmic),
    vertical: ValueAxis(title: "Twice the size", scale: .logarithmic)
  )

  static let areaGap = AreaChart(
    positions: [2000, 2001, 2002, 2003],
    series: [
      AreaSeries(name: "A", values: [1, nil, 3, 0]),
      AreaSeries(name: "B", values: [1e308, 2, 1e308, 0], status: .estimated),
    ],
    title: "% of all"
  )

  static let slopeMissing = SlopeChart(
    pairs: [
      ValuePair(label: "Both", start: 1, end: 2),
      ValuePair(label: "Start only", start: 1, end: nil, endStatus: .suppressed),
      ValuePair(label: longName, start: nil, end: 2, startStatus: .notAvailable),
    ],
    startLabel: "Then",
    endLabel: "Now",
    axis: ValueAxis(title: "Value")
  )

  static let freeMultiples = SmallMultiples(
    panels: [1.0, 1000, 1e-5]
      .map {
        SmallPanel(
          title: longName,
          content: .lines([
            LineSeries(name: "A", points: [LinePoint(x: 2000, y: $0), LinePoint(x: 2001, y: $0 * 3)])
          ])
        )
      },
    vertical: ValueAxis(title: "Value"),
    freeVertical: true
  )
}

extension LinePoint {
  /// A copy at another place with another value.
  func at(_ x: Double, _ y: Double?, _ status: CellStatus) -> LinePoint {
    LinePoint(x: x, y: y, status: status, period: period)
  }
}
