/// A data set of JSON-stat: its dimensions, and where there is something, what its cells hold.
///
/// Version 2.0 of <https://json-stat.org/full/>, with a single data set of its own, within a collection, or as the
/// `dataset` of the bundles of version 1. A value of null and a position that is left out are the same.
struct JSONStatDataset {
  /// One dimension and its categories in order.
  struct Dimension {
    var id: String
    var label: String
    var codes: [String]
    var labels: [String]

    /// Whether some label says more than the code.
    var hasLabels: Bool { codes != labels }
  }

  /// What a cell holds.
  struct Entry {
    var position: Int
    var value: String
    var status: String
  }

  var version = ""
  var label = ""
  var source = ""
  var updated = ""
  var dimensions: [Dimension] = []
  /// The dimensions of each role, by number.
  var time: Int?
  var geography: Int?
  /// The cells that something is said of, in ascending order.
  var entries: [Entry] = []
  /// Whether some cell has a status.
  var hasStatus = false

  /// Reads a text in UTF-8.
  ///
  /// - Throws: ``JSONStatError``.
  init(_ bytes: [UInt8], cellLimit: Int) throws(JSONStatError) {
    let whole = try JSONStatScan.read(bytes)
    let scan = try JSONStatDataset.only(whole)
    func text(_ name: String) -> String { scan.members[name]?.string ?? "" }
    let told = scan.members["version"] ?? whole.members["version"]
    version = told?.string ?? told?.number.map { "\($0)" } ?? "1"
    guard version.hasPrefix("2") || version.hasPrefix("1") else { throw .version(version) }
    label = text("label")
    source = text("source")
    updated = text("updated")
    guard let tree = scan.members["dimension"], tree.members != nil else {
      throw .member("dimension", needed: "an object with an entry for each dimension")
    }
    let ids = try JSONStatDataset.ids(scan.members["id"] ?? tree["id"])
    let sizes = try JSONStatDataset.sizes(scan.members["size"] ?? tree["size"], count: ids.count)
    let cells = try JSONStatDataset.product(sizes, limit: cellLimit)
    for (id, size) in zip(ids, sizes) {
      guard let member = tree[id] else {
        throw .member("dimension.\(id)", needed: "there, since 'id' names it")
      }
      dimensions.append(try Dimension(id: id, size: size, member))
    }
    let role = scan.members["role"] ?? tree["role"]
    func first(_ name: String) -> Int? {
      role?[name]?.array?.lazy.compactMap(\.string).compactMap { ids.firstIndex(of: $0) }.first
    }
    time = first("time")
    geography = first("geo")
    try fill(scan, sizes: sizes, cells: cells)
  }

  private static func only(_ scan: JSONStatScan) throws(JSONStatError) -> JSONStatScan {
    if let named = scan.members["class"]?.string, named != "dataset", named != "collection", named != "bundle"
    {
      throw .noDataset(found: "the class '\(named)'")
    }
    if let only = scan.embedded.first {
      guard scan.embedded.count == 1 else {
        throw .severalDatasets(scan.embedded.map { $0.members["label"]?.string ?? "(no label)" })
      }
      return only
    }
    if scan.members["class"]?.string == "collection" {
      throw .noDataset(found: "a collection of addresses without data; fetch one of them")
    }
    if scan.members["dimension"] == nil {
      let names = scan.members.keys.sorted() + scan.others
      let shown = names.prefix(6).map { "'\($0.prefix(30))'" }.joined(separator: ", ")
      throw .noDataset(found: names.isEmpty ? "nothing" : "an object with \(shown)")
    }
    if case .none = scan.values { throw .member("value", needed: "an array or an object of numbers") }
    return scan
  }

  private static func ids(_ member: JSONValue?) throws(JSONStatError) -> [String] {
    let ids = member?.array?.compactMap(\.string) ?? []
    guard !ids.isEmpty, ids.count == member?.array?.count else {
      throw .member("id", needed: "an array of the names of the dimensions")
    }
    if let twice = ids.indices.first(where: { ids[..<$0].contains(ids[$0]) }) {
      throw .repeatedCode(dimension: "id", code: ids[twice])
    }
    return ids
  }

  private static func sizes(_ member: JSONValue?, count: Int) throws(JSONStatError) -> [Int] {
    let sizes = member?.array?.compactMap(\.integer) ?? []
    guard sizes.count == count, member?.array?.count == count, sizes.allSatisfy({ $0 > 0 }) else {
      throw .member("size", needed: "an array of \(count) whole numbers above 0, one for each of 'id'")
    }
    return sizes
  }

  private static func product(_ sizes: [Int], limit: Int) throws(JSONStatError) -> Int {
    var product = 1
    for size in sizes {
      let (next, overflows) = product.multipliedReportingOverflow(by: size)
      guard !overflows, next <= limit else { throw .tooLarge(sizes: sizes, limit: limit) }
      product = next
    }
    return product
  }

  // MARK: Cells

  private mutating func fill(_ scan: JSONStatScan, sizes: [Int], cells: Int) throws(JSONStatError) {
    var statuses: [Int: String] = [:]
    var shared: String?
    switch scan.statuses {
    case .none: break
    case .one(let status): shared = status
    case .dense(let texts):
      // One status in an array stands for all cells.
      if texts.count == 1 { shared = texts[0] }
      guard texts.count == 1 || texts.count == cells else {
        throw .wrongCount(member: "status", found: texts.count, sizes: sizes)
      }
      if texts.count > 1 {
        for (position, text) in texts.enumerated() where !text.isEmpty { statuses[position] = text }
      }
    case .sparse(let pairs):
      for (name, text) in pairs {
        statuses[try JSONStatDataset.position(name, member: "status", cells: cells)] = text
      }
    }
    hasStatus = shared != nil || !statuses.isEmpty
    func entry(_ position: Int, _ value: JSONStatScan.Number) -> Entry {
      let text =
        switch value {
        case .number(let number): "\(number)".hasSuffix(".0") ? String("\(number)".dropLast(2)) : "\(number)"
        case .text(let text): text
        case .null: ""
        }
      let status = statuses[position] ?? (text.isEmpty ? "" : shared ?? "")
      return Entry(position: position, value: text, status: status)
    }
    switch scan.values {
    case .dense(let values):
      guard values.count == cells else {
        throw .wrongCount(member: "value", found: values.count, sizes: sizes)
      }
      entries = values.indices.map { entry($0, values[$0]) }
    case .sparse(let pairs):
      var found: [Int: JSONStatScan.Number] = [:]
      for (name, value) in pairs {
        let position = try JSONStatDataset.position(name, member: "value", cells: cells)
        guard found.updateValue(value, forKey: position) == nil else {
          throw .repeatedCode(dimension: "value", code: name)
        }
      }
      let positions = Set(found.keys).union(statuses.keys).sorted()
      entries = positions.map { entry($0, found[$0] ?? .null) }
    case .one, .none:
      throw .member("value", needed: "an array or an object of numbers")
    }
  }

  private static func position(_ name: String, member: String, cells: Int) throws(JSONStatError) -> Int {
    guard let position = Int(name), (0..<cells).contains(position) else {
      throw .unknownPosition(member: member, position: name, cells: cells)
    }
    return position
  }
}

extension JSONStatDataset.Dimension {
  /// Reads a dimension.
  init(id: String, size: Int, _ member: JSONValue) throws(JSONStatError) {
    self.id = id
    label = member["label"]?.string ?? id
    guard let category = member["category"] else {
      throw .member("dimension.\(id).category", needed: "an object with 'index' or 'label'")
    }
    let names = category["label"]?.members ?? []
    if let array = category["index"]?.array {
      codes = array.compactMap { $0.string ?? $0.integer.map(String.init) }
      guard codes.count == array.count else {
        throw .member(
          "dimension.\(id).category.index",
          needed: "an array of codes, or an object of positions"
        )
      }
    } else if let members = category["index"]?.members {
      codes = try Self.ordered(members, id: id, size: size)
    } else {
      guard size == 1 || names.count == size, !names.isEmpty else {
        throw .member(
          "dimension.\(id).category.index",
          needed: "an array of codes, or an object of positions"
        )
      }
      codes = names.map(\.name)
    }
    guard codes.count == size else {
      throw .wrongSize(dimension: id, size: size, categories: codes.count)
    }
    var seen: Set<String> = []
    for code in codes where !seen.insert(code).inserted { throw .repeatedCode(dimension: id, code: code) }
    var labelOf: [String: String] = [:]
    for member in names { labelOf[member.name] = member.value.string }
    labels = codes.map { labelOf[$0] ?? $0 }
  }

  private static func ordered(_ members: [JSONMember], id: String, size: Int) throws(JSONStatError)
    -> [String]
  {
    guard members.count == size else {
      throw .wrongSize(dimension: id, size: size, categories: members.count)
    }
    var codes = [String?](repeating: nil, count: size)
    for member in members {
      guard let position = member.value.integer, codes.indices.contains(position) else {
        throw .unknownPosition(
          member: "dimension.\(id).category.index",
          position: "\(member.name): \(member.value.compactText.prefix(20))",
          cells: size
        )
      }
      guard codes[position] == nil else { throw .repeatedCode(dimension: id, code: "\(position)") }
      codes[position] = member.name
    }
    return codes.compactMap(\.self)
  }
}
