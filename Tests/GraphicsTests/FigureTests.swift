import Graphics
import Panels
import Testing

/// What a figure refuses.
@Suite struct FigureTests {
  func figure(_ chart: Chart) throws(FigureError) -> Figure {
    try Figure(id: "f", title: "t", subtitle: "s", sources: [], chart: chart, description: "d")
  }

  @Test(
    "A value that is not a number or infinite is refused, with its place",
    arguments: [Double.nan, .infinity]
  )
  func notFinite(value: Double) {
    #expect(throws: FigureError.notANumber(figure: "f", place: "series 'Only', point 2001")) {
      try figure(EdgeCases.line([1, value]))
    }
    #expect(throws: FigureError.notANumber(figure: "f", place: "bar 'Bar 0'")) {
      try figure(EdgeCases.bars([value]))
    }
  }

  @Test("Infinite bounds are no bounds; bounds that are not numbers are refused")
  func bounds() throws {
    #expect(Interval(lower: -.infinity, upper: .infinity) == Interval(lower: nil, upper: nil))
    _ = try figure(EdgeCases.line([1], bounds: Interval(lower: nil, upper: .infinity)))
    #expect(throws: FigureError.self) {
      try figure(EdgeCases.line([1], bounds: Interval(lower: .nan, upper: 2)))
    }
    #expect(throws: FigureError.boundsOutOfOrder(figure: "f", place: "series 'Only', point 2000")) {
      try figure(EdgeCases.line([1], bounds: Interval(lower: 3, upper: 2)))
    }
  }

  @Test("Series of another length than the axis are refused")
  func shape() {
    let area = AreaChart(positions: [1, 2], series: [AreaSeries(name: "A", values: [1])], title: "")
    #expect(throws: FigureError.shapeMismatch(figure: "f", place: "series 'A'", expected: 2, found: 1)) {
      try figure(.area(area))
    }
  }

  @Test("A negative share is refused")
  func negativeShare() {
    let area = AreaChart(positions: [1], series: [AreaSeries(name: "A", values: [-1])], title: "")
    #expect(throws: FigureError.negativeShare(figure: "f", place: "series 'A'", value: -1)) {
      try figure(.area(area))
    }
  }

  @Test("Statuses are listed once, in the order of their type, without observed")
  func statuses() throws {
    let breaks = try figure(EdgeCases.breaks).statuses
    #expect(
      breaks == [
        .suppressed, .notAvailable, .estimated, .breakInSeries, .provisional,
      ]
    )
    let plain = try figure(EdgeCases.line([1])).statuses
    #expect(plain.isEmpty)
  }

  @Test("Points out of order and a region twice are refused")
  func order() {
    let points = [2001.0, 2000].map { LinePoint(x: $0, y: 1) }
    let line = LineChart(series: [LineSeries(name: "A", points: points)], vertical: ValueAxis(title: ""))
    #expect(throws: FigureError.notAscending(figure: "f", place: "series 'A'")) { try figure(.line(line)) }
    let map = ChoroplethMap(
      shapes: Samples.shapes,
      values: [MapValue(code: "A1", value: 1), MapValue(code: "A1", value: 2)],
      scale: .sequential(breaks: nil),
      legendTitle: ""
    )
    #expect(throws: FigureError.duplicateRegion(figure: "f", code: "A1")) { try figure(.map(map)) }
  }

  @Test("Messages say what was given, where, and what to do")
  func messages() {
    let error = FigureError.shapeMismatch(figure: "f", place: "row 'A'", expected: 2, found: 1)
    #expect(
      "\(error)" == "Figure 'f', row 'A': 1 values where 2 are needed. Give nil where there is no number."
    )
  }

  @Test(
    "Every verdict and every outcome of another choice is drawn with its own words",
    arguments: ChartWidth.allCases
  )
  func words(width: ChartWidth) throws {
    let dots = IntervalVerdict.allCases.map { verdict in
      IntervalRow(label: "a row", value: 1.2, bounds: Interval(lower: 0.8, upper: 1.5), verdict: verdict)
    }
    let cells = SensitivityCell.Outcome.allCases.map { outcome in
      SensitivityCell(label: "a choice", verdict: "an answer", outcome: outcome)
    }
    func drawn(_ chart: Chart) throws -> String {
      let figure = try Figure(
        id: "words",
        title: "Words",
        subtitle: "of charts",
        sources: [],
        chart: chart,
        description: "words"
      )
      let options = FigureOptions(width: width, theme: .light, drawsText: true, idPrefix: "words")
      return try #require(DrawnDocument(svg(figure, options: options))).texts.map(\.string)
        .joined(separator: " ")
    }
    let headings = try drawn(.intervalDots(IntervalDotChart(rows: dots)))
    for verdict in IntervalVerdict.allCases { #expect(headings.contains("\(verdict.words) (1)")) }
    #expect(Set(IntervalVerdict.allCases.map(\.words)).count == IntervalVerdict.allCases.count)
    let key = try drawn(
      .sensitivity(SensitivityStrip(rows: [SensitivityRow(label: "Choice", cells: cells)]))
    )
    for outcome in SensitivityCell.Outcome.allCases {
      #expect(key.lowercased().contains(outcome.words), "\(outcome.words)")
    }
  }
}
