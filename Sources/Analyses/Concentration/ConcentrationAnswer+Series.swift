import Graphics
import Measures
import Panels
import Studies

extension ConcentrationAnswer {
  /// The finding on whether the subjects concentrate or disperse.
  func seriesFinding(robustness: [RobustnessNote], growth: WholeGrowth?, isHeadline: Bool) throws -> Finding {
    let sentence =
      try sentence(for: leading) + weight(of: leading.subject, growth: growth) + otherChoices(robustness)
    let rows = series.flatMap { $0.flatMap { $0.rows() } }
    let id =
      "concentration-\(Slug.of(inquiry.table.description.name))-\(series[0].map { Slug.of($0.measure.name) }.joined(separator: "-"))"
    let several = series[0].count > 1
    return inquiry.finding(
      id,
      section: .whereAndConcentrating,
      question: several
        ? "Do other measures agree on whether \(leading.subject.name) concentrates?"
        : "Is \(leading.subject.name) concentrating or dispersing?",
      sentence: several ? agreement(on: leading.subject.name) : sentence,
      grade: isFirm(robustness) ? .firm : grade,
      table: rows,
      notes: notes,
      figure: try figure(
        id: id,
        title: several ? String(agreement(on: leading.subject.plainName).dropLast()) : headline
      ),
      method: method,
      robustness: robustness,
      cautions: leading.means.compactMap(\.reason).prefix(1).map { "Bounds are missing: \($0)" },
      isHeadline: isHeadline && !several
    )
  }

  /// What most of the measures say of the subject under a name; without a majority, what each part of them says.
  private func agreement(on name: String) -> String {
    let measures = series[0]
    let span = "between \(windows[0].label) and \(windows[windows.count - 1].label)"
    let words = measures.map { ConcentrationAnswer.word(for: $0.direction) }
    var counted: [(word: String, count: Int)] = []
    for word in words where !counted.contains(where: { $0.word == word }) {
      counted.append((word, words.count { $0 == word }))
    }
    if let most = counted.first(where: { $0.count * 2 > measures.count }) {
      return "\(most.count) of \(measures.count) measures of concentration call \(name) \(most.word) \(span)."
    }
    let parts = counted.map { "\($0.count) \($0.count == 1 ? "calls" : "call") it \($0.word)" }
    return "The measures do not agree on \(name) \(span): of \(measures.count), \(Words.list(parts))."
  }

  private static func word(for direction: Side) -> String {
    switch direction {
    case .above: "more concentrated"
    case .below: "more dispersed"
    case .little: "little changed"
    default: "undecided"
    }
  }

  /// Whether neither another choice nor any rounding gives another answer.
  private func isFirm(_ robustness: [RobustnessNote]) -> Bool {
    !robustness.isEmpty && robustness.allSatisfy(\.agrees) && grade != .open
      && leading.change?.changeEvidence == .hardBounds
  }

  private var notes: [String] {
    let cut = windows.compactMap(\.note)
    return (cut.isEmpty ? [] : ["The last window is cut short: \(cut.joined(separator: "; "))."])
      + [inquiry.earlier?.words(leading.change)].compactMap(\.self)
  }

  private func figure(id: String, title: String) throws -> Figure? {
    guard positions.count > 1 else { return try barFigure(id: id, title: title) }
    let isBlock = windows.contains { $0.positions.count > 1 }
    let shown = Array(series.prefix(6))
    let chart: Chart
    if series[0].count > 1 {
      let panels = series[0]
        .map { measured in
          SmallPanel(
            title: measured.measure.description.title,
            content: .lines([measured.line(periods: periods, showsMeans: isBlock)])
          )
        }
      chart = .smallMultiples(
        SmallMultiples(panels: panels, vertical: ValueAxis(title: "Measure"), freeVertical: true)
      )
    } else {
      chart = .line(
        LineChart(
          series: shown.enumerated()
            .map { position, measures in
              measures[0].line(periods: periods, showsMeans: isBlock && position == 0)
            },
          vertical: ValueAxis(title: leading.measure.description.title, includesZero: true)
        )
      )
    }
    return try Figure(
      id: id,
      title: title,
      subtitle:
        "\(series[0].map(\.measure.description.title).joined(separator: ", ")) \(reference.label), of "
        + "\(inquiry.measured), \(scope), \(span)\(averaging)",
      sources: inquiry.sourceLines,
      notes: series.count > shown.count ? ["\(series.count - shown.count) more are in the table."] : [],
      chart: chart,
      description:
        "Lines of \(leading.measure.description.title) by year for \(Words.list(shown.map { $0[0].subject.name }))."
    )
  }

  private func barFigure(id: String, title: String) throws -> Figure? {
    let bars = series.prefix(30)
      .compactMap { measures -> RankedBar? in
        guard let mean = measures[0].means.first else { return nil }
        return RankedBar(
          label: measures[0].subject.shortName,
          value: mean.value,
          interval: mean.bounds.map { Interval(lower: $0.lower, upper: $0.upper) },
          status: mean.value == nil ? .notAvailable : .observed,
          link: MarkLink(industry: measures[0].subject.code)
        )
      }
    return try Figure(
      id: id,
      title: title,
      subtitle:
        "\(leading.measure.description.title) \(reference.label), of \(inquiry.measured), \(scope), \(span)",
      sources: inquiry.sourceLines,
      chart: .rankedBars(
        RankedBarChart(
          bars: bars.sorted { ($0.value ?? -1) > ($1.value ?? -1) },
          axis: ValueAxis(title: leading.measure.description.title),
          intervalTitle: "hard bounds"
        )
      ),
      description: "Bars of \(leading.measure.description.title) by industry."
    )
  }

  /// How the numbers were made.
  var method: MethodNote {
    let described = series[0].map(\.measure.description)
    var worked = ""
    if let window = windows.first, let value = leading.means.first?.value {
      worked =
        "In \(window.label) the \(leading.measure.description.title.lowercasedFirst) of \(leading.subject.name) is "
        + "\(Words.number(value)). 0 would mean that every region has the same share of it as of the reference."
    }
    return MethodNote(
      formula: described.map { "\($0.title): \($0.formula)" }.joined(separator: "\n"),
      symbols: "s: a region's share of the industry; x: its share of the reference (\(reference.label))",
      citation: described.map(\.source).joined(separator: "; "),
      conventions: described.map(\.convention)
        + (windows.contains { $0.positions.count > 1 }
          ? ["A window's number is the mean of the yearly numbers."] : []) + [Materiality.rule],
      howToRead: worked + " The ribbon is what rounding and missing cells leave possible.",
      uncertainty: evidence.note(rule: inquiry.table.description.rounding.label, isEverywhere: false) + " "
        + (inquiry.table.description.samplingCV == nil
          ? "The sampling or modelling error of the source is not declared and not covered." : "")
    )
  }
}
