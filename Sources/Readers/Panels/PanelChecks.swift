import Panels

/// What can be wrong with a panel that was read without error.
enum PanelChecks {
  /// Mixed levels, and totals that do not add.
  static func notices(_ panel: Panel) -> [ReadNotice] {
    var notices: [ReadNotice] = []
    do throws(PanelError) {
      try panel.requireOneLevelOfIndustries()
    } catch {
      notices.append(
        panel.regionTotals == nil
          ? ReadNotice(.warning, "the industries are of several levels: \(error)")
          : ReadNotice(.note, "the industries are of several levels; shares rest on the published totals")
      )
      return notices
    }
    if panel.variable.prices?.adds ?? true { notices += residuals(panel) }
    return notices
  }

  /// The largest difference of a published total and the sum of its cells, where no bounds explain it.
  private static func residuals(_ panel: Panel) -> [ReadNotice] {
    guard let totals = panel.regionTotals else { return [] }
    var count = 0
    var compared = 0
    var worst = (size: 0.0, text: "")
    let width = panel.industries.count
    for period in panel.periods.indices {
      for region in panel.regions.indices {
        let total = totals[period * panel.regions.count + region]
        guard let value = total.value else { continue }
        let base = panel.offset(period: period, region: region, industry: 0)
        let sum = panel.cells.sum(of: base..<base + width)
        guard let added = sum.value else { continue }
        compared += 1
        let slack = 1e-9 * max(1, abs(value))
        guard total.bounds.lower > sum.bounds.upper + slack || total.bounds.upper < sum.bounds.lower - slack
        else {
          continue
        }
        count += 1
        if abs(value - added) > worst.size {
          worst = (
            abs(value - added),
            "\(panel.regions[region].label) \(panel.periods[period]): total \(NumberText.shortest(value)), "
              + "sum \(NumberText.shortest(added)), residual \(NumberText.shortest(value - added))"
          )
        }
      }
    }
    guard count > 0 else { return [] }
    return [
      ReadNotice(
        .warning,
        "\(count) of \(compared) totals over industries are not the sum of their cells; largest: \(worst.text)"
      )
    ]
  }
}
