import Panels

extension FigureDrawing {
  /// Draws points by two measures.
  mutating func draw(_ chart: ScatterChart) {
    let points = chart.points.filter {
      (chart.horizontal.scale == .linear || $0.x > 0) && (chart.vertical.scale == .linear || $0.y > 0)
    }
    let groups = FigureDrawing.groups(chart.points)
    drawScatterKey(chart, groups)
    drawAxisTitle(chart.vertical)
    let height: Double = isNarrow ? 270 : 370
    let fitX = chart.fit?.points.map(\.x) ?? []
    let fitY = chart.fit?.points.compactMap(\.y) ?? []
    let horizontal = AxisEnds(
      points.map(\.x) + fitX + [chart.horizontalReference?.value].compactMap(\.self),
      axis: chart.horizontal,
      ticks: isNarrow ? 4 : 7
    )
    let vertical = AxisEnds(
      points.map(\.y) + fitY + [chart.verticalReference?.value].compactMap(\.self),
      axis: chart.vertical
    )
    let plot = PlotArea(
      left: left + gutter(vertical, chart.vertical, height: height, limit: 7),
      top: cursor + 8,
      right: right - 12,
      bottom: cursor + 8 + height
    )
    let xMap = plot.horizontal(horizontal, chart.horizontal.scale)
    let yMap = plot.vertical(vertical, chart.vertical.scale)
    drawVerticalAxis(yMap, chart.vertical, in: plot, limit: 7)
    drawHorizontalAxis(xMap, chart.horizontal, in: plot)
    drawScatterReferences(chart, xMap, yMap, plot)
    if let fit = chart.fit { drawFit(fit, xMap, yMap, plot) }
    drawPoints(points, chart, groups, xMap, yMap)
    drawPointNames(points, chart, xMap, yMap, plot)
    cursor = plot.bottom + 26
    drawHorizontalTitle(chart.horizontal, plot)
    let lost = chart.points.count - points.count
    if lost > 0 {
      remarks.append(
        "\(lost) of \(chart.points.count) points are zero or less and have no place on a log scale."
      )
    }
  }

  private static func groups(_ points: [ScatterPoint]) -> [String] {
    var names: [String] = []
    for case let group? in points.map(\.group) where !names.contains(group) { names.append(group) }
    return names
  }

  private static func hue(_ point: ScatterPoint, _ groups: [String]) -> Hue {
    guard let group = point.group, let index = groups.firstIndex(of: group) else {
      return groups.isEmpty ? .blue : .grey
    }
    return index < Hue.palette.count ? Hue.palette[index] : .grey
  }

  private mutating func drawScatterKey(_ chart: ScatterChart, _ groups: [String]) {
    var entries = groups.prefix(Hue.palette.count).enumerated()
      .map {
        KeyEntry(sample: .dot(Hue.palette[$0.offset].ink, .filled), label: $0.element)
      }
    if groups.count > Hue.palette.count {
      entries.append(
        KeyEntry(
          sample: .dot(.context, .filled),
          label: "\(groups.count - Hue.palette.count) other groups"
        )
      )
    }
    if let fit = chart.fit {
      entries.append(KeyEntry(sample: .line(.text, dash: nil), label: fit.label))
    }
    let sizes = chart.points.compactMap(\.size)
    if let title = chart.sizeTitle, let largest = sizes.max() {
      entries.append(
        KeyEntry(
          sample: .none,
          label: "Area of a dot: \(title) (largest \(NumberFormat(decimals: 0).text(largest)))"
        )
      )
    }
    key(entries)
    if !entries.isEmpty { cursor += 4 }
  }

  private mutating func drawScatterReferences(
    _ chart: ScatterChart,
    _ x: AxisMap,
    _ y: AxisMap,
    _ plot: PlotArea
  ) {
    drawReference(chart.verticalReference, y, in: plot)
    drawReferenceLabel(chart.verticalReference, y, in: plot)
    guard let reference = chart.horizontalReference, x.contains(reference.value) else { return }
    let place = x.position(reference.value)
    canvas.line(place, plot.top, place, plot.bottom, ink: .axis, dash: "4 3")
    var style = TypeStyle.tick
    style.hasHalo = true
    let isRight = place - plot.left > plot.width / 2
    let room = isRight ? place - plot.left - 8 : plot.right - place - 8
    let label = FittedText(reference.label, width: room, size: 11)
    canvas.text(
      label,
      x: isRight ? place - 5 : place + 5,
      y: plot.top + 10,
      style.anchored(isRight ? .end : .start),
      full: reference.label
    )
  }

  private mutating func drawFit(_ fit: FittedLine, _ x: AxisMap, _ y: AxisMap, _ plot: PlotArea) {
    let points = fit.points.filter { $0.y != nil }
    canvas.open(title: fit.label)
    let banded = points.filter { $0.bounds != nil }
    if banded.count > 1 {
      let lower = banded.map {
        PlotPoint(x: x.position($0.x), y: y.position($0.bounds?.lower ?? -.infinity))
      }
      let upper = banded.map {
        PlotPoint(x: x.position($0.x), y: y.position($0.bounds?.upper ?? .infinity))
      }
      canvas.ribbon(lower: lower, upper: upper, ink: .context, opacity: 0.2)
    }
    let line = points.compactMap { point in
      point.y.map { PlotPoint(x: x.position(point.x), y: y.position($0)) }
    }
    if line.count > 1 { canvas.polyline(line, ink: .text, width: 1.8) }
    canvas.close()
  }

  private static func radius(_ point: ScatterPoint, largest: Double, isNarrow: Bool) -> Double {
    guard let size = point.size, largest > 0 else { return isNarrow ? 4 : 4.5 }
    return max(2, (size / largest).squareRoot() * (isNarrow ? 11 : 15))
  }

  private mutating func drawPoints(
    _ points: [ScatterPoint],
    _ chart: ScatterChart,
    _ groups: [String],
    _ x: AxisMap,
    _ y: AxisMap
  ) {
    let largest = points.compactMap(\.size).max() ?? 0
    // Large dots first, so that small ones stay visible.
    let order = points.indices.sorted {
      (-(points[$0].size ?? 0), $0) < (-(points[$1].size ?? 0), $1)
    }
    for index in order {
      let point = points[index]
      let look = DotLook(point.status)
      let place = "\(chart.horizontal.format.text(point.x)), \(chart.vertical.format.text(point.y))"
      canvas.dot(
        x: x.position(point.x),
        y: y.position(point.y),
        radius: FigureDrawing.radius(point, largest: largest, isNarrow: isNarrow),
        ink: FigureDrawing.hue(point, groups).ink,
        look: look,
        opacity: 0.8,
        link: point.link,
        title: "\(point.label): \(place)"
      )
    }
  }

  private mutating func drawPointNames(
    _ points: [ScatterPoint],
    _ chart: ScatterChart,
    _ x: AxisMap,
    _ y: AxisMap,
    _ plot: PlotArea
  ) {
    let largest = points.compactMap(\.size).max() ?? 0
    let dots = points.map {
      DotBox(
        x: x.position($0.x),
        y: y.position($0.y),
        radius: FigureDrawing.radius($0, largest: largest, isNarrow: isNarrow)
      )
    }
    var placing = PointLabels(plot: plot, dots: dots)
    for (index, point) in points.enumerated() where point.isNamed {
      let text = FittedText(point.label, width: isNarrow ? 150 : 240, size: 11)
      guard let box = placing.place(index, width: text.width(size: 11)) else { continue }
      var style = TypeStyle(size: 11)
      style.hasHalo = true
      canvas.text(text, x: box.left, y: box.top + 11, style, full: point.label)
    }
  }
}
