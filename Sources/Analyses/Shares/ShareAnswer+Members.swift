import Graphics
import Measures
import Panels
import Studies

extension ShareAnswer {
  /// The finding on which regions are in which group, as a map, with what they have of the industry.
  func membersFinding() async throws -> Finding {
    guard let grouping, let window = windows.last else { throw MeasureError.noActivity("the selection") }
    let parts = try lines(of: subjects[0])
    let activity = try lines(of: nil)
    let regions = grouping.membership.count
    let described = zip(parts, activity)
      .map { part, all in
        "\(part.part.members.count) are \(part.part.name), with \(share(part.means.last)) of "
          + "\(subjects[0].plainName) and \(share(all.means.last)) of all activity"
      }
    let id = "groups-\(Slug.of(grouping.name))"
    let counts = parts.map { "\($0.part.members.count) \($0.part.name)" }
    let title =
      parts.count == 2
      ? "\(parts[0].part.members.count) of \(regions) regions are \(parts[0].part.name)"
      : "By \(grouping.name), of \(regions) regions there are \(Words.list(counts))"
    return inquiry.finding(
      id,
      section: .placeAndDefinition,
      question: parts.count == 2
        ? "Which regions are \(parts[0].part.name)?" : "Which regions are of which kind by \(grouping.name)?",
      sentence: "Of \(regions) regions, \(described.joined(separator: "; ")) (\(window.label)).",
      grade: .descriptive,
      table: try memberRows(grouping, window: window),
      notes: [grouping.rule] + grouping.warnings,
      figure: try await membersFigure(grouping, id: id, title: title),
      method: MethodNote(
        formula: "share = Σ_(r in group) e_r / Σ_r e_r",
        symbols: "e_r: the industry, or all activity, in region r",
        citation: "own definition",
        conventions: ["Groups: \(grouping.rule)."],
        howToRead: "Each region has the colour of its group; a region in no group is hatched.",
        uncertainty:
          "The groups are a choice, not an estimate: other rules are tried where findings rest on them."
      )
    )
  }

  private func memberRows(_ grouping: Grouping, window: PeriodWindow) throws -> [ResultRow] {
    try panel.regions.indices.map { region in
      let part = Part(name: panel.regions[region].name, code: panel.regions[region].code, members: [region])
      let years = window.positions.map { positions.lowerBound + $0 }
      let line = try line(part, subjects[0], periods: years, windows: [years.indices])
      let share = line.means[0]
      var row = ResultRow(measure: "share", value: share.value)
      row.region = panel.regions[region].code
      row.group = grouping.membership[region].map { grouping.groups[$0] } ?? "in no group"
      row.industry = subjects[0].code
      row.period = window.label
      take(share, of: line, into: &row, note: panel.regions[region].name)
      return row
    }
  }

  private func membersFigure(_ grouping: Grouping, id: String, title: String) async throws -> Figure? {
    guard let geography = inquiry.table.description.geography else { return nil }
    let layer = try await inquiry.study.store.layer(geography, of: inquiry.study)
    let values = panel.regions.indices.map { region in
      MapValue(
        code: panel.regions[region].code,
        value: grouping.membership[region].map(Double.init),
        status: grouping.membership[region] == nil ? .notApplicable : .observed
      )
    }
    return try Figure(
      id: id,
      title: title,
      subtitle: "Groups of the \(panel.regions.count) regions (\(inquiry.scale)) by \(grouping.name)",
      sources: inquiry.sourceLines,
      notes: ["Rule: \(grouping.rule)."],
      chart: .map(
        ChoroplethMap(
          shapes: layer.shapes,
          values: values,
          scale: .kinds(names: grouping.groups, hues: grouping.hues),
          legendTitle: Words.capitalized(grouping.name),
          highlighted: inquiry.study.description.place.map { [$0] } ?? []
        )
      ),
      description: "Map of the regions by group: \(grouping.groups.joined(separator: ", "))."
    )
  }
}
