/// Where the panels of small multiples stand, and the axes they share.
struct PanelGrid {
  let columns: Int
  /// The width kept for labels left of a column that has them.
  let gutter: Double
  let ends: AxisEnds
  let horizontal: AxisEnds
  let bars: [RankedBar]
  let plotHeight: Double
  private let left: Double
  private let panelWidth: Double
  private let gutterInEach: Bool
  private let titleLines: Int
  private static let gap: Double = 18

  init(_ chart: SmallMultiples, drawing: FigureDrawing) {
    let width = drawing.width
    let bars = chart.panels.flatMap { panel -> [RankedBar] in
      if case .bars(let bars) = panel.content { bars } else { [] }
    }
    self.bars = bars
    let values = chart.panels.flatMap(PanelGrid.values) + [chart.reference?.value].compactMap(\.self)
    let ends = AxisEnds(values, axis: chart.vertical, ticks: 3)
    self.ends = ends
    horizontal = AxisEnds(chart.panels.flatMap(PanelGrid.times), axis: chart.horizontal, isNice: false)
    let rows = chart.panels.map { panel -> Int in
      if case .bars(let bars) = panel.content { bars.count } else { 0 }
    }
    plotHeight = bars.isEmpty ? (drawing.isNarrow ? 92 : 110) : Double(max(1, rows.max() ?? 1)) * 18
    columns = PanelGrid.columns(chart.panels.count, isNarrow: drawing.isNarrow, hasBars: !bars.isEmpty)
    gutterInEach = chart.freeVertical && bars.isEmpty
    gutter =
      bars.isEmpty
      ? PanelGrid.tickGutter(chart, ends, height: plotHeight)
      : min(width * (drawing.isNarrow ? 0.42 : 0.3), PanelGrid.widest(bars) + 10)
    left = drawing.left
    let gutters = gutterInEach ? gutter * Double(columns) : gutter
    panelWidth = (width - gutters - PanelGrid.gap * Double(columns - 1)) / Double(columns)
    let room = panelWidth
    titleLines = chart.panels.reduce(1) {
      max($0, FittedText($1.title, width: room, size: 12, bold: true, lines: 2).lines.count)
    }
  }

  /// As many columns as panels can be wide, without a last row of one panel where that can be helped.
  private static func columns(_ count: Int, isNarrow: Bool, hasBars: Bool) -> Int {
    if isNarrow { return hasBars ? 1 : min(2, count) }
    if hasBars { return min(3, count) }
    return switch count {
    case ...4: max(1, count)
    case 5, 6, 9: 3
    default: 4
    }
  }

  /// Whether labels stand left of a column.
  func hasGutter(_ column: Int) -> Bool { column == 0 || gutterInEach }

  /// The height of a row of panels with titles and ticks.
  var rowHeight: Double { plotHeight + Double(titleLines) * 16 + 8 + 30 }

  /// The plot of a panel in a row that begins at `top`.
  func plot(column: Int, top: Double) -> PlotArea {
    let gutters = gutterInEach ? gutter * Double(column + 1) : gutter
    let begin = left + gutters + Double(column) * (panelWidth + PanelGrid.gap)
    let plotTop = top + Double(titleLines) * 16 + 8
    return PlotArea(left: begin, top: plotTop, right: begin + panelWidth, bottom: plotTop + plotHeight)
  }

  /// All numbers of a panel that must be on the axis of values.
  func values(_ panel: SmallPanel) -> [Double] { PanelGrid.values(panel) }

  private static func values(_ panel: SmallPanel) -> [Double] {
    if case .lines(let series) = panel.content { return series.flatMap(FigureDrawing.values) }
    return []
  }

  private static func times(_ panel: SmallPanel) -> [Double] {
    switch panel.content {
    case .lines(let series): series.flatMap { $0.points.map(\.x) }
    case .area(let area): area.positions
    case .bars: []
    }
  }

  private static func widest(_ bars: [RankedBar]) -> Double {
    bars.reduce(0) { max($0, TextMetrics.width($1.label, size: 11)) }
  }

  private static func tickGutter(_ chart: SmallMultiples, _ ends: AxisEnds, height: Double) -> Double {
    let isArea = chart.panels.contains { if case .area = $0.content { true } else { false } }
    let axis = isArea ? FigureDrawing.shareAxis : chart.vertical
    let all = chart.freeVertical ? chart.panels.map { AxisEnds(values($0), axis: axis, ticks: 3) } : [ends]
    let shown = isArea ? [AxisEnds([], axis: axis)] : all
    return shown.reduce(0) { widest, ends in
      let map = AxisMap(scale: axis.scale, low: ends.low, high: ends.high, start: height, end: 0)
      let ticks = AxisTicks(map, axis: axis, isHorizontal: false, limit: 4)
      return ticks.labels.reduce(widest) { max($0, TextMetrics.width($1, size: 11)) }
    } + 8
  }
}

/// The colours of series that occur in several panels: one name, one colour.
struct PanelHues {
  private(set) var names: [String] = []
  private(set) var series: [LineSeries] = []
  private(set) var entries: [KeyEntry] = []
  private var chosen: [String: Hue] = [:]

  init(_ panels: [SmallPanel]) {
    var contexts = 0
    for panel in panels {
      switch panel.content {
      case .lines(let lines):
        series += lines
        contexts = max(contexts, lines.count { $0.emphasis == .context })
        for line in lines where line.emphasis == .strong { add(line.name, line.hue) }
      case .area(let area):
        for group in area.series { add(group.name, group.hue, Hue.areaPalette) }
      case .bars: break
      }
    }
    let isArea = series.isEmpty
    guard names.count > 1 || contexts > 0 || isArea else { return }
    entries = names.prefix(12)
      .map { name in
        let ink = (chosen[name] ?? .blue).ink
        return KeyEntry(sample: isArea ? .fill(ink) : .line(ink, dash: nil), label: name)
      }
    if contexts > 0 {
      let ink: Ink = contexts > FigureDrawing.namedContext ? .faint : .context
      entries.append(KeyEntry(sample: .line(ink, dash: nil), label: contexts == 1 ? "Comparison" : "Others"))
    }
  }

  private mutating func add(_ name: String, _ hue: Hue?, _ palette: [Hue] = Hue.palette) {
    guard chosen[name] == nil else { return }
    chosen[name] = hue ?? palette[names.count % palette.count]
    names.append(name)
  }

  /// The hue of each line of a panel.
  func hues(_ series: [LineSeries]) -> [Hue] {
    series.map { $0.emphasis == .context ? .grey : chosen[$0.name] ?? .blue }
  }

  /// The fill of each group of a panel.
  func inks(_ area: AreaChart) -> [Ink] { area.series.map { (chosen[$0.name] ?? .blue).ink } }
}
