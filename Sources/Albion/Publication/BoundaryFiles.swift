/// The boundaries of the three scales as GeoJSON (RFC 7946: longitude before latitude, WGS 84).
enum BoundaryFiles {
  /// Makes the three files.
  static func files(of geography: AlbionGeography) -> [GeneratedFile] {
    [
      GeneratedFile(
        path: "boundaries/provinces.geojson",
        bytes: collection(geography.provinces, level: "province", parents: nil)
      ),
      GeneratedFile(
        path: "boundaries/regions.geojson",
        bytes: collection(geography.regions, level: "region", parents: geography.provinces)
      ),
      GeneratedFile(
        path: "boundaries/districts.geojson",
        bytes: collection(geography.districts, level: "district", parents: geography.regions)
      ),
    ]
  }

  private static func collection(
    _ areas: [AlbionGeography.Area],
    level: String,
    parents: [AlbionGeography.Area]?
  ) -> [UInt8] {
    var text = ByteText(capacity: 800_000)
    text.add("{\"type\":\"FeatureCollection\",\"name\":\"Albion \(level)s (invented)\",\"features\":[\n")
    for (position, area) in areas.enumerated() {
      if position > 0 { text.add(",\n") }
      text.add("{\"type\":\"Feature\",\"properties\":{\"code\":\"\(area.code)\",\"name\":\"\(area.name)\"")
      if let parents, let parent = area.parent { text.add(",\"parent\":\"\(parents[parent].code)\"") }
      text.add(",\"area_km2\":")
      text.add(area.areaHundredths, places: 2)
      text.add("},\"geometry\":")
      add(area.outlines, to: &text)
      text.add("}")
    }
    text.add("\n]}\n")
    return text.bytes
  }

  private static func add(_ outlines: [Outline], to text: inout ByteText) {
    let several = outlines.count != 1
    text.add(
      several ? "{\"type\":\"MultiPolygon\",\"coordinates\":[" : "{\"type\":\"Polygon\",\"coordinates\":"
    )
    for (position, outline) in outlines.enumerated() {
      if position > 0 { text.comma() }
      text.add("[")
      for (number, ring) in ([outline.outer] + outline.holes).enumerated() {
        if number > 0 { text.comma() }
        add(ring, to: &text)
      }
      text.add("]")
    }
    text.add(several ? "]}" : "}")
  }

  private static func add(_ ring: [LonLat], to text: inout ByteText) {
    text.add("[")
    for (position, place) in ring.enumerated() {
      if position > 0 { text.comma() }
      text.add("[")
      text.add(place.longitude, places: 5)
      text.comma()
      text.add(place.latitude, places: 5)
      text.add("]")
    }
    text.add("]")
  }
}
