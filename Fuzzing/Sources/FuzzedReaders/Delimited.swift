import Panels
import Readers

/// The strict reader of delimited text, into a rectangle and into a panel.
func fuzzDelimited(_ input: [UInt8]) throws(Violation) -> Int {
  let (told, content) = Told.split(input)
  let file = InputFile(bytes: content, name: "t.csv")
  try requireSameRows(content, told.dialect)
  var options = PanelOptions()
  options.profile = told.profile
  options.dialect = told.dialect
  options.repairCodes = told.repairsCodes
  // A panel is dense: rows with codes of their own ask for rows³ cells. So many stay within the bound of memory.
  options.limits = ReadLimits(contentBytes: 1 << 20, rowBytes: 1 << 16, cells: 4096 + content.count / 4)
  var read = content.count
  let limits = options.limits
  let table = try attempt("the rectangle") {
    let text = try DelimitedText.open(file, overrides: told.dialect, limits: limits)
    try text.withText { (bytes: Span<UInt8>, _: Int) throws(ReadError) in read = max(read, bytes.count) }
    return try TextTable(file, dialect: told.dialect, limits: limits)
  }
  if let table {
    try requireReadsBack(table)
    if told.namesColumns, table.header.count >= 4 {
      options.region = .named(table.header[0])
      options.industry = .named(table.header[1])
      options.period = .named(table.header[2])
      options.value = .named(table.header[3])
    }
  }
  if let reading = try attempt("the panel", { try readPanel(file, options) }) {
    try requireReading(reading, file, options)
  }
  return read
}

/// Checks that the fast loop and the plain state machine find the same cells, row by row.
private func requireSameRows(_ content: [UInt8], _ told: DialectOverrides) throws(Violation) {
  let bytes = content.span
  let delimiter = told.delimiter.flatMap { $0.utf8.count == 1 ? $0.utf8.first : nil } ?? 0x2C
  var dialect = Dialect(delimiter: String(decoding: [delimiter], as: UTF8.self))
  if case .some(.none) = told.quote { dialect.quote = nil }
  if case .character(let quote) = told.quote { dialect.quote = quote }
  let quote = dialect.quote?.utf8.first
  // The limit of a row is looked at between cells in one and at each byte in the other; it is not reached here.
  var fast = FastRowScanner(delimiter: delimiter, quote: quote, position: 0, rowLimit: 1 << 30)
  var general = GeneralRowScanner(dialect, position: 0, rowLimit: 1 << 30)
  var left: [CellRange] = []
  var right: [CellRange] = []
  while true {
    let one = Result { () throws(ScanFailure) in try fast.next(in: bytes, cells: &left) }
    let other = Result { () throws(ScanFailure) in try general.next(in: bytes, cells: &right) }
    try require(
      one == other,
      "the fast loop says \(one), the general one \(other), before \(general.position)"
    )
    guard case .success(true) = one else { return }
    let cells = left.map { $0.bytes(in: bytes, quote: quote ?? 0) }
    let text = general.text
    let expected = right.map { Array(text[$0.start..<$0.end]) }
    try require(cells == expected, "the fast loop finds \(cells), the general one \(expected)")
    try require(fast.position == general.position, "the loops stand at \(fast.position), \(general.position)")
  }
}

/// Checks what must hold of every panel that was read.
private func requireReading(_ reading: PanelReading, _ file: InputFile, _ options: PanelOptions)
  throws(Violation)
{
  let panel = reading.panel
  for position in 0..<panel.cells.count {
    let cell = panel.cells[position]
    try require(
      !cell.bounds.lower.isNaN && !cell.bounds.upper.isNaN,
      "cell \(position) has a bound that is NaN"
    )
    if let value = cell.value {
      try require(value.isFinite, "cell \(position) is \(value)")
      try require(cell.bounds.contains(value), "cell \(position): \(value) is outside \(cell.bounds)")
    }
    if let text = cell.text { try require(text.utf8.count <= 1 << 16, "cell \(position) keeps a long text") }
  }
  for line in reading.summary { try requireMessage(line, "a line of the summary") }
  let dropped = reading.dropped.filter { $0.reason != "the header again" }
  let sum = dropped.reduce(reading.rowsKept) { $0 + $1.count }
  try require(
    sum == reading.rowsRead,
    "\(reading.rowsRead) rows were read, \(sum) are kept or counted as left out"
  )
  for drop in reading.dropped { try require(drop.count > 0 && drop.firstRow > 0, "\(drop) names no row") }
  try requireAllRows(reading, file, options)
}

/// Checks that each row below the header is read, the header again, or a note of a source that has notes.
private func requireAllRows(_ reading: PanelReading, _ file: InputFile, _ options: PanelOptions)
  throws(Violation)
{
  let isReshaped = reading.profile == .nomisDownload || reading.profile == .eurostat
  if isReshaped { return }
  var below = 0
  _ = try attempt("the rows") {
    let text = try DelimitedText.open(file, overrides: options.dialect, limits: options.limits)
    let header = text.dialect.hasHeader ? reading.headerRow : 0
    try text.forEachRow { (_, _, row) throws(ReadError) in
      if row > header { below += 1 }
      return true
    }
  }
  let again = reading.dropped.filter { $0.reason == "the header again" }.reduce(0) { $0 + $1.count }
  let counted = reading.rowsRead + again
  let hasNotes = reading.profile == .gss || reading.profile == .onsWide
  try require(
    hasNotes ? counted <= below : counted == below,
    "\(below) rows lie below the header, \(reading.rowsRead) are read and \(again) are the header again"
  )
}
