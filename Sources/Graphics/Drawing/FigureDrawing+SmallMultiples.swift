import Panels

extension FigureDrawing {
  /// Draws the same small chart for each of several subjects.
  mutating func draw(_ chart: SmallMultiples) {
    guard !chart.panels.isEmpty else {
      emptyRemark()
      return
    }
    let hues = PanelHues(chart.panels)
    let reference = chart.reference.map { KeyEntry(sample: .line(.axis, dash: "4 3"), label: $0.label) }
    let entries =
      hues.entries + styleEntries(hues.series, band: chart.bandTitle, block: chart.blockTitle)
      + [reference].compactMap(\.self)
    key(entries)
    if !entries.isEmpty { cursor += 4 }
    drawAxisTitle(chart.vertical)
    let grid = PanelGrid(chart, drawing: self)
    for (index, panel) in chart.panels.enumerated() {
      let column = index % grid.columns
      if column == 0, index > 0 { cursor += grid.rowHeight }
      drawPanel(panel, chart, grid, hues, column: column)
    }
    cursor += grid.rowHeight
    drawBarsNote(chart)
    if chart.freeVertical {
      remarks.append("Each panel has a vertical scale of its own: compare shapes, not heights.")
    }
  }

  private mutating func drawBarsNote(_ chart: SmallMultiples) {
    cursor -= 6
    guard !chart.horizontal.title.isEmpty else { return }
    let plot = PlotArea(left: left, top: 0, right: right, bottom: cursor)
    cursor += 4
    drawHorizontalTitle(chart.horizontal, plot)
  }

  private mutating func drawPanel(
    _ panel: SmallPanel,
    _ chart: SmallMultiples,
    _ grid: PanelGrid,
    _ hues: PanelHues,
    column: Int
  ) {
    let plot = grid.plot(column: column, top: cursor)
    let title = FittedText(panel.title, width: plot.width, size: 12, bold: true, lines: 2)
    let titleX = grid.hasGutter(column) && column > 0 ? plot.left - grid.gutter : plot.left
    let base = plot.top - 10 - Double(title.lines.count - 1) * TypeStyle.heading.leading
    canvas.text(title, x: titleX, y: base, .heading, full: panel.title)
    canvas.open(link: panel.link)
    let hasLabels = grid.hasGutter(column)
    switch panel.content {
    case .lines(let series):
      let ends = chart.freeVertical ? AxisEnds(grid.values(panel), axis: chart.vertical, ticks: 3) : grid.ends
      let yMap = plot.vertical(ends, chart.vertical.scale)
      let xMap = plot.horizontal(grid.horizontal, chart.horizontal.scale)
      drawVerticalAxis(yMap, chart.vertical, in: plot, limit: 4, hasLabels: hasLabels)
      drawPanelTime(xMap, chart.horizontal, plot)
      drawReference(chart.reference, yMap, in: plot)
      drawSeries(series, hues.hues(series), xMap, yMap, thin: true)
    case .area(let area):
      let yMap = plot.vertical(AxisEnds([], axis: FigureDrawing.shareAxis), .linear)
      let xMap = plot.horizontal(grid.horizontal, chart.horizontal.scale)
      let stack = AreaStack(area)
      if stack.gaps > 0 {
        remarks.append("\(panel.title): \(stack.gaps) of \(area.positions.count) periods lack a value: gap.")
      }
      drawAreas(area, hues.inks(area), stack, xMap, yMap)
      drawVerticalAxis(yMap, FigureDrawing.shareAxis, in: plot, limit: 3, hasLabels: hasLabels)
      drawPanelTime(xMap, chart.horizontal, plot)
    case .bars(let bars):
      drawPanelBars(bars, chart, grid, plot, hasLabels: hasLabels)
    }
    canvas.close()
  }

  /// Writes the base line of a small panel with its first and last tick.
  private mutating func drawPanelTime(_ map: AxisMap, _ axis: ValueAxis, _ plot: PlotArea) {
    canvas.line(plot.left, plot.bottom, plot.right, plot.bottom, ink: .axis)
    let format = axis.format
    let values = map.high > map.low ? [map.low, map.high] : [map.low]
    let labels = values.map(format.text)
    let widths = labels.map { TextMetrics.width($0, size: 11) }
    guard widths.reduce(0, +) + 8 <= plot.width else { return }
    for (index, label) in labels.enumerated() {
      let style = TypeStyle.tick.anchored(index == 0 ? .start : .end)
      canvas.text(label, x: index == 0 ? plot.left : plot.right, y: plot.bottom + 15, style)
    }
  }

  private mutating func drawPanelBars(
    _ bars: [RankedBar],
    _ chart: SmallMultiples,
    _ grid: PanelGrid,
    _ plot: PlotArea,
    hasLabels: Bool
  ) {
    let ends = FigureDrawing.ends(
      chart.freeVertical ? bars : grid.bars,
      chart.vertical,
      reference: chart.reference
    )
    let map = plot.horizontal(ends, chart.vertical.scale, inset: 2)
    let ticks = AxisTicks(map, axis: chart.vertical, isHorizontal: true, limit: 4)
    for (value, label) in zip(ticks.values, ticks.labels) {
      let x = map.position(value)
      canvas.line(x, plot.top, x, plot.bottom, ink: .grid)
      let half = TextMetrics.width(label, size: 11) / 2
      canvas.text(
        label,
        x: min(max(x, left + half), right - half),
        y: plot.bottom + 15,
        TypeStyle.tick.anchored(.middle)
      )
    }
    for (index, bar) in bars.enumerated() {
      let y = plot.top + 9 + Double(index) * 18
      drawBar(bar, map, y: y, thickness: 11)
      if hasLabels {
        let text = FittedText(bar.label, width: grid.gutter - 8, size: 11)
        var style = TypeStyle.label
        style.size = 11
        canvas.text(text, x: plot.left - grid.gutter, y: y + 4, style, full: bar.label)
      }
      if bar.value == nil, Hatching(bar.status) == nil {
        canvas.text(
          FittedText(bar.status.word, width: plot.right - map.position(map.zero) - 18, size: 11),
          x: map.position(map.zero) + 16,
          y: y + 4,
          .tick,
          full: bar.status.word
        )
      }
    }
    let zero = map.position(map.zero)
    canvas.line(zero, plot.top, zero, plot.bottom, ink: .axis)
    if let reference = chart.reference { drawVerticalReference(reference.value, map, in: plot) }
  }
}
