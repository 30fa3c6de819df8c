import Panels

extension FigureDrawing {
  /// Draws regions coloured by a value.
  mutating func draw(_ chart: ChoroplethMap) {
    let frame = MapFrame(chart.shapes)
    guard let frame else {
      emptyRemark()
      return
    }
    var values: [String: MapValue] = [:]
    for value in chart.values where values[value.code] == nil { values[value.code] = value }
    let drawn = chart.shapes.compactMap { values[$0.code]?.value }
    let classes = ColourClasses(chart.scale, values: drawn)
    let isBeside = !isNarrow && frame.aspect < 0.95
    let legendWidth: Double = isBeside ? 250 : width
    let top = cursor
    drawMapLegend(chart, classes, drawn, width: legendWidth, isList: isBeside)
    let legendBottom = cursor
    let area = PlotArea(
      left: isBeside ? left + legendWidth + 10 : left,
      top: isBeside ? top : cursor + 6,
      right: right,
      bottom: (isBeside ? top : cursor + 6) + (isNarrow ? 440 : 560)
    )
    let fitted = frame.fitted(into: area)
    drawShapes(chart, values, classes, fitted)
    drawMapNames(chart, fitted, area)
    cursor = max(legendBottom, fitted.bottom + 6)
    mapRemarks(chart)
  }

  private mutating func mapRemarks(_ chart: ChoroplethMap) {
    let codes = Set(chart.shapes.map(\.code))
    let lost = chart.values.count { !codes.contains($0.code) }
    if lost > 0 {
      remarks.append("\(lost) of \(chart.values.count) values have no outline and are not on the map.")
    }
  }

  private mutating func drawShapes(
    _ chart: ChoroplethMap,
    _ values: [String: MapValue],
    _ classes: ColourClasses,
    _ frame: MapFrame.Fitted
  ) {
    canvas.open([
      "transform": "scale(.1)", "stroke": canvas.colour(.paper), "stroke-width": "6",
      "stroke-linejoin": "round", "fill-rule": "evenodd",
    ])
    for shape in chart.shapes {
      let value = values[shape.code]
      let status = value?.status ?? .notAvailable
      let fill =
        if let number = value?.value { canvas.colour(classes.fill(number)) } else {
          canvas.fill(Hatching(status) ?? .notAvailable, inTenths: true)
        }
      let words =
        value?.value
        .map {
          classes.names == nil ? chart.format.text($0) : classes.words(classes.index(of: $0), chart.format)
        }
        ?? (value == nil ? "not available" : status.word)
      canvas.element(
        "path",
        [
          "d": frame.path(shape.rings), "fill": fill,
          "stroke": value?.value == nil ? canvas.colour(.hatch) : nil,
        ],
        link: MarkLink(region: shape.code),
        title: "\(shape.label): \(words)"
      )
    }
    for shape in chart.shapes {
      guard let value = values[shape.code], value.value != nil else { continue }
      guard value.status == .estimated || value.status == .provisional else { continue }
      canvas.element(
        "path",
        [
          "d": frame.path(shape.rings), "fill": "none", "stroke": canvas.colour(.text), "stroke-width": "10",
          "stroke-dasharray": value.status == .provisional ? "50 30" : nil, "pointer-events": "none",
        ]
      )
    }
    for code in chart.highlighted {
      for shape in chart.shapes where shape.code == code {
        canvas.element(
          "path",
          [
            "d": frame.path(shape.rings), "fill": "none", "stroke": canvas.colour(.text),
            "stroke-width": "15",
            "pointer-events": "none",
          ],
          link: MarkLink(region: shape.code)
        )
      }
    }
    canvas.close()
  }

  private mutating func drawMapNames(_ chart: ChoroplethMap, _ frame: MapFrame.Fitted, _ area: PlotArea) {
    let shapes = chart.highlighted.prefix(12).compactMap { code in chart.shapes.first { $0.code == code } }
    let dots = shapes.map { shape -> DotBox in
      let box = frame.box(shape.rings)
      return DotBox(
        x: (box.left + box.right) / 2,
        y: (box.top + box.bottom) / 2,
        radius: min(box.width / 2, 26)
      )
    }
    var placing = PointLabels(
      plot: PlotArea(left: left, top: area.top, right: right - 10, bottom: area.bottom),
      dots: dots
    )
    for (index, shape) in shapes.enumerated() {
      let text = FittedText(shape.label, width: isNarrow ? 130 : 190, size: 12, bold: true)
      guard let box = placing.place(index, width: text.width(size: 12, bold: true)) else { continue }
      var style = TypeStyle.heading
      style.hasHalo = true
      canvas.text(text, x: box.left, y: box.top + 11, style, full: shape.label)
    }
  }
}
