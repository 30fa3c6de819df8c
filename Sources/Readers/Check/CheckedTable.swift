import Panels

/// A whole table, read for a check: each column with its different texts.
struct CheckedTable {
  var columns: [CheckedColumn] = []
  /// The number in the file of each row that is kept to be compared with others.
  private(set) var rows = RowNumbers()
  /// How many rows there are.
  private(set) var rowCount = 0
  /// The first rows that have more or fewer cells than the header, and how many there are.
  private(set) var ragged = (count: 0, first: [(row: Int, cells: Int)]())
  private(set) var repeatedHeaders = DroppedRows(reason: "the header again", count: 0, firstRow: 0)
  /// Rows that are notes of the publisher.
  private(set) var notes = DroppedRows(reason: "notes", count: 0, firstRow: 0)
  /// Rows that hold nothing.
  private(set) var blank = DroppedRows(reason: "nothing in it", count: 0, firstRow: 0)
  /// The first row where text goes on after a closing quote.
  private(set) var brokenQuote: Int?
  /// Cells that hold a quote and are not enclosed in quotes: how many, and the first row.
  private(set) var quotes = DroppedRows(reason: "a quote within", count: 0, firstRow: 0)
  /// The last rows with one cell filled in that nothing follows.
  private var lonely = (count: 0, first: 0)
  /// The number in the file of the header.
  let headerRow: Int
  /// What ends the rows; none where they are not looked at.
  private(set) var lineEnds = LineEndTally()

  private let header: [String]
  private let hasNotes: Bool

  /// Reads a table.
  ///
  /// - Throws: ``ReadError`` for a row that cannot be parted into cells.
  init(
    _ reader: PanelReader,
    _ found: PanelReader.FoundHeader,
    _ options: CheckOptions
  ) throws(ReadError) {
    let text = reader.text
    let bounds = options.bounds
    let firstRow = found.row
    header = found.names
    hasNotes = found.profile.hasNotes
    headerRow = reader.fileRow(found.row)
    func number(_ row: Int) -> Int { reader.fileRow(row) }
    let parser = NumberParser(
      hasDecimalComma: text.dialect.hasDecimalComma,
      isAmbiguous: text.dialect.isDecimalAmbiguous
    )
    let intake = ColumnIntake(
      texts: bounds.texts(ofEach: header.count),
      textBytes: bounds.textBytes,
      parser: parser
    )
    var intakes = [ColumnIntake](repeating: intake, count: header.count)
    let quote = text.isPlain ? text.quoteByte : 0
    let isPlain = text.isPlain
    let first = Array((header.first ?? "").utf8)
    let mostRows = bounds.rows(of: header.count)
    var last = options.dialect.skippedRows
    try text.forEachRow { (bytes, cells, row) throws(ReadError) in
      if row > last + 1 { blank.add(number(last + 1), times: row - last - 1) }
      last = row
      if isPlain { lineEnds.add(bytes, after: cells, quote: quote, row: row) }
      guard row > firstRow else { return true }
      if isAside(bytes, cells, quote: quote, first: first, row: row, number) { return true }
      let place = number(row)
      let isKept = rows.count < mostRows
      for column in intakes.indices {
        intakes[column].take(bytes, cells[column], quote: quote, row: place, isKept: isKept)
      }
      if isKept { rows.append(place) }
      if cells.count > 2, cells[1].start == cells[1].end, isLonely(cells) {
        if lonely.count == 0 { lonely.first = place }
        lonely.count += 1
      } else {
        lonely.count = 0
      }
      rowCount += 1
      return true
    }
    brokenQuote = intakes.compactMap(\.brokenQuote).min()
    for (count, first) in intakes.compactMap(\.quotes).sorted(by: { $0.first < $1.first }) {
      quotes.add(first, times: count)
    }
    columns = header.indices.map { column in
      CheckedColumn(intakes[column], name: header[column], position: column, parser: parser)
    }
    setRoles()
  }

  /// Whether lines with one cell filled in, after fuller ones, end the table.
  var endsInFootnotes: Bool { lonely.count > 0 && lonely.count < rowCount }

  private func isLonely(_ cells: [CellRange]) -> Bool {
    cells.count(where: { $0.start < $0.end }) <= 1
  }

  /// Whether a row is no data: a note, the header again, empty, or of another width; it is counted.
  @inline(__always)
  private mutating func isAside(
    _ bytes: Span<UInt8>,
    _ cells: [CellRange],
    quote: UInt8,
    first: [UInt8],
    row: Int,
    _ number: (Int) -> Int
  ) -> Bool {
    let isWhole = cells.count == header.count
    if isWhole, !hasNotes, cells[0].end > cells[0].start, first.isEmpty || bytes[cells[0].start] != first[0] {
      return false
    }
    return isRareAside(bytes, cells, quote: quote, row: number(row))
  }

  @inline(never)
  private mutating func isRareAside(
    _ bytes: Span<UInt8>,
    _ cells: [CellRange],
    quote: UInt8,
    row: Int
  ) -> Bool {
    let isPadded =
      cells.count > header.count && cells[header.count...].allSatisfy { $0.start == $0.end }
    guard cells.count == header.count || isPadded else {
      if hasNotes, cells.count(where: { $0.start < $0.end }) <= 2 {
        notes.add(row)
      } else {
        if ragged.first.count < 3 { ragged.first.append((row, cells.count)) }
        ragged.count += 1
      }
      return true
    }
    if header.count > 1, cells.allSatisfy({ $0.start == $0.end }) {
      blank.add(row)
      return true
    }
    if hasNotes, header.count > 2, cells.count(where: { $0.start < $0.end }) <= 1 {
      notes.add(row)
      return true
    }
    if header.indices.allSatisfy({ cells[$0].end - cells[$0].start >= header[$0].utf8.count }),
      header.indices.allSatisfy({ cells[$0].text(in: bytes, quote: quote) == header[$0] })
    {
      repeatedHeaders.add(row)
      return true
    }
    return false
  }

  /// The columns of a role.
  func columns(where isRole: (CheckedColumn.Role) -> Bool) -> [CheckedColumn] {
    columns.filter { isRole($0.role) }
  }

  private mutating func setRoles() {
    for index in columns.indices {
      let column = columns[index]
      if column.isPeriod, !column.name.lowercased().contains("version") {
        columns[index].role = .period
      } else if let guess = GeographyGuess(column.filled, name: column.name) {
        columns[index].role = .region(guess)
      } else if ClassificationGuess(column.filled, name: column.name) != nil {
        columns[index].role = .industry
      } else if column.isMostlyNumbers, !column.isNamedAsKey {
        columns[index].role = .value
      } else if HeaderFinding.period(column.name) != nil {
        columns[index].role = .value
      }
    }
  }

  /// Sets the roles of columns that were told; a column that was only guessed to have such a role loses it.
  ///
  /// - Throws: ``ReadError/unknownColumn(file:column:role:nearest:known:)``.
  mutating func setRoles(told: CheckColumns, file: String) throws(ReadError) {
    let names = columns.map(\.name)
    func position(_ name: String, _ role: String) throws(ReadError) -> Int {
      if let position = names.firstIndex(where: { CodeMatching.matches($0, name) }) { return position }
      throw .unknownColumn(
        file: file,
        column: name,
        role: role,
        nearest: NearestNames.of(name, among: names),
        known: names
      )
    }
    func isRegion(_ role: CheckedColumn.Role) -> Bool { if case .region = role { true } else { false } }
    if let name = told.region {
      let place = try position(name, "regions")
      for index in columns.indices where isRegion(columns[index].role) { columns[index].role = .other }
      columns[place].role = .region(GeographyGuess(told: columns[place].filled, name: name))
    }
    for (name, role, what) in [
      (told.industry, CheckedColumn.Role.industry, "industries"), (told.period, .period, "periods"),
      (told.value, .value, "numbers"),
    ] {
      guard let name else { continue }
      let place = try position(name, what)
      for index in columns.indices where columns[index].role == role { columns[index].role = .other }
      columns[place].role = role
    }
  }
}
