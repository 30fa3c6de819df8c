import Panels

/// What one cell of a column of numbers says.
struct ReadCell: Equatable {
  /// The number, or nil.
  var value: Double?
  /// What is said of it.
  var status: CellStatus = .observed
  /// Bounds that the source declares.
  var bounds: Bounds?
  /// The text where it was more than a number.
  var text: String?
  /// Whether the source says that the number is 0 and known to be.
  var isTrueZero = false
}

/// Reads texts that are not plain numbers: marks, and numbers with marks after them.
///
/// Each different text is looked up once and remembered.
struct CellReader {
  private let profile: ProfileName
  private let markers: MarkerTable
  private let numbers: NumberParser
  private let file: String
  private var known: [ReadCell?] = []
  private var marks: [[Int]] = []
  private var texts = ByteDictionary()
  /// The marks met, in the order of their first appearance.
  private(set) var counts: [MarkerCount] = []

  init(file: String, profile: SourceProfile, markers: MarkerTable?, numbers: NumberParser) {
    self.file = file
    self.profile = profile.name
    self.markers = profile.markers.overridden(by: markers)
    self.numbers = numbers
  }

  /// The marks of the profile and the caller.
  var table: MarkerTable { markers }

  /// Reads a text that is no plain number.
  ///
  /// - Returns: What it says, or nil if the profile does not know it.
  mutating func read(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, row: Int) -> ReadCell? {
    let id = Int(texts.id(of: bytes, start, end))
    if id == known.count {
      let (cell, met) = interpret(HeaderFinding.trimmed(texts.text(Int32(id))), row: row)
      known.append(cell)
      marks.append(met)
    }
    for mark in marks[id] { counts[mark].count += 1 }
    return known[id]
  }

  private mutating func interpret(_ text: String, row: Int) -> (ReadCell?, [Int]) {
    if let meaning = markers.meaning(of: text) {
      return (CellReader.cell(meaning, text: text), [mark(text, meaning, row: row)])
    }
    let parts = CellReader.parts(text)
    guard let first = parts.first, parts.count > 1 else { return (nil, []) }
    var cell: ReadCell
    var met: [Int] = []
    let bytes = Array(first.utf8)
    if case .number(let number) = numbers.parse(bytes.span, 0, bytes.count) {
      cell = ReadCell(value: number, text: text)
    } else if let meaning = markers.meaning(of: first) {
      cell = CellReader.cell(meaning, text: text)
      met.append(mark(first, meaning, row: row))
    } else {
      return (nil, [])
    }
    for flag in parts.dropFirst() {
      guard let meanings = meanings(of: flag) else { return (nil, []) }
      for (text, meaning) in meanings {
        met.append(mark(text, meaning, row: row))
        if case .status(let status) = meaning, cell.value == nil || status.weakness > cell.status.weakness {
          cell.status = cell.value == nil && status == .observed ? cell.status : status
        }
      }
    }
    // A number that is withheld is none, whatever stands before the mark.
    if cell.status == .suppressed || cell.status == .notApplicable { cell.value = nil }
    return (cell, met)
  }

  /// The meanings of a mark after a number; letters that stand together count one by one.
  private func meanings(of flag: String) -> [(String, MarkerMeaning)]? {
    if let whole = markers.flags.first(where: { $0.text == flag }) { return [(flag, whole.meaning)] }
    guard profile == .eurostat else { return nil }
    var found: [(String, MarkerMeaning)] = []
    for letter in flag {
      guard let entry = markers.flags.first(where: { $0.text == String(letter) }) else { return nil }
      found.append((String(letter), entry.meaning))
    }
    return found
  }

  private mutating func mark(_ text: String, _ meaning: MarkerMeaning, row: Int) -> Int {
    if let index = counts.firstIndex(where: { $0.text == text && $0.meaning == meaning }) { return index }
    counts.append(MarkerCount(text: text, meaning: meaning, count: 0, firstRow: row))
    return counts.count - 1
  }

  private static func cell(_ meaning: MarkerMeaning, text: String) -> ReadCell {
    switch meaning {
    case .status(let status): ReadCell(value: nil, status: status, text: text.isEmpty ? nil : text)
    case .zero: ReadCell(value: 0, text: text, isTrueZero: true)
    case .roundsToZero: ReadCell(value: 0, status: .rounded, text: text)
    }
  }

  /// Parts a text at spaces and before brackets: `1,234 [p][e]` has three.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var current = ""
    for character in text {
      if character == " " || character == "\u{00A0}" {
        if !current.isEmpty { parts.append(current) }
        current = ""
      } else {
        if character == "[", !current.isEmpty {
          parts.append(current)
          current = ""
        }
        current.append(character)
      }
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }
}
