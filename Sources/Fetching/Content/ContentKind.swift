/// What a body is by its first bytes, whatever its headers say.
enum ContentKind: String {
  case html = "a web page (HTML)"
  case xml = "XML"
  case json = "JSON"
  case zip = "a zip archive"
  case text = "text"
  case binary = "bytes that are no text"

  /// Tells the kind from the first bytes.
  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    let start = body.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(512)
    let head = String(decoding: start, as: UTF8.self).lowercased()
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
    } else if start.contains(0) {
      self = .binary
    } else if head.hasPrefix("<") {
      self =
        head.contains("<html") || head.hasPrefix("<!doctype html") || head.hasPrefix("<head") ? .html : .xml
    } else if head.hasPrefix("{") || head.hasPrefix("[") {
      self = .json
    } else {
      self = .text
    }
  }

  /// The first words of a body, for a message: one line, tags left out.
  static func excerpt(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    var words = ""
    var isTag = false
    for character in text {
      if character == "<" { isTag = true }
      if !isTag {
        words.append(character.isWhitespace || character.asciiValue.map { $0 < 32 } == true ? " " : character)
      }
      if character == ">" {
        isTag = false
        words.append(" ")
      }
    }
    let line = words.split(separator: " ").joined(separator: " ")
    return line.count > 160 ? line.prefix(157) + "..." : line
  }
}
