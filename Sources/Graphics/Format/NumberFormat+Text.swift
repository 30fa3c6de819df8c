extension NumberFormat {
  /// The number as text.
  ///
  /// - Parameter value: A number; an infinite one is printed as ∞, and one that is not a number as an en dash.
  /// - Returns: The text, the same in every locale.
  public func text(_ value: Double) -> String {
    let scaled = value * factor
    if scaled.isNaN { return "–" }
    if scaled.isInfinite { return (scaled < 0 ? "\u{2212}" : "") + prefix + "∞" + suffix }
    var number = DecimalDigits(scaled)
    if number.exponent > 15 || decimals == nil && number.exponent < -6 { return powerText(number) }
    let places = decimals ?? NumberFormat.automaticDecimals(number)
    number.round(decimals: places)
    let shown = decimals ?? min(places, number.fractionLength)
    let sign = number.digits.isEmpty ? "" : number.isNegative ? "\u{2212}" : isSigned ? "+" : ""
    let fraction = number.fraction(shown)
    let point = fraction.isEmpty ? "" : "."
    return sign + prefix + whole(number.wholePart) + point + NumberFormat.characters(fraction) + suffix
  }

  /// A copy for the ticks of an axis: as many decimals as their distance has, whatever marks are printed with.
  func separating(step: Double) -> NumberFormat {
    guard (step * factor).magnitude >= 1e-9 else { return with(decimals: nil) }
    let length = DecimalDigits((step * factor).magnitude).fractionLength
    return with(decimals: min(length, 12))
  }

  private func with(decimals: Int?) -> NumberFormat {
    NumberFormat(
      decimals: decimals,
      factor: factor,
      prefix: prefix,
      suffix: suffix,
      isSigned: isSigned,
      groupsThousands: groupsThousands
    )
  }

  /// A number too long to be written out, as three digits and a power of ten: `1.7×10³⁰⁸`.
  private func powerText(_ number: DecimalDigits) -> String {
    var mantissa = number.scaled(exponent: 1)
    mantissa.round(decimals: 2)
    let exponent = number.exponent - 1 + mantissa.exponent - 1
    mantissa = mantissa.scaled(exponent: 1)
    let fraction = mantissa.fraction(mantissa.fractionLength)
    let sign = number.isNegative ? "\u{2212}" : isSigned ? "+" : ""
    let digits = NumberFormat.characters(mantissa.wholePart) + (fraction.isEmpty ? "" : ".")
    let power = "\(exponent)".map { NumberFormat.superscripts[$0] ?? "" }.joined()
    return sign + prefix + digits + NumberFormat.characters(fraction) + "×10" + power + suffix
  }

  private static let superscripts: [Character: String] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹",
  ]

  /// Decimals that keep three significant digits, and none for numbers of a hundred and more.
  private static func automaticDecimals(_ number: DecimalDigits) -> Int {
    number.digits.isEmpty ? 0 : min(12, max(0, 3 - number.exponent))
  }

  private func whole(_ digits: [UInt8]) -> String {
    guard groupsThousands, digits.count > 4 else { return NumberFormat.characters(digits) }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "\u{202F}" }
      text += NumberFormat.characters([digit])
    }
    return text
  }

  private static func characters(_ digits: [UInt8]) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }
}
