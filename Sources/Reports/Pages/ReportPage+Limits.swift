import Panels
import Studies

extension ReportPage {
  /// What stands between these numbers and the truth: suppression, rounding, modelling, breaks, and every other choice.
  var limitsPart: Part {
    Part(
      id: "limits",
      title: "Limits",
      body: [statedLimits, tableLimits, findingLimits, dataNotes, sensitivity].filter { $0 != .nothing }
    )
  }

  private var statedLimits: HTML {
    let limits = content.description?.limits ?? []
    guard !limits.isEmpty else { return .nothing }
    return .group([.element("h3", ["What these data do not say"]), .list("limits", limits.map(HTML.text))])
  }

  /// How each table was rounded, sampled or modelled.
  private var tableLimits: HTML {
    guard let study = content.description, !study.tables.isEmpty else { return .nothing }
    let rows = study.tables.map { table -> [HTML] in
      let source = study.sources.first { $0.name == table.source }
      let cautions = [source?.caution, table.caution].compactMap(\.self)
      return [
        .text(table.name), .text(table.rounding.label),
        .text(
          table.samplingCV.map { "coefficient of variation \(NumberText.shortest($0)) %" } ?? "not declared"
        ),
        .text(cautions.isEmpty ? "none stated" : cautions.joined(separator: ". ")),
      ]
    }
    return .group([
      .element("h3", ["Rounding, sampling and modelling"]),
      .scrolling(
        label: "Rounding, sampling and modelling",
        [
          .table(
            "plain",
            caption: ["What the sources say of the numbers in their tables."],
            columns: ["Table", "Rounding", "Sampling error", "What to know"],
            rows: rows
          )
        ]
      ),
    ])
  }

  private var findingLimits: HTML {
    let items = Table.distinct(numbered.flatMap(\.finding.cautions))
      .map { caution in
        let links = numbered.filter { $0.finding.cautions.contains(caution) }
          .flatMap { [HTML.text(", "), .link("#\($0.anchor)", [.text($0.name)])] }
        return HTML.group([.text(caution), " ("] + links.dropFirst() + [")"])
      }
    guard !items.isEmpty else { return .nothing }
    return .group([.element("h3", ["What to know of single findings"]), .list("limits", items)])
  }

  private var dataNotes: HTML {
    guard !content.dataNotes.isEmpty else { return .nothing }
    let rows = content.dataNotes.map {
      [HTML.text($0.table.isEmpty ? "all tables" : $0.table), .text($0.text)]
    }
    return .group([
      .element("h3", ["What happened to the tables when they were read"]),
      .scrolling(
        label: "What happened to the tables when they were read",
        [
          .table(
            "plain",
            caption: ["Nothing is dropped, merged or repaired without being counted here."],
            columns: ["Table", "What happened"],
            rows: rows
          )
        ]
      ),
    ])
  }

  /// Every other choice that was tried, over all findings.
  private var sensitivity: HTML {
    let rows = numbered.flatMap { numbered in
      numbered.finding.robustness.map { note -> [HTML] in
        [
          .link("#\(numbered.anchor)", [.text(numbered.name)]), .text(note.kind), .text(note.choice),
          .text(note.answer), RobustnessMark.markup(note.agrees),
        ]
      }
    }
    let heading = HTML.element("h3", ["Do the answers survive other choices?"])
    guard !rows.isEmpty else {
      return .group([heading, .paragraph(nil, ["No other choices were tried."])])
    }
    let agreeing = numbered.flatMap(\.finding.robustness).filter(\.agrees).count
    return .group([
      heading,
      .scrolling(
        label: "Do the answers survive other choices?",
        [
          .table(
            "choices",
            caption: [
              .text(
                "Over all findings: the same answer in \(agreeing) of \(rows.count) that were tried."
              )
            ],
            columns: ["Finding", "Choice", "Instead", "Answer then", "Agrees"],
            rows: rows
          )
        ]
      ),
    ])
  }
}
