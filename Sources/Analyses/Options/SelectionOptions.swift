public import ArgumentParser
public import Panels

/// Which industries, regions and periods an analysis reports.
///
/// What is left out is left out of the report alone: the reference is always all activity of the table.
public struct SelectionOptions: ParsableArguments, Sendable {
  @Option(help: ArgumentHelp("The table of a study; its first if not given.", valueName: "name"))
  var table: String?
  @Option(help: ArgumentHelp("Report this industry; repeatable; a prefix ends in *.", valueName: "code"))
  var only: [String] = []
  @Option(help: ArgumentHelp("Report this definition of the study; repeatable.", valueName: "name"))
  var definition: [String] = []
  @Option(help: ArgumentHelp("Report this region; repeatable; a prefix ends in *.", valueName: "code"))
  var onlyRegion: [String] = []
  @Option(
    help: ArgumentHelp("The level of the classification to work at, such as division.", valueName: "name")
  )
  var level: String?
  @Option(help: ArgumentHelp("First and last period, such as 1998:2022.", valueName: "first:last"))
  var periods: PeriodSpan?

  /// Makes the options with their defaults; arguments are parsed into it.
  public init() {}

  /// The arguments again, as they would be typed.
  var arguments: [String] {
    var result: [String] = []
    if let table { result += ["--table", table] }
    if let level { result += ["--level", level] }
    for code in only { result += ["--only", code] }
    for name in definition { result += ["--definition", name] }
    for code in onlyRegion { result += ["--only-region", code] }
    if let periods { result += ["--periods", periods.option] }
    return result
  }
}

/// A first and a last period, either of which may be left open.
public struct PeriodSpan: Hashable, Sendable, ExpressibleByArgument {
  /// The first period, or nil for the first of the table.
  public var first: Period?
  /// The last period, or nil for the last of the table.
  public var last: Period?

  /// Reads `1998:2022`, `1998:`, `:2022` or `2022`.
  ///
  /// - Parameter argument: The text of an option.
  public init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count) else { return nil }
    let ends = parts.map { $0.isEmpty ? nil : Period($0) }
    for (text, end) in zip(parts, ends) where !text.isEmpty && end == nil { return nil }
    first = ends[0]
    last = parts.count == 2 ? ends[1] : ends[0]
    if let first, let last, last < first { return nil }
    if first == nil, last == nil { return nil }
  }

  /// How the span is written in an option.
  var option: String {
    (first?.description ?? "") + ":" + (last?.description ?? "")
  }

  /// Returns the positions of the periods within the span.
  ///
  /// - Parameter periods: The periods of a table.
  /// - Throws: `PanelError.unknownPeriod` if an end is not among them.
  /// - Returns: Their positions.
  func positions(in periods: [Period]) throws -> Range<Int> {
    func position(_ period: Period?, otherwise: Int) throws -> Int {
      guard let period else { return otherwise }
      guard let found = periods.firstIndex(of: period) else {
        throw PanelError.unknownPeriod(
          "\(period)",
          first: periods.first.map { "\($0)" } ?? "none",
          last: periods.last.map { "\($0)" } ?? "none"
        )
      }
      return found
    }
    let start = try position(first, otherwise: 0)
    let end = try position(last, otherwise: periods.count - 1)
    return start..<(end + 1)
  }
}
