/// Finds the dialect of a text from its first rows.
enum DialectDetection {
  /// How much text is looked at.
  private static let sampleBytes = 1 << 17
  /// The delimiters that are tried, the first winning where two do equally well.
  private static let delimiters = [",", "\t", ";", "|"]

  /// Detects the dialect.
  ///
  /// The delimiter is the one under which most rows of the sample have one and the same number of cells, above 1.
  ///
  /// - Parameters:
  ///   - bytes: The text as UTF-8.
  ///   - start: Where it begins, past a byte-order mark.
  ///   - overrides: What the caller knows.
  /// - Returns: The dialect; its encoding is left at UTF-8.
  static func detect(_ bytes: Span<UInt8>, from start: Int, overrides: DialectOverrides) -> Dialect {
    let end = min(bytes.count, start + sampleBytes)
    let sample = bytes.extracting(start..<end)
    let isCut = end < bytes.count
    var dialect = Dialect()
    if let escape = overrides.escape { dialect.escape = escape }
    dialect.lineEnding = overrides.lineEnding ?? lineEnding(sample)
    dialect.isLineEndingStrict = overrides.lineEnding.map { $0 != .any } ?? false
    switch overrides.quote {
    case .character(let quote): dialect.quote = quote
    case .some(.none): dialect.quote = nil
    case nil: dialect.quote = "\""
    }
    var rows: [[String]] = []
    if let delimiter = overrides.delimiter {
      dialect.delimiter = delimiter
      rows = read(sample, dialect, isCut: isCut)
    } else {
      var best = -1.0
      for delimiter in delimiters {
        var candidate = dialect
        candidate.delimiter = delimiter
        let read = read(sample, candidate, isCut: isCut)
        // Tabs stand in no other text: where they part all rows, other marks are within cells.
        let score = score(read) + (delimiter == "\t" ? 0.01 : 0)
        if score > best {
          best = score
          dialect.delimiter = delimiter
          rows = read
        }
      }
    }
    if dialect.quote.map(String.init) == dialect.delimiter { dialect.quote = nil }
    setDecimal(&dialect, rows: rows, told: overrides.hasDecimalComma)
    dialect.hasHeader = overrides.hasHeader ?? hasHeader(rows)
    return dialect
  }

  /// Reads the rows of a sample; the last row of a sample that was cut is left out.
  static func read(_ sample: Span<UInt8>, _ dialect: Dialect, isCut: Bool) -> [[String]] {
    var scanner = GeneralRowScanner(dialect, position: 0, rowLimit: sampleBytes)
    var cells: [CellRange] = []
    var rows: [[String]] = []
    while let isRow = try? scanner.next(in: sample, cells: &cells), isRow, rows.count < 2_000 {
      if cells.count == 1, cells[0].start == cells[0].end { continue }
      rows.append(cells.map { $0.text(in: scanner.text.span, quote: 0) })
    }
    if isCut, rows.count > 1 { rows.removeLast() }
    return rows
  }

  /// The share of rows with the commonest number of cells, weighted by whether there are several.
  private static func score(_ rows: [[String]]) -> Double {
    guard !rows.isEmpty else { return 0 }
    var counts: [Int: Int] = [:]
    for row in rows where row.count > 1 { counts[row.count, default: 0] += 1 }
    guard let common = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return 0 }
    return Double(common.value) / Double(rows.count) + Double(min(common.key, 50)) * 1e-4
  }

  private static func lineEnding(_ sample: Span<UInt8>) -> Dialect.LineEnding {
    for position in sample.indices {
      if sample[position] == 0x0A { return .lf }
      if sample[position] == 0x0D {
        return position + 1 < sample.count && sample[position + 1] == 0x0A ? .crlf : .cr
      }
    }
    return .any
  }

  /// A comma is decimal where numbers have one that cannot part thousands and none has a point.
  private static func setDecimal(_ dialect: inout Dialect, rows: [[String]], told: Bool?) {
    if let told {
      dialect.hasDecimalComma = told
      return
    }
    guard dialect.delimiter != "," else { return }
    var sure = 0
    var unclear = 0
    var points = 0
    for row in rows.dropFirst() {
      for cell in row {
        switch CommaUse(cell) {
        case .decimal: sure += 1
        case .unclear: unclear += 1
        case .point: points += 1
        case .none: break
        }
      }
    }
    if points == 0, sure > 0 {
      dialect.hasDecimalComma = true
    } else if points == 0, unclear > 0 {
      dialect.isDecimalAmbiguous = true
    }
  }

  /// A first row of names has no number but years.
  private static func hasHeader(_ rows: [[String]]) -> Bool {
    guard let first = rows.first else { return true }
    return !first.contains { cell in
      guard let number = Double(cell) else { return false }
      return !(number == number.rounded() && (1000...2999).contains(number)) || rows.count < 2
    }
  }
}

/// How a cell uses commas and points in a number.
private enum CommaUse {
  /// A comma that can only be decimal: `12,5`.
  case decimal
  /// A comma that may be decimal or part thousands: `1,234`.
  case unclear
  /// A decimal point.
  case point
  /// Neither.
  case none

  init(_ cell: String) {
    let unsigned = cell.hasPrefix("-") ? cell.dropFirst() : cell[...]
    guard let first = unsigned.utf8.first, (0x30...0x39).contains(first),
      unsigned.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E })
    else {
      self = .none
      return
    }
    let groups = unsigned.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count == 1 {
      self = unsigned.filter { $0 == "." }.count == 1 ? .point : .none
    } else if groups.count == 2 {
      let hasPoint = unsigned.contains(".")
      if hasPoint {
        self = groups[0].contains(".") ? .decimal : .point
      } else {
        self = groups[1].count == 3 && groups[0].count <= 3 && groups[0] != "0" ? .unclear : .decimal
      }
    } else {
      self = .point
    }
  }
}
