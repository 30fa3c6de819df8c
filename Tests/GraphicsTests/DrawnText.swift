import Foundation
import FoundationXML
import Graphics

/// What an SVG document holds, as an XML parser reads it.
struct DrawnDocument {
  /// A line of text with the rectangle it needs.
  struct Text {
    let string: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let size: Double

    func overlaps(_ other: Text) -> Bool {
      left < other.right - 0.5 && other.left < right - 0.5 && top < other.bottom - 1 && other.top < bottom - 1
    }
  }

  let width: Double
  let height: Double
  let texts: [Text]
  let ids: [String]
  let elements: [(name: String, attributes: [String: String])]

  /// Nil if the text is not well-formed XML.
  init?(_ svg: String) {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    elements = reader.elements
    texts = reader.texts
    ids = reader.elements.compactMap { $0.attributes["id"] }
    width = Double(reader.elements.first?.attributes["width"] ?? "") ?? 0
    height = Double(reader.elements.first?.attributes["height"] ?? "") ?? 0
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []
    var texts: [Text] = []
    private var open: [String: String]?
    private var characters = ""
    private var isInTitle = false

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      elements.append((name, attributes))
      if name == "text" {
        open = attributes
        characters = ""
      }
      if name == "title" { isInTitle = true }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if open != nil, !isInTitle { characters += string }
    }

    func parser(
      _ parser: XMLParser,
      didEndElement name: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      if name == "title" { isInTitle = false }
      guard name == "text", let attributes = open else { return }
      open = nil
      func value(_ key: String) -> Double { Double(attributes[key] ?? "") ?? .nan }
      let size = value("font-size")
      let width = TextMetrics.width(characters, size: size, bold: attributes["font-weight"] == "700")
      let x = value("x")
      let left =
        switch attributes["text-anchor"] {
        case "middle": x - width / 2
        case "end": x - width
        default: x
        }
      texts.append(
        Text(
          string: characters,
          left: left,
          right: left + width,
          top: value("y") - size * 0.75,
          bottom: value("y") + size * 0.22,
          size: size
        )
      )
    }
  }
}
