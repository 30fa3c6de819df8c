public import Panels
import Readers

extension Study {
  /// Returns the classification that a table's industries are coded in.
  ///
  /// The file has the columns level, code and title; with a column parent, or else the code before it one level up is its
  /// parent.
  ///
  /// A table without a study is of the classification that the program carries.
  ///
  /// - Parameter table: The table.
  /// - Throws: A reader's error, or `PanelError` for a parent that the file does not have.
  /// - Returns: The classification, or nil if the study names none for the table.
  public func classification(of table: StudyDescription.TableDescription) throws -> Classification? {
    if isSingleTable { return try Classification.builtIn("SIC 2007") }
    if let name = table.classification, description.builtInClassifications.contains(name) {
      return try Classification.builtIn(name)
    }
    guard let name = table.classification,
      let file = description.classifications.first(where: { $0.name == name })?.text
    else { return nil }
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

extension LoadedTable {
  /// Returns the table with its industries added up to a level of a classification.
  ///
  /// - Parameters:
  ///   - level: The name of the level.
  ///   - classification: The hierarchy.
  /// - Throws: `PanelError` for a code that belongs nowhere or above the level.
  /// - Returns: The table, all else as before.
  public func addedUp(to level: String, of classification: Classification) throws -> LoadedTable {
    var table = self
    table.reading.panel = try panel.addedUp(to: level, of: classification)
    return table
  }
}
