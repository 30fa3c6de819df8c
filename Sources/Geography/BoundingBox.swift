/// The smallest box of meridians and parallels around something.
public struct BoundingBox: Hashable, Sendable {
  /// The least longitude in degrees.
  public var west: Double
  /// The least latitude in degrees.
  public var south: Double
  /// The greatest longitude in degrees.
  public var east: Double
  /// The greatest latitude in degrees.
  public var north: Double

  /// Makes a box.
  ///
  /// - Parameters:
  ///   - west: The least longitude in degrees.
  ///   - south: The least latitude in degrees.
  ///   - east: The greatest longitude in degrees; not below `west`.
  ///   - north: The greatest latitude in degrees; not below `south`.
  public init(west: Double, south: Double, east: Double, north: Double) {
    precondition(west <= east && south <= north, "the box \(west) \(south) \(east) \(north) is turned over")
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// Makes the box around some positions, or nil if there are none.
  public init?(around positions: some Sequence<Position>) {
    var iterator = positions.makeIterator()
    guard let first = iterator.next() else { return nil }
    var (west, south, east, north) = (first.longitude, first.latitude, first.longitude, first.latitude)
    while let next = iterator.next() {
      west = min(west, next.longitude)
      east = max(east, next.longitude)
      south = min(south, next.latitude)
      north = max(north, next.latitude)
    }
    self.init(west: west, south: south, east: east, north: north)
  }

  /// The middle of the box.
  public var centre: Position {
    Position(longitude: (west + east) / 2, latitude: (south + north) / 2)
  }

  /// Whether a position lies in the box, its edges included.
  public func contains(_ position: Position) -> Bool {
    west <= position.longitude && position.longitude <= east && south <= position.latitude
      && position.latitude <= north
  }

  /// Returns the smallest box around this one and another.
  public func union(_ other: BoundingBox) -> BoundingBox {
    BoundingBox(
      west: min(west, other.west),
      south: min(south, other.south),
      east: max(east, other.east),
      north: max(north, other.north)
    )
  }
}
