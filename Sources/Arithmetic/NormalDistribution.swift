#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The standard normal distribution.
///
/// **Checked against.** SciPy `stats.norm` at 1e-12, from −37 to 37 standard deviations.
public enum NormalDistribution {
  /// Returns the density e^(−z²/2)/√(2π).
  public static func density(_ z: Double) -> Double {
    exponential(-0.5 * z * z - halfLogTwoPi)
  }

  /// Returns the probability of a number at most z; accurate in the lower tail.
  public static func cumulative(_ z: Double) -> Double {
    0.5 * erfc(-z * 0.5.squareRoot())
  }

  /// Returns the probability of a number above z; accurate in the upper tail.
  public static func upperTail(_ z: Double) -> Double { cumulative(-z) }

  /// Returns the number that a draw is at most with a given probability.
  ///
  /// Newton's method on the logarithm of the tail, which is concave, so that it converges from any start above; in the
  /// middle on the probability itself.
  ///
  /// - Parameter probability: 0 … 1.
  /// - Returns: The quantile; −∞ at 0 and ∞ at 1.
  public static func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "quantile(\(probability)): a probability lies in 0...1")
    if probability > 0.5 { return upperQuantile(1 - probability) }
    return -upperQuantile(probability)
  }

  /// Returns the number that a draw is above with a probability of at most one half.
  static func upperQuantile(_ tail: Double) -> Double {
    if tail == 0 { return .infinity }
    if tail > 0.1 {
      let central = 0.5 - tail
      var z = 0.0
      for _ in 0..<60 {
        let step = (0.5 * erf(z * 0.5.squareRoot()) - central) / density(z)
        z -= step
        if step.magnitude <= 1e-16 * z { break }
      }
      return z
    }
    let target = naturalLogarithm(tail)
    var z = (-2 * naturalLogarithm(2 * tail)).squareRoot()
    for _ in 0..<60 {
      let logTail = logUpperTail(z)
      let hazard = exponential(-0.5 * z * z - halfLogTwoPi - logTail)
      let step = (logTail - target) / hazard
      z += step
      if step.magnitude <= 2e-16 * z { break }
    }
    return z
  }

  /// Returns the logarithm of the upper tail, for z ≥ 0; does not underflow.
  static func logUpperTail(_ z: Double) -> Double {
    guard z > 6 else { return naturalLogarithm(upperTail(z)) }
    // The continued fraction of Mills' ratio, from its far end.
    var fraction = z
    for k in stride(from: 60.0, through: 1, by: -1) { fraction = z + k / fraction }
    return -0.5 * z * z - halfLogTwoPi - naturalLogarithm(fraction)
  }
}
