import Geography
import Graphics

extension BoundaryLayer {
  /// The outlines for a map, projected so that the country keeps its form.
  var shapes: [MapShape] {
    guard let box = boundingBox else { return [] }
    let project = MapProjection.suited(to: box).projector()
    return boundaries.map { boundary in
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
