/// A dated hierarchy of industries: "SIC 2007", with sections, divisions, groups and classes.
public struct Classification: Sendable, Equatable {
  /// An entry of a classification.
  public struct Entry: Hashable, Sendable {
    /// The level, such as "division".
    public let level: String
    /// The code, such as `30.3`.
    public let code: String
    /// The title.
    public let title: String
    /// The code one level up, or nil at the top.
    public let parent: String?

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - level: The name of the level.
    ///   - code: The code.
    ///   - title: The title.
    ///   - parent: The code one level up, or nil at the top.
    public init(level: String, code: String, title: String, parent: String?) {
      self.level = level
      self.code = code
      self.title = title
      self.parent = parent
    }
  }

  /// The name with its date, such as "SIC 2007".
  public let name: String
  /// The levels from the top down.
  public let levels: [String]
  /// The entries in the order of the classification.
  public let entries: [Entry]
  /// Whether every code that is of the classification is among the entries, so that another code is a stranger.
  ///
  /// Otherwise a longer code belongs where the longest beginning of it does.
  public let isComplete: Bool
  let positions: [String: Int]
  let childless: [Bool]

  /// Makes a classification.
  ///
  /// - Parameters:
  ///   - name: The name with its date.
  ///   - entries: The entries, each parent among them.
  ///   - isComplete: Whether a code that is not among the entries is a stranger.
  /// - Throws: ``PanelError/duplicateCode(_:)`` or ``PanelError/unknownCode(_:nearest:)`` for a parent that is not there.
  public init(name: String, entries: [Entry], isComplete: Bool = false) throws(PanelError) {
    self.name = name
    self.entries = entries
    self.isComplete = isComplete
    var levels: [String] = []
    var positions: [String: Int] = [:]
    for (position, entry) in entries.enumerated() {
      if !levels.contains(entry.level) { levels.append(entry.level) }
      guard positions.updateValue(position, forKey: Classification.key(entry.code)) == nil else {
        throw PanelError.duplicateCode(entry.code)
      }
    }
    var childless = [Bool](repeating: true, count: entries.count)
    for entry in entries {
      guard let parent = entry.parent else { continue }
      guard let above = positions[Classification.key(parent)] else {
        throw PanelError.unknownCode(parent, nearest: [])
      }
      childless[above] = false
    }
    self.childless = childless
    self.levels = levels
    self.positions = positions
  }

  /// Returns the entry of a code; dots and slashes do not count, so that `30.3` and `303` are the same.
  public subscript(code: String) -> Entry? {
    positions[Classification.key(code)].map { entries[$0] }
  }

  /// Returns the code of a level that a code is part of, or nil if it lies above that level.
  ///
  /// - Parameters:
  ///   - code: A code of any level.
  ///   - level: The name of the level.
  /// - Returns: The code one or more levels up, or the code itself.
  public func ancestor(of code: String, at level: String) -> String? {
    var entry = self[code]
    while let current = entry {
      if current.level == level { return current.code }
      entry = current.parent.flatMap { self[$0] }
    }
    return nil
  }

  static func key(_ code: String) -> String {
    CodeMatching.key(code.filter { $0 != "." && $0 != "/" })
  }
}
