import Graphics
import Panels
import Testing

/// Charts of random shape and size: the drawing may not fail, leave its frame or print text upon text.
@Suite struct RandomChartTests {
  /// A small generator with a fixed sequence for each seed (Numerical Recipes' linear congruential constants).
  struct Dice {
    var state: UInt64
    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    mutating func count(_ limit: Int) -> Int { Int(next() * Double(limit)) }
    /// A number of any size and sign.
    mutating func number() -> Double {
      let size = (next() * 2 - 1) * 12
      var power = 1.0
      for _ in 0..<Int(size.magnitude) { power *= 10 }
      return (next() * 2 - 1) * (size < 0 ? 1 / power : power)
    }
    mutating func name() -> String {
      (0...count(6)).map { _ in EdgeCases.longName.split(separator: " ")[count(14)] }.joined(separator: " ")
    }
  }

  static func chart(_ seed: Int) -> Chart {
    var dice = Dice(state: UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<8 { _ = dice.next() }
    let scale = dice.number()
    func value() -> Double? { dice.next() < 0.1 ? nil : scale * (dice.next() * 3 - 1) }
    func status() -> CellStatus { CellStatus.allCases[dice.count(9)] }
    switch seed % 6 {
    case 0:
      let lines = (0..<dice.count(9))
        .map { _ in
          LineSeries(
            name: dice.name(),
            points: (0..<dice.count(40))
              .map {
                LinePoint(period: Period(year: 1980 + $0), y: value(), status: status())
              },
            emphasis: dice.next() < 0.3 ? .context : .strong
          )
        }
      return .line(LineChart(series: lines, vertical: ValueAxis(title: dice.name())))
    case 1:
      let rows = (0..<dice.count(30))
        .map { _ -> IntervalRow in
          let middle = dice.next() < 0.1 ? 0 : dice.number().magnitude
          return IntervalRow(
            label: dice.name(),
            detail: "\(dice.count(100_000))",
            value: dice.next() < 0.1 ? nil : middle,
            interval: Interval(lower: middle * dice.next(), upper: dice.next() < 0.2 ? nil : middle * 2),
            verdict: IntervalVerdict.allCases[dice.count(3)],
            status: status()
          )
        }
      return .intervalDots(IntervalDotChart(rows: rows, detailTitle: "Jobs"))
    case 2:
      let bars = (0..<dice.count(30))
        .map { _ in RankedBar(label: dice.name(), value: value(), status: status()) }
      return .rankedBars(RankedBarChart(bars: bars, axis: ValueAxis(title: dice.name())))
    case 3:
      let points = (0..<dice.count(60))
        .map { _ in
          ScatterPoint(
            label: dice.name(),
            x: value() ?? 0,
            y: dice.number(),
            size: dice.next(),
            isNamed: dice.next() < 0.3
          )
        }
      return .scatter(
        ScatterChart(
          points: points,
          horizontal: ValueAxis(title: "x"),
          vertical: ValueAxis(title: dice.name())
        )
      )
    case 4:
      let pairs = (0..<dice.count(20))
        .map { _ in
          ValuePair(label: dice.name(), start: value(), end: value(), endStatus: status())
        }
      let axis = ValueAxis(title: dice.name())
      return .slope(SlopeChart(pairs: pairs, startLabel: "Then", endLabel: "Now", axis: axis))
    default:
      let pairs = (0..<dice.count(30))
        .map { _ in ValuePair(label: dice.name(), start: value(), end: value()) }
      let axis = ValueAxis(title: dice.name())
      return .dumbbell(DumbbellChart(pairs: pairs, startLabel: "Then", endLabel: "Now", axis: axis))
    }
  }

  @Test(
    "Two hundred random charts are well-formed, inside their frame and without text upon text",
    arguments: 0..<200
  )
  func random(seed: Int) throws {
    let figure = try Samples.figure("random-\(seed)", "Title", "Subtitle", RandomChartTests.chart(seed))
    for width in ChartWidth.allCases {
      let text = svg(figure, options: FigureOptions(width: width))
      let document = try #require(DrawnDocument(text))
      for (index, text) in document.texts.enumerated() {
        #expect(text.left >= -0.1 && text.right <= document.width + 0.1, "\(text.string)")
        #expect(text.top >= -0.1 && text.bottom <= document.height + 0.1, "\(text.string)")
        for other in document.texts[..<index] {
          #expect(!text.overlaps(other), "\(width): '\(text.string)' and '\(other.string)'")
        }
      }
    }
  }
}
