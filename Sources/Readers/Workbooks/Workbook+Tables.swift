import Panels

extension Workbook {
  /// Reads the sheet that holds the table, found by its content.
  ///
  /// With columns, the sheet that has a row with all of them above rows with numbers. Without, the sheet with the most
  /// numbers outside of its first column, so that a list of contents does not count; a sheet with at least a quarter as
  /// many is a rival, and the choice is left to the caller. Hidden sheets count only where no other has a table.
  ///
  /// **Complexity.** Reads every sheet once.
  ///
  /// - Parameter columns: Names of columns that the table must have; spelled as `CodeMatching` allows.
  /// - Returns: The sheet.
  /// - Throws: ``WorkbookError/noTable(file:columns:known:)`` or ``WorkbookError/severalTables(file:sheets:)``.
  public func tableSheet(withColumns columns: [String] = []) throws(WorkbookError) -> Sheet {
    let keys = columns.map(CodeMatching.key)
    for isHidden in [false, true] {
      var candidates: [(sheet: Sheet, score: Int)] = []
      for position in sheets.indices where sheets[position].isHidden == isHidden {
        let sheet = try self.sheet(at: position)
        let score = sheet.tableScore(columns: keys)
        if score > 0 { candidates.append((sheet, score)) }
      }
      let best = candidates.reduce(0) { max($0, $1.score) }
      let rivals = candidates.filter { !columns.isEmpty || $0.score * 4 >= best }
      if rivals.count > 1 { throw .severalTables(file: file, sheets: rivals.map(\.sheet.name)) }
      if let only = rivals.first { return only.sheet }
    }
    throw .noTable(file: file, columns: columns, known: sheetNames)
  }

  /// Reads the sheet that holds the table; where no sheet has numbers, the only one that holds anything.
  ///
  /// - Returns: The sheet.
  /// - Throws: ``WorkbookError/noTable(file:columns:known:)`` or ``WorkbookError/severalTables(file:sheets:)``.
  public func anySheet() throws(WorkbookError) -> Sheet {
    do {
      return try tableSheet()
    } catch {
      guard case .noTable = error else { throw error }
      for isHidden in [false, true] {
        var filled: [Sheet] = []
        for position in sheets.indices where sheets[position].isHidden == isHidden {
          let sheet = try self.sheet(at: position)
          if !sheet.rows.isEmpty { filled.append(sheet) }
        }
        if filled.count > 1 { throw .severalTables(file: file, sheets: filled.map(\.name)) }
        if let only = filled.first { return only }
      }
      throw error
    }
  }
}

extension Sheet {
  /// How many numbers stand outside of the first column, in rows with other cells; 0 if there are fewer than two such
  /// rows, or if no row above them has all of the columns.
  func tableScore(columns keys: [String]) -> Int {
    var start = 0
    if !keys.isEmpty {
      let header = rows.firstIndex { row in
        let names = Set(row.map(CodeMatching.key))
        return keys.allSatisfy(names.contains)
      }
      guard let header else { return 0 }
      start = header + 1
    }
    var numbers = 0
    var rowCount = 0
    for row in rows[min(start, rows.count)...] where row.count > 1 {
      let found = row.dropFirst().count(where: Sheet.isNumber)
      guard found > 0, row.count(where: { !$0.isEmpty }) > 1 else { continue }
      numbers += found
      rowCount += 1
    }
    return rowCount >= (keys.isEmpty ? 2 : 1) ? numbers : 0
  }

  private static func isNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == 0x2D || first == 0x2E || (0x30...0x39).contains(first) else {
      return false
    }
    return Double(text) != nil
  }
}
