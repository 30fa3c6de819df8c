/// Sorts the rows of an untidy text into preamble, header, data, footnotes and a second table.
struct UntidyLayout {
  private(set) var header: [[UInt8]]?
  private(set) var rows: [[[UInt8]]] = []
  private(set) var account = UntidyAccount()

  private let width: Int
  private let kinds: ColumnKinds
  private let told: UntidyTable.Told
  private var headerRows: [[[UInt8]]] = []
  private var hasBegun = false
  private var preamble = 0
  private var blank = 0
  private var mended: [(kind: Mending, count: Int, first: Int)] = []
  private var secondTable: Int?
  /// Rows that may be footnotes, until another row of data follows them.
  private var pending: [UntidyScanner.Row] = []
  private var footnotes = 0

  init(width: Int, kinds: ColumnKinds, told: UntidyTable.Told) {
    self.width = width
    self.kinds = kinds
    self.told = told
  }

  /// Takes a row; false if the table ends before it.
  mutating func take(_ row: UntidyScanner.Row) -> Bool {
    if let skipped = told.skippedLines, row.line <= skipped { return true }
    if row.isBlank {
      blank += 1
      account.blank.add(row.line)
      return true
    }
    if !hasBegun {
      if told.skippedLines == nil, isPreamble(row) {
        preamble += 1
        account.preamble.add(row.line)
        return true
      }
      hasBegun = true
    }
    if header == nil, isHeader(row) {
      headerRows.append(row.cells)
      account.header.add(row.line)
      note(row)
      return true
    }
    closeHeader()
    if isSecondHeader(row) {
      secondTable = row.line
      account.secondTable = row.line
      return false
    }
    if isAside(row) {
      pending.append(row)
      return true
    }
    // What looked like footnotes stands within the data.
    for waiting in pending {
      rows.append(waiting.cells)
      account.lines.append(waiting.line)
      note(waiting)
    }
    pending = []
    rows.append(row.cells)
    account.lines.append(row.line)
    note(row)
    return true
  }

  /// Ends the table: rows that wait after the last row of data are footnotes.
  mutating func finish() {
    closeHeader()
    footnotes = pending.count
    for row in pending { account.footnotes.add(row.line) }
    account.mended = mended.map { UntidyAccount.Mended(kind: $0.kind, count: $0.count, first: $0.first) }
  }

  private mutating func closeHeader() {
    guard header == nil, !headerRows.isEmpty else { return }
    if headerRows.count == 1 {
      header = headerRows[0]
      return
    }
    let columns = headerRows.map(\.count).max() ?? 0
    header = (0..<columns)
      .map { column in
        let parts = headerRows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [0x20]))
      }
  }

  /// A row before the table: at most one cell with anything in it, where the table has several columns.
  private func isPreamble(_ row: UntidyScanner.Row) -> Bool {
    guard width > 2 else { return width == 2 && row.mendings.contains(.filled) }
    return row.cells.count { !$0.isEmpty } <= 1
  }

  private func isHeader(_ row: UntidyScanner.Row) -> Bool {
    if let lines = told.headerLines { return headerRows.count < lines }
    if headerRows.isEmpty { return looksLikeNames(row.cells) }
    guard headerRows.count < 5 else { return false }
    return row.cells == headerRows[0] || isClearlyNames(row.cells)
  }

  /// Names are no numbers, dates or addresses; where the columns hold such, a row of names differs from them.
  private func looksLikeNames(_ cells: [[UInt8]]) -> Bool {
    let kinds = cells.map { CellKind($0) }
    guard !kinds.contains(where: { [.decimal, .money, .address].contains($0) }) else { return false }
    let years = cells.count { cell in
      cell.count == 4 && CellKind(cell) == .integer && (cell[0] == 0x31 || cell[0] == 0x32)
    }
    let numbers = kinds.count { $0 == .integer || $0 == .date }
    if numbers - years > 0 {
      // A column may be named by a number; a row of them is data.
      return (numbers - years) * 4 < cells.count && isClearlyNames(cells)
    }
    return true
  }

  /// Whether most columns that hold numbers, dates or addresses hold words here.
  private func isClearlyNames(_ cells: [[UInt8]]) -> Bool {
    guard kinds.rows > 2, cells.count == width else { return false }
    var (typed, different) = (0, 0)
    for (column, cell) in cells.enumerated() {
      let (kind, share) = kinds.main(of: column)
      guard share > 0.5, ![.words, .text, .empty].contains(kind) else { continue }
      typed += 1
      if CellKind(cell) == .words { different += 1 }
    }
    return typed > 0 && different * 4 >= typed * 3
  }

  private func isSecondHeader(_ row: UntidyScanner.Row) -> Bool {
    guard let header, rows.count > 1, header.count > 1 else { return false }
    let same = zip(row.unmended ?? row.cells, header).count { $0 == $1 && !$0.isEmpty }
    let named = header.count { !$0.isEmpty }
    return same * 5 >= named * 4 && named > 1
  }

  /// A row with one cell beside data of several columns: a footnote if nothing follows it.
  ///
  /// A whole row whose cell is like the others of its column is data of which the rest is missing.
  private func isAside(_ row: UntidyScanner.Row) -> Bool {
    guard width > 2, !rows.isEmpty, row.cells.count(where: { !$0.isEmpty }) <= 1 else { return false }
    guard row.mendings.isEmpty, let column = row.cells.firstIndex(where: { !$0.isEmpty }) else { return true }
    // The row itself may be among those that were counted.
    return kinds.familiarity(row.cells[column], in: column) * Double(kinds.rows) < 1.5
  }

  private mutating func note(_ row: UntidyScanner.Row) {
    for kind in Set(row.mendings).sorted(by: { "\($0)" < "\($1)" }) {
      if let place = mended.firstIndex(where: { $0.kind == kind }) {
        mended[place].count += 1
      } else {
        mended.append((kind, 1, row.line))
      }
    }
  }
}

extension UntidyLayout {
  /// What was mended and left out, a sentence each.
  var notices: [String] {
    func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }
    var notices: [String] = []
    if preamble > 0 { notices.append("\(lines(preamble)) before the table left out") }
    if headerRows.count > 1 { notices.append("the header has \(headerRows.count) lines; they are joined") }
    if header == nil, told.headerLines == nil {
      notices.append("no line names the columns; they are called col_0, col_1 and so on")
    }
    for (kind, count, first) in mended {
      let place = count == 1 ? "line \(first)" : "\(lines(count)), the first \(first)"
      notices.append("\(place): \(kind.words)")
    }
    if blank > 0 { notices.append("\(blank == 1 ? "1 blank line" : "\(blank) blank lines") left out") }
    if footnotes > 0 { notices.append("\(lines(footnotes)) after the table left out") }
    if let secondTable {
      notices.append("a second table begins at line \(secondTable); read it with --skip \(secondTable - 1)")
    }
    return notices
  }
}

extension Mending {
  /// What was done, for a notice.
  var words: String {
    switch self {
    case .filled: "too few cells; empty ones added at the end"
    case .emptyCellLeftOut: "an empty cell too many, left out"
    case .joined: "too many cells; the two that a delimiter within text had parted are joined again"
    case .quoteKept: "a quote that closes nothing, kept as text"
    case .parted: "a delimiter is missing; the cell is parted where the columns tell"
    case .otherDelimiter: "another delimiter than in the other lines"
    case .wider: "more cells than the table has columns; all are kept"
    }
  }
}
