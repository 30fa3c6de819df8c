// Goals, in order: a relative accuracy of 1e-12 wherever tests and intervals ask; no table, no state; few lines.
// The C library's lgamma writes a global sign, so that two threads race; this file does without it.

/// Returns the natural logarithm of the gamma function of a positive number.
///
/// Stirling's series from 15 up, and the recurrence Γ(x + 1) = x Γ(x) below.
///
/// - Parameter x: A positive number.
/// - Returns: ln Γ(x); the absolute error is some 1e-15 times the larger of 1 and the result.
///
/// **Source.** Abramowitz & Stegun (1964), Handbook of Mathematical Functions, chapter 6. **Complexity.** O(1).
/// **Checked against.** SciPy `special.gammaln`.
public func logGamma(_ x: Double) -> Double {
  precondition(x > 0, "logGamma(\(x)): the number must be positive")
  var shifted = x
  var product = 1.0
  while shifted < 15 {
    product *= shifted
    shifted += 1
  }
  let large = (shifted - 0.5) * naturalLogarithm(shifted) - shifted + halfLogTwoPi + stirlingSeries(shifted)
  return large - naturalLogarithm(product)
}

/// Returns what Stirling's formula leaves of ln Γ(x): ln Γ(x) − (x − ½) ln x + x − ½ ln 2π.
///
/// Small where x is large, so that ratios of gamma functions keep their digits.
package func stirlingCorrection(_ x: Double) -> Double {
  x >= 15 ? stirlingSeries(x) : logGamma(x) - ((x - 0.5) * naturalLogarithm(x) - x + halfLogTwoPi)
}

/// The series Σ B₂ₖ / (2k(2k − 1) x^(2k−1)) with the Bernoulli numbers B₂ₖ, for x ≥ 15.
private func stirlingSeries(_ x: Double) -> Double {
  let inverse = 1 / x
  let square = inverse * inverse
  let coefficients: [Double] = [
    -0.029_550_653_594_771_242, 0.006_410_256_410_256_410_3, -0.001_917_526_917_526_917_5,
    0.000_841_750_841_750_841_75,
    -0.000_595_238_095_238_095_24, 0.000_793_650_793_650_793_65, -0.002_777_777_777_777_777_8,
    0.083_333_333_333_333_333,
  ]
  var sum = 43_867.0 / 244_188
  for coefficient in coefficients {
    sum = sum * square + coefficient
  }
  return sum * inverse
}

/// Half the logarithm of 2π.
package let halfLogTwoPi = 0.918_938_533_204_672_741_78

/// Returns ln r − (r − 1), without the cancellation that the two parts would suffer near 1.
///
/// - Parameter ratio: r; positive.
/// - Returns: A number that is not positive.
package func logBelowTangent(_ ratio: Double) -> Double {
  let u = ratio - 1
  guard u.magnitude < 0.3 else { return naturalLogarithm(ratio) - u }
  // With w = u/(2 + u): ln(1 + u) = 2(w + w³/3 + w⁵/5 + …) and u = 2w/(1 − w), so the difference is −uw + 2w³(1/3 + w²/5 + …).
  let w = u / (2 + u)
  let square = w * w
  var sum = 0.0
  for k in stride(from: 27, through: 3, by: -2) { sum = sum * square + 1 / Double(k) }
  return 2 * w * square * sum - u * w
}
