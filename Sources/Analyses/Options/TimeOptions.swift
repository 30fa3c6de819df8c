public import ArgumentParser
import Measures
import Panels

/// Means over several periods.
public struct TimeOptions: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "Means over this many years; each year by itself if not given.",
      valueName: "years"
    )
  )
  var average: Int?
  @Flag(help: "Means over blocks, not moving means.")
  var block = false

  /// Makes the options with their defaults; arguments are parsed into it.
  public init() {}

  /// Refuses options that contradict each other or lie outside what they are defined for.
  ///
  /// - Throws: `ValidationError` with what was given and what is needed.
  public mutating func validate() throws {
    if let average, !(1...200).contains(average) {
      throw ValidationError("--average \(average) is not between 1 and 200 years.")
    }
  }

  /// The arguments again, as they would be typed.
  var arguments: [String] {
    (average.map { ["--average", "\($0)"] } ?? []) + (block ? ["--block"] : [])
  }

  /// Returns the windows of some periods: moving ones, or blocks.
  func windows(of periods: [Period]) throws -> [PeriodWindow] {
    guard let average, average > 1 else { return PeriodWindow.each(of: periods) }
    return block
      ? try PeriodWindow.blocks(years: average, of: periods)
      : try PeriodWindow.moving(years: average, of: periods)
  }
}
