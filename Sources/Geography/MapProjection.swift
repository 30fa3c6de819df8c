/// How the earth is flattened for a map: kilometres from the map's origin, east and north.
public enum MapProjection: Hashable, Sendable {
  /// Degrees times the length of a degree at a standard parallel: for small areas, and for the whole world.
  case equirectangular(centre: Position)
  /// The British National Grid.
  case britishGrid
  /// Transverse Mercator: conformal, for lands that stretch north to south.
  case transverseMercator(centre: Position)
  /// Albers' conic with two standard parallels: equal areas, for lands that stretch west to east.
  case albers(centre: Position, south: Double, north: Double)

  /// Returns a projection that suits an area.
  ///
  /// The British National Grid within its bounds; transverse Mercator up to 12 degrees of longitude; Albers' conic with
  /// its parallels a sixth of the height inside for lands on one side of the equator; otherwise equirectangular.
  public static func suited(to box: BoundingBox) -> MapProjection {
    if box.west >= -9, box.east <= 2.5, box.south >= 49, box.north <= 61.5 { return .britishGrid }
    if box.east - box.west <= 12, max(box.north.magnitude, box.south.magnitude) < 84 {
      return .transverseMercator(centre: box.centre)
    }
    let sixth = (box.north - box.south) / 6
    let (south, north) = (box.south + sixth, box.north - sixth)
    if box.east - box.west <= 200, south * north > 0, (south + north).magnitude > 10,
      max(box.north.magnitude, box.south.magnitude) < 85
    {
      return .albers(centre: box.centre, south: south, north: north)
    }
    return .equirectangular(centre: box.centre)
  }

  /// Returns a projection that suits a layer, also one that lies on both sides of the 180th meridian.
  ///
  /// The land is taken to begin behind the widest gap of longitudes without any.
  ///
  /// **Complexity.** O(n log n) in the number of polygons.
  public static func suited(to layer: BoundaryLayer) -> MapProjection {
    guard let box = layer.boundingBox else {
      return .equirectangular(centre: Position(longitude: 0, latitude: 0))
    }
    guard box.east - box.west > 180 else { return suited(to: box) }
    let spans = layer.boundaries.flatMap(\.polygons)
      .compactMap { BoundingBox(around: $0.exterior.positions) }
      .sorted { ($0.west, $0.east) < ($1.west, $1.east) }
    var reach = box.west
    var widest = (width: box.west + 360 - box.east, west: box.west, east: box.east)
    for span in spans {
      if span.west - reach > widest.width { widest = (span.west - reach, span.west, reach + 360) }
      reach = max(reach, span.east)
    }
    return suited(to: BoundingBox(west: widest.west, south: box.south, east: widest.east, north: box.north))
  }

  /// Returns a function that projects positions to kilometres; what is the same for all positions is computed once.
  public func projector() -> @Sendable (Position) -> PlanarPoint {
    switch self {
    case .equirectangular(let centre):
      let degree = Angle.radians(1) * Earth.meanRadius
      let shrink = Angle.cosine(Angle.radians(centre.latitude))
      return { position in
        PlanarPoint(
          x: (position.longitude - centre.longitude) * degree * shrink,
          y: (position.latitude - centre.latitude) * degree
        )
      }
    case .britishGrid:
      return { position in
        let reference = BritishGrid.reference(of: position)
        return PlanarPoint(x: reference.easting / 1000, y: reference.northing / 1000)
      }
    case .transverseMercator(let centre):
      let projection = TransverseMercator(origin: centre)
      return { position in
        let point = projection.project(position)
        return PlanarPoint(x: point.x / 1000, y: point.y / 1000)
      }
    case .albers(let centre, let south, let north):
      return AlbersConic(centre: centre, south: south, north: north).project
    }
  }

  /// Returns the point of a position in kilometres.
  public func project(_ position: Position) -> PlanarPoint { projector()(position) }
}

/// Albers' equal-area conic projection of the sphere that has the ellipsoid's area.
///
/// **Source.** Snyder (1987), Map Projections: A Working Manual, USGS Professional Paper 1395, the Albers projection,
/// doi:10.3133/pp1395.
struct AlbersConic: Sendable {
  private let centralLongitude: Double
  private let n: Double
  private let c: Double
  private let rho0: Double

  init(centre: Position, south: Double, north: Double) {
    let sine1 = Angle.sine(Angle.radians(south))
    let sine2 = Angle.sine(Angle.radians(north))
    let cosine1 = Angle.cosine(Angle.radians(south))
    n = (sine1 + sine2) / 2
    c = cosine1 * cosine1 + 2 * n * sine1
    rho0 = (c - 2 * n * Angle.sine(Angle.radians(centre.latitude))).squareRoot() / n
    centralLongitude = centre.longitude
  }

  @Sendable func project(_ position: Position) -> PlanarPoint {
    let rho = (c - 2 * n * Angle.sine(Angle.radians(position.latitude))).squareRoot() / n
    var difference = position.longitude - centralLongitude
    if difference > 180 { difference -= 360 }
    if difference < -180 { difference += 360 }
    let theta = n * Angle.radians(difference)
    return PlanarPoint(
      x: Earth.meanRadius * rho * Angle.sine(theta),
      y: Earth.meanRadius * (rho0 - rho * Angle.cosine(theta))
    )
  }
}
