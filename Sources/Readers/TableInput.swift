/// A table as it lies on disk: a delimited file, or a sheet of a workbook.
public enum TableInput: Sendable {
  /// A delimited file, plain or compressed.
  case delimited(InputFile)
  /// A sheet of a workbook, as text.
  case sheet(TextTable)

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - path: The path; `-` for standard input.
  ///   - name: How messages call it; the path if nil.
  ///   - sheet: The sheet of a workbook; the one that holds a table if nil.
  ///   - columns: Columns that the sheet must have, to find it.
  ///   - needsNumbers: Whether a sheet without numbers is no table; text will do where a table is only copied.
  /// - Throws: ``WorkbookError`` for a workbook that cannot be read. A delimited file is opened later.
  public init(
    path: String,
    name: String? = nil,
    sheet: String? = nil,
    columns: [String] = [],
    needsNumbers: Bool = true
  ) throws(WorkbookError) {
    guard path.lowercased().hasSuffix(".xlsx") || path.lowercased().hasSuffix(".xlsm") else {
      self = .delimited(InputFile(path, name: name))
      return
    }
    let workbook = try Workbook(path: path)
    let found: Sheet
    if let sheet {
      found = try workbook.sheet(named: sheet)
    } else if !needsNumbers {
      found = try workbook.anySheet()
    } else {
      found = try workbook.tableSheet(withColumns: columns)
    }
    self = .sheet(TextTable(name: (name ?? path) + ", sheet \(found.name)", cells: found.rows))
  }

  /// Reads the table as a panel.
  ///
  /// - Parameter options: Which columns, which rows, and how the table speaks.
  /// - Throws: ``ReadError``.
  /// - Returns: The panel and how it was read.
  public func panel(_ options: PanelOptions) throws(ReadError) -> PanelReading {
    switch self {
    case .delimited(let file): try readPanel(file, options)
    case .sheet(let table): try readPanel(table, options)
    }
  }

  /// Checks the table, untold what it is.
  ///
  /// - Parameter options: What is known of it.
  /// - Throws: ``ReadError``.
  /// - Returns: What was found.
  public func checked(_ options: CheckOptions = CheckOptions()) throws(ReadError) -> CheckReport {
    switch self {
    case .delimited(let file): try check(file, options)
    case .sheet(let table): try check(table, options)
    }
  }

  /// Reads the table as plain text.
  ///
  /// - Parameter dialect: The parts of the dialect that are known.
  /// - Throws: ``ReadError``.
  /// - Returns: The header and the rows.
  public func text(dialect: DialectOverrides = DialectOverrides()) throws(ReadError) -> TextTable {
    switch self {
    case .delimited(let file): try TextTable(file, dialect: dialect)
    case .sheet(let table): table
    }
  }
}
