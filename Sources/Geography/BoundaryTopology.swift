/// How the boundaries of a layer touch: their rings cut into arcs, each arc once.
///
/// An arc is a piece of border between two junctions, or a whole ring without any; neighbours refer to the same arc. Two
/// positions are the same where they agree to 2 · 10⁻⁷ degrees, about two centimetres. Borders are shared where their
/// positions are: a position that only one of two neighbours has is a junction, and they do not touch beside it.
///
/// **Complexity.** O(n log n) in the number of positions.
/// **Source.** The arcs are those of TopoJSON (Bostock & Metcalf 2013, The TopoJSON Format Specification).
public struct BoundaryTopology: Sendable {
  /// A piece of border.
  public struct Arc: Hashable, Sendable {
    /// The positions from end to end; a ring without junctions begins and ends at the same position.
    public let positions: [Position]
    /// The regions on its sides, ascending: two for an inner border, one for a coast.
    public let regions: [Int]
    /// Whether the arc is a whole ring.
    public var isRing: Bool { positions.first == positions.last }
  }

  /// A ring as arcs, one after the other.
  struct ArcRing: Sendable {
    /// Which arcs, and whether each is walked from its end to its beginning.
    var arcs: [(arc: Int, isReversed: Bool)]
  }

  /// A polygon of a region as rings of arcs, the outer one first.
  struct ArcPolygon: Sendable {
    let region: Int
    let rings: [ArcRing]
  }

  /// The layer that was cut.
  public let layer: BoundaryLayer
  /// The arcs, in the order in which the layer's rings meet them.
  public let arcs: [Arc]
  let polygons: [ArcPolygon]
  /// For each position that several rings pass, the regions that do, ascending.
  private let meetings: [[Int]]

  /// Cuts the boundaries of a layer.
  public init(_ layer: BoundaryLayer) {
    var cutter = ArcCutter(layer)
    polygons = cutter.cut()
    arcs = cutter.finishedArcs()
    meetings = cutter.meetings()
    self.layer = layer
  }

  /// Two regions with a border, and its length.
  public struct SharedBorder: Hashable, Sendable {
    /// The region that comes first in the layer.
    public let first: Int
    /// The region that comes later.
    public let second: Int
    /// The length of their border along great circles.
    public let length: Distance
  }

  /// The pairs of regions that share a piece of border, ordered by first and second region.
  public var sharedBorders: [SharedBorder] {
    var lengths: [Int: Double] = [:]
    let count = layer.boundaries.count
    for arc in arcs where arc.regions.count == 2 {
      var length = 0.0
      for (start, end) in zip(arc.positions, arc.positions.dropFirst()) {
        length += start.distance(to: end).kilometres
      }
      lengths[arc.regions[0] * count + arc.regions[1], default: 0] += length
    }
    return lengths.keys.sorted()
      .map { key in
        SharedBorder(
          first: key / count,
          second: key % count,
          length: Distance(kilometres: lengths[key] ?? 0)
        )
      }
  }

  /// What makes two regions neighbours.
  public enum Contiguity: String, Hashable, Sendable, CaseIterable {
    /// A shared piece of border.
    case rook
    /// A shared piece of border or a shared corner.
    case queen
  }

  /// Returns the neighbours of each region, ascending; a region without any has none.
  ///
  /// - Parameter contiguity: What makes two regions neighbours.
  /// - Returns: A list for each region of the layer, in order.
  public func neighbours(_ contiguity: Contiguity = .rook) -> [[Int]] {
    var sets = [Set<Int>](repeating: [], count: layer.boundaries.count)
    func join(_ regions: [Int]) {
      for region in regions { sets[region].formUnion(regions.lazy.filter { $0 != region }) }
    }
    for arc in arcs where arc.regions.count > 1 { join(arc.regions) }
    if contiguity == .queen {
      for meeting in meetings { join(meeting) }
    }
    return sets.map { $0.sorted() }
  }
}
