import Geography
import Panels
import Testing

@Suite struct BritishGridTests {
  /// A test point that Ordnance Survey publishes with OSTN15, "OSTN15_OSGM15_TestInput_ETRStoOSGB.txt" and its output.
  struct TestPoint: Sendable, CustomTestStringConvertible {
    let name: String
    let position: Position
    let reference: GridReference
    var testDescription: String { name }

    init(_ name: String, _ latitude: Double, _ longitude: Double, _ easting: Double, _ northing: Double) {
      self.name = name
      position = Position(longitude: longitude, latitude: latitude)
      reference = GridReference(easting: easting, northing: northing)
    }
  }

  static let points = [
    TestPoint("TP01", 49.92226394, -6.29977752, 91492.146, 11318.804),
    TestPoint("TP02", 49.96006138, -5.20304610, 170370.718, 11572.405),
    TestPoint("TP07", 51.37447026, 1.44454730, 639821.835, 169565.858),
    TestPoint("TP09", 51.48936565, -0.11992557, 530624.974, 178388.464),
    TestPoint("TP10", 51.85890896, -4.30852477, 241124.584, 220332.641),
    TestPoint("TP20", 53.80021520, -1.66379168, 422242.186, 433818.701),
    TestPoint("TP23", 54.32919541, -4.38849118, 244780.636, 495254.887),
    TestPoint("TP25", 54.97912274, -1.61657685, 424639.355, 565012.703),
    TestPoint("TP30", 57.48625001, -4.21926399, 267056.768, 846176.972),
    TestPoint("TP31", 57.81351838, -8.57854456, 9587.909, 899448.996),
    TestPoint("TP40", 60.13308092, -2.07382823, 395999.668, 1138728.951),
  ]

  @Test("The worked example of Ordnance Survey's guide, annexe C, comes out to the millimetre")
  func workedExample() {
    let position = Position(
      longitude: 1 + 43.0 / 60 + 4.5177 / 3600,
      latitude: 52 + 39.0 / 60 + 27.2531 / 3600
    )
    let point = BritishGrid.projection.project(position)
    #expect(abs(point.x - 651_409.903) < 0.0006)
    #expect(abs(point.y - 313_177.270) < 0.0006)
    let back = BritishGrid.projection.position(of: PlanarPoint(x: 651_409.903, y: 313_177.270))
    #expect(abs(back.longitude - position.longitude) < 1e-8)
    #expect(abs(back.latitude - position.latitude) < 1e-8)
  }

  @Test("Ordnance Survey's test points are met within five metres, both ways", arguments: points)
  func testPoints(point: TestPoint) {
    let reference = BritishGrid.reference(of: point.position)
    #expect(reference.distance(to: point.reference).metres < 5)
    let position = BritishGrid.position(of: point.reference)
    #expect(position.distance(to: point.position).metres < 5)
  }

  @Test("There and back again is the same to a centimetre", arguments: points)
  func roundTrip(point: TestPoint) {
    let back = BritishGrid.position(of: BritishGrid.reference(of: point.position))
    #expect(back.distance(to: point.position).metres < 0.01)
  }

  @Test("A location on the grid is measured on the grid, and on the sphere after conversion")
  func metrics() {
    let start = Location.britishGrid(easting: 400_000, northing: 300_000)
    let end = Location.britishGrid(easting: 403_000, northing: 304_000)
    #expect(DistanceMetric.britishGrid.distance(from: start, to: end) == Distance(kilometres: 5))
    let round = DistanceMetric.greatCircle.distance(from: start, to: end).kilometres
    #expect(abs(round / 5 - 1) < 0.004)
  }
}
