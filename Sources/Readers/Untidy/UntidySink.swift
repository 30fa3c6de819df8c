/// Takes the rows of a table in their order.
protocol UntidySink {
  /// The delimiter that the rows will have, to know which cells need quotes.
  var delimiter: UInt8 { get }
  /// Begins a table; nothing of an earlier one is kept.
  mutating func begin(header: UntidyCells?, columns: Int)
  /// Takes a row of at most as many cells as there are columns.
  mutating func take(_ cells: UntidyCells)
  /// Takes a plain row of as many cells as there are columns or fewer.
  mutating func take(_ row: borrowing FastUntidyRow, _ bytes: Span<UInt8>)
  /// Remembers that the rows after this may be taken back.
  mutating func mark()
  /// Leaves out the rows that came after the mark.
  mutating func takeBack()
}

/// Keeps the rows as text in memory.
struct UntidyRows: UntidySink {
  private(set) var header: [String]?
  private(set) var rows: [[String]] = []
  private var columns = 0
  private var marked = 0
  let delimiter: UInt8 = 0x2C

  mutating func begin(header: UntidyCells?, columns: Int) {
    self.columns = columns
    rows = []
    self.header = header.map { strings($0) }
  }

  private func strings(_ cells: UntidyCells) -> [String] {
    var row: [String] = []
    row.reserveCapacity(columns)
    for cell in cells { row.append(String(decoding: cell, as: UTF8.self)) }
    while row.count < columns { row.append("") }
    return row
  }

  mutating func take(_ cells: UntidyCells) { rows.append(strings(cells)) }

  mutating func take(_ row: borrowing FastUntidyRow, _ bytes: Span<UInt8>) {
    var strings: [String] = []
    strings.reserveCapacity(columns)
    for cell in row.cells { strings.append(String(decoding: row.cellBytes(bytes, cell), as: UTF8.self)) }
    while strings.count < columns { strings.append("") }
    rows.append(strings)
  }

  mutating func mark() { marked = rows.count }

  mutating func takeBack() { rows.removeLast(rows.count - marked) }
}

/// Writes the rows as delimited text, as ``DelimitedWriter`` does.
struct UntidyText: UntidySink {
  private(set) var text: [UInt8] = []
  let delimiter: UInt8
  private var columns = 0
  private var marked = 0

  init(delimiter: UInt8) {
    self.delimiter = delimiter
  }

  mutating func begin(header: UntidyCells?, columns: Int) {
    self.columns = columns
    text.removeAll(keepingCapacity: true)
    if let header {
      take(header)
    } else if columns > 0 {
      for column in 0..<columns {
        if column > 0 { text.append(delimiter) }
        text.append(contentsOf: "col_\(column)".utf8)
      }
      text.append(0x0A)
    } else {
      text.append(0x0A)
    }
  }

  mutating func take(_ cells: UntidyCells) {
    let start = text.count
    for position in cells.indices {
      if position > 0 { text.append(delimiter) }
      let cell = cells[position]
      let needsQuotes = cell.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      if needsQuotes { text.append(0x22) }
      for byte in cell {
        if byte == 0x22 { text.append(0x22) }
        text.append(byte)
      }
      if needsQuotes { text.append(0x22) }
    }
    endRow(cells.count, from: start)
  }

  mutating func take(_ row: borrowing FastUntidyRow, _ bytes: Span<UInt8>) {
    let start = text.count
    if row.isVerbatim, let last = row.cells.last {
      bytes.extracting(row.start..<(row.start + Int(last.end)))
        .withUnsafeBufferPointer { text.append(contentsOf: $0) }
      endRow(row.cells.count, from: start)
      return
    }
    var isFirst = true
    for cell in row.cells {
      if !isFirst { text.append(delimiter) }
      isFirst = false
      guard cell.needsQuotes else {
        let begin = row.start &+ Int(cell.start)
        bytes.extracting(begin..<(row.start &+ Int(cell.end)))
          .withUnsafeBufferPointer { text.append(contentsOf: $0) }
        continue
      }
      text.append(0x22)
      for byte in row.cellBytes(bytes, cell) {
        if byte == 0x22 { text.append(0x22) }
        text.append(byte)
      }
      text.append(0x22)
    }
    endRow(row.cells.count, from: start)
  }

  private mutating func endRow(_ count: Int, from start: Int) {
    var count = count
    while count < columns {
      text.append(delimiter)
      count += 1
    }
    if text.count == start, columns == 1 { text.append(contentsOf: [0x22, 0x22]) }
    text.append(0x0A)
  }

  mutating func mark() { marked = text.count }

  mutating func takeBack() { text.removeLast(text.count - marked) }
}
