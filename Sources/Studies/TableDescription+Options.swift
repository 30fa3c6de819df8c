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

extension PanelReading {
  /// Returns the table with its regions in a geography: recoded, in their hierarchy, others refused or left out.
  func placed(
    in regions: [Region],
    geography: String,
    as description: StudyDescription.TableDescription
  ) throws -> LoadedTable {
    var byCode: [String: Region] = [:]
    for region in regions { byCode[CodeMatching.key(region.code)] = region }
    var kept: [(position: Int, region: Region)] = []
    var leftOut: [String] = []
    var unknown: [String] = []
    for (position, region) in panel.regions.elements.enumerated() {
      var code = region.code
      if let rule = description.recode.first(where: { code.hasPrefix($0.name) }) {
        code = rule.text + code.dropFirst(rule.name.count)
      }
      if description.leaveOut.contains(where: { CodeMatching.matches($0, code) }) {
        leftOut.append(region.code)
      } else if let known = byCode[CodeMatching.key(code)] {
        kept.append((position, known))
      } else {
        unknown.append(region.code)
      }
    }
    guard unknown.isEmpty || description.dropsUnknownRegions else {
      throw StudyError.unsuitable(
        table: description.name,
        reason: "\(geography) has no region '\(unknown[0])'"
          + PanelError.suggestion(NearestNames.of(unknown[0], among: regions.map(\.code)))
          + (unknown.count > 1 ? " (and \(unknown.count - 1) others)" : "")
          + ". Name the codes under 'leave out', or write 'other regions: drop'"
      )
    }
    guard !kept.isEmpty else {
      throw StudyError.unsuitable(table: description.name, reason: "none of its regions is in \(geography)")
    }
    var notices: [String] = []
    if !leftOut.isEmpty { notices.append("left out as the study says: \(leftOut.joined(separator: ", "))") }
    if !unknown.isEmpty {
      notices.append(
        "\(unknown.count) codes that \(geography) does not have were dropped: \(unknown.joined(separator: ", "))"
      )
    }
    var reading = self
    reading.panel = try panel.keeping(kept)
    return LoadedTable(description: description, reading: reading, regionNotices: notices)
  }
}
