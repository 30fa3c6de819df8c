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
  /// The number of the text of each row that is kept; −1 where the text is not.
  let ids: [Int32]
  /// The different texts, without spaces at their ends.
  let texts: [String]
  /// How often each text occurs.
  let counts: [Int]
  /// The row in which each text occurs first.
  let firstRows: [Int]
  /// What each text is as a number.
  let numbers: [ParsedNumber]
  /// What is known of all numbers of the column.
  let tally: NumberTally
  /// How many cells have a text that was not kept and is no number.
  let unkept: Int
  /// Whether the column has more different texts than are kept.
  let isOverfull: Bool
  var role = Role.other
  private let loose: [Double]

  init(_ intake: ColumnIntake, name: String, position: Int, parser: NumberParser) {
    self.name = name
    self.position = position
    ids = intake.ids
    texts = intake.dictionary.texts.map(HeaderFinding.trimmed)
    counts = intake.counts
    firstRows = intake.firstRows
    loose = intake.loose
    unkept = intake.unkept
    isOverfull = intake.isOverfull
    numbers = texts.map { text in
      let bytes = Array(text.utf8)
      return parser.parse(bytes.span, 0, bytes.count)
    }
    var tally = intake.tally
    for (id, number) in numbers.enumerated() {
      if case .number(let number) = number { tally.add(number, times: counts[id], row: firstRows[id]) }
    }
    self.tally = tally
  }

  /// The different texts that are not empty.
  var filled: [String] { texts.filter { !$0.isEmpty } }

  /// The number of a text, or NaN.
  func number(_ id: Int32) -> Double {
    if id < 0 { return .nan }
    if id >= ColumnIntake.looseNumbers { return loose[Int(id - ColumnIntake.looseNumbers)] }
    if case .number(let number) = numbers[Int(id)] { return number }
    return .nan
  }

  /// Whether two rows say the same; nil if that is not kept.
  func isSame(_ one: Int, _ other: Int) -> Bool? {
    let (one, other) = (ids[one], ids[other])
    if one < 0 || other < 0 { return nil }
    if one == other { return true }
    guard one >= ColumnIntake.looseNumbers || other >= ColumnIntake.looseNumbers else { return false }
    return number(one) == number(other)
  }

  /// Whether all texts are periods.
  var isPeriod: Bool {
    guard !isOverfull else { return false }
    let texts = filled
    return !texts.isEmpty && texts.count <= 2_000
      && texts.allSatisfy { Period($0).map { (1500...2200).contains($0.year) } ?? false }
  }

  /// The share of filled cells that are numbers.
  var numberShare: Double {
    var filled = unkept + tally.count
    for (id, text) in texts.enumerated() where !text.isEmpty {
      if case .number = numbers[id] { continue }
      filled += counts[id]
    }
    return filled == 0 ? 0 : Double(tally.count) / Double(filled)
  }

  /// The row where numbers begin, if no other text but the words above stands in the column.
  var firstNumberRow: Int? {
    var (number, word) = (Int.max, 0)
    for (id, text) in texts.enumerated() {
      if case .number = numbers[id] {
        number = min(number, firstRows[id])
      } else {
        guard !text.isEmpty, counts[id] == 1 else { return nil }
        word = max(word, firstRows[id])
      }
    }
    return word < number && number < .max ? number : nil
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
