/// SDMX-CSV whose columns and cells hold codes with labels: `REF_AREA: Reference area`, `DE1: Baden-Württemberg`.
///
/// Each such column becomes two, the codes under its identifier and the labels under `…_label`.
enum SDMXLabels {
  /// Columns whose colons are part of the text.
  private static let whole: Set<String> = [
    "obs_value", "time_period", "dataflow", "structure_id", "structure",
  ]

  /// Whether a header names columns with labels.
  static func areIn(_ header: [String]) -> Bool {
    header.contains { $0.contains { $0 == ":" || $0 == ";" } } && !(header.first?.contains("\\") ?? false)
  }

  /// Makes a table with the codes apart.
  static func split(_ rows: [HeaderFinding.SampleRow], name: String) -> TextTable {
    let names = rows.first?.cells ?? []
    let splits = names.map { isLabelled($0) && !whole.contains(parts($0).code.lowercased()) }
    var header: [String] = []
    for (name, isSplit) in zip(names, splits) {
      let code = isLabelled(name) ? parts(name).code : name
      header += isSplit ? [code, code + "_label"] : [code]
    }
    let cells = rows.dropFirst()
      .map { row in
        row.cells.enumerated()
          .flatMap { index, cell in
            guard index < splits.count, splits[index] else { return [cell] }
            let (code, label) = parts(cell)
            return [code, label]
          }
      }
    return TextTable(name: name, header: header, rows: cells, rowNumbers: rows.dropFirst().map(\.number))
  }

  private static func isLabelled(_ name: String) -> Bool { name.contains { $0 == ":" || $0 == ";" } }

  private static func parts(_ text: String) -> (code: String, label: String) {
    guard let sign = text.firstIndex(where: { $0 == ":" || $0 == ";" }) else { return (text, "") }
    return (
      HeaderFinding.trimmed(String(text[..<sign])),
      HeaderFinding.trimmed(String(text[text.index(after: sign)...]))
    )
  }
}
