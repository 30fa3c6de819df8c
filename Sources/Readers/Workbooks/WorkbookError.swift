import Panels

/// What can be wrong with a workbook, read or written.
public enum WorkbookError: Error, Equatable, Sendable {
  /// A file that could not be read or written.
  case file(OutputError)
  /// A file that is something else than a workbook.
  case notWorkbook(file: String, found: String, advice: String)
  /// A workbook that is closed by a password.
  case encrypted(file: String)
  /// A zip archive that is cut off or damaged.
  case damaged(file: String, part: String?, reason: String)
  /// A part that is larger than the limit once it is inflated, or that inflates suspiciously.
  case tooLarge(file: String, part: String, reason: String)
  /// XML that is not well formed, or that declares a document type.
  case xml(file: String, part: String, line: Int, reason: String)
  /// A workbook without a worksheet.
  case noSheets(file: String)
  /// A sheet that is not there, with near names and all names.
  case unknownSheet(String, file: String, nearest: [String], known: [String])
  /// No sheet that holds a table, or none with the columns asked for.
  case noTable(file: String, columns: [String], known: [String])
  /// Several sheets that could be meant.
  case severalTables(file: String, sheets: [String])
  /// A cell that cannot be read.
  case cell(file: String, sheet: String, cell: String, reason: String)
  /// A table that does not fit a sheet, or a text that does not fit a cell.
  case doesNotFit(table: String, place: String, reason: String)
  /// The library that writes workbooks failed.
  case writer(file: String, reason: String)
}

extension WorkbookError: CustomStringConvertible {
  /// What was given, where, and what to do about it.
  public var description: String { MessageText.line(sentence) }

  private var sentence: String {
    switch self {
    case .file(let error): "\(error)"
    case .notWorkbook(let file, let found, let advice):
      "'\(file)' is not a workbook (.xlsx): it is \(found). \(advice)"
    case .encrypted(let file):
      "'\(file)' is closed by a password. Save it without one in the program that made it."
    case .damaged(let file, let part, let reason):
      "'\(file)'\(part.map { ", part '\($0)'" } ?? "") is cut off or damaged: \(reason). Fetch it again."
    case .tooLarge(let file, let part, let reason):
      "'\(file)', part '\(part)': \(reason). Such files are refused; save the sheet that is needed as CSV."
    case .xml(let file, let part, let line, let reason):
      "'\(file)', part '\(part)', line \(line): \(reason). Open and save it again in a spreadsheet program."
    case .noSheets(let file):
      "'\(file)' has no worksheet. A workbook with at least one sheet of cells is needed."
    case .unknownSheet(let name, let file, let nearest, let known):
      "'\(file)' has no sheet '\(name)'\(PanelError.suggestion(nearest))\(nearest.isEmpty ? "." : "") "
        + "Its sheets are \(WorkbookError.list(known))."
    case .noTable(let file, let columns, let known):
      columns.isEmpty
        ? "'\(file)' has no sheet with a table of numbers. Its sheets are \(WorkbookError.list(known))."
        : "'\(file)' has no sheet with the columns \(WorkbookError.list(columns)) above numbers. "
          + "Its sheets are \(WorkbookError.list(known)). Choose one with --sheet."
    case .severalTables(let file, let sheets):
      "'\(file)' has several sheets with tables: \(WorkbookError.list(sheets)). Choose one with --sheet."
    case .cell(let file, let sheet, let cell, let reason):
      "'\(file)', sheet '\(sheet)', cell \(cell): \(reason)."
    case .doesNotFit(let table, let place, let reason):
      "Table '\(table)', \(place): \(reason). Write it as CSV instead."
    case .writer(let file, let reason):
      "'\(file)' could not be written as a workbook: \(reason). Nothing was left half-written."
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 20 ? "\(shown) and \(names.count - 20) more" : shown
  }
}
