/// Who owns a plant.
public enum Ownership: String, Hashable, Sendable, CaseIterable {
  /// An owner in the same country.
  case domestic
  /// An owner abroad.
  case foreign
}

/// A place on the earth or on a national grid.
public enum Location: Hashable, Sendable {
  /// Degrees on WGS 84 (EPSG:4326).
  case degrees(longitude: Double, latitude: Double)
  /// Metres on the British National Grid (EPSG:27700).
  case britishGrid(easting: Double, northing: Double)
}

/// A plant, establishment or local unit, in one period.
public struct Plant: Hashable, Sendable {
  /// The identifier, the same through time.
  public var id: String
  /// The code of the industry.
  public var industry: String
  /// The code of the region.
  public var region: String
  /// Where it stands, if known.
  public var location: Location?
  /// Jobs or output; the table says which.
  public var size: Double
  /// The first period that it was open, if known.
  public var opened: Period?
  /// The first period that it was no longer open, or nil if it is open.
  public var closed: Period?
  /// Who owns it, if known.
  public var owner: Ownership?

  /// Makes a plant.
  ///
  /// - Parameters:
  ///   - id: The identifier, the same through time.
  ///   - industry: The code of the industry.
  ///   - region: The code of the region.
  ///   - location: Where it stands, if known.
  ///   - size: Jobs or output, not negative.
  ///   - opened: The first period that it was open, if known.
  ///   - closed: The first period that it was no longer open, or nil.
  ///   - owner: Who owns it, if known.
  public init(
    id: String,
    industry: String,
    region: String,
    location: Location? = nil,
    size: Double,
    opened: Period? = nil,
    closed: Period? = nil,
    owner: Ownership? = nil
  ) {
    self.id = id
    self.industry = industry
    self.region = region
    self.location = location
    self.size = size
    self.opened = opened
    self.closed = closed
    self.owner = owner
  }
}

/// A movement between two regions: commuters, freight, migrants, trade.
public struct Flow: Hashable, Sendable {
  /// The code of the region it starts from.
  public var origin: String
  /// The code of the region it ends in.
  public var destination: String
  /// How much moves; the table says of what.
  public var value: Double

  /// Makes a flow.
  ///
  /// - Parameters:
  ///   - origin: The code of the region it starts from.
  ///   - destination: The code of the region it ends in.
  ///   - value: How much moves; not negative.
  public init(origin: String, destination: String, value: Double) {
    self.origin = origin
    self.destination = destination
    self.value = value
  }
}
