/// Returns the natural logarithm of the regularized incomplete beta function, ln I_x(a, b).
///
///     I_x(a, b) = 1/B(a, b) ∫₀ˣ t^(a−1) (1 − t)^(b−1) dt
///
/// By the continued fraction where x lies below the mean, by 1 − I_y(b, a) above it. The factor before the fraction
/// is put together from differences to the mode, so that it keeps its digits for a and b in the millions.
///
/// - Parameters:
///   - x: The upper limit, 0 … 1.
///   - y: 1 − x, given apart so that it keeps its digits where x is near 1.
///   - a: The first parameter; positive.
///   - b: The second parameter; positive.
/// - Returns: ln I, −∞ at x = 0, 0 at y = 0.
///
/// **Source.** Abramowitz & Stegun (1964), 26.5; DiDonato & Morris (1992), ACM Trans. Math. Softw. 18(3),
/// 360–373, doi:10.1145/131766.131776, for the fraction.
/// **Complexity.** O(√max(a, b)). **Checked against.** SciPy `stats.t`, `stats.beta`.
public func logIncompleteBeta(_ x: Double, complement y: Double, a: Double, b: Double) -> Double {
  precondition(a > 0 && b > 0 && x >= 0 && y >= 0, "logIncompleteBeta(\(x), \(y), \(a), \(b)): out of range")
  if x == 0 { return -.infinity }
  if y == 0 { return 0 }
  if x <= (a + 1) / (a + b + 2) {
    return logBetaFactor(x, y, a, b) + naturalLogarithm(betaFraction(x, y, a, b))
  }
  let other = logBetaFactor(y, x, b, a) + naturalLogarithm(betaFraction(y, x, b, a))
  return naturalLogarithm(onePlus: -min(1, exponential(other)))
}

/// ln[x^a y^b / B(a, b)], from the distance of x to a/(a + b).
private func logBetaFactor(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
  let sum = a + b
  let deviation = a * logBelowTangent(x * sum / a) + b * logBelowTangent(y * sum / b)
  let corrections = stirlingCorrection(sum) - stirlingCorrection(a) - stirlingCorrection(b)
  return deviation + corrections + 0.5 * naturalLogarithm(a / sum * b) - halfLogTwoPi
}

/// The continued fraction of the incomplete beta function, by the modified method of Lentz.
///
/// The even part of the common fraction, 1/(β₀ + α₁/(β₁ + …)), whose terms hold a − (a + b)x, written ay − bx: so it keeps its
/// digits where x is near 1, and takes half as many terms.
private func betaFraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  func kept(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
  let distance = a * y - b * x + 1
  var fraction = kept(a * distance / (a + 1))
  var c = fraction
  var d = 0.0
  var n = 0.0
  while n < 1e6 {
    n += 1
    let weight = n * (b - n) * x
    let span = a + 2 * n - 1
    let alpha = (a + n - 1) * (a + b + n - 1) * weight * x / (span * span)
    let beta = n + weight / span + (a + n) * (distance + n * (1 + y)) / (span + 2)
    d = 1 / kept(beta + alpha * d)
    c = kept(beta + alpha / c)
    let step = c * d
    fraction *= step
    if (step - 1).magnitude < 0x1p-52 { break }
  }
  return 1 / fraction
}
