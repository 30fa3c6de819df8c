import Panels

/// The cells of a panel in the order of their codes, without the texts that they came from.
struct CellList: Equatable {
  /// One cell with its codes and names.
  struct Item: Equatable, CustomStringConvertible {
    var region: String
    var regionName: String
    var industry: String
    var industryTitle: String
    var period: String
    var value: Double?
    var bounds: Bounds
    var status: CellStatus

    var description: String {
      "\(region)|\(industry)|\(period): \(value.map { "\($0)" } ?? "–") \(bounds) \(status)"
    }
  }

  var items: [Item] = []

  init(_ panel: Panel) {
    for (p, period) in panel.periods.enumerated() {
      for region in panel.regions.indices {
        for industry in panel.industries.indices {
          let cell = panel[p, region, industry]
          items.append(
            Item(
              region: panel.regions[region].code,
              regionName: panel.regions[region].name,
              industry: panel.industries[industry].code,
              industryTitle: panel.industries[industry].title,
              period: period.description,
              value: cell.value,
              bounds: cell.bounds,
              status: cell.status
            )
          )
        }
      }
    }
    items.sort { ($0.region, $0.industry, $0.period) < ($1.region, $1.industry, $1.period) }
  }
}
