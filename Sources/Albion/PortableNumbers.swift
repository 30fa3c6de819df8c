import Arithmetic

// Exponential, logarithm and cosine by additions, multiplications and divisions alone, which IEEE 754 fixes to the
// last bit. The C library's own differ in the last place between systems, and one such bit can move a plant across
// a rounding: the files of a seed are to be the same bytes everywhere.

/// Returns e raised to a power, the same bits on every machine; relative error below 1e-14 for |x| < 700.
func portableExponential(_ x: Double) -> Double {
  let turns = (x * 1.442_695_040_888_963_4).rounded()
  let rest = (x - turns * 0.693_147_180_369_123_8) - turns * 1.908_214_929_270_587_7e-10
  var term = 1.0
  var sum = 1.0
  var order = 1.0
  while order < 15 {
    term *= rest / order
    sum += term
    order += 1
  }
  return Double(sign: .plus, exponent: Int(turns), significand: sum)
}

/// Returns the natural logarithm of a positive number, the same bits on every machine.
func portableLogarithm(_ x: Double) -> Double {
  precondition(x > 0 && x.isFinite, "logarithm of \(x)")
  var exponent = Double(x.exponent)
  var significand = x.significand
  if significand > 1.414_213_562_373_095 {
    significand /= 2
    exponent += 1
  }
  let ratio = (significand - 1) / (significand + 1)
  let square = ratio * ratio
  var power = ratio
  var sum = 0.0
  var order = 1.0
  while order < 24 {
    sum += power / order
    power *= square
    order += 2
  }
  return 2 * sum + exponent * 0.693_147_180_559_945_3
}

/// Returns the cosine of an angle within ±π/2, the same bits on every machine.
func portableCosine(_ angle: Double) -> Double {
  precondition(angle.magnitude <= 1.6, "cosine of \(angle)")
  let square = angle * angle
  var term = 1.0
  var sum = 1.0
  var order = 1.0
  while order < 24 {
    term *= -square / (order * (order + 1))
    sum += term
    order += 2
  }
  return sum
}

extension RandomStream {
  /// Returns a standard normal number, the same bits on every machine.
  mutating func portableNormal() -> Double {
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let square = u * u + v * v
      guard square < 1, square > 0 else { continue }
      return u * (-2 * portableLogarithm(square) / square).squareRoot()
    }
  }

  /// Returns the elements in random order.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, below(last + 1))
    }
    return result
  }
}

/// The numbers of the random streams, so that no two parts of the economy draw from the same one.
enum StreamNumber {
  static let plan: UInt64 = 1
  static let land: UInt64 = 2
  static let settlement: UInt64 = 3
  static let names: UInt64 = 4
  static let advantages: UInt64 = 5
  static let nation: UInt64 = 6
  static let links: UInt64 = 7
  static let indicators: UInt64 = 8
  static let population: UInt64 = 9
  /// The first of one stream a district and industry.
  static let plants: UInt64 = 1_000_000
}

/// The portable functions, for tests.
package enum PortableNumbers {
  /// Returns e raised to a power.
  package static func exponential(_ x: Double) -> Double { portableExponential(x) }
  /// Returns the natural logarithm.
  package static func logarithm(_ x: Double) -> Double { portableLogarithm(x) }
  /// Returns the cosine.
  package static func cosine(_ angle: Double) -> Double { portableCosine(angle) }
}
