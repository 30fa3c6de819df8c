import Panels
import Readers
import Studies

extension Study {
  /// Returns a table with its industries added up to a level of its classification.
  func atLevel(_ level: String, of table: LoadedTable) async throws -> LoadedTable {
    let classification = try classification(of: table)
    guard classification.levels.contains(level) else {
      throw StudyError.unknownName(
        kind: "level",
        name: level,
        nearest: NearestNames.of(level, among: classification.levels)
      )
    }
    var reading = table.reading
    reading.panel = try table.panel.addedUp(to: level, of: classification)
    return LoadedTable(description: table.description, reading: reading, regionNotices: table.regionNotices)
  }

  private func classification(of table: LoadedTable) throws -> Classification {
    guard let name = table.description.classification,
      let file = description.classifications.first(where: { $0.name == name })?.text
    else {
      throw StudyError.unsuitable(
        table: table.description.name,
        reason: "a level needs a classification; name one in the study"
      )
    }
    let text = try TextTable(InputFile(path(of: file), name: file))
    let level = try text.requireColumn("level", role: "the level of each code")
    let code = try text.requireColumn("code", role: "the code")
    let title = try text.requireColumn("title", role: "the title")
    let levels = text.rows.map { $0[level] }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    var last: [String: String] = [:]
    let entries = text.rows.map { row in
      let above = levels.prefix { $0 != row[level] }.reversed()
      let parent =
        text.column("parent").map { row[$0] }.flatMap { $0.isEmpty ? nil : $0 }
        ?? above.lazy.compactMap { last[$0] }.first
      last[row[level]] = row[code]
      return Classification.Entry(level: row[level], code: row[code], title: row[title], parent: parent)
    }
    return try Classification(name: name, entries: entries)
  }
}
