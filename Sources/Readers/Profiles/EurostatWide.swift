/// Eurostat's tab-separated tables: several codes in the first column, periods across.
///
/// The first cell of the header is `freq,unit,nace_r2,geo\TIME_PERIOD`; the codes before the backslash become columns.
enum EurostatWide {
  /// Makes a table of one code a column, or returns nil if the first cell of the header is no list of codes.
  static func split(_ rows: [HeaderFinding.SampleRow], name: String) -> TextTable? {
    guard let first = rows.first, let corner = first.cells.first, let backslash = corner.firstIndex(of: "\\")
    else {
      return nil
    }
    let codes = corner[..<backslash].split(separator: ",").map(String.init)
    let header = codes + first.cells.dropFirst().map(HeaderFinding.trimmed)
    var cells: [[String]] = []
    var numbers: [Int] = []
    for row in rows.dropFirst() {
      let parts = (row.cells.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init)
      let keys =
        Array(parts.prefix(codes.count)) + [String](repeating: "", count: max(0, codes.count - parts.count))
      cells.append(keys + row.cells.dropFirst())
      numbers.append(row.number)
    }
    return TextTable(name: name, header: header, rows: cells, rowNumbers: numbers)
  }
}
