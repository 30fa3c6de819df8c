import Panels

/// Reads a delimited file as a panel.
///
/// Every cell keeps what the source says of it: suppressed is not zero, rounded is not exact, absent is not available.
/// Nothing is left out uncounted: rows dropped by filters, repeated rows and repeated headers are in the result.
///
///     let reading = try readPanel(InputFile("gva.csv.gz"), options)
///     print(reading.summary.joined(separator: "\n"))
///
/// - Parameters:
///   - file: The file.
///   - options: Which columns, which rows, and how the file speaks.
/// - Returns: The panel and everything that a report must say of how it was read.
/// - Throws: ``ReadError`` naming file, row, column and value, what is needed and the nearest name.
///
/// **Complexity.** O(bytes + cells); 24 bytes a row are held besides the panel.
public func readPanel(_ file: InputFile, _ options: PanelOptions) throws(ReadError) -> PanelReading {
  let content = try FileContent.open(file, limits: options.limits)
  if let found = try JSONStatTable.read(content, limits: options.limits) {
    var reader = PanelReader(found.table, found.completed(options), rowNumbers: found.rowNumbers)
    var reading = try reader.read()
    reading.isProfileDetected = options.profile == nil
    reading.provenance = found.provenance + reading.provenance
    reading.notices.insert(contentsOf: found.provenance.prefix(1).map { ReadNotice(.note, $0) }, at: 0)
    return reading
  }
  let text = try DelimitedText.open(content, overrides: options.dialect, limits: options.limits)
  var reader = PanelReader(text, options)
  return try reader.read()
}

/// Reads a table in memory, such as a sheet of a workbook, as a panel.
///
/// The header of the table counts as a row of it, since the real one may stand below titles.
///
/// - Parameters:
///   - table: The table; its first rows may be titles where the profile knows such.
///   - options: Which columns, which rows, and how the table speaks.
/// - Returns: The panel and everything that a report must say of how it was read.
/// - Throws: ``ReadError`` as ``readPanel(_:_:)-(InputFile,_)``.
public func readPanel(_ table: TextTable, _ options: PanelOptions) throws(ReadError) -> PanelReading {
  let text = try DelimitedText.open(table, hasDecimalComma: options.dialect.hasDecimalComma ?? false)
  var reader = PanelReader(text, options, rowNumbers: [1] + table.rowNumbers)
  return try reader.read()
}

/// The steps from an opened text to a panel.
struct PanelReader {
  private(set) var text: DelimitedText
  private let options: PanelOptions
  /// The number in the file of each row of the text, where they differ.
  private var rowNumbers: [Int]?
  private var provenance: [String] = []
  let fileDialect: Dialect

  /// The header of a file, and the kind of source that it was found by.
  struct FoundHeader {
    var profile: SourceProfile
    var isDetected: Bool
    /// The row of the text.
    var row: Int
    var names: [String]
  }

  init(_ text: DelimitedText, _ options: PanelOptions, rowNumbers: [Int]? = nil) {
    self.text = text
    self.options = options
    self.rowNumbers = rowNumbers
    fileDialect = text.dialect
  }

  /// The columns that the caller names.
  private var named: [String] {
    let columns = [
      options.region, options.regionName, options.industry, options.industryTitle, options.period,
      options.value,
      options.status,
    ]
    return columns.compactMap { if case .named(let name) = $0 { name } else { nil } }
      + options.filters.map(\.column) + [options.levelColumn].compactMap(\.self)
  }

  /// The number in the file of a row of the text.
  func fileRow(_ row: Int) -> Int {
    guard let rowNumbers, row >= 1, row <= rowNumbers.count else { return row }
    return rowNumbers[row - 1]
  }

  /// Finds the kind of source and the header; makes one table of stacked blocks.
  mutating func findHeader() throws(ReadError) -> FoundHeader {
    let sample = try HeaderFinding.sample(text)
    let name = options.profile ?? ProfileDetection.detect(sample)
    let profile = SourceProfile.named(name)
    let rows = try reshape(sample, profile: profile)
    guard let header = HeaderFinding.header(in: rows, named: named, profile: profile) else {
      throw .noHeader(file: text.name, expected: "a row that names the columns")
    }
    provenance += rows[..<header].map { $0.cells.filter { !$0.isEmpty }.joined(separator: " ") }
    var found = FoundHeader(
      profile: profile,
      isDetected: options.profile == nil,
      row: rows[header].number,
      names: rows[header].cells.map(HeaderFinding.trimmed)
    )
    if !text.dialect.hasHeader, header == 0 {
      found.names = found.names.indices.map { "column\($0 + 1)" }
      found.row = 0
    }
    return found
  }

  /// Reads the panel.
  mutating func read() throws(ReadError) -> PanelReading {
    let found = try findHeader()
    let layout = try PanelLayout(
      file: text.name,
      headerRow: found.row,
      header: found.names,
      profile: found.profile,
      options: options
    )
    return try read(layout, found.profile)
  }

  private func read(_ layout: PanelLayout, _ profile: SourceProfile) throws(ReadError) -> PanelReading {
    var rows = PanelAccumulator(
      file: text.name,
      layout: layout,
      profile: profile,
      dialect: text.dialect,
      options: options
    )
    let headerRow = layout.headerRow
    if rowNumbers != nil {
      try text.forEachRow { (bytes, cells, row) throws(ReadError) in
        if row > headerRow {
          try rows.add(bytes, cells, row: fileRow(row))
        }
        return true
      }
    } else {
      try text.forEachRow { (bytes, cells, row) throws(ReadError) in
        if row > headerRow { try rows.add(bytes, cells, row: row) }
        return true
      }
    }
    try requireKept(rows)
    var assembly = try PanelAssembly(rows, options: options)
    var panel = try assembly.panel()
    // A copy of a table with parts of split codes states their bounds: they are not to be drawn from here either.
    if rows.layout.lower != nil { panel.hasApportionedCells = panel.cells.hasEstimatesWithBounds }
    var reading = PanelReading(
      panel: panel,
      file: text.name,
      profile: profile.name,
      isProfileDetected: options.profile == nil,
      dialect: fileDialect,
      headerRow: fileRow(headerRow),
      columns: layout.uses,
      rowsRead: rows.rowsRead,
      rowsKept: rows.rowsKept - assembly.repeatedRows.count,
      dropped: dropped(rows, repeated: assembly.repeatedRows),
      duplicateRows: assembly.repeatedRows.count,
      absentCells: assembly.absent,
      markers: rows.reader.counts,
      provenance: (provenance + rows.notes).filter { !$0.isEmpty },
      notices: assembly.notices
    )
    reading.notices += PanelChecks.notices(panel)
    return reading
  }

  private func dropped(_ rows: PanelAccumulator, repeated: DroppedRows) -> [DroppedRows] {
    var dropped = (rows.filters + [rows.level].compactMap(\.self)).map(\.dropped)
    dropped.append(rows.attributes.deleted)
    dropped.append(rows.repeatedHeaders)
    dropped.append(repeated)
    return dropped.filter { $0.count > 0 }
  }

  /// Checks that each filter met what it asks for, and that rows are left.
  private func requireKept(_ rows: PanelAccumulator) throws(ReadError) {
    if rows.rowsRead == 0 { throw .onlyHeader(file: text.name, row: fileRow(rows.layout.headerRow)) }
    for state in rows.filters + [rows.level].compactMap(\.self) where state.texts.count > 0 {
      let texts = state.texts.texts
      for value in state.filter.values where !texts.contains(where: { CodeMatching.matches($0, value) }) {
        throw .unknownFilterValue(
          file: text.name,
          column: rows.layout.header[state.filter.column],
          value: value,
          nearest: NearestNames.of(value, among: texts)
        )
      }
    }
    if rows.entries.isEmpty { throw .nothingKept(file: text.name, rows: rows.rowsRead) }
  }

  /// Makes a table with a header of the shapes that have none: stacked blocks, several codes in one column.
  private mutating func reshape(
    _ sample: [HeaderFinding.SampleRow],
    profile: SourceProfile
  ) throws(ReadError) -> [HeaderFinding.SampleRow] {
    switch profile.name {
    case .nomisDownload:
      guard let made = NomisDownload.unstack(try allRows(), name: text.name) else { return sample }
      provenance += made.provenance
      try replaceText(made.table, headerRow: made.headerRow)
    case .sdmx, .eurostat:
      if let first = sample.first, SDMXLabels.areIn(first.cells) {
        try replaceText(SDMXLabels.split(try allRows(), name: text.name), headerRow: first.number)
        break
      }
      guard sample.first?.cells.first?.contains("\\") ?? false,
        let table = EurostatWide.split(try allRows(), name: text.name)
      else { return sample }
      try replaceText(table, headerRow: sample.first?.number ?? 1)
    default:
      return sample
    }
    return try HeaderFinding.sample(text)
  }

  /// All rows, with the numbers that they have in the file.
  private func allRows() throws(ReadError) -> [HeaderFinding.SampleRow] {
    let rows = try HeaderFinding.sample(text, limit: .max)
    guard let rowNumbers else { return rows }
    return rows.map { HeaderFinding.SampleRow(number: rowNumbers[$0.number - 1], cells: $0.cells) }
  }

  /// Goes on with a table that was made of the file.
  private mutating func replaceText(_ table: TextTable, headerRow: Int) throws(ReadError) {
    text = try DelimitedText.open(table, hasDecimalComma: fileDialect.hasDecimalComma)
    rowNumbers = [headerRow] + table.rowNumbers
  }
}
