import ArgumentParser

/// How many things are worked on at the same time.
struct ThreadOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Work on at most this many things at a time; as many as there are cores if not given. Results do not depend on it.",
      valueName: "count"
    )
  )
  var threads: Int?

  mutating func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads \(threads) is not 1 or more.") }
  }
}
