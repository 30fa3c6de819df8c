public import Geography
import Panels

/// Boundaries as GeoJSON.
///
/// **Source.** Butler et al. (2016), RFC 7946, The GeoJSON Format, and the `crs` member of its 2008 predecessor.
public enum GeoJSON {
  /// What was read.
  public struct Contents: Sendable {
    /// The boundaries, in the order of the file.
    public let layer: BoundaryLayer
    /// Whether the file was on the British National Grid and was converted to degrees.
    public let wasBritishGrid: Bool
  }

  /// Reads the boundaries of a file.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - layer: The name of the layer; the file's name if not given.
  ///   - code: The property that holds the code of a region.
  ///   - name: The property that holds its name; the code stands for it if not given.
  ///   - parent: The property that holds the code of the region that it lies in, if there is one.
  /// - Returns: The boundaries and how they were read.
  /// - Throws: ``BoundaryError`` with the file, the number of the feature and what is missing.
  public static func read(
    _ path: String,
    layer: String? = nil,
    code: String,
    name: String? = nil,
    parent: String? = nil
  ) throws(BoundaryError) -> Contents {
    let bytes: [UInt8]
    do { bytes = try FileSystem.bytes(of: path) } catch { throw .unreadable(error) }
    let file = FileSystem.name(of: path)
    return try parse(bytes, file: file, layer: layer ?? file, code: code, name: name, parent: parent)
  }

  /// Reads the boundaries of a GeoJSON text in UTF-8.
  ///
  /// A FeatureCollection of Polygon and MultiPolygon features; a third coordinate is ignored. Metres on the British
  /// National Grid are recognized by the `crs` member, or by coordinates beyond 360, and converted. A ring that is not
  /// closed is closed; a ring of fewer than three different positions is left out where the feature has others.
  ///
  /// **Complexity.** O(bytes).
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - file: The name of the file, for messages.
  ///   - layer: The name of the layer.
  ///   - code: The property that holds the code of a region.
  ///   - name: The property that holds its name; the code stands for it if not given.
  ///   - parent: The property that holds the code of the region that it lies in, if there is one.
  /// - Returns: The boundaries and how they were read.
  /// - Throws: ``BoundaryError`` with the file, the number of the feature and what is missing.
  public static func parse(
    _ bytes: [UInt8],
    file: String,
    layer: String,
    code: String,
    name: String? = nil,
    parent: String? = nil
  ) throws(BoundaryError) -> Contents {
    var reader = GeoJSONReader(bytes, file: file)
    let features = try reader.features()
    let isGrid = try reader.isBritishGrid()
    var boundaries: [Boundary] = []
    boundaries.reserveCapacity(features.count)
    for feature in features {
      boundaries.append(
        try feature.boundary(file: file, code: code, name: name, parent: parent, isGrid: isGrid)
      )
    }
    do {
      return Contents(
        layer: try BoundaryLayer(name: layer, boundaries: boundaries),
        wasBritishGrid: isGrid
      )
    } catch {
      throw .layer(file: file, error)
    }
  }

  /// Returns boundaries as a GeoJSON FeatureCollection, a feature a line.
  ///
  /// Degrees on WGS 84, outer rings against the clock and holes with it as RFC 7946 asks, one polygon as `Polygon`,
  /// several as `MultiPolygon`.
  ///
  /// - Parameters:
  ///   - layer: The boundaries.
  ///   - code: The property for the code.
  ///   - name: The property for the name; none if nil.
  ///   - decimals: How many decimals degrees are rounded to; 6 is about 0.1 m.
  /// - Returns: The text, ending in a line feed.
  public static func text(
    of layer: BoundaryLayer,
    code: String = "code",
    name: String? = "name",
    decimals: Int = 6
  ) -> String {
    precondition((0...15).contains(decimals), "\(decimals) decimals: 0 to 15 are possible")
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    var output = "{\"type\":\"FeatureCollection\",\"features\":[\n"
    for (position, boundary) in layer.boundaries.enumerated() {
      if position > 0 { output += ",\n" }
      var properties = [JSONMember(code, .string(boundary.code))]
      if let name { properties.append(JSONMember(name, .string(boundary.name))) }
      output += "{\"type\":\"Feature\",\"properties\":" + JSONValue.object(properties).compactText
      let isMulti = boundary.polygons.count > 1
      output += ",\"geometry\":{\"type\":\"\(isMulti ? "MultiPolygon" : "Polygon")\",\"coordinates\":"
      if isMulti { output += "[" }
      for (number, polygon) in boundary.polygons.enumerated() {
        if number > 0 { output += "," }
        append(polygon, to: &output, scale: scale)
      }
      output += (isMulti ? "]" : "") + "}}"
    }
    return output + "\n]}\n"
  }

  private static func append(_ polygon: Polygon, to output: inout String, scale: Double) {
    output += "["
    for (number, ring) in polygon.rings.enumerated() {
      output += number > 0 ? ",[" : "["
      let isTurned = (ring.signedArea < 0) == (number == 0)
      let positions = isTurned ? ring.positions.reversed() : ring.positions
      for position in positions + positions.prefix(1) {
        if output.utf8.last == UInt8(ascii: "]") { output += "," }
        output += "[" + rounded(position.longitude, scale) + "," + rounded(position.latitude, scale) + "]"
      }
      output += "]"
    }
    output += "]"
  }

  private static func rounded(_ degrees: Double, _ scale: Double) -> String {
    NumberText.shortest((degrees * scale).rounded() / scale)
  }
}
