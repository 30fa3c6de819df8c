import Graphics
import Panels
public import Studies

/// The page of a report: one HTML file that needs no other, no script and no network.
///
///     let text = try ReportPage.text(of: content)
public struct ReportPage {
  /// What a page shows of long tables, and whether files lie beside it.
  public struct Options: Sendable, Hashable {
    /// How many rows of a table stand under its figure.
    public var tableRows: Int
    /// How many rows the tables of the annex have together; a table that would pass it is named with its file alone.
    public var annexRows: Int
    /// Whether `tables/NAME.csv` and `figures/NAME.svg` lie beside the page, to be linked.
    public var hasFiles: Bool

    /// Makes options.
    ///
    /// - Parameters:
    ///   - tableRows: How many rows of a table stand under its figure; more would hide what follows.
    ///   - annexRows: How many rows the tables of the annex have together; 2,000 take about half a megabyte.
    ///   - hasFiles: Whether the files of tables and figures lie beside the page.
    public init(tableRows: Int = 30, annexRows: Int = 2000, hasFiles: Bool = true) {
      self.tableRows = tableRows
      self.annexRows = annexRows
      self.hasFiles = hasFiles
    }
  }

  let content: ReportContent
  let options: Options
  let numbered: [NumberedFinding]

  /// Returns the page of a report.
  ///
  /// The same content gives the same bytes.
  ///
  /// - Parameters:
  ///   - content: What the report says.
  ///   - options: What is shown of long tables.
  /// - Returns: HTML text.
  /// - Throws: ``ReportError`` if two findings share a name, or a name cannot be that of a file.
  public static func text(of content: ReportContent, options: Options = Options()) throws(ReportError)
    -> String
  {
    try content.checkNames()
    return ReportPage(content: content, options: options).document(of: ReportPage.reportParts).markup
  }

  /// Returns a page of some findings, without the parts that only a study has.
  ///
  /// - Parameters:
  ///   - findings: The findings in order.
  ///   - isInvented: Whether the data are invented.
  ///   - version: The version of the program.
  /// - Returns: HTML text.
  /// - Throws: ``ReportError`` if two findings share a name, or a name cannot be that of a file.
  public static func text(
    ofFindings findings: [Finding],
    isInvented: Bool = false,
    version: String
  ) throws(ReportError) -> String {
    let title = findings.first?.question ?? "Findings"
    var content = ReportContent(title: title, findings: findings, version: version)
    content.isInvented = isInvented
    try content.checkNames()
    let page = ReportPage(content: content, options: Options(hasFiles: false))
    return page.document(of: ReportPage.findingParts).markup
  }

  private init(content: ReportContent, options: Options) {
    self.content = content
    self.options = options
    numbered = NumberedFinding.number(content.findings)
  }

  /// A part of the page, with its place in the contents.
  struct Part {
    let id: String
    let title: String
    let body: [HTML]
  }

  private static func reportParts(_ page: ReportPage) -> [Part] {
    var parts = [page.answerPart, page.placePart]
    for section in ReportSection.allCases where section != .placeAndDefinition {
      let findings = page.numbered.filter { $0.finding.section == section }
      guard !findings.isEmpty else { continue }
      parts.append(
        Part(id: "section-\(parts.count + 1)", title: section.title, body: findings.map(page.block))
      )
    }
    return parts + [page.limitsPart, page.annexPart]
  }

  private static func findingParts(_ page: ReportPage) -> [Part] {
    [
      Part(id: "findings", title: "What was found", body: page.numbered.map(page.block)),
      page.methodPart,
    ]
  }

  private func document(of makeParts: (ReportPage) -> [Part]) -> HTML {
    let parts = makeParts(self)
    let sections = parts.enumerated()
      .map { position, part in
        HTML.element(
          "section",
          [.id(part.id), HTMLAttribute("aria-labelledby", "\(part.id)-title")],
          [
            .element(
              "h2",
              [.id("\(part.id)-title")],
              [.element("span", [.class("count")], [.text("\(position + 1)")]), " ", .text(part.title)]
            )
          ] + part.body
        )
      }
    return .document(
      head,
      [
        .element("a", [.class("skip"), HTMLAttribute("href", "#main")], ["Skip to the report"]),
        header,
        .element("div", [.class("page")], [contents(parts), .element("main", [.id("main")], sections)]),
        footer,
      ]
    )
  }

  private var head: [HTML] {
    [
      .void("meta", [HTMLAttribute("charset", "utf-8")]),
      .void(
        "meta",
        [
          HTMLAttribute("http-equiv", "Content-Security-Policy"),
          HTMLAttribute("content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:"),
        ]
      ),
      .void(
        "meta",
        [HTMLAttribute("name", "viewport"), HTMLAttribute("content", "width=device-width, initial-scale=1")]
      ),
      .void(
        "meta",
        [HTMLAttribute("name", "color-scheme"), HTMLAttribute("content", "light dark")]
      ),
      .void(
        "meta",
        [HTMLAttribute("name", "generator"), HTMLAttribute("content", generator)]
      ),
      .element("title", [.text(content.isInvented ? "\(content.title) (invented data)" : content.title)]),
      .style([Theme.styleSheet, ReportStyle.screen, ReportStyle.parts, ReportStyle.print]),
    ]
  }

  /// The program and its version, whether or not the version names the program itself.
  var generator: String {
    let named = content.version.lowercased().hasPrefix("hinterland")
    let number =
      named ? content.version.dropFirst("hinterland".count).drop { $0 == " " } : content.version[...]
    return number.isEmpty ? "Hinterland" : "Hinterland \(number)"
  }

  private var header: HTML {
    .element(
      "header",
      [.class("masthead")],
      [
        content.isInvented
          ? .element("p", [.class("invented banner")], [.text(ReportContent.inventedData + ".")]) : .nothing,
        .element("h1", [.text(content.title)]),
        content.question.map { .paragraph("question", [.text($0)]) } ?? .nothing,
        .paragraph("made", [.text("Made by \(generator).")]),
      ]
    )
  }

  private func contents(_ parts: [Part]) -> HTML {
    let items = parts.enumerated()
      .map { position, part in
        HTML.element(
          "li",
          [
            .element(
              "a",
              [HTMLAttribute("href", "#\(part.id)")],
              [
                .element("span", [.class("count")], [.text("\(position + 1)")]),
                .element("span", [.text(part.title)]),
              ]
            )
          ]
        )
      }
    return .element(
      "nav",
      [.class("contents"), HTMLAttribute("aria-labelledby", "contents-title")],
      [
        .element("p", [.class("contents-title"), .id("contents-title")], ["Contents"]),
        .element("ol", items),
      ]
    )
  }

  private var footer: HTML {
    .element(
      "footer",
      [
        .paragraph(
          nil,
          [
            .text(
              "\(generator). This file is complete in itself: it holds no script and asks for nothing from a network."
            )
          ]
        )
      ]
    )
  }
}
