public import Readers

extension Study {
  /// Finds the files that have been read so far, and takes their digests.
  ///
  /// - Parameter others: Files beside the study that were read too, such as a table of groups.
  /// - Throws: `OutputError` for a file that is no longer there.
  /// - Returns: The files by name, with rows of tables, and what is another release than the study names.
  public func inputsRead(beside others: [String] = []) async throws -> (
    files: [RunManifest.Input], changed: [String]
  ) {
    var names: [String] = []
    var changed: [String] = []
    let rows = await rowCounts()
    for table in await store.loadedTables() {
      names.append(path(of: table.description.file))
      names += table.description.lookups.map { path(of: $0.file) }
      let file = description.classifications.first { $0.name == table.description.classification }
      if let file { names.append(path(of: file.text)) }
      if let expected = table.description.sha256 {
        let found = try SHA256.hexadecimal(ofFile: path(of: table.description.file))
        if found != expected {
          changed.append(otherRelease(table.description.name, found: found, expected: expected))
        }
      }
    }
    for name in await store.loadedLayers() {
      if let file = try geography(named: name).boundaries { names.append(path(of: file)) }
    }
    if !isSingleTable { names.append(Study.joined(name, "study.yml")) }
    let files = try Set((names + others).map(PathText.normalized)).sorted()
      .map { RunManifest.Input(name: $0, sha256: try SHA256.hexadecimal(ofFile: $0), rows: rows[$0]) }
    return (files, changed)
  }

  /// Says that a table is another release than the study names.
  func otherRelease(_ table: String, found: String, expected: String) -> String {
    "Table '\(table)' is another release than the study names: SHA-256 \(found), expected \(expected)."
  }
}
