import Graphics
import Panels

/// How the numbers of a table are printed for reading: columns that belong together to the same number of decimals.
///
/// The decimals keep four significant digits of the middle one of the numbers, in order of size. A number that would be
/// printed as zero and is not zero keeps two significant digits instead. Files keep every digit.
struct ColumnFormat: Sendable {
  private let decimals: Int

  /// Chooses the decimals for some numbers.
  init(_ numbers: [Double]) {
    let magnitudes = numbers.filter { $0.isFinite && $0 != 0 }.map(\.magnitude).sorted()
    guard !magnitudes.isEmpty, magnitudes.contains(where: { $0 != $0.rounded() }) else {
      decimals = 0
      return
    }
    decimals = ColumnFormat.decimals(keeping: 4, of: magnitudes[magnitudes.count / 2], most: 6)
  }

  /// Returns a number as text.
  func text(_ number: Double) -> String {
    let half = ColumnFormat.power(-decimals) / 2
    let isLost = number != 0 && number.magnitude < half
    let places = isLost ? ColumnFormat.decimals(keeping: 2, of: number.magnitude, most: 15) : decimals
    return NumberFormat(decimals: places).text(number)
  }

  /// Returns how many decimals keep some significant digits of a number.
  private static func decimals(keeping digits: Int, of magnitude: Double, most: Int) -> Int {
    var places = 0
    while places < most, magnitude * power(places) < power(digits - 1) { places += 1 }
    return places
  }

  private static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent.magnitude { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }
}
