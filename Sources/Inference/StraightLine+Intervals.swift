import Arithmetic

extension StraightLine {
  /// Returns the slope with its interval.
  ///
  /// - Parameter level: The probability that the interval covers, above 0 and below 1.
  /// - Returns: The estimate.
  /// - Throws: ``InferenceError/outOfRange(_:)`` for another level.
  public func slopeEstimate(level: Double = 0.95) throws(InferenceError) -> Coefficient {
    try estimate(slope, variance: variances.slope, level: level)
  }

  /// Returns the intercept with its interval.
  ///
  /// - Parameter level: The probability that the interval covers, above 0 and below 1.
  /// - Returns: The estimate.
  /// - Throws: ``InferenceError/outOfRange(_:)`` for another level.
  public func interceptEstimate(level: Double = 0.95) throws(InferenceError) -> Coefficient {
    try estimate(intercept, variance: variance(at: 0), level: level)
  }

  /// Returns the height of the line at a number, with its interval: the band around the line.
  ///
  /// - Parameters:
  ///   - x: Where.
  ///   - level: The probability that the interval covers, above 0 and below 1.
  /// - Returns: The estimate of the mean of y there.
  /// - Throws: ``InferenceError/outOfRange(_:)`` for another level.
  public func mean(at x: Double, level: Double = 0.95) throws(InferenceError) -> Coefficient {
    try estimate(height(at: x), variance: variance(at: x), level: level)
  }

  /// Returns what y a further point at a number would have, with its interval: the prediction band.
  ///
  /// The scatter about the line is taken to be the same everywhere and normal, whatever the covariance: a robust interval
  /// of a single point does not exist.
  ///
  /// - Parameters:
  ///   - x: Where.
  ///   - level: The probability that the interval covers, above 0 and below 1.
  /// - Returns: The prediction.
  /// - Throws: ``InferenceError/outOfRange(_:)`` for another level.
  public func prediction(at x: Double, level: Double = 0.95) throws(InferenceError) -> Coefficient {
    try estimate(height(at: x), variance: variance(at: x) + residualVariance, level: level)
  }

  /// Returns the height of the line at a number.
  public func height(at x: Double) -> Double { intercept + slope * x }

  private func variance(at x: Double) -> Double {
    let distance = x - center
    // A rounding error must not make the variance of an exact fit negative.
    return max(0, variances.height + 2 * distance * variances.both + distance * distance * variances.slope)
  }

  private func estimate(_ value: Double, variance: Double, level: Double) throws(InferenceError)
    -> Coefficient
  {
    guard level > 0, level < 1 else {
      throw InferenceError.outOfRange(
        "An interval of level \(level) was asked for; give a number between 0 and 1."
      )
    }
    let student = StudentDistribution(degreesOfFreedom: Double(degreesOfFreedom))
    let error = variance.squareRoot()
    let half = student.criticalValue(level: level) * error
    return Coefficient(
      value: value,
      standardError: error,
      lower: value - half,
      upper: value + half,
      pValue: error > 0 ? student.twoSided(value / error) : nil
    )
  }
}
