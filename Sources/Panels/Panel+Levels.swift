extension Panel {
  /// Returns the panel with its industries added up to a level of a classification.
  ///
  /// A code that the classification does not have belongs where the longest beginning of it that the classification has
  /// does: `30300` of a five-digit list belongs with the class `30.30`.
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
        throw PanelError.unknownCode(industry.code, nearest: [])
      }
      members[code, default: []].append(position)
    }
    let entries = classification.entries.filter { $0.level == level && members[$0.code] != nil }
    let groups = entries.compactMap { members[$0.code] }
    let axis = try Axis(entries.map { Industry(code: $0.code, title: $0.title) })
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
    panel.regionTotals = regionTotals
    panel.grandTotals = grandTotals
    return panel
  }
}

extension Classification {
  /// Returns the code of a level that a code, or the longest beginning of it that is known, is part of.
  ///
  /// - Parameters:
  ///   - code: A code, possibly finer than the classification.
  ///   - level: The name of the level.
  /// - Returns: The code, or nil if no beginning of it is known, or it lies above the level.
  public func ancestor(ofNearest code: String, at level: String) -> String? {
    var beginning = code
    while !beginning.isEmpty {
      if self[beginning] != nil, let found = ancestor(of: beginning, at: level) { return found }
      beginning.removeLast()
    }
    return nil
  }
}
