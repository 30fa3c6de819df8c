import Panels
package import Readers

extension StudyDescription.TableDescription {
  /// How the file becomes a panel.
  package var panelOptions: PanelOptions {
    get throws(ReadError) { try makePanelOptions() }
  }

  private func makePanelOptions() throws(ReadError) -> PanelOptions {
    var options = PanelOptions(
      variable: Variable(name: variable ?? value ?? "value", unit: unit, prices: prices),
      region: region,
      period: period,
      value: value
    )
    if let industry {
      options.industry = .named(industry)
    } else if isOfRegionsAlone {
      options.industry = .constant(StudyDescription.TableDescription.allActivity)
    }
    if let regionName { options.regionName = .named(regionName) }
    if let industryTitle { options.industryTitle = .named(industryTitle) }
    if let status { options.status = .named(status) }
    options.filters = keep
    options.total = total
    options.totalRegion = totalRegion
    options.rounding = rounding
    if let profile { options.profile = try ProfileName(named: profile) }
    return options
  }

  /// The code of the only industry of a table without industries.
  public static let allActivity = "all"

  /// Whether the table says of regions alone, such as their population: a study names no industry column for it.
  public var isOfRegionsAlone: Bool { industry == nil && !detectsColumns }
}
