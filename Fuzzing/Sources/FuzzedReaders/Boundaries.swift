import Geography
import Readers

/// The reader of boundaries as GeoJSON.
func fuzzBoundaries(_ input: [UInt8]) throws(Violation) -> Int {
  guard let first = input.first else { return 0 }
  let content = Array(input.dropFirst())
  let parsed = try attempt("the boundaries") {
    try GeoJSON.parse(
      content,
      file: "t.geojson",
      layer: "t",
      code: "code",
      name: first & 1 != 0 ? "name" : nil,
      parent: first & 2 != 0 ? "parent" : nil
    )
  }
  guard let layer = parsed?.layer else { return content.count }
  for boundary in layer.boundaries {
    try require(!boundary.polygons.isEmpty, "a boundary without polygons")
    for ring in boundary.polygons.flatMap(\.rings) {
      for position in ring.positions {
        let isOnEarth = abs(position.longitude) <= 540 && abs(position.latitude) <= 90
        try require(isOnEarth, "\(position) is not on the earth")
      }
    }
    try require(boundary.area.isFinite && boundary.area >= 0, "an area of \(boundary.area)")
    _ = boundary.centroid
  }
  try requireLayerReadsBack(layer)
  return content.count
}

/// Checks that boundaries, written as GeoJSON, read back with the same codes, names and numbers of polygons.
///
/// Degrees are rounded to 15 decimals; a ring whose positions are nearer than that is not written.
private func requireLayerReadsBack(_ layer: BoundaryLayer) throws(Violation) {
  let text = GeoJSON.text(of: layer, decimals: 15)
  let again: BoundaryLayer
  do {
    again = try GeoJSON.parse(Array(text.utf8), file: "t", layer: "t", code: "code", name: "name").layer
  } catch {
    if case .boundary = error { return }
    throw Violation(
      "boundaries that were written are refused: \(error); \(text.prefix(300).debugDescription)"
    )
  }
  try require(again.codes == layer.codes, "codes \(layer.codes) read back as \(again.codes)")
  try require(
    again.boundaries.map(\.name) == layer.boundaries.map(\.name),
    "names \(layer.boundaries.map(\.name)) read back as \(again.boundaries.map(\.name))"
  )
}
