import Panels
import Readers

extension PanelReading {
  /// Returns the table with its regions in a geography: recoded, in their hierarchy, others refused or left out.
  ///
  /// - Parameters:
  ///   - regions: The regions of the geography; nil for a table without one, whose regions are all known.
  ///   - description: What the study says of the table.
  ///   - leftOut: Codes that were left out already, before a lookup.
  /// - Throws: ``StudyError/unsuitable(table:reason:)`` for a region that the geography does not have, or a code to leave
  ///   out that no region has.
  /// - Returns: The table, with what was done to its regions.
  func placed(
    in regions: [Region]?,
    as description: StudyDescription.TableDescription,
    leftOut: [String] = []
  ) throws -> LoadedTable {
    let geography = description.geography ?? "the table"
    let known = regions.map { regions in
      Dictionary(regions.map { (CodeMatching.key($0.code), $0) }, uniquingKeysWith: { first, _ in first })
    }
    var places = RegionPlaces()
    places.leftOut = leftOut
    places.usedSelectors = Set(
      description.leaveOut.filter { selector in leftOut.contains { CodeMatching.matches($0, selector) } }
    )
    for (position, region) in panel.regions.elements.enumerated() {
      places.place(region, at: position, known: known, as: description)
    }
    guard places.unknown.isEmpty || description.dropsUnknownRegions else {
      throw StudyError.unsuitable(
        table: description.name,
        reason: "\(geography) has no region '\(places.unknown[0])'"
          + PanelError.suggestion(NearestNames.of(places.unknown[0], among: (regions ?? []).map(\.code)))
          + (places.unknown.count > 1 ? " (and \(places.unknown.count - 1) others)" : "")
          + (CodeVintage.words(of: panel.regions.codes, column: description.region ?? "region")
            .map { "; the codes of the table are \($0)" } ?? "")
          + ". If they are of another date, name a lookup under 'lookups: {region: FILE}'; else name the codes under "
          + "'leave out', or write 'other regions: drop'"
      )
    }
    if let idle = description.leaveOut.first(where: { !places.usedSelectors.contains($0) }) {
      throw StudyError.unsuitable(
        table: description.name,
        reason: "'leave out' names '\(idle)', and no region of the file is called so"
          + PanelError.suggestion(NearestNames.of(idle, among: panel.regions.codes))
      )
    }
    guard !places.kept.isEmpty else {
      throw StudyError.unsuitable(table: description.name, reason: "none of its regions is in \(geography)")
    }
    var reading = self
    do throws(PanelError) {
      reading.panel = try panel.keeping(places.kept)
    } catch {
      throw StudyError.unsuitable(
        table: description.name,
        reason: "after 'recode' two of its regions have one code. \(error)".trimmedStop
      )
    }
    return LoadedTable(
      description: description,
      reading: reading,
      regionNotices: places.notices(geography: geography)
    )
  }
}

/// Where the regions of a table belong, and what was done to them.
private struct RegionPlaces {
  var kept: [(position: Int, region: Region)] = []
  var leftOut: [String] = []
  var unknown: [String] = []
  var recoded: [String] = []
  var usedSelectors: Set<String> = []

  /// Finds where a region belongs.
  mutating func place(
    _ region: Region,
    at position: Int,
    known: [String: Region]?,
    as description: StudyDescription.TableDescription
  ) {
    var code = region.code
    if let rule = description.recode.first(where: { code.hasPrefix($0.name) }) {
      code = rule.text + code.dropFirst(rule.name.count)
    }
    let selectors = description.leaveOut.filter {
      CodeMatching.matches($0, code) || CodeMatching.matches($0, region.code)
    }
    usedSelectors.formUnion(selectors)
    if !selectors.isEmpty {
      leftOut.append(region.code)
      return
    }
    guard let known else {
      kept.append((position, Region(code: code, name: region.name, parent: region.parent)))
      if code != region.code { recoded.append(region.code) }
      return
    }
    guard let place = known[CodeMatching.key(code)] else {
      unknown.append(region.code)
      return
    }
    kept.append((position, place))
    if code != region.code { recoded.append(region.code) }
  }

  /// What was done, in words, with how many regions.
  func notices(geography: String) -> [String] {
    var notices: [String] = []
    if !recoded.isEmpty {
      notices.append("\(RegionPlaces.regions(recoded)) recoded as the study says")
    }
    if !leftOut.isEmpty {
      notices.append(
        "\(RegionPlaces.regions(leftOut)) left out as the study says: \(leftOut.joined(separator: ", "))"
      )
    }
    if !unknown.isEmpty {
      notices.append(
        "\(RegionPlaces.regions(unknown)) dropped that \(geography) does not have: \(unknown.joined(separator: ", "))"
      )
    }
    return notices
  }

  private static func regions(_ codes: [String]) -> String {
    codes.count == 1 ? "1 region" : "\(codes.count) regions"
  }
}

extension String {
  /// The text without a full stop at its end.
  fileprivate var trimmedStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
