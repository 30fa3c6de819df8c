/// Makes one name a column from a header of several lines.
enum UntidyHeader {
  /// Joins the lines of a header.
  ///
  /// A name that stands over several columns, the cells after it empty, is given to each of them where the names below
  /// are not told apart without it: `2020,,2021,` over `jobs,output,jobs,output`.
  ///
  /// - Parameter lines: The lines, at least one, in their order.
  /// - Returns: For each column the names from top to bottom, a space between them.
  static func joined(_ lines: [UntidyCells]) -> UntidyCells {
    let columns = lines.map(\.count).max() ?? 0
    var spread = lines
    if let last = lines.last, hasRepeats(last) {
      for place in lines.indices.dropLast() { spread[place] = filled(lines[place], over: last) }
    }
    var header = UntidyCells()
    for column in 0..<columns {
      var name: [UInt8] = []
      for line in spread where column < line.count && !line.isEmpty(at: column) {
        if !name.isEmpty { name.append(0x20) }
        name.append(contentsOf: line[column])
      }
      header.append(name)
    }
    return header
  }

  private static func hasRepeats(_ line: UntidyCells) -> Bool {
    var known: Set<ArraySlice<UInt8>> = []
    for cell in line where !cell.isEmpty {
      if !known.insert(cell).inserted { return true }
    }
    return false
  }

  /// A line with each name repeated over the empty cells after it, as far as there are names below.
  private static func filled(_ line: UntidyCells, over below: UntidyCells) -> UntidyCells {
    var filled = UntidyCells()
    var name: ArraySlice<UInt8> = []
    for column in line.indices {
      if !line.isEmpty(at: column) { name = line[column] }
      filled.append(column < below.count && below.isEmpty(at: column) ? line[column] : name)
    }
    return filled
  }
}
