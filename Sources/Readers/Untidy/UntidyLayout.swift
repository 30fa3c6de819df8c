/// Sorts the rows of an untidy text into preamble, header, data, footnotes and a second table.
struct UntidyLayout {
  /// What becomes of a row.
  enum Place {
    /// It is no row of the table.
    case left
    /// It is a row of the table.
    case data
    /// It is a footnote if nothing follows, else a row of the table.
    case aside
    /// The table ended before it.
    case beyond
  }

  private(set) var header: UntidyCells?
  /// Whether the header is complete.
  private(set) var isHeaderClosed = false
  /// What was found and mended, by lines; the lines of the rows themselves are the reading's to count.
  private(set) var account = UntidyAccount()

  private let width: Int
  private let kinds: ColumnKinds
  private let told: UntidyTable.Told
  private var headerRows: [UntidyCells] = []
  private var hasBegun = false
  private var preamble = 0
  private var blank = 0
  private var mended: [(kind: Mending, count: Int, first: Int)] = []
  private var secondTable: Int?
  /// How many rows of data there are.
  private var rows = 0
  /// How many rows may be footnotes, until another row of data follows them, and what was mended before them.
  private(set) var pending = 0
  private var pendingLines: [Int] = []
  private var mendedBefore: [(kind: Mending, count: Int, first: Int)] = []
  private var footnotes = 0
  /// The first names of the header and their columns, by which most rows are seen not to be a second one.
  private var landmarks: [(column: Int, name: ArraySlice<UInt8>)] = []

  /// Whether the last line was blank or had only empty cells.
  private var isAfterBlank = false
  /// The first line that clearly names the columns, if one does.
  private let namesLine: Int?

  init(width: Int, kinds: ColumnKinds, told: UntidyTable.Told, namesLine: Int?) {
    self.namesLine = namesLine
    self.width = width
    self.kinds = kinds
    self.told = told
  }

  /// Says what becomes of a row.
  mutating func place(_ row: UntidyScanner.Row) -> Place {
    if let skipped = told.skippedLines, row.line <= skipped { return .left }
    if row.isBlank {
      blank += 1
      account.blank.add(row.line)
      isAfterBlank = true
      return .left
    }
    defer { isAfterBlank = width > 2 && row.cells.filledCount == 0 }
    if !hasBegun {
      if told.skippedLines == nil, isPreamble(row) {
        preamble += 1
        account.preamble.add(row.line)
        return .left
      }
      hasBegun = true
    }
    if !isHeaderClosed, isHeader(row) {
      headerRows.append(row.cells)
      account.header.add(row.line)
      note(row)
      return .left
    }
    closeHeader()
    if isSecondHeader(row) {
      secondTable = row.line
      account.secondTable = row.line
      return .beyond
    }
    if isAside(row) {
      if pending == 0 { mendedBefore = mended }
      pending += 1
      pendingLines.append(row.line)
      note(row)
      return .aside
    }
    takeData()
    note(row)
    return .data
  }

  /// Counts a plain row if it is certainly one of data; what looked like footnotes stands within the data then.
  mutating func takesPlain(_ row: borrowing FastUntidyRow, _ bytes: Span<UInt8>) -> Bool {
    guard isHeaderClosed, !isAfterBlank, width <= 2 || row.filledCount > 1 else { return false }
    if rows > 1, !landmarks.isEmpty {
      for mark in landmarks where row.cells.indices.contains(mark.column) {
        if row.equals(bytes, row.cells[mark.column], mark.name) { return false }
      }
    }
    takeData()
    return true
  }

  private mutating func takeData() {
    rows += pending + 1
    pending = 0
    if !pendingLines.isEmpty { pendingLines = [] }
    isAfterBlank = false
  }

  /// Ends the table: rows that wait after the last row of data are footnotes.
  mutating func finish() {
    closeHeader()
    footnotes = pending
    if pending > 0 { mended = mendedBefore }
    for line in pendingLines { account.footnotes.add(line) }
    account.mended = mended.map { UntidyAccount.Mended(kind: $0.kind, count: $0.count, first: $0.first) }
  }

  private mutating func closeHeader() {
    guard !isHeaderClosed else { return }
    isHeaderClosed = true
    guard let first = headerRows.first else { return }
    let header = headerRows.count == 1 ? first : UntidyHeader.joined(headerRows)
    self.header = header
    let named = header.filledCount
    for (column, name) in header.enumerated() where !name.isEmpty {
      // Of a second header four in five names are the same, so one of the first fifth is.
      guard landmarks.count < min(32, named / 5 + 1) else { break }
      landmarks.append((column, name))
    }
  }

  /// A row before the table: at most one cell with anything in it, where the table has several columns.
  ///
  /// Also a line that is parted otherwise and begins with a sign of remarks, or stands above one that clearly names the
  /// columns, and what tells spreadsheets the delimiter.
  private func isPreamble(_ row: UntidyScanner.Row) -> Bool {
    if row.line == 1, row.cells.first?.elementsEqual("sep=".utf8) == true { return true }
    if let first = row.cells.first, !row.mendings.isEmpty {
      if first.first == 0x23 { return true }
      if let namesLine, row.line < namesLine, row.unmended?.count ?? width < width { return true }
    }
    guard width > 2 else { return width == 2 && row.mendings.contains(.filled) }
    return row.cells.filledCount <= 1
  }

  private func isHeader(_ row: UntidyScanner.Row) -> Bool {
    if let lines = told.headerLines { return headerRows.count < lines }
    if headerRows.isEmpty { return looksLikeNames(row.cells) }
    guard headerRows.count < 5 else { return false }
    return row.cells == headerRows[0] || kinds.areClearlyNames(row.cells)
  }

  /// Names are no numbers, dates or addresses; where the columns hold such, a row of names differs from them.
  private func looksLikeNames(_ cells: UntidyCells) -> Bool {
    let kinds = cells.map { CellKind($0) }
    guard !kinds.contains(where: { [.decimal, .money, .address].contains($0) }) else { return false }
    let years = cells.count { cell in
      cell.count == 4 && CellKind(cell) == .integer && (cell.first == 0x31 || cell.first == 0x32)
    }
    let numbers = kinds.count { $0 == .integer || $0 == .date }
    if numbers - years > 0 {
      // A column may be named by a number; a row of them is data.
      return (numbers - years) * 4 < cells.count && self.kinds.areClearlyNames(cells)
    }
    return true
  }

  private func isSecondHeader(_ row: UntidyScanner.Row) -> Bool {
    guard let header, rows > 1, header.count > 1 else { return false }
    if isAfterBlank, row.mendings.isEmpty, kinds.areClearlyNames(row.cells) { return true }
    let same = zip(row.unmended ?? row.cells, header).count { $0 == $1 && !$0.isEmpty }
    let named = header.count { !$0.isEmpty }
    return same * 5 >= named * 4 && named > 1
  }

  /// A row with one cell beside data of several columns: a footnote if nothing follows it.
  ///
  /// A whole row whose cell is like the others of its column is data of which the rest is missing.
  private func isAside(_ row: UntidyScanner.Row) -> Bool {
    guard width > 2, rows > 0, row.cells.filledCount <= 1 else { return false }
    guard row.mendings.isEmpty, let column = row.cells.indices.first(where: { !row.cells.isEmpty(at: $0) })
    else { return true }
    // The row itself may be among those that were counted.
    return kinds.familiarity(row.cells[column], in: column) * Double(kinds.rows) < 1.5
  }

  /// Says that the rows that were wider are as wide as the table now.
  mutating func foldWider() {
    for place in mended.indices where mended[place].kind == .wider { mended[place].kind = .folded }
    for place in account.mended.indices where account.mended[place].kind == .wider {
      account.mended[place].kind = .folded
    }
  }

  private mutating func note(_ row: UntidyScanner.Row) {
    guard !row.mendings.isEmpty else { return }
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
    if header == nil, told.headerLines == nil, told.columnNames == nil {
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
    case .folded: "many more cells than the table has columns; what is too much stands in the last cell"
    case .wider: "more cells than the table has columns; all are kept"
    }
  }
}
