import Arithmetic

extension StraightLine {
  /// A point that the line does not fit, or that draws the line to itself.
  public struct UnusualPoint: Hashable, Sendable {
    /// The position of the point.
    public let position: Int
    /// Its residual in standard errors, estimated without the point.
    public let studentizedResidual: Double
    /// Its leverage.
    public let leverage: Double
    /// Whether the residual is beyond the limit.
    public let isOutlier: Bool
    /// Whether the leverage is beyond the limit.
    public let hasHighLeverage: Bool
  }

  /// The residuals over their standard errors, each estimated without its own point; nil for fewer than 4 points.
  ///
  ///     tᵢ = eᵢ / (s₍ᵢ₎ √(1 − hᵢ)),   s₍ᵢ₎² = [(n − 2)s² − eᵢ²/(1 − hᵢ)] / (n − 3)
  ///
  /// A point that alone lies off an exact line has an infinite one; a point of leverage 1 has 0, since the line passes
  /// through it whatever its y is.
  ///
  /// **Source.** Belsley, Kuh & Welsch (1980), Regression Diagnostics, Wiley. **Checked against.** fits that leave each
  /// point out (`Tests/Fixtures/straight-line`).
  public var studentizedResiduals: [Double]? {
    guard count >= 4 else { return nil }
    let squares = residualVariance * Double(count - 2)
    return zip(residuals, leverages)
      .map { residual, leverage in
        let free = 1 - leverage
        guard free > 1e-10, residual != 0 else { return 0 }
        let rest = max(0, squares - residual * residual / free) / Double(count - 3)
        return residual / (rest * free).squareRoot()
      }
  }

  /// Returns the points to name in a figure, the largest residual first.
  ///
  /// - Parameters:
  ///   - limit: Beyond which studentized residual, in size, a point is an outlier. With 2.5 about one point in eighty is one
  ///     by chance.
  ///   - leverageLimit: Beyond which leverage a point is named; three times the mean leverage, 6/n, if not given.
  /// - Returns: The points with either property; none for fewer than 4 points.
  public func unusualPoints(studentizedAbove limit: Double = 2.5, leverageAbove leverageLimit: Double? = nil)
    -> [UnusualPoint]
  {
    guard let studentized = studentizedResiduals else { return [] }
    let leverageLimit = leverageLimit ?? 6 / Double(count)
    let points = studentized.indices.map { position in
      UnusualPoint(
        position: position,
        studentizedResidual: studentized[position],
        leverage: leverages[position],
        isOutlier: studentized[position].magnitude > limit,
        hasHighLeverage: leverages[position] > leverageLimit
      )
    }
    return points.filter { $0.isOutlier || $0.hasHighLeverage }
      .sorted {
        ($1.studentizedResidual.magnitude, $0.position) < ($0.studentizedResidual.magnitude, $1.position)
      }
  }
}
