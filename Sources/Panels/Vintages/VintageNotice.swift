/// What a lookup did to the codes of a table, and to how much of its total.
///
/// A code is of one kind: *unchanged*, *renamed* (whole, under another code), *merged* (whole, into a code that gathers
/// more than it), *split* (into several codes, or partly lost before), *lost*. Shares are of the sum of the cells that have
/// a number.
public struct VintageNotice: Hashable, Sendable {
  /// What happens to a code.
  public enum Change: String, Hashable, Sendable, CaseIterable {
    /// Whole, into a code that gathers several.
    case merged
    /// Into several codes by weights: the parts are estimates.
    case split
    /// Whole, under another code.
    case renamed
    /// Left out.
    case lost
    /// Whole, under the same code.
    case unchanged
  }

  /// An old code, a new one, and the share that goes there; a lost code has no new one.
  public struct Link: Hashable, Sendable {
    /// What happens to the old code.
    public let change: Change
    /// The old code.
    public let from: String
    /// The new code, or nil for a lost one.
    public let to: String?
    /// The share of the old code; 1 but for a split.
    public let weight: Double
  }

  /// How much of one period lies in codes of each kind.
  public struct Amounts: Hashable, Sendable {
    /// The period.
    public let period: Period
    /// The sum of all cells with a number.
    public let total: Double
    /// The sum of the cells of codes of each kind, in the order of ``Change``.
    public let byChange: [Double]
    /// How many cells have no number, of all kinds.
    public let cellsWithoutNumber: Int

    /// The share of a kind; nil where the total is not positive.
    public func share(_ change: Change) -> Double? { VintageNotice.share(byChange, total, change) }
  }

  /// The name of the lookup.
  public let lookup: String
  /// Which axis.
  public let axis: VintageAxis
  /// What the weights count; nil where there are none.
  public let basis: String?
  /// All links of the table's codes, in the order of the table.
  public let links: [Link]
  /// New codes of the lookup that no code of the table leads to.
  public let withoutSource: [String]
  /// The amounts, one a period.
  public let amounts: [Amounts]
  /// What was done to the lookup itself, and to published totals.
  public internal(set) var remarks: [String]

  /// The old codes of a kind, in the order of the table, each once.
  public func codes(_ change: Change) -> [String] {
    var seen: Set<String> = []
    return links.filter { $0.change == change && seen.insert($0.from).inserted }.map(\.from)
  }

  /// The new codes that codes of a kind lead to, each once.
  public func newCodes(_ change: Change) -> [String] {
    var seen: Set<String> = []
    return links.compactMap { $0.change == change ? $0.to : nil }.filter { seen.insert($0).inserted }
  }

  /// The share of a kind over all periods together; nil where the total is not positive.
  public func share(_ change: Change) -> Double? {
    let sums = amounts.map(\.byChange)
    let byChange = Change.allCases.indices.map { kind in sums.reduce(0) { $0 + $1[kind] } }
    return VintageNotice.share(byChange, amounts.reduce(0) { $0 + $1.total }, change)
  }

  /// Whether no code changed and none was lost.
  public var isIdentity: Bool { links.allSatisfy { $0.change == .unchanged } }

  /// Whether numbers of some codes were added up or apportioned.
  public var addsUp: Bool { links.contains { $0.change == .merged || $0.change == .split } }

  private static func share(_ byChange: [Double], _ total: Double, _ change: Change) -> Double? {
    guard total > 0, let position = Change.allCases.firstIndex(of: change) else { return nil }
    return byChange[position] / total
  }
}

extension VintageNotice {
  /// What was done, in a sentence.
  public var sentence: String {
    var parts = [mergedWords, splitWords, renamedWords, lostWords].compactMap(\.self)
    if parts.isEmpty { parts = ["no code changed"] }
    let unchanged = codes(.unchanged).count
    if unchanged > 0, !isIdentity { parts.append("\(unchanged) unchanged") }
    if !withoutSource.isEmpty {
      let count = withoutSource.count
      parts.append(
        "\(count) new \(count == 1 ? "code" : "codes") without a source: \(VintageWords.list(withoutSource))"
      )
    }
    let missing = amounts.reduce(0) { $0 + $1.cellsWithoutNumber }
    if missing > 0, !isIdentity { parts.append("shares leave out \(missing) cells without a number") }
    parts += remarks
    return "\(axis.rawValue) by \(lookup): " + parts.joined(separator: "; ")
  }

  private var mergedWords: String? {
    let codes = codes(.merged)
    guard !codes.isEmpty else { return nil }
    return "\(VintageWords.codes(codes.count)) merged into \(newCodes(.merged).count) (\(extent(.merged)))"
  }

  private var splitWords: String? {
    let codes = codes(.split)
    guard !codes.isEmpty else { return nil }
    return "\(VintageWords.codes(codes.count)) split into \(newCodes(.split).count) by \(basis ?? "weights") "
      + "(\(extent(.split)), now estimated)"
  }

  private var renamedWords: String? {
    let count = codes(.renamed).count
    return count == 0 ? nil : "\(VintageWords.codes(count)) renamed"
  }

  private var lostWords: String? {
    let codes = codes(.lost)
    guard !codes.isEmpty else { return nil }
    return "\(VintageWords.codes(codes.count)) lost: \(VintageWords.list(codes)) (\(extent(.lost)))"
  }

  /// The share of a kind, and its least and greatest by period where they differ by a tenth of a per cent or more.
  private func extent(_ change: Change) -> String {
    guard let share = share(change) else {
      return "a share of the total that is not known: the total is not positive"
    }
    var text = "\(VintageWords.percent(share)) of the total"
    let known = amounts.compactMap { amount in amount.share(change).map { (amount.period, $0) } }
    if let least = known.min(by: { $0.1 < $1.1 }), let most = known.max(by: { $0.1 < $1.1 }),
      most.1 - least.1 >= 0.001
    {
      text +=
        "; by period from \(VintageWords.percent(least.1)) in \(least.0) to \(VintageWords.percent(most.1)) "
        + "in \(most.0)"
    }
    return text
  }

  /// The columns of ``table``.
  public static let columns = [
    "lookup", "axis", "change", "old_codes", "new_codes", "weights", "period", "value", "share",
  ]

  /// How many codes changed and how much was in them: a row a kind and period, and one for all periods together.
  public var table: Table {
    var rows: [[TableValue]] = []
    for (kind, change) in Change.allCases.enumerated() {
      let old = codes(change).count
      guard old > 0 else { continue }
      func row(_ period: String, _ value: Double, _ share: Double?) -> [TableValue] {
        [
          .text(lookup), .text(axis.rawValue), .text(change.rawValue), .integer(old),
          .integer(newCodes(change).count), TableValue(change == .split ? basis : nil), .text(period),
          .number(value), TableValue(share),
        ]
      }
      rows.append(row("all", amounts.reduce(0) { $0 + $1.byChange[kind] }, share(change)))
      if amounts.count > 1 {
        rows += amounts.map { row($0.period.description, $0.byChange[kind], $0.share(change)) }
      }
    }
    return Table(name: "vintages", columns: VintageNotice.columns, rows: rows, notes: [sentence])
  }

  /// Every old code with its new ones: a row a link.
  public var linkTable: Table {
    let rows = links.map { link -> [TableValue] in
      [.text(link.change.rawValue), .text(link.from), TableValue(link.to), .number(link.weight)]
    }
    return Table(name: "links", columns: ["change", "from", "to", "weight"], rows: rows, notes: [sentence])
  }
}
