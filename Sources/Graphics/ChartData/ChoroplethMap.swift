public import Panels

/// A point on a map in projected units; `y` grows to the north.
public struct MapPoint: Sendable, Hashable {
  /// The easting.
  public let x: Double
  /// The northing.
  public let y: Double

  /// Makes a point.
  ///
  /// - Parameters:
  ///   - x: The easting.
  ///   - y: The northing.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// The outline of a region, already projected and simplified.
public struct MapShape: Sendable, Hashable {
  /// The code of the region.
  public let code: String
  /// The name of the region.
  public let label: String
  /// Rings of all parts and holes; a hole is told by the even-odd rule, so direction does not matter.
  public let rings: [[MapPoint]]

  /// Makes an outline.
  ///
  /// - Parameters:
  ///   - code: The code of the region.
  ///   - label: The name of the region.
  ///   - rings: Rings of all parts and holes.
  public init(code: String, label: String, rings: [[MapPoint]]) {
    self.code = code
    self.label = label
    self.rings = rings
  }
}

/// The value of a region on a map.
public struct MapValue: Sendable, Hashable {
  /// The code of the region, as in ``MapShape/code``.
  public let code: String
  /// The value, or nil: the region is then hatched by its status.
  public let value: Double?
  /// What the value says about itself.
  public let status: CellStatus

  /// Makes a value.
  ///
  /// - Parameters:
  ///   - code: The code of the region.
  ///   - value: The value, or nil.
  ///   - status: What the value says about itself.
  public init(code: String, value: Double?, status: CellStatus = .observed) {
    self.code = code
    self.value = value
    self.status = status
  }
}

/// Regions coloured by a value, with a legend of classes and statuses.
///
/// A shape without a value is drawn as not available. A value without a shape is counted in a note under the map.
public struct ChoroplethMap: Sendable, Hashable {
  /// The outlines.
  public let shapes: [MapShape]
  /// The values.
  public let values: [MapValue]
  /// How values become colours.
  public let scale: ColourScale
  /// The measure and its unit, above the legend.
  public let legendTitle: String
  /// How class limits are printed.
  public let format: NumberFormat
  /// Codes of regions drawn with a heavy outline and named.
  public let highlighted: [String]

  /// Makes a map.
  ///
  /// - Parameters:
  ///   - shapes: The outlines.
  ///   - values: The values.
  ///   - scale: How values become colours.
  ///   - legendTitle: The measure and its unit.
  ///   - format: How class limits are printed.
  ///   - highlighted: Codes of regions drawn with a heavy outline and named.
  public init(
    shapes: [MapShape],
    values: [MapValue],
    scale: ColourScale,
    legendTitle: String,
    format: NumberFormat = NumberFormat(),
    highlighted: [String] = []
  ) {
    self.shapes = shapes
    self.values = values
    self.scale = scale
    self.legendTitle = legendTitle
    self.format = format
    self.highlighted = highlighted
  }
}
