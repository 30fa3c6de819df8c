import Panels
import Studies

extension Study {
  /// Returns a table with its industries added up to a level of its classification.
  func atLevel(_ level: String, of table: LoadedTable) async throws -> LoadedTable {
    guard let classification = try classification(of: table.description) else {
      throw StudyError.unsuitable(
        table: isSingleTable ? name : table.description.name,
        reason: "a level needs a classification; name one in the study"
      )
    }
    guard classification.levels.contains(level) else {
      throw StudyError.unknownCode(
        table: classification.name,
        kind: "level",
        code: level,
        nearest: NearestNames.of(level, among: classification.levels),
        known: classification.levels
      )
    }
    if let coarse = table.panel.industries.codes.first(where: {
      classification.ancestor(ofNearest: $0, at: level) == nil
    }) {
      throw StudyError.unsuitable(
        table: isSingleTable ? name : table.description.name,
        reason: Study.reason(coarse, isNotAt: level, of: classification)
      )
    }
    return try table.addedUp(to: level, of: classification)
  }

  /// Why a code cannot be added up to a level, and what to do.
  private static func reason(
    _ code: String,
    isNotAt level: String,
    of classification: Classification
  ) -> String {
    let known = classification.levels.last { classification.ancestor(ofNearest: code, at: $0) != nil }
    guard let coarser = known else {
      let near = classification.nearest(to: code).map { "'\($0)'" }.joined(separator: ", ")
      return "its code '\(code)' is not in \(classification.name)\(near.isEmpty ? "" : " (near: \(near))"), "
        + "so that it cannot be added up to level '\(level)'. "
        + "Mend it, or name it with --total if it is one"
    }
    let entry = classification.entry(standingFor: code)
    let found =
      entry.map {
        $0.code == code ? "is of level '\(coarser)'" : "stands for '\($0.code)' of level '\(coarser)'"
      }
      ?? "spans several codes within one of level '\(coarser)'"
    return
      "its code '\(code)' \(found) of \(classification.name), which is coarser than '\(level)' and cannot be parted. "
      + "Work at --level \(coarser), or keep only finer codes with --where"
  }
}
