/// A place in units of 10⁻⁵ degree, about a metre.
public struct LonLat: Hashable, Sendable {
  /// Longitude east of Greenwich, in units of 10⁻⁵ degree.
  public let longitude: Int
  /// Latitude, in units of 10⁻⁵ degree.
  public let latitude: Int

  /// The middle of Albion: open sea in the north Atlantic, where there is no land at all.
  static let middle = (longitude: -32.0, latitude: 47.0)
  /// The radius of the sphere on which the grid is laid, in kilometres.
  private static let radius = 6371.0088
  private static let degree = 3.141_592_653_589_793 / 180

  /// Puts a point of the grid on the sphere by the sinusoidal projection, which keeps areas.
  init(gridPoint: GridPoint) {
    let east = (gridPoint.x - Double(Landmass.columns) / 2) * Landmass.side
    let north = (gridPoint.y - Double(Landmass.rows) / 2) * Landmass.side
    let latitude = LonLat.middle.latitude + north / LonLat.radius / LonLat.degree
    let shrink = portableCosine(latitude * LonLat.degree)
    let longitude = LonLat.middle.longitude + east / (LonLat.radius * shrink) / LonLat.degree
    self.longitude = Int((longitude * 100_000).rounded())
    self.latitude = Int((latitude * 100_000).rounded())
  }

  /// Kilometres east and north of the middle, by the sinusoidal projection.
  public var kilometres: (east: Double, north: Double) {
    let latitude = Double(self.latitude) / 100_000
    let longitude = Double(self.longitude) / 100_000
    let shrink = portableCosine(latitude * LonLat.degree)
    return (
      (longitude - LonLat.middle.longitude) * LonLat.degree * LonLat.radius * shrink,
      (latitude - LonLat.middle.latitude) * LonLat.degree * LonLat.radius
    )
  }

  /// Returns the area inside a closed ring on the WGS 84 ellipsoid in km², negative if it runs clockwise.
  ///
  ///     A = ½ Σ (λⱼ Q(φⱼ₊₁) − λⱼ₊₁ Q(φⱼ)),   Q(φ) = a²/2 (1 − e²) ( sin φ/(1 − e² sin² φ) + atanh(e sin φ)/e )
  ///
  /// exact for edges that are straight in longitude and Q; Q(φ) is the area between the equator and φ, a radian wide.
  static func signedArea(of ring: [LonLat]) -> Double {
    guard let first = ring.first else { return 0 }
    let base = first.belowArea
    let corners = ring.map { place in
      (
        x: Double(place.longitude - first.longitude) / 100_000 * LonLat.degree,
        y: place.latitude == first.latitude ? 0 : place.belowArea - base
      )
    }
    var sum = 0.0
    for (from, to) in zip(corners, corners.dropFirst()) { sum += from.x * to.y - to.x * from.y }
    return sum / 2
  }

  /// The area in km² from the equator to the latitude, a radian of longitude wide.
  private var belowArea: Double {
    let semiMajorAxis = 6378.137
    let squared = 0.006_694_379_990_141_317
    let eccentricity = squared.squareRoot()
    let sine = portableCosine(LonLat.quarter - Double(latitude) / 100_000 * LonLat.degree)
    let product = eccentricity * sine
    let hyperbolic = portableLogarithm((1 + product) / (1 - product)) / 2
    return semiMajorAxis * semiMajorAxis / 2 * (1 - squared)
      * (sine / (1 - squared * sine * sine) + hyperbolic / eccentricity)
  }

  private static let quarter = 1.570_796_326_794_896_6

  /// Returns whether a ring surrounds another that it does not cross.
  static func contains(ring: [LonLat], point inner: [LonLat]) -> Bool {
    let corners = Set(ring)
    guard let point = inner.first(where: { !corners.contains($0) }) ?? inner.first else { return false }
    var inside = false
    for (a, b) in zip(ring, ring.dropFirst())
    where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
      let rise = Double(point.latitude - a.latitude) / Double(b.latitude - a.latitude)
      let crossing = Double(a.longitude) + rise * Double(b.longitude - a.longitude)
      if Double(point.longitude) < crossing { inside.toggle() }
    }
    return inside
  }
}

/// A polygon: an outer ring and the holes in it, all closed.
public struct Outline: Hashable, Sendable {
  /// The outer ring, counter-clockwise, its first place repeated at the end.
  public var outer: [LonLat]
  /// The holes, clockwise, closed.
  public var holes: [[LonLat]]

  /// The area in km² on the WGS 84 ellipsoid.
  public var area: Double {
    LonLat.signedArea(of: outer) + holes.reduce(0) { $0 + LonLat.signedArea(of: $1) }
  }
}
