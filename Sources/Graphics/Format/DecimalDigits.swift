/// A number as its shortest decimal digits: 0.d₁d₂d₃… × 10^exponent.
struct DecimalDigits {
  /// The digits, without leading or trailing zeros; empty for zero.
  private(set) var digits: [UInt8]
  /// The power of ten: `0.digits × 10^exponent`.
  private(set) var exponent: Int
  /// Whether the number is below zero.
  let isNegative: Bool

  /// Takes the digits of the shortest text that reads back as `value`.
  init(_ value: Double) {
    isNegative = value < 0
    digits = []
    exponent = 0
    var point: Int?
    var power = 0
    var powerSign = 1
    var inPower = false
    for byte in "\(value.magnitude)".utf8 {
      switch byte {
      case 0x30...0x39 where inPower: power = power * 10 + Int(byte - 0x30)
      case 0x30...0x39: digits.append(byte - 0x30)
      case 0x2E: point = digits.count
      case 0x65: inPower = true
      case 0x2D: powerSign = -1
      default: break
      }
    }
    exponent = (point ?? digits.count) + power * powerSign
    trim()
  }

  /// Rounds to a number of digits after the point, halves away from zero.
  mutating func round(decimals: Int) {
    let kept = exponent + decimals
    if kept < 0 {
      digits = []
      exponent = 0
      return
    }
    guard kept < digits.count else { return }
    let roundsUp = digits[kept] >= 5
    digits.removeSubrange(kept...)
    if roundsUp { increment() }
    trim()
  }

  /// The same digits with another power of ten.
  func scaled(exponent: Int) -> DecimalDigits {
    var copy = self
    copy.exponent = exponent
    return copy
  }

  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0 {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
      index -= 1
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent = digits.isEmpty ? 0 : exponent - leading
  }

  /// The digits before the point, at least one.
  var wholePart: [UInt8] {
    guard exponent > 0, !digits.isEmpty else { return [0] }
    return (0..<exponent).map { $0 < digits.count ? digits[$0] : 0 }
  }

  /// The digits after the point, as many as asked.
  func fraction(_ count: Int) -> [UInt8] {
    (0..<count)
      .map { offset in
        let index = exponent + offset
        return digits.indices.contains(index) ? digits[index] : 0
      }
  }

  /// How many digits stand after the point.
  var fractionLength: Int { digits.isEmpty ? 0 : max(0, digits.count - exponent) }
}
