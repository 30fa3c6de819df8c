import Panels

/// Where text stands against its `x`.
enum Anchor: String {
  case start
  case middle
  case end
}

/// How text looks.
struct TypeStyle {
  var size: Double = 12
  var isBold = false
  var ink = Ink.text
  var anchor = Anchor.start
  /// Whether a rim in the colour of the ground sets the text off from marks under it.
  var hasHalo = false

  static let tick = TypeStyle(size: 11, ink: .softText)
  static let label = TypeStyle(size: 12)
  static let heading = TypeStyle(size: 12, isBold: true)

  func anchored(_ anchor: Anchor) -> TypeStyle {
    var copy = self
    copy.anchor = anchor
    return copy
  }

  func inked(_ ink: Ink) -> TypeStyle {
    var copy = self
    copy.ink = ink
    return copy
  }

  /// The height of a line of such text.
  var leading: Double { (size * 1.3).rounded() }
}

/// A hatching for what has no number.
enum Hatching: String, CaseIterable {
  case suppressed
  case unreliable
  case notAvailable

  init?(_ status: CellStatus) {
    switch status {
    case .suppressed: self = .suppressed
    case .unreliable: self = .unreliable
    case .notAvailable: self = .notAvailable
    default: return nil
    }
  }
}

/// SVG elements being written one after another.
struct Canvas {
  let theme: Theme
  let prefix: String
  private(set) var body = ""
  /// The hatchings used so far.
  private(set) var names: [String] = []

  init(theme: Theme, prefix: String) {
    self.theme = theme
    self.prefix = prefix
  }

  /// The value of a colour attribute.
  func colour(_ ink: Ink) -> String { ink.value(in: theme) }

  /// The value of a `fill` with a hatching, which is then defined in the document.
  mutating func fill(_ hatching: Hatching, inTenths: Bool = false) -> String {
    let name = Canvas.name(hatching, inTenths: inTenths)
    if !names.contains(name) { names.append(name) }
    return "url(#\(prefix)-\(name))"
  }

  /// Writes an element.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String?>,
    link: MarkLink = .none,
    title: String? = nil
  ) {
    body += "<" + name
    for (key, value) in attributes {
      if let value { body += " \(key)=\"\(value)\"" }
    }
    body += Canvas.attributes(link)
    if let title {
      body += "><title>\(Canvas.escaped(title))</title></\(name)>\n"
    } else {
      body += "/>\n"
    }
  }

  /// Opens a group; its title is shown when a reader points at one of its marks.
  mutating func open(
    _ attributes: KeyValuePairs<String, String?> = [:],
    link: MarkLink = .none,
    title: String? = nil
  ) {
    body += "<g"
    for (key, value) in attributes {
      if let value { body += " \(key)=\"\(value)\"" }
    }
    body += Canvas.attributes(link) + ">\n"
    if let title { body += "<title>\(Canvas.escaped(title))</title>\n" }
  }

  /// Closes the group that was opened last.
  mutating func close() { body += "</g>\n" }

  /// Writes one line of text.
  mutating func text(_ text: String, x: Double, y: Double, _ style: TypeStyle, title: String? = nil) {
    guard !text.isEmpty else { return }
    body += "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(number(style.size))\""
    if style.isBold { body += " font-weight=\"700\"" }
    if style.anchor != .start { body += " text-anchor=\"\(style.anchor.rawValue)\"" }
    body += " fill=\"\(colour(style.ink))\""
    if style.hasHalo {
      body +=
        " stroke=\"\(colour(.paper))\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\""
    }
    let full = title.map { "<title>\(Canvas.escaped($0))</title>" } ?? ""
    body += ">\(full)\(Canvas.escaped(text))</text>\n"
  }

  /// Writes lines of text from the first base line down, and returns the base line after the last.
  @discardableResult
  mutating func text(_ fitted: FittedText, x: Double, y: Double, _ style: TypeStyle, full: String) -> Double {
    var base = y
    for line in fitted.lines {
      text(line, x: x, y: base, style, title: fitted.isShortened ? full : nil)
      base += style.leading
    }
    return base
  }

  /// Text in which nothing is markup, without the characters that XML does not allow.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func attributes(_ link: MarkLink) -> String {
    var text = ""
    if let region = link.region { text += " data-region=\"\(escaped(region))\"" }
    if let industry = link.industry { text += " data-industry=\"\(escaped(industry))\"" }
    if let period = link.period { text += " data-period=\"\(escaped(period))\"" }
    return text
  }
}

/// A coordinate with at most one decimal, the same on every machine.
func number(_ value: Double) -> String {
  precondition(value.isFinite && value.magnitude < 1e9, "coordinate \(value) is outside any drawing")
  let tenths = Int((value * 10).rounded())
  let whole = "\(abs(tenths) / 10)"
  let fraction = abs(tenths) % 10
  return (tenths < 0 ? "-" : "") + whole + (fraction == 0 ? "" : ".\(fraction)")
}
