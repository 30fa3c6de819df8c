import Analyses
import Panels
import Readers
import Reports
import Studies

extension Study {
  /// The groups of the study, with their rules and members, for a report.
  func groupNotes() async throws -> [GroupNote] {
    try await allGroupings().map { GroupNote($0.grouping, regions: $0.regions) }
  }

  /// What was met while the tables were read, for a report.
  func dataNotes() async -> [DataNote] {
    var notes: [DataNote] = []
    for table in await store.loadedTables().sorted(by: { position($0) < position($1) }) {
      let reading = table.reading
      let name = table.description.name
      notes.append(
        DataNote(
          table: name,
          text: "\(reading.rowsRead) rows read, \(reading.rowsKept) kept; profile \(reading.profile.rawValue)"
            + "\(reading.isProfileDetected ? " (detected)" : ""); numbers \(table.description.rounding.label)"
        )
      )
      for drop in reading.dropped {
        notes.append(DataNote(table: name, text: "\(drop.count) rows left out: \(drop.reason)"))
      }
      if reading.absentCells > 0 {
        notes.append(
          DataNote(
            table: name,
            text: "\(reading.absentCells) cells are not in the table: not available, not zero"
          )
        )
      }
      for marker in reading.markers where !marker.text.isEmpty {
        notes.append(
          DataNote(table: name, text: "\(marker.count) cells '\(marker.text)': \(marker.meaning.word)")
        )
      }
      for notice in reading.notices { notes.append(DataNote(table: name, text: notice.text)) }
      for notice in table.vintageNotices { notes.append(DataNote(table: name, text: notice.sentence)) }
      for notice in table.regionNotices { notes.append(DataNote(table: name, text: notice)) }
    }
    return notes
  }

  private func position(_ table: LoadedTable) -> Int {
    description.tables.firstIndex { $0.name == table.description.name } ?? 0
  }
}
