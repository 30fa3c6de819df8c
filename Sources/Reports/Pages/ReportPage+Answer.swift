import Panels
import Studies

extension ReportPage {
  /// How many findings the first page has.
  private static let headlineCount = 5
  /// How many open questions the first page names.
  private static let openCount = 6

  /// The answer on a page: the findings that matter most, one picture, and what cannot be told.
  var answerPart: Part {
    let headlines = headlineFindings
    var body: [HTML] = []
    if headlines.isEmpty {
      body.append(.paragraph("lead", ["Nothing was found: see the limits for the reasons."]))
    } else {
      body.append(
        .element("ol", [.class("headlines")], headlines.map { .element("li", [headline($0)]) })
      )
    }
    if let shown = headlines.first(where: { $0.finding.figure != nil })
      ?? numbered.first(where: { $0.finding.figure != nil })
    {
      body.append(firstPageBlock(shown))
    }
    body.append(openQuestions)
    return Part(id: "answer", title: "The answer on a page", body: body)
  }

  /// The findings marked for the first page, or the first that answer a question where none is.
  private var headlineFindings: [NumberedFinding] {
    let marked = numbered.filter(\.finding.isHeadline)
    let answers = numbered.filter {
      $0.finding.section != .dataHealth && $0.finding.section != .placeAndDefinition
    }
    return Array((marked.isEmpty ? answers : marked).prefix(ReportPage.headlineCount))
  }

  private func headline(_ numbered: NumberedFinding) -> HTML {
    let finding = numbered.finding
    return .group([
      .paragraph("asked", [.text(finding.question)]),
      .paragraph("sentence", [.text(numbered.title)]),
      numbered.title == finding.sentence ? .nothing : .paragraph("said", [.text(finding.sentence)]),
      .paragraph(
        "grade",
        [
          GradeMark.markup(finding.grade), .element("strong", [.text("Evidence: \(finding.grade.word).")]),
          " ",
          .text(finding.grade.meaning), " ", .link("#\(numbered.anchor)", [.text(numbered.name)]),
        ]
      ),
    ])
  }

  /// What cannot be told, and where the limits are; what the limits say is not said twice.
  private var openQuestions: HTML {
    let open = numbered.filter { $0.finding.grade == .open }
    let said = Set(open.map(\.finding.sentence) + (content.description?.limits ?? []))
    let own = Table.distinct(content.cannotTell).filter { !said.contains($0) }
    let shown = open.prefix(max(1, ReportPage.openCount - own.count))
    let items =
      own.map(HTML.text)
      + shown.map { .group([.text($0.title), " ", .link("#\($0.anchor)", [.text($0.name)])]) }
    let left = open.count - shown.count
    let list =
      items.isEmpty
      ? HTML.paragraph(nil, ["No finding of this report was left undecided by its numbers."])
      : .list("open", items)
    let more =
      left > 0
      ? HTML.paragraph(
        nil,
        [.text("\(grouped(left)) more \(left == 1 ? "is" : "are") marked 'cannot tell' below.")]
      ) : .nothing
    return .element(
      "div",
      [.class("cannot-tell")],
      [
        .element("h3", [.id("cannot-tell")], ["What we cannot tell"]), list, more,
        .paragraph(nil, ["What the data do not say stands under ", .link("#limits", ["limits"]), "."]),
      ]
    )
  }
}
