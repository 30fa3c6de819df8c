import Panels
import Readers

extension StudyNode {
  /// Reads a lookup: a file alone, or a mapping with its columns.
  func lookup() throws(StudyError) -> LookupSpecification {
    if let file = try? text() { return LookupSpecification(file: file) }
    let keys = [
      "file", "sheet", "from", "to", "name", "weight", "basis", "where", "split", "renormalize", "other",
    ]
    let lookup = try mapping("a lookup", keys: keys)
    var specification = LookupSpecification(file: try lookup.required("file").text())
    for key in keys where key != "file" && key != "where" {
      guard let node = lookup[key] else { continue }
      let text = try node.text()
      do throws(LookupError) { try specification.set(key, text, in: key) } catch {
        let expected = ["split": "equal", "renormalize": "true or false", "other": "refuse, drop or keep"]
        throw node.wrong(expected[key] ?? "a text")
      }
    }
    specification.conditions = try lookup.pairs("where").map { ColumnFilter(column: $0.name, value: $0.text) }
    return specification
  }
}
