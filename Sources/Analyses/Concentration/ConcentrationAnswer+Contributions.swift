import Graphics
import Measures
import Panels
import Studies

extension ConcentrationAnswer {
  /// The finding on which regions made the change.
  func contributionsFinding() throws -> Finding {
    let subject = leading.subject
    let panel = inquiry.panel
    guard let first = positions.first, let last = positions.last, first != last else {
      throw MeasureError.outOfRange("A change needs two periods; give a wider --periods.")
    }
    try requireNumbers(of: subject, in: [first, last])
    let change = try panel.theilChange(of: subject.industries, reference: reference, from: first, to: last)
    let ranked = change.ranked
    let id = "contributions-\(Slug.of(inquiry.table.description.name))"
    let rows = ranked.map { part in
      var row = ResultRow(measure: "contribution to the change of theil", value: part.value)
      row.region = panel.regions[part.region].code
      row.industry = subject.code
      row.period = "\(panel.periods[first])-\(panel.periods[last])"
      row.note =
        "\(panel.regions[part.region].name): share of the industry \(Words.percent(part.shares.before)) to "
        + "\(Words.percent(part.shares.after)), of the reference \(Words.percent(part.referenceShares.before)) to "
        + Words.percent(part.referenceShares.after)
      return row
    }
    let names = ranked.prefix(3).map { panel.regions[$0.region].name }
    let title =
      "\(Words.list(ranked.prefix(2).map { panel.regions[$0.region].name })) moved the concentration of "
      + "\(subject.plainName) most"
    let sentence =
      "By the published numbers Theil of \(subject.name) "
      + Words.move(
        change.change > 0,
        Words.number(change.index.before),
        "\(panel.periods[first])",
        Words.number(change.index.after),
        "\(panel.periods[last])"
      ) + "; \(Words.list(names)) moved it most."
    return inquiry.finding(
      id,
      section: .whereAndConcentrating,
      question: "Which regions made \(subject.name) concentrate or disperse?",
      sentence: sentence,
      grade: .descriptive,
      table: rows,
      notes: ["The contributions add to the change of Theil, \(Words.number(change.change, digits: 4))."],
      figure: try contributionsFigure(id: id, title: title, ranked: ranked, from: first, to: last),
      method: contributionsMethod(change)
    )
  }

  /// Says in words why the parts of a change are not known where a cell of its first or last period has no number.
  private func requireNumbers(of subject: Subject, in periods: [Int]) throws {
    let panel = inquiry.panel
    let parts = try periods.compactMap { period -> String? in
      let cells = panel.byRegion(sumOf: subject.industries, period: period)
      let activity = try panel.activityByRegion(period: period)
      let names = panel.regions.indices.filter { cells[$0].value == nil || activity[$0].value == nil }
        .map { panel.regions[$0].name }
      return names.isEmpty
        ? nil : "in \(panel.periods[period]) there is no number for \(Words.list(names, most: 4))"
    }
    guard !parts.isEmpty else { return }
    throw MeasureError.notIdentifiable(
      "which regions moved the concentration of \(subject.name); \(parts.joined(separator: ", and ")), "
        + "and the part of each region depends on the numbers of all. Bounds of Theil itself can be had: see 'concentration' "
        + "without --contributions"
    )
  }

  private func contributionsFigure(
    id: String,
    title: String,
    ranked: [TheilChange.Contribution],
    from first: Int,
    to last: Int
  ) throws -> Figure {
    let panel = inquiry.panel
    let shown = ranked.prefix(16).sorted { $0.value > $1.value }
    return try Figure(
      id: id,
      title: title,
      subtitle:
        "Contribution of each region to the change of Theil \(reference.label), \(leading.subject.name), "
        + "\(inquiry.measured), \(panel.periods[first]) to \(panel.periods[last])",
      sources: inquiry.sourceLines,
      notes: ranked.count > shown.count
        ? ["The 16 largest of \(ranked.count) contributions; all are in the table."] : [],
      chart: .rankedBars(
        RankedBarChart(
          bars: shown.map { part in
            RankedBar(
              label: panel.regions[part.region].name,
              value: part.value,
              hue: part.value < 0 ? .vermilion : .blue,
              link: MarkLink(region: panel.regions[part.region].code)
            )
          },
          axis: ValueAxis(
            title: "Change of Theil due to the region",
            format: NumberFormat(isSigned: true),
            lowWord: "disperses",
            highWord: "concentrates"
          )
        )
      ),
      description: "Bars of the contribution of regions to the change of Theil."
    )
  }

  private func contributionsMethod(_ change: TheilChange) -> MethodNote {
    let part = change.ranked[0]
    let name = inquiry.panel.regions[part.region].name
    return MethodNote(
      formula: "c_r = s′ ln(s′/x′) − s ln(s/x),  Σ c_r = T′ − T",
      symbols: "s, x: shares of the industry and of the reference in the first period; s′, x′: in the last",
      citation: ConcentrationMeasure.theil.description.source,
      conventions: ["Contributions are not causes: a region also moves when the others' shares move."],
      howToRead:
        "\(name) adds \(Words.number(part.value)) to the change of \(Words.number(change.change)): its share "
        + "went from \(Words.percent(part.shares.before)) to \(Words.percent(part.shares.after)).",
      uncertainty:
        "No bounds: the parts are a decomposition of published numbers. The bounds of their sum stand with Theil itself."
    )
  }
}
