import Geography
import Readers
import Testing

@Suite(
  .enabled(if: SharedData.has("boundaries_uk/itl3_2021_buc.geojson"), "the shared data folder is not there")
)
struct RealBoundariesTests {
  static func layer(_ name: String) throws -> BoundaryLayer {
    let path = SharedData.root + "/boundaries_uk/\(name)_2021_buc.geojson"
    return try GeoJSON.read(path, layer: name, code: "itl_code", name: "itl_name").layer
  }

  @Test(
    "Simplified ITL regions keep their neighbours, their land and their place",
    arguments: ["itl2", "itl3"]
  )
  func simplified(name: String) throws {
    let layer = try RealBoundariesTests.layer(name)
    let topology = BoundaryTopology(layer)
    let simple = topology.simplified(
      BoundarySimplification(.detail(squareKilometres: 2), smallestIsland: 20)
    )
    #expect(simple.codes == layer.codes)
    #expect(BoundaryTopology(simple).neighbours() == topology.neighbours())
    var greatest = 0.0
    for (left, right) in zip(simple.boundaries, layer.boundaries) {
      greatest = max(greatest, abs(left.area / right.area - 1))
      #expect(left.contains(left.labelPoint))
    }
    // Boroughs of London measure 10 to 30 km²: a few details of less than 2 km² are several per cent of them.
    #expect(greatest < 0.1)
    let total = simple.boundaries.reduce(0) { $0 + $1.area } / layer.boundaries.reduce(0) { $0 + $1.area }
    #expect(abs(total - 1) < 0.005)
    let positions = { (layer: BoundaryLayer) in
      layer.boundaries.reduce(0) { $0 + $1.polygons.flatMap(\.rings).reduce(0) { $0 + $1.positions.count } }
    }
    #expect(positions(simple) * 3 < positions(layer))
  }

  @Test("Known neighbours in the United Kingdom")
  func neighbours() throws {
    let topology = BoundaryTopology(try RealBoundariesTests.layer("itl2"))
    func names(_ code: String) throws -> [String] {
      let region = try #require(topology.layer.position(of: code))
      return topology.neighbours()[region].map { topology.layer.codes[$0] }
    }
    // Cornwall touches Devon alone; Northern Ireland nothing.
    #expect(try names("TLK3") == ["TLK4"])
    #expect(try names("TLN0") == [])
    #expect(try names("TLG3") == ["TLG1", "TLG2"])
    let place = Position(longitude: -1.8904, latitude: 52.4862)
    let birmingham = try #require(topology.layer.region(at: place))
    #expect(topology.layer.codes[birmingham] == "TLG3")
  }
}
