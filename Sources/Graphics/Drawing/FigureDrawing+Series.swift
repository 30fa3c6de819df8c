import Panels

extension FigureDrawing {
  /// Draws lines with their bands and steps: grey ones first, so that colours lie on top.
  mutating func drawSeries(
    _ series: [LineSeries],
    _ hues: [Hue],
    _ x: AxisMap,
    _ y: AxisMap,
    thin: Bool = false
  ) {
    let strong = series.indices.filter { series[$0].emphasis == .strong }
    let context = series.indices.filter { series[$0].emphasis == .context }
    let contextInk: Ink = context.count > FigureDrawing.namedContext ? .faint : .context
    for index in strong { drawBand(series[index], hues[index].ink, x, y) }
    for index in context { drawLine(series[index], contextInk, 1.3, nil, x, y) }
    for index in strong {
      let hasBlocks = !series[index].blockMeans.isEmpty
      let weight = thin ? 1.8 : 2.4
      let dash = FigureDrawing.dash(index, of: strong)
      drawLine(series[index], hues[index].ink, hasBlocks ? 1.1 : weight, dash, x, y)
      drawSteps(series[index], hues[index].ink, weight + 0.4, x, y)
    }
  }

  private mutating func drawBand(_ series: LineSeries, _ ink: Ink, _ x: AxisMap, _ y: AxisMap) {
    for piece in FigureDrawing.pieces(series.points, where: { $0.bounds != nil }) {
      func edge(_ bound: (Interval) -> Double?, open: Double) -> [PlotPoint] {
        piece.map { point in
          let value = point.bounds.flatMap(bound) ?? open
          return PlotPoint(x: x.position(point.x), y: y.position(value))
        }
      }
      var lower = edge(\.lower, open: -.infinity)
      var upper = edge(\.upper, open: .infinity)
      if piece.count == 1 {
        lower = lower.flatMap { [PlotPoint(x: $0.x - 3, y: $0.y), PlotPoint(x: $0.x + 3, y: $0.y)] }
        upper = upper.flatMap { [PlotPoint(x: $0.x - 3, y: $0.y), PlotPoint(x: $0.x + 3, y: $0.y)] }
      }
      canvas.ribbon(lower: lower, upper: upper, ink: ink, opacity: 0.2)
    }
  }

  private mutating func drawLine(
    _ series: LineSeries,
    _ ink: Ink,
    _ weight: Double,
    _ dash: String?,
    _ x: AxisMap,
    _ y: AxisMap
  ) {
    canvas.open(link: series.link, title: series.name)
    for piece in FigureDrawing.pieces(series.points, where: { $0.y != nil }) {
      for run in FigureDrawing.runs(piece) {
        let points = run.points.compactMap { point in
          point.y.map { PlotPoint(x: x.position(point.x), y: y.position($0)) }
        }
        if points.count == 1, piece.count == 1, let point = points.first {
          canvas.dot(x: point.x, y: point.y, radius: 3.5, ink: ink, look: run.dash != nil ? .open : .filled)
        } else {
          canvas.polyline(points, ink: ink, width: weight, dash: run.dash ?? dash)
        }
      }
    }
    canvas.close()
  }

  private mutating func drawSteps(
    _ series: LineSeries,
    _ ink: Ink,
    _ weight: Double,
    _ x: AxisMap,
    _ y: AxisMap
  ) {
    for block in series.blockMeans {
      let height = y.position(block.value)
      let begin = x.position(block.from)
      let end = x.position(block.through)
      canvas.polyline(
        [PlotPoint(x: min(begin, end - 2), y: height), PlotPoint(x: max(end, begin + 2), y: height)],
        ink: ink,
        width: weight
      )
    }
  }

  /// The unbroken pieces of a line: cut where a point fails a test, and before a break in series.
  static func pieces(_ points: [LinePoint], where holds: (LinePoint) -> Bool) -> [[LinePoint]] {
    var pieces: [[LinePoint]] = []
    var piece: [LinePoint] = []
    for point in points {
      if !holds(point) || point.status == .breakInSeries {
        if !piece.isEmpty { pieces.append(piece) }
        piece = []
      }
      if holds(point) { piece.append(point) }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  struct Run {
    var points: [LinePoint]
    let dash: String?
  }

  /// A piece cut where its dash changes: a stretch is dashed up to each estimated or provisional point.
  static func runs(_ piece: [LinePoint]) -> [Run] {
    guard let first = piece.first else { return [] }
    var runs = [Run(points: [first], dash: dash(piece.count > 1 ? piece[1].status : first.status))]
    for (previous, point) in zip(piece, piece.dropFirst()) {
      let wanted = dash(point.status)
      if runs[runs.count - 1].dash != wanted { runs.append(Run(points: [previous], dash: wanted)) }
      runs[runs.count - 1].points.append(point)
    }
    return runs
  }

  private static func dash(_ status: CellStatus) -> String? {
    switch status {
    case .provisional: provisionalDash
    case .estimated: estimatedDash
    default: nil
    }
  }
}
