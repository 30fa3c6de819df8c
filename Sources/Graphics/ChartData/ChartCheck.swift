/// Walks the numbers of a chart once and keeps the first thing that is wrong.
struct ChartCheck {
  let figure: String
  private(set) var error: FigureError?

  init(figure: String) {
    self.figure = figure
  }

  mutating func visit(_ chart: Chart) {
    switch chart {
    case .line(let line): visit(line)
    case .smallMultiples(let multiples): visit(multiples)
    case .intervalDots(let dots): visit(dots)
    case .area(let area): visit(area)
    case .slope(let slope):
      visit(slope.pairs)
      visit(slope.axis, slope.reference)
    case .dumbbell(let dumbbell):
      visit(dumbbell.pairs)
      visit(dumbbell.axis, dumbbell.reference)
    case .scatter(let scatter): visit(scatter)
    case .rankedBars(let bars):
      visit(bars.bars)
      visit(bars.axis, bars.reference)
    case .map(let map): visit(map)
    case .heatTable(let table): visit(table)
    case .sensitivity: break
    }
  }

  private mutating func fail(_ failure: FigureError) {
    if error == nil { error = failure }
  }

  private mutating func finite(_ value: Double?, _ place: @autoclosure () -> String) {
    if let value, !value.isFinite { fail(.notANumber(figure: figure, place: place())) }
  }

  private mutating func share(_ value: Double?, _ place: @autoclosure () -> String) {
    finite(value, place())
    if let value, value < 0 { fail(.negativeShare(figure: figure, place: place(), value: value)) }
  }

  private mutating func bounds(_ interval: Interval?, _ place: @autoclosure () -> String) {
    guard let interval else { return }
    if interval.lower?.isNaN == true || interval.upper?.isNaN == true {
      fail(.notANumber(figure: figure, place: place() + ", bounds"))
    }
    if let lower = interval.lower, let upper = interval.upper, lower > upper {
      fail(.boundsOutOfOrder(figure: figure, place: place()))
    }
  }

  private mutating func shape(_ place: @autoclosure () -> String, expected: Int, found: Int) {
    if expected != found {
      fail(.shapeMismatch(figure: figure, place: place(), expected: expected, found: found))
    }
  }

  private mutating func ascending(_ values: [Double], _ place: @autoclosure () -> String) {
    if zip(values, values.dropFirst()).contains(where: { $0 >= $1 }) {
      fail(.notAscending(figure: figure, place: place()))
    }
  }

  private mutating func distinct(_ codes: [String]) {
    var seen: Set<String> = []
    for code in codes where !seen.insert(code).inserted { fail(.duplicateRegion(figure: figure, code: code)) }
  }

  private mutating func visit(_ axis: ValueAxis, _ reference: ReferenceLine?) {
    finite(axis.domain?.lowerBound, "axis '\(axis.title)'")
    finite(axis.domain?.upperBound, "axis '\(axis.title)'")
    finite(reference?.value, "reference '\(reference?.label ?? "")'")
  }
}

extension ChartCheck {
  private mutating func visit(_ line: LineChart) {
    visit(line.series)
    visit(line.horizontal, nil)
    visit(line.vertical, line.reference)
  }

  private mutating func visit(_ series: [LineSeries]) {
    for line in series {
      visit(line.points, "series '\(line.name)'")
      for block in line.blockMeans {
        finite(block.value, "series '\(line.name)', block mean")
        finite(block.from, "series '\(line.name)', block mean")
        finite(block.through, "series '\(line.name)', block mean")
      }
    }
  }

  private mutating func visit(_ points: [LinePoint], _ place: @autoclosure () -> String) {
    for point in points {
      finite(point.x, "\(place()), point \(point.period ?? "\(point.x)")")
      finite(point.y, "\(place()), point \(point.period ?? "\(point.x)")")
      bounds(point.bounds, "\(place()), point \(point.period ?? "\(point.x)")")
    }
    ascending(points.map(\.x), place())
  }

  private mutating func visit(_ multiples: SmallMultiples) {
    visit(multiples.horizontal, nil)
    visit(multiples.vertical, multiples.reference)
    for panel in multiples.panels {
      switch panel.content {
      case .lines(let series): visit(series)
      case .area(let area): visit(area)
      case .bars(let bars): visit(bars)
      }
    }
  }

  private mutating func visit(_ dots: IntervalDotChart) {
    visit(dots.axis, dots.reference)
    for row in dots.rows {
      finite(row.value, "row '\(row.label)'")
      bounds(row.interval, "row '\(row.label)'")
      bounds(row.bounds, "row '\(row.label)'")
    }
  }

  private mutating func visit(_ area: AreaChart) {
    visit(area.horizontal, nil)
    for position in area.positions { finite(position, "axis of time") }
    ascending(area.positions, "axis of time")
    for series in area.series {
      shape("series '\(series.name)'", expected: area.positions.count, found: series.values.count)
      for value in series.values { share(value, "series '\(series.name)'") }
    }
  }

  private mutating func visit(_ pairs: [ValuePair]) {
    for pair in pairs {
      finite(pair.start, "pair '\(pair.label)'")
      finite(pair.end, "pair '\(pair.label)'")
    }
  }

  private mutating func visit(_ scatter: ScatterChart) {
    visit(scatter.horizontal, scatter.horizontalReference)
    visit(scatter.vertical, scatter.verticalReference)
    for point in scatter.points {
      finite(point.x, "point '\(point.label)'")
      finite(point.y, "point '\(point.label)'")
      share(point.size, "point '\(point.label)', size")
    }
    if let fit = scatter.fit { visit(fit.points, "fitted line '\(fit.label)'") }
  }

  private mutating func visit(_ bars: [RankedBar]) {
    for bar in bars {
      finite(bar.value, "bar '\(bar.label)'")
      finite(bar.comparison, "bar '\(bar.label)', comparison")
      bounds(bar.interval, "bar '\(bar.label)'")
    }
  }

  private mutating func visit(_ map: ChoroplethMap) {
    visit(map.scale)
    for shape in map.shapes {
      for point in shape.rings.joined() {
        finite(point.x, "outline '\(shape.code)'")
        finite(point.y, "outline '\(shape.code)'")
      }
    }
    for value in map.values { finite(value.value, "region '\(value.code)'") }
    distinct(map.shapes.map(\.code))
    distinct(map.values.map(\.code))
  }

  private mutating func visit(_ table: HeatTable) {
    visit(table.scale)
    for row in table.rows {
      shape("row '\(row.label)'", expected: table.columns.count, found: row.cells.count)
      for cell in row.cells { finite(cell.value, "row '\(row.label)'") }
    }
  }

  private mutating func visit(_ scale: ColourScale) {
    switch scale {
    case .divergingRatio(let centre, let breaks), .divergingDifference(let centre, let breaks):
      finite(centre, "centre of the colour scale")
      for limit in breaks ?? [] { finite(limit, "class limits") }
    case .kinds: break
    case .sequential(let breaks):
      for limit in breaks ?? [] { finite(limit, "class limits") }
    }
  }
}
