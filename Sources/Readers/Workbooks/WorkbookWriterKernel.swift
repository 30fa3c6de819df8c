import CXLSXWriter
import Panels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A workbook that is being written by the library; closed once.
final class WorkbookKernel {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let bold: UnsafeMutablePointer<lxw_format>?
  private let wrapped: UnsafeMutablePointer<lxw_format>?
  private let file: String
  private var isOpen = true

  /// 1 January 2000, a Saturday: the fixed date of creation.
  private static let created: time_t = 946_684_800

  init(path: String, title: String) throws(WorkbookError) {
    let folder = FileSystem.parent(of: path)
    let made = folder.withCString { pointer in
      var options = lxw_workbook_options(
        constant_memory: 0,
        tmpdir: UnsafeMutablePointer(mutating: pointer),
        use_zip64: 0
      )
      return workbook_new_opt(path, &options)
    }
    guard let made else {
      throw .writer(file: FileSystem.name(of: path), reason: "there is not enough memory")
    }
    workbook = made
    file = FileSystem.name(of: path)
    bold = workbook_add_format(workbook)
    if let bold { format_set_bold(bold) }
    wrapped = workbook_add_format(workbook)
    if let wrapped {
      format_set_text_wrap(wrapped)
      format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    setProperties(title: title)
  }

  /// A workbook that was not closed is dropped without writing anything.
  deinit { if isOpen { lxw_workbook_free(workbook) } }

  private func setProperties(title: String) {
    // The library copies the properties; the texts need to live for the call alone.
    let shortTitle = String(title.prefix(200))
    shortTitle.withCString { title in
      "Hinterland"
        .withCString { author in
          var properties = lxw_doc_properties()
          properties.title = UnsafeMutablePointer(mutating: title)
          properties.author = UnsafeMutablePointer(mutating: author)
          properties.created = WorkbookKernel.created
          workbook_set_properties(workbook, &properties)
        }
    }
  }

  /// Adds the sheet of notes: the title, then the list.
  func addNotes(_ table: Table, named name: String) throws(WorkbookError) {
    let sheet = try addSheet(name)
    try call(worksheet_write_string(sheet, 0, 0, table.name, bold))
    for (column, text) in table.columns.enumerated() {
      try call(worksheet_write_string(sheet, 2, lxw_col_t(column), text, bold))
    }
    for (number, row) in table.rows.enumerated() {
      for (column, value) in row.enumerated() {
        let format = column == row.count - 1 ? wrapped : nil
        try write(value, to: sheet, row: number + 3, column: column, format: format)
      }
    }
    for (column, width) in [24.0, 36, 8, 90].enumerated() {
      try call(worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil))
    }
  }

  /// Adds the sheet of a table.
  func add(_ table: Table, named name: String) throws(WorkbookError) {
    let sheet = try addSheet(name)
    for (column, text) in table.columns.enumerated() {
      try call(worksheet_write_string(sheet, 0, lxw_col_t(column), CellText.escaped(text), bold))
    }
    for (number, row) in table.rows.enumerated() {
      for (column, value) in row.enumerated() {
        try write(value, to: sheet, row: number + 1, column: column, format: nil)
      }
    }
    worksheet_freeze_panes(sheet, 1, 0)
    if !table.columns.isEmpty, !table.rows.isEmpty {
      try call(
        worksheet_autofilter(sheet, 0, 0, lxw_row_t(table.rows.count), lxw_col_t(table.columns.count - 1))
      )
    }
    for column in table.columns.indices {
      let longest = table.rows.prefix(200)
        .reduce(table.columns[column].count) { longest, row in
          guard case .text(let text) = row[column] else { return longest }
          return max(longest, text.count)
        }
      let width = Double(max(9, min(longest + 2, 60)))
      try call(worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil))
    }
  }

  /// Assembles the file.
  func close() throws(WorkbookError) {
    isOpen = false
    try call(workbook_close(workbook))
  }

  private func addSheet(_ name: String) throws(WorkbookError) -> UnsafeMutablePointer<lxw_worksheet> {
    guard let sheet = workbook_add_worksheet(workbook, name) else {
      throw .writer(file: file, reason: "the sheet '\(name)' was refused")
    }
    return sheet
  }

  private func write(
    _ value: TableValue,
    to sheet: UnsafeMutablePointer<lxw_worksheet>,
    row: Int,
    column: Int,
    format: UnsafeMutablePointer<lxw_format>?
  ) throws(WorkbookError) {
    let (row, column) = (lxw_row_t(row), lxw_col_t(column))
    switch value {
    case .text(let text) where !text.isEmpty:
      try call(worksheet_write_string(sheet, row, column, CellText.escaped(text), format))
    case .integer(let integer) where integer.magnitude <= 1 << 53:
      try call(worksheet_write_number(sheet, row, column, Double(integer), format))
    case .integer(let integer): try call(worksheet_write_string(sheet, row, column, "\(integer)", format))
    case .number(let number) where number.isFinite:
      try call(worksheet_write_number(sheet, row, column, number, format))
    case .number, .text, .empty: return
    }
  }

  private func call(_ code: lxw_error) throws(WorkbookError) {
    guard code != LXW_NO_ERROR else { return }
    let words = lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    throw .writer(file: file, reason: words)
  }
}

/// Folders for temporary files.
enum TemporaryPath {
  /// Makes a new folder where the system keeps temporary files.
  static func make() throws(WorkbookError) -> String {
    let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(root)/hinterland-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let start = buffer.baseAddress, let path = mkdtemp(start) else { return nil }
      return String(cString: path)
    }
    guard let made else {
      throw .file(.unwritable(path: root, reason: FileSystem.lastReason()))
    }
    return made
  }
}
