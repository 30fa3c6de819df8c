/// A polynomial of low degree, for stationary points.
struct Polynomial {
  /// The coefficients, that of the power 0 first.
  var coefficients: [Double]

  init(_ coefficients: [Double]) {
    self.coefficients = coefficients
  }

  func callAsFunction(_ place: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * place + $1 }
  }

  var derivative: Polynomial {
    Polynomial(coefficients.indices.dropFirst().map { Double($0) * coefficients[$0] })
  }

  static func + (first: Polynomial, second: Polynomial) -> Polynomial {
    var sum = [Double](repeating: 0, count: max(first.coefficients.count, second.coefficients.count))
    for (power, coefficient) in first.coefficients.enumerated() { sum[power] += coefficient }
    for (power, coefficient) in second.coefficients.enumerated() { sum[power] += coefficient }
    return Polynomial(sum)
  }

  static func * (first: Polynomial, second: Polynomial) -> Polynomial {
    guard !first.coefficients.isEmpty, !second.coefficients.isEmpty else { return Polynomial([]) }
    var product = [Double](repeating: 0, count: first.coefficients.count + second.coefficients.count - 1)
    for (power, coefficient) in first.coefficients.enumerated() {
      for (other, factor) in second.coefficients.enumerated() {
        product[power + other] += coefficient * factor
      }
    }
    return Polynomial(product)
  }

  /// Returns where the polynomial changes its sign between two places.
  ///
  /// Between two neighbouring roots of its derivative it is monotone, so each change is bracketed and bisected.
  func roots(between low: Double, and high: Double) -> [Double] {
    guard coefficients.count > 1, low < high else { return [] }
    let places = [low] + derivative.roots(between: low, and: high) + [high]
    return zip(places, places.dropFirst())
      .compactMap { start, end in
        var (start, end) = (start, end)
        let isRising = self(start) < 0
        guard self(start) * self(end) < 0 else { return nil }
        for _ in 0..<60 {
          let middle = start + (end - start) / 2
          if (self(middle) < 0) == isRising { start = middle } else { end = middle }
        }
        return start + (end - start) / 2
      }
  }
}
