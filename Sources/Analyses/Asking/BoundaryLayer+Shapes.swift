import Geography
import Graphics

extension BoundaryLayer {
  /// The outlines for a map, projected so that the country keeps its form, and no finer than a page can show.
  ///
  /// Borders are simplified once for both neighbours, so that they still touch.
  var shapes: [MapShape] {
    let project = MapProjection.suited(to: self).projector()
    let drawn = BoundaryTopology(self)
      .simplified(BoundarySimplification(.positions(4000), smallestIsland: 20))
    return drawn.boundaries.map { boundary in
      MapShape(
        code: boundary.code,
        label: boundary.name,
        rings: boundary.polygons.flatMap(\.rings)
          .map { ring in
            ring.positions.map { position in
              let point = project(position)
              return MapPoint(x: point.x, y: point.y)
            }
          }
      )
    }
  }
}
