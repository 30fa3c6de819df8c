extension FigureDrawing {
  /// Writes the classes of a colour scale at the cursor: as a list with counts, or as a strip.
  mutating func drawMapLegend(
    _ chart: ChoroplethMap,
    _ classes: ColourClasses,
    _ values: [Double],
    width: Double,
    isList: Bool
  ) {
    let title = FittedText(chart.legendTitle, width: width, size: 12, bold: true, lines: 3)
    cursor = canvas.text(title, x: left, y: cursor + 12, .heading, full: chart.legendTitle) - 8
    if isList {
      drawClassList(classes, values, chart.format, width: width)
    } else {
      drawClassStrip(classes, chart.format)
    }
  }

  /// Writes a strip of classes with the limits under it, or a key with words where they do not fit.
  mutating func drawClassStrip(_ classes: ColourClasses, _ format: NumberFormat) {
    let labels = classes.labels(format)
    let widest = labels.reduce(0) { max($0, TextMetrics.width($1, size: 11)) }
    let block = max(34, widest + 8)
    guard classes.names == nil, !labels.isEmpty, block * Double(classes.fills.count) <= width else {
      key(
        classes.fills.indices.map {
          KeyEntry(sample: .fill(classes.fills[$0]), label: classes.words($0, format))
        }
      )
      return
    }
    for (index, fill) in classes.fills.enumerated() {
      canvas.rectangle(
        x: left + Double(index) * block,
        y: cursor + 4,
        width: block - 1,
        height: 12,
        fill: canvas.colour(fill)
      )
      if index < labels.count {
        canvas.text(
          labels[index],
          x: left + Double(index + 1) * block - 0.5,
          y: cursor + 29,
          TypeStyle.tick.anchored(.middle)
        )
      }
    }
    cursor += 38
  }

  private mutating func drawClassList(
    _ classes: ColourClasses,
    _ values: [Double],
    _ format: NumberFormat,
    width: Double
  ) {
    var counts = Array(repeating: 0, count: classes.fills.count)
    for value in values { counts[classes.index(of: value)] += 1 }
    cursor += 6
    let order = classes.names == nil ? Array(classes.fills.indices.reversed()) : Array(classes.fills.indices)
    for index in order {
      canvas.rectangle(x: left, y: cursor, width: 22, height: 16, fill: canvas.colour(classes.fills[index]))
      let words = FittedText(classes.words(index, format), width: 140, size: 12)
      canvas.text(words, x: left + 30, y: cursor + 12, .label, full: classes.words(index, format))
      canvas.text("\(counts[index])", x: left + 176, y: cursor + 12, TypeStyle.tick.anchored(.end))
      if index == order.first {
        canvas.text("areas", x: left + 181, y: cursor + 12, .tick)
      }
      cursor += 19
    }
    cursor += 6
  }
}
