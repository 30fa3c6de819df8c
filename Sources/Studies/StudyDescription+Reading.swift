internal import Panels
internal import Readers

extension StudyDescription {
  /// Reads the text of a `study.yml`.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - file: The name to print in complaints.
  /// - Throws: ``StudyError`` with file, line and key.
  public init(reading text: String, file: String) throws(StudyError) {
    let root = try StudyNode.root(of: text, file: file)
    let keys = [
      "schema", "title", "question", "data", "sources", "geographies", "classifications", "tables",
      "definitions",
      "groups", "indicators", "place", "benchmark", "average", "seed", "limits",
    ]
    let study = try root.mapping("the study", keys: keys)
    let schema = try study.required("schema").text()
    guard schema == "1" else { throw StudyError.otherSchema(file: file, found: schema) }
    title = try study.required("title").text()
    question = try study.text("question")
    data = try study.text("data") ?? "."
    for (name, node) in try study["sources"]?.named() ?? [] {
      sources.append(try Source(name: name, reading: node))
    }
    for (name, node) in try study["geographies"]?.named() ?? [] {
      geographies.append(try Geography(name: name, reading: node))
    }
    for (name, node) in try study["classifications"]?.named() ?? [] {
      if try node.isBuiltIn(name, among: Classification.builtInNames) {
        builtInClassifications.append(name)
        continue
      }
      let file = try node.mapping("a classification", keys: ["file"]).required("file").text()
      classifications.append(NamedText(name: name, text: file))
    }
    for (name, node) in try study.required("tables").named() {
      tables.append(try TableDescription(name: name, reading: node))
    }
    for (name, node) in try study["definitions"]?.named() ?? [] {
      definitions.append(try IndustryDefinition(name: name, reading: node, tables: tables.map(\.name)))
    }
    for (name, node) in try study["groups"]?.named() ?? [] {
      groups.append(try Group(name: name, reading: node))
    }
    for (name, node) in try study["indicators"]?.named() ?? [] {
      indicators.append(try Indicator(name: name, reading: node))
    }
    place = try study.text("place")
    benchmark = try study.text("benchmark") ?? "national"
    average = try study["average"]?.integer(in: 1...200) ?? 5
    limits = try study.texts("limits")
    if let node = study["seed"] {
      guard let number = UInt64(try node.text()) else { throw node.wrong("a whole number, not negative") }
      seed = number
    }
    try requireKnownNames(in: root)
  }
}

extension StudyDescription.Source {
  init(name: String, reading node: StudyNode) throws(StudyError) {
    let keys = [
      "publisher", "title", "release", "retrieved", "licence", "attribution", "address", "caution",
      "invented",
    ]
    let source = try node.mapping("a source", keys: keys)
    self.name = name
    publisher = try source.required("publisher").text()
    title = try source.text("title")
    release = try source.text("release")
    retrieved = try source.text("retrieved")
    licence = try source.text("licence")
    attribution = try source.text("attribution")
    address = try source.text("address")
    caution = try source.text("caution")
    switch try source.text("invented") {
    case nil, "false": isInvented = false
    case "true": isInvented = true
    default: throw node.wrong("invented: true or false")
    }
  }
}

extension StudyDescription.Geography {
  init(name: String, reading node: StudyNode) throws(StudyError) {
    let keys = ["boundaries", "code", "name", "parent", "parent code", "source"]
    let geography = try node.mapping("a geography", keys: keys)
    self.name = name
    boundaries = try geography.text("boundaries")
    code = try geography.text("code")
    nameProperty = try geography.text("name")
    parent = try geography.text("parent")
    parentCode = try geography.text("parent code")
    source = try geography.text("source")
  }
}

extension StudyDescription.TableDescription {
  /// The keys of a table.
  static let keys = [
    "file", "sheet", "sha256", "source", "geography", "classification", "region", "region name", "industry",
    "industry title", "period", "value", "status", "where", "total", "total region", "variable", "unit",
    "prices",
    "rounding", "profile", "current", "earlier release", "recode", "lookups", "leave out",
    "leave out industries",
    "other regions",
    "sampling cv", "caution",
  ]

  init(name: String, reading node: StudyNode) throws(StudyError) {
    let table = try node.mapping("a table", keys: Self.keys)
    self.name = name
    file = try table.required("file").text()
    sheet = try table.text("sheet")
    sha256 = try table.text("sha256")
    source = try table.text("source")
    geography = try table.text("geography")
    classification = try table.text("classification")
    region = try table.text("region")
    regionName = try table.text("region name")
    industry = try table.text("industry")
    industryTitle = try table.text("industry title")
    period = try table.text("period")
    value = try table.text("value")
    status = try table.text("status")
    keep = try table.pairs("where").map { ColumnFilter(column: $0.name, value: $0.text) }
    total = try table.text("total")
    totalRegion = try table.text("total region")
    variable = try table.text("variable")
    unit = try table.required("unit").text()
    profile = try table.text("profile")
    current = try table.text("current")
    earlierRelease = try table.text("earlier release")
    recode = try table.pairs("recode")
    if let node = table["lookups"] {
      let lookups = try node.mapping("the lookups", keys: ["region", "industry"])
      for node in try lookups["region"]?.list() ?? [] { regionLookups.append(try node.lookup()) }
      for node in try lookups["industry"]?.list() ?? [] { industryLookups.append(try node.lookup()) }
    }
    leaveOut = try table.texts("leave out")
    industriesLeftOut = try table.texts("leave out industries")
    samplingCV = try table["sampling cv"]?.number()
    if let node = table["sampling cv"], let samplingCV, samplingCV < 0 {
      throw node.wrong("a number that is not negative, in per cent")
    }
    caution = try table.text("caution")
    prices = nil
    if let node = table["prices"] {
      guard let prices = Prices(try node.text()) else {
        throw node.wrong("current, a year, or chained with a year")
      }
      self.prices = prices
    }
    rounding = .none
    if let node = table["rounding"] {
      guard let rule = RoundingRule(try node.text()) else {
        throw node.wrong("none, bres, bres-relaxed, bres-strict or a base such as 5")
      }
      rounding = rule
    }
    dropsUnknownRegions = false
    if let node = table["other regions"] {
      switch try node.text() {
      case "drop": dropsUnknownRegions = true
      case "refuse": dropsUnknownRegions = false
      default: throw node.wrong("drop or refuse")
      }
    }
  }
}

extension StudyNode {
  /// Whether the text `built-in` stands in the place of a mapping, for a name that the program knows.
  fileprivate func isBuiltIn(_ name: String, among known: [String]) throws(StudyError) -> Bool {
    if (try? members()) != nil { return false }
    guard (try? text()) == "built-in" else { throw wrong("built-in, or a mapping with the key 'file'") }
    guard !known.contains(name) else { return true }
    throw StudyError.unknownReference(
      file: file,
      line: line,
      kind: "built-in classification",
      name: name,
      nearest: NearestNames.of(name, among: known)
    )
  }
}
