import Measures
import Panels
import Studies

/// How much an industry as a whole grew, apart from prices.
struct WholeGrowth: Sendable {
  /// The change from the first period to the last one, as a share: 0.1 is a tenth more.
  let change: Double
  /// First and last period.
  let span: String
  /// What grew: its volume, or its jobs.
  let what: String

  /// Whether it neither grew nor shrank by as much as is printed.
  var isSlight: Bool { change.magnitude < Words.slightChange }
}

extension Inquiry {
  /// Returns the growth of a subject in all regions together: of its count, or of its volume if the study has a table of
  /// volumes for this one in current prices.
  ///
  /// The volume of several industries is chained from their own, since chained volumes do not add; that of one industry
  /// is the sum of its regions, which is exact in the year of reference and close to it elsewhere.
  func growth(of subject: Subject, positions: Range<Int>) async throws -> WholeGrowth? {
    guard let first = positions.first, let last = positions.last, first != last else { return nil }
    if panel.variable.prices == nil {
      let ends = [first, last]
        .map {
          panel.byRegion(sumOf: subject.industries, period: $0).sum(of: panel.regions.indices).value
        }
      guard let start = ends[0], let end = ends[1], start > 0 else { return nil }
      return WholeGrowth(
        change: end / start - 1,
        span: "\(panel.periods[first])–\(panel.periods[last])",
        what: panel.variable.name
      )
    }
    let name = table.description.name
    guard let volumes = study.description.tables.first(where: { $0.current == name }),
      study.description.definitions.contains(where: {
        $0.name == subject.name && $0.selectors(for: volumes.name) != nil
      })
    else { return nil }
    let other = try await study.store.table(volumes.name, of: study)
    return try volumeGrowth(
      of: study.subject(named: subject.name, in: other),
      in: other.panel,
      positions: positions
    )
  }

  private func volumeGrowth(of subject: Subject, in volumes: Panel, positions: Range<Int>) throws
    -> WholeGrowth?
  {
    let known = Set(volumes.periods)
    let periods = panel.periods[positions].filter(known.contains)
    guard let first = periods.first, let last = periods.last, first != last else { return nil }
    let here = try periods.map { try panel.position(of: $0) }
    let there = try periods.map { try volumes.position(of: $0) }
    var (quantities, values): ([[Double]], [[Double]]) = ([], [])
    for industry in subject.industries {
      guard let own = panel.industries.position(of: volumes.industries[industry].code) else { return nil }
      let volume = there.map {
        volumes.byRegion(sumOf: [industry], period: $0).sum(of: volumes.regions.indices).value
      }
      let value = here.map { panel.byRegion(sumOf: [own], period: $0).sum(of: panel.regions.indices).value }
      quantities.append(volume.compactMap(\.self))
      values.append(value.compactMap(\.self))
    }
    guard let index = try? ChainedVolume.index(volumes: quantities, values: values), let start = index.first,
      let end = index.last, start > 0
    else { return nil }
    return WholeGrowth(change: end / start - 1, span: "\(first)–\(last)", what: "volume")
  }
}

extension ConcentrationAnswer {
  /// Whether the industry grew or shrank while it concentrated: growth or consolidation.
  func weight(of subject: Subject, growth: WholeGrowth?) throws -> String {
    let panel = inquiry.panel
    guard let first = positions.first, let last = positions.last, first != last,
      panel.variable.prices?.adds ?? true
    else { return "" }
    func share(_ period: Int) -> Double? {
      let part = panel.byRegion(sumOf: subject.industries, period: period).sum(of: panel.regions.indices)
        .value
      let all = try? panel.activityByRegion(period: period).sum(of: panel.regions.indices).value
      guard let part, let all, all != 0 else { return nil }
      return part / all
    }
    var parts: [String] = []
    if let before = share(first), let after = share(last) {
      parts.append(
        "its share of all activity\(panel.variable.prices == nil ? "" : ", at current prices,") "
          + Words.move(
            after > before,
            Words.percent(before),
            "\(panel.periods[first])",
            Words.percent(after),
            "\(panel.periods[last])"
          )
      )
    }
    if let growth {
      parts.append(
        "its \(growth.what) \(Words.change(byShare: growth.change)) (\(growth.span))"
      )
    }
    guard !parts.isEmpty else { return "" }
    return " " + Words.capitalized(parts.joined(separator: "; ")) + "." + kind(growth)
  }

  private func kind(_ growth: WholeGrowth?) -> String {
    guard let growth, !growth.isSlight else { return "" }
    switch (leading.direction, growth.change < 0) {
    case (.above, true): return " It concentrated while it shrank: by consolidation."
    case (.above, false): return " It concentrated while it grew, not by consolidation of the whole."
    case (.below, true): return " It dispersed while it shrank."
    case (.below, false): return " It dispersed while it grew."
    default: return ""
    }
  }

  /// Where another choice gives another answer, and whether the other scales agree.
  func otherChoices(_ robustness: [RobustnessNote]) -> String {
    var text = ""
    let same = robustness.filter { $0.kind == "scale" && $0.agrees }.map(\.choice)
    if !same.isEmpty { text += " At \(Words.list(same)) the answer is the same." }
    let other = robustness.filter { !$0.agrees }.map { "\($0.choice) as the \($0.kind) (\($0.answer))" }
    if !other.isEmpty { text += " Another answer comes from \(Words.list(other))." }
    return text
  }

  /// A short title for the figure.
  var headline: String {
    let name = Words.capitalized(leading.subject.plainName)
    let title = leading.measure.description.title
    guard let first = leading.means.first, let last = leading.means.last, leading.means.count > 1,
      let start = headlineNumber(first), let end = headlineNumber(last)
    else { return "\(title) of \(leading.subject.plainName)" }
    let basis = leading.direction.isTold ? leading.change?.changeEvidence : nil
    let ends = "\(title) \(start)\(first.value == nil ? ", then" : " to") \(end)\(evidence.remark(basis))"
    switch leading.direction {
    case .above: return "\(name) has become more concentrated: \(ends)"
    case .below: return "\(name) has become more dispersed: \(ends)"
    case .little: return "\(name) has neither concentrated nor dispersed by much: \(ends)"
    case .open, .unknown:
      return "Whether \(leading.subject.plainName) concentrates cannot be told: \(ends)"
    }
  }

  /// A number, or between what it lies.
  private func headlineNumber(_ number: Estimate) -> String? {
    if let value = number.value { return Words.number(value) }
    guard let bounds = number.bounds, bounds.upper.isFinite else { return nil }
    return "between \(Words.number(bounds.lower)) and \(Words.number(bounds.upper))"
  }
}
