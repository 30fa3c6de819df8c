internal import Panels

extension StudyDescription.IndustryDefinition {
  init(name: String, reading node: StudyNode, tables known: [String]) throws(StudyError) {
    self.name = name
    tables = []
    selectors = []
    isVariantOf = nil
    for member in try node.members() {
      let (table, codes) = (member.name, member.node)
      if table == "variant of" {
        isVariantOf = try codes.text()
        continue
      }
      guard known.contains(table) else {
        throw StudyError.unknownReference(
          file: node.file,
          line: member.line,
          kind: "table",
          name: table,
          nearest: NearestNames.of(table, among: known)
        )
      }
      tables.append(table)
      selectors.append(try codes.texts())
    }
  }
}

extension StudyDescription.Group {
  init(name: String, reading node: StudyNode) throws(StudyError) {
    let keys = [
      "geography", "codes", "rest", "share of", "table", "in", "above", "by", "year", "cuts", "names",
      "quantiles",
      "variant of",
    ]
    let group = try node.mapping("a group", keys: keys)
    self.name = name
    rest = try group.text("rest") ?? "other regions"
    isVariantOf = try group.text("variant of")
    if group["codes"] != nil {
      rule = .codes(geography: try group.required("geography").text(), codes: try group.texts("codes"))
    } else if group["share of"] != nil {
      let above = try group.required("above").mapping("above", keys: ["mean plus sd"])
      rule = .shareAbove(
        industry: try group.texts("share of"),
        table: try group.text("table"),
        year: try group.required("in").integer(),
        standardDeviations: try above.required("mean plus sd").number()
      )
    } else {
      rule = try Self.densityRule(group)
    }
  }

  private static func densityRule(_ group: StudyMapping) throws(StudyError) -> StudyDescription.GroupRule {
    let by = try group.required("by")
    guard try by.text() == "population density" else { throw by.wrong("population density") }
    let year = try group.required("year").integer()
    let table = try group.text("table") ?? "population"
    if let quantiles = group["quantiles"] {
      return .quantiles(population: table, year: year, count: try quantiles.integer(in: 2...100))
    }
    let cuts = try group.required("cuts").numbers()
    guard zip(cuts, cuts.dropFirst()).allSatisfy(<) else {
      throw try group.required("cuts").wrong("numbers that ascend")
    }
    let names = try group.texts("names")
    guard names.count == cuts.count + 1 else {
      throw try group.required("cuts").wrong("one cut fewer than there are names (\(names.count) names)")
    }
    return .density(population: table, year: year, cuts: cuts, names: names)
  }
}

extension StudyDescription.Indicator {
  init(name: String, reading node: StudyNode) throws(StudyError) {
    let keys = ["numerator", "denominator", "years", "growth", "scale", "unit", "caution"]
    let indicator = try node.mapping("an indicator", keys: keys)
    self.name = name
    numerator = try indicator.required("numerator").text()
    denominator = try indicator.text("denominator")
    scale = try indicator["scale"]?.number() ?? 1
    unit = try indicator.required("unit").text()
    caution = try indicator.text("caution")
    years = try indicator.required("years").years()
    growth = try indicator["growth"]?.years()
  }
}

extension StudyNode {
  /// A year, or a first and a last one.
  fileprivate func years() throws(StudyError) -> ClosedRange<Int> {
    let texts = try text().split(separator: "-", omittingEmptySubsequences: false)
    let parts = texts.compactMap { Int($0) }
    guard let first = parts.first, let last = parts.last, parts.count == texts.count, parts.count <= 2,
      first <= last
    else {
      throw wrong("a year or a span such as 2011-2016")
    }
    return first...last
  }
}
