/// A named set of industries, given as codes of one table: "advanced manufacturing".
public struct Definition: Hashable, Sendable {
  /// The name to print.
  public var name: String
  /// Codes, or prefixes that end in `*`.
  public var selectors: [String]

  /// Makes a definition.
  ///
  /// - Parameters:
  ///   - name: The name to print.
  ///   - selectors: Codes of the table, or prefixes that end in `*`.
  public init(name: String, selectors: [String]) {
    self.name = name
    self.selectors = selectors
  }

  /// Returns the positions of the industries on an axis.
  ///
  /// - Parameter axis: The industries of the table.
  /// - Returns: The positions in the order of the axis.
  /// - Throws: ``PanelError/unknownCode(_:nearest:)`` for a selector that names nothing;
  ///   ``PanelError/mixedLevels(_:_:)`` if one industry is part of another.
  public func positions(on axis: Axis<Industry>) throws(PanelError) -> [Int] {
    let found = try axis.positions(matching: selectors)
    guard !found.isEmpty else { throw PanelError.emptyDefinition(name) }
    try IndustryCode.requireDisjoint(found.map { axis[$0] })
    return found
  }
}

/// A division of regions into named groups: kinds of region, classes of density, parts of a country.
///
/// A region may be in no group; it is then left out of comparisons of groups, and said to be.
public struct Grouping: Hashable, Sendable {
  /// The name to print, such as "kind of region".
  public var name: String
  /// The names of the groups, in the order to show them.
  public var groups: [String]
  /// The position of each region's group, or nil where it has none; in the order of the axis it was made for.
  public var membership: [Int?]
  /// The rule that made the groups, in words.
  public var rule: String
  /// What must be read with the groups, such as that the base year lies in the window.
  public var warnings: [String]

  /// Makes a grouping.
  ///
  /// - Parameters:
  ///   - name: The name to print.
  ///   - groups: The names of the groups, in the order to show them.
  ///   - membership: The position of each region's group, or nil.
  ///   - rule: The rule that made the groups, in words.
  ///   - warnings: What must be read with the groups.
  public init(name: String, groups: [String], membership: [Int?], rule: String, warnings: [String] = []) {
    precondition(
      membership.allSatisfy { $0.map(groups.indices.contains) ?? true },
      "group out of range in '\(name)'"
    )
    self.name = name
    self.groups = groups
    self.membership = membership
    self.rule = rule
    self.warnings = warnings
  }

  /// The positions of the regions of each group, in the order of ``groups``.
  public var members: [[Int]] {
    groups.indices.map { group in membership.indices.filter { membership[$0] == group } }
  }
}
