public import Panels

/// A distance over the ground.
public struct Distance: Hashable, Comparable, Sendable {
  /// The distance in kilometres.
  public var kilometres: Double

  /// Makes a distance.
  ///
  /// - Parameter kilometres: The distance in kilometres; not negative.
  public init(kilometres: Double) {
    self.kilometres = kilometres
  }

  /// The distance in metres.
  public var metres: Double { kilometres * 1000 }

  /// Whether one distance is shorter than another.
  public static func < (left: Distance, right: Distance) -> Bool { left.kilometres < right.kilometres }
}

/// How the distance of two places is measured.
public enum DistanceMetric: String, Hashable, Sendable, CaseIterable {
  /// Along the great circle of the mean sphere.
  case greatCircle
  /// In a straight line on the British National Grid.
  case britishGrid

  /// Returns the distance of two positions.
  ///
  /// **Complexity.** O(1).
  ///
  /// - Parameters:
  ///   - start: Where the distance begins.
  ///   - end: Where it ends.
  /// - Returns: The distance.
  public func distance(from start: Position, to end: Position) -> Distance {
    switch self {
    case .greatCircle: return start.distance(to: end)
    case .britishGrid:
      return BritishGrid.reference(of: start).distance(to: BritishGrid.reference(of: end))
    }
  }

  /// Returns the distance of two locations; those on the grid are converted only where the metric asks for it.
  ///
  /// - Parameters:
  ///   - start: Where the distance begins.
  ///   - end: Where it ends.
  /// - Returns: The distance.
  public func distance(from start: Location, to end: Location) -> Distance {
    switch self {
    case .greatCircle: Position(start).distance(to: Position(end))
    case .britishGrid: GridReference(start).distance(to: GridReference(end))
    }
  }
}

extension Position {
  /// Returns the great-circle distance to another position.
  ///
  ///     d = 2 R asin √( sin²((φ₂ − φ₁)/2) + cos φ₁ cos φ₂ sin²((λ₂ − λ₁)/2) )
  ///
  /// | symbol | meaning | unit |
  /// | --- | --- | --- |
  /// | φ, λ | latitude and longitude | radians |
  /// | R | mean radius of the earth, 6371.0088 | km |
  ///
  /// The haversine form, exact for small distances. The sphere differs from the ellipsoid by up to 0.56 %.
  ///
  /// **Complexity.** O(1). **Source.** Sinnott (1984), Virtues of the haversine, Sky and Telescope 68(2), 159;
  /// the radius R₁ of Moritz (2000), Geodetic Reference System 1980, J. Geodesy 74, 128–133, doi:10.1007/s001900050278.
  public func distance(to other: Position) -> Distance {
    let phi1 = Angle.radians(latitude)
    let phi2 = Angle.radians(other.latitude)
    let sinePhi = Angle.sine((phi2 - phi1) / 2)
    let sineLambda = Angle.sine(Angle.radians(other.longitude - longitude) / 2)
    let haversine =
      sinePhi * sinePhi + Angle.cosine(phi1) * Angle.cosine(phi2) * sineLambda * sineLambda
    return Distance(kilometres: 2 * Earth.meanRadius * Angle.arcSine(haversine.squareRoot()))
  }
}
