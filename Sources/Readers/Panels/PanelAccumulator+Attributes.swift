import Panels

/// What columns of attributes say: the power of ten of numbers, and whether they are withheld.
struct RowAttributes {
  /// The powers of ten, by the number of their text.
  private var powers: [Int] = []
  private var powerTexts = ByteDictionary()
  private var withheld: [Bool] = []
  private var withheldTexts = ByteDictionary()
  /// The rows that ask for a deletion.
  var deleted = DroppedRows(reason: "ACTION is D: it deletes what was sent before", count: 0, firstRow: 0)
  /// The rows whose numbers were multiplied, by the power of ten.
  private(set) var scaled: [Int: Int] = [:]

  /// What a report must say of powers of ten.
  var notices: [ReadNotice] {
    scaled.keys.sorted()
      .map {
        ReadNotice(.note, "\(scaled[$0] ?? 0) values were multiplied by 10^\($0), as column UNIT_MULT says")
      }
  }

  /// Applies a power of ten, one exact product or quotient.
  mutating func scale(_ number: inout Double?, _ text: String, id: Int) -> Bool {
    if id == powers.count {
      let told = HeaderFinding.trimmed(String(text.prefix { $0 != ":" }))
      guard let power = told.isEmpty ? 0 : Int(told), abs(power) <= 22 else { return false }
      powers.append(power)
    }
    let power = powers[id]
    guard power != 0, let value = number else { return true }
    var factor = 1.0
    for _ in 0..<abs(power) { factor *= 10 }
    number = power > 0 ? value * factor : value / factor
    scaled[power, default: 0] += 1
    return true
  }

  /// Whether a text of confidentiality withholds the number; nil if it is unknown.
  mutating func isWithheld(_ text: String, id: Int) -> Bool? {
    if id == withheld.count {
      guard let known = StatusText.isWithheld(HeaderFinding.trimmed(text)) else { return nil }
      withheld.append(known)
    }
    return withheld[id]
  }

  /// The numbers of two texts in their dictionaries.
  mutating func id(ofPower text: String) -> Int { Int(powerTexts.id(of: text)) }
  mutating func id(ofConfidentiality text: String) -> Int { Int(withheldTexts.id(of: text)) }
}

extension PanelAccumulator {
  /// Whether a row asks for a deletion; it is counted.
  mutating func isDeletion(_ bytes: Span<UInt8>, _ cells: [CellRange], _ row: Int) -> Bool {
    guard let column = layout.action, cells[column].start < cells[column].end else { return false }
    let first = bytes[cells[column].start] | 0x20
    guard first == UInt8(ascii: "d") || first == quote | 0x20 else { return false }
    let text = cells[column].text(in: bytes, quote: quote).uppercased()
    guard text == "D" || text == "DELETE" || text.hasPrefix("D:") else { return false }
    attributes.deleted.add(row)
    return true
  }

  /// Applies the columns of multipliers and confidentiality to a cell.
  mutating func applyAttributes(
    _ cell: inout ReadCell,
    _ bytes: Span<UInt8>,
    _ cells: [CellRange],
    _ row: Int
  ) throws(ReadError) {
    func unknown(_ column: Int, _ text: String) -> ReadError {
      .unknownStatus(
        place: CellPlace(file: file, row: row, column: layout.header[column], value: text),
        profile: profile.name.rawValue
      )
    }
    if let column = layout.multiplier {
      let text = cells[column].text(in: bytes, quote: quote)
      let id = attributes.id(ofPower: text)
      guard attributes.scale(&cell.value, text, id: id) else { throw unknown(column, text) }
    }
    if let column = layout.confidentiality {
      let text = cells[column].text(in: bytes, quote: quote)
      let id = attributes.id(ofConfidentiality: text)
      guard let isWithheld = attributes.isWithheld(text, id: id) else { throw unknown(column, text) }
      if isWithheld {
        cell.value = nil
        cell.status = .suppressed
      }
    }
  }
}
