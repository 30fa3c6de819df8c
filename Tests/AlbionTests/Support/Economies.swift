import Albion
import Foundation

/// Economies that several tests look at, made once.
enum Economies {
  /// An economy in which something happens.
  static let planted = Albion(plan: AlbionPlan(seed: 7))
  /// All its files.
  static let plantedFiles = planted.files()
  /// Whether the long verification was asked for.
  static let isVerifying = ProcessInfo.processInfo.environment["HINTERLAND_VERIFY"] == "1"
  /// How many seeds recovery is tried on.
  static let seedCount: UInt64 = isVerifying ? 200 : 3
}
