extension Boundary {
  /// A position inside the largest piece, as far from its border as can be: for labels, and to stand for the region.
  ///
  /// Found to a hundredth of the size of the piece by cutting squares into four and keeping those that may hold a
  /// better position. Distances are taken on a plane with degrees of longitude shortened at the middle latitude.
  ///
  /// **Complexity.** About 100 squares, each O(positions). **Source.** Garcia-Castellanos & Lombardo (2007), Poles of
  /// inaccessibility, Scottish Geographical Journal 123(3), 227–233, doi:10.1080/14702540801897809; the search by
  /// quarters is branch and bound.
  public var labelPoint: Position {
    let polygon = largestPolygon
    guard let box = BoundingBox(around: polygon.exterior.positions) else { return boundingBox.centre }
    let shrink = max(0.01, Angle.cosine(Angle.radians(box.centre.latitude)))
    let plane = PlanarPolygon(polygon, shrink: shrink)
    let width = (box.east - box.west) * shrink
    let height = box.north - box.south
    let best = plane.innermostPoint(
      west: box.west * shrink,
      south: box.south,
      width: width,
      height: height,
      precision: max(width, height) / 100
    )
    guard let best = best ?? plane.middleOfWidestSpan(south: box.south, height: height) else {
      return polygon.exterior.positions[0]
    }
    return Position(longitude: best.x / shrink, latitude: best.y)
  }
}

/// A polygon on a plane, for distances to its border.
private struct PlanarPolygon {
  struct Square {
    let x: Double
    let y: Double
    let half: Double
    /// The distance of the middle to the border; negative outside.
    let distance: Double
    /// No point of the square is farther from the border.
    var bound: Double { distance + half * 2.0.squareRoot() }
  }

  let rings: [[PlanarPoint]]

  init(_ polygon: Polygon, shrink: Double) {
    rings = polygon.rings.map { ring in
      ring.positions.map { PlanarPoint(x: $0.longitude * shrink, y: $0.latitude) }
    }
  }

  func innermostPoint(
    west: Double,
    south: Double,
    width: Double,
    height: Double,
    precision: Double
  ) -> PlanarPoint? {
    let size = min(width, height)
    guard size > 0 else { return nil }
    let half = size / 2
    var open: [Square] = []
    for column in 0..<Int((width / size).rounded(.up)) {
      for row in 0..<Int((height / size).rounded(.up)) {
        open.append(
          square(west + (2 * Double(column) + 1) * half, south + (2 * Double(row) + 1) * half, half)
        )
      }
    }
    var best: Square?
    var visits = 0
    while !open.isEmpty, visits < 2000 {
      visits += 1
      guard let next = open.indices.max(by: { open[$0].bound < open[$1].bound }) else { break }
      let cell = open.remove(at: next)
      if cell.distance > 0, cell.distance > best?.distance ?? 0 { best = cell }
      if let best {
        if cell.bound - best.distance <= precision { break }
      } else if cell.bound <= precision / 2 {
        // Land thinner than this everywhere is left to another way.
        break
      }
      let quarter = cell.half / 2
      for (dx, dy) in [(-1.0, -1.0), (1, -1), (-1, 1), (1, 1)] {
        let part = square(cell.x + dx * quarter, cell.y + dy * quarter, quarter)
        if part.bound > (best?.distance ?? 0) { open.append(part) }
      }
    }
    return best.map { PlanarPoint(x: $0.x, y: $0.y) }
  }

  /// The middle of the widest piece of land on any of a few parallels: for land too thin for the search.
  func middleOfWidestSpan(south: Double, height: Double) -> PlanarPoint? {
    var best: (width: Double, point: PlanarPoint)?
    for step in 1..<16 {
      // An odd share, so that few positions lie on the line.
      let y = south + height * (Double(step) / 16 + 0.001_234_5)
      var crossings: [Double] = []
      for ring in rings {
        guard var a = ring.last else { continue }
        for b in ring {
          if (a.y > y) != (b.y > y) { crossings.append((b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x) }
          a = b
        }
      }
      crossings.sort()
      for at in stride(from: 0, to: crossings.count - 1, by: 2) {
        let width = crossings[at + 1] - crossings[at]
        guard width > best?.width ?? 0 else { continue }
        best = (width, PlanarPoint(x: crossings[at] + width / 2, y: y))
      }
    }
    return best?.point
  }

  private func square(_ x: Double, _ y: Double, _ half: Double) -> Square {
    Square(x: x, y: y, half: half, distance: signedDistance(x, y))
  }

  private func signedDistance(_ x: Double, _ y: Double) -> Double {
    var isInside = false
    var nearest = Double.infinity
    for ring in rings {
      guard var a = ring.last else { continue }
      for b in ring {
        if (a.y > y) != (b.y > y), x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x { isInside.toggle() }
        let dx = b.x - a.x
        let dy = b.y - a.y
        let along = max(0, min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy)))
        let ex = a.x + along * dx - x
        let ey = a.y + along * dy - y
        nearest = min(nearest, ex * ex + ey * ey)
        a = b
      }
    }
    return isInside ? nearest.squareRoot() : -nearest.squareRoot()
  }
}
