public import ArgumentParser

/// Which groups of regions are compared.
public struct GroupOptions: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "Compare these groups of the study; 'parent' for the regions one level up.",
      valueName: "name"
    )
  )
  var group: String?
  @Option(help: ArgumentHelp("Table with the columns region and group.", valueName: "file"))
  var groups: String?

  /// Makes the options with their defaults; arguments are parsed into it.
  public init() {}

  /// Refuses options that contradict each other or lie outside what they are defined for.
  ///
  /// - Throws: `ValidationError` with what was given and what is needed.
  public mutating func validate() throws {
    if group != nil, groups != nil { throw ValidationError("Give --group or --groups, not both.") }
  }

  /// Whether groups were asked for.
  var isGiven: Bool { group != nil || groups != nil }

  /// The arguments again, as they would be typed.
  var arguments: [String] {
    (group.map { ["--group", $0] } ?? []) + (groups.map { ["--groups", $0] } ?? [])
  }
}
