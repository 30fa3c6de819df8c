import Graphics
import Panels
import Studies

extension ReportPage {
  /// Returns a finding in full: number, title, picture, source, unit, grade, robustness, reading, table, method and
  /// command.
  func block(_ numbered: NumberedFinding) -> HTML {
    FindingBlock(page: self, numbered: numbered, isOnFirstPage: false).markup
  }

  /// Returns the finding of the first page; in print it shows the picture, and the rest stands in its own section.
  func firstPageBlock(_ numbered: NumberedFinding) -> HTML {
    FindingBlock(page: self, numbered: numbered, isOnFirstPage: true).markup
  }
}

/// One finding as a block of the page.
private struct FindingBlock {
  let page: ReportPage
  let numbered: NumberedFinding
  let isOnFirstPage: Bool

  private var finding: Finding { numbered.finding }
  /// What all ids of the block begin with.
  private var prefix: String { (isOnFirstPage ? "first-" : "") + numbered.anchor }
  private var place: String { isOnFirstPage ? "\(numbered.name), on the first page" : numbered.name }

  var markup: HTML {
    .element(
      "figure",
      [
        .class(isOnFirstPage ? "finding first-page" : "finding"), .id(prefix),
        HTMLAttribute("aria-labelledby", "\(prefix)-title"),
      ],
      [
        caption, invented, drawings, facts, cautions, robustness, reading, table, method, command, files,
      ]
    )
  }

  private var caption: HTML {
    .element(
      "figcaption",
      [
        isAskedByHeading ? .nothing : .paragraph("asked", [.text(finding.question)]),
        .element(
          "h3",
          [.id("\(prefix)-title")],
          [.element("span", [.class("number")], [.text("\(numbered.name).")]), " ", .text(numbered.title)]
        ),
        isOnFirstPage || numbered.title == finding.sentence
          ? .nothing : .paragraph("said", [.text(finding.sentence)]),
        grade,
        finding.figure.map { .paragraph("measured", [.text($0.subtitle)]) } ?? .nothing,
      ]
    )
  }

  /// Whether the heading of the section or of the page asks the same question.
  private var isAskedByHeading: Bool {
    !isOnFirstPage && (finding.question == finding.section.title || finding.question == page.content.title)
  }

  private var grade: HTML {
    .paragraph(
      "grade",
      [
        GradeMark.markup(finding.grade), .element("strong", [.text("Evidence: \(finding.grade.word).")]), " ",
        .text(finding.grade.meaning),
      ]
    )
  }

  private var invented: HTML {
    page.content.isInvented ? .paragraph("invented", [.text(ReportContent.inventedData)]) : .nothing
  }

  /// The picture, laid out for two widths of which the style sheet shows one; the table where there is no picture.
  private var drawings: HTML {
    guard let figure = finding.figure else { return numbers }
    return both(figure)
  }

  /// A picture laid out for both widths.
  private func both(_ figure: Figure, name part: String? = nil) -> HTML {
    .group(
      ChartWidth.allCases.map { width in
        let name = width == .wide ? "wide" : "narrow"
        let options = FigureOptions(
          width: width,
          theme: .adaptive,
          drawsText: false,
          idPrefix: "\(prefix)-\(part.map { "\($0)-" } ?? "")\(name)"
        )
        return .element("div", [.class("drawing \(name)")], [.drawing(figure, options: options)])
      }
    )
  }

  private var facts: HTML {
    let notes = finding.figure.map(\.notes) ?? []
    return .facts(
      "facts",
      [
        ("Unit", [.text(finding.unit.isEmpty ? "none: a ratio, an index or a count" : finding.unit)]),
        (finding.sources.count > 1 ? "Sources" : "Source", sourceLines),
        ("Status", statuses),
        (notes.count > 1 ? "Notes" : "Note", notes.map(HTML.text)),
      ]
    )
  }

  private var sourceLines: [HTML] {
    finding.sources.isEmpty
      ? ["none named by the study"] : Table.distinct(finding.sources.map(\.line)).map(HTML.text)
  }

  /// The statuses that occur in the picture or the table, with their meaning.
  private var statuses: [HTML] {
    let words = Set(
      finding.table.columns.firstIndex(of: "status")
        .map { column in finding.table.rows.map { $0[column].plainText } } ?? []
    )
    let drawn = finding.figure?.statuses ?? []
    let found = CellStatus.allCases.filter {
      $0 != .observed && (drawn.contains($0) || words.contains($0.word))
    }
    return found.map { .group([.element("b", [.text($0.word)]), .text(": \($0.meaning)")]) }
  }

  private var cautions: HTML { .list("cautions", finding.cautions.map(HTML.text)) }

  /// Whether the answer survives other choices: a strip, and the same as a table for who asks.
  private var robustness: HTML {
    let notes = finding.robustness
    guard let figure = SensitivityFigure.figure(of: finding) else { return .nothing }
    let summary = SensitivityFigure.summary(of: notes)
    let table = HTML.table(
      "choices",
      caption: [.text(summary)],
      columns: ["Choice", "Instead", "Answer then", "Agrees"],
      rows: notes.map { note in
        [.text(note.kind), .text(note.choice), .text(note.answer), RobustnessMark.markup(note.agrees)]
      }
    )
    return .element(
      "div",
      [.class("strip")],
      [
        .paragraph(
          "strip-title",
          [.element("strong", [.text("Does it survive other choices?")]), " ", .text(summary)]
        ),
        both(figure, name: "choices"),
        .details(
          "Other choices as a table",
          className: "long",
          [.scrolling(label: "Other choices, \(place)", isShort: true, [table])]
        ),
      ]
    )
  }

  private var reading: HTML {
    guard !finding.method.howToRead.isEmpty else { return .nothing }
    return .details("How to read this", [.paragraph(nil, [.text(finding.method.howToRead)])])
  }

  private var table: HTML {
    guard finding.figure != nil else { return .nothing }
    return .details("Table (\(counted(finding.table.rows.count, "row")))", className: "table", [numbers])
  }

  private var numbers: HTML {
    let file = page.options.hasFiles ? "tables/\(finding.id).csv" : nil
    let markup = TableMarkup(table: finding.table, rowLimit: page.options.tableRows, file: file)
    return .group([
      markup.markup(title: numbered.name, label: "Table of \(place)"),
      .list("notes", finding.table.notes.map(HTML.text)),
    ])
  }

  private var method: HTML {
    .details("Method", className: "method", [MethodMarkup.markup(finding.method)])
  }

  private var command: HTML {
    .element(
      "div",
      [.class("again")],
      [.paragraph("again-title", ["The command that makes it again"]), .command(finding.command)]
    )
  }

  private var files: HTML {
    guard page.options.hasFiles else { return elsewhere }
    let table = HTML.link("tables/\(finding.id).csv", ["Numbers as CSV"])
    let picture = HTML.link("figures/\(finding.id).svg", ["Picture as SVG"])
    let links = finding.figure == nil ? [table] : [table, " · ", picture]
    return .group([.paragraph("files", links), elsewhere])
  }

  private var elsewhere: HTML {
    guard isOnFirstPage else { return .nothing }
    return .paragraph(
      "elsewhere",
      [
        "Again in its section, with table, method and command: ",
        .link("#\(numbered.anchor)", [.text(numbered.name)]), ".",
      ]
    )
  }
}
