import Arithmetic
import Graphics
import Measures
import Panels
import Studies

/// How specialized regions are, over all their industries.
struct RegionProfiles: Sendable {
  /// One number.
  struct Entry: Sendable {
    let region: Int
    let period: Int
    let estimate: Estimate
    /// Why there is no number.
    var reason: String?
  }

  let inquiry: Inquiry
  let measure: SpecializationMeasure
  let entries: [Entry]
  let regions: [Int]

  /// Measures each region in each period.
  ///
  /// Industries that are left out of the report are still part of a region: the measure is over all of them.
  init(
    _ inquiry: Inquiry,
    _ measure: SpecializationMeasure,
    regions: [Int],
    positions: Range<Int>,
    evidence: Evidence
  ) throws {
    guard let concentration = measure.asConcentration else {
      throw MeasureError.outOfRange("'\(measure.name)' is a number of one industry in one region.")
    }
    let panel = inquiry.panel
    let effort = RegionProfiles.effort(for: panel)
    var entries: [Entry] = []
    for period in positions {
      for region in regions {
        let profile = try panel.uncertainSpecialization(of: region, period: period)
        var draws = evidence.draws
        if profile.cells.uncertainCount == 0 { draws = nil }
        draws?.unit = UInt64(period * panel.regions.count + region)
        do throws(MeasureError) {
          let estimate = try profile.estimate(
            of: concentration,
            sampling: inquiry.sampling,
            draws: draws,
            effort: effort
          )
          entries.append(Entry(region: region, period: period, estimate: estimate))
        } catch {
          let isEmpty = Estimate(value: nil, sampling: inquiry.sampling, statuses: profile.statuses)
          entries.append(Entry(region: region, period: period, estimate: isEmpty, reason: "\(error)"))
        }
      }
    }
    self.inquiry = inquiry
    self.measure = measure
    self.entries = entries
    self.regions = regions
  }

  /// How long to search for bounds: with hundreds of rounded industries not long, for bounds that are certified and hardly
  /// wider.
  static func effort(for panel: Panel) -> BoundEffort {
    BoundEffort(nodes: max(20, 20_000 / max(1, panel.industries.count)))
  }

  private var panel: Panel { inquiry.panel }
  private var latest: [Entry] { entries.filter { $0.period == entries.last?.period } }
  private var ranked: [Entry] {
    latest.filter { $0.estimate.value != nil }
      .sorted { ($1.estimate.value ?? 0, $0.region) < ($0.estimate.value ?? 0, $1.region) }
  }
  private var period: String { latest.first.map { "\(panel.periods[$0.period])" } ?? "" }

  private var rows: [ResultRow] {
    entries.map { entry in
      var row = ResultRow(measure: measure.name, value: entry.estimate.value)
      row.region = panel.regions[entry.region].code
      row.period = "\(panel.periods[entry.period])"
      row.note = entry.reason
      if let bounds = entry.estimate.bounds {
        row.lower = bounds.lower
        row.upper = bounds.upper == .infinity ? nil : bounds.upper
      }
      if let note = entry.estimate.intervalNote() {
        row.note = note
      } else if entry.estimate.value == nil, row.note == nil {
        row.note = "cells without a number"
      }
      return row
    }
  }

  /// The finding.
  func finding() throws -> Finding {
    let id = "\(measure.name)-\(Slug.of(inquiry.table.description.name))"
    guard !ranked.isEmpty else {
      throw MeasureError.notIdentifiable(
        entries.first?.reason ?? "no region has a number for every one of its industries"
      )
    }
    return inquiry.finding(
      id,
      section: .knownFor,
      question: regions.count == 1
        ? "How specialized is \(panel.regions[regions[0]].name)?" : "Which regions are the most specialized?",
      sentence: sentence,
      grade: .fair,
      table: rows,
      figure: try figure(id: id),
      method: method
    )
  }

  /// Whether the hard bounds put one region before another.
  private func isClear(_ first: Entry, before second: Entry) -> Bool {
    guard let high = first.estimate.bounds, let low = second.estimate.bounds else { return false }
    return high.lower > low.upper
  }

  private var sentence: String {
    let title = measure.title
    guard let first = ranked.first, let last = ranked.last, let most = first.estimate.value,
      let least = last.estimate.value
    else { return "\(title) cannot be computed." }
    func name(_ entry: Entry) -> String { panel.regions[entry.region].name }
    func within(_ entry: Entry) -> String {
      guard let bounds = entry.estimate.bounds, !bounds.isExact else { return "" }
      return " (\(Words.range(bounds)))"
    }
    if ranked.count == 1 {
      return "\(title) of \(name(first)) in \(period) is \(Words.number(most))\(within(first))."
    }
    let lead =
      isClear(first, before: ranked[1])
      ? "\(name(first)) is the most specialized of \(ranked.count) regions in \(period)"
      : "\(name(first)) has the highest published number of \(ranked.count) regions in \(period), though rounding and "
        + "missing cells leave open whether \(name(ranked[1])) is above it"
    return
      "\(lead): \(title) \(Words.number(most))\(within(first)), against \(Words.number(least))\(within(last)) in \(name(last))."
  }

  private func figure(id: String) throws -> Figure? {
    guard regions.count > 1 else { return nil }
    let bars = ranked.prefix(30)
      .map { entry in
        RankedBar(
          label: panel.regions[entry.region].name,
          value: entry.estimate.value,
          interval: entry.estimate.bounds.map { Interval(lower: $0.lower, upper: $0.upper) },
          link: MarkLink(region: panel.regions[entry.region].code, period: period)
        )
      }
    return try Figure(
      id: id,
      title: "\(panel.regions[ranked[0].region].name) is published as the most specialized region",
      subtitle:
        "\(measure.title) of \(inquiry.panel.variable.name), \(period), over \(panel.industries.count) industries",
      sources: inquiry.sourceLines,
      notes: ranked.count > 30 ? ["The 30 highest of \(ranked.count); all are in the table."] : [],
      chart: .rankedBars(
        RankedBarChart(bars: Array(bars), axis: ValueAxis(title: measure.title), intervalTitle: "hard bounds")
      ),
      description: "Bars of \(measure.title) by region, the highest first."
    )
  }

  private var method: MethodNote {
    let described = measure.description
    let worked =
      ranked.first.flatMap { entry in
        entry.estimate.value.map {
          "\(panel.regions[entry.region].name): \(Words.number($0)), on a scale \(described.range). "
        }
      } ?? ""
    return MethodNote(
      formula: described.formula,
      symbols: "a: an industry's share of the region; A: its share of all regions together",
      citation: described.source,
      conventions: [
        described.convention,
        "Over all \(panel.industries.count) industries of the table, whichever are reported.",
      ],
      howToRead: worked
        + "It depends on how finely the table cuts industries: compare only within one table.",
      uncertainty:
        "Hard bounds from the rounding rule (\(inquiry.table.description.rounding.label)) and missing cells; where the "
        + "search for them is cut short they are certified and may be wider than what is possible."
    )
  }
}
