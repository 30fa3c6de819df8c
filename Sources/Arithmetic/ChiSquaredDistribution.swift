/// The chi-squared distribution with some degrees of freedom.
///
/// **Source.** Abramowitz & Stegun (1964), 26.4 and 6.5 (series and continued fraction of the incomplete gamma function).
/// **Checked against.** SciPy `stats.chi2` at 1e-12.
public struct ChiSquaredDistribution: Hashable, Sendable {
  /// The degrees of freedom; positive, whole or not.
  public let degreesOfFreedom: Double

  /// Makes the distribution.
  ///
  /// - Parameter degreesOfFreedom: Positive and finite.
  public init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "the chi-squared distribution needs positive degrees of freedom, not \(degreesOfFreedom)"
    )
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Returns the probability of a number at most x.
  public func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let a = degreesOfFreedom / 2
    let z = x / 2
    return z < a + 1 ? exponential(logFactor(z, a)) * series(z, a) : 1 - upperTail(x)
  }

  /// Returns the probability of a number above x: the p-value of a test.
  public func upperTail(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    let a = degreesOfFreedom / 2
    let z = x / 2
    return z < a + 1 ? 1 - cumulative(x) : exponential(logFactor(z, a)) * fraction(z, a)
  }

  /// ln[e^(−z) z^a / Γ(a)], from the distance of z to a.
  private func logFactor(_ z: Double, _ a: Double) -> Double {
    a * logBelowTangent(z / a) + 0.5 * naturalLogarithm(a) - halfLogTwoPi - stirlingCorrection(a)
  }

  /// Σ z^n / (a(a + 1)…(a + n)).
  private func series(_ z: Double, _ a: Double) -> Double {
    var term = 1 / a
    var sum = term
    var next = a
    while term > sum * 0x1p-54 {
      next += 1
      term *= z / next
      sum += term
    }
    return sum
  }

  /// The continued fraction of the upper incomplete gamma function, by the modified method of Lentz.
  private func fraction(_ z: Double, _ a: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var b = z + 1 - a
    var c = 1 / tiny
    var d = 1 / kept(b)
    var fraction = d
    var n = 0.0
    while n < 1e6 {
      n += 1
      let numerator = -n * (n - a)
      b += 2
      d = 1 / kept(numerator * d + b)
      c = kept(b + numerator / c)
      let step = d * c
      fraction *= step
      if (step - 1).magnitude < 0x1p-52 { break }
    }
    return fraction
  }
}
