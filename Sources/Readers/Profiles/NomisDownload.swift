/// Downloads from the Nomis pages: metadata, one block after the other, footnotes.
///
/// Each block has lines such as `"date","2019"` or `"Industry","26 : Manufacture of …"` that say what all its numbers
/// are, a header, and rows. The blocks become one long table with a row a number; the metadata of a block become
/// columns of it.
enum NomisDownload {
  /// What was made of a file.
  struct Unstacked {
    var table: TextTable
    var provenance: [String]
    /// The number of the first header in the file.
    var headerRow: Int
  }

  /// What is said of all numbers of a block.
  private struct Context {
    var period = ""
    var industry = ""
    var industryTitle = ""
  }

  /// Makes one long table of the blocks, or returns nil if there is no block.
  static func unstack(_ rows: [HeaderFinding.SampleRow], name: String) -> Unstacked? {
    var context = Context()
    var header: [String]?
    var headerRow = 0
    var provenance: [String] = []
    var cells: [[String]] = []
    var numbers: [Int] = []
    for row in rows {
      let filled = row.cells.filter { !$0.isEmpty }
      if isHeader(row.cells) {
        header = row.cells
        if headerRow == 0 { headerRow = row.number }
        continue
      }
      if let names = header, row.cells.count == names.count, filled.count >= 2, !isMetadata(row.cells) {
        let made = unpivot(row.cells, header: names, context: context)
        cells += made
        numbers += [Int](repeating: row.number, count: made.count)
        continue
      }
      header = nil
      note(row.cells, in: &context)
      provenance.append(filled.joined(separator: " "))
    }
    guard headerRow > 0, !cells.isEmpty else { return nil }
    let table = TextTable(name: name, header: columns, rows: cells, rowNumbers: numbers)
    return Unstacked(table: table, provenance: provenance, headerRow: headerRow)
  }

  private static let columns = ["region", "region_name", "industry", "industry_title", "period", "value"]

  /// A row that names columns: the word "mnemonic" in the second cell, or a known kind of area in the first.
  private static func isHeader(_ cells: [String]) -> Bool {
    guard cells.count >= 2 else { return false }
    if cells.dropFirst().first?.lowercased() == "mnemonic" { return true }
    let first = cells[0].lowercased()
    return cells.count >= 3 && (first == "area" || first == "region" || first.hasPrefix("local authorit"))
      && !cells[1].isEmpty
  }

  /// A line of two cells, the first ending in a colon: `"Units :","Persons"`.
  private static func isMetadata(_ cells: [String]) -> Bool {
    HeaderFinding.trimmed(cells[0]).hasSuffix(":")
  }

  private static func note(_ cells: [String], in context: inout Context) {
    guard cells.count >= 2 else { return }
    let key = HeaderFinding.trimmed(cells[0].lowercased().filter { $0 != ":" })
    let value = HeaderFinding.trimmed(cells[1])
    switch key {
    case "date", "time", "year", "time period": context.period = period(value)
    case "industry", "industry group", "broad industrial group", "sic":
      (context.industry, context.industryTitle) = code(value)
    default: break
    }
  }

  /// The long rows of one row: a number each for the columns that hold numbers.
  private static func unpivot(_ cells: [String], header: [String], context: Context) -> [[String]] {
    let hasMnemonic = header[1].lowercased() == "mnemonic"
    let region = hasMnemonic ? cells[1] : cells[0]
    return ((hasMnemonic ? 2 : 1)..<header.count)
      .flatMap { column -> [[String]] in
        let name = header[column]
        if name.isEmpty || name.lowercased().hasPrefix("flag") || name.lowercased() == "conf" { return [] }
        var row = context
        if HeaderFinding.period(name) != nil {
          row.period = period(name)
        } else if context.industry.isEmpty || name.contains(" : ") {
          (row.industry, row.industryTitle) = code(name)
        }
        return [[region, cells[0], row.industry, row.industryTitle, row.period, cells[column]]]
      }
  }

  /// Parts `26 : Manufacture of computers` into code and title; a text without code is both.
  private static func code(_ text: String) -> (String, String) {
    guard let colon = text.range(ofFirst: " : ") else { return (text, text) }
    return (
      HeaderFinding.trimmed(String(text[..<colon.lowerBound])),
      HeaderFinding.trimmed(String(text[colon.upperBound...]))
    )
  }

  /// The period of `2019`, `Jan 2019-Dec 2019` or `September 2019`: its last year.
  private static func period(_ text: String) -> String {
    if HeaderFinding.period(text) != nil { return String(text.prefix(4)) }
    let years = text.split { !$0.isNumber }.filter { $0.count == 4 }
    return years.last.map { String($0) } ?? text
  }
}

extension String {
  /// The range of the first occurrence of a text.
  fileprivate func range(ofFirst text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
