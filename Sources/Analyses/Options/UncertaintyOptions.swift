public import ArgumentParser

/// How the uncertainty of a number is shown.
public struct UncertaintyOptions: ParsableArguments, Sendable {
  @Flag(help: "No intervals, hard bounds alone.")
  var noInterval = false
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
  }

  /// The arguments again, as they would be typed.
  var arguments: [String] {
    (noInterval ? ["--no-interval"] : []) + ["--replicates", "\(replicates)"]
      + (seed.map { ["--seed", "\($0)"] } ?? [])
  }
}
