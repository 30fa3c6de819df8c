import Panels
import Studies

extension Study {
  /// Returns a table with its industries added up to a level of its classification.
  func atLevel(_ level: String, of table: LoadedTable) async throws -> LoadedTable {
    guard let classification = try classification(of: table.description) else {
      throw StudyError.unsuitable(
        table: table.description.name,
        reason: "a level needs a classification; name one in the study"
      )
    }
    guard classification.levels.contains(level) else {
      throw StudyError.unknownName(
        kind: "level",
        name: level,
        nearest: NearestNames.of(level, among: classification.levels)
      )
    }
    if let coarse = table.panel.industries.codes.first(where: {
      classification.ancestor(ofNearest: $0, at: level) == nil
    }) {
      let found =
        classification[coarse].map { "is of level '\($0.level)'" } ?? "is not in \(classification.name)"
      throw StudyError.unsuitable(
        table: table.description.name,
        reason: "its code '\(coarse)' \(found), so that it cannot be added up to level '\(level)'"
      )
    }
    return try table.addedUp(to: level, of: classification)
  }
}
