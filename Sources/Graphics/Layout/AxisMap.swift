#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Which pixel a value of an axis stands at.
struct AxisMap {
  let scale: AxisScale
  let low: Double
  let high: Double
  /// The pixel of the low end.
  let start: Double
  /// The pixel of the high end; above `start` on a vertical axis, so smaller.
  let end: Double

  /// The pixel of a value; a value outside stands at the end it leaves by.
  func position(_ value: Double) -> Double {
    start + (end - start) * min(1, max(0, fraction(value)))
  }

  /// Whether a value lies on the axis.
  func contains(_ value: Double) -> Bool {
    value >= low - (high / 2 - low / 2) * 1e-9 && value <= high + (high / 2 - low / 2) * 1e-9
  }

  private func fraction(_ value: Double) -> Double {
    if value == .infinity { return 1 }
    if value == -.infinity { return 0 }
    switch scale {
    case .linear:
      // Halved, so that the difference of two very large numbers stays finite.
      let span = high / 2 - low / 2
      return span > 0 ? (value / 2 - low / 2) / span : 0.5
    case .logarithmic:
      guard value > 0 else { return 0 }
      let span = log(high) - log(low)
      return span > 0 ? (log(value) - log(low)) / span : 0.5
    }
  }
}

/// The ends of an axis, fitted to values.
struct AxisEnds: Hashable {
  var low: Double
  var high: Double

  /// Fits an axis: its domain where it has one, else the values, widened to round numbers.
  ///
  /// - Parameters:
  ///   - values: What must be seen.
  ///   - axis: The axis.
  ///   - ticks: About how many ticks are wanted.
  ///   - isNice: Whether the ends are moved out to ticks; not for years.
  init(_ values: [Double], axis: ValueAxis, ticks: Int = 5, isNice: Bool = true) {
    if let domain = axis.domain, domain.lowerBound < domain.upperBound,
      axis.scale == .linear || domain.lowerBound > 0
    {
      low = domain.lowerBound
      high = domain.upperBound
      return
    }
    let finite = values.filter { $0.isFinite && (axis.scale == .linear || $0 > 0) }
    let zero = axis.includesZero && axis.scale == .linear ? [0.0] : []
    let all = finite + zero
    low = all.min() ?? (axis.scale == .linear ? 0 : 0.5)
    high = all.max() ?? (axis.scale == .linear ? 1 : 2)
    switch axis.scale {
    case .linear: widenLinear(ticks: ticks, isNice: isNice)
    case .logarithmic: widenLogarithmic()
    }
  }

  private mutating func widenLinear(ticks: Int, isNice: Bool) {
    let size = max(low.magnitude, high.magnitude)
    if high / 2 - low / 2 <= size * 1e-12 || !(high - low).isNormal {
      let margin = size < 1e-300 ? 1 : isNice ? size / 2 : 1
      low = max(-.greatestFiniteMagnitude, low - margin)
      high = min(.greatestFiniteMagnitude, high + margin)
    }
    guard isNice else { return }
    let step = LinearTicks(low: low, high: high, count: ticks).step
    guard step > 0 else { return }
    let lower = LinearTicks.multiple(step, (low / step + 1e-9).rounded(.down))
    let upper = LinearTicks.multiple(step, (high / step - 1e-9).rounded(.up))
    if lower.isFinite { low = min(low, lower) }
    if upper.isFinite { high = max(high, upper) }
  }

  private mutating func widenLogarithmic() {
    let margin = high / low < 1.5 ? 1.3 : 1.08
    low = max(1e-300, low / margin)
    high = min(1e300, max(high * margin, low * 1.5))
  }
}
