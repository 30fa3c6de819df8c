import Arithmetic
import FoundationEssentials
import Geography
import Readers
import Testing

/// Tables of the project's data folder, which stand beside the package or where the environment says.
enum SharedData {
  static let root: String = {
    if let given = ProcessInfo.processInfo.environment["HINTERLAND_DATA"] { return given }
    let package = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let candidates = ["/\(package)/../shared/data", "/\(package)/../../shared/data"]
    return candidates.first { FileManager.default.fileExists(atPath: $0) } ?? candidates[0]
  }()

  static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/" + path) }
}

@Suite struct GeoJSONTests {
  static func parse(_ features: String, code: String = "code", name: String? = nil) throws -> GeoJSON.Contents
  {
    let text = "{\"type\":\"FeatureCollection\",\"features\":[\(features)]}"
    return try GeoJSON.parse(Array(text.utf8), file: "x.geojson", layer: "x", code: code, name: name)
  }

  static let square = "[[0,50],[1,50],[1,51],[0,51],[0,50]]"

  static func feature(_ type: String, _ coordinates: String, code: String = "\"A\"") -> String {
    """
    {"geometry":{"coordinates":\(coordinates),"type":"\(type)"},"type":"Feature","properties":{"code":\(code)}}
    """
  }

  @Test("Polygons, holes, several polygons and heights are read")
  func shapes() throws {
    let contents = try GeoJSONTests.parse(
      [
        GeoJSONTests.feature(
          "Polygon",
          "[\(GeoJSONTests.square),[[0.2,50.2],[0.4,50.2],[0.3,50.4],[0.2,50.2]]]"
        ),
        GeoJSONTests.feature(
          "MultiPolygon",
          "[[\(GeoJSONTests.square)],[[[3,50,9.5],[4,50,9],[4,51,9]]]]",
          code: "7"
        ),
      ]
      .joined(separator: ",")
    )
    #expect(contents.layer.codes == ["A", "7"])
    #expect(!contents.wasBritishGrid)
    #expect(contents.layer.boundaries[0].polygons[0].holes.count == 1)
    #expect(contents.layer.boundaries[1].polygons.map(\.exterior.positions.count) == [4, 3])
    #expect(
      contents.layer.boundaries[1].polygons[1].exterior.positions[0] == Position(longitude: 3, latitude: 50)
    )
  }

  @Test("Metres on the British National Grid are recognized and converted")
  func britishGrid() throws {
    let coordinates = "[[[400000,300000],[410000,300000],[410000,310000],[400000,310000],[400000,300000]]]"
    let contents = try GeoJSONTests.parse(GeoJSONTests.feature("Polygon", coordinates))
    #expect(contents.wasBritishGrid)
    let boundary = contents.layer.boundaries[0]
    #expect(boundary.contains(BritishGrid.position(of: GridReference(easting: 405_000, northing: 305_000))))
    // 100 km² on the grid, whose scale at the central meridian is 0.9996: 100/0.9996² on the ground.
    #expect(abs(boundary.area - 100 / (0.99960127 * 0.99960127)) < 0.01)
  }

  @Test(
    "What is missing is said, with the feature and the nearest name",
    arguments: zip(
      [
        feature("Polygon", "[\(square)]"),
        feature("Point", "[0,50]"),
        feature("Polygon", square),
        feature("Polygon", "[[[0,50],[1,\"x\"],[1,51]]]"),
        feature("Polygon", "[[[0,50],[1,50],[0,50]]]"),
        feature("Polygon", "[[[0,50],[1],[1,51]]]"),
        feature("Polygon", "[\(square)]", code: "null"),
        "{\"properties\":{\"code\":\"A\"},\"geometry\":null}",
        "3",
        [feature("Polygon", "[\(square)]"), feature("Polygon", "[\(square)]")].joined(separator: ","),
        feature("Polygon", "[[[4000000,300],[5000000,300],[5000000,400]]]"),
      ],
      [
        "",
        "'x.geojson', feature 1 ('A'): its geometry is a 'Point'; a Polygon or MultiPolygon is needed.",
        "'x.geojson', feature 1 ('A'): its coordinates are not rings of positions with two numbers each.",
        "'x.geojson', feature 1 ('A'): its coordinates are not rings of positions with two numbers each.",
        "'x.geojson', feature 1: Region 'A' has a ring of 2 different positions; three are needed to enclose land.",
        "'x.geojson', feature 1 ('A'): its coordinates are not rings of positions with two numbers each.",
        "'x.geojson', feature 1: property 'code' holds nothing; a text or a number is needed.",
        "'x.geojson', feature 1 ('A'): its geometry is missing; a Polygon or MultiPolygon is needed.",
        "'x.geojson', feature 1: there is no property 'code'. It has no properties.",
        "'x.geojson': Code 'A' stands twice in one layer of boundaries. Each region needs a code of its own.",
        "'x.geojson' is in the coordinate system 'not named, with coordinates up to 5000000.0, 400.0'. Degrees on "
          + "WGS 84 (EPSG:4326) or metres on the British National Grid (EPSG:27700) are needed: convert it first.",
      ]
    )
  )
  func messages(features: String, message: String) {
    do {
      _ = try GeoJSONTests.parse(features)
      #expect(message.isEmpty)
    } catch {
      #expect("\(error)" == message)
    }
  }

  @Test("A misspelt property lists the nearest one")
  func misspelt() {
    let error = #expect(throws: BoundaryError.self) {
      try GeoJSONTests.parse(GeoJSONTests.feature("Polygon", "[\(GeoJSONTests.square)]"), code: "cod")
    }
    #expect(
      error?.description
        == "'x.geojson', feature 1: there is no property 'cod'; did you mean 'code'? It has 'code'."
    )
  }

  @Test("Something else than a collection, and half a file, are named")
  func notCollections() {
    func message(_ text: String) -> String {
      do {
        _ = try GeoJSON.parse(Array(text.utf8), file: "x", layer: "x", code: "c")
        return ""
      } catch { return "\(error)" }
    }
    #expect(
      message("{\"type\":\"Topology\"}").contains("holds a 'Topology'; a GeoJSON FeatureCollection is needed")
    )
    #expect(message("[]").contains("JSON without features"))
    #expect(message("{\"features\":[]}").contains("a collection of no features"))
    #expect(
      message("{\"features\":[{").contains("'x' is not JSON. Line 1, column 15: found the end of the text")
    )
    #expect(
      (try? GeoJSON.read("no/such.geojson", code: "c")) == nil
    )
  }

  @Test("What is written reads back the same")
  func roundTrip() throws {
    let features = [
      GeoJSONTests.feature(
        "MultiPolygon",
        "[[\(GeoJSONTests.square)],[[[3,50],[4,51],[4,50]]]]",
        code: "\"a\\\"b\""
      ),
      GeoJSONTests.feature("Polygon", "[\(GeoJSONTests.square),[[0.2,50.2],[0.4,50.2],[0.3,50.4]]]"),
    ]
    let contents = try GeoJSONTests.parse(features.joined(separator: ","), name: "code")
    let text = GeoJSON.text(of: contents.layer)
    let again = try GeoJSON.parse(Array(text.utf8), file: "y", layer: "x", code: "code", name: "name")
    #expect(again.layer.codes == contents.layer.codes)
    for (left, right) in zip(again.layer.boundaries, contents.layer.boundaries) {
      #expect(abs(left.area - right.area) < 1e-6)
      #expect(
        left.polygons.allSatisfy { $0.exterior.signedArea > 0 && $0.holes.allSatisfy { $0.signedArea < 0 } }
      )
    }
    #expect(GeoJSON.text(of: again.layer) == text)
  }

  @Test("Mutated GeoJSON is read or refused, never more", arguments: 0..<20)
  func fuzz(seed: Int) {
    var random = RandomStream(seed: 16, stream: UInt64(seed))
    let square = GeoJSONTests.square
    let base = Array(
      (#"{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG::27700"}},"features":["#
        + GeoJSONTests.feature("MultiPolygon", "[[\(square)],[[[3,50,9.5],[4,50,9],[4,51,9]]]]") + ","
        + GeoJSONTests.feature("Polygon", "[\(square),[[0.2,50.2],[0.4,50.2],[0.3,50.4]]]", code: "2") + "]}")
        .utf8
    )
    let pieces = ["1e300", "[", "]", ",", "-", "null", "{}", "9999999", "[[", "]]", "\"x\""]
      .map { Array($0.utf8) }
    for _ in 0..<200 {
      var bytes = base
      for _ in 0...random.below(3) {
        let at = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes.replaceSubrange(at..<(at + 1), with: pieces[random.below(pieces.count)])
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.below(6)))
        default: bytes.insert(contentsOf: pieces[random.below(pieces.count)], at: at)
        }
      }
      do {
        let contents = try GeoJSON.parse(bytes, file: "f", layer: "f", code: "code")
        let topology = BoundaryTopology(contents.layer)
        let simple = topology.simplified(BoundarySimplification(.detail(squareKilometres: 100)))
        #expect(simple.codes == contents.layer.codes)
        #expect(!GeoJSON.text(of: simple).isEmpty)
        #expect(simple.boundaries.allSatisfy { $0.labelPoint.latitude.isFinite })
      } catch {
        #expect("\(error)".hasPrefix("'f'"))
      }
    }
  }

  /// A layer of the data folder, with what its boundaries may differ from the table of areas and centroids.
  struct Case: Sendable, CustomTestStringConvertible {
    let layer: String
    let file: String
    let code: String
    /// Relative difference of an area; the greatest that was measured, rounded up.
    let area: Double
    /// Distance of a centroid in units of the square root of the area.
    let shift: Double
    var testDescription: String { layer }
  }

  // The table's areas were taken on the British National Grid, 0.08 % too small at its central meridian and up to 0.2 %
  // too large far from it; positions in the files are rounded to about 10 m.
  static let cases = [
    Case(
      layer: "itl1_2021",
      file: "boundaries_uk/itl1_2021_buc.geojson",
      code: "itl_code",
      area: 0.002,
      shift: 0.001
    ),
    Case(
      layer: "itl2_2021",
      file: "boundaries_uk/itl2_2021_buc.geojson",
      code: "itl_code",
      area: 0.002,
      shift: 0.001
    ),
    Case(
      layer: "itl3_2021",
      file: "boundaries_uk/itl3_2021_buc.geojson",
      code: "itl_code",
      area: 0.003,
      shift: 0.001
    ),
    Case(
      layer: "lad_gb_2013",
      file: "boundaries_uk/lad_gb_2013_generalised.geojson",
      code: "lad_code",
      area: 0.003,
      shift: 0.001
    ),
  ]

  @Test(
    "Real boundaries have the areas and centroids that were computed on the British National Grid",
    .enabled(
      if: SharedData.has("boundaries_uk/itl3_2021_buc.geojson"),
      "the shared data folder is not there"
    ),
    arguments: cases
  )
  func realBoundaries(example: Case) throws {
    let contents = try GeoJSON.read(SharedData.root + "/" + example.file, code: example.code)
    let table = try #require(
      FileManager.default.contents(atPath: SharedData.root + "/region_centroids_area/centroids_area.csv")
    )
    var checked = 0
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n")
    where line.hasPrefix(example.layer + ",") {
      let cells = line.split(separator: ",")
      let area = try #require(cells.last.flatMap { Double($0) })
      let latitude = try #require(Double(cells[cells.count - 2]))
      let longitude = try #require(Double(cells[cells.count - 3]))
      let boundary = try contents.layer.boundary(of: String(cells[1]))
      #expect(abs(boundary.area / area - 1) < example.area, "\(line)")
      let shift = boundary.centroid.distance(to: Position(longitude: longitude, latitude: latitude))
      #expect(shift.kilometres / area.squareRoot() < example.shift, "\(line)")
      #expect(boundary.contains(boundary.labelPoint), "\(line)")
      checked += 1
    }
    #expect(checked == contents.layer.boundaries.count)
  }
}
