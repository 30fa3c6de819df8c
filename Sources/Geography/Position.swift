public import Panels

/// A place on the earth in degrees on WGS 84 (EPSG:4326).
public struct Position: Hashable, Sendable {
  /// Degrees east of Greenwich, −180 … 180.
  public var longitude: Double
  /// Degrees north of the equator, −90 … 90.
  public var latitude: Double

  /// Makes a position.
  ///
  /// - Parameters:
  ///   - longitude: Degrees east of Greenwich.
  ///   - latitude: Degrees north of the equator.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Makes the position of a location; a place on the British National Grid is converted.
  public init(_ location: Location) {
    switch location {
    case .degrees(let longitude, let latitude): self.init(longitude: longitude, latitude: latitude)
    case .britishGrid(let easting, let northing):
      self = BritishGrid.position(of: GridReference(easting: easting, northing: northing))
    }
  }

  /// The unit vector from the middle of a sphere to the position.
  var unitVector: SIMD3<Double> {
    let longitude = Angle.radians(longitude)
    let latitude = Angle.radians(latitude)
    return SIMD3(
      Angle.cosine(latitude) * Angle.cosine(longitude),
      Angle.cosine(latitude) * Angle.sine(longitude),
      Angle.sine(latitude)
    )
  }

  /// Makes the position in the direction of a vector that is not zero.
  init(direction vector: SIMD3<Double>) {
    let horizontal = (vector.x * vector.x + vector.y * vector.y).squareRoot()
    self.init(
      longitude: Angle.degrees(Angle.arcTangent(vector.y, vector.x)),
      latitude: Angle.degrees(Angle.arcTangent(vector.z, horizontal))
    )
  }
}
