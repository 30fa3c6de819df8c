import CFuzzing
import CZlib
import Panels
import Readers

/// The reader of workbooks.
///
/// An input that begins with a zero byte is an archive as it is; any other lists its parts, a name, a line end and a
/// content each, parted by zero bytes, and an archive is made of them.
func fuzzWorkbook(_ input: [UInt8]) throws(Violation) -> Int {
  guard let first = input.first else { return 0 }
  let archive = first == 0 ? Array(input.dropFirst()) : StoredArchive.bytes(ofParts: input)
  var name = [CChar](repeating: 0, count: 64)
  guard fuzzing_file(archive, archive.count, &name, name.count) == 0 else { return 0 }
  let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  var limits = Workbook.Limits()
  limits.partBytes = 1 << 20
  limits.totalBytes = 1 << 20
  limits.ratioFloor = 1 << 16
  limits.cellCount = 1 << 12
  let work = limits
  guard let book = try attempt("the workbook", { try Workbook(path: path, limits: work) }) else {
    return 1 << 18
  }
  try require(!book.sheets.isEmpty, "a workbook without sheets is opened")
  var tables: [Table] = []
  for position in book.sheets.indices.prefix(3) {
    guard let sheet = try attempt("a sheet", { try book.sheet(at: position) }) else { continue }
    for row in sheet.rows { try require(row.last?.isEmpty != true, "a row ends with an empty cell") }
    try require(sheet.rows.last?.isEmpty != true, "a sheet ends with an empty row")
    _ = sheet.rowsWithMergedCellsFilled
    tables.append(table(sheet))
  }
  _ = try attempt("the table of the workbook") { try book.anySheet() }
  if first & 7 == 7, let table = tables.first { try requireWorkbookReadsBack(table) }
  // Archives are compressed, so that the input says little of the content: the limits above are the content.
  return 1 << 18
}

private func table(_ sheet: Sheet) -> Table {
  let width = max(1, sheet.rows.map(\.count).max() ?? 0)
  let rows = sheet.rows.map { row in (0..<width).map { TableValue.text($0 < row.count ? row[$0] : "") } }
  return Table(name: "t", columns: (0..<width).map { "c\($0)" }, rows: rows)
}

/// Checks that a sheet, written to a workbook, reads back the same.
private func requireWorkbookReadsBack(_ table: Table) throws(Violation) {
  guard let bytes = try attempt("the writing", { try WorkbookWriter.bytes(of: [table], title: "t") }) else {
    return
  }
  var name = [CChar](repeating: 0, count: 64)
  guard fuzzing_file(bytes, bytes.count, &name, name.count) == 0 else { return }
  let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  let again: Sheet
  do { again = try Workbook(path: path).sheet(at: 1) } catch {
    throw Violation("a workbook that was written is refused: \(error)")
  }
  let expected = table.rows.map { row in row.map(\.plainText) }
  for (number, row) in expected.enumerated() {
    for (column, text) in row.enumerated() {
      let found = again[number + 1, column]
      try require(
        found == text,
        "row \(number), column \(column): \(text.debugDescription) reads back as \(found.debugDescription)"
      )
    }
  }
}

/// Archives whose parts are not compressed.
enum StoredArchive {
  /// Makes an archive of the parts that a text lists.
  static func bytes(ofParts list: [UInt8]) -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    var count = 0
    for part in list.dropFirst().split(separator: 0) {
      let name = Array(part.prefix { $0 != 0x0A })
      let content = Array(part.dropFirst(name.count + 1))
      let checksum = crc32(0, content, UInt32(content.count))
      var common = numbers([(20, 2), (0, 2), (0, 2), (0, 4), (Int(checksum), 4)])
      common += numbers([(content.count, 4), (content.count, 4), (name.count, 2), (0, 2)])
      directory +=
        numbers([(0x0201_4B50, 4), (20, 2)]) + common + numbers([(0, 10), (body.count, 4)]) + name
      body += numbers([(0x0403_4B50, 4)]) + common + name + content
      count += 1
    }
    let end = numbers([
      (0x0605_4B50, 4), (0, 4), (count, 2), (count, 2), (directory.count, 4), (body.count, 4),
    ])
    return body + directory + end + [0, 0]
  }

  private static func numbers(_ fields: [(Int, Int)]) -> [UInt8] {
    fields.flatMap { value, width in
      (0..<width).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) }
    }
  }
}
