import Arithmetic
import Geography
import Testing

/// A grid of regions with crooked borders that neighbours share, an island each, and one region inside another.
struct CrookedGrid {
  let layer: BoundaryLayer
  let columns: Int
  let rows: Int

  init(columns: Int, rows: Int, seed: UInt64, steps: Int = 24) throws {
    self.columns = columns
    self.rows = rows
    /// The border between two corners, the same from both sides: a walk that depends on the corners alone.
    func border(_ a: (Int, Int), _ b: (Int, Int)) -> [Position] {
      let (low, high) = a < b ? (a, b) : (b, a)
      let edge = UInt64(low.0 * 1000 + low.1) << 32 | UInt64(high.0 * 1000 + high.1)
      var random = RandomStream(seed: seed, stream: edge)
      var line: [Position] = []
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        let shake = step == 0 || step == steps ? 0 : 0.06 * (random.uniform() - 0.5)
        let x = Double(low.0) + share * Double(high.0 - low.0) + (low.0 == high.0 ? shake : 0)
        let y = Double(low.1) + share * Double(high.1 - low.1) + (low.1 == high.1 ? shake : 0)
        line.append(Position(longitude: x, latitude: 50 + y))
      }
      return a < b ? line : line.reversed()
    }
    var boundaries: [Boundary] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let corners = [
          (column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1), (column, row),
        ]
        let positions = zip(corners, corners.dropFirst()).flatMap { border($0, $1).dropLast() }
        let island = box(
          -10 - 0.01,
          50 + Double(boundaries.count) * 0.1,
          -10,
          50.01 + Double(boundaries.count) * 0.1
        )
        var holes: [Ring] = []
        if column == 0, row == 0 { holes = [box(0.3, 50.3, 0.7, 50.7, steps: 8)] }
        boundaries.append(
          try Boundary(
            code: "R\(row)\(column)",
            polygons: [Polygon(exterior: Ring(positions), holes: holes), Polygon(exterior: island)]
          )
        )
      }
    }
    let enclave = Ring(box(0.3, 50.3, 0.7, 50.7, steps: 8).positions.reversed())
    boundaries.append(try Boundary(code: "E", polygons: [Polygon(exterior: enclave)]))
    layer = try BoundaryLayer(name: "grid", boundaries: boundaries)
  }
}

/// All edges of a layer with the regions that have them.
func edges(of layer: BoundaryLayer) -> [Set<Position>: [Int]] {
  var found: [Set<Position>: [Int]] = [:]
  for (region, boundary) in layer.boundaries.enumerated() {
    for ring in boundary.polygons.flatMap(\.rings) {
      for (a, b) in zip(ring.positions, ring.positions.dropFirst() + ring.positions.prefix(1)) {
        found[[a, b], default: []].append(region)
      }
    }
  }
  return found
}

@Suite struct BoundaryTopologyTests {
  @Test("A grid has the neighbours of a grid, and an enclave has the region around it")
  func neighbours() throws {
    let grid = try CrookedGrid(columns: 3, rows: 2, seed: 1)
    let topology = BoundaryTopology(grid.layer)
    #expect(
      topology.neighbours(.rook) == [[1, 3, 6], [0, 2, 4], [1, 5], [0, 4], [1, 3, 5], [2, 4], [0]]
    )
    #expect(
      topology.neighbours(.queen) == [
        [1, 3, 4, 6], [0, 2, 3, 4, 5], [1, 4, 5], [0, 1, 4], [0, 1, 2, 3, 5], [1, 2, 4], [0],
      ]
    )
    let border = try #require(topology.sharedBorders.first { $0.first == 0 && $0.second == 6 })
    #expect(abs(border.length.kilometres / box(0.3, 50.3, 0.7, 50.7, steps: 8).length.kilometres - 1) < 1e-12)
    #expect(topology.arcs.filter { $0.regions == [0, 6] }.map(\.isRing) == [true])
  }

  @Test("Without simplification every ring comes back", arguments: Array(0..<5) as [UInt64])
  func identity(seed: UInt64) throws {
    let grid = try CrookedGrid(columns: 4, rows: 3, seed: seed)
    let same = BoundaryTopology(grid.layer).simplified(BoundarySimplification(.detail(squareKilometres: 0)))
    #expect(same.codes == grid.layer.codes)
    for (left, right) in zip(same.boundaries, grid.layer.boundaries) {
      #expect(abs(left.area / right.area - 1) < 1e-9)
      #expect(left.polygons.count == right.polygons.count)
    }
  }

  @Test(
    "Simplified neighbours still share every inner edge, and none vanishes",
    arguments: Array(0..<5) as [UInt64]
  )
  func shared(seed: UInt64) throws {
    let grid = try CrookedGrid(columns: 4, rows: 3, seed: seed)
    let topology = BoundaryTopology(grid.layer)
    for detail in [0.5, 5, 50, 5000, .infinity] {
      let simple = topology.simplified(
        BoundarySimplification(.detail(squareKilometres: detail), smallestIsland: 100)
      )
      #expect(simple.codes == grid.layer.codes)
      #expect(simple.boundaries.allSatisfy { $0.area > 0 })
      #expect(simple.boundaries.allSatisfy { $0.polygons.count == 1 })
      // No gap and no overlap: each place away from the coast, whose corners may be cut, lies in exactly one region.
      var random = RandomStream(seed: 77, stream: seed)
      let places = (0..<200)
        .map { _ in
          Position(longitude: random.uniform(1, 3), latitude: random.uniform(51, 52))
        }
      #expect(places.allSatisfy { place in simple.boundaries.count { $0.contains(place) } == 1 })
      let again = BoundaryTopology(simple)
      #expect(again.neighbours() == topology.neighbours())
      #expect(again.neighbours(.queen) == topology.neighbours(.queen))
      let coast = edges(of: simple).values.count { $0.count == 1 }
      let before = topology.arcs.filter { $0.regions.count == 1 }.reduce(0) { $0 + $1.positions.count - 1 }
      #expect(coast <= before)
      #expect(edges(of: simple).values.allSatisfy { $0.count <= 2 && Set($0).count == $0.count })
      if detail <= 5 {
        for (left, right) in zip(simple.boundaries, grid.layer.boundaries) {
          #expect(abs(left.area / right.area - 1) < 0.02)
        }
      }
    }
  }

  @Test("About as many positions stay as were asked for")
  func target() throws {
    let grid = try CrookedGrid(columns: 6, rows: 6, seed: 3, steps: 60)
    let topology = BoundaryTopology(grid.layer)
    let simple = topology.simplified(BoundarySimplification(.positions(1000)))
    let count = Set(simple.boundaries.flatMap { $0.polygons.flatMap(\.rings).flatMap(\.positions) }).count
    #expect((980...1000).contains(count))
  }

  @Test("Islands go where land is left, and an island country keeps its largest")
  func islands() throws {
    let land = try Boundary(
      code: "L",
      polygons: [Polygon(exterior: box(0, 50, 1, 51)), Polygon(exterior: box(2, 50, 2.01, 50.01))]
    )
    let archipelago = try Boundary(
      code: "A",
      polygons: [Polygon(exterior: box(5, 50, 5.01, 50.01)), Polygon(exterior: box(6, 50, 6.02, 50.01))]
    )
    let layer = try BoundaryLayer(name: "x", boundaries: [land, archipelago])
    let simple = BoundaryTopology(layer)
      .simplified(
        BoundarySimplification(.detail(squareKilometres: 100_000), smallestIsland: 50)
      )
    #expect(simple.boundaries.map(\.polygons.count) == [1, 1])
    #expect(simple.boundaries[1].boundingBox.west >= 6)
  }
}
