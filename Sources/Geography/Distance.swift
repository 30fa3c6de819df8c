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
