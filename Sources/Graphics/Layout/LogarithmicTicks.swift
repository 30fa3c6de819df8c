/// Numbers that a reader knows along a logarithmic axis.
enum LogarithmicTicks {
  /// Choices of ticks from the finest to the coarsest, each ascending within the axis.
  static func choices(low: Double, high: Double) -> [[Double]] {
    let first = DecimalDigits(low).exponent - 1
    let last = DecimalDigits(high).exponent
    func ticks(_ factors: [Int], every: Int = 1) -> [Double] {
      let powers = Array(first...max(first, last)).filter { $0.isMultiple(of: every) }
      let all: [Double] = powers.flatMap { power in factors.map { tick($0, power) } }
      return all.filter { $0 >= low * (1 - 1e-12) && $0 <= high * (1 + 1e-12) }
    }
    let coarse = [1, 2, 3, 5, 10, 20, 50, 100].map { ticks([1], every: $0) }
    return [fine(low, high), ticks([1, 2, 3, 5]), ticks([1, 2, 5]), ticks([1, 3])] + coarse
  }

  /// A tick; in the decade below 1 a third stands for 0.3, so that it mirrors 3.
  private static func tick(_ factor: Int, _ power: Int) -> Double {
    factor == 3 && power == -1 ? 1.0 / 3 : powerOfTen(power, times: factor)
  }

  /// Ticks for an axis that spans less than a factor of three.
  private static func fine(_ low: Double, _ high: Double) -> [Double] {
    guard high / low < 8 else { return [] }
    return LinearTicks(low: low, high: high, count: 6).values.filter { $0 > 0 }
  }

  /// The text of a tick: ½ and ⅓ where the numbers carry no unit.
  static func label(_ value: Double, _ format: NumberFormat) -> String {
    if format.factor == 1, format.suffix.isEmpty, format.prefix.isEmpty, format.decimals ?? 0 <= 2 {
      if value == 0.5 { return "½" }
      if value == 1.0 / 3 { return "⅓" }
    }
    return NumberFormat(
      factor: format.factor,
      prefix: format.prefix,
      suffix: format.suffix,
      isSigned: format.isSigned,
      groupsThousands: format.groupsThousands
    )
    .text(value)
  }
}
