import Arithmetic

/// The corners of the squares, moved so that borders and coasts look drawn by rivers and ridges.
///
/// A corner has one place, whichever area is drawn around it and at whichever scale, so borders are shared to the bit
/// by neighbours and by the levels that nest.
struct BorderMesh {
  private static let across = Landmass.columns + 1
  private static let up = Landmass.rows + 1

  /// Longitude and latitude of each corner in units of 10⁻⁵ degree, row by row from the south-west.
  let places: [LonLat]

  /// Moves the corners for a division of the land into districts.
  init(district: [Int], seed: UInt64) {
    let noise = NoiseField(seed: seed &+ 77)
    let links = BorderMesh.borderLinks(district: district)
    let jittered = (0..<(BorderMesh.across * BorderMesh.up))
      .map { corner in
        let column = corner % BorderMesh.across
        let row = corner / BorderMesh.across
        let x = Double(column)
        let y = Double(row)
        return GridPoint(
          x: x + 0.26 * noise.point(column, row, octave: 90)
            + 0.9 * noise.value(x, y, wavelength: 11, octaves: 2),
          y: y + 0.26 * noise.point(column, row, octave: 91)
            + 0.9 * noise.value(x + 300, y, wavelength: 11, octaves: 2)
        )
      }
    places = jittered.indices.map { corner in
      var point = jittered[corner]
      if links[corner].count == 2 {
        let before = jittered[links[corner][0]]
        let after = jittered[links[corner][1]]
        point.x = 0.5 * point.x + 0.25 * (before.x + after.x)
        point.y = 0.5 * point.y + 0.25 * (before.y + after.y)
      }
      return LonLat(gridPoint: point)
    }
  }

  /// Returns the outline of every area of a division.
  ///
  /// - Parameters:
  ///   - area: The area of each square, or -1 for sea.
  ///   - count: How many areas there are.
  /// - Returns: The polygons of each area, outer rings counter-clockwise and holes clockwise, closed.
  func outlines(of area: [Int], count: Int) -> [[Outline]] {
    var edges = [[Int: [Int]]](repeating: [:], count: count)
    var starts = [[Int]](repeating: [], count: count)
    for (square, label) in area.enumerated() where label >= 0 {
      for (from, to) in BorderMesh.outerSides(of: square, area: area) {
        edges[label][from, default: []].append(to)
        starts[label].append(from)
      }
    }
    return (0..<count).map { assemble(rings: BorderMesh.rings(edges: edges[$0], starts: starts[$0])) }
  }

  /// The sides of a square beyond which another area lies, counter-clockwise around the square.
  private static func outerSides(of square: Int, area: [Int]) -> [(from: Int, to: Int)] {
    let column = square % Landmass.columns
    let row = square / Landmass.columns
    let southWest = row * across + column
    let label = area[square]
    func differs(_ other: Int, _ inside: Bool) -> Bool { !inside || area[other] != label }
    var sides: [(from: Int, to: Int)] = []
    if differs(square - Landmass.columns, row > 0) { sides.append((southWest, southWest + 1)) }
    if differs(square + 1, column < Landmass.columns - 1) {
      sides.append((southWest + 1, southWest + across + 1))
    }
    if differs(square + Landmass.columns, row < Landmass.rows - 1) {
      sides.append((southWest + across + 1, southWest + across))
    }
    if differs(square - 1, column > 0) { sides.append((southWest + across, southWest)) }
    return sides
  }

  /// The corners that each corner is joined to by a border of districts, ascending.
  private static func borderLinks(district: [Int]) -> [[Int]] {
    var links = [Set<Int>](repeating: [], count: across * up)
    for square in district.indices where district[square] >= 0 {
      for (from, to) in outerSides(of: square, area: district) {
        links[from].insert(to)
        links[to].insert(from)
      }
    }
    return links.map { $0.sorted() }
  }

  /// Follows the sides around each ring, keeping to the same square where two rings touch.
  private static func rings(edges: [Int: [Int]], starts: [Int]) -> [[Int]] {
    var left = edges
    var rings: [[Int]] = []
    for start in starts {
      while let first = left[start]?.first {
        left[start]?.removeFirst()
        var ring = [start]
        var from = start
        var here = first
        while here != start {
          ring.append(here)
          let step = here - from
          let choices = left[here] ?? []
          guard let next = choices.min(by: { turn(step, $0 - here) < turn(step, $1 - here) }) else { break }
          left[here]?.removeAll { $0 == next }
          from = here
          here = next
        }
        rings.append(ring)
      }
    }
    return rings
  }

  /// 0 for a turn to the left, 1 straight on, 2 to the right.
  private static func turn(_ step: Int, _ next: Int) -> Int {
    let circle = [1, across, -1, -across]
    let from = circle.firstIndex(of: step) ?? 0
    let to = circle.firstIndex(of: next) ?? 0
    switch (to - from + 4) % 4 {
    case 1: return 0
    case 0: return 1
    default: return 2
    }
  }

  /// Puts holes into the rings that surround them.
  private func assemble(rings: [[Int]]) -> [Outline] {
    let closed = rings.map { ring in ring.map { places[$0] } + (ring.first.map { [places[$0]] } ?? []) }
    var outlines = closed.filter { LonLat.signedArea(of: $0) > 0 }.map { Outline(outer: $0, holes: []) }
    outlines.sort { LonLat.signedArea(of: $0.outer) > LonLat.signedArea(of: $1.outer) }
    for hole in closed where LonLat.signedArea(of: hole) <= 0 {
      let owner = outlines.lastIndex { LonLat.contains(ring: $0.outer, point: hole) } ?? 0
      outlines[owner].holes.append(hole)
    }
    return outlines
  }
}
