public import Panels

/// A place on the British National Grid (EPSG:27700).
public struct GridReference: Hashable, Sendable {
  /// Metres east of the false origin.
  public var easting: Double
  /// Metres north of the false origin.
  public var northing: Double

  /// Makes a grid reference.
  ///
  /// - Parameters:
  ///   - easting: Metres east of the false origin.
  ///   - northing: Metres north of the false origin.
  public init(easting: Double, northing: Double) {
    self.easting = easting
    self.northing = northing
  }

  /// Makes the grid reference of a location; degrees are converted.
  public init(_ location: Location) {
    switch location {
    case .britishGrid(let easting, let northing): self.init(easting: easting, northing: northing)
    case .degrees(let longitude, let latitude):
      self = BritishGrid.reference(of: Position(longitude: longitude, latitude: latitude))
    }
  }

  /// Returns the straight distance on the grid.
  ///
  /// Its scale differs from the ground's by at most 0.06 %.
  public func distance(to other: GridReference) -> Distance {
    let east = other.easting - easting
    let north = other.northing - northing
    return Distance(kilometres: (east * east + north * north).squareRoot() / 1000)
  }
}

/// The British National Grid, and its degrees on WGS 84.
///
/// A transverse Mercator projection of Airy's ellipsoid, and a shift of datum with seven parameters (Helmert). The
/// grid's own network of 1936 is distorted, so that the shift is right to about 5 m over Great Britain; Ordnance Survey's
/// OSTN15 grid of shifts, not needed for regions, is right to 0.1 m.
///
/// **Complexity.** O(1) a position. **Source.** Ordnance Survey, A Guide to Coordinate Systems in Great Britain: the
/// parameters of the projection and of the shift from WGS 84 to OSGB36. **Checked against.** The guide's worked
/// example; Ordnance Survey's 40 test points of OSTN15.
public enum BritishGrid {
  /// The projection of the grid.
  public static let projection = TransverseMercator(
    ellipsoid: .airy1830,
    origin: Position(longitude: -2, latitude: 49),
    scale: 0.999_601_271_7,
    falseOrigin: PlanarPoint(x: 400_000, y: -100_000)
  )

  /// Returns the position on WGS 84 of a grid reference.
  public static func position(of reference: GridReference) -> Position {
    let old = projection.position(of: PlanarPoint(x: reference.easting, y: reference.northing))
    let shifted = shift.inverse(cartesian(of: old, on: .airy1830))
    return position(ofCartesian: shifted, on: .wgs84)
  }

  /// Returns the grid reference of a position on WGS 84.
  public static func reference(of position: Position) -> GridReference {
    let shifted = shift.apply(cartesian(of: position, on: .wgs84))
    let point = projection.project(self.position(ofCartesian: shifted, on: .airy1830))
    return GridReference(easting: point.x, northing: point.y)
  }

  /// From WGS 84 to OSGB36: metres, parts of one, seconds of arc.
  private static let shift = DatumShift(
    translation: SIMD3(-446.448, 125.157, -542.060),
    scale: 20.4894e-6,
    rotationSeconds: SIMD3(-0.1502, -0.2470, -0.8421)
  )

  /// Metres from the middle of an ellipsoid to a position on it.
  private static func cartesian(of position: Position, on ellipsoid: Ellipsoid) -> SIMD3<Double> {
    let unit = position.unitVector
    let squared = ellipsoid.squaredEccentricity
    let radius = ellipsoid.semiMajorAxis / (1 - squared * unit.z * unit.z).squareRoot()
    return SIMD3(radius * unit.x, radius * unit.y, radius * (1 - squared) * unit.z)
  }

  /// The position under a point near an ellipsoid; its height is dropped.
  private static func position(ofCartesian point: SIMD3<Double>, on ellipsoid: Ellipsoid) -> Position {
    let squared = ellipsoid.squaredEccentricity
    let horizontal = (point.x * point.x + point.y * point.y).squareRoot()
    var latitude = Angle.arcTangent(point.z, horizontal * (1 - squared))
    for _ in 0..<8 {
      let sine = Angle.sine(latitude)
      let radius = ellipsoid.semiMajorAxis / (1 - squared * sine * sine).squareRoot()
      let next = Angle.arcTangent(point.z + squared * radius * sine, horizontal)
      let step = (next - latitude).magnitude
      latitude = next
      if step < 1e-15 { break }
    }
    return Position(
      longitude: Angle.degrees(Angle.arcTangent(point.y, point.x)),
      latitude: Angle.degrees(latitude)
    )
  }
}

/// A shift of datum with seven parameters, rotations as of a position vector.
struct DatumShift: Sendable {
  private let translation: SIMD3<Double>
  private let scale: Double
  private let rotation: SIMD3<Double>

  /// Takes metres, a difference of scale, and seconds of arc.
  init(translation: SIMD3<Double>, scale: Double, rotationSeconds: SIMD3<Double>) {
    self.translation = translation
    self.scale = 1 + scale
    rotation = rotationSeconds * (.pi / 180 / 3600)
  }

  func apply(_ point: SIMD3<Double>) -> SIMD3<Double> {
    translation + scale * (point + cross(rotation, point))
  }

  /// The inverse, by two corrections of a first guess: exact to a nanometre for rotations of seconds.
  func inverse(_ point: SIMD3<Double>) -> SIMD3<Double> {
    var guess = point
    for _ in 0..<3 { guess += (point - apply(guess)) }
    return guess
  }
}
