import Graphics
import Panels

/// Comparisons of places, maps and tables, and the list of all samples.
extension Samples {
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
