import Panels

/// Takes rows one after the other and keeps their numbers as entries.
struct PanelAccumulator {
  let file: String
  let layout: PanelLayout
  let profile: SourceProfile
  let quote: UInt8
  let appliesSizeClasses: Bool
  let numbers: NumberParser
  var reader: CellReader
  var regions = CodeColumn()
  var industries = CodeColumn()
  var periodTexts = ByteDictionary()
  var periods: [Period] = []
  var entries: [PanelEntry] = []
  var remarks: [EntryRemark] = []
  var rowsRead = 0
  var rowsKept = 0
  var repeatedHeaders = DroppedRows(reason: "the header again", count: 0, firstRow: 0)
  var notes: [String] = []
  var filters: [FilterState]
  var level: FilterState?
  var negatives = (count: 0, row: 0)
  var paddedRows = 0
  var attributes = RowAttributes()
  /// For each code of an industry, whether it is the total; as many as codes met.
  var industryIsTotal: [Bool] = []
  private var statuses = ByteDictionary()
  private var statusTexts: [StatusText] = []
  /// The period of each column of a table with periods across; two columns may have the same.
  private var acrossIDs: [Int32] = []
  private let total: String?

  init(file: String, layout: PanelLayout, profile: SourceProfile, dialect: Dialect, options: PanelOptions) {
    self.file = file
    self.layout = layout
    self.profile = profile
    quote = dialect.isPlain ? dialect.quote?.utf8.first ?? 0 : 0
    numbers = NumberParser(
      hasDecimalComma: dialect.hasDecimalComma,
      isAmbiguous: dialect.isDecimalAmbiguous
    )
    reader = CellReader(file: file, profile: profile, markers: options.markers, numbers: numbers)
    filters = layout.filters.map { FilterState($0, header: layout.header) }
    level = layout.level.map { FilterState($0, header: layout.header) }
    total = options.total.map(CodeMatching.key)
    appliesSizeClasses = layout.value.map { layout.header[$0].lowercased().contains("emp") } ?? false
    for column in layout.periodColumns {
      let id = periodTexts.id(of: column.period.description)
      if Int(id) == periods.count { periods.append(column.period) }
      acrossIDs.append(id)
    }
  }

  /// Takes a row.
  ///
  /// - Throws: ``ReadError`` for a ragged row, an unknown mark, a number that is not finite, an empty code.
  @inline(__always)
  mutating func add(_ bytes: Span<UInt8>, _ cells: [CellRange], row: Int) throws(ReadError) {
    if cells.count != layout.header.count, try handleRagged(bytes, cells, row) { return }
    rowsRead &+= 1
    if layout.action != nil, isDeletion(bytes, cells, row) { return }
    for index in filters.indices where !filters[index].keeps(bytes, cells, quote) {
      return drop(bytes, cells, row, filter: index)
    }
    if layout.periodColumns.isEmpty {
      try addLong(bytes, cells, row)
    } else {
      try addWide(bytes, cells, row)
    }
  }

  // MARK: Rows

  @inline(__always)
  private mutating func addLong(_ bytes: Span<UInt8>, _ cells: [CellRange], _ row: Int) throws(ReadError) {
    guard let valueColumn = layout.value else { return }
    let cell = cells[valueColumn]
    let parsed = numbers.parse(bytes, cell.start, cell.end)
    guard case .number(let number) = parsed, cell.form == .plain else {
      return try addMarked(bytes, cells, row)
    }
    guard let keys = try keys(bytes, cells, row) else { return }
    let period = try periodID(bytes, cells, row)
    rowsKept &+= 1
    if layout.isBare {
      append(keys, period, row, number)
    } else {
      try appendRemarked(ReadCell(value: number), keys, period, bytes, cells, row)
    }
  }

  @inline(never)
  private mutating func addMarked(_ bytes: Span<UInt8>, _ cells: [CellRange], _ row: Int) throws(ReadError) {
    guard let valueColumn = layout.value else { return }
    if isHeaderAgain(bytes, cells) {
      countRepeatedHeader(row)
      return
    }
    if isNote(bytes, cells) {
      rowsRead -= 1
      return
    }
    let read = try readCell(bytes, cells[valueColumn], row, column: valueColumn)
    guard let keys = try keys(bytes, cells, row) else { return }
    let period = try periodID(bytes, cells, row)
    rowsKept += 1
    try appendRemarked(read, keys, period, bytes, cells, row)
  }

  private mutating func addWide(_ bytes: Span<UInt8>, _ cells: [CellRange], _ row: Int) throws(ReadError) {
    if isNote(bytes, cells) {
      rowsRead -= 1
      return
    }
    if isHeaderAgain(bytes, cells) {
      countRepeatedHeader(row)
      return
    }
    guard let keys = try keys(bytes, cells, row) else { return }
    rowsKept += 1
    for (period, column) in zip(acrossIDs, layout.periodColumns) {
      let cell = cells[column.column]
      if cell.form == .plain, case .number(let number) = numbers.parse(bytes, cell.start, cell.end) {
        append(keys, period, row, number)
      } else {
        let read = try readCell(bytes, cell, row, column: column.column)
        append(keys, period, row, read.value ?? .nan)
        if read != ReadCell(value: read.value) { remark(read) }
      }
    }
  }

  // MARK: Parts of a row

  private struct Keys {
    var region: Int32
    var industry: Int32
  }

  /// The codes of a row, or nil if the level filter leaves it out.
  @inline(__always)
  private mutating func keys(_ bytes: Span<UInt8>, _ cells: [CellRange], _ row: Int) throws(ReadError)
    -> Keys?
  {
    let industry = CodeColumn.id(&industries.codes, layout.industry, bytes, cells, quote)
    if Int(industry) >= industryIsTotal.count { try register(industry, row) }
    if level != nil, !industryIsTotal[Int(industry)], level?.keeps(bytes, cells, quote) == false {
      drop(bytes, cells, row, filter: nil)
      return nil
    }
    let before = regions.codes.count
    let region = CodeColumn.id(&regions.codes, layout.region, bytes, cells, quote)
    if regions.codes.count > before { try requireText(regions.codes.text(region), layout.region, row) }
    if let column = layout.regionName {
      let name = CodeColumn.id(&regions.names, .column(column), bytes, cells, quote)
      regions.note(name: name, of: region, row: row)
    }
    if let column = layout.industryTitle {
      let name = CodeColumn.id(&industries.names, .column(column), bytes, cells, quote)
      industries.note(name: name, of: industry, row: row)
    }
    return Keys(region: region, industry: industry)
  }

  @inline(never)
  private mutating func register(_ industry: Int32, _ row: Int) throws(ReadError) {
    let code = industries.codes.text(industry)
    try requireText(code, layout.industry, row)
    industryIsTotal.append(total.map { CodeMatching.key(code) == $0 } ?? false)
  }

  private func requireText(_ code: String, _ source: PanelLayout.KeySource, _ row: Int) throws(ReadError) {
    guard case .column(let column) = source, HeaderFinding.trimmed(code).isEmpty else { return }
    throw .emptyKey(place: CellPlace(file: file, row: row, column: layout.header[column], value: code))
  }

  @inline(__always)
  private mutating func periodID(_ bytes: Span<UInt8>, _ cells: [CellRange], _ row: Int) throws(ReadError)
    -> Int32
  {
    let id = CodeColumn.id(&periodTexts, layout.period ?? .constant(""), bytes, cells, quote)
    if Int(id) == periods.count { try registerPeriod(id, row) }
    return id
  }

  private mutating func registerPeriod(_ id: Int32, _ row: Int) throws(ReadError) {
    let text = HeaderFinding.trimmed(periodTexts.text(id))
    guard let period = Period(text) else {
      var column = "period"
      if case .column(let position)? = layout.period { column = layout.header[position] }
      throw .unreadablePeriod(place: CellPlace(file: file, row: row, column: column, value: text))
    }
    periods.append(period)
  }

  /// Counts a row that a filter leaves out; a repeated header is no such row.
  private mutating func drop(_ bytes: Span<UInt8>, _ cells: [CellRange], _ row: Int, filter: Int?) {
    if isHeaderAgain(bytes, cells) {
      countRepeatedHeader(row)
    } else if let filter {
      filters[filter].dropped.add(row)
    } else {
      level?.dropped.add(row)
    }
  }

  private mutating func countRepeatedHeader(_ row: Int) {
    rowsRead -= 1
    repeatedHeaders.add(row)
  }

  // MARK: Numbers

  @inline(__always)
  private mutating func append(_ keys: Keys, _ period: Int32, _ row: Int, _ number: Double) {
    if number < 0 {
      if negatives.count == 0 { negatives.row = row }
      negatives.count += 1
    }
    entries.append(
      PanelEntry(
        region: keys.region,
        industry: keys.industry,
        period: period,
        row: Int32(truncatingIfNeeded: row),
        value: number + 0
      )
    )
  }

  private mutating func remark(_ cell: ReadCell) {
    remarks.append(
      EntryRemark(
        entry: entries.count - 1,
        status: cell.status,
        bounds: cell.bounds,
        text: cell.text,
        isExact: cell.isTrueZero
      )
    )
  }

  private mutating func appendRemarked(
    _ read: ReadCell,
    _ keys: Keys,
    _ period: Int32,
    _ bytes: Span<UInt8>,
    _ cells: [CellRange],
    _ row: Int
  ) throws(ReadError) {
    var cell = read
    try applyStatus(&cell, bytes, cells, row)
    if layout.multiplier != nil || layout.confidentiality != nil {
      try applyAttributes(&cell, bytes, cells, row)
    }
    try applyBounds(&cell, bytes, cells, row)
    append(keys, period, row, cell.value ?? .nan)
    if cell != ReadCell(value: cell.value) { remark(cell) }
  }

  private mutating func applyStatus(
    _ cell: inout ReadCell,
    _ bytes: Span<UInt8>,
    _ cells: [CellRange],
    _ row: Int
  ) throws(ReadError) {
    guard let column = layout.status else { return }
    let id = Int(CodeColumn.id(&statuses, .column(column), bytes, cells, quote))
    if id == statusTexts.count {
      let text = HeaderFinding.trimmed(statuses.text(Int32(id)))
      guard let status = StatusText.read(text, profile: profile.name, markers: reader.table) else {
        throw .unknownStatus(
          place: CellPlace(file: file, row: row, column: layout.header[column], value: text),
          profile: profile.name.rawValue
        )
      }
      statusTexts.append(status)
    }
    let said = statusTexts[id]
    if said.status == .observed { return }
    if cell.value == nil {
      // The column says why the number is missing; only a reason that speaks of a number as present does not.
      if said.status.weakness >= CellStatus.notApplicable.weakness { cell.status = said.status }
    } else if said.status.weakness > cell.status.weakness {
      cell.status = said.status
    }
    if [.suppressed, .notAvailable, .notApplicable].contains(cell.status) { cell.value = nil }
    if let bounds = said.bounds, appliesSizeClasses, cell.value == nil { cell.bounds = bounds }
  }

  private func applyBounds(
    _ cell: inout ReadCell,
    _ bytes: Span<UInt8>,
    _ cells: [CellRange],
    _ row: Int
  ) throws(ReadError) {
    if let column = layout.text, cells[column].start < cells[column].end {
      cell.text = cells[column].text(in: bytes, quote: quote)
    }
    guard let lower = layout.lower, let upper = layout.upper else { return }
    func bound(_ column: Int) throws(ReadError) -> Double? {
      let range = cells[column]
      if range.start == range.end { return nil }
      if case .number(let number) = numbers.parse(bytes, range.start, range.end) { return number }
      throw .unknownMarker(place: place(bytes, range, row, column), profile: profile.name.rawValue)
    }
    let low = try bound(lower)
    let high = try bound(upper)
    if low == nil, high == nil { return }
    let bounds = (low ?? 0, high ?? .infinity)
    let value = cell.value ?? bounds.0
    guard bounds.0 <= value, value <= bounds.1 else {
      throw .boundsDisagree(place: place(bytes, cells[lower], row, lower))
    }
    cell.bounds = Bounds(bounds.0, bounds.1)
  }

  private mutating func readCell(
    _ bytes: Span<UInt8>,
    _ cell: CellRange,
    _ row: Int,
    column: Int
  ) throws(ReadError) -> ReadCell {
    let held = cell.form == .plain ? [] : cell.bytes(in: bytes, quote: quote)
    let text = cell.form == .plain ? bytes.extracting(cell.start..<cell.end) : held.span
    switch numbers.parse(text, 0, text.count) {
    case .number(let number): return ReadCell(value: number)
    case .notFinite: throw .notFinite(place: place(bytes, cell, row, column))
    case .ambiguous: throw .ambiguousNumber(place: place(bytes, cell, row, column))
    case .none: break
    }
    guard let read = reader.read(text, 0, text.count, row: row) else {
      throw .unknownMarker(place: place(bytes, cell, row, column), profile: profile.name.rawValue)
    }
    return read
  }

  private func place(_ bytes: Span<UInt8>, _ cell: CellRange, _ row: Int, _ column: Int) -> CellPlace {
    CellPlace(
      file: file,
      row: row,
      column: layout.header[column],
      value: cell.text(in: bytes, quote: quote)
    )
  }
}
