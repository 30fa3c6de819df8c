import Panels

extension FigureDrawing {
  /// Draws lines over time.
  mutating func draw(_ chart: LineChart) {
    let hues = FigureDrawing.hues(chart.series)
    let values = chart.series.flatMap(FigureDrawing.values) + [chart.reference?.value].compactMap(\.self)
    let vertical = AxisEnds(values, axis: chart.vertical)
    let times = chart.series.flatMap { $0.points.map(\.x) }
    let horizontal = AxisEnds(times, axis: chart.horizontal, isNice: false)
    let labels = endLabels(chart.series, hues)
    let height: Double = isNarrow ? 230 : 310
    let endRoom = labels.isEmpty ? 6 : labels.reduce(0) { max($0, $1.text.width(size: 12)) } + 18
    drawLineKey(chart, hues, hasEndLabels: !labels.isEmpty)
    drawAxisTitle(chart.vertical)
    let plot = PlotArea(
      left: left + gutter(vertical, chart.vertical, height: height, limit: 6),
      top: cursor + 8,
      right: right - endRoom,
      bottom: cursor + 8 + height
    )
    let yMap = plot.vertical(vertical, chart.vertical.scale)
    let xMap = plot.horizontal(horizontal, chart.horizontal.scale)
    drawVerticalAxis(yMap, chart.vertical, in: plot)
    drawHorizontalAxis(xMap, chart.horizontal, in: plot)
    drawReference(chart.reference, yMap, in: plot)
    drawSeries(chart.series, hues, xMap, yMap)
    drawReferenceLabel(chart.reference, yMap, in: plot)
    drawEndLabels(labels, chart.series, xMap, yMap, plot)
    cursor = plot.bottom + 26
    drawHorizontalTitle(chart.horizontal, plot)
  }

  /// Writes the title of a horizontal axis under its labels, at the right.
  mutating func drawHorizontalTitle(_ axis: ValueAxis, _ plot: PlotArea) {
    guard !axis.title.isEmpty else { return }
    let text = FittedText(AxisTitle.text(axis) + " →", width: width, size: 12, lines: 2)
    cursor = canvas.text(
      text,
      x: right,
      y: cursor + 11,
      TypeStyle(ink: .softText, anchor: .end),
      full: axis.title
    )
    cursor -= 8
  }

  /// All numbers of a line that must be on the axis.
  static func values(_ series: LineSeries) -> [Double] {
    series.points.flatMap { [$0.y, $0.bounds?.lower, $0.bounds?.upper] }.compactMap(\.self)
      + series.blockMeans.map(\.value)
  }

  /// The hue of each series: its own, or the next of the palette; context is grey.
  static func hues(_ series: [LineSeries]) -> [Hue] {
    var next = 0
    return series.map { line in
      if line.emphasis == .context { return .grey }
      if let hue = line.hue { return hue }
      defer { next += 1 }
      return Hue.palette[next % Hue.palette.count]
    }
  }

  private mutating func drawLineKey(_ chart: LineChart, _ hues: [Hue], hasEndLabels: Bool) {
    var entries: [KeyEntry] = []
    let strong = chart.series.indices.filter { chart.series[$0].emphasis == .strong }
    if !hasEndLabels {
      entries += strong.prefix(12)
        .map {
          KeyEntry(
            sample: .line(hues[$0].ink, dash: FigureDrawing.dash($0, of: strong)),
            label: chart.series[$0].name
          )
        }
      if strong.count > 12 {
        entries.append(
          KeyEntry(sample: .none, label: "and \(strong.count - 12) more (point at a line for its name)")
        )
      }
    }
    let others = chart.series.count - strong.count
    if others > 0, !hasEndLabels || others > FigureDrawing.namedContext {
      entries.append(
        KeyEntry(sample: .line(.faint, dash: nil), label: others == 1 ? "1 other" : "\(others) others")
      )
    }
    key(entries + styleEntries(chart.series, band: chart.bandTitle, block: chart.blockTitle))
    if !entries.isEmpty { cursor += 4 }
  }

  /// The key entries of block means and bands, where there are any.
  func styleEntries(_ series: [LineSeries], band: String, block: String) -> [KeyEntry] {
    let hasBlocks = series.contains { !$0.blockMeans.isEmpty }
    let hasBands = series.contains { $0.points.contains { $0.bounds != nil } }
    var entries: [KeyEntry] = []
    if hasBlocks {
      entries.append(KeyEntry(sample: .step(.axis), label: block))
      entries.append(KeyEntry(sample: .thin(.axis), label: "Single periods"))
    }
    if hasBands { entries.append(KeyEntry(sample: .band(.axis), label: band)) }
    return entries
  }

  /// A dash for series beyond the palette, so that no two look the same.
  static func dash(_ index: Int, of strong: [Int]) -> String? {
    guard let rank = strong.firstIndex(of: index) else { return nil }
    return [nil, "7 3", "2 3", "9 3 2 3"][min(3, rank / Hue.palette.count)]
  }

  /// Up to this many grey lines are named.
  static let namedContext = 4
}
