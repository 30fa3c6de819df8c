import Arithmetic

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The standard normal distribution, as far as verdicts need it.
enum Normal {
  /// The point that a standard normal number exceeds with probability 2.5 %.
  static let quantile975 = 1.959_963_984_540_054

  /// The number of standard errors to each side of an interval of a level: 1.96 at 0.95.
  static func quantile(_ level: Double) -> Double {
    level == 0.95 ? quantile975 : NormalDistribution.quantile(0.5 + level / 2)
  }

  /// The probability that a standard normal number lies further from 0 than `z`, on either side.
  static func twoSided(_ z: Double) -> Double {
    erfc(z.magnitude / 2.0.squareRoot())
  }
}
