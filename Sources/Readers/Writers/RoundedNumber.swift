/// Numbers for reading, rounded to a few significant digits.
package enum RoundedNumber {
  /// Returns a number with at most some significant digits, but all digits before the decimal point.
  ///
  /// The decimal digits of the shortest text of the number are rounded, halves away from zero. Below 10⁻⁵ and from
  /// 10¹⁵ on the text has an exponent.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - digits: How many significant digits; at least 1.
  /// - Returns: The text, without zeros at the end of a fraction.
  package static func text(_ number: Double, digits: Int) -> String {
    guard number.isFinite, number != 0 else { return number == 0 ? "0" : "\(number)" }
    var (decimals, exponent) = decimalDigits(of: number.magnitude)
    let usesExponent = exponent < -5 || exponent > 15
    let kept = usesExponent ? digits : max(digits, exponent)
    if decimals.count > kept {
      let roundsUp = decimals[kept] >= 5
      decimals.removeSubrange(kept...)
      if roundsUp {
        var position = kept - 1
        while position >= 0, decimals[position] == 9 {
          decimals[position] = 0
          position -= 1
        }
        if position >= 0 {
          decimals[position] += 1
        } else {
          decimals.insert(1, at: 0)
          exponent += 1
        }
      }
    }
    while decimals.count > 1, decimals.last == 0 { decimals.removeLast() }
    let sign = number < 0 ? "-" : ""
    let all = decimals.map(String.init).joined()
    if usesExponent {
      let fraction = all.count > 1 ? "." + all.dropFirst() : ""
      return "\(sign)\(all.prefix(1))\(fraction)e\(exponent - 1)"
    }
    if exponent <= 0 { return "\(sign)0." + String(repeating: "0", count: -exponent) + all }
    if all.count <= exponent { return sign + all + String(repeating: "0", count: exponent - all.count) }
    return sign + all.prefix(exponent) + "." + all.dropFirst(exponent)
  }

  /// The digits d₁d₂… and the exponent e of 0.d₁d₂… × 10ᵉ, d₁ not 0.
  private static func decimalDigits(of magnitude: Double) -> (digits: [Int], exponent: Int) {
    var digits: [Int] = []
    var exponent = 0
    var seenPoint = false
    let parts = "\(magnitude)".split(separator: "e")
    for byte in parts[0].utf8 {
      if byte == UInt8(ascii: ".") {
        seenPoint = true
        continue
      }
      let digit = Int(byte) - 48
      if digits.isEmpty, digit == 0 {
        if seenPoint { exponent -= 1 }
        continue
      }
      digits.append(digit)
      if !seenPoint { exponent += 1 }
    }
    if parts.count > 1 { exponent += Int(parts[1]) ?? 0 }
    return (digits, exponent)
  }
}
