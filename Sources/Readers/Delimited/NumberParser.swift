/// What the text of a cell is as a number.
package enum ParsedNumber: Equatable {
  /// A finite number.
  case number(Double)
  /// Not a number.
  case none
  /// Written as `inf`, `nan` or too large for any number.
  case notFinite
  /// `1,234` or `1.234`, where it is not known whether the sign is decimal.
  case ambiguous
}

/// Reads numbers from bytes, correctly rounded, without making a string in the common case.
///
/// Up to 19 digits whose integer fits 2⁵³ and a power of ten of at most 22 need one exact multiplication or division
/// (W. D. Clinger 1990, "How to read floating point numbers accurately"); everything else goes to the standard library.
package struct NumberParser: Sendable {
  private let decimal: UInt8
  private let grouping: UInt8
  private let isAmbiguous: Bool

  /// Makes a parser.
  ///
  /// - Parameters:
  ///   - hasDecimalComma: Whether the comma is the decimal sign, the point then parting thousands.
  ///   - isAmbiguous: Whether a number with parted thousands is refused.
  package init(hasDecimalComma: Bool, isAmbiguous: Bool) {
    decimal = hasDecimalComma ? 0x2C : 0x2E
    grouping = hasDecimalComma ? 0x2E : 0x2C
    self.isAmbiguous = isAmbiguous
  }

  /// Reads the number in some bytes; spaces around it do not count.
  @inline(__always)
  package func parse(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> ParsedNumber {
    var at = start
    var isNegative = false
    if at < end, bytes[at] == 0x2D {
      isNegative = true
      at &+= 1
    }
    var mantissa: UInt64 = 0
    let firstDigit = at
    while at < end {
      let digit = bytes[at] &- 0x30
      if digit > 9 { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      at &+= 1
    }
    let whole = at &- firstDigit
    var fraction = 0
    if at < end, bytes[at] == decimal {
      at &+= 1
      let first = at
      while at < end {
        let digit = bytes[at] &- 0x30
        if digit > 9 { break }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        at &+= 1
      }
      fraction = at &- first
    }
    let digits = whole &+ fraction
    if at == end, whole > 0, digits <= 19, fraction <= 22, mantissa <= 1 << 53 {
      var number = Double(mantissa)
      if fraction > 0 { number /= NumberParser.powers[fraction] }
      return .number(isNegative ? -number : number)
    }
    return slowParse(bytes, start, end)
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19,
    1e20, 1e21, 1e22,
  ]

  /// Reads exponents, many digits, signs, parted thousands; finds out what is no number.
  @inline(never)
  private func slowParse(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> ParsedNumber {
    var text: [UInt8] = []
    for position in start..<end { text.append(bytes[position]) }
    while text.last == 0x20 || text.last == 0x09 { text.removeLast() }
    guard let first = text.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else {
      return .none
    }
    text.removeFirst(first)
    if text.starts(with: [0xE2, 0x88, 0x92]) { text.replaceSubrange(0..<3, with: [0x2D]) }
    let unsigned = text.first == 0x2D || text.first == 0x2B ? text.dropFirst() : text[...]
    if ["inf", "infinity", "nan"].contains(String(decoding: unsigned, as: UTF8.self).lowercased()) {
      return .notFinite
    }
    guard let plain = ungrouped(Array(unsigned)) else { return .none }
    if plain.count != unsigned.count, isAmbiguous { return .ambiguous }
    guard NumberParser.isNumeral(plain), let number = Double(String(decoding: plain, as: UTF8.self)) else {
      return .none
    }
    guard number.isFinite else { return .notFinite }
    return .number(text.first == 0x2D ? -number : number)
  }

  /// Takes out well-placed thousands separators and makes the decimal sign a point; nil if they are ill placed.
  private func ungrouped(_ text: [UInt8]) -> [UInt8]? {
    let parts = text.split(separator: decimal, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first else { return nil }
    var result: [UInt8] = []
    if whole.contains(grouping) {
      let groups = whole.split(separator: grouping, omittingEmptySubsequences: false)
      for (index, group) in groups.enumerated() {
        let isRight = index == 0 ? (1...3).contains(group.count) : group.count == 3
        guard isRight, group.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        result += group
      }
    } else {
      result += whole
    }
    if parts.count == 2 {
      result.append(0x2E)
      result += parts[1]
    }
    return result
  }

  /// Whether some bytes are digits, at most one point, and at most one exponent.
  private static func isNumeral(_ text: [UInt8]) -> Bool {
    var at = 0
    var digits = 0
    func skipDigits() -> Int {
      let first = at
      while at < text.count, (0x30...0x39).contains(text[at]) { at += 1 }
      return at - first
    }
    digits = skipDigits()
    if at < text.count, text[at] == 0x2E {
      at += 1
      digits += skipDigits()
    }
    guard digits > 0 else { return false }
    if at < text.count, text[at] | 0x20 == 0x65 {
      at += 1
      if at < text.count, text[at] == 0x2D || text[at] == 0x2B { at += 1 }
      guard skipDigits() > 0 else { return false }
    }
    return at == text.count
  }
}
