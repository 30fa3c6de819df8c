import Panels
import Readers

/// Checks that a rectangle, written as comma-separated text, reads back the same.
///
/// A table of one column has blank lines where its cells are empty, which no reader can tell from lines that are not
/// there; such rows are left out of the comparison. A first cell that begins as another format does is not written.
func requireReadsBack(_ table: TextTable) throws(Violation) {
  guard let first = table.header.first, table.header.count > 1 || !first.isEmpty else { return }
  for beginning in ["PK\u{3}\u{4}", "PAR1", "\u{FEFF}", "\u{1F}"] where first.hasBytes(beginning) { return }
  let bytes = table.delimitedBytes()
  let dialect = DialectOverrides(delimiter: ",", quote: .character("\""), encoding: .utf8, hasHeader: true)
  let again: TextTable
  do {
    again = try TextTable(InputFile(bytes: bytes, name: "t.csv"), dialect: dialect)
  } catch {
    // A first name such as "<head>" makes it look like another kind of file.
    switch error {
    case .nulByte, .otherFormat: return
    default: break
    }
    throw Violation("the written rectangle is refused: \(error); \(shown(bytes))")
  }
  try require(again.header == table.header, "header \(table.header) reads back as \(again.header)")
  let rows = table.header.count == 1 ? table.rows.filter { $0 != [""] } : table.rows
  guard again.rows == rows else {
    throw Violation("\(rows.count) rows read back as \(again.rows.count): \(shown(bytes))")
  }
}

extension String {
  /// Whether the text begins with the bytes of another; grapheme clusters do not matter.
  fileprivate func hasBytes(_ beginning: String) -> Bool { utf8.starts(with: beginning.utf8) }
}

/// The first bytes of a content, for a finding.
func shown(_ bytes: [UInt8]) -> String {
  String(decoding: bytes.prefix(300), as: UTF8.self).debugDescription
}
