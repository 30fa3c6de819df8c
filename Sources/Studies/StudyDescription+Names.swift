internal import Panels

extension StudyDescription {
  /// Checks that what the file names elsewhere in itself exists, and that no geography lies in itself.
  func requireKnownNames(in root: StudyNode) throws(StudyError) {
    try requireKnownNamesOfTables(in: root)
    try requireKnownNamesOfGeographies(in: root)
    for definition in definitions {
      try root.require(
        definition.isVariantOf,
        among: definitions.map(\.name).filter { $0 != definition.name },
        kind: "other definition",
        at: ["definitions", definition.name, "variant of"]
      )
    }
    for group in groups { try requireKnownNames(of: group, in: root) }
  }

  private func requireKnownNamesOfTables(in root: StudyNode) throws(StudyError) {
    let names = tables.map(\.name)
    for table in tables {
      let way = ["tables", table.name]
      try root.require(table.source, among: sources.map(\.name), kind: "source", at: way + ["source"])
      try root.require(
        table.geography,
        among: geographies.map(\.name),
        kind: "geography",
        at: way + ["geography"]
      )
      try root.require(
        table.classification,
        among: classifications.map(\.name) + builtInClassifications,
        kind: "classification",
        at: way + ["classification"]
      )
      try root.require(
        table.current,
        among: names.filter { $0 != table.name },
        kind: "other table",
        at: way + ["current"]
      )
      try root.require(
        table.earlierRelease,
        among: names.filter { $0 != table.name },
        kind: "other table",
        at: way + ["earlier release"]
      )
      try requireSameMeaning(of: table, in: root)
    }
    for indicator in indicators {
      let way = ["indicators", indicator.name]
      try root.require(indicator.numerator, among: names, kind: "table", at: way + ["numerator"])
      try root.require(indicator.denominator, among: names, kind: "table", at: way + ["denominator"])
    }
  }

  /// Checks that a table and its earlier release say the same things of the same regions and industries.
  private func requireSameMeaning(of table: TableDescription, in root: StudyNode) throws(StudyError) {
    guard let name = table.earlierRelease, let earlier = tables.first(where: { $0.name == name }) else {
      return
    }
    func wrong(_ expected: String) -> StudyError {
      StudyError.wrongValue(
        file: root.file,
        line: root.line(of: ["tables", table.name, "earlier release"]),
        key: "earlier release",
        value: name,
        expected: expected
      )
    }
    func words(_ text: String?) -> String { text.map { "'\($0)'" } ?? "none" }
    let meanings = [
      ("unit", table.unit, earlier.unit), ("prices", table.prices?.option, earlier.prices?.option),
      ("variable", table.variable, earlier.variable), ("geography", table.geography, earlier.geography),
      ("classification", table.classification, earlier.classification),
      (
        "industry column", table.isOfRegionsAlone ? nil : "one", earlier.isOfRegionsAlone ? nil : "one"
      ),
    ]
    if let (what, here, there) = meanings.first(where: { $0.1 != $0.2 }) {
      throw wrong("a table of the same \(what): here \(words(here)), there \(words(there))")
    }
    var above: String? = earlier.earlierRelease
    var steps = 0
    while let next = above, steps <= tables.count {
      above = tables.first { $0.name == next }?.earlierRelease
      steps += 1
    }
    guard above == nil else { throw wrong("a release that is not later than itself") }
  }

  private func requireKnownNamesOfGeographies(in root: StudyNode) throws(StudyError) {
    let names = geographies.map(\.name)
    for geography in geographies {
      let way = ["geographies", geography.name]
      try root.require(geography.source, among: sources.map(\.name), kind: "source", at: way + ["source"])
      try root.require(geography.parent, among: names, kind: "geography", at: way + ["parent"])
      var above = geography.parent
      var steps = 0
      while let name = above, steps <= names.count {
        above = geographies.first { $0.name == name }?.parent
        steps += 1
      }
      guard above == nil else {
        throw StudyError.wrongValue(
          file: root.file,
          line: root.line(of: way + ["parent"]),
          key: "parent",
          value: geography.parent ?? "",
          expected: "a geography that does not lie in this one"
        )
      }
    }
  }

  private func requireKnownNames(of group: Group, in root: StudyNode) throws(StudyError) {
    let way = ["groups", group.name]
    let others = groups.map(\.name).filter { $0 != group.name }
    try root.require(group.isVariantOf, among: others, kind: "other group", at: way + ["variant of"])
    let names = tables.map(\.name)
    switch group.rule {
    case .codes(let geography, _):
      try root.require(
        geography,
        among: geographies.map(\.name),
        kind: "geography",
        at: way + ["geography"]
      )
    case .shareAbove(_, let table, _, _):
      try root.require(table, among: names, kind: "table", at: way + ["table"])
    case .density(let table, _, _, _), .quantiles(let table, _, _):
      try root.require(table, among: names, kind: "table", at: way + ["table"])
    }
  }
}

extension StudyNode {
  /// Checks that a name at the end of a way of keys is known.
  fileprivate func require(
    _ name: String?,
    among known: [String],
    kind: String,
    at way: [String]
  ) throws(StudyError) {
    guard let name, !known.contains(name) else { return }
    throw StudyError.unknownReference(
      file: file,
      line: line(of: way),
      kind: kind,
      name: name,
      nearest: NearestNames.of(name, among: known)
    )
  }
}
