/// Brings the readings of one line to the width of the table, and keeps the one that fits best.
struct RowFitting {
  let dialect: UntidyDialect
  let width: Int?
  let kinds: ColumnKinds?
  let line: Int
  /// What the search for missing delimiters has cost, in bytes looked at.
  var effort: Int
  private(set) var best: (row: UntidyScanner.Row, cost: Double)?
  /// What was fitted already: readings often differ in nothing.
  private var seen: [(cells: UntidyCells, row: UntidyScanner.Row, cost: Double)] = []

  init(dialect: UntidyDialect, width: Int?, kinds: ColumnKinds?, line: Int, effort: Int) {
    self.dialect = dialect
    self.width = width
    self.kinds = kinds
    self.line = line
    self.effort = effort
  }

  /// Takes a reading if it fits better than those before.
  mutating func consider(_ candidate: UntidyRow, _ kind: Mending?, _ penalty: Double) {
    var (row, cost): (UntidyScanner.Row, Double)
    if let known = seen.first(where: { $0.cells == candidate.cells }) {
      (row, cost) = (known.row, known.cost)
    } else {
      (row, cost) = fitted(candidate.cells)
      seen.append((candidate.cells, row, cost))
    }
    cost += penalty + 0.02 * Double(candidate.oddities)
    if candidate.unclosed != nil { cost += 1 }
    if let kind { row.mendings.insert(kind, at: 0) }
    if best == nil || cost < best?.cost ?? 0 { best = (row, cost) }
  }

  /// A row brought to the width of the table, with what that costs.
  private mutating func fitted(_ cells: UntidyCells) -> (UntidyScanner.Row, Double) {
    guard let width, cells.count != width else {
      return (UntidyScanner.Row(cells: cells, line: line), kinds.map { 0.3 * $0.strangeness(cells) } ?? 0)
    }
    var row = UntidyScanner.Row(cells: cells, line: line)
    if cells.count < width {
      if let parted = partedByShape(cells, width) {
        row.cells = parted
        row.mendings = [.parted]
        return (row, 0.4 + 0.3 * strangeness(parted))
      }
      row.cells = cells.padded(to: width)
      row.mendings = [.filled]
      return (row, 2 * Double(width - cells.count) + 0.3 * strangeness(row.cells))
    }
    var missing = cells.count - width
    if missing > 6, (width..<cells.count).allSatisfy({ cells.isEmpty(at: $0) }) {
      row.cells = cells.cut(to: width)
      row.mendings = [.emptyCellLeftOut]
      return (row, 0.5 + 0.3 * strangeness(row.cells))
    }
    var attempts = 16
    while missing > 0, attempts > 0, let place = leastMissed(row.cells) {
      row.cells = row.cells.removing(at: place)
      row.mendings = [.emptyCellLeftOut]
      missing -= 1
      attempts -= 1
    }
    if missing == 0 { return (row, 0.5 + 0.3 * strangeness(row.cells)) }
    if missing <= 6, let joined = joined(row.cells, width) {
      row.cells = joined
      row.mendings = [.joined]
      return (row, 1.5 * Double(missing) + 0.3 * strangeness(joined))
    }
    row.mendings = [.wider]
    return (row, 2.5 * Double(missing))
  }

  private func strangeness(_ cells: UntidyCells) -> Double { kinds?.strangeness(cells) ?? 0 }

  /// How unlike the cells before each place are to their columns, and those from each place on to the columns so much further.
  private func sums(_ cells: UntidyCells, _ kinds: ColumnKinds, shift: Int) -> (
    before: [Double], after: [Double]
  ) {
    var before = [0.0]
    for (position, cell) in cells.enumerated() {
      before.append(before[position] + kinds.strangeness(cell, in: position))
    }
    var after = Array(repeating: 0.0, count: cells.count + 1)
    for position in cells.indices.reversed() {
      after[position] = after[position + 1] + kinds.strangeness(cells[position], in: position + shift)
    }
    return (before, after)
  }

  /// The empty cell without which the others fit their columns best.
  private func leastMissed(_ cells: UntidyCells) -> Int? {
    let empty = cells.indices.filter { cells.isEmpty(at: $0) }
    guard empty.count > 1, let kinds, kinds.width == cells.count - 1 else { return empty.last }
    let (before, after) = sums(cells, kinds, shift: -1)
    return empty.min { before[$0] + after[$0 + 1] < before[$1] + after[$1 + 1] }
  }

  /// Cells joined with the delimiter between them, where that makes them fit their columns.
  private func joined(_ cells: UntidyCells, _ width: Int) -> UntidyCells? {
    var cells = cells
    while cells.count > width {
      guard let kinds, kinds.width == width else {
        cells = cells.joining(at: cells.count - 2, dialect.delimiter)
        continue
      }
      var (best, least) = (0, Double.infinity)
      // Beyond the one that is joined, the cells up to it and after it lie in their columns.
      let (before, after) = sums(cells, kinds, shift: width - cells.count)
      for place in 0..<(cells.count - 1) {
        let both = cells[place] + dialect.delimiter + cells[place + 1]
        let cost = before[place] + kinds.strangeness(both, in: place) + after[place + 2]
        if cost < least { (best, least) = (place, cost) }
      }
      cells = cells.joining(at: best, dialect.delimiter)
    }
    return cells
  }

  /// Cells of which one was two, parted where both halves are like their columns; nil if that is not clear.
  private mutating func partedByShape(_ cells: UntidyCells, _ width: Int) -> UntidyCells? {
    guard let kinds, cells.count == width - 1, kinds.rows >= 5, kinds.width == width,
      effort < UntidyScanner.mostEffort
    else { return nil }
    let (before, after) = sums(cells, kinds, shift: 1)
    var best: (place: Int, length: Int)?
    var least = kinds.strangeness(cells.padded(to: width)) - 0.9
    for place in cells.indices {
      let cell = cells[place]
      guard (2...200).contains(cell.count) else { continue }
      effort += cell.count * cell.count
      for cut in (cell.startIndex + 1)..<cell.endIndex where cell[cut] & 0xC0 != 0x80 {
        let (left, right) = (cell[..<cut], cell[cut...])
        let known = kinds.familiarity(left, in: place) + kinds.familiarity(right, in: place + 1)
        // A capital after a small letter, as in "SofaSoft", begins a cell sooner than any other letter.
        let isSeam = (0x61...0x7A).contains(cell[cut - 1]) && (0x41...0x5A).contains(cell[cut])
        let strange = kinds.strangeness(left, in: place) + kinds.strangeness(right, in: place + 1)
        let cost = before[place] + strange + after[place + 1] - 0.2 * known - (isSeam ? 0.05 : 0)
        if cost < least { (best, least) = ((place, cut - cell.startIndex), cost) }
      }
    }
    return best.map { cells.parting(at: $0.place, after: $0.length) }
  }
}
