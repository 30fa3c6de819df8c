public import ArgumentParser
import Measures
import Studies

/// The level of intervals, or that there are none.
public struct IntervalOptions: ParsableArguments, Sendable {
  @Option(help: ArgumentHelp("Level of intervals, from 0.5 to 0.999.", valueName: "share"))
  var interval: Double = RoundingDraws.usualLevel
  @Flag(help: "No intervals: verdicts rest on hard bounds alone.")
  var noInterval = false

  /// Makes the options with their defaults; arguments are parsed into it.
  public init() {}

  /// Refuses options that contradict each other or lie outside what they are defined for.
  ///
  /// - Throws: `ValidationError` with what was given and what is needed.
  public mutating func validate() throws {
    guard (0.5...0.999).contains(interval) else {
      throw ValidationError("--interval \(interval) is not between 0.5 and 0.999; 0.95 is usual.")
    }
    guard !noInterval || interval == RoundingDraws.usualLevel else {
      throw ValidationError("Give --interval or --no-interval, not both.")
    }
  }

  /// The arguments again, as they would be typed.
  var arguments: [String] { noInterval ? ["--no-interval"] : ["--interval", "\(interval)"] }
}

/// How the uncertainty of a number is shown.
public struct UncertaintyOptions: ParsableArguments, Sendable {
  @OptionGroup var level: IntervalOptions
  @Option(help: ArgumentHelp("Draws of the rounding interval.", valueName: "count"))
  var replicates: Int = 999
  @Option(help: ArgumentHelp("Seed of the draws; that of the study if not given.", valueName: "number"))
  var seed: UInt64?

  /// Makes the options with their defaults; arguments are parsed into it.
  public init() {}

  /// Refuses options that contradict each other or lie outside what they are defined for.
  ///
  /// - Throws: `ValidationError` with what was given and what is needed.
  public mutating func validate() throws {
    guard (99...1_000_000).contains(replicates) else {
      throw ValidationError("--replicates \(replicates) is not between 99 and 1000000.")
    }
    try level.validate()
    let least = RoundingDraws.leastCount(level: level.interval)
    guard level.noInterval || replicates >= least else {
      throw ValidationError(
        "--replicates \(replicates) are too few for --interval \(level.interval): its ends need \(least) draws at least."
      )
    }
  }

  /// The arguments again, as they would be typed.
  var arguments: [String] {
    level.arguments + ["--replicates", "\(replicates)"] + (seed.map { ["--seed", "\($0)"] } ?? [])
  }

  /// How rounding intervals are drawn for a study, or nil for none.
  func draws(for study: Study) -> RoundingDraws? {
    guard !level.noInterval else { return nil }
    return RoundingDraws(count: replicates, level: level.interval, seed: seed ?? study.description.seed)
  }
}
