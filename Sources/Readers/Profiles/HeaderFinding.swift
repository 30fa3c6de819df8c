import Panels

/// Finds the row that names the columns.
enum HeaderFinding {
  /// A row of a sample with its number in the file.
  struct SampleRow: Equatable {
    var number: Int
    var cells: [String]
  }

  /// How many rows are looked at.
  static let sampleRows = 400
  /// How many cells of them are looked at, where rows are wide.
  private static let sampleCells = 1 << 20

  /// The first rows of a text.
  static func sample(_ text: DelimitedText, limit: Int = sampleRows) throws(ReadError) -> [SampleRow] {
    var rows: [SampleRow] = []
    var most = limit
    try text.forEachRow { (bytes, cells, row) throws(ReadError) in
      rows.append(SampleRow(number: row, cells: cells.map { $0.text(in: bytes, quote: text.quoteByte) }))
      if limit == sampleRows, rows.count == 1 { most = min(limit, max(8, sampleCells / max(1, cells.count))) }
      return rows.count < most
    }
    return rows
  }

  /// Reads the name of a column as a period: a year, a year with a note after it, or a quarter.
  static func period(_ name: String) -> Period? {
    let trimmed = trimmed(name)
    if let period = Period(trimmed) { return period.year >= 1500 && period.year <= 2200 ? period : nil }
    // `2022 [note 3]`, `2021p`, `2022 2`: the year with the mark of a footnote.
    let year = trimmed.prefix { $0.isASCII && $0.isNumber }
    guard year.count == 4, let period = Period(String(year)), (1500...2200).contains(period.year) else {
      return nil
    }
    let rest = trimmed.dropFirst(4).drop { $0 == " " }
    return rest.count == 1 || rest.hasPrefix("[") || rest.hasPrefix("(") ? period : nil
  }

  /// Finds the header: the first row that has all columns that the caller names; else the first with years across or
  /// names that the profile implies; else, where nothing stands above a table, its first row.
  ///
  /// - Parameters:
  ///   - rows: The first rows of the file.
  ///   - named: The columns that the caller names.
  ///   - profile: The kind of source.
  /// - Returns: The position in `rows`, or nil if none looks like a header.
  static func header(in rows: [SampleRow], named: [String], profile: SourceProfile) -> Int? {
    if !named.isEmpty {
      let found = rows.firstIndex { row in
        named.allSatisfy { ColumnNames.position(of: $0, in: row.cells) != nil }
      }
      if let found { return found }
    }
    guard profile.hasNotes else { return rows.isEmpty ? nil : 0 }
    if profile.shape == .wide, let found = wideHeader(in: rows) { return found }
    let hints = profile.columns
    let roles = [
      hints.region + hints.regionName, hints.industry + hints.industryTitle, hints.period, hints.value,
    ]
    let best = rows.indices.max { left, right in
      let (a, b) = (hits(roles, rows[left].cells), hits(roles, rows[right].cells))
      return (a, -left) < (b, -right)
    }
    if let best, hits(roles, rows[best].cells) >= 2 { return best }
    return widest(rows)
  }

  /// Whether a row names columns with periods across: at least three, or two that follow each other, in columns side
  /// by side, ascending or descending by at most ten years, beside a name; and no other number.
  static func isWide(_ cells: [String]) -> Bool {
    let columns = cells.indices.filter { period(cells[$0]) != nil }
    let periods = columns.compactMap { period(cells[$0]) }
    guard periods.count >= 2, let first = columns.first, let last = columns.last else { return false }
    guard last - first == columns.count - 1 else { return false }
    let steps = zip(periods, periods.dropFirst()).map { $1.decimalYear - $0.decimalYear }
    guard steps.allSatisfy({ $0 > 0 }) || steps.allSatisfy({ $0 < 0 }), steps.allSatisfy({ abs($0) <= 10 })
    else {
      return false
    }
    if periods.count == 2, abs(steps[0]) > 1 { return false }
    if cells.contains(where: { period($0) == nil && Double($0) != nil }) { return false }
    return cells.contains { !$0.isEmpty && period($0) == nil }
  }

  /// The first row with periods across that no row above is as full as.
  static func wideHeader(in rows: [SampleRow]) -> Int? {
    var fullest = 0
    for (index, row) in rows.enumerated() {
      let filled = row.cells.count { !$0.isEmpty }
      if isWide(row.cells) { return filled > fullest ? index : nil }
      fullest = max(fullest, filled)
    }
    return nil
  }

  private static func hits(_ roles: [[String]], _ cells: [String]) -> Int {
    roles.count { names in names.contains { ColumnNames.position(of: $0, in: cells) != nil } }
  }

  /// The first row without numbers that has as many cells with text as the commonest row has cells.
  private static func widest(_ rows: [SampleRow]) -> Int? {
    var counts: [Int: Int] = [:]
    for row in rows { counts[row.cells.count, default: 0] += 1 }
    guard let width = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return nil }
    return rows.firstIndex { row in
      row.cells.count == width && row.cells.filter { !$0.isEmpty }.count * 2 > width
        && !row.cells.contains { Double($0) != nil && period($0) == nil }
    }
  }

  /// A text without spaces at its ends.
  static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
