import Foundation
import Graphics
import Panels
import Testing

/// Writes every sample at both widths and in both themes into the folder that `HINTERLAND_GALLERY` names, to be looked at.
@Suite struct Gallery {
  static let folder = ProcessInfo.processInfo.environment["HINTERLAND_GALLERY"]
  static let data =
    ProcessInfo.processInfo.environment["HINTERLAND_DATA"] ?? "../shared/data"

  @Test(
    "Every sample is written for looking at",
    .enabled(if: folder != nil, "HINTERLAND_GALLERY is not set")
  )
  func write() throws {
    let folder = try #require(Gallery.folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for figure in try Samples.all() + EdgeCases.all() + Gallery.realMaps() {
      for width in ChartWidth.allCases {
        for theme in [Theme.light, .dark] {
          let text = svg(figure, options: FigureOptions(width: width, theme: theme))
          let path = "\(folder)/\(figure.id)-\(width)-\(theme).svg"
          try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
      }
    }
  }

  /// Maps over official boundaries, where they are on this machine.
  static func realMaps() throws -> [Figure] {
    try ["itl2_2021_buc", "itl3_2021_buc"]
      .compactMap { name in
        let path = "\(data)/boundaries_uk/\(name).geojson"
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        let shapes = try shapes(bytes)
        let values = shapes.enumerated()
          .map { index, shape in
            MapValue(
              code: shape.code,
              value: index % 13 == 5 ? nil : 1.1 + Samples.wave(index, 2),
              status: index % 13 == 5 ? .suppressed : .observed
            )
          }
        let isFirst = name.hasPrefix("itl2")
        return try Samples.figure(
          "real-" + name.prefix(4),
          "Advanced manufacturing is over-represented in the Midlands",
          "Location quotient, invented values over real outlines, 2021",
          .map(
            ChoroplethMap(
              shapes: shapes,
              values: values,
              scale: isFirst ? .divergingRatio(centre: 1, breaks: nil) : .sequential(breaks: nil),
              legendTitle: "Location quotient",
              highlighted: isFirst ? ["TLG3", "TLE3", "TLI3"] : []
            )
          )
        )
      }
  }

  private struct Collection: Decodable {
    struct Feature: Decodable {
      let properties: [String: String]
      let geometry: Geometry
    }
    struct Geometry: Decodable {
      let rings: [[[Double]]]
      enum Keys: String, CodingKey {
        case type
        case coordinates
      }
      init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Keys.self)
        if try box.decode(String.self, forKey: .type) == "Polygon" {
          rings = try box.decode([[[Double]]].self, forKey: .coordinates)
        } else {
          rings = try box.decode([[[[Double]]]].self, forKey: .coordinates).flatMap(\.self)
        }
      }
    }
    let features: [Feature]
  }

  private static func shapes(_ bytes: Data) throws -> [MapShape] {
    try JSONDecoder().decode(Collection.self, from: bytes).features
      .map { feature in
        MapShape(
          code: feature.properties["itl_code"] ?? "",
          label: feature.properties["itl_name"] ?? "",
          rings: feature.geometry.rings.map { ring in ring.map { MapPoint(x: $0[0] * 0.57, y: $0[1]) } }
        )
      }
  }
}
