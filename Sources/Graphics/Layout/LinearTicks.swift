/// Round numbers along a linear axis.
package struct LinearTicks: Sendable, Hashable {
  /// The distance between ticks.
  package let step: Double
  /// The ticks, ascending.
  package let values: [Double]

  /// Finds ticks at 1, 2 or 5 times a power of ten.
  ///
  /// - Parameters:
  ///   - low: The low end of the axis.
  ///   - high: The high end of the axis, above the low one.
  ///   - count: About how many ticks are wanted.
  ///   - wholeOnly: Whether ticks between whole numbers are of no use, as with years.
  package init(low: Double, high: Double, count: Int, wholeOnly: Bool = false) {
    let half = high / 2 - low / 2
    var step = LinearTicks.roundStep(half / Double(max(1, count)) * 2)
    if wholeOnly { step = max(1, step) }
    guard step.isNormal, half > 0 else {
      self.step = 0
      values = [low]
      return
    }
    var ticks: [Double] = []
    let first = (low / step - 1e-9).rounded(.up)
    let last = (high / step + 1e-9).rounded(.down)
    var index = first
    while index <= last, ticks.count < 200 {
      let tick = LinearTicks.multiple(step, index)
      if tick.isFinite { ticks.append(tick) }
      index += 1
    }
    self.step = step
    values = ticks
  }

  /// The smallest of 1, 2, 5 times a power of ten that is not below a number.
  static func roundStep(_ raw: Double) -> Double {
    guard raw.isFinite, raw > 0 else { return raw > 0 ? .greatestFiniteMagnitude : 0 }
    let exponent = DecimalDigits(raw).exponent - 1
    for factor in [1, 2, 5, 10] {
      let candidate = powerOfTen(exponent, times: factor)
      if candidate >= raw * (1 - 1e-9) { return candidate }
    }
    return raw
  }

  /// A multiple of a step, without the last digit's noise: 3 × 0.1 is 0.3.
  static func multiple(_ step: Double, _ count: Double) -> Double {
    let inverse = (1 / step).rounded()
    return inverse >= 1 && 1 / inverse == step ? count / inverse : count * step
  }
}

/// `times × 10^exponent` as the nearest number.
func powerOfTen(_ exponent: Int, times: Int = 1) -> Double {
  Double("\(times)e\(exponent)") ?? 0
}
