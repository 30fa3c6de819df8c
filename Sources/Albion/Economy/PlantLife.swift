/// A plant of advanced manufacturing from its opening to its closure.
public struct PlantLife: Hashable, Sendable {
  /// The position of its industry in ``AlbionIndustry/all``.
  public let industry: Int
  /// The position of its district.
  public let district: Int
  /// Where it stands.
  public let place: LonLat
  /// The year in which it opened; before 1971 for those that were there at the beginning.
  public let opened: Int
  /// The first year in which it was no longer open, or nil if it was open in 2015.
  public var closed: Int?
  /// Whether a foreign owner opened it.
  public let openedForeign: Bool
  /// The year in which its owner changed, or nil.
  public var ownerChanged: Int?
  /// Jobs in each of ``sampleYears``; 0 where it was not open.
  public var jobs: [Int]

  /// The most jobs it ever had.
  public var peakJobs = 0

  /// The least peak of a plant whose record is published.
  public static let leastPublished = 20

  /// The years for which the jobs of a plant are published.
  public static let sampleYears = [1973, 1983, 1993, 2003, 2015]

  /// Whether its owner was foreign at the end, or when it closed.
  public var isForeign: Bool { ownerChanged == nil ? openedForeign : !openedForeign }
}

/// A plant while it is simulated.
struct LivingPlant {
  var size: Double
  let skill: Double
  var foreign: Bool
  /// The position of its record among those of advanced manufacturing, or -1.
  let record: Int

  var jobs: Int { max(1, Int(size.rounded())) }
}
