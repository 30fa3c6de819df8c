public import Panels

/// What a text in place of a number means.
public enum MarkerMeaning: Hashable, Sendable {
  /// There is no number, for this reason.
  case status(CellStatus)
  /// The number is 0 and known to be.
  case zero
  /// The number is not 0, but less than half of what it would be rounded to.
  case roundsToZero

  /// The word for it in a report and in a file of markers.
  public var word: String {
    switch self {
    case .status(let status): status.word
    case .zero: "zero"
    case .roundsToZero: "rounds to zero"
    }
  }

  /// Reads a word such as `suppressed`, `not available` or `zero`.
  public init?(_ word: String) {
    let word = word.lowercased()
    guard let meaning = MarkerMeaning.all.first(where: { $0.word == word }) else { return nil }
    self = meaning
  }

  /// Every meaning, in the order to show them.
  static let all: [MarkerMeaning] = CellStatus.allCases.map(MarkerMeaning.status) + [.zero, .roundsToZero]
}

/// The texts that a source puts in place of numbers, or after them, and what each means.
///
/// One mark means opposite things by source: `x` is suppressed at one agency and not available at another. So a table
/// belongs to a profile or is given by the caller, and a text that it does not have is an error, never a guess.
public struct MarkerTable: Hashable, Sendable {
  /// One mark.
  public struct Entry: Hashable, Sendable {
    /// The text of the cell, without spaces around it.
    public let text: String
    /// What it means.
    public let meaning: MarkerMeaning

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - text: The text of the cell.
    ///   - meaning: What it means.
    public init(_ text: String, _ meaning: MarkerMeaning) {
      self.text = text
      self.meaning = meaning
    }
  }

  /// The marks that stand in place of a number.
  public var entries: [Entry]
  /// The marks that may follow a number, such as `[p]` or `b`.
  public var flags: [Entry]

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - entries: The marks that stand in place of a number.
  ///   - flags: The marks that may follow a number.
  public init(entries: [Entry], flags: [Entry] = []) {
    self.entries = entries
    self.flags = flags
  }

  /// Reads a file with the columns `marker` and `meaning`; a meaning is a status word, `zero` or `rounds to zero`.
  ///
  /// A row whose third column `after` is `yes` is a mark that follows numbers.
  ///
  /// - Parameter table: The table.
  /// - Throws: ``ReadError/unknownColumn(file:column:role:nearest:known:)`` or ``ReadError/unknownMeaning(place:nearest:)``.
  public init(_ table: TextTable) throws(ReadError) {
    let marker = try table.requireColumn("marker", role: "markers")
    let meaning = try table.requireColumn("meaning", role: "meanings of markers")
    let after = table.column("after")
    var entries: [Entry] = []
    var flags: [Entry] = []
    for (index, row) in table.rows.enumerated() {
      guard let known = MarkerMeaning(row[meaning]) else {
        throw .unknownMeaning(
          place: table.place(row: index, column: meaning),
          nearest: NearestNames.of(row[meaning], among: MarkerMeaning.all.map(\.word))
        )
      }
      if let after, row[after].lowercased() == "yes" {
        flags.append(Entry(row[marker], known))
      } else {
        entries.append(Entry(row[marker], known))
      }
    }
    self.init(entries: entries, flags: flags)
  }

  /// Returns what a text means, or nil if the table does not have it.
  public func meaning(of text: String) -> MarkerMeaning? {
    entries.first { $0.text == text }?.meaning
  }

  /// Returns the table with the entries of another, which win.
  func overridden(by other: MarkerTable?) -> MarkerTable {
    guard let other else { return self }
    let told = Set((other.entries + other.flags).map(\.text))
    return MarkerTable(
      entries: other.entries + entries.filter { !told.contains($0.text) },
      flags: other.flags + flags.filter { !told.contains($0.text) }
    )
  }
}
