import Arithmetic

/// A straight line through points by ordinary least squares.
///
///     y = a + b x,   b = Σ (xᵢ − x̄)(yᵢ − ȳ) / Σ (xᵢ − x̄)²,   a = ȳ − b x̄
///
/// | symbol | meaning | shape | unit |
/// | --- | --- | --- | --- |
/// | b | ``slope`` | scalar | that of y over that of x |
/// | a | ``intercept`` | scalar | that of y |
/// | eᵢ | ``residuals`` | points | that of y |
/// | hᵢ | ``leverages``, 1/n + (xᵢ − x̄)²/Σ(xⱼ − x̄)² | points | 1/n … 1 |
///
/// A line through regions describes them; it is no effect of x on y.
///
/// **Inference.** Intervals are those of Student's t with n − 2 degrees of freedom, about standard errors of a
/// ``CovarianceKind``, HC3 unless said otherwise.
/// **Complexity.** O(n). **Checked against.** NumPy's matrix formulas and leave-one-out fits (`Tests/Fixtures/straight-line`); R REAT
/// 3.0.3 `betaconv.ols`.
public struct StraightLine: Sendable, Equatable {
  /// The slope b.
  public let slope: Double
  /// The intercept a.
  public let intercept: Double
  /// The share of y's variance that goes with x, 0 … 1.
  public let rSquared: Double
  /// What the line leaves of each point's y.
  public let residuals: [Double]
  /// How much each point draws the line to itself.
  public let leverages: [Double]
  /// The residual variance, Σ e²/(n − 2).
  public let residualVariance: Double
  /// How the uncertainty was estimated.
  public let covariance: CovarianceKind

  /// The mean of x.
  let center: Double
  /// Σ (x − x̄)².
  let spread: Double
  /// The variances of the line's height at the mean of x and of the slope, and their covariance.
  let variances: Variances

  struct Variances: Sendable, Equatable {
    let height: Double
    let slope: Double
    let both: Double
  }

  /// How many points there are.
  public var count: Int { residuals.count }

  /// The degrees of freedom of the intervals, n − 2.
  public var degreesOfFreedom: Int { count - 2 }

  /// Fits a line.
  ///
  /// - Parameters:
  ///   - x: The explaining number of each point; finite, not all alike.
  ///   - y: The explained number of each point; finite, in the same order.
  ///   - covariance: How uncertainty is estimated.
  /// - Throws: ``InferenceError/tooFewPoints(found:needed:)`` for fewer than 3 points;
  ///   ``InferenceError/noVariation(_:)`` if x or y is the same everywhere; ``InferenceError/decidedByOnePoint(_:)`` if HC3 meets
  ///   a point of leverage 1; ``InferenceError/shapeMismatch(expected:found:)``; ``InferenceError/unusable(_:_:)``.
  public init(x: [Double], y: [Double], covariance: CovarianceKind = .hc3) throws(InferenceError) {
    try Points.check(x, y)
    let count = Double(x.count)
    let xMean = x.compensatedSum / count
    let yMean = y.compensatedSum / count
    let xSpread = x.lazy.map { ($0 - xMean) * ($0 - xMean) }.compensatedSum
    let ySpread = y.lazy.map { ($0 - yMean) * ($0 - yMean) }.compensatedSum
    let slope = zip(x, y).lazy.map { ($0 - xMean) * ($1 - yMean) }.compensatedSum / xSpread
    residuals = zip(x, y).map { ($1 - yMean) - slope * ($0 - xMean) }
    leverages = x.map { 1 / count + ($0 - xMean) * ($0 - xMean) / xSpread }
    let squares = residuals.lazy.map { $0 * $0 }.compensatedSum
    self.slope = slope
    intercept = yMean - slope * xMean
    rSquared = max(0, 1 - squares / ySpread)
    residualVariance = squares / (count - 2)
    self.covariance = covariance
    center = xMean
    spread = xSpread
    let weights = try StraightLine.pointVariances(
      covariance,
      residuals: residuals,
      leverages: leverages,
      common: residualVariance
    )
    variances = Variances(
      height: weights.compensatedSum / (count * count),
      slope: zip(x, weights).lazy.map { ($0 - xMean) * ($0 - xMean) * $1 }.compensatedSum
        / (xSpread * xSpread),
      both: zip(x, weights).lazy.map { ($0 - xMean) * $1 }.compensatedSum / (count * xSpread)
    )
  }

  /// The estimated variance of each point's error.
  private static func pointVariances(
    _ kind: CovarianceKind,
    residuals: [Double],
    leverages: [Double],
    common: Double
  ) throws(InferenceError) -> [Double] {
    switch kind {
    case .classical: return residuals.map { _ in common }
    case .hc1:
      let correction = Double(residuals.count) / Double(residuals.count - 2)
      return residuals.map { $0 * $0 * correction }
    case .hc3:
      if let sole = leverages.firstIndex(where: { 1 - $0 < 1e-10 }) {
        throw InferenceError.decidedByOnePoint(sole)
      }
      return zip(residuals, leverages).map { $0 * $0 / ((1 - $1) * (1 - $1)) }
    }
  }
}

/// Checks of lists of points.
enum Points {
  /// Throws if two lists cannot be compared point by point.
  static func check(_ x: [Double], _ y: [Double]) throws(InferenceError) {
    guard x.count == y.count else { throw InferenceError.shapeMismatch(expected: x.count, found: y.count) }
    guard x.count >= 3 else { throw InferenceError.tooFewPoints(found: x.count, needed: 3) }
    for (name, values) in [("x", x), ("y", y)] {
      for (position, value) in values.enumerated() where !value.isFinite {
        throw InferenceError.unusable("\(name) of point number \(position + 1)", value)
      }
      guard let first = values.first, values.contains(where: { $0 != first }) else {
        throw InferenceError.noVariation(name)
      }
    }
  }
}
