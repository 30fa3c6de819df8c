/// Cuts the rings of a layer into arcs.
struct ArcCutter {
  /// A ring as numbers of positions, and whose it is.
  private struct NumberedRing {
    let region: Int
    let vertices: [Int32]
  }

  /// An edge of a ring: its ends in ascending order, and the region of the ring.
  private struct Edge: Comparable {
    let key: UInt64
    let region: Int32

    static func < (left: Edge, right: Edge) -> Bool {
      (left.key, left.region) < (right.key, right.region)
    }
  }

  private var vertexPositions: [Position] = []
  private var vertexNumbers: [UInt64: Int32] = [:]
  private var rings: [[NumberedRing]] = []
  private var ringRegions: [Int] = []
  /// Regions on the sides of each edge, as an index into `sides`.
  private var edgeSides: [UInt64: Int32] = [:]
  private var sides: [[Int]] = []
  private var isJunction: [Bool] = []
  private var arcOfEdge: [UInt64: Int32] = [:]
  private var arcVertices: [[Int32]] = []
  private var arcSides: [Int32] = []

  init(_ layer: BoundaryLayer) {
    for (region, boundary) in layer.boundaries.enumerated() {
      for polygon in boundary.polygons {
        // A ring whose positions fall together is dropped; the first, the outer one, decides over the polygon.
        let numbered = polygon.rings.map { NumberedRing(region: region, vertices: number($0)) }
        guard let outer = numbered.first, outer.vertices.count >= 3 else { continue }
        rings.append(numbered.filter { $0.vertices.count >= 3 })
        ringRegions.append(region)
      }
    }
    findSides()
    findJunctions()
  }

  /// The rings of all polygons as arcs.
  mutating func cut() -> [BoundaryTopology.ArcPolygon] {
    var polygons: [BoundaryTopology.ArcPolygon] = []
    for (position, numbered) in rings.enumerated() {
      let arcRings = numbered.map { arcs(of: $0.vertices) }
      polygons.append(BoundaryTopology.ArcPolygon(region: ringRegions[position], rings: arcRings))
    }
    return polygons
  }

  /// The arcs in the order in which they were met.
  func finishedArcs() -> [BoundaryTopology.Arc] {
    zip(arcVertices, arcSides)
      .map { vertices, side in
        BoundaryTopology.Arc(
          positions: vertices.map { vertexPositions[Int($0)] },
          regions: sides[Int(side)]
        )
      }
  }

  /// The regions that meet at each junction, where there are several.
  func meetings() -> [[Int]] {
    var regions = [[Int]](repeating: [], count: vertexPositions.count)
    for polygon in rings {
      for ring in polygon {
        for vertex in ring.vertices
        where isJunction[Int(vertex)] && !regions[Int(vertex)].contains(ring.region) {
          regions[Int(vertex)].append(ring.region)
        }
      }
    }
    return regions.filter { $0.count > 1 }.map { $0.sorted() }
  }

  /// The numbers of a ring's positions; positions that fall together count once.
  private mutating func number(_ ring: Ring) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(ring.positions.count)
    for position in ring.positions {
      let longitude = Int32((position.longitude * 5e6).rounded())
      let latitude = Int32((position.latitude * 1e7).rounded())
      let key = UInt64(UInt32(bitPattern: longitude)) << 32 | UInt64(UInt32(bitPattern: latitude))
      let next = Int32(vertexPositions.count)
      let known = vertexNumbers[key]
      if known == nil {
        vertexNumbers[key] = next
        vertexPositions.append(position)
      }
      let vertex = known ?? next
      if vertex != numbers.last { numbers.append(vertex) }
    }
    while numbers.count > 1, numbers.first == numbers.last { numbers.removeLast() }
    return numbers
  }

  private static func key(_ a: Int32, _ b: Int32) -> UInt64 {
    let (low, high) = a < b ? (a, b) : (b, a)
    return UInt64(UInt32(bitPattern: low)) << 32 | UInt64(UInt32(bitPattern: high))
  }

  /// Finds which regions lie on the sides of each edge.
  private mutating func findSides() {
    var edges: [Edge] = []
    for polygon in rings {
      for ring in polygon {
        var previous = ring.vertices[ring.vertices.count - 1]
        for vertex in ring.vertices {
          edges.append(Edge(key: ArcCutter.key(previous, vertex), region: Int32(ring.region)))
          previous = vertex
        }
      }
    }
    edges.sort()
    var known: [[Int]: Int32] = [:]
    edgeSides.reserveCapacity(edges.count)
    var start = 0
    while start < edges.count {
      var end = start
      var regions: [Int] = []
      while end < edges.count, edges[end].key == edges[start].key {
        if regions.last != Int(edges[end].region) { regions.append(Int(edges[end].region)) }
        end += 1
      }
      let side = known[regions] ?? Int32(sides.count)
      if side == Int32(sides.count) {
        known[regions] = side
        sides.append(regions)
      }
      edgeSides[edges[start].key] = side
      start = end
    }
  }

  /// A position is a junction if not exactly two edges meet there, or if they have different regions on their sides.
  private mutating func findJunctions() {
    let count = vertexPositions.count
    var degree = [Int32](repeating: 0, count: count)
    var side = [Int32](repeating: -1, count: count)
    isJunction = [Bool](repeating: false, count: count)
    // Each edge once; the order does not matter for what is found.
    for (key, number) in edgeSides {
      for vertex in [Int(key >> 32), Int(key & 0xFFFF_FFFF)] {
        degree[vertex] += 1
        if side[vertex] == -1 { side[vertex] = number }
        if side[vertex] != number { isJunction[vertex] = true }
      }
    }
    for vertex in 0..<count where degree[vertex] != 2 { isJunction[vertex] = true }
  }

  /// Cuts a ring at its junctions; a ring without any begins at its lowest position.
  private mutating func arcs(of vertices: [Int32]) -> BoundaryTopology.ArcRing {
    let count = vertices.count
    let start =
      vertices.firstIndex { isJunction[Int($0)] } ?? vertices.indices.min { vertices[$0] < vertices[$1] } ?? 0
    var ring = BoundaryTopology.ArcRing(arcs: [])
    var current = [vertices[start]]
    for step in 1...count {
      let vertex = vertices[(start + step) % count]
      current.append(vertex)
      if isJunction[Int(vertex)] || step == count {
        ring.arcs.append(arc(of: current))
        current = [vertex]
      }
    }
    return ring
  }

  /// The number of an arc, new or known; a known one may be walked the other way.
  private mutating func arc(of vertices: [Int32]) -> (arc: Int, isReversed: Bool) {
    let key = ArcCutter.key(vertices[0], vertices[1])
    if let known = arcOfEdge[key] {
      let first = arcVertices[Int(known)]
      return (Int(known), !(first[0] == vertices[0] && first[1] == vertices[1]))
    }
    let number = Int32(arcVertices.count)
    arcVertices.append(vertices)
    arcSides.append(edgeSides[key] ?? 0)
    for (a, b) in zip(vertices, vertices.dropFirst()) { arcOfEdge[ArcCutter.key(a, b)] = number }
    return (Int(number), false)
  }
}
