import Panels

/// A whole table, read for a check: each column with its different texts.
struct CheckedTable {
  var columns: [CheckedColumn]
  /// The number of each row in the file.
  var rows: [Int]
  /// The first rows that have more or fewer cells than the header, and how many there are.
  var ragged = (count: 0, first: [(row: Int, cells: Int)]())
  var repeatedHeaders = DroppedRows(reason: "the header again", count: 0, firstRow: 0)
  var notes = 0

  /// Reads a table.
  ///
  /// - Throws: ``ReadError`` for a row that cannot be parted into cells.
  init(
    _ text: DelimitedText,
    header: [String],
    headerRow: Int,
    hasNotes: Bool,
    number: (Int) -> Int
  ) throws(ReadError) {
    var dictionaries = [ByteDictionary](repeating: ByteDictionary(), count: header.count)
    var ids = [[Int32]](repeating: [], count: header.count)
    var rows: [Int] = []
    var ragged = (count: 0, first: [(row: Int, cells: Int)]())
    var repeated = repeatedHeaders
    var notes = 0
    let quote = text.isPlain ? text.quoteByte : 0
    try text.forEachRow { (bytes, cells, row) throws(ReadError) in
      guard row > headerRow else { return true }
      let isPadded =
        cells.count > header.count && cells[header.count...].allSatisfy { $0.start == $0.end }
      guard cells.count == header.count || isPadded else {
        if hasNotes, cells.count(where: { $0.start < $0.end }) <= 2 {
          notes += 1
          return true
        }
        if ragged.first.count < 3 { ragged.first.append((number(row), cells.count)) }
        ragged.count += 1
        return true
      }
      if hasNotes, header.count > 2, cells.count(where: { $0.start < $0.end }) <= 1 {
        notes += 1
        return true
      }
      if header.indices.allSatisfy({ cells[$0].end - cells[$0].start >= header[$0].utf8.count }),
        header.indices.allSatisfy({ cells[$0].text(in: bytes, quote: quote) == header[$0] })
      {
        repeated.add(number(row))
        return true
      }
      for column in header.indices {
        ids[column].append(CodeColumn.id(&dictionaries[column], .column(column), bytes, cells, quote))
      }
      rows.append(number(row))
      return true
    }
    self.rows = rows
    self.ragged = ragged
    self.notes = notes
    repeatedHeaders = repeated
    let parser = NumberParser(
      hasDecimalComma: text.dialect.hasDecimalComma,
      isAmbiguous: text.dialect.isDecimalAmbiguous
    )
    columns = header.indices.map { column in
      CheckedColumn(
        name: header[column],
        position: column,
        ids: ids[column],
        texts: dictionaries[column],
        rows: rows,
        parser: parser
      )
    }
    setRoles()
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

  /// Whether each text of one column goes with one text of another, but for a hundredth of them.
  func determines(_ one: CheckedColumn, _ other: CheckedColumn) -> Bool {
    var pairs: Set<UInt64> = []
    for index in rows.indices {
      pairs.insert(
        UInt64(UInt32(bitPattern: one.ids[index])) << 32 | UInt64(UInt32(bitPattern: other.ids[index]))
      )
      if pairs.count > one.texts.count + one.texts.count / 100 + 1 { return false }
    }
    return true
  }

  /// A number for each row that rows with the same texts in some columns share.
  func groups(by columns: [CheckedColumn]) -> [Int32] {
    var numbers = [Int32](repeating: 0, count: rows.count)
    for column in columns {
      var known: [UInt64: Int32] = [:]
      for index in rows.indices {
        let key =
          UInt64(UInt32(bitPattern: numbers[index])) << 32 | UInt64(UInt32(bitPattern: column.ids[index]))
        let next = Int32(known.count)
        numbers[index] = known[key, default: next]
        if numbers[index] == next { known[key] = next }
      }
    }
    return numbers
  }
}
