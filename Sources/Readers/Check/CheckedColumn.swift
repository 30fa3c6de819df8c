import Panels

/// One column of a checked table: its different texts, how often each occurs, and what they are.
struct CheckedColumn {
  /// What a column seems to hold.
  enum Role: Equatable {
    case period
    case region(GeographyGuess)
    case industry
    case value
    case other
  }

  let name: String
  let position: Int
  /// The number of each row's text.
  let ids: [Int32]
  /// The different texts, without spaces at their ends.
  let texts: [String]
  /// How often each text occurs.
  let counts: [Int]
  /// The row in which each text occurs first.
  let firstRows: [Int]
  /// What each text is as a number.
  let numbers: [ParsedNumber]
  var role = Role.other

  init(name: String, position: Int, ids: [Int32], texts: ByteDictionary, rows: [Int], parser: NumberParser) {
    self.name = name
    self.position = position
    self.ids = ids
    self.texts = texts.texts.map(HeaderFinding.trimmed)
    var counts = [Int](repeating: 0, count: texts.count)
    var firstRows = [Int](repeating: 0, count: texts.count)
    for (index, id) in ids.enumerated() {
      if counts[Int(id)] == 0 { firstRows[Int(id)] = rows[index] }
      counts[Int(id)] += 1
    }
    self.counts = counts
    self.firstRows = firstRows
    numbers = self.texts.map { text in
      let bytes = Array(text.utf8)
      return parser.parse(bytes.span, 0, bytes.count)
    }
  }

  /// The different texts that are not empty.
  var filled: [String] { texts.filter { !$0.isEmpty } }

  /// The number of a text, or NaN.
  func number(_ id: Int32) -> Double {
    if case .number(let number) = numbers[Int(id)] { return number }
    return .nan
  }

  /// Whether all texts are periods.
  var isPeriod: Bool {
    let texts = filled
    return !texts.isEmpty && texts.count <= 2_000
      && texts.allSatisfy { Period($0).map { (1500...2200).contains($0.year) } ?? false }
  }

  /// The share of filled cells that are numbers.
  var numberShare: Double {
    var filled = 0
    var numeric = 0
    for (id, text) in texts.enumerated() where !text.isEmpty {
      filled += counts[id]
      if case .number = numbers[id] { numeric += counts[id] }
    }
    return filled == 0 ? 0 : Double(numeric) / Double(filled)
  }

  /// Whether a text is a number but for few others, as marks are; codes have many texts beside numbers.
  var isMostlyNumbers: Bool {
    var others = 0
    for (id, text) in texts.enumerated() where !text.isEmpty {
      if case .none = numbers[id] { others += 1 }
    }
    return numberShare > 0.5 && (others <= 3 || others * 20 <= texts.count)
  }

  /// Whether the name of the column speaks of a code and not of a number.
  var isNamedAsKey: Bool {
    let lowered = name.lowercased()
    if ["section", "division", "group", "class", "row", "col", "year", "month"].contains(lowered) {
      return true
    }
    return ["code", "fips", "flag", "level", "version", "status"].contains { lowered.contains($0) }
      || lowered == "id" || lowered.hasSuffix("_id")
  }
}
