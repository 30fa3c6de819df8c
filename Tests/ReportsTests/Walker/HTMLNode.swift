/// A piece of a parsed page: an element with what it holds, or text.
indirect enum HTMLNode: Hashable, Sendable {
  case element(name: String, attributes: [String: String], children: [HTMLNode])
  case text(String)

  var name: String? {
    if case .element(let name, _, _) = self { return name }
    return nil
  }

  var children: [HTMLNode] {
    if case .element(_, _, let children) = self { return children }
    return []
  }

  subscript(attribute: String) -> String? {
    if case .element(_, let attributes, _) = self { return attributes[attribute] }
    return nil
  }

  var classes: [String] { self["class"]?.split(separator: " ").map(String.init) ?? [] }

  /// All text below.
  var text: String {
    switch self {
    case .text(let text): text
    case .element(_, _, let children): children.map(\.text).joined()
    }
  }

  /// This element and all below, in the order of the document.
  var all: [HTMLNode] { [self] + children.flatMap(\.all) }

  /// The elements below of a name.
  func elements(_ name: String) -> [HTMLNode] { all.filter { $0.name == name } }

  /// The elements below of a class.
  func with(class wanted: String) -> [HTMLNode] { all.filter { $0.classes.contains(wanted) } }
}

/// What is wrong with the markup of a page.
enum MarkupError: Error, Equatable {
  case unclosed(String)
  case stray(close: String, within: String)
  case attributeTwice(String)
  case malformed(String)
}

/// Reads the strict HTML that the reports write: every element closed but the void ones, every attribute quoted.
struct HTMLReader {
  private static let voidNames: Set<String> = ["meta", "br", "hr", "img", "link", "input"]
  private var rest: Substring

  static func read(_ text: String) throws -> HTMLNode {
    let doctype = "<!doctype html>\n"
    guard text.hasPrefix(doctype) else { throw MarkupError.malformed("no doctype") }
    var reader = HTMLReader(rest: text.dropFirst(doctype.count))
    let children = try reader.children(of: "document")
    return .element(name: "document", attributes: [:], children: children)
  }

  private mutating func children(of parent: String) throws -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    while let first = rest.first {
      guard first == "<" else {
        let text = rest.prefix { $0 != "<" }
        nodes.append(.text(try HTMLReader.unescaped(text)))
        rest = rest.dropFirst(text.count)
        continue
      }
      let tag = try takeTag()
      if tag.hasPrefix("/") {
        guard tag.dropFirst() == parent else {
          throw MarkupError.stray(close: String(tag.dropFirst()), within: parent)
        }
        return nodes
      }
      nodes.append(try element(tag))
    }
    guard parent == "document" else { throw MarkupError.unclosed(parent) }
    return nodes
  }

  private mutating func element(_ tag: Substring) throws -> HTMLNode {
    let isClosed = tag.hasSuffix("/")
    var inside = isClosed ? tag.dropLast() : tag
    let name = String(inside.prefix { $0 != " " && $0 != "\n" })
    inside = inside.dropFirst(name.count)
    let attributes = try HTMLReader.attributes(inside)
    if isClosed || HTMLReader.voidNames.contains(name) {
      return .element(name: name, attributes: attributes, children: [])
    }
    if name == "style" {
      guard let end = rest.firstRange(of: "</style>") else { throw MarkupError.unclosed(name) }
      let text = String(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
      return .element(name: name, attributes: attributes, children: [.text(text)])
    }
    return .element(name: name, attributes: attributes, children: try children(of: name))
  }

  /// Takes what stands between `<` and `>`, which no quoted value may hold.
  private mutating func takeTag() throws -> Substring {
    guard let end = rest.firstIndex(of: ">") else { throw MarkupError.malformed(String(rest.prefix(40))) }
    let tag = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    return tag
  }

  private static func attributes(_ text: Substring) throws -> [String: String] {
    var result: [String: String] = [:]
    var rest = text
    while true {
      rest = rest.drop { $0 == " " || $0 == "\n" }
      guard !rest.isEmpty else { return result }
      guard let quote = rest.firstRange(of: "=\"") else { throw MarkupError.malformed(String(text)) }
      let name = String(rest[..<quote.lowerBound])
      rest = rest[quote.upperBound...]
      guard let end = rest.firstIndex(of: "\""), !name.contains(" ") else {
        throw MarkupError.malformed(String(text))
      }
      guard result.updateValue(try unescaped(rest[..<end]), forKey: name) == nil else {
        throw MarkupError.attributeTwice(name)
      }
      rest = rest[rest.index(after: end)...]
    }
  }

  private static func unescaped(_ text: Substring) throws -> String {
    guard text.contains("&") else { return String(text) }
    var result = String(text)
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")] {
      result = result.replacing(entity, with: character)
    }
    let bare = result.replacing("&amp;", with: "")
    guard !bare.contains("&") else { throw MarkupError.malformed("a bare & in '\(text.prefix(60))'") }
    return result.replacing("&amp;", with: "&")
  }
}
