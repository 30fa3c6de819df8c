import Readers

/// A page, checked and taken apart.
struct PageContent {
  /// The names of the columns; empty where there are none.
  var header: [String] = []
  /// The records, or features.
  var count = 0
  /// The bytes before, of and after the records.
  var before: [UInt8] = []
  var records: [UInt8] = []
  var after: [UInt8] = []
  /// How many records the service says there are in all.
  var promised: Int?
  /// Whether the service says that there are more.
  var isCut = false
  /// The codes found in the columns of the expectation.
  var codes: [Set<String>] = []
  /// Columns that are new.
  var new: [String] = []
  private let mayBeEmpty: Bool

  /// Takes a page apart.
  ///
  /// - Parameters:
  ///   - bytes: The page.
  ///   - plan: What is expected.
  ///   - paging: How the page goes on.
  ///   - mayBeEmpty: Whether a page without a record is right.
  ///   - address: The address to print.
  ///   - scratch: A folder where an archive may lie for a moment.
  /// - Throws: ``FetchError`` if the page is not what is expected.
  init(
    _ bytes: [UInt8],
    plan: FetchPlan,
    paging: Paging,
    mayBeEmpty: Bool,
    address: String,
    scratch: String
  ) throws {
    self.mayBeEmpty = mayBeEmpty
    let kind = ContentKind(bytes)
    func refuse(_ needed: String) -> FetchError {
      .otherContent(
        address: address,
        found: kind.rawValue,
        needed: needed,
        begins: ContentKind.excerpt(bytes)
      )
    }
    if bytes.isEmpty {
      guard mayBeEmpty else { throw FetchError.noRecords(address: address) }
      return
    }
    switch plan.format {
    case .csv:
      guard kind == .text else { throw refuse("CSV") }
      try readCSV(bytes, plan.expectation, paging, address)
    case .jsonRows, .jsonRecords:
      guard kind == .json else { throw refuse("JSON") }
      let (text, cut) = try JSONRecords.csv(bytes, plan.format, address: address)
      isCut = cut
      if text.isEmpty {
        guard mayBeEmpty else { throw FetchError.noRecords(address: address) }
        return
      }
      try readCSV(text, plan.expectation, paging, address)
    case .geoJSON:
      guard kind == .json else { throw refuse("GeoJSON") }
      try readFeatures(bytes, address)
      if count == 0, !mayBeEmpty { throw FetchError.noRecords(address: address) }
    case .json:
      guard kind == .json else { throw refuse("JSON") }
      do { _ = try JSONValue(parsing: bytes) } catch {
        throw FetchError.unreadable(address: address, reason: "\(error)")
      }
      records = bytes
    case .file(let file):
      let fits = file == .csv ? kind == .text : kind == .zip
      guard fits else {
        throw refuse(file == .csv ? "CSV" : file == .xlsx ? "a workbook (.xlsx)" : "a zip archive")
      }
      records = bytes
    case .zippedCSV(let ending):
      guard kind == .zip else { throw refuse("a zip archive") }
      let text = try PageContent.member(ending, of: bytes, address: address, scratch: scratch)
      guard ContentKind(text) == .text else { throw refuse("a zip archive with CSV") }
      try readCSV(text, plan.expectation, paging, address)
    }
  }

  /// Inflates the member of an archive, which the reader of archives takes from a file.
  private static func member(_ ending: String, of bytes: [UInt8], address: String, scratch: String) throws
    -> [UInt8]
  {
    let path = "\(scratch)/\(SHA256.hexadecimal(of: Array(address.utf8)))-\(FileSystem.processTag).zip"
    try AtomicFile.write(bytes, to: path, force: true)
    defer { FileSystem.remove(path) }
    do {
      return try ZipMember.bytes(ending: ending, path: path, file: address)
    } catch {
      throw FetchError.unreadable(address: address, reason: "\(error)")
    }
  }

  private mutating func readCSV(
    _ bytes: [UInt8],
    _ expectation: Expectation,
    _ paging: Paging,
    _ address: String
  ) throws {
    var dialect = DialectOverrides()
    dialect.delimiter = ","
    dialect.quote = .character("\"")
    dialect.hasHeader = true
    let table: TextTable
    do {
      table = try TextTable(InputFile(bytes: bytes, name: address), dialect: dialect)
    } catch {
      if case .raggedRow(_, let row, let found, let expected, _) = error {
        throw FetchError.unevenRow(address: address, row: row, found: found, expected: expected)
      }
      throw FetchError.unreadable(address: address, reason: "\(error)")
    }
    header = table.header
    count = table.rows.count
    let end = PageContent.endOfFirstRow(bytes)
    before = Array(bytes[..<end])
    records = Array(bytes[end...])
    try check(table, expectation, paging, address)
  }

  private mutating func check(
    _ table: TextTable,
    _ expectation: Expectation,
    _ paging: Paging,
    _ address: String
  ) throws(FetchError) {
    let missing = expectation.columns.filter { !table.header.contains($0) }
    new = expectation.columns.isEmpty ? [] : table.header.filter { !expectation.columns.contains($0) }
    guard missing.isEmpty else {
      throw .changedHeader(address: address, missing: missing, new: new, found: table.header)
    }
    if table.rows.isEmpty, !mayBeEmpty { throw .noRecords(address: address) }
    for name in expectation.numbers {
      guard let column = table.header.firstIndex(of: name) else { continue }
      let wrong = table.rows.indices.filter { row in
        let text = table.rows[row][column]
        return !text.isEmpty && !expectation.markers.contains(text) && !PageContent.isNumber(text)
      }
      guard let first = wrong.first else { continue }
      throw .notANumber(
        address: address,
        row: table.rowNumbers[first],
        column: name,
        text: table.rows[first][column],
        others: wrong.count - 1
      )
    }
    codes = expectation.codes.map { asked in
      guard let column = table.header.firstIndex(of: asked.column) else { return [] }
      return Set(table.rows.map { $0[column] })
    }
    if case .offset(_, _, _, .countColumn(let name)) = paging, let row = table.rows.first {
      guard let column = table.header.firstIndex(of: name), let total = Int(row[column]) else {
        throw .changedHeader(address: address, missing: [name], new: new, found: table.header)
      }
      promised = total
    }
  }

  /// Whether a text is a number as agencies write them for machines.
  static func isNumber(_ text: String) -> Bool {
    guard let number = Double(text) else { return false }
    return number.isFinite && text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
  }

  /// The place after the line end of the first row, quotes considered.
  static func endOfFirstRow(_ bytes: [UInt8]) -> Int {
    var isQuoted = false
    for (place, byte) in bytes.enumerated() {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted { return place + 1 }
    }
    return bytes.count
  }

  private mutating func readFeatures(_ bytes: [UInt8], _ address: String) throws {
    do {
      var scanner = JSONScanner(bytes)
      try scanner.enterObject()
      var isFirst = true
      var start: Int?
      var end = 0
      while let name = try scanner.nextMember(&isFirst) {
        switch name {
        case "features":
          try scanner.enterArray()
          start = scanner.position
          end = scanner.position
          var isFirstFeature = true
          while try scanner.nextElement(&isFirstFeature) {
            try scanner.skip()
            end = scanner.position
            count += 1
          }
        case "exceededTransferLimit":
          isCut = try scanner.value() == .bool(true)
        case "properties":
          let properties = try scanner.value()
          isCut = isCut || properties["exceededTransferLimit"] == .bool(true)
        case "error":
          throw FetchError.unreadable(address: address, reason: JSONRecords.complaint(try scanner.value()))
        default: try scanner.skip()
        }
      }
      try scanner.end()
      guard let start else {
        throw FetchError.unreadable(address: address, reason: "it has no 'features', which GeoJSON needs")
      }
      before = Array(bytes[..<start])
      records = Array(bytes[start..<end])
      after = Array(bytes[end...])
    } catch let error as JSONError {
      throw FetchError.unreadable(address: address, reason: "\(error)")
    }
  }
}
