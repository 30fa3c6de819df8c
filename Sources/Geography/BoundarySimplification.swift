/// How far boundaries are simplified.
public struct BoundarySimplification: Hashable, Sendable {
  /// What decides how much detail is kept.
  public enum Target: Hashable, Sendable {
    /// Details smaller than an area in km² go.
    case detail(squareKilometres: Double)
    /// About so many positions stay, each of a shared border counted once.
    case positions(Int)
  }

  /// What decides how much detail is kept.
  public var target: Target
  /// Islands, and holes without a region in them, below this area in km² go, unless nothing else is left of the region.
  public var smallestIsland: Double

  /// Makes a simplification.
  ///
  /// - Parameters:
  ///   - target: What decides how much detail is kept.
  ///   - smallestIsland: The area in km² below which islands and empty holes go; 0 keeps all.
  public init(_ target: Target, smallestIsland: Double = 0) {
    self.target = target
    self.smallestIsland = smallestIsland
  }
}

extension BoundaryTopology {
  /// Returns the layer with fewer positions, neighbours touching as before.
  ///
  /// Each arc is simplified once, so that the two sides of a border stay the same; junctions stay. In an arc the position
  /// whose triangle with its two neighbours is smallest goes first, until none is below the threshold (Visvalingam and
  /// Whyatt). A ring keeps at least three positions; islands below a threshold go, but never a region's largest piece
  /// nor one that fills the hole of another region. Simplified borders do not cross other borders: where an arc came to
  /// cross one it is simplified less.
  ///
  /// **Complexity.** O(n log n) in the number of positions.
  /// **Source.** Visvalingam & Whyatt (1993), Line generalisation by repeated elimination of points, The Cartographic
  /// Journal 30(1), 46–51, doi:10.1179/000870493786962263.
  public func simplified(_ simplification: BoundarySimplification) -> BoundaryLayer {
    let rankings = arcs.indices.map { ArcRanking(arcs[$0].positions, keeping: leastInside[$0]) }
    let threshold: Double
    switch simplification.target {
    case .detail(let area): threshold = area
    case .positions(let count): threshold = BoundaryTopology.threshold(keeping: count, of: rankings)
    }
    var thresholds = [Double](repeating: threshold, count: arcs.count)
    var lines = rankings.map { $0.positions(above: threshold) }
    for _ in 0..<8 {
      let crossing = ArcCrossings.find(lines)
      guard !crossing.isEmpty else { break }
      for arc in crossing {
        thresholds[arc] /= 4
        lines[arc] = rankings[arc].positions(above: thresholds[arc])
      }
    }
    return assembled(lines, smallestIsland: simplification.smallestIsland)
  }

  /// How many positions inside its ends an arc must keep, so that no ring collapses.
  private var leastInside: [Int] {
    var least = arcs.map { $0.isRing ? 2 : 0 }
    for polygon in polygons {
      for ring in polygon.rings where ring.arcs.count == 2 {
        for (arc, _) in ring.arcs where arcs[arc].positions.count > 2 { least[arc] = max(least[arc], 1) }
      }
    }
    return least
  }

  /// The threshold that leaves about a number of positions.
  private static func threshold(keeping count: Int, of rankings: [ArcRanking]) -> Double {
    let ends = Set(rankings.flatMap { [$0.points[0], $0.points[$0.points.count - 1]] })
    let fixed = rankings.reduce(ends.count) { $0 + $1.fixedInside }
    var areas = rankings.flatMap(\.areas).filter(\.isFinite)
    let kept = count - fixed
    guard kept < areas.count else { return 0 }
    guard kept > 0 else { return .infinity }
    areas.sort(by: >)
    return areas[kept]
  }

  /// Puts the rings together again and drops islands.
  private func assembled(_ lines: [[Position]], smallestIsland: Double) -> BoundaryLayer {
    var pieces = [[(polygon: Polygon, isFree: Bool)]](repeating: [], count: layer.boundaries.count)
    for polygon in polygons {
      var rings: [Ring] = []
      var isFree = true
      for (number, arcRing) in polygon.rings.enumerated() {
        let ring = Ring(arcRing.arcs.flatMap { $0.isReversed ? lines[$0.arc].reversed() : lines[$0.arc] })
        let touchesOthers = arcRing.arcs.contains { arcs[$0.arc].regions.count > 1 }
        if number == 0 { isFree = !touchesOthers }
        let isEmptyHole = number > 0 && !touchesOthers && ring.area < smallestIsland
        if number == 0 || (ring.isProper && !isEmptyHole) { rings.append(ring) }
      }
      guard rings[0].isProper else { continue }
      let made = Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
      pieces[polygon.region].append((made, isFree))
    }
    let boundaries = layer.boundaries.enumerated()
      .map { region, boundary in
        let areas = pieces[region].map(\.polygon.exterior.area)
        let largest = areas.indices.max { areas[$0] < areas[$1] }
        let kept = pieces[region].indices
          .filter { $0 == largest || !pieces[region][$0].isFree || areas[$0] >= smallestIsland }
          .map { pieces[region][$0].polygon }
        let made = try? Boundary(
          code: boundary.code,
          name: boundary.name,
          parent: boundary.parent,
          polygons: kept
        )
        return made ?? boundary
      }
    return (try? BoundaryLayer(name: layer.name, boundaries: boundaries)) ?? layer
  }
}
