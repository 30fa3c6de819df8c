import Panels

extension Chart {
  /// The statuses of all marks.
  var statuses: Set<CellStatus> {
    switch self {
    case .line(let line): Chart.statuses(line.series)
    case .smallMultiples(let multiples):
      multiples.panels.reduce(into: []) { $0.formUnion(Chart.statuses($1.content)) }
    case .intervalDots(let dots): Set(dots.rows.map(\.status))
    case .area(let area): Set(area.series.map(\.status))
    case .slope(let slope): Chart.statuses(slope.pairs)
    case .dumbbell(let dumbbell): Chart.statuses(dumbbell.pairs)
    case .scatter(let scatter): Set(scatter.points.map(\.status))
    case .rankedBars(let bars): Set(bars.bars.map(\.status))
    case .map(let map): Chart.statuses(map)
    case .heatTable(let table): Set(table.rows.flatMap(\.cells).map(\.status))
    case .sensitivity: []
    }
  }

  private static func statuses(_ series: [LineSeries]) -> Set<CellStatus> {
    Set(series.flatMap(\.points).map(\.status))
  }

  private static func statuses(_ content: SmallPanel.Content) -> Set<CellStatus> {
    switch content {
    case .lines(let series): statuses(series)
    case .area(let area): Set(area.series.map(\.status))
    case .bars(let bars): Set(bars.map(\.status))
    }
  }

  private static func statuses(_ pairs: [ValuePair]) -> Set<CellStatus> {
    Set(pairs.flatMap { [$0.startStatus, $0.endStatus] })
  }

  private static func statuses(_ map: ChoroplethMap) -> Set<CellStatus> {
    let drawn = Set(map.shapes.map(\.code))
    var found = Set(map.values.filter { drawn.contains($0.code) }.map(\.status))
    if !drawn.isSubset(of: map.values.map(\.code)) { found.insert(.notAvailable) }
    return found
  }
}
