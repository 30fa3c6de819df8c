public import Panels

/// Writes tables to a workbook in the .xlsx format.
///
/// The first sheet, "Notes", says what the workbook is and lists the tables with their notes; each table then has a
/// sheet with a bold header that stays in view. Numbers are numbers, to 16 significant digits; an infinite bound, which
/// is no bound, is an empty cell. The date of creation is fixed, so that the same tables give the same bytes.
public enum WorkbookWriter {
  /// Returns a workbook as bytes.
  ///
  /// - Parameters:
  ///   - tables: The tables, a sheet each, in order.
  ///   - title: What the workbook is.
  ///   - notes: What must be read with all of the tables.
  /// - Returns: The content of a .xlsx file.
  /// - Throws: ``WorkbookError/doesNotFit(table:place:reason:)`` for a table larger than a sheet or a text larger than a
  ///   cell; ``WorkbookError/writer(file:reason:)`` if there is no room for temporary files.
  public static func bytes(
    of tables: [Table],
    title: String,
    notes: [String] = []
  ) throws(WorkbookError) -> [UInt8] {
    for table in tables { try check(table) }
    let notesSheet = "Notes"
    let names = SheetNames.of(tables.map(\.name), taken: [notesSheet])
    let front = notesTable(tables, names: names, title: title, notes: notes)
    try check(front)
    let folder = try TemporaryPath.make()
    let path = folder + "/workbook.xlsx"
    defer {
      FileSystem.remove(path)
      FileSystem.remove(folder)
    }
    let kernel = try WorkbookKernel(path: path, title: title)
    try kernel.addNotes(front, named: notesSheet)
    for (table, name) in zip(tables, names) { try kernel.add(table, named: name) }
    try kernel.close()
    do { return try FileSystem.bytes(of: path) } catch { throw .file(error) }
  }

  /// Writes a workbook to a file, whole or not at all.
  ///
  /// - Parameters:
  ///   - tables: The tables, a sheet each, in order.
  ///   - path: The path of the file.
  ///   - title: What the workbook is.
  ///   - notes: What must be read with all of the tables.
  ///   - force: Whether a file that is there may be replaced.
  /// - Throws: ``WorkbookError`` as for bytes, and with the file if it is there already or cannot be written.
  public static func write(
    _ tables: [Table],
    to path: String,
    title: String,
    notes: [String] = [],
    force: Bool = false
  ) throws(WorkbookError) {
    let bytes = try bytes(of: tables, title: title, notes: notes)
    do { try AtomicFile.write(bytes, to: path, force: force) } catch { throw .file(error) }
  }

  private static func notesTable(_ tables: [Table], names: [String], title: String, notes: [String]) -> Table
  {
    var rows: [[TableValue]] = notes.map { [.empty, .empty, .empty, .text($0)] }
    for (table, name) in zip(tables, names) {
      let size: TableValue = .integer(table.rows.count)
      rows.append([.text(name), .text(table.name), size, TableValue(table.notes.first)])
      rows += table.notes.dropFirst().map { [.empty, .empty, .empty, .text($0)] }
    }
    return Table(name: title, columns: ["sheet", "table", "rows", "note"], rows: rows)
  }

  private static func check(_ table: Table) throws(WorkbookError) {
    let limits = (rows: Workbook.rowLimit - 1, columns: Workbook.columnLimit, text: 32_767)
    guard table.rows.count <= limits.rows else {
      let reason = "a sheet holds \(limits.rows) rows below its header"
      throw .doesNotFit(table: table.name, place: "\(table.rows.count) rows", reason: reason)
    }
    guard table.columns.count <= limits.columns else {
      let reason = "a sheet holds \(limits.columns) columns"
      throw .doesNotFit(table: table.name, place: "\(table.columns.count) columns", reason: reason)
    }
    for (number, row) in table.rows.enumerated() {
      for (column, value) in row.enumerated() {
        guard case .text(let text) = value, text.utf8.count > limits.text, text.utf16.count > limits.text
        else {
          continue
        }
        throw .doesNotFit(
          table: table.name,
          place: "row \(number + 1), column '\(table.columns[column])'",
          reason: "a cell holds \(limits.text) characters, the text has \(text.utf16.count)"
        )
      }
    }
  }
}
