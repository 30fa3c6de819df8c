public import Panels
public import Studies

/// A definition of an industry as a report prints it: its codes by table.
public struct DefinitionNote: Sendable, Hashable {
  /// The codes of one table.
  public struct Codes: Sendable, Hashable {
    /// The name of the table.
    public var table: String
    /// The codes, or prefixes that end in `*`.
    public var selectors: [String]

    /// Makes the codes of one table.
    ///
    /// - Parameters:
    ///   - table: The name of the table.
    ///   - selectors: The codes, or prefixes that end in `*`.
    public init(table: String, selectors: [String]) {
      self.table = table
      self.selectors = selectors
    }
  }

  /// The name.
  public var name: String
  /// The codes by table.
  public var codes: [Codes]
  /// The definition that this one is a variant of, for sensitivity; nil for a definition of its own.
  public var isVariantOf: String?

  /// Makes a definition.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - codes: The codes by table.
  ///   - isVariantOf: The definition that this one is a variant of.
  public init(name: String, codes: [Codes], isVariantOf: String? = nil) {
    self.name = name
    self.codes = codes
    self.isVariantOf = isVariantOf
  }

  /// Takes a definition from a study.
  ///
  /// - Parameter definition: The definition of the study file.
  public init(_ definition: StudyDescription.IndustryDefinition) {
    self.init(
      name: definition.name,
      codes: definition.codes.map { Codes(table: $0.table, selectors: $0.selectors) },
      isVariantOf: definition.isVariantOf
    )
  }
}

/// A division of regions as a report prints it: the rule and who is in which group.
public struct GroupNote: Sendable, Hashable {
  /// One group.
  public struct Members: Sendable, Hashable {
    /// The name of the group.
    public var group: String
    /// The regions in it, with their names.
    public var regions: [String]

    /// Makes a group.
    ///
    /// - Parameters:
    ///   - group: The name of the group.
    ///   - regions: The regions in it, with their names.
    public init(group: String, regions: [String]) {
      self.group = group
      self.regions = regions
    }
  }

  /// The name of the division.
  public var name: String
  /// The rule in words.
  public var rule: String
  /// The groups in order.
  public var members: [Members]
  /// What must be read with the groups.
  public var warnings: [String]

  /// Makes a note of a division.
  ///
  /// - Parameters:
  ///   - name: The name of the division.
  ///   - rule: The rule in words.
  ///   - members: The groups in order.
  ///   - warnings: What must be read with the groups.
  public init(name: String, rule: String, members: [Members], warnings: [String] = []) {
    self.name = name
    self.rule = rule
    self.members = members
    self.warnings = warnings
  }

  /// Takes a division and the regions that it was made for.
  ///
  /// - Parameters:
  ///   - grouping: The division.
  ///   - regions: The regions, in the order of its membership.
  public init(_ grouping: Grouping, regions: [Region]) {
    precondition(
      grouping.membership.count == regions.count,
      "grouping '\(grouping.name)' has \(grouping.membership.count) regions, \(regions.count) were given"
    )
    var members = zip(grouping.groups, grouping.members)
      .map { group, positions in
        Members(group: group, regions: positions.map { regions[$0].shown })
      }
    let outside = regions.indices.filter { grouping.membership[$0] == nil }
    if !outside.isEmpty {
      members.append(Members(group: "in no group, left out", regions: outside.map { regions[$0].shown }))
    }
    self.init(name: grouping.name, rule: grouping.rule, members: members, warnings: grouping.warnings)
  }
}

extension Region {
  /// Name and code, or the code alone.
  fileprivate var shown: String { name.isEmpty || name == code ? code : "\(name) (\(code))" }
}

/// Something that happened to a table on its way in.
public struct DataNote: Sendable, Hashable {
  /// The table or file.
  public var table: String
  /// What happened, with counts, in a sentence.
  public var text: String

  /// Makes a note.
  ///
  /// - Parameters:
  ///   - table: The table or file.
  ///   - text: What happened.
  public init(table: String, text: String) {
    self.table = table
    self.text = text
  }
}

/// What was run, so that it can be run again.
public struct RunFacts: Sendable, Hashable {
  /// A file that was read.
  public struct Input: Sendable, Hashable {
    /// The name, relative to the data folder.
    public var name: String
    /// How many bytes it has, if known.
    public var byteCount: Int?
    /// How many rows were read, if known.
    public var rowCount: Int?
    /// The SHA-256 digest.
    public var sha256: String

    /// Makes a file that was read.
    ///
    /// - Parameters:
    ///   - name: The name, relative to the data folder.
    ///   - byteCount: How many bytes it has.
    ///   - rowCount: How many rows were read.
    ///   - sha256: The SHA-256 digest.
    public init(name: String, byteCount: Int? = nil, rowCount: Int? = nil, sha256: String) {
      self.name = name
      self.byteCount = byteCount
      self.rowCount = rowCount
      self.sha256 = sha256
    }
  }

  /// The command that makes the report.
  public var command: String
  /// The files that were read, in order.
  public var inputs: [Input]
  /// The seed of random draws; nil where nothing was drawn.
  public var seed: UInt64?

  /// Makes the facts of a run.
  ///
  /// - Parameters:
  ///   - command: The command that makes the report.
  ///   - inputs: The files that were read, in order.
  ///   - seed: The seed of random draws.
  public init(command: String, inputs: [Input], seed: UInt64? = nil) {
    self.command = command
    self.inputs = inputs
    self.seed = seed
  }
}
