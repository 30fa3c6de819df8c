import Panels

/// What is known of some numbers without holding them.
struct NumberTally: Equatable {
  private(set) var count = 0
  private(set) var sum = 0.0
  private(set) var least = Double.infinity
  private(set) var most = -Double.infinity
  private(set) var negatives = 0
  /// The first row with a number below 0, and that number.
  private(set) var firstNegative: (row: Int, number: Double) = (0, 0)
  /// The greatest common divisor of the numbers that are not 0; nil once one is not whole or too large.
  private(set) var divisor: Int? = 0

  /// Adds a number that stands in some cells.
  @inline(__always)
  mutating func add(_ number: Double, times: Int = 1, row: Int) {
    count += times
    sum += number * Double(times)
    if number < least { least = number }
    if number > most { most = number }
    if number < 0 {
      if negatives == 0 || row < firstNegative.row { firstNegative = (row, number) }
      negatives += times
    }
    if divisor != nil, divisor != 1 || number != number.rounded(), number != 0 { divide(by: number) }
  }

  private mutating func divide(by number: Double) {
    guard number == number.rounded(), number.magnitude < 1e15 else {
      divisor = nil
      return
    }
    divisor = divisor.map { NumberTally.greatestCommonDivisor($0, Int(number.magnitude)) }
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  static func == (left: NumberTally, right: NumberTally) -> Bool {
    left.count == right.count && left.sum == right.sum && left.least == right.least
      && left.most == right.most && left.negatives == right.negatives
      && left.firstNegative == right.firstNegative && left.divisor == right.divisor
  }
}
