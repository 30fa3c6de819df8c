/// The members of a data set as they stand, before they are held against each other.
struct JSONStatScan {
  /// Values or statuses: all in order, or some with their positions.
  enum Entries<Item> {
    case none
    /// One that all cells share.
    case one(Item)
    case dense([Item])
    case sparse([(position: String, item: Item)])
  }

  /// What stands in place of a number.
  enum Number {
    case number(Double)
    case text(String)
    case null
  }

  var members: [String: JSONValue] = [:]
  var values = Entries<Number>.none
  var statuses = Entries<String>.none
  /// The data sets within a collection or a bundle.
  var embedded: [JSONStatScan] = []
  /// The names of other members, for a message.
  var others: [String] = []

  private static let kept: Set<String> = [
    "version", "class", "label", "source", "updated", "id", "size", "role", "dimension",
  ]

  /// Reads a whole text.
  static func read(_ bytes: [UInt8]) throws(JSONStatError) -> JSONStatScan {
    var scanner = JSONScanner(bytes)
    do throws(JSONError) {
      let scan = try JSONStatScan(&scanner, isInner: false)
      try scanner.end()
      return scan
    } catch {
      throw .json(error)
    }
  }

  private init(_ scanner: inout JSONScanner, isInner: Bool) throws(JSONError) {
    try scanner.enterObject()
    var isFirst = true
    while let name = try scanner.nextMember(&isFirst) {
      switch name {
      case "value": values = try JSONStatScan.numbers(&scanner)
      case "status": statuses = try JSONStatScan.texts(&scanner)
      case "dataset" where !isInner: try scanEmbedded(&scanner, name: name)
      case "link" where !isInner: try scanLinks(&scanner)
      case _ where JSONStatScan.kept.contains(name): members[name] = try scanner.value()
      case "extension":
        members[name] = try scanner.value()
      default:
        others.append(name)
        try scanner.skip()
      }
    }
  }

  private mutating func scanEmbedded(_ scanner: inout JSONScanner, name: String) throws(JSONError) {
    guard case .object = try scanner.kind() else {
      others.append(name)
      return try scanner.skip()
    }
    embedded.append(try JSONStatScan(&scanner, isInner: true))
  }

  private mutating func scanLinks(_ scanner: inout JSONScanner) throws(JSONError) {
    guard case .object = try scanner.kind() else { return try scanner.skip() }
    try scanner.enterObject()
    var isFirst = true
    while let name = try scanner.nextMember(&isFirst) {
      guard name == "item", case .array = try scanner.kind() else {
        try scanner.skip()
        continue
      }
      try scanner.enterArray()
      var isFirstItem = true
      while try scanner.nextElement(&isFirstItem) {
        guard case .object = try scanner.kind() else {
          try scanner.skip()
          continue
        }
        let item = try JSONStatScan(&scanner, isInner: true)
        if case .none = item.values { continue }
        embedded.append(item)
      }
    }
  }

  // MARK: Values and statuses

  private static func numbers(_ scanner: inout JSONScanner) throws(JSONError) -> Entries<Number> {
    try entries(&scanner) { (scanner: inout JSONScanner) throws(JSONError) in
      switch try scanner.kind() {
      case .number: return .number(try scanner.double())
      case .string: return .text(try scanner.string())
      case .literal:
        let value = try scanner.literal()
        return value == .null ? .null : .text(value.compactText)
      case .array, .object:
        throw scanner.unexpected(expecting: "a number, a text or null")
      }
    }
  }

  private static func texts(_ scanner: inout JSONScanner) throws(JSONError) -> Entries<String> {
    try entries(&scanner) { (scanner: inout JSONScanner) throws(JSONError) in
      switch try scanner.kind() {
      case .string: return try scanner.string()
      case .number, .literal:
        let value = try scanner.value()
        return value == .null ? "" : value.compactText
      case .array, .object:
        throw scanner.unexpected(expecting: "a text or null")
      }
    }
  }

  private static func entries<Item>(
    _ scanner: inout JSONScanner,
    _ item: (inout JSONScanner) throws(JSONError) -> Item
  ) throws(JSONError) -> Entries<Item> {
    var isFirst = true
    switch try scanner.kind() {
    case .array:
      var items: [Item] = []
      try scanner.enterArray()
      while try scanner.nextElement(&isFirst) { items.append(try item(&scanner)) }
      return .dense(items)
    case .object:
      var items: [(position: String, item: Item)] = []
      try scanner.enterObject()
      while let name = try scanner.nextMember(&isFirst) { items.append((name, try item(&scanner))) }
      return .sparse(items)
    default:
      return .one(try item(&scanner))
    }
  }
}
