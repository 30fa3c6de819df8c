extension Panel {
  /// Returns the panel with its industries added up to a level of a classification.
  ///
  /// Where a code belongs ``Classification/ancestor(ofNearest:at:)`` says: `30300` with the class `30.30`.
  ///
  /// - Parameters:
  ///   - level: The name of the level, such as "division".
  ///   - classification: The hierarchy.
  /// - Returns: The panel at that level, industries in the order of the classification.
  /// - Throws: ``PanelError/unknownCode(_:nearest:)`` for a code that belongs nowhere or above the level;
  ///   ``PanelError/mixedLevels(_:_:)`` and ``PanelError/chainedVolumesDoNotAdd(_:)``.
  public func addedUp(to level: String, of classification: Classification) throws(PanelError) -> Panel {
    guard variable.prices?.adds ?? true else { throw PanelError.chainedVolumesDoNotAdd(variable.name) }
    try requireOneLevelOfIndustries()
    var members: [String: [Int]] = [:]
    for (position, industry) in industries.elements.enumerated() {
      guard let code = classification.ancestor(ofNearest: industry.code, at: level) else {
        throw PanelError.unknownCode(industry.code, nearest: classification.nearest(to: industry.code))
      }
      members[code, default: []].append(position)
    }
    let axis = try Axis(classification.industries(coded: Set(members.keys)))
    let groups = axis.codes.compactMap { members[$0] }
    var sums: [Cell] = []
    sums.reserveCapacity(periods.count * regions.count * groups.count)
    for row in 0..<(periods.count * regions.count) {
      for group in groups { sums.append(cells.sum(of: group.lazy.map { row * industries.count + $0 })) }
    }
    var panel = try Panel(
      variable: variable,
      periods: periods,
      regions: regions,
      industries: axis,
      cells: CellPlane(sums)
    )
    panel.hasApportionedCells = hasApportionedCells
    panel.regionTotals = regionTotals
    panel.grandTotals = grandTotals
    return panel
  }
}

extension Classification {
  /// Returns industries with the titles of the classification, in its order; a code that is padded with zeros follows the
  /// entry that it is the undivided part of.
  func industries(coded codes: Set<String>) -> [Industry] {
    var padded: [String: [String]] = [:]
    for code in codes.sorted() where self[code]?.code != code {
      if let entry = entry(standingFor: code) { padded[entry.code, default: []].append(code) }
    }
    return entries.flatMap { entry in
      (codes.contains(entry.code) ? [Industry(code: entry.code, title: entry.title)] : [])
        + (padded[entry.code] ?? []).map { Industry(code: $0, title: title(of: $0) ?? entry.title) }
    }
  }
}
