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

  static var slope: Chart {
    .slope(
      SlopeChart(
        pairs: places.prefix(12).enumerated()
          .map {
            ValuePair(
              label: $0.element,
              start: 12 + wave($0.offset, 7) * 7,
              end: 9 + wave($0.offset, 11) * 6,
              endStatus: .provisional,
              emphasis: [1, 4, 9].contains($0.offset) ? .strong : .context,
              link: MarkLink(region: "R\($0.offset)")
            )
          },
        startLabel: "1998",
        endLabel: "2022",
        axis: ValueAxis(title: "Share of GVA, %", format: NumberFormat(decimals: 1))
      )
    )
  }

  static var dumbbell: Chart {
    .dumbbell(
      DumbbellChart(
        pairs: places.prefix(14).enumerated()
          .map {
            ValuePair(
              label: $0.element,
              start: 1.6 + wave($0.offset, 7) * 0.9,
              end: $0.offset == 6 ? nil : 1.4 + wave($0.offset, 11) * 0.8,
              endStatus: $0.offset == 6 ? .notAvailable : .observed,
              hue: $0.offset.isMultiple(of: 3) ? .vermilion : nil
            )
          },
        startLabel: "1971",
        endLabel: "2015",
        axis: ValueAxis(title: "Location quotient", scale: .logarithmic),
        reference: ReferenceLine(value: 1, label: "Great Britain = 1")
      )
    )
  }

  static var scatter: Chart {
    let points = (0..<40)
      .map { step -> ScatterPoint in
        let x = 1.4 + wave(step, 3) * 1.1
        return ScatterPoint(
          label: step < places.count ? places[step] : "Region \(step)",
          x: x,
          y: -1.2 + x * 0.9 + wave(step, 8) * 2.1,
          size: 20_000 + 15_000 * (wave(step, 5) + 1),
          group: [1, 4, 5, 8].contains(step % 10) ? "Traditional industrial" : "All other regions",
          isNamed: [0, 3, 6, 11, 13, 16].contains(step),
          link: MarkLink(region: "R\(step)")
        )
      }
    let fit = stride(from: 0.3, through: 2.5, by: 0.1)
      .map { x -> LinePoint in
        let width = 0.35 + (x - 1.4) * (x - 1.4) * 0.5
        let y = -1.2 + x * 0.9
        return LinePoint(x: x, y: y, bounds: Interval(lower: y - width, upper: y + width))
      }
    return .scatter(
      ScatterChart(
        points: points,
        horizontal: ValueAxis(title: "Business R&D, % of GDP, 2011–2016"),
        vertical: ValueAxis(title: "GVA growth in advanced manufacturing, % a year, 2000–2015"),
        fit: FittedLine(points: fit, label: "OLS, 95 % band (HC1)"),
        sizeTitle: "jobs, 2015",
        verticalReference: ReferenceLine(value: 0, label: "no growth")
      )
    )
  }

  static var bars: Chart {
    .rankedBars(
      RankedBarChart(
        bars: places.prefix(12).enumerated()
          .map {
            RankedBar(
              label: $0.element,
              value: $0.offset == 10 ? nil : 19 - Double($0.offset) * 1.4,
              interval: $0.offset == 10
                ? Interval(lower: 0, upper: 6)
                : Interval(lower: 17.6 - Double($0.offset) * 1.4, upper: 20.8 - Double($0.offset) * 1.35),
              comparison: 9.6,
              status: $0.offset == 10
                ? .suppressed : $0.offset == 3 ? .estimated : $0.offset == 7 ? .provisional : .observed,
              emphasis: $0.offset == 4 ? .strong : .context,
              link: MarkLink(region: "R\($0.offset)")
            )
          },
        axis: ValueAxis(title: "Share of jobs in manufacturing, %", format: NumberFormat(decimals: 1)),
        comparisonTitle: "Great Britain",
        intervalTitle: "95 % interval"
      )
    )
  }

  static var contributions: Chart {
    .rankedBars(
      RankedBarChart(
        bars: places.prefix(9).enumerated()
          .map {
            RankedBar(
              label: $0.element,
              value: 0.021 - Double($0.offset) * 0.0052,
              hue: $0.offset < 5 ? .blue : .vermilion
            )
          },
        axis: ValueAxis(
          title: "Contribution to the change of the Theil index, 1998–2022",
          format: NumberFormat(decimals: 3, isSigned: true),
          lowWord: "towards dispersal",
          highWord: "towards concentration"
        )
      )
    )
  }

  /// A country of five by seven fields with a hole in one and an island.
  static let shapes: [MapShape] = (0..<35)
    .map { index in
      let (column, row) = (Double(index % 5), Double(index / 5))
      func corner(_ x: Double, _ y: Double) -> MapPoint {
        MapPoint(x: (x + 0.2 * (y * 0.7).rounded()) * 40_000, y: y * 40_000)
      }
      var rings = [
        [
          corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1),
          corner(column, row),
        ]
      ]
      if index == 12 {
        rings.append([
          corner(2.3, 2.3), corner(2.7, 2.3), corner(2.7, 2.7), corner(2.3, 2.7), corner(2.3, 2.3),
        ])
      }
      return MapShape(code: "A\(index)", label: places[index % places.count], rings: rings)
    }

  static var map: Chart {
    .map(
      ChoroplethMap(
        shapes: shapes,
        values: (0..<35)
          .compactMap { index in
            if index == 30 { return nil }
            if index == 7 || index == 8 {
              return MapValue(code: "A\(index)", value: nil, status: .suppressed)
            }
            return MapValue(
              code: "A\(index)",
              value: 1.15 + wave(index, 4) * 1.05,
              status: index == 20 ? .estimated : .observed
            )
          },
        scale: .divergingRatio(centre: 1, breaks: nil),
        legendTitle: "Location quotient, advanced manufacturing jobs, 2021",
        highlighted: ["A12", "A17"]
      )
    )
  }

  static var heat: Chart {
    let years = ["1998–2002", "2003–2007", "2008–2012", "2013–2017", "2018–2022"]
    return .heatTable(
      HeatTable(
        rowTitle: "Industry",
        columns: years,
        rows: industries.enumerated()
          .map { row, name in
            HeatRow(
              label: name,
              cells: years.indices.map { column in
                let status: CellStatus =
                  row == 2 && column == 0
                  ? .suppressed
                  : row == 3 && column == 1
                    ? .notAvailable
                    : row == 6 && column == 2 ? .unreliable : column == 4 ? .provisional : .observed
                let isMissing = status == .suppressed || status == .notAvailable || status == .unreliable
                return HeatCell(
                  value: isMissing ? nil : 1.2 + wave(row * 3 + column, row) * 1.1,
                  status: status,
                  link: MarkLink(industry: name, period: years[column])
                )
              }
            )
          },
        scale: .divergingRatio(centre: 1, breaks: nil),
        legendTitle: "Location quotient in traditional industrial regions",
        format: NumberFormat(decimals: 2)
      )
    )
  }

  static var twoWay: Chart {
    .heatTable(
      HeatTable(
        rowTitle: "",
        columns: ["Strong in traditional industrial regions", "Weak in traditional industrial regions"],
        rows: [
          HeatRow(
            label: "Concentrated",
            cells: [
              HeatCell(value: nil, text: "Air and spacecraft; Motor vehicles"),
              HeatCell(value: nil, text: "Pharmaceuticals"),
            ]
          ),
          HeatRow(
            label: "Dispersed",
            cells: [
              HeatCell(value: nil, text: "Chemicals; Machinery n.e.c.; Electrical equipment"),
              HeatCell(value: nil, text: "Computers, electronics, optics"),
            ]
          ),
        ],
        scale: .sequential(breaks: nil),
        legendTitle: "Concentration and specialization, 2018–2022"
      )
    )
  }

  static var sensitivity: Chart {
    .sensitivity(
      SensitivityStrip(rows: [
        SensitivityRow(
          label: "Threshold",
          cells: [
            SensitivityCell(label: "above 1", verdict: "clearly above", outcome: .base),
            SensitivityCell(label: "above 1.1", verdict: "clearly above", outcome: .same),
            SensitivityCell(label: "above 1.25", verdict: "cannot tell", outcome: .cannotTell),
            SensitivityCell(label: "above 1.5", verdict: "clearly below", outcome: .reversed),
          ]
        ),
        SensitivityRow(
          label: "Definition",
          cells: [
            SensitivityCell(label: "C20, C21, C26–C30", verdict: "clearly above", outcome: .base),
            SensitivityCell(label: "without C30.3", verdict: "clearly above", outcome: .same),
          ]
        ),
        SensitivityRow(
          label: "Base year",
          cells: [
            SensitivityCell(label: "1998", verdict: "clearly above", outcome: .base),
            SensitivityCell(label: "2003", verdict: "clearly above", outcome: .same),
            SensitivityCell(label: "1991", verdict: "no data", outcome: .notComputable),
          ]
        ),
      ])
    )
  }

  /// One figure of each kind, with its name.
  static func all() throws -> [Figure] {
    let kinds: [(String, String, Chart)] = [
      ("line", "Advanced manufacturing dispersed until about 2006 and has reconcentrated since", line),
      ("line-context", "The West Midlands fell, then recovered", lineWithContext),
      ("multiples-lines", "Traditional industrial regions lost ground in most industries", multiples),
      ("multiples-areas", "Rural regions gained in all four industries", multiplesOfAreas),
      ("multiples-bars", "Contributions changed sign between the periods", multiplesOfBars),
      ("interval-dots", "Aerospace is clearly more present in six regions; for four we cannot tell", dots),
      ("area", "Rural regions gained a share of advanced manufacturing", .area(areaData(1))),
      ("slope", "Most regions lost a share of GVA", slope),
      ("dumbbell", "Specialization fell in most regions between 1971 and 2015", dumbbell),
      ("scatter", "R&D and growth go together weakly; a few regions stand apart", scatter),
      ("bars", "South Yorkshire has more manufacturing jobs than Great Britain", bars),
      ("contributions", "Two regions account for most of the change", contributions),
      ("map", "Advanced manufacturing is over-represented in the Midlands", map),
      ("heat", "Specialization fell in five of eight industries", heat),
      ("two-way", "Aerospace and vehicles are concentrated where traditional industry is", twoWay),
      ("sensitivity", "The verdict survives the definition, not the threshold", sensitivity),
    ]
    return try kinds.map {
      try figure(
        $0.0,
        $0.1,
        "Gross value added at current prices, ITL 2 regions, Great Britain, 1998–2022",
        $0.2
      )
    }
  }
}
