/// The land of one region.
public struct Boundary: Hashable, Sendable {
  /// The code of the region.
  public let code: String
  /// The name of the region.
  public let name: String
  /// The code of the region that it lies in, if the source says so.
  public let parent: String?
  /// The pieces of land, in the order of their source.
  public let polygons: [Polygon]
  /// The box around the pieces.
  public let boundingBox: BoundingBox

  /// Makes a boundary.
  ///
  /// - Parameters:
  ///   - code: The code of the region.
  ///   - name: The name of the region; the code if it has none.
  ///   - parent: The code of the region that it lies in, if the source says so.
  ///   - polygons: The pieces of land.
  /// - Throws: ``GeographyError`` if there is no piece, a ring has fewer than three positions, or a position is not on
  ///   the earth.
  public init(
    code: String,
    name: String? = nil,
    parent: String? = nil,
    polygons: [Polygon]
  ) throws(GeographyError) {
    for polygon in polygons {
      for ring in polygon.rings {
        guard ring.isProper else { throw .degenerateRing(code: code, positions: ring.positions.count) }
        for position in ring.positions {
          guard (-360...360).contains(position.longitude), (-90...90).contains(position.latitude) else {
            throw .notOnEarth(code: code, position)
          }
        }
      }
    }
    guard let box = BoundingBox(around: polygons.lazy.flatMap(\.exterior.positions)) else {
      throw .noLand(code: code)
    }
    self.code = code
    self.name = name ?? code
    self.parent = parent
    self.polygons = polygons
    boundingBox = box
  }

  /// The area on the ellipsoid in km²; see ``Ring/signedArea``.
  public var area: Double { polygons.reduce(0) { $0 + $1.area } }

  /// The piece with the greatest area; the first of equal ones.
  public var largestPolygon: Polygon {
    var best = polygons[0]
    var bestArea = best.area
    for polygon in polygons.dropFirst() {
      let area = polygon.area
      if area > bestArea { (best, bestArea) = (polygon, area) }
    }
    return best
  }

  /// The centroid on the sphere: the direction of the mean of all points of the land.
  ///
  /// It may lie outside of it.
  ///
  /// **Complexity.** O(positions). **Checked against.** Centroids of the UK's ITL regions on the British National Grid.
  public var centroid: Position {
    let sum = polygons.reduce(SIMD3<Double>.zero) { $0 + $1.vectorArea }
    return length3(sum) > 0 ? Position(direction: sum) : boundingBox.centre
  }

  /// Whether a position lies inside.
  ///
  /// Edges are straight lines in degrees. A position on the border of two regions that share their positions lies in at
  /// most one of them.
  ///
  /// **Complexity.** O(positions) within the bounding box, O(1) outside.
  public func contains(_ position: Position) -> Bool {
    guard boundingBox.contains(position) else { return false }
    return polygons.contains { $0.contains(position) }
  }
}

extension Polygon {
  /// Whether a position lies inside the outer ring and in no hole.
  public func contains(_ position: Position) -> Bool {
    exterior.contains(position) && !holes.contains { $0.contains(position) }
  }
}

extension Ring {
  /// Whether a position lies inside, by counting the edges that a line to the east crosses.
  public func contains(_ position: Position) -> Bool {
    guard var previous = positions.last else { return false }
    var isInside = false
    for next in positions {
      if (previous.latitude > position.latitude) != (next.latitude > position.latitude) {
        // The ends are put in one order, so that neighbours that share an edge compute the same crossing.
        let (low, high) = previous.latitude < next.latitude ? (previous, next) : (next, previous)
        let share = (position.latitude - low.latitude) / (high.latitude - low.latitude)
        if position.longitude < low.longitude + share * (high.longitude - low.longitude) { isInside.toggle() }
      }
      previous = next
    }
    return isInside
  }
}
