package import Graphics

/// A piece of an HTML document.
///
/// Markup is made by elements alone, and their names and those of attributes are literals of the program. Every other
/// text is escaped on its way in, so that no name, note or column of a table can become markup. A string literal is
/// text, and escaped too.
///
///     HTML.element("p", [.class("note")], ["Fish & chips in ", .element("b", [.text(region.name)])])
package struct HTML: Sendable, Hashable {
  /// The markup.
  package let markup: String

  private init(markup: String) {
    self.markup = markup
  }

  /// Nothing at all.
  package static let nothing = HTML(markup: "")

  /// Returns text, escaped.
  package static func text(_ text: String) -> HTML {
    HTML(markup: escaped(text))
  }

  /// Returns an element with its children.
  ///
  /// - Parameters:
  ///   - name: The name of the element.
  ///   - attributes: The attributes, each once.
  ///   - children: What it holds.
  /// - Returns: The element.
  package static func element(
    _ name: StaticString,
    _ attributes: [HTMLAttribute],
    _ children: [HTML]
  ) -> HTML {
    var markup = opening(name, attributes)
    for child in children { markup += child.markup }
    return HTML(markup: markup + "</\(name)>")
  }

  /// Returns an element without attributes.
  package static func element(_ name: StaticString, _ children: [HTML]) -> HTML {
    element(name, [HTMLAttribute](), children)
  }

  /// Returns an element that can hold nothing, such as `meta`.
  package static func void(_ name: StaticString, _ attributes: [HTMLAttribute]) -> HTML {
    HTML(markup: opening(name, attributes))
  }

  /// Returns pieces one after another.
  package static func group(_ pieces: [HTML]) -> HTML {
    HTML(markup: pieces.lazy.map(\.markup).joined())
  }

  /// Returns a style sheet; it must not hold the end of its own element.
  package static func style(_ sheets: [String]) -> HTML {
    let text = sheets.joined()
    precondition(!text.contains("</"), "a style sheet must not hold '</'")
    return HTML(markup: "<style>\n\(text)</style>")
  }

  /// Returns a figure as an SVG element; its texts are escaped where it is drawn.
  package static func drawing(_ figure: Figure, options: FigureOptions) -> HTML {
    HTML(markup: svg(figure, options: options))
  }

  /// Returns a document with its doctype.
  package static func document(_ head: [HTML], _ body: [HTML]) -> HTML {
    let root = element(
      "html",
      [HTMLAttribute("lang", "en")],
      ["\n", element("head", lines(head)), "\n", element("body", lines(body)), "\n"]
    )
    return HTML(markup: "<!doctype html>\n\(root.markup)\n")
  }

  private static func lines(_ pieces: [HTML]) -> [HTML] {
    pieces.filter { $0 != .nothing }.flatMap { ["\n", $0] } + ["\n"]
  }

  private static func opening(_ name: StaticString, _ attributes: [HTMLAttribute]) -> String {
    var markup = "<\(name)"
    for attribute in attributes {
      markup += " \(attribute.name)=\"\(escaped(attribute.value))\""
    }
    return markup + ">"
  }

  /// Escapes the five characters that mean something in HTML; control characters become U+FFFD.
  private static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x7F: false
      case 0x0A, 0x09: true
      default: byte >= 0x20
      }
    }
    guard !isPlain else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\r": result += "\n"
      case let control where control.value < 0x20 || control.value == 0x7F: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension HTML: ExpressibleByStringLiteral {
  /// Makes text, escaped.
  package init(stringLiteral text: String) {
    self = .text(text)
  }
}

/// An attribute of an element; its value is escaped when the element is made.
package struct HTMLAttribute: Sendable, Hashable {
  /// The name, a literal of the program.
  package let name: String
  /// The value.
  package let value: String

  /// Makes an attribute.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - value: The value.
  package init(_ name: StaticString, _ value: String) {
    self.name = name.description
    self.value = value
  }

  /// Returns a `class` attribute.
  package static func `class`(_ names: String) -> HTMLAttribute { HTMLAttribute("class", names) }

  /// Returns an `id` attribute.
  package static func id(_ identifier: String) -> HTMLAttribute { HTMLAttribute("id", identifier) }
}
