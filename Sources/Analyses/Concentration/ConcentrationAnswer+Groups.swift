import Graphics
import Measures
import Panels
import Studies

extension ConcentrationAnswer {
  /// The finding on how much of Theil lies between groups of regions and how much within them.
  func decompositionFinding(by grouping: Grouping) throws -> Finding {
    let subject = leading.subject
    let panel = inquiry.panel
    var rows: [ResultRow] = []
    var parts: [(period: Period, decomposition: TheilDecomposition)] = []
    for period in positions {
      let shares = try panel.shares(of: subject.industries, reference: reference, period: period)
      let decomposition = try TheilDecomposition(of: shares, by: grouping)
      parts.append((panel.periods[period], decomposition))
      rows += decompositionRows(decomposition, period: panel.periods[period])
    }
    guard let first = parts.first, let last = parts.last else {
      throw MeasureError.outOfRange("There is no period to decompose.")
    }
    let id = "decomposition-\(Slug.of(inquiry.table.description.name))-\(Slug.of(grouping.name))"
    let before = Words.percent(first.decomposition.betweenShare ?? 0, decimals: 0)
    let after = Words.percent(last.decomposition.betweenShare ?? 0, decimals: 0)
    let sentence =
      "Differences between groups (\(grouping.name)) made up \(before) of the concentration of \(subject.name) in "
      + "\(first.period) and \(after) in \(last.period); the rest lies within the groups."
    return inquiry.finding(
      id,
      section: .whereAndConcentrating,
      question: "Does \(subject.name) differ between groups of regions or within them?",
      sentence: sentence,
      grade: .descriptive,
      table: rows,
      notes: [grouping.rule] + grouping.warnings,
      figure: try decompositionFigure(id: id, title: sentence, parts: parts, grouping: grouping),
      method: MethodNote(
        formula: "T = Σ_g S_g ln(S_g/X_g) + Σ_g S_g T_g",
        symbols:
          "S_g, X_g: a group's shares of the industry and of the reference; T_g: Theil within the group",
        citation: ConcentrationMeasure.theil.description.source,
        conventions: ["Regions in no group are a part of their own."],
        howToRead:
          "In \(last.period) the part between is \(Words.number(last.decomposition.between)) and the part within "
          + "\(Words.number(last.decomposition.within)); together \(Words.number(last.decomposition.total)).",
        uncertainty:
          "No bounds: the parts are a decomposition of published numbers. The bounds of their sum stand with Theil itself."
      )
    )
  }

  private func decompositionRows(_ decomposition: TheilDecomposition, period: Period) -> [ResultRow] {
    func row(_ term: String, _ value: Double, group: String? = nil) -> ResultRow {
      var row = ResultRow(measure: "theil", value: value)
      row.group = group
      row.industry = leading.subject.code
      row.period = "\(period)"
      row.term = term
      return row
    }
    return [
      row("total", decomposition.total), row("between", decomposition.between),
      row("within", decomposition.within),
    ]
      + decomposition.parts.flatMap { part in
        [row("between", part.between, group: part.name), row("within", part.within, group: part.name)]
      }
  }

  private func decompositionFigure(
    id: String,
    title: String,
    parts: [(period: Period, decomposition: TheilDecomposition)],
    grouping: Grouping
  ) throws -> Figure {
    func line(_ name: String, _ value: (TheilDecomposition) -> Double) -> LineSeries {
      LineSeries(name: name, points: parts.map { LinePoint(period: $0.period, y: value($0.decomposition)) })
    }
    return try Figure(
      id: id,
      title: title,
      subtitle:
        "Theil \(reference.label), \(leading.subject.name), \(inquiry.measured), \(scope), parts by \(grouping.name), \(span)",
      sources: inquiry.sourceLines,
      chart: .line(
        LineChart(
          series: [
            line("total", \.total), line("between groups", \.between), line("within groups", \.within),
          ],
          vertical: ValueAxis(title: "Theil index", includesZero: true)
        )
      ),
      description: "Lines of Theil in total, between groups and within groups."
    )
  }
}
