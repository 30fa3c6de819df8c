import Panels

/// Relationships of a part: identifiers with the targets and the kinds they point to.
final class RelationshipSink: XMLSink {
  struct Relationship {
    let id: String
    let kind: Substring
    let target: String
  }

  private(set) var relationships: [Relationship] = []
  let failure: WorkbookError? = nil

  func start(_ name: String, _ attributes: borrowing XMLAttributes) -> Bool {
    if name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] {
      let kind = (attributes["Type"] ?? "").split(separator: "/").last ?? ""
      relationships.append(Relationship(id: id, kind: kind, target: target))
    }
    return false
  }

  func end(_: String, text _: [UInt8]) {}
}

/// The list of sheets, and the epoch of dates.
final class WorkbookSink: XMLSink {
  struct Entry {
    let name: String
    let isHidden: Bool
    let relationship: String
  }

  private(set) var sheets: [Entry] = []
  private(set) var startsIn1904 = false
  let failure: WorkbookError? = nil

  func start(_ name: String, _ attributes: borrowing XMLAttributes) -> Bool {
    switch name {
    case "sheet":
      if let sheet = attributes["name"], let relationship = attributes["id"] {
        let isHidden = (attributes["state"] ?? "visible") != "visible"
        sheets.append(Entry(name: sheet, isHidden: isHidden, relationship: relationship))
      }
    case "workbookPr":
      let value = attributes["date1904"] ?? "0"
      startsIn1904 = value == "1" || value == "true"
    default: break
    }
    return false
  }

  func end(_: String, text _: [UInt8]) {}
}

/// The kinds of the cell formats, by their number.
final class StyleSink: XMLSink {
  private(set) var kinds: [NumberFormatKind] = []
  private var codes: [Int: NumberFormatKind] = [:]
  private var isInCellFormats = false
  let failure: WorkbookError? = nil

  func start(_ name: String, _ attributes: borrowing XMLAttributes) -> Bool {
    switch name {
    case "numFmt":
      if let number = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        codes[number] = NumberFormatKind(code: code)
      }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let number = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      kinds.append(codes[number] ?? NumberFormatKind(builtIn: number) ?? .number)
    default: break
    }
    return false
  }

  func end(_ name: String, text _: [UInt8]) {
    if name == "cellXfs" { isInCellFormats = false }
  }
}

/// The texts that cells share.
final class SharedStringSink: XMLSink {
  private(set) var strings: [String] = []
  private var current: [UInt8] = []
  private var phoneticDepth = 0
  let failure: WorkbookError? = nil

  func start(_ name: String, _: borrowing XMLAttributes) -> Bool {
    switch name {
    case "si": current.removeAll(keepingCapacity: true)
    case "rPh": phoneticDepth += 1
    default: break
    }
    return name == "t" && phoneticDepth == 0
  }

  func end(_ name: String, text: [UInt8]) {
    switch name {
    case "t": current.append(contentsOf: text)
    case "rPh": phoneticDepth -= 1
    case "si": strings.append(CellText.unescaped(current))
    default: break
    }
  }
}

/// Texts of cells.
enum CellText {
  /// Returns a text to be written as it is: what looks like an escape `_xHHHH_` begins with an escaped line then.
  static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for position in bytes.indices {
      if isEscape(bytes, at: position) { result.append(contentsOf: "_x005F".utf8) }
      result.append(bytes[position])
    }
    return result.count == bytes.count ? text : String(decoding: result, as: UTF8.self)
  }

  private static func isEscape(_ bytes: [UInt8], at position: Int) -> Bool {
    guard position + 6 < bytes.count, bytes[position] == UInt8(ascii: "_"),
      bytes[position + 6] == UInt8(ascii: "_"),
      bytes[position + 1] == UInt8(ascii: "x")
    else { return false }
    return bytes[(position + 2)..<(position + 6)].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  /// Returns a text with its escapes `_xHHHH_`, which stand for characters that XML cannot hold, resolved.
  static func unescaped(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let first = bytes.firstIndex(of: UInt8(ascii: "_")), bytes[first...].count >= 7 else { return text }
    var output: [UInt16] = []
    let units = Array(text.utf16)
    var at = 0
    while at < units.count {
      if units[at] == 0x5F, at + 6 < units.count, units[at + 1] == 0x78, units[at + 6] == 0x5F,
        units[at + 2] != 0x2B, units[at + 2] != 0x2D,
        let code = UInt16(String(decoding: units[(at + 2)..<(at + 6)], as: UTF16.self), radix: 16)
      {
        output.append(code)
        at += 7
      } else {
        output.append(units[at])
        at += 1
      }
    }
    return String(decoding: output, as: UTF16.self)
  }

  /// Returns a number as the shortest text that reads back the same; what is no number stays as it is.
  static func number(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let isShort =
      bytes.count <= 15 && !bytes.isEmpty && (bytes[0] != 0x30 || bytes.count == 1)
      && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    if isShort { return text }
    guard let number = Double(text), number.isFinite else { return text }
    return NumberText.shortest(number)
  }
}
