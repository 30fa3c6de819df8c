/// A place in units of 10⁻⁵ degree, about a metre.
public struct LonLat: Hashable, Sendable {
  /// Longitude east of Greenwich, in units of 10⁻⁵ degree.
  public let longitude: Int
  /// Latitude, in units of 10⁻⁵ degree.
  public let latitude: Int

  /// The radius of the sphere on which areas are counted, in kilometres.
  public static let earthRadius = 6371.0088

  /// The middle of Albion: open sea in the north Atlantic, where there is no land at all.
  static let middle = (longitude: -32.0, latitude: 47.0)
  private static let degree = 3.141_592_653_589_793 / 180

  /// Puts a point of the grid on the sphere by the sinusoidal projection, which keeps areas.
  init(gridPoint: GridPoint) {
    let east = (gridPoint.x - Double(Landmass.columns) / 2) * Landmass.side
    let north = (gridPoint.y - Double(Landmass.rows) / 2) * Landmass.side
    let latitude = LonLat.middle.latitude + north / LonLat.earthRadius / LonLat.degree
    let shrink = portableCosine(latitude * LonLat.degree)
    let longitude = LonLat.middle.longitude + east / (LonLat.earthRadius * shrink) / LonLat.degree
    self.longitude = Int((longitude * 100_000).rounded())
    self.latitude = Int((latitude * 100_000).rounded())
  }

  /// Kilometres east and north of the middle, by the sinusoidal projection.
  public var kilometres: (east: Double, north: Double) {
    let latitude = Double(self.latitude) / 100_000
    let longitude = Double(self.longitude) / 100_000
    let shrink = portableCosine(latitude * LonLat.degree)
    return (
      (longitude - LonLat.middle.longitude) * LonLat.degree * LonLat.earthRadius * shrink,
      (latitude - LonLat.middle.latitude) * LonLat.degree * LonLat.earthRadius
    )
  }

  /// Returns the area inside a closed ring in km², negative if it runs clockwise.
  static func signedArea(of ring: [LonLat]) -> Double {
    var sum = 0.0
    for (here, next) in zip(ring, ring.dropFirst()) {
      let from = here.kilometres
      let to = next.kilometres
      sum += from.east * to.north - to.east * from.north
    }
    return sum / 2
  }

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

  /// The area in km² on the sphere.
  public var area: Double {
    LonLat.signedArea(of: outer) + holes.reduce(0) { $0 + LonLat.signedArea(of: $1) }
  }
}
