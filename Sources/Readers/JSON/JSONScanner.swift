/// Reads JSON piece by piece, as the caller asks for it, without making a tree.
///
/// **Complexity.** O(bytes). **Source.** Bray, ed. (2017), RFC 8259, The JavaScript Object Notation (JSON) Data
/// Interchange Format.
package struct JSONScanner: Sendable {
  /// What kind of value comes next.
  package enum Kind: Sendable {
    case object
    case array
    case string
    case number
    case literal
  }

  /// How deep arrays and objects may be nested.
  package static let depthLimit = 256

  let bytes: [UInt8]
  /// Where the next byte stands.
  package private(set) var position = 0

  /// Makes a scanner at the start of a text in UTF-8; a byte-order mark is skipped.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Returns the kind of the next value.
  package mutating func kind() throws(JSONError) -> Kind {
    switch try nextByte(expecting: "a value") {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), 0x30...0x39: return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): return .literal
    default: throw unexpected(expecting: "a value")
    }
  }

  /// Enters an object.
  package mutating func enterObject() throws(JSONError) {
    try take(UInt8(ascii: "{"), expecting: "an object")
  }

  /// Enters an array.
  package mutating func enterArray() throws(JSONError) {
    try take(UInt8(ascii: "["), expecting: "an array")
  }

  /// Goes to the value of the next member of an object, or leaves it.
  ///
  /// - Parameter isFirst: True before the first member; set to false.
  /// - Returns: The name of the member, or nil after the last.
  /// - Throws: ``JSONError`` if neither a member nor the end of the object follows.
  package mutating func nextMember(_ isFirst: inout Bool) throws(JSONError) -> String? {
    var byte = try nextByte(expecting: "'}' or a member")
    if byte == UInt8(ascii: "}") {
      position += 1
      return nil
    }
    if !isFirst {
      try take(UInt8(ascii: ","), expecting: "',' or '}'")
      byte = try nextByte(expecting: "the name of a member")
    }
    isFirst = false
    guard byte == UInt8(ascii: "\"") else { throw unexpected(expecting: "the name of a member in quotes") }
    let name = try string()
    try take(UInt8(ascii: ":"), expecting: "':'")
    return name
  }

  /// Goes to the next element of an array, or leaves it.
  ///
  /// - Parameter isFirst: True before the first element; set to false.
  /// - Returns: Whether there is another element.
  /// - Throws: ``JSONError`` if neither a value nor the end of the array follows.
  package mutating func nextElement(_ isFirst: inout Bool) throws(JSONError) -> Bool {
    let byte = try nextByte(expecting: "']' or a value")
    if byte == UInt8(ascii: "]") {
      position += 1
      return false
    }
    if !isFirst { try take(UInt8(ascii: ","), expecting: "',' or ']'") }
    isFirst = false
    return true
  }

  /// Reads `true`, `false` or `null`.
  package mutating func literal() throws(JSONError) -> JSONValue {
    for (word, value) in JSONScanner.literals
    where bytes[min(position, bytes.count)...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw unexpected(expecting: "true, false or null")
  }

  private static let literals: [(String, JSONValue)] = [
    ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
  ]

  /// Ends the text: nothing but space may follow.
  package mutating func end() throws(JSONError) {
    skipSpace()
    guard position == bytes.count else { throw unexpected(expecting: "the end of the text") }
  }

  /// Reads a value of any kind.
  package mutating func value(depth: Int = 0) throws(JSONError) -> JSONValue {
    try checkDepth(depth)
    switch try kind() {
    case .string: return .string(try string())
    case .number: return try number()
    case .literal: return try literal()
    case .array:
      var values: [JSONValue] = []
      try enterArray()
      var isFirst = true
      while try nextElement(&isFirst) { values.append(try value(depth: depth + 1)) }
      return .array(values)
    case .object:
      var members: [JSONMember] = []
      try enterObject()
      var isFirst = true
      while let name = try nextMember(&isFirst) {
        members.append(JSONMember(name, try value(depth: depth + 1)))
      }
      return .object(members)
    }
  }

  /// Passes over a value, which must still be JSON.
  package mutating func skip(depth: Int = 0) throws(JSONError) {
    try checkDepth(depth)
    switch try kind() {
    case .string: _ = try string()
    case .number: _ = try number()
    case .literal: _ = try literal()
    case .array:
      try enterArray()
      var isFirst = true
      while try nextElement(&isFirst) { try skip(depth: depth + 1) }
    case .object:
      try enterObject()
      var isFirst = true
      while try nextMember(&isFirst) != nil { try skip(depth: depth + 1) }
    }
  }

  private func checkDepth(_ depth: Int) throws(JSONError) {
    guard depth < JSONScanner.depthLimit else {
      let (line, column) = place(of: position)
      throw .tooDeep(limit: JSONScanner.depthLimit, line: line, column: column)
    }
  }
}

extension JSONScanner {
  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  mutating func nextByte(expecting expected: String) throws(JSONError) -> UInt8 {
    skipSpace()
    guard position < bytes.count else { throw unexpected(expecting: expected) }
    return bytes[position]
  }

  mutating func take(_ byte: UInt8, expecting expected: String) throws(JSONError) {
    guard try nextByte(expecting: expected) == byte else { throw unexpected(expecting: expected) }
    position += 1
  }

  mutating func move(to place: Int) { position = place }

  /// The error of what stands at the position.
  func unexpected(expecting expected: String) -> JSONError {
    let (line, column) = place(of: position)
    guard position < bytes.count else {
      return .unexpected(found: "the end of the text", expected: expected, line: line, column: column)
    }
    let rest = String(decoding: bytes[position...].prefix(16), as: UTF8.self)
    let shown = rest.prefix { !$0.isNewline }.prefix(8)
    return .unexpected(
      found: shown.isEmpty ? "a line break" : "'\(shown)'",
      expected: expected,
      line: line,
      column: column
    )
  }

  /// The line and column of a byte, from 1.
  func place(of position: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in bytes[..<min(position, bytes.count)] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}

extension JSONValue {
  /// Reads a JSON text in UTF-8.
  ///
  /// Numbers written without fraction and exponent that fit a machine integer are integers. A name that is repeated in
  /// one object is kept each time; looking it up finds the last.
  ///
  /// **Complexity.** O(bytes).
  ///
  /// - Parameter bytes: The text.
  /// - Throws: ``JSONError`` with line and column.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    var scanner = JSONScanner(bytes)
    self = try scanner.value()
    try scanner.end()
  }

  /// Reads a JSON text.
  ///
  /// - Parameter text: The text.
  /// - Throws: ``JSONError`` with line and column.
  public init(parsing text: String) throws(JSONError) {
    try self.init(parsing: Array(text.utf8))
  }
}
