import Measures
import Panels
import Studies

/// The growth of an industry by region, a year, in per cent.
struct RegionalGrowth: Sendable {
  /// One number a region; nil where it cannot be computed.
  let rates: [Double?]
  /// First and last period.
  let span: String
  /// How it was computed.
  let convention: String

  init(_ inquiry: Inquiry, subject: Subject, positions: Range<Int>) async throws {
    let panel = inquiry.panel
    guard let first = positions.first, let last = positions.last, first != last else {
      throw MeasureError.outOfRange("Growth needs two periods; give a wider --periods.")
    }
    let years = panel.periods[last].decimalYear - panel.periods[first].decimalYear
    span = "\(panel.periods[first])–\(panel.periods[last])"
    let isChained = !(panel.variable.prices?.adds ?? true) && subject.industries.count > 1
    var indices: [[Double]?] = []
    if isChained {
      guard let name = inquiry.table.description.current else {
        throw StudyError.unsuitable(
          table: inquiry.table.description.name,
          reason:
            "the volume of several industries is chained with their values in current prices; name that table as 'current'"
        )
      }
      let current = try await inquiry.study.store.table(name, of: inquiry.study)
      indices = try RegionalGrowth.chained(panel, current.panel, subject: subject, positions: positions)
    } else {
      indices = panel.regions.indices.map { region in
        let ends = [first, last].map { panel.byRegion(sumOf: subject.industries, period: $0)[region].value }
        guard let start = ends[0], let end = ends[1] else { return nil }
        return [start, end]
      }
    }
    rates = indices.map { series in
      guard let start = series?.first, let end = series?.last else { return nil }
      return try? 100 * Growth.annualRate(from: start, to: end, years: years)
    }
    convention =
      isChained
      ? "Volume of the industries together, chained year by year with the values of the year before as weights."
      : "Compound growth a year between the first and the last period."
  }

  private static func chained(
    _ volumes: Panel,
    _ values: Panel,
    subject: Subject,
    positions: Range<Int>
  ) throws -> [[Double]?] {
    let periods = try positions.map { try values.position(of: volumes.periods[$0]) }
    let industries = try subject.industries.map { industry -> Int in
      let code = volumes.industries[industry].code
      guard let position = values.industries.position(of: code) else {
        throw PanelError.unknownCode(code, nearest: NearestNames.of(code, among: values.industries.codes))
      }
      return position
    }
    return volumes.regions.indices.map { region in
      guard let other = values.regions.position(of: volumes.regions[region].code) else { return nil }
      let quantity = subject.industries.map { industry in
        positions.map { volumes.cells.values[volumes.offset(period: $0, region: region, industry: industry)] }
      }
      let value = industries.map { industry in
        periods.map { values.cells.values[values.offset(period: $0, region: other, industry: industry)] }
      }
      return try? ChainedVolume.index(volumes: quantity, values: value)
    }
  }
}
