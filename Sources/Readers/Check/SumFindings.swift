import Panels

/// Keys that stand twice, and totals that are not the sum of their parts.
struct SumFindings {
  private(set) var findings: [CheckFinding] = []
  /// Whether each row says the same as a row before; empty if none does.
  private var isRepeated: [Bool] = []

  init(_ table: CheckedTable) {
    let values = table.columns(where: { $0 == .value })
    guard let value = values.first else { return }
    let isWide = values.count > 3 && values.allSatisfy { HeaderFinding.period($0.name) != nil }
    let keys = table.columns.filter { $0.role != .value && $0.texts.count > 1 && !SumFindings.isRemark($0) }
    if let free = keys.first(where: \.isOverfull) {
      addUncompared(table, "column '\(free.name)' has more different texts than are kept")
      return
    }
    if table.rows.count < table.rowCount {
      addUncompared(table, "only the first \(table.rows.count) of \(table.rowCount) rows are compared")
    }
    addDuplicates(table, keys, values)
    guard let industry = table.columns(where: { $0 == .industry }).first, !industry.isOverfull else { return }
    guard industry.texts.contains(where: { IndustryCode($0).isTotal }) else { return }
    let others = keys.filter { column in
      column.position != industry.position && !table.determines(industry, column)
    }
    let groups = table.groups(by: others)
    for column in isWide ? Array(values.prefix(3)) : [value] { addTotals(table, groups, industry, column) }
  }

  private mutating func addUncompared(_ table: CheckedTable, _ reason: String) {
    findings.append(
      CheckFinding(
        .note,
        "Rows not compared",
        "\(reason): whether keys stand twice and totals add up is not known of the others",
        advice: "Keep fewer columns, or cut the table into parts, to compare all rows."
      )
    )
  }

  /// Whether a column says something of a number rather than which number it is.
  private static func isRemark(_ column: CheckedColumn) -> Bool {
    let lowered = column.name.lowercased()
    return ["flag", "status", "note", "record_"].contains { lowered.contains($0) }
  }

  private mutating func addDuplicates(
    _ table: CheckedTable,
    _ keys: [CheckedColumn],
    _ values: [CheckedColumn]
  ) {
    guard !keys.isEmpty else { return }
    let groups = table.groups(by: keys)
    var firstOf = [Int32](repeating: -1, count: groups.count)
    var identical = 0
    var conflicting = 0
    var example = (first: 0, second: 0)
    for index in table.rows.indices {
      let group = Int(groups.numbers[index])
      guard firstOf[group] >= 0 else {
        firstOf[group] = Int32(truncatingIfNeeded: index)
        continue
      }
      let earlier = Int(firstOf[group])
      if values.allSatisfy({ $0.isSame(earlier, index) ?? true }) {
        if identical == 0 { isRepeated = [Bool](repeating: false, count: table.rows.count) }
        isRepeated[index] = true
        identical += 1
      } else {
        if conflicting == 0 { example = (table.rows[earlier], table.rows[index]) }
        conflicting += 1
      }
    }
    if identical > 0 {
      findings.append(
        CheckFinding(
          .warning,
          "Rows repeated",
          "\(identical) rows say the same as a row before",
          advice: "Nothing is to be done: they are left out and counted."
        )
      )
    }
    let hasIndustry = !table.columns(where: { $0 == .industry }).isEmpty
    let hasRegion = table.columns.contains { if case .region = $0.role { true } else { false } }
    if conflicting > 0, hasIndustry || hasRegion {
      findings.append(
        CheckFinding(
          .problem,
          "Keys repeated",
          "\(conflicting) rows have the keys of a row before and other numbers; "
            + "first: rows \(example.first) and \(example.second)",
          advice: "Keep one of them, or name the column that tells them apart with --where."
        )
      )
    }
  }

  /// Sums the parts of each total, by level where a column names levels, and reports the largest residual.
  private mutating func addTotals(
    _ table: CheckedTable,
    _ groups: CheckedTable.Groups,
    _ industry: CheckedColumn,
    _ value: CheckedColumn
  ) {
    let isTotal = industry.texts.map { IndustryCode($0).isTotal }
    let level = table.columns.first {
      $0.name.lowercased().hasSuffix("level") && (2...20).contains($0.texts.count)
        && table.determines(industry, $0)
    }
    if level == nil {
      let parts = zip(industry.texts, isTotal).filter { !$0.1 && !$0.0.isEmpty }.map { Industry(code: $0.0) }
      guard (try? IndustryCode.requireDisjoint(parts)) != nil else { return }
    }
    let sums = (level.map { Array($0.texts.indices) } ?? [0])
      .compactMap { id in
        compare(table, groups, industry, isTotal, value, level.map { ($0, Int32(id)) })
      }
    // Levels that do not cover everything do not add to the total: the one that comes nearest is told of.
    if let best = sums.min(by: { ($0.offShare, $0.share) < ($1.offShare, $1.share) }) {
      findings.append(best.finding)
    }
  }

  /// What was found of one level.
  private struct Comparison {
    var finding: CheckFinding
    /// The share of totals that are off.
    var offShare: Double
    /// The largest residual as a share of its total.
    var share: Double
  }

  private func compare(
    _ table: CheckedTable,
    _ groups: CheckedTable.Groups,
    _ industry: CheckedColumn,
    _ isTotal: [Bool],
    _ value: CheckedColumn,
    _ level: (column: CheckedColumn, id: Int32)?
  ) -> Comparison? {
    let count = groups.count
    var totals = [Double](repeating: .nan, count: count)
    var sums = [Double](repeating: 0, count: count)
    var parts = [Int](repeating: 0, count: count)
    var rowOf = [Int](repeating: 0, count: count)
    for index in table.rows.indices {
      if !isRepeated.isEmpty, isRepeated[index] { continue }
      let group = Int(groups.numbers[index])
      let number = value.number(value.ids[index])
      if isTotal[Int(industry.ids[index])] {
        totals[group] = number
        rowOf[group] = index
      } else if level.map({ $0.column.ids[index] == $0.id }) ?? true {
        sums[group] += number
        parts[group] += 1
      }
    }
    let most = parts.max() ?? 0
    guard most > 1 else { return nil }
    var compared = 0
    var off = 0
    var worst = (residual: 0.0, group: 0)
    for group in 0..<count where parts[group] == most && totals[group].isFinite && sums[group].isFinite {
      compared += 1
      let residual = totals[group] - sums[group]
      let slack = Double(most + 1) * 0.5
      let isOff = abs(residual) > slack && abs(residual) > 1e-9 * abs(totals[group])
      if isOff { off += 1 }
      if abs(residual) > abs(worst.residual) { worst = (residual, group) }
    }
    guard compared > 0 else { return nil }
    let name = level.map { " of level '\($0.column.texts[Int($0.id)])'" } ?? ""
    let detail =
      worst.residual == 0
      ? "all \(compared) totals of '\(value.name)' are the sum of their \(most) parts\(name)"
      : "\(off) of \(compared) totals of '\(value.name)' differ from the sum of their \(most) parts\(name) by more than "
        + "rounding to units explains; largest residual \(NumberText.shortest(worst.residual)) "
        + "on \(NumberText.shortest(totals[worst.group])) (row \(table.rows[rowOf[worst.group]]))"
    let finding = CheckFinding(
      off > 0 ? .warning : .note,
      "Totals",
      detail,
      advice: off > 0 ? "Chained volumes never add; for others ask whether parts are missing or nested." : ""
    )
    return Comparison(
      finding: finding,
      offShare: Double(off) / Double(compared),
      share: abs(worst.residual) / max(1e-300, abs(totals[worst.group]))
    )
  }
}
