public import Geography
import Panels

/// What can be wrong with a file of boundaries.
public enum BoundaryError: Error, Equatable, Sendable {
  /// A file that could not be read.
  case unreadable(OutputError)
  /// A text that is not JSON.
  case json(file: String, JSONError)
  /// JSON that is no collection of features.
  case notFeatureCollection(file: String, found: String)
  /// A feature without the property that holds its code or name, with near names that it has.
  case missingProperty(file: String, feature: Int, property: String, nearest: [String], known: [String])
  /// A property that is neither text nor a number.
  case propertyKind(file: String, feature: Int, property: String, found: String)
  /// A feature with no geometry, or one that is not an area.
  case geometry(file: String, feature: Int, code: String, found: String)
  /// Coordinates that are nested otherwise than the geometry asks for, or a position without two numbers.
  case coordinates(file: String, feature: Int, code: String, expected: String)
  /// A boundary that encloses nothing or does not lie on the earth.
  case boundary(file: String, feature: Int, GeographyError)
  /// Features with codes that match each other.
  case layer(file: String, GeographyError)
  /// A coordinate system that is not read.
  case coordinateSystem(file: String, String)
}

extension BoundaryError: CustomStringConvertible {
  /// What was given, where, and what to do about it.
  public var description: String { MessageText.line(sentence) }

  private var sentence: String {
    switch self {
    case .unreadable(let error): "\(error)"
    case .json(let file, let error): "'\(file)' is not JSON. \(error)"
    case .notFeatureCollection(let file, let found):
      "'\(file)' holds \(found); a GeoJSON FeatureCollection is needed. Convert the boundaries to GeoJSON first."
    case .missingProperty(let file, let feature, let property, let nearest, let known):
      "'\(file)', feature \(feature): there is no property '\(property)'\(PanelError.suggestion(nearest))"
        + (nearest.isEmpty ? "." : "") + " It has " + BoundaryError.list(known) + "."
    case .propertyKind(let file, let feature, let property, let found):
      "'\(file)', feature \(feature): property '\(property)' holds \(found); a text or a number is needed."
    case .geometry(let file, let feature, let code, let found):
      "'\(file)', feature \(feature) ('\(code)'): its geometry is \(found); a Polygon or MultiPolygon is needed."
    case .coordinates(let file, let feature, let code, let expected):
      "'\(file)', feature \(feature) ('\(code)'): its coordinates are not \(expected)."
    case .boundary(let file, let feature, let error): "'\(file)', feature \(feature): \(error)"
    case .layer(let file, let error): "'\(file)': \(error)"
    case .coordinateSystem(let file, let name):
      "'\(file)' is in the coordinate system '\(name)'. Degrees on WGS 84 (EPSG:4326) or metres on the British "
        + "National Grid (EPSG:27700) are needed: convert it first."
    }
  }

  private static func list(_ names: [String]) -> String {
    guard !names.isEmpty else { return "no properties" }
    let shown = names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
  }
}
