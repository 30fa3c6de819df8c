import Graphics
import Panels
import Testing

/// What holds for every drawing, whatever its data.
@Suite struct DocumentTests {
  static let options: [FigureOptions] = ChartWidth.allCases.flatMap { width in
    [
      FigureOptions(width: width, theme: .light),
      FigureOptions(width: width, theme: .adaptive, drawsText: false, idPrefix: "p7"),
    ]
  }

  func everyDrawing(_ body: (String, String, DrawnDocument) throws -> Void) throws {
    for figure in try Samples.all() + EdgeCases.all() {
      for options in DocumentTests.options {
        let text = svg(figure, options: options)
        let document = try #require(DrawnDocument(text), "\(figure.id) is not well-formed")
        try body("\(figure.id), \(options.width), \(options.theme)", text, document)
      }
    }
  }

  @Test("All text stands inside the drawing and is at least 11 pixels tall")
  func textIsInside() throws {
    try everyDrawing { name, _, document in
      for text in document.texts {
        #expect(text.size >= 11, "\(name): \(text.string)")
        #expect(text.left >= -0.1 && text.right <= document.width + 0.1, "\(name): \(text.string)")
        #expect(text.top >= -0.1 && text.bottom <= document.height + 0.1, "\(name): \(text.string)")
      }
    }
  }

  @Test("No two lines of text overlap")
  func textsAreApart() throws {
    try everyDrawing { name, _, document in
      for (index, text) in document.texts.enumerated() {
        for other in document.texts[..<index] {
          #expect(!text.overlaps(other), "\(name): '\(text.string)' and '\(other.string)'")
        }
      }
    }
  }

  @Test("No coordinate is infinite or not a number, and none lies far outside")
  func coordinatesAreFinite() throws {
    let keys = ["x", "y", "cx", "cy", "r", "width", "height"]
    try everyDrawing { name, text, document in
      #expect(!text.contains("\"nan\"") && !text.contains("\"inf\"") && !text.contains("\"-inf\""), "\(name)")
      for element in document.elements {
        for (key, value) in element.attributes where keys.contains(key) {
          let number = Double(value)
          #expect(
            number != nil && (number ?? 0).magnitude < 20_000,
            "\(name): \(element.name) \(key) \(value)"
          )
        }
        if let path = element.attributes["d"] {
          let letters = path.filter { $0.isLetter }
          #expect(letters.allSatisfy { "MLHVZlhvmz".contains($0) }, "\(name): \(path.prefix(60))")
        }
      }
    }
  }

  @Test("Marks of charts with plain coordinates stay inside the drawing")
  func marksAreInside() throws {
    try everyDrawing { name, _, document in
      for element in document.elements where element.name == "circle" {
        let x = Double(element.attributes["cx"] ?? "") ?? -1
        let y = Double(element.attributes["cy"] ?? "") ?? -1
        #expect(x >= 0 && x <= document.width && y >= 0 && y <= document.height, "\(name): dot at \(x), \(y)")
      }
    }
  }

  @Test("A drawing is one image with a title and a description, and its ids carry its prefix")
  func isOneImage() throws {
    try everyDrawing { name, text, document in
      let root = try #require(document.elements.first?.attributes)
      let labels = (root["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
      #expect(root["role"] == "img", "\(name)")
      #expect(labels.count == 2 && labels.allSatisfy(document.ids.contains), "\(name)")
      #expect(Set(document.ids).count == document.ids.count, "\(name)")
      let prefix = String(labels[0].dropLast("-title".count))
      #expect(document.ids.allSatisfy { $0.hasPrefix(prefix + "-") }, "\(name)")
      #expect(document.elements.allSatisfy { $0.attributes["aria-label"] == nil }, "\(name)")
      #expect(!text.contains("<script") && !text.contains("href") && !text.contains("@import"), "\(name)")
    }
  }

  @Test("Every hatching that is used is defined")
  func patternsAreDefined() throws {
    try everyDrawing { name, _, document in
      for case let fill? in document.elements.map({ $0.attributes["fill"] }) where fill.hasPrefix("url(#") {
        #expect(document.ids.contains(String(fill.dropFirst(5).dropLast())), "\(name): \(fill)")
      }
    }
  }

  @Test("An adaptive drawing uses custom properties alone, and the style sheet declares each of them")
  func adaptiveColours() throws {
    try everyDrawing { name, text, document in
      guard name.hasSuffix("adaptive") else { return }
      #expect(!text.contains("\"#"), "\(name)")
      for element in document.elements {
        for key in ["fill", "stroke"] {
          guard let value = element.attributes[key], value.hasPrefix("var(") else { continue }
          let property = String(value.dropFirst(4).dropLast()) + ":"
          #expect(Theme.styleSheet.contains(property), "\(name): \(property)")
        }
      }
    }
  }

  @Test("A file has resolved colours, which a renderer without style sheets understands")
  func resolvedColours() throws {
    for figure in try Samples.all() {
      #expect(!svg(figure).contains("var("), "\(figure.id)")
      #expect(!svg(figure, options: FigureOptions(theme: .dark)).contains("var("), "\(figure.id)")
    }
  }

  @Test("The same figure gives the same bytes")
  func isDeterministic() throws {
    let first = try Samples.all().map { svg($0) }
    let second = try Samples.all().map { svg($0) }
    #expect(first == second)
  }

  @Test("Markup in names stays text, and marks say what they stand for")
  func namesAreEscaped() throws {
    let figure = try Samples.figure("escaped", "A < B & \"C\"", "x", EdgeCases.longNames)
    let text = svg(figure, options: FigureOptions(idPrefix: "9 <odd> prefix"))
    let document = try #require(DrawnDocument(text))
    #expect(document.elements.contains { $0.attributes["data-region"] == "\"<&>" })
    #expect(document.elements.contains { $0.attributes["data-industry"] == EdgeCases.longName })
    #expect(document.ids.contains("f9__odd__prefix-title"))
  }

  @Test("Only statuses that occur are in the legend")
  func legend() throws {
    let figure = try Samples.figure("legend", "t", "s", Samples.bars)
    #expect(figure.statuses == [.suppressed, .estimated, .provisional])
    let texts = try #require(DrawnDocument(svg(figure))).texts.map(\.string)
    #expect(texts.contains("Suppressed") && texts.contains("Estimated") && texts.contains("Provisional"))
    #expect(!texts.contains("Not available") && !texts.contains("Values rounded at source"))
  }

  @Test("Points that a log axis cannot hold are counted under the chart")
  func lostPoints() throws {
    let figure = try Samples.figure("lost", "t", "s", .scatter(EdgeCases.logScatter))
    #expect(svg(figure).contains("1 of 5 points are zero or less"))
  }
}
