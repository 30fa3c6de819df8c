import Panels

/// The text of an SVG document that draws a figure.
///
/// The result depends on the arguments alone: the same figure and options give the same bytes on every machine. It
/// refers to nothing outside itself, holds no script, and is one image with a title and a description for assistive
/// technology. Marks carry `data-region`, `data-industry` and `data-period`. No text is smaller than 11 pixels.
///
///     let text = svg(figure, options: FigureOptions(width: .narrow, theme: .adaptive, drawsText: false))
///
/// - Parameters:
///   - figure: What is drawn.
///   - options: Width, theme, whether titles are drawn, and the prefix of ids.
/// - Returns: SVG text, without an XML declaration, so that it can stand in HTML.
public func svg(_ figure: Figure, options: FigureOptions = FigureOptions()) -> String {
  var drawing = FigureDrawing(figure: figure, options: options)
  drawing.drawAll()
  return drawing.document
}

/// A figure being drawn from the top down.
struct FigureDrawing {
  let figure: Figure
  let options: FigureOptions
  var canvas: Canvas
  /// The left edge of what is drawn.
  let left: Double
  /// The right edge of what is drawn.
  let right: Double
  /// How far down the drawing has come.
  var cursor: Double
  /// Sentences that the drawing itself must add, such as how many points it could not place.
  var remarks: [String] = []

  init(figure: Figure, options: FigureOptions) {
    self.figure = figure
    self.options = options
    let prefix = FigureDrawing.identifier(options.idPrefix.isEmpty ? figure.id : options.idPrefix)
    canvas = Canvas(theme: options.theme, prefix: prefix)
    let margin: Double = options.drawsText ? 16 : 2
    left = margin
    right = options.width.pixels - margin
    cursor = margin
  }

  var isNarrow: Bool { options.width == .narrow }
  var width: Double { right - left }

  mutating func drawAll() {
    if options.drawsText { drawHeader() }
    draw(figure.chart)
    drawStatuses()
    drawFooter()
  }

  private mutating func draw(_ chart: Chart) {
    switch chart {
    case .line(let line): draw(line)
    case .smallMultiples(let multiples): draw(multiples)
    case .intervalDots(let dots): draw(dots)
    case .area(let area): draw(area)
    case .slope(let slope): draw(slope)
    case .dumbbell(let dumbbell): draw(dumbbell)
    case .scatter(let scatter): draw(scatter)
    case .rankedBars(let bars): draw(bars)
    case .map(let map): draw(map)
    case .heatTable(let table): draw(table)
    case .sensitivity(let strip): draw(strip)
    }
  }

  /// Writes lines of text at the cursor over the whole width.
  mutating func paragraph(_ text: String, _ style: TypeStyle, lines: Int = 6, indent: Double = 0) {
    guard !text.isEmpty else { return }
    let room = width - indent
    let fitted =
      style.isBold
      ? FittedText.balanced(text, width: room, size: style.size, bold: true, lines: lines)
      : FittedText(text, width: room, size: style.size, lines: lines)
    let base = cursor + style.size
    canvas.text(fitted, x: left + indent, y: base, style, full: text)
    cursor += Double(fitted.lines.count) * style.leading
  }

  private mutating func drawHeader() {
    paragraph(figure.title, TypeStyle(size: isNarrow ? 15 : 17, isBold: true))
    cursor += 3
    paragraph(figure.subtitle, TypeStyle(size: 13, ink: .softText))
    cursor += 12
  }

  private mutating func drawFooter() {
    let notes = remarks + (options.drawsText ? figure.notes : [])
    let sources = options.drawsText ? figure.sources : []
    if !notes.isEmpty || !sources.isEmpty { cursor += 8 }
    for (index, note) in notes.enumerated() {
      paragraph((index == 0 ? "Note: " : "") + note, .tick)
    }
    for (index, source) in sources.enumerated() {
      paragraph((index == 0 ? (sources.count > 1 ? "Sources: " : "Source: ") : "") + source, .tick)
    }
    cursor += options.drawsText ? 14 : 4
  }

  /// The whole document.
  var document: String {
    let (wide, high) = (number(options.width.pixels), number(cursor.rounded(.up)))
    let prefix = canvas.prefix
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(wide)\" height=\"\(high)\" "
      + "viewBox=\"0 0 \(wide) \(high)\" role=\"img\" aria-labelledby=\"\(prefix)-title \(prefix)-desc\" "
      + "font-family=\"'Helvetica Neue',Helvetica,Arial,'Liberation Sans','DejaVu Sans',sans-serif\">\n"
      + "<title id=\"\(prefix)-title\">\(Canvas.escaped(figure.title))</title>\n"
      + "<desc id=\"\(prefix)-desc\">\(Canvas.escaped(figure.subtitle + ". " + figure.description))</desc>\n"
      + canvas.definitions
      + (options.drawsText
        ? "<rect width=\"\(wide)\" height=\"\(high)\" fill=\"\(canvas.colour(.paper))\"/>\n" : "")
      + canvas.body + "</svg>\n"
  }

  /// Text that can be an XML id: letters, digits, `-` and `_`, beginning with a letter.
  private static func identifier(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let keeps = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      result += keeps || scalar == "-" || scalar == "_" ? String(scalar) : "_"
    }
    let begins = result.unicodeScalars.first?.properties.isAlphabetic == true
    return begins ? result : "f" + result
  }
}
