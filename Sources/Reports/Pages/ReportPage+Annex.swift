import Panels
import Studies

extension ReportPage {
  /// Data and method: sources with licences, formulas, long tables, files with digests, commands.
  var annexPart: Part {
    let pieces = [sources, methods, longTables, inputs, outputs, commands]
    return Part(id: "annex", title: "Data and method", body: pieces.filter { $0 != .nothing })
  }

  /// Formulas and sources for a page without a study.
  var methodPart: Part {
    Part(
      id: "method",
      title: "Data and method",
      body: [citedSources, methods, longTables].filter { $0 != .nothing }
    )
  }

  private var sources: HTML {
    guard let study = content.description, !study.sources.isEmpty else { return citedSources }
    return .group([
      .element("h3", ["Sources"]),
      .element("div", [.class("sources")], study.sources.map { source($0, study) }),
    ])
  }

  private func source(_ source: StudyDescription.Source, _ study: StudyDescription) -> HTML {
    let files = study.tables.filter { $0.source == source.name }.map(\.file)
    let boundaries = study.geographies.filter { $0.source == source.name }.compactMap(\.boundaries)
    return .group([
      .element("h4", [.text(source.label)]),
      source.isInvented ? .paragraph("invented", [.text(ReportContent.inventedData)]) : .nothing,
      .facts(
        "facts",
        [
          ("Retrieved", source.retrieved.map { [.text($0)] } ?? []),
          ("Licence", [.text(source.licence ?? "not stated by the study")]),
          ("Attribution", source.attribution.map { [.text($0)] } ?? []),
          ("Address", source.address.map { [.element("span", [.class("address")], [.text($0)])] } ?? []),
          ("To know", source.caution.map { [.text($0)] } ?? []),
          ("Files", Table.distinct(files + boundaries).map { .element("code", [.text($0)]) }),
        ]
      ),
    ])
  }

  /// The sources that findings name, where no study describes them.
  private var citedSources: HTML {
    let lines = Table.distinct(
      content.findings.flatMap(\.sources)
        .map { source in
          [source.line, source.licence ?? "", source.caution ?? ""].filter { !$0.isEmpty }
            .joined(separator: ". ")
        }
    )
    guard !lines.isEmpty else { return .nothing }
    return .group([.element("h3", ["Sources"]), .list("limits", lines.map(HTML.text))])
  }

  /// Each formula once, with the findings that use it.
  private var methods: HTML {
    var order: [String] = []
    var users: [String: [NumberedFinding]] = [:]
    for numbered in numbered {
      let formula = numbered.finding.method.formula
      if users[formula] == nil { order.append(formula) }
      users[formula, default: []].append(numbered)
    }
    let blocks = order.compactMap { formula -> HTML? in
      guard let group = users[formula], let first = group.first else { return nil }
      let links = group.flatMap { [HTML.text(", "), .link("#\($0.anchor)", [.text($0.name)])] }.dropFirst()
      return .element(
        "div",
        [.class("formula-block")],
        [.paragraph("used", ["Used for "] + links), MethodMarkup.markup(first.finding.method)]
      )
    }
    guard !blocks.isEmpty else { return .nothing }
    return .group([.element("h3", ["Formulas and works"])] + blocks)
  }

  /// The tables that are longer than what stands under their figures, as far as there is room.
  private var longTables: HTML {
    let long = numbered.filter { $0.finding.table.rows.count > options.tableRows }
    guard !long.isEmpty else { return .nothing }
    var room = options.annexRows
    let blocks = long.map { numbered -> HTML in
      let table = numbered.finding.table
      let file = options.hasFiles ? "tables/\(numbered.finding.id).csv" : nil
      let title = "\(numbered.name): \(counted(table.rows.count, "row"))"
      guard table.rows.count <= room else {
        return .paragraph(
          "files",
          [.text("\(title), too long to print here")]
            + (file.map { [": ", .link($0, [.text($0)])] } ?? ["."])
        )
      }
      room -= table.rows.count
      let markup = TableMarkup(table: table, rowLimit: table.rows.count, file: file)
        .markup(title: numbered.name, label: "All rows of \(numbered.name)")
      return .details(title, className: "long", [markup])
    }
    return .group(
      [
        .element("h3", ["Long tables"]),
        options.hasFiles
          ? .paragraph(nil, ["These are too long for paper: the files hold them, with every digit."])
          : .paragraph(nil, ["These are too long for paper: write them as CSV to keep every digit."]),
      ] + blocks
    )
  }

  private var inputs: HTML {
    guard let run = content.run, !run.inputs.isEmpty else { return .nothing }
    let rows = run.inputs.map { input -> [HTML] in
      [
        .text(input.name), .text(input.rowCount.map { counted($0, "row") } ?? "–"),
        .text(input.byteCount.map { counted($0, "byte") } ?? "–"),
        .element("code", [.class("digest")], [.text(input.sha256)]),
      ]
    }
    return .group([
      .element("h3", ["Files that were read"]),
      .scrolling(
        label: "Files that were read",
        [
          .table(
            "plain",
            caption: ["A file is the same if its SHA-256 is; a changed byte changes it."],
            columns: ["File", "Rows", "Size", "SHA-256"],
            rows: rows
          )
        ]
      ),
    ])
  }

  private var outputs: HTML {
    guard options.hasFiles else { return .nothing }
    let rows = numbered.map { numbered -> [HTML] in
      let id = numbered.finding.id
      let picture = HTML.link("figures/\(id).svg", [.text("figures/\(id).svg")])
      return [
        .link("#\(numbered.anchor)", [.text(numbered.name)]),
        .link("tables/\(id).csv", [.text("tables/\(id).csv")]),
        .text(counted(numbered.finding.table.rows.count, "row")),
        numbered.finding.figure == nil ? "–" : picture,
      ]
    }
    guard !rows.isEmpty else { return .nothing }
    return .group([
      .element("h3", ["Files beside this one"]),
      .scrolling(
        label: "Files beside this one",
        [
          .table(
            "plain",
            caption: [
              "Numbers at full precision, one row a number, and pictures that can be placed elsewhere."
            ],
            columns: ["Finding", "Numbers", "Rows", "Picture"],
            rows: rows
          )
        ]
      ),
    ])
  }

  private var commands: HTML {
    var pieces: [HTML] = [.element("h3", ["Commands"])]
    if let run = content.run {
      pieces += [
        .paragraph(nil, ["This report, with all its files, is made by:"]), .command(run.command),
        .paragraph(nil, [.text("Made by \(generator)\(run.seed.map { ", seed \($0)" } ?? "").")]),
      ]
      if options.hasFiles {
        pieces += [
          .paragraph(nil, ["The same bytes again, from what run.json recorded:"]),
          .command("hinterland rerun run.json -o again"),
        ]
      }
    }
    let rows = numbered.map { numbered -> [HTML] in
      [
        .link("#\(numbered.anchor)", [.text(numbered.name)]),
        .element("code", [.class("line")], HTML.words(of: numbered.finding.command)),
      ]
    }
    if !rows.isEmpty {
      pieces.append(
        .scrolling(
          label: "Commands by finding",
          [
            .table(
              "plain",
              caption: ["Each finding alone."],
              columns: ["Finding", "Command"],
              rows: rows
            )
          ]
        )
      )
    }
    return .group(pieces)
  }
}
