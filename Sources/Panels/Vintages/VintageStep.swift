/// Along which axis of a panel codes are translated.
public enum VintageAxis: String, Hashable, Sendable, CaseIterable {
  /// Codes of regions, from one geography to another.
  case regions
  /// Codes of industries, from one classification to another.
  case industries

  /// One element of the axis, in words.
  public var element: String { self == .regions ? "region" : "industry" }
}

/// What becomes of a code of the table that a lookup does not list.
public enum UnlistedCodes: String, Hashable, Sendable, CaseIterable {
  /// The table is refused.
  case refuse
  /// It is left out, and said to be lost with how much was in it.
  case drop
  /// It stays as it is: for a lookup that lists changes alone.
  case keep
}

/// One translation of codes, with all that is said of it.
public struct VintageStep: Sendable, Equatable {
  /// The links of the codes that the table has.
  public var concordance: Concordance
  /// What becomes of codes without a link.
  public var unlisted: UnlistedCodes
  /// Old codes that the lookup lists as going nowhere.
  public var ended: [String] = []
  /// The names of new codes, where the lookup gives them.
  public var names: [String: String] = [:]
  /// All new codes of the lookup, in its order.
  public var newCodes: [String]
  /// All old codes of the lookup, in its order, to find near ones.
  public var oldCodes: [String]
  /// What the weights count, such as "employment 2008"; nil where there are none.
  public var basis: String?
  /// What was done to the lookup when it was read: weights renormalized, equal shares, repeated rows.
  public var remarks: [String] = []

  /// Makes a step; set the rest as properties.
  ///
  /// - Parameters:
  ///   - concordance: The links of the codes that the table has.
  ///   - unlisted: What becomes of codes without a link.
  public init(_ concordance: Concordance, unlisted: UnlistedCodes = .refuse) {
    self.concordance = concordance
    self.unlisted = unlisted
    func distinct(_ codes: [String]) -> [String] {
      var seen: Set<String> = []
      return codes.filter { seen.insert(CodeMatching.key($0)).inserted }
    }
    newCodes = distinct(concordance.links.map(\.to))
    oldCodes = distinct(concordance.links.map(\.from))
  }
}
