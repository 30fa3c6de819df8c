import Panels
import Studies

extension ReportPage {
  /// Which places and industries are meant: boundaries, definitions with codes, groups with rule and members.
  var placePart: Part {
    let findings = numbered.filter { $0.finding.section == .placeAndDefinition }
    return Part(
      id: "place",
      title: ReportSection.placeAndDefinition.title,
      body: [meant, definitions] + content.groups.map(group) + findings.map(block)
    )
  }

  private var meant: HTML {
    guard let study = content.description else { return .nothing }
    return .facts(
      "facts",
      [
        ("Place", study.place.map { [.text(named($0))] } ?? []),
        ("Compared with", [.text(study.benchmark == "national" ? "all regions together" : study.benchmark)]),
        (
          "Boundaries",
          study.geographies.isEmpty ? [] : [.text(study.geographies.map(\.name).joined(separator: ", "))]
        ),
        (
          "Means over",
          study.average > 1 ? [.text(counted(study.average, "period"))] : []
        ),
        ("Tables", study.tables.map(described)),
      ]
    )
  }

  /// A region with its name, where the members of a group give it.
  private func named(_ code: String) -> String {
    content.groups.lazy.flatMap(\.members).flatMap(\.regions).first { $0.hasSuffix("(\(code))") } ?? code
  }

  private func described(_ table: StudyDescription.TableDescription) -> HTML {
    let parts = [
      table.variable, table.unit.isEmpty ? nil : table.unit, table.prices?.label, table.geography,
      table.classification,
    ]
    return .group([
      .element("strong", [.text(table.name)]),
      .text(": " + parts.compactMap(\.self).joined(separator: ", ")),
    ])
  }

  private var definitions: HTML {
    guard !content.definitions.isEmpty else { return .nothing }
    let rows = content.definitions.flatMap { definition in
      definition.codes.enumerated()
        .map { position, codes -> [HTML] in
          let name = definition.name + (definition.isVariantOf.map { " (variant of \($0))" } ?? "")
          return [.text(name), .text(codes.table), .text(codes.selectors.joined(separator: ", "))]
        }
    }
    return .group([
      .element("h3", ["Definitions of industries"]),
      .scrolling(
        label: "Definitions of industries",
        [
          .table(
            "plain",
            caption: ["Each industry and the codes that it stands for, by table; * stands for any ending."],
            columns: ["Industry", "Table", "Codes"],
            rows: rows
          )
        ]
      ),
    ])
  }

  private func group(_ group: GroupNote) -> HTML {
    .group([
      .element("h3", [.text("Groups of regions: \(group.name)")]),
      .paragraph(nil, [.text("Rule: \(group.rule)")]),
      .list("cautions", group.warnings.map(HTML.text)),
      .details(
        "Who is in which group (\(counted(group.members.map(\.regions.count).reduce(0, +), "region")))",
        [
          .facts(
            "members",
            group.members.map { members in
              let regions = members.regions.isEmpty ? "none" : members.regions.joined(separator: ", ")
              return ("\(members.group) (\(members.regions.count))", [.text(regions)])
            }
          )
        ]
      ),
    ])
  }
}
