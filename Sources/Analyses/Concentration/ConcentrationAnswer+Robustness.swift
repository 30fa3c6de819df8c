import Measures
import Panels
import Studies

extension ConcentrationAnswer {
  /// Whether the direction of the leading series survives other measures, windows, definitions, references and scales.
  func robustness() async throws -> [RobustnessNote] {
    guard windows.count > 1, series[0].count == 1, !inquiry.study.isSingleTable else { return [] }
    var notes: [RobustnessNote] = []
    for other in [ConcentrationMeasure.gini, .hoover, .hhi] where other != leading.measure {
      notes.append(try note("measure", other.description.title, measure: other))
    }
    for years in [1, 3] where windows[0].expectedCount != years && years <= periods.count {
      notes.append(
        try note("window", years == 1 ? "first and last year" : "means over \(years) years", years: years)
      )
    }
    for definition in inquiry.study.description.definitions
    where definition.isVariantOf == leading.subject.name {
      guard definition.selectors(for: inquiry.table.description.name) != nil else { continue }
      let subject = try inquiry.study.subject(named: definition.name, in: inquiry.table)
      notes.append(try note("definition", definition.name, subject: subject))
    }
    if inquiry.table.description.geography != nil, leading.measure == .theil,
      let area = try? await inquiry.concentrationReference(.area)
    {
      notes.append(try note("reference", "land area", reference: area))
    }
    return notes + (try await otherScales())
  }

  /// The same definition in the study's other tables of the same unit.
  private func otherScales() async throws -> [RobustnessNote] {
    let study = inquiry.study
    guard let definition = study.description.definitions.first(where: { $0.name == leading.subject.name })
    else { return [] }
    var notes: [RobustnessNote] = []
    for name in definition.tables where name != inquiry.table.description.name {
      let table = try await study.store.table(name, of: study)
      guard table.panel.variable.prices == inquiry.panel.variable.prices,
        table.description.geography != inquiry.table.description.geography
      else { continue }
      let subject = try study.subject(named: definition.name, in: table)
      let years = min(max(1, windows[0].expectedCount), table.panel.periods.count)
      let windows = try PeriodWindow.blocks(years: years, of: table.panel.periods)
      let series = try ConcentrationSeries(
        leading.measure,
        of: subject,
        in: table.panel,
        reference: .activity,
        periods: table.panel.periods.indices,
        windows: windows,
        evidence: evidence
      )
      notes.append(
        RobustnessNote(
          kind: "scale",
          choice: table.description.geography ?? name,
          series.direction,
          like: leading.direction,
          words: word(series.direction)
        )
      )
    }
    return notes
  }

  private func note(
    _ kind: String,
    _ choice: String,
    measure: ConcentrationMeasure? = nil,
    subject: Subject? = nil,
    reference: ConcentrationReference? = nil,
    years: Int? = nil
  ) throws -> RobustnessNote {
    let windows =
      try years.map { years in
        years == 1 ? PeriodWindow.each(of: periods) : try PeriodWindow.blocks(years: years, of: periods)
      } ?? windows
    guard let first = windows.first, let last = windows.last else {
      return RobustnessNote(
        kind: kind,
        choice: choice,
        .unknown,
        like: leading.direction,
        words: word(.unknown)
      )
    }
    let used = measure ?? leading.measure
    let ends = [first, last].map { $0.positions.map { positions.lowerBound + $0 } }
    let means = try inquiry.panel
      .concentrationEstimates(
        used,
        of: (subject ?? leading.subject).industries,
        reference: reference ?? self.reference,
        periods: ends[0] + ends[1],
        windows: [ends[0].indices, ends[0].count..<(ends[0].count + ends[1].count)],
        evidence: evidence
      )
      .means
    let direction = means[1].change(since: means[0]).direction(least: Materiality.least(used, from: means[0]))
    return RobustnessNote(
      kind: kind,
      choice: choice,
      direction,
      like: leading.direction,
      words: word(direction)
    )
  }

  private func word(_ side: Side) -> String {
    switch side {
    case .above: "more concentrated"
    case .below: "more dispersed"
    case .little: "little change"
    case .open: "cannot tell"
    case .unknown: "cannot be computed"
    }
  }
}
