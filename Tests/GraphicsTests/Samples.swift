import Graphics
import Panels

/// Figures with invented numbers and real names of places, one for each kind of chart.
enum Samples {
  static func figure(_ id: String, _ title: String, _ subtitle: String, _ chart: Chart) throws -> Figure {
    try Figure(
      id: id,
      title: title,
      subtitle: subtitle,
      sources: ["Invented numbers for the tests of the drawing"],
      notes: ["Concentration is relative to all activity."],
      chart: chart,
      description: "A chart made to test the drawing"
    )
  }

  /// A wave without a random generator, the same everywhere.
  static func wave(_ step: Int, _ seed: Int) -> Double {
    let phase = Double((step * step * 31 + step * 17 + seed * 59 + step * seed * 13) % 101) / 101
    return phase * 2 - 1
  }

  static let places = [
    "Tees Valley and Durham", "Cumbria", "Greater Manchester", "Lancashire", "South Yorkshire",
    "West Yorkshire", "Derbyshire and Nottinghamshire", "Leicestershire, Rutland and Northamptonshire",
    "Shropshire and Staffordshire", "West Midlands", "West Wales and The Valleys", "Inner London – West",
    "Outer London – East and North East", "Hampshire and Isle of Wight",
    "Gloucestershire, Wiltshire and Bristol",
    "Cornwall and Isles of Scilly", "Highlands and Islands", "Northern Ireland",
  ]

  static let industries = [
    "Computers, electronics, optics", "Pharmaceuticals", "Air and spacecraft", "Other transport equipment",
    "Chemicals", "Motor vehicles", "Machinery n.e.c.", "Electrical equipment",
  ]

  static func series(
    _ name: String,
    from start: Double,
    slope: Double,
    seed: Int,
    emphasis: Emphasis = .strong,
    hasBand: Bool = false,
    hasBlocks: Bool = false
  ) -> LineSeries {
    let points = (1998...2022)
      .map { year -> LinePoint in
        let step = year - 1998
        let turn = Double(max(0, year - 2006)) * slope * 2.2
        let value = start - slope * Double(step) + turn + wave(step, seed) * 0.012
        return LinePoint(
          period: Period(year: year),
          y: value,
          bounds: hasBand ? Interval(lower: value - 0.018, upper: value + 0.022) : nil,
          status: year >= 2021 ? .provisional : .observed
        )
      }
    let blocks = stride(from: 1998, through: 2018, by: 5)
      .map { year -> BlockMean in
        let inside = points.filter { $0.x >= Double(year) && $0.x <= Double(year + 4) }.compactMap(\.y)
        return BlockMean(
          from: Double(year),
          through: Double(year + 4),
          value: inside.reduce(0, +) / Double(inside.count)
        )
      }
    return LineSeries(
      name: name,
      points: points,
      blockMeans: hasBlocks ? blocks : [],
      emphasis: emphasis,
      link: MarkLink(industry: name)
    )
  }

  static var line: Chart {
    let main = series(
      "Advanced manufacturing",
      from: 0.31,
      slope: 0.006,
      seed: 1,
      hasBand: true,
      hasBlocks: true
    )
    let second = series(
      "Other manufacturing",
      from: 0.16,
      slope: 0.001,
      seed: 2,
      hasBand: true,
      hasBlocks: true
    )
    return .line(
      LineChart(
        series: [main, second],
        vertical: ValueAxis(title: "Theil index, relative to all activity", includesZero: true),
        reference: ReferenceLine(value: 0.4, label: "0.4: commonly called concentrated"),
        bandTitle: "95 % rounding interval",
        blockTitle: "Five-year means"
      )
    )
  }

  static var lineWithContext: Chart {
    var lines = (0..<14)
      .map {
        series(
          places[$0],
          from: 0.2 + Double($0) * 0.011,
          slope: 0.002 * Double($0 % 5 - 2),
          seed: $0,
          emphasis: .context
        )
      }
    lines.append(series("West Midlands", from: 0.34, slope: 0.004, seed: 5))
    lines.append(series("Leicestershire, Rutland and Northamptonshire", from: 0.33, slope: 0.0035, seed: 9))
    return .line(
      LineChart(series: lines, vertical: ValueAxis(title: "Share of jobs in manufacturing", format: .share))
    )
  }

  static var multiples: Chart {
    let panels = industries.enumerated()
      .map { offset, name in
        SmallPanel(
          title: name,
          content: .lines([
            series("Traditional industrial", from: 1.1 + wave(offset, 3) * 0.2, slope: 0.012, seed: offset),
            series("All other regions", from: 0.9 - wave(offset, 3) * 0.1, slope: -0.006, seed: offset + 20),
          ]),
          link: MarkLink(industry: name)
        )
      }
    return .smallMultiples(
      SmallMultiples(
        panels: panels,
        vertical: ValueAxis(title: "Location quotient"),
        reference: ReferenceLine(value: 1, label: "Great Britain = 1")
      )
    )
  }

  static var multiplesOfAreas: Chart {
    .smallMultiples(
      SmallMultiples(
        panels: industries.prefix(4).enumerated()
          .map { offset, name in
            SmallPanel(title: name, content: .area(areaData(offset)))
          },
        vertical: ValueAxis(title: "Share of GVA by density of the region")
      )
    )
  }

  static var multiplesOfBars: Chart {
    .smallMultiples(
      SmallMultiples(
        panels: ["1998–2007", "2008–2015", "2016–2022"].enumerated()
          .map { offset, name in
            SmallPanel(
              title: name,
              content: .bars(
                places.prefix(8).enumerated()
                  .map {
                    RankedBar(
                      label: $0.element,
                      value: $0.offset == 5 ? nil : wave($0.offset, offset) * 2.4,
                      status: $0.offset == 5 ? .suppressed : .observed
                    )
                  }
              )
            )
          },
        vertical: ValueAxis(
          title: "Contribution to the change of the Theil index, × 100",
          format: NumberFormat(isSigned: true)
        )
      )
    )
  }

  static var dots: Chart {
    let rows = places.enumerated()
      .map { offset, name -> IntervalRow in
        let value = 3.1 / (1 + Double(offset) * 0.42) + (offset == 17 ? -0.25 : 0)
        let spread = offset.isMultiple(of: 3) ? 1.55 : 1.16
        let verdict: IntervalVerdict =
          value / spread > 1 ? .clearlyAbove : value * spread < 1 ? .clearlyBelow : .cannotTell
        if offset == 8 {
          return IntervalRow(
            label: name,
            detail: "[c]",
            value: nil,
            bounds: Interval(lower: 0, upper: 1.9),
            verdict: .cannotTell,
            status: .suppressed,
            link: MarkLink(region: "TLG2", industry: "30.3", period: "2021")
          )
        }
        return IntervalRow(
          label: name,
          detail: NumberFormat(decimals: 0).text((value * 4125).rounded()),
          value: value,
          interval: Interval(lower: value / spread, upper: value * spread),
          bounds: Interval(lower: value / spread / 1.2, upper: offset == 2 ? nil : value * spread * 1.2),
          verdict: verdict,
          status: offset == 4 ? .estimated : .rounded,
          link: MarkLink(region: "TL\(offset)", industry: "30.3", period: "2021")
        )
      }
    return .intervalDots(
      IntervalDotChart(
        rows: rows,
        axis: ValueAxis(
          title: "Location quotient",
          scale: .logarithmic,
          lowWord: "smaller share than Great Britain",
          highWord: "larger share than Great Britain"
        ),
        reference: ReferenceLine(value: 1, label: "Great Britain = 1"),
        detailTitle: "Jobs",
        intervalTitle: "95 % rounding interval",
        boundsTitle: "Hard bounds"
      )
    )
  }

  static func areaData(_ seed: Int) -> AreaChart {
    let years = (1998...2022).map(Double.init)
    func values(_ start: Double, _ slope: Double) -> [Double?] {
      years.map { start + slope * ($0 - 1998) + wave(Int($0) - 1998, seed) * 1.5 }
    }
    return AreaChart(
      positions: years,
      series: [
        AreaSeries(name: "Rural (below 186 per km²)", values: values(28, 0.35)),
        AreaSeries(name: "Moderately urban (186 to 846)", values: values(44, 0.1 * Double(seed))),
        AreaSeries(name: "Urban (above 846)", values: values(31, -0.4)),
      ],
      title: "% of advanced manufacturing GVA"
    )
  }
}
