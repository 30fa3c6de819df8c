import Geography
import Measures
import Panels
import Readers
import Studies

extension GroupOptions {
  /// Returns the groups that were asked for, on the regions of a table.
  func grouping(on table: LoadedTable, of study: Study) async throws -> Grouping? {
    if let groups { return try table.panel.regions.grouping(file: study.inputFileAsNamed(groups)) }
    guard let group else { return nil }
    return try await study.grouping(named: group, on: table)
  }
}

extension Study {
  /// Returns whether the regions of a table lie in those for which a group is defined.
  func divides(_ group: StudyDescription.Group, _ table: StudyDescription.TableDescription) -> Bool {
    guard var own = table.geography else { return false }
    let base: String?
    switch group.rule {
    case .codes(let geography, _): base = geography
    case .shareAbove(_, let name, _, _): base = name.map { geography(ofTable: $0) } ?? own
    case .density(let name, _, _, _), .quantiles(let name, _, _): base = geography(ofTable: name)
    }
    var passed: Set<String> = []
    while own != base, passed.insert(own).inserted {
      guard let parent = description.geographies.first(where: { $0.name == own })?.parent else {
        return false
      }
      own = parent
    }
    return own == base
  }

  /// Returns the first group that is no variant, if the regions of a table lie in those for which it is defined.
  func mainGroup(dividing table: StudyDescription.TableDescription) -> StudyDescription.Group? {
    description.groups.first { $0.isVariantOf == nil }.flatMap { divides($0, table) ? $0 : nil }
  }

  private func geography(ofTable name: String) -> String? {
    description.tables.first { $0.name == name }?.geography
  }

  /// Returns groups of the study on the regions of a table.
  ///
  /// A table of finer regions inherits the groups of the regions in which its own lie.
  func grouping(named name: String, on table: LoadedTable) async throws -> Grouping {
    if name == "parent" { return try await parents(on: table) }
    guard let group = description.groups.first(where: { CodeMatching.matches($0.name, name) }) else {
      throw StudyError.unknownName(
        kind: "group",
        name: name,
        nearest: NearestNames.of(name, among: description.groups.map(\.name) + ["parent"])
      )
    }
    switch group.rule {
    case .codes(let geography, let codes):
      return try await inherited(on: table, from: geography) { regions throws(MeasureError) in
        try Grouping.list(name: group.name, codes: codes, on: regions, member: group.name, rest: group.rest)
      }
    case .shareAbove(let selectors, let tableName, let year, let deviations):
      let base = try await store.table(tableName ?? table.description.name, of: self)
      let industries = try base.panel.industries.positions(matching: selectors)
      let rule = try base.panel.group(
        byShareOf: industries,
        in: base.panel.position(of: Period(year: year)),
        aboveMeanPlus: deviations,
        name: group.name,
        member: group.name,
        rest: group.rest,
        comparedOver: PeriodWindow.whole(of: table.panel.periods)
      )
      return try await inherited(rule.grouping, of: base, on: table)
    case .density(let population, let year, let cuts, let names):
      return try await byDensity(population, year: year, on: table) { values throws(MeasureError) in
        try Grouping.cuts(name: group.name, values: values, at: cuts, names: names)
      }
    case .quantiles(let population, let year, let count):
      let names = (1...count).map { "density class \($0) of \(count)" }
      return try await byDensity(population, year: year, on: table) { values throws(MeasureError) in
        try Grouping.quantiles(name: group.name, values: values, names: names)
      }
    }
  }

  private func parents(on table: LoadedTable) async throws -> Grouping {
    var grouping = try Grouping.parents(of: table.panel.regions)
    if let own = table.description.geography, let parent = try geography(named: own).parent {
      let names = try await store.layer(parent, of: self)
      grouping.groups = grouping.groups.map { names[$0]?.name ?? $0 }
      grouping.name = parent
    }
    return grouping
  }

  /// Makes groups on a geography, and passes them on to the regions of a table that lie in it.
  private func inherited(
    on table: LoadedTable,
    from geography: String,
    make: (Axis<Region>) throws(MeasureError) -> Grouping
  ) async throws -> Grouping {
    guard let own = table.description.geography, own != geography else {
      return try make(table.panel.regions)
    }
    let axis = try await Axis(regions(of: geography))
    return try await passedOn(make(axis), from: axis, own: own, to: table)
  }

  /// Passes groups of one table's regions on to another's.
  private func inherited(_ grouping: Grouping, of base: LoadedTable, on table: LoadedTable) async throws
    -> Grouping
  {
    guard let own = table.description.geography, base.panel.regions != table.panel.regions else {
      return grouping
    }
    return try await passedOn(grouping, from: base.panel.regions, own: own, to: table)
  }

  private func passedOn(
    _ grouping: Grouping,
    from axis: Axis<Region>,
    own: String,
    to table: LoadedTable
  ) async throws -> Grouping {
    let lineage = try await lineage(of: own)
    var result = grouping
    result.membership = table.panel.regions.elements.map { region in
      let codes = lineage[CodeMatching.key(region.code)] ?? [region.code]
      return codes.lazy.compactMap { axis.position(of: $0) }.first.flatMap { grouping.membership[$0] }
    }
    return result
  }

  private func byDensity(
    _ population: String,
    year: Int,
    on table: LoadedTable,
    make: ([Double?]) throws(MeasureError) -> Grouping
  ) async throws -> Grouping {
    let people = try await store.table(population, of: self)
    guard let geography = people.description.geography else {
      throw StudyError.unsuitable(
        table: population,
        reason: "it has no geography, so that its regions have no area"
      )
    }
    let layer = try await store.layer(geography, of: self)
    let period = try people.panel.position(of: Period(year: year))
    let values = people.panel.regions.indices.map { region -> Double? in
      guard let count = people.panel[period, region, 0].value,
        let boundary = layer[people.panel.regions[region].code]
      else { return nil }
      return count / boundary.area
    }
    return try await inherited(try make(values), of: people, on: table)
  }

  /// Returns a file that the user named, not the study.
  func inputFileAsNamed(_ file: String) -> InputFile { InputFile(file) }
}

extension Axis where Element == Region {
  /// Reads groups from a table with the columns region and group.
  func grouping(file: InputFile) throws -> Grouping {
    let table = try TextTable(file)
    let codeColumn = try table.requireColumn("region", role: "the code of the region")
    let groupColumn = try table.requireColumn("group", role: "the name of the group")
    var groups: [String] = []
    var membership = [Int?](repeating: nil, count: count)
    for row in table.rows {
      let (code, name) = (row[codeColumn], row[groupColumn])
      guard let position = position(of: code) else {
        throw PanelError.unknownCode(code, nearest: NearestNames.of(code, among: self.codes))
      }
      if !groups.contains(name) { groups.append(name) }
      if let before = membership[position], groups[before] != name {
        throw PanelError.duplicateCode(code)
      }
      membership[position] = groups.firstIndex(of: name)
    }
    return Grouping(name: "groups", groups: groups, membership: membership, rule: "the list in \(file.name)")
  }
}
