/// How the uncertainty of coefficients is estimated from the residuals.
public enum CovarianceKind: String, Hashable, Sendable, CaseIterable {
  /// One variance for all points: the classical formula.
  case classical
  /// Each point's squared residual, times n/(n − 2). White (1980) with the correction of degrees of freedom.
  case hc1
  /// Each point's squared residual over (1 − leverage)²: near the jackknife, and the default, since it keeps its level
  /// with few points and unequal variances.
  ///
  /// **Source.** MacKinnon & White (1985), J. Econometrics 29(3), 305–325, doi:10.1016/0304-4076(85)90158-7; Long &
  /// Ervin (2000), Am. Stat. 54(3), 217–224, doi:10.1080/00031305.2000.10474549.
  case hc3

  /// How a caption names it.
  public var label: String {
    switch self {
    case .classical: "classical"
    case .hc1: "heteroskedasticity-robust (HC1)"
    case .hc3: "heteroskedasticity-robust (HC3)"
    }
  }
}

/// An estimate with its interval.
public struct Coefficient: Hashable, Sendable {
  /// The estimate.
  public let value: Double
  /// Its standard error.
  public let standardError: Double
  /// The lower end of the interval.
  public let lower: Double
  /// The upper end of the interval.
  public let upper: Double
  /// The p-value of the two-sided test against 0; nil where the standard error is 0.
  public let pValue: Double?
}
