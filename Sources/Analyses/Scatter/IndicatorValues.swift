import Panels
import Readers
import Studies

/// An indicator by region, in the order of a table's regions.
struct IndicatorValues: Sendable {
  /// The name to print.
  let name: String
  /// The unit.
  let unit: String
  /// One number a region; nil where there is none.
  let values: [Double?]
  /// What must be read with it.
  let cautions: [String]
  /// Where it comes from.
  let sources: [SourceNote]
}

extension Study {
  /// Returns an indicator of the study, or of a table with the columns region and value, on the regions of a table.
  func indicator(named name: String?, on table: LoadedTable) async throws -> IndicatorValues {
    guard let name = name ?? description.indicators.first?.name else {
      throw StudyError.missing(
        analysis: Scatter.name,
        needs: ["an indicator: --indicator NAME, or a table with the columns region and value"]
      )
    }
    if let indicator = description.indicators.first(where: { CodeMatching.matches($0.name, name) }) {
      return try await values(of: indicator, on: table)
    }
    guard isSingleTable || name.contains(".") else {
      throw StudyError.unknownName(
        kind: "indicator",
        name: name,
        nearest: NearestNames.of(name, among: description.indicators.map(\.name))
      )
    }
    return try fileIndicator(name, on: table)
  }

  private func values(of indicator: StudyDescription.Indicator, on table: LoadedTable) async throws
    -> IndicatorValues
  {
    let above = try await store.table(indicator.numerator, of: self)
    let below = try await indicator.denominator.asyncMap { try await store.table($0, of: self) }
    var partial: [String] = []
    var values: [Double?] = []
    for region in table.panel.regions.elements {
      let years = try indicator.years.compactMap { year -> Double? in
        guard let top = try above.value(region: region.code, year: year) else { return nil }
        guard let below else { return top }
        guard let bottom = try below.value(region: region.code, year: year), bottom != 0 else { return nil }
        return top / bottom
      }
      if !years.isEmpty, years.count < indicator.years.count { partial.append(region.name) }
      values.append(years.isEmpty ? nil : indicator.scale * years.reduce(0, +) / Double(years.count))
    }
    guard values.contains(where: { $0 != nil }) else {
      throw StudyError.unsuitable(
        table: table.description.name,
        reason:
          "indicator '\(indicator.name)' has a number for none of its regions; it speaks of the regions of '\(indicator.numerator)'"
      )
    }
    var cautions = [indicator.caution].compactMap(\.self)
    if !partial.isEmpty {
      cautions.append("The mean rests on fewer years in \(Words.list(partial, most: 8)).")
    }
    return IndicatorValues(
      name: indicator.name,
      unit: "\(indicator.unit), mean of \(indicator.years.lowerBound)–\(indicator.years.upperBound)",
      values: values,
      cautions: cautions,
      sources: [sourceNote(of: above.description)] + (below.map { [sourceNote(of: $0.description)] } ?? [])
    )
  }

  private func fileIndicator(_ file: String, on table: LoadedTable) throws -> IndicatorValues {
    let text = try TextTable(InputFile(file))
    let codes = try text.requireColumn("region", role: "the code of the region")
    let column = try text.requireColumn("value", role: "the indicator")
    var values = [Double?](repeating: nil, count: table.panel.regions.count)
    for (number, row) in text.rows.enumerated() {
      guard let position = table.panel.regions.position(of: row[codes]) else {
        throw PanelError.unknownCode(
          row[codes],
          nearest: NearestNames.of(row[codes], among: table.panel.regions.codes)
        )
      }
      guard let value = Double(row[column]), value.isFinite else {
        throw ReadError.unknownMarker(place: text.place(row: number, column: column), profile: "tidy")
      }
      guard values[position] == nil else { throw PanelError.duplicateCode(row[codes]) }
      values[position] = value
    }
    return IndicatorValues(name: text.header[column], unit: "", values: values, cautions: [], sources: [])
  }
}

extension LoadedTable {
  /// The number of a region in a year: all activity, in a table with industries.
  fileprivate func value(region: String, year: Int) throws -> Double? {
    guard let position = panel.regions.position(of: region),
      let period = panel.periods.firstIndex(of: Period(year: year))
    else { return nil }
    return panel.industries.count == 1
      ? panel[period, position, 0].value : try panel.activityByRegion(period: period)[position].value
  }
}
