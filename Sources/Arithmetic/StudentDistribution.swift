/// Student's distribution t with some degrees of freedom.
///
/// **Source.** Student (1908), Biometrika 6(1), 1–25, doi:10.1093/biomet/6.1.1.
/// **Checked against.** SciPy `stats.t` at 1e-12, from 1 to 100,000 degrees of freedom.
public struct StudentDistribution: Hashable, Sendable {
  /// The degrees of freedom ν; positive, whole or not.
  public let degreesOfFreedom: Double

  /// Makes the distribution.
  ///
  /// - Parameter degreesOfFreedom: ν; positive and finite.
  public init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "Student's distribution needs positive degrees of freedom, not \(degreesOfFreedom)"
    )
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Returns the probability of a number at most t; accurate in the lower tail.
  public func cumulative(_ t: Double) -> Double {
    t > 0 ? 1 - exponential(logUpperTail(t)) : exponential(logUpperTail(-t))
  }

  /// Returns the probability of a number above t; accurate in the upper tail.
  public func upperTail(_ t: Double) -> Double { cumulative(-t) }

  /// Returns the probability of a number at least as far from 0 as t: the p-value of a two-sided test.
  public func twoSided(_ t: Double) -> Double { min(1, 2 * cumulative(-t.magnitude)) }

  /// Returns the density at t.
  public func density(_ t: Double) -> Double {
    let half = degreesOfFreedom / 2
    let constant =
      stirlingCorrection(half + 0.5) - stirlingCorrection(half) + half * naturalLogarithm(onePlus: 0.5 / half)
      - 0.5
      - halfLogTwoPi
    return exponential(constant - (half + 0.5) * naturalLogarithm(onePlus: t * t / degreesOfFreedom))
  }

  /// Returns the number that a draw is at most with a given probability.
  ///
  /// Newton's method, on the probability in the middle and on the logarithms of tail and number outside; both
  /// functions are concave, so that it converges.
  ///
  /// - Parameter probability: 0 … 1.
  /// - Returns: The quantile; −∞ at 0 and ∞ at 1.
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "quantile(\(probability)): a probability lies in 0...1")
    if probability > 0.5 { return upperQuantile(1 - probability) }
    return -upperQuantile(probability)
  }

  /// Returns half the width of a central interval in standard errors: the quantile of (1 + level)/2.
  ///
  /// - Parameter level: The probability inside, above 0 and below 1, such as 0.95.
  /// - Returns: The critical number.
  public func criticalValue(level: Double) -> Double {
    precondition(level > 0 && level < 1, "an interval's level lies between 0 and 1, not at \(level)")
    return upperQuantile((1 - level) / 2)
  }

  private func upperQuantile(_ tail: Double) -> Double {
    if tail == 0 { return .infinity }
    return tail > 0.1 ? middleQuantile(central: 0.5 - tail) : tailQuantile(tail)
  }

  private func middleQuantile(central: Double) -> Double {
    var t = 0.0
    for _ in 0..<100 {
      let step = (exponential(logCentral(t)) - central) / density(t)
      t -= step
      if step.magnitude <= 1e-16 * t { break }
    }
    return t
  }

  private func tailQuantile(_ tail: Double) -> Double {
    let target = naturalLogarithm(tail)
    // Tails are heavier than the normal's, so the start lies below the root; the first step passes it, and the others
    // come back to it from above.
    var u = naturalLogarithm(NormalDistribution.upperQuantile(tail))
    for _ in 0..<200 {
      let t = exponential(u)
      let logTail = logUpperTail(t)
      let slope = exponential(u + naturalLogarithm(density(t)) - logTail)
      let step = (logTail - target) / slope
      u += step
      if step.magnitude <= 2e-16 * max(1, u.magnitude) { break }
    }
    return exponential(u)
  }

  /// The logarithm of the probability above t, t ≥ 0.
  private func logUpperTail(_ t: Double) -> Double {
    let square = t * t
    guard square.isFinite else { return -.infinity }
    let nu = degreesOfFreedom
    let x = nu / (nu + square)
    let y = square / (nu + square)
    return logIncompleteBeta(x, complement: y, a: nu / 2, b: 0.5) - naturalLogarithm(2)
  }

  /// The logarithm of the probability between 0 and t, t ≥ 0.
  private func logCentral(_ t: Double) -> Double {
    let square = t * t
    let nu = degreesOfFreedom
    return logIncompleteBeta(square / (nu + square), complement: nu / (nu + square), a: 0.5, b: nu / 2)
      - naturalLogarithm(2)
  }
}
