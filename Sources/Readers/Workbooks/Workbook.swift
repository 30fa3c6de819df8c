import Panels

/// A workbook in the .xlsx format, open for reading.
///
///     let workbook = try Workbook(path: "gva.xlsx")
///     let sheet = try workbook.sheet(named: "Table 2b")
///
/// A sheet is read when it is asked for. Nothing in the file is trusted: sizes, nesting, references and document types
/// are checked against ``Limits``.
///
/// **Source.** ECMA-376, Office Open XML file formats, part 1 (SpreadsheetML).
public struct Workbook: Sendable {
  /// What a workbook may at most cost to read.
  public struct Limits: Hashable, Sendable {
    /// How many bytes one part may inflate to: 512 MB, about ten times the largest official table seen.
    public var partBytes: UInt64 = 512 << 20
    /// How many bytes all parts that are read may inflate to together.
    public var totalBytes: UInt64 = 1024 << 20
    /// How many times its size a part may inflate to; real sheets stay below 60.
    public var ratio: UInt64 = 300
    /// Up to how many inflated bytes the ratio is not looked at.
    public var ratioFloor: UInt64 = 16 << 20
    /// How many files the archive may hold.
    public var entryCount = 10_000
    /// How many cells a sheet may have, empty ones to the left of others included.
    public var cellCount = 20_000_000

    /// Makes the standard limits.
    public init() {}
  }

  /// A sheet in the list.
  public struct Listing: Hashable, Sendable {
    /// The name of the sheet.
    public let name: String
    /// Whether the sheet is hidden in spreadsheet programs.
    public let isHidden: Bool
    let part: String
  }

  /// The name of the file.
  public let file: String
  /// The worksheets in order; sheets of charts are left out.
  public let sheets: [Listing]
  let path: String
  let limits: Limits
  let sharedStrings: [String]
  let formatKinds: [NumberFormatKind]
  let startsIn1904: Bool

  static let rowLimit = 1_048_576
  static let columnLimit = 16_384

  /// The names of the worksheets in order.
  public var sheetNames: [String] { sheets.map(\.name) }

  /// Opens a workbook: reads its list of sheets, shared texts and formats.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - limits: What the workbook may at most cost to read.
  /// - Throws: ``WorkbookError`` that says what the file is instead, or where it is damaged.
  public init(path: String, limits: Limits = Limits()) throws(WorkbookError) {
    let file = FileSystem.name(of: path)
    try FileSignature.check(path, file: file)
    let package = try WorkbookPackage(path: path, file: file, limits: limits)
    let main = try package.mainPart()
    let sink = WorkbookSink()
    try package.parse(main, with: sink)
    let relationships = try package.relationships(of: main)
    var sheets: [Listing] = []
    for entry in sink.sheets {
      guard let target = relationships.first(where: { $0.id == entry.relationship }),
        target.kind == "worksheet"
      else { continue }
      let part = WorkbookPackage.resolve(target.target, from: main)
      sheets.append(Listing(name: entry.name, isHidden: entry.isHidden, part: part))
    }
    guard !sheets.isEmpty else { throw .noSheets(file: file) }
    let strings = SharedStringSink()
    let styles = StyleSink()
    for target in relationships {
      let part = WorkbookPackage.resolve(target.target, from: main)
      if target.kind == "sharedStrings", package.has(part) { try package.parse(part, with: strings) }
      if target.kind == "styles", package.has(part) { try package.parse(part, with: styles) }
    }
    self.path = path
    self.file = file
    self.limits = limits
    self.sheets = sheets
    sharedStrings = strings.strings
    formatKinds = styles.kinds
    startsIn1904 = sink.startsIn1904
  }

  /// Reads a sheet.
  ///
  /// - Parameter position: Which of ``sheets``.
  /// - Returns: The sheet.
  /// - Throws: ``WorkbookError`` with sheet and cell.
  public func sheet(at position: Int) throws(WorkbookError) -> Sheet {
    let listing = sheets[position]
    let package = try WorkbookPackage(path: path, file: file, limits: limits)
    let sink = SheetSink(self, sheet: listing.name)
    try package.parse(listing.part, with: sink)
    return Sheet(name: listing.name, rows: sink.rows, mergedRanges: sink.mergedRanges)
  }

  /// Reads the sheet of a name.
  ///
  /// - Parameter name: The name; spelled as `CodeMatching` allows, or in other case where that is clear.
  /// - Returns: The sheet.
  /// - Throws: ``WorkbookError/unknownSheet(_:file:nearest:known:)`` with near names and all names.
  public func sheet(named name: String) throws(WorkbookError) -> Sheet {
    let key = CodeMatching.key(name)
    if let exact = sheets.firstIndex(where: { CodeMatching.key($0.name) == key }) {
      return try sheet(at: exact)
    }
    let folded = sheets.indices.filter { CodeMatching.key(sheets[$0].name).lowercased() == key.lowercased() }
    if folded.count == 1 { return try sheet(at: folded[0]) }
    throw .unknownSheet(
      name,
      file: file,
      nearest: NearestNames.of(name, among: sheetNames),
      known: sheetNames
    )
  }
}
