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
/// **Source.** Abramowitz & Stegun (1964), 26.5; the fraction is evaluated by the method of Lentz (1976), Appl. Opt. 15(3), 668–671.
/// **Complexity.** O(√max(a, b)). **Checked against.** SciPy `stats.t`, `stats.beta`.
public func logIncompleteBeta(_ x: Double, complement y: Double, a: Double, b: Double) -> Double {
  precondition(a > 0 && b > 0 && x >= 0 && y >= 0, "logIncompleteBeta(\(x), \(y), \(a), \(b)): out of range")
  if x == 0 { return -.infinity }
  if y == 0 { return 0 }
  if x <= (a + 1) / (a + b + 2) {
    return logBetaFactor(x, y, a, b) - naturalLogarithm(a) + naturalLogarithm(betaFraction(x, a, b))
  }
  let other = logBetaFactor(y, x, b, a) - naturalLogarithm(b) + naturalLogarithm(betaFraction(y, b, a))
  return naturalLogarithm(onePlus: -min(1, exponential(other)))
}

/// ln[x^a y^b / B(a, b)], from the distance of x to a/(a + b).
private func logBetaFactor(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
  let sum = a + b
  let deviation = a * logOnePlusMinus(x * sum / a - 1) + b * logOnePlusMinus(y * sum / b - 1)
  let corrections = stirlingCorrection(sum) - stirlingCorrection(a) - stirlingCorrection(b)
  return deviation + corrections + 0.5 * naturalLogarithm(a / sum * b) - halfLogTwoPi
}

/// The continued fraction of the incomplete beta function, by the modified method of Lentz.
private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  func kept(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / kept(1 - (a + b) * x / (a + 1))
  var fraction = d
  var m = 0.0
  while m < 1e6 {
    m += 1
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / kept(1 + even * d)
    c = kept(1 + even / c)
    fraction *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / kept(1 + odd * d)
    c = kept(1 + odd / c)
    let step = d * c
    fraction *= step
    if (step - 1).magnitude < 0x1p-52 { break }
  }
  return fraction
}
