import Panels

/// A small table as text: a header, rows, and the number that each row has in its file.
public struct TextTable: Hashable, Sendable {
  /// The name of the file or sheet.
  public var name: String
  /// The names of the columns.
  public var header: [String]
  /// The cells of each row, as many as there are columns.
  public var rows: [[String]]
  /// The number of each row in its file, the first row of the file being 1.
  public var rowNumbers: [Int]

  /// Makes a table from all its rows, the first being the header; short rows are filled with empty cells.
  ///
  /// - Parameters:
  ///   - name: The name of the file or sheet.
  ///   - cells: The rows, header first.
  public init(name: String, cells: [[String]]) {
    self.init(
      name: name,
      header: cells.first ?? [],
      rows: Array(cells.dropFirst()),
      rowNumbers: cells.isEmpty ? [] : Array(2..<cells.count + 1)
    )
  }

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - name: The name of the file or sheet.
  ///   - header: The names of the columns.
  ///   - rows: The cells of each row; short rows are filled with empty cells.
  ///   - rowNumbers: The number of each row in its file.
  public init(name: String, header: [String], rows: [[String]], rowNumbers: [Int]) {
    precondition(rows.count == rowNumbers.count, "\(rows.count) rows have \(rowNumbers.count) numbers")
    let width = max(header.count, rows.map(\.count).max() ?? 0)
    func filled(_ row: [String]) -> [String] {
      row.count == width ? row : row + [String](repeating: "", count: width - row.count)
    }
    self.name = name
    self.header = filled(header)
    self.rows = rows.map(filled)
    self.rowNumbers = rowNumbers
  }

  /// Reads a whole delimited file; its first row that is not blank is the header.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - dialect: The parts of the dialect that are known.
  ///   - limits: How much is taken.
  /// - Throws: ``ReadError`` if it cannot be read, or if a row has more or fewer cells than the header.
  public init(
    _ file: InputFile,
    dialect: DialectOverrides = DialectOverrides(),
    limits: ReadLimits = ReadLimits()
  ) throws(ReadError) {
    let content = try FileContent.open(file, limits: limits)
    if let cube = try JSONStatTable.read(content, limits: limits) {
      try self.init(cube.table, requiresEvenRows: true)
      rowNumbers = Array(cube.rowNumbers.dropFirst())
      return
    }
    let text = try DelimitedText.open(content, overrides: dialect, limits: limits)
    try self.init(text, requiresEvenRows: true)
  }

  /// Reads all rows of an opened text.
  package init(_ text: DelimitedText, requiresEvenRows: Bool) throws(ReadError) {
    var header: [String]?
    var rows: [[String]] = []
    var numbers: [Int] = []
    let hasHeader = text.dialect.hasHeader
    try text.forEachRow { (bytes, cells, row) throws(ReadError) in
      let texts = cells.map { $0.text(in: bytes, quote: text.quoteByte) }
      if header == nil, hasHeader {
        header = texts
        return true
      }
      if header == nil { header = texts.indices.map { "column\($0 + 1)" } }
      if requiresEvenRows, let header, texts.count != header.count {
        let isPadded = texts.count > header.count && texts[header.count...].allSatisfy(\.isEmpty)
        guard isPadded else {
          throw .raggedRow(
            file: text.name,
            row: row,
            found: texts.count,
            expected: header.count,
            column: texts.count < header.count ? header[texts.count] : texts[header.count]
          )
        }
        rows.append(Array(texts.prefix(header.count)))
      } else {
        rows.append(texts)
      }
      numbers.append(row)
      return true
    }
    self.init(name: text.name, header: header ?? [], rows: rows, rowNumbers: numbers)
  }

  /// The position of a column, by its name; letter case and the spellings of `CodeMatching` do not count.
  public func column(_ name: String) -> Int? {
    ColumnNames.position(of: name, in: header)
  }

  /// Returns the position of a column.
  ///
  /// - Parameters:
  ///   - name: The name of the column.
  ///   - role: What the column is needed for, for the message.
  /// - Returns: Its position.
  /// - Throws: ``ReadError/unknownColumn(file:column:role:nearest:known:)`` with near names.
  public func requireColumn(_ name: String, role: String) throws(ReadError) -> Int {
    if let position = column(name) { return position }
    throw .unknownColumn(
      file: self.name,
      column: name,
      role: role,
      nearest: NearestNames.of(name, among: header),
      known: header
    )
  }

  /// Where a cell stands, for a message.
  public func place(row: Int, column: Int) -> CellPlace {
    CellPlace(file: name, row: rowNumbers[row], column: header[column], value: rows[row][column])
  }

  /// The table as comma-separated UTF-8, header first.
  package func delimitedBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    for row in [header] + rows {
      for (position, cell) in row.enumerated() {
        if position > 0 { bytes.append(0x2C) }
        if cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D })
          || row.count == 1
        {
          bytes.append(0x22)
          for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
          }
          bytes.append(0x22)
        } else {
          bytes.append(contentsOf: cell.utf8)
        }
      }
      bytes.append(0x0A)
    }
    return bytes
  }
}

/// How the names of columns are compared.
package enum ColumnNames {
  /// Returns the position of a name: as written if there is one, else with letter case and spelling left aside.
  package static func position(of name: String, in header: [String]) -> Int? {
    if let exact = header.firstIndex(of: name) { return exact }
    let key = CodeMatching.key(name).lowercased()
    return header.firstIndex { CodeMatching.key($0).lowercased() == key }
  }
}
