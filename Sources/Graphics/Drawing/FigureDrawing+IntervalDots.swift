import Panels

extension FigureDrawing {
  /// Draws values with their intervals, grouped by verdict.
  mutating func draw(_ chart: IntervalDotChart) {
    let groups = IntervalVerdict.allCases.map { verdict in chart.rows.filter { $0.verdict == verdict } }
    let rows = groups.flatMap(\.self)
    let details = chart.detailTitle == nil ? [] : rows.map { $0.detail ?? "" } + [chart.detailTitle ?? ""]
    let detailWidth = details.reduce(0) { max($0, TextMetrics.width($1, size: 11)) }
    drawIntervalKey(chart)
    drawAxisTitle(chart.axis)
    let marksRight = right - (detailWidth > 0 && !isNarrow ? detailWidth + 16 : 6)
    let heads = FigureDrawing.heads(groups.map(\.count), height: 30)
    let layout = RowLayout(
      names: rows.map(\.label),
      left: left,
      right: marksRight,
      top: 0,
      isNarrow: isNarrow,
      extra: heads,
      detailWidth: detailWidth > 0 ? detailWidth + 8 : 0
    )
    let plotLeft = layout.marks.left + 6
    let span = PlotArea(left: plotLeft, top: 0, right: marksRight, bottom: 0)
    drawEndWords(chart.axis, in: span)
    let top = cursor + 22
    let plot = PlotArea(left: plotLeft, top: top, right: marksRight, bottom: top + layout.marks.height + 4)
    let ends = FigureDrawing.ends(chart)
    let map = plot.horizontal(ends, chart.axis.scale)
    drawTopAxis(map, chart.axis, in: plot)
    drawVerticalReference(chart.reference.value, map, in: plot)
    if let title = chart.detailTitle, !isNarrow {
      canvas.text(title, x: right, y: top - 6, TypeStyle.tick.anchored(.end))
    }
    drawRows(rows, groups.map(\.count), layout, heads, map, plot)
    cursor = plot.bottom + (plot.height > 600 ? 20 : 4)
    if rows.isEmpty { emptyRemark() }
  }

  /// The height over each row that begins a group.
  static func heads(_ counts: [Int], height: Double) -> [Double] {
    counts.flatMap { count in (0..<count).map { $0 == 0 ? height : 0 } }
  }

  private mutating func drawRows(
    _ rows: [IntervalRow],
    _ counts: [Int],
    _ layout: RowLayout,
    _ heads: [Double],
    _ map: AxisMap,
    _ plot: PlotArea
  ) {
    var top = plot.top
    for (index, row) in rows.enumerated() {
      if heads[index] > 0 {
        let count = rows.count { $0.verdict == row.verdict }
        var style = TypeStyle.heading
        style.hasHalo = true
        canvas.text("\(row.verdict.words) (\(count))", x: left, y: top + 21, style)
      }
      let middle = rowLabel(index, layout, top: top + heads[index], full: row.label)
      drawMark(row, map, y: middle)
      if let detail = row.detail {
        let y = isNarrow ? middle - 10 - layout.textHeight(index) + 12 : middle + 4
        canvas.text(detail, x: right, y: y, TypeStyle.tick.anchored(.end))
      }
      top += layout.heights[index]
    }
  }

  private mutating func drawMark(_ row: IntervalRow, _ map: AxisMap, y: Double) {
    let ink = row.verdict.hue.ink
    canvas.open(link: row.link, title: FigureDrawing.words(row, map))
    if let bounds = row.bounds { span(bounds, map, y: y, ink: ink, thick: false, status: row.status) }
    if let interval = row.interval { span(interval, map, y: y, ink: ink, thick: true, status: row.status) }
    if let value = row.value {
      if map.contains(value), value > 0 || map.scale == .linear {
        let look = DotLook(row.status)
        canvas.dot(x: map.position(value), y: y, radius: 5, ink: ink, look: look)
      } else {
        let isHigh = value > map.low
        canvas.arrowhead(x: isHigh ? map.end : map.start, y: y, pointsRight: isHigh, size: 7, ink: ink)
      }
    } else if row.interval == nil, row.bounds == nil {
      let word = row.status.word
      canvas.text(word, x: map.start + 4, y: y + 4, TypeStyle.tick)
    }
    canvas.close()
  }

  /// Writes an interval; what is known of a suppressed value is hatched.
  private mutating func span(
    _ interval: Interval,
    _ map: AxisMap,
    y: Double,
    ink: Ink,
    thick: Bool,
    status: CellStatus
  ) {
    let low = map.position(interval.lower ?? -.infinity)
    let high = map.position(interval.upper ?? .infinity)
    if status == .suppressed || status == .notAvailable {
      let pattern = canvas.fill(.suppressed)
      canvas.rectangle(x: low, y: y - 4, width: max(2, high - low), height: 8, fill: pattern, stroke: .hatch)
    } else {
      canvas.line(low, y, max(high, low + 1), y, ink: ink, width: thick ? 5 : 1.5)
    }
    let leavesLow = interval.lower.map { !map.contains($0) && $0 < map.low } ?? true
    let leavesHigh = interval.upper.map { !map.contains($0) && $0 > map.high } ?? true
    if leavesLow { canvas.arrowhead(x: map.start - 5, y: y, pointsRight: false, size: 6, ink: ink) }
    if leavesHigh { canvas.arrowhead(x: map.end + 5, y: y, pointsRight: true, size: 6, ink: ink) }
  }

  private mutating func drawIntervalKey(_ chart: IntervalDotChart) {
    guard !chart.rows.isEmpty else { return }
    var entries: [KeyEntry] = []
    if chart.rows.contains(where: { $0.value != nil }) {
      entries.append(KeyEntry(sample: .dot(.context, .filled), label: "Value"))
    }
    if chart.rows.contains(where: { $0.interval != nil }) {
      entries.append(KeyEntry(sample: .thick(.context), label: chart.intervalTitle ?? "Interval"))
    }
    if chart.rows.contains(where: { $0.bounds != nil }) {
      entries.append(KeyEntry(sample: .thin(.context), label: chart.boundsTitle ?? "Hard bounds"))
    }
    entries.append(KeyEntry(sample: .tick(.axis), label: chart.reference.label))
    key(entries)
    cursor += 4
  }

  /// The ends of the axis: all values and intervals, but bounds beyond 50 times the values leave by an arrow.
  static func ends(_ chart: IntervalDotChart) -> AxisEnds {
    let values = chart.rows.compactMap(\.value) + [chart.reference.value]
    let edges = chart.rows.flatMap {
      [$0.interval?.lower, $0.interval?.upper, $0.bounds?.lower, $0.bounds?.upper].compactMap(\.self)
    }
    guard chart.axis.scale == .logarithmic else { return AxisEnds(values + edges, axis: chart.axis) }
    let positive = values.filter { $0 > 0 }
    let low = (positive.min() ?? 1) / 4
    let high = (positive.max() ?? 1) * 4
    return AxisEnds(positive + edges.filter { $0 >= low && $0 <= high }, axis: chart.axis)
  }

  private static func words(_ row: IntervalRow, _ map: AxisMap) -> String {
    let format = NumberFormat()
    var text = row.label
    if let value = row.value { text += ": " + format.text(value) } else { text += ": " + row.status.word }
    if let interval = row.interval ?? row.bounds {
      text +=
        " (" + (interval.lower.map(format.text) ?? "no lower bound") + " to "
        + (interval.upper.map(format.text) ?? "no upper bound") + ")"
    }
    return text + ", " + row.verdict.words.lowercased()
  }

  /// Writes that there is nothing to draw.
  mutating func emptyRemark() {
    cursor += 4
    paragraph("No values to draw.", TypeStyle(size: 12, ink: .softText))
    cursor += 8
  }
}

extension IntervalVerdict {
  /// The colour of a verdict: blue above, ochre-brown below, grey where the evidence does not decide.
  var hue: Hue {
    switch self {
    case .clearlyAbove, .aboveSamplingUnknown: .blue
    case .cannotTell, .notComputable: .grey
    case .belowSamplingUnknown, .clearlyBelow: .vermilion
    }
  }
}
