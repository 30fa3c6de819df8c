extension JSONScanner {
  /// Reads a text in quotes.
  package mutating func string() throws(JSONError) -> String {
    try take(UInt8(ascii: "\""), expecting: "a text in quotes")
    let start = position
    var end = position
    while end < bytes.count, bytes[end] != 0x22, bytes[end] != 0x5C, bytes[end] >= 0x20 { end += 1 }
    guard end < bytes.count else { throw unterminated(at: end) }
    if bytes[end] == 0x22 {
      move(to: end + 1)
      return try decoded(bytes[start..<end], at: start)
    }
    return try escapedString(from: start)
  }

  /// Reads a text with escapes, from its first byte.
  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var output: [UInt8] = []
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x22:
        move(to: at + 1)
        return try decoded(output[...], at: start)
      case 0x5C:
        at = try appendEscape(at: at, to: &output)
      case ..<0x20:
        throw unterminated(at: at)
      default:
        output.append(byte)
        at += 1
      }
    }
    throw unterminated(at: at)
  }

  /// Appends the character of the escape at a place, and returns the place behind it.
  private mutating func appendEscape(at: Int, to output: inout [UInt8]) throws(JSONError) -> Int {
    let letter = at + 1 < bytes.count ? bytes[at + 1] : 0
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(letter)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal(at: at + 2)
      var end = at + 6
      if (0xD800..<0xDC00).contains(code), end + 1 < bytes.count, bytes[end] == 0x5C,
        bytes[end + 1] == UInt8(ascii: "u")
      {
        let low = try hexadecimal(at: end + 2)
        if (0xDC00..<0xE000).contains(low) {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
          end += 6
        }
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw textError("the escape \\u\(String(code, radix: 16)) is half of a pair and no character", at: at)
      }
      output.append(contentsOf: Array(String(Character(scalar)).utf8))
      return end
    default:
      throw textError("a backslash must be followed by one of \"\\/bfnrtu", at: at)
    }
    return at + 2
  }

  private func hexadecimal(at start: Int) throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for at in start..<(start + 4) {
      let byte = at < bytes.count ? bytes[at] : 0
      switch byte {
      case 0x30...0x39: code = code << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: code = code << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: code = code << 4 | UInt32(byte - 0x61 + 10)
      default: throw textError("\\u must be followed by four hexadecimal digits", at: start - 2)
      }
    }
    return code
  }

  private func decoded(_ slice: ArraySlice<UInt8>, at start: Int) throws(JSONError) -> String {
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw textError("the text has bytes that are not UTF-8", at: start)
    }
    return text
  }

  private func unterminated(at place: Int) -> JSONError {
    place < bytes.count
      ? textError(
        "a line break or control character stands inside a text; write it as \\n or \\u00XX",
        at: place
      )
      : textError("a text is not closed by a quote before the end", at: place)
  }

  private func textError(_ reason: String, at place: Int) -> JSONError {
    let (line, column) = self.place(of: place)
    return .text(reason, line: line, column: column)
  }
}

extension JSONScanner {
  /// A number as it stands: its digits as one whole number, and the power of ten to multiply it with.
  private struct Decimal {
    var isNegative = false
    var digits: UInt64 = 0
    var digitCount = 0
    var exponent = 0
    var isInteger = true
    var start = 0
    var end = 0
  }

  /// Reads a number, whole numbers as integers.
  package mutating func number() throws(JSONError) -> JSONValue {
    let decimal = try scanDecimal()
    if decimal.isInteger, decimal.digitCount <= 18, !(decimal.isNegative && decimal.digits == 0) {
      return .integer(decimal.isNegative ? -Int(decimal.digits) : Int(decimal.digits))
    }
    if decimal.isInteger, !(decimal.isNegative && decimal.digits == 0),
      let integer = Int(String(decoding: bytes[decimal.start..<decimal.end], as: UTF8.self))
    {
      return .integer(integer)
    }
    return .number(try double(of: decimal))
  }

  /// Reads a number.
  package mutating func double() throws(JSONError) -> Double {
    try double(of: try scanDecimal())
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19,
    1e20, 1e21, 1e22,
  ]

  /// The nearest number: one exact division or product where digits and power are exact, else the general conversion.
  private func double(of decimal: Decimal) throws(JSONError) -> Double {
    if decimal.digitCount <= 15, decimal.exponent.magnitude <= 22 {
      let power = JSONScanner.powersOfTen[Int(decimal.exponent.magnitude)]
      let digits = Double(decimal.digits)
      let magnitude = decimal.exponent < 0 ? digits / power : digits * power
      return decimal.isNegative ? -magnitude : magnitude
    }
    let text = String(decoding: bytes[decimal.start..<decimal.end], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      let (line, column) = place(of: decimal.start)
      throw .numberTooLarge(String(text.prefix(24)), line: line, column: column)
    }
    return value
  }

  private mutating func scanDecimal() throws(JSONError) -> Decimal {
    var decimal = Decimal()
    skipSpace()
    var at = position
    decimal.start = at
    func byte(_ at: Int) -> UInt8 { at < bytes.count ? bytes[at] : 0 }
    if byte(at) == UInt8(ascii: "-") {
      decimal.isNegative = true
      at += 1
    }
    let first = at
    at = scanDigits(from: at, into: &decimal)
    if at == first { throw failure(at, "a digit") }
    if byte(first) == 0x30, at > first + 1 { throw failure(first, "a number without leading zeros") }
    if byte(at) == UInt8(ascii: ".") {
      decimal.isInteger = false
      let fraction = at + 1
      at = scanDigits(from: fraction, into: &decimal)
      if at == fraction { throw failure(at, "a digit after the decimal point") }
      decimal.exponent -= at - fraction
    }
    if byte(at) | 0x20 == UInt8(ascii: "e") {
      decimal.isInteger = false
      at += 1
      let isNegative = byte(at) == UInt8(ascii: "-")
      if isNegative || byte(at) == UInt8(ascii: "+") { at += 1 }
      var exponent = Decimal()
      let digits = at
      at = scanDigits(from: at, into: &exponent)
      if at == digits { throw failure(at, "a digit of the exponent") }
      let power = exponent.digitCount > 9 ? 1_000_000_000 : Int(exponent.digits)
      decimal.exponent += isNegative ? -power : power
    }
    decimal.end = at
    move(to: at)
    return decimal
  }

  /// Adds the digits from a place on, and returns the place behind them; leading zeros do not count as digits.
  private func scanDigits(from start: Int, into decimal: inout Decimal) -> Int {
    var at = start
    while at < bytes.count, case let digit = bytes[at] &- 0x30, digit <= 9 {
      if decimal.digitCount < 19 { decimal.digits = decimal.digits &* 10 &+ UInt64(digit) }
      if decimal.digits > 0 { decimal.digitCount += 1 }
      at += 1
    }
    return at
  }

  private mutating func failure(_ at: Int, _ expected: String) -> JSONError {
    move(to: min(at, bytes.count))
    return unexpected(expecting: expected)
  }
}
