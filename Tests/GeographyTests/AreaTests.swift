import Geography
import Testing

/// A ring along a box, with a number of positions on each side.
func box(
  _ west: Double,
  _ south: Double,
  _ east: Double,
  _ north: Double,
  steps: Int = 1
) -> Ring {
  let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
  var positions: [Position] = []
  for (start, end) in zip(corners, corners.dropFirst()) {
    for step in 0..<steps {
      let share = Double(step) / Double(steps)
      positions.append(
        Position(
          longitude: start.0 + share * (end.0 - start.0),
          latitude: start.1 + share * (end.1 - start.1)
        )
      )
    }
  }
  return Ring(positions)
}

@Suite struct AreaTests {
  @Test("Zones over all longitudes add to the surface of WGS 84")
  func wholeEarth() {
    var sum = 0.0
    for longitude in stride(from: -180.0, to: 180, by: 90) {
      for latitude in stride(from: -90.0, to: 90, by: 30) {
        sum += box(longitude, latitude, longitude + 90, latitude + 30).area
      }
    }
    // 510 065 621.724 km², Moritz (2000), Geodetic Reference System 1980: the ellipsoid differs by 0.1 mm in b.
    #expect(abs(sum / 510_065_621.724 - 1) < 1e-9)
  }

  @Test("Direction decides the sign, closing the ring changes nothing")
  func orientation() {
    let ring = box(-1, 50, 1, 52)
    #expect(ring.signedArea > 0)
    let reversed = Ring(Array(ring.positions.reversed()))
    #expect(abs(reversed.signedArea + ring.signedArea) < 1e-9)
    #expect(Ring(ring.positions + [ring.positions[0]]) == ring)
    #expect(Ring([ring.positions[0], ring.positions[0], ring.positions[1]]).positions.count == 2)
  }

  @Test("A ring over the 180th meridian has the area of the same ring elsewhere")
  func dateLine() {
    let positions = box(170, 50, 190, 60, steps: 4).positions
    let wrapped = positions.map {
      Position(longitude: $0.longitude > 180 ? $0.longitude - 360 : $0.longitude, latitude: $0.latitude)
    }
    #expect(abs(Ring(wrapped).signedArea / box(0, 50, 20, 60, steps: 4).signedArea - 1) < 1e-12)
  }

  @Test("A hole takes its area, and moves the centroid away")
  func hole() throws {
    let polygon = Polygon(exterior: box(-1, -1, 1, 1), holes: [box(0.2, -0.5, 0.8, 0.5)])
    #expect(abs(polygon.area - (box(-1, -1, 1, 1).area - box(0.2, -0.5, 0.8, 0.5).area)) < 1e-6)
    let boundary = try Boundary(code: "A", polygons: [polygon])
    // The mean of the whole minus 0.15 of it at longitude 0.5: −0.5 × 0.15/0.85.
    #expect(abs(boundary.centroid.longitude + 0.5 * 0.15 / 0.85) < 1e-4)
    #expect(abs(boundary.centroid.latitude) < 1e-9)
    #expect(boundary.contains(Position(longitude: 0, latitude: 0)))
    #expect(!boundary.contains(Position(longitude: 0.5, latitude: 0)))
  }

  @Test("The label lies inside a crescent that does not hold its own centroid")
  func crescent() throws {
    let ring = Ring(
      [(0, 0), (4, 0), (4, 4), (0, 4), (0, 3.4), (3.4, 3.4), (3.4, 0.6), (0, 0.6)]
        .map { Position(longitude: $0.0, latitude: $0.1) }
    )
    let boundary = try Boundary(code: "C", polygons: [Polygon(exterior: ring)])
    #expect(!boundary.contains(boundary.centroid))
    #expect(boundary.contains(boundary.labelPoint))
  }

  @Test("The label lies inside land that is a hundred thousand times longer than wide")
  func sliver() throws {
    let ring = Ring(
      [(0, 50), (3, 53), (3.00003, 53), (0.00003, 50)].map { Position(longitude: $0.0, latitude: $0.1) }
    )
    let boundary = try Boundary(code: "S", polygons: [Polygon(exterior: ring)])
    #expect(boundary.contains(boundary.labelPoint))
  }

  @Test("A position that is not a number is refused")
  func notANumber() {
    let ring = Ring([(0, 50), (1, 51), (1, .nan)].map { Position(longitude: $0.0, latitude: $0.1) })
    #expect(throws: GeographyError.self) { try Boundary(code: "N", polygons: [Polygon(exterior: ring)]) }
  }

  @Test("A place on the border of two regions lies in exactly one of them")
  func halfOpen() throws {
    let left = try Boundary(code: "L", polygons: [Polygon(exterior: box(0, 0, 1, 1))])
    let right = try Boundary(code: "R", polygons: [Polygon(exterior: box(1, 0, 2, 1))])
    let layer = try BoundaryLayer(name: "two", boundaries: [left, right])
    for latitude in stride(from: 0.05, to: 1, by: 0.1) {
      let place = Position(longitude: 1, latitude: latitude)
      #expect(layer.boundaries.count { $0.contains(place) } == 1)
    }
    #expect(layer.region(at: Position(longitude: 0.5, latitude: 0.5)) == 0)
    #expect(layer.region(at: Position(longitude: 5, latitude: 0.5)) == nil)
  }

  @Test("Known distances over the ground")
  func distances() {
    let pole = Position(longitude: 0, latitude: 90)
    let equator = Position(longitude: 77, latitude: 0)
    #expect(abs(pole.distance(to: equator).kilometres - .pi / 2 * 6371.0088) < 1e-9)
    let a = Position(longitude: 179.9, latitude: 0)
    let b = Position(longitude: -179.9, latitude: 0)
    #expect(abs(a.distance(to: b).kilometres - 0.2 * .pi / 180 * 6371.0088) < 1e-9)
    #expect(a.distance(to: a).kilometres == 0)
  }
}

@Suite struct BoundaryLayerTests {
  @Test("A ring of two positions, a region without land and a place off the earth are refused")
  func refusals() throws {
    #expect(throws: GeographyError.noLand(code: "A")) { try Boundary(code: "A", polygons: []) }
    let line = Ring([Position(longitude: 0, latitude: 0), Position(longitude: 1, latitude: 0)])
    #expect(throws: GeographyError.degenerateRing(code: "A", positions: 2)) {
      try Boundary(code: "A", polygons: [Polygon(exterior: line)])
    }
    let far = Position(longitude: 0, latitude: 95)
    #expect(throws: GeographyError.notOnEarth(code: "A", far)) {
      try Boundary(code: "A", polygons: [Polygon(exterior: Ring(line.positions + [far]))])
    }
  }

  @Test("Codes match whatever their spelling; an unknown one lists near ones")
  func codes() throws {
    let polygons = [Polygon(exterior: box(0, 0, 1, 1))]
    let composed = try Boundary(code: "Ynys M\u{F4}n", polygons: polygons)
    let other = try Boundary(code: "TLG3", polygons: polygons)
    let layer = try BoundaryLayer(name: "ITL2 2021", boundaries: [composed, other])
    #expect(layer["Ynys Mo\u{302}n"]?.code == composed.code)
    #expect(throws: GeographyError.unknownCode("TLG4", layer: "ITL2 2021", nearest: ["TLG3"])) {
      try layer.boundary(of: "TLG4")
    }
    #expect(throws: GeographyError.duplicateCode("TLG3")) {
      try BoundaryLayer(name: "x", boundaries: [other, other])
    }
  }
}

@Suite struct MapProjectionTests {
  @Test("Albers keeps areas")
  func albersArea() {
    let projector = MapProjection.suited(to: BoundingBox(west: -125, south: 25, east: -66, north: 49))
      .projector()
    func planarArea(_ ring: Ring) -> Double {
      let points = ring.positions.map(projector)
      return zip(points, points[1...] + points[..<1])
        .reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 }
    }
    let sphere = 2 * Double.pi / 360 * 6371.0088 * 6371.0088
    for (south, north) in [(26.0, 27.0), (38.0, 39.0), (47.0, 48.0)] {
      let expected = sphere * (sine(north) - sine(south))
      #expect(abs(planarArea(box(-100, south, -99, north, steps: 50)) / expected - 1) < 1e-5)
    }
  }

  private func sine(_ degrees: Double) -> Double { Angle.sine(Angle.radians(degrees)) }

  @Test("Land on both sides of the 180th meridian stays together")
  func dateLine() throws {
    let boxes = [box(-179, 51, -130, 71), box(-125, 25, -66, 49), box(172, 52, 179.9, 53)]
    let layer = try BoundaryLayer(
      name: "US",
      boundaries: [Boundary(code: "US", polygons: boxes.map { Polygon(exterior: $0) })]
    )
    let projector = MapProjection.suited(to: layer).projector()
    let west = projector(Position(longitude: 172, latitude: 52.5))
    let next = projector(Position(longitude: -179, latitude: 52.5))
    let east = projector(Position(longitude: -66, latitude: 45))
    #expect(west.x < next.x && next.x < east.x)
    #expect(next.x - west.x < 1000)
  }

  @Test("The projection follows the shape of the land")
  func choice() {
    #expect(
      MapProjection.suited(to: BoundingBox(west: -8.2, south: 49.9, east: 1.8, north: 60.9)) == .britishGrid
    )
    guard case .albers = MapProjection.suited(to: BoundingBox(west: -180, south: 18, east: -66, north: 71))
    else {
      Issue.record("Albers' conic was expected for the United States")
      return
    }
    guard
      case .transverseMercator = MapProjection.suited(
        to: BoundingBox(west: 10, south: 50, east: 14, north: 53)
      )
    else {
      Issue.record("transverse Mercator was expected for a small area")
      return
    }
  }
}
