/// Finds how an untidy text is written, by how evenly each way parts its first rows.
enum UntidyDetection {
  /// How much text and how many rows are looked at.
  private static let sampleBytes = 1 << 17
  private static let sampleRows = 400

  /// What a caller may tell.
  struct Told {
    var delimiter: [UInt8]?
    /// Nil if not told; a nil inside if there are no quotes.
    var quote: UInt8??
    var escape: UInt8?
    var lineEnding: Dialect.LineEnding?
  }

  /// Detects the dialect.
  ///
  /// - Parameters:
  ///   - bytes: The text as UTF-8.
  ///   - start: Where it begins.
  ///   - told: What is known.
  /// - Returns: The dialect under which most rows of the sample have one number of cells, and cells that look like something.
  static func detect(_ bytes: Span<UInt8>, from start: Int, told: Told) -> UntidyDialect {
    let end = min(bytes.count, start + sampleBytes)
    let sample = bytes.extracting(start..<end)
    let delimiters: [[UInt8]] =
      told.delimiter.map { [$0] } ?? [[0x2C], [0x3B], [0x09], [0x7C], [0x2C, 0x20], [0x20], [0x5E], [0x7E]]
    let quotes: [UInt8?] = told.quote.map { [$0] } ?? [0x22, 0x27]
    var (best, most) = (UntidyDialect(delimiter: [0x2C], quote: 0x22), -Double.infinity)
    for delimiter in delimiters {
      for quote in quotes {
        for escape in told.escape.map({ [Optional($0)] }) ?? [nil, 0x5C] {
          if told.escape == nil, let escape, !follows(sample, escape, quote) { continue }
          let dialect = UntidyDialect(
            delimiter: delimiter,
            quote: quote,
            escape: escape,
            lineEnding: told.lineEnding ?? .any
          )
          let read = read(sample, dialect, isCut: end < bytes.count)
          var score = score(read.rows, dialect) - 0.1 * read.mended
          // Where several do equally well: a comma, a double quote, doubled.
          if quote == 0x27 { score -= 0.02 }
          if escape == 0x5C { score -= 0.005 }
          if delimiter == [0x20] { score -= 0.05 }
          if score > most { (best, most) = (dialect, score) }
        }
      }
    }
    return best
  }

  /// The cells of the first rows, and the share of them in which a quote is out of place.
  private static func read(
    _ sample: Span<UInt8>,
    _ dialect: UntidyDialect,
    isCut: Bool
  ) -> (rows: [UntidyCells], mended: Double) {
    var scanner = UntidyScanner(dialect, position: 0)
    var rows: [UntidyCells] = []
    var mended = 0
    while rows.count < sampleRows, let row = scanner.next(sample) {
      if row.isBlank { continue }
      rows.append(row.cells)
      if row.mendings.contains(.quoteKept) { mended += 1 }
    }
    if isCut, rows.count > 1, rows.count < sampleRows { rows.removeLast() }
    return (rows, rows.isEmpty ? 0 : Double(mended) / Double(rows.count))
  }

  /// The commonest number of cells, above 1 if any is.
  static func width(of rows: [UntidyCells]) -> Int {
    var counts: [Int: Int] = [:]
    for row in rows { counts[row.count, default: 0] += 1 }
    let several = counts.filter { $0.key > 1 }
    let best = several.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let best, best.value * 4 >= rows.count || best.value >= 2 else {
      return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    }
    return best.key
  }

  private static func follows(_ sample: Span<UInt8>, _ escape: UInt8, _ quote: UInt8?) -> Bool {
    guard let quote, sample.count > 1 else { return false }
    for position in 0..<(sample.count - 1) where sample[position] == escape && sample[position + 1] == quote {
      return true
    }
    return false
  }

  /// How evenly a way of reading parts rows, times how much its cells look like something.
  private static func score(_ rows: [UntidyCells], _ dialect: UntidyDialect) -> Double {
    guard !rows.isEmpty else { return 0 }
    var counts: [Int: Int] = [:]
    for row in rows { counts[row.count, default: 0] += 1 }
    // Long runs of rows of one width speak for it; many widths against.
    let pattern =
      counts.reduce(0.0) { sum, entry in
        let (width, count) = entry
        let share = Double(count) / Double(rows.count)
        return sum + share * share * (width > 1 ? 1 - 0.5 / Double(width) : 0.1)
      }
    var (good, all) = (0.0, 0.0)
    for row in rows.prefix(200) {
      for cell in row {
        all += 1
        good += plausibility(cell, dialect)
      }
    }
    return pattern * (all > 0 ? 0.3 + 0.7 * good / all : 0)
  }

  /// How much a cell looks like one: less where marks that part cells, or quotes, are left in it.
  private static func plausibility(_ cell: ArraySlice<UInt8>, _ dialect: UntidyDialect) -> Double {
    switch CellKind(cell) {
    case .integer, .decimal, .date, .money, .address: return 1
    case .empty: return 0.9
    case .code, .words, .text:
      var value = 0.95
      if cell.first == 0x20 || cell.last == 0x20 { value -= 0.1 }
      if let first = cell.first, first == 0x22 || (first == 0x27 && cell.last == 0x27) { value -= 0.4 }
      if cell.contains(0x09) || cell.contains(0x7C) { value -= 0.3 }
      if cell.contains(0x3B) { value -= 0.1 }
      return value
    }
  }
}
