/// An ellipsoid of revolution.
public struct Ellipsoid: Hashable, Sendable {
  /// The semi-major axis in metres.
  public let semiMajorAxis: Double
  /// The semi-minor axis in metres.
  public let semiMinorAxis: Double

  /// Makes an ellipsoid.
  ///
  /// - Parameters:
  ///   - semiMajorAxis: The semi-major axis in metres.
  ///   - semiMinorAxis: The semi-minor axis in metres.
  public init(semiMajorAxis: Double, semiMinorAxis: Double) {
    self.semiMajorAxis = semiMajorAxis
    self.semiMinorAxis = semiMinorAxis
  }

  /// The ellipsoid of WGS 84.
  public static let wgs84 = Ellipsoid(semiMajorAxis: 6_378_137, semiMinorAxis: 6_356_752.314_245)
  /// The ellipsoid of the British National Grid, Airy 1830.
  public static let airy1830 = Ellipsoid(semiMajorAxis: 6_377_563.396, semiMinorAxis: 6_356_256.909)

  /// The square of the first eccentricity.
  public var squaredEccentricity: Double {
    1 - (semiMinorAxis * semiMinorAxis) / (semiMajorAxis * semiMajorAxis)
  }
}

/// Sizes of the earth.
public enum Earth {
  /// The mean radius (2a + b)/3 in kilometres, for distances.
  public static let meanRadius = 6371.0088

  /// Returns the area in km² from the equator to a latitude, between two meridians one radian apart.
  ///
  ///     a²/2 · q(φ),   q = (1 − e²) ( sin φ/(1 − e² sin² φ) + atanh(e sin φ)/e )
  static func area(fromEquatorTo sineLatitude: Double) -> Double {
    let ellipsoid = Ellipsoid.wgs84
    let squared = ellipsoid.squaredEccentricity
    let e = squared.squareRoot()
    let q =
      (1 - squared)
      * (sineLatitude / (1 - squared * sineLatitude * sineLatitude)
        + Angle.hyperbolicArcTangent(e * sineLatitude) / e)
    return ellipsoid.semiMajorAxis * ellipsoid.semiMajorAxis / 2 * q / 1e6
  }
}
