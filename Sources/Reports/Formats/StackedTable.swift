public import Panels
public import Studies

extension Table {
  /// The columns that say how much, how sure and in what state: all others say of what.
  private static let saying: Set<String> = ["value", "lower", "upper", "verdict", "status", "note"]

  /// Makes one table of the tables of some findings, one below the other.
  ///
  /// The columns are those of the vocabulary of results that some table has, in the order of `ResultRow.columns`, then
  /// any others in the order in which they first appear. A row has nothing in a column that its table does not have. A
  /// column `finding` with the name of the finding stands first where rows of different findings could not be told
  /// apart without it: where two of them agree in every column that says of what they are, or where a table has
  /// columns outside the vocabulary. A single finding never has it.
  ///
  /// **Complexity.** O(cells).
  ///
  /// - Parameter findings: The findings in order; at least one.
  public init(stacking findings: [Finding]) {
    let tables = findings.map(\.table)
    let names = Table.unitedColumns(of: tables)
    var rows: [[TableValue]] = []
    for table in tables {
      let places = names.map { table.columns.firstIndex(of: $0) }
      rows += table.rows.map { row in places.map { $0.map { row[$0] } ?? .empty } }
    }
    self.init(
      name: findings.first?.table.name ?? "findings",
      columns: names,
      rows: rows,
      notes: Table.distinct(tables.flatMap(\.notes))
    )
    guard findings.count > 1, Table.needsNames(self, tables: tables) else { return }
    let owners = zip(findings, tables)
      .flatMap { finding, table in
        [TableValue](repeating: .text(finding.id), count: table.rows.count)
      }
    self.init(
      name: name,
      columns: ["finding"] + columns,
      rows: zip(owners, self.rows).map { [$0] + $1 },
      notes: notes
    )
  }

  private static func unitedColumns(of tables: [Table]) -> [String] {
    let present = distinct(tables.flatMap(\.columns))
    let known = ResultRow.columns.filter(Set(present).contains)
    return known + present.filter { !ResultRow.columns.contains($0) }
  }

  private static func needsNames(_ stacked: Table, tables: [Table]) -> Bool {
    if stacked.columns.contains(where: { !ResultRow.columns.contains($0) }) { return true }
    let keys = stacked.columns.indices.filter { !saying.contains(stacked.columns[$0]) }
    var seen: [[TableValue]: Int] = [:]
    var position = 0
    for (owner, table) in tables.enumerated() {
      for _ in table.rows {
        let key = keys.map { stacked.rows[position][$0] }
        if let other = seen[key], other != owner { return true }
        seen[key] = owner
        position += 1
      }
    }
    return false
  }

  /// Returns texts without repetitions, in the order of their first appearance.
  package static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
