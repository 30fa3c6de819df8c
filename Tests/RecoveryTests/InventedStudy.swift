import Albion
import Analyses
import Foundation
import Panels
import Readers
import Studies
import Testing

/// The study of an invented economy in a folder of its own, which is removed at the end.
struct InventedStudy {
  let albion: Albion
  let study: Study
  private let folder: URL

  /// Writes the study with the tables that these tests ask; nothing of the truth.
  init(_ plan: AlbionPlan) throws {
    albion = Albion(plan: plan)
    folder = FileManager.default.temporaryDirectory.appending(path: "albion-\(UUID().uuidString)")
    let files = albion.study(withTables: ["gva_regions", "gva_volume_regions"])
    _ = try OutputFolder.write(to: folder.path(), force: false) { output in
      for file in files { try output.add(file.bytes, as: file.path) }
    }
    study = try Study(folder: folder.path())
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Answers a request as the command and the report do.
  func answer(_ analysis: String, _ arguments: [String]) async throws -> Finding {
    let entry = try #require(AnalysisList.entry(named: analysis))
    let request = Request(analysis: analysis, arguments: arguments)
    return try #require(try await entry.answer(request, on: study).first, "no finding of \(analysis)")
  }
}

/// A row of a finding's table, by the names of its columns.
struct Record {
  private let values: [String: TableValue]

  init(columns: [String], row: [TableValue]) {
    values = Dictionary(zip(columns, row)) { first, _ in first }
  }

  func text(_ column: String) -> String { values[column]?.plainText ?? "" }

  func number(_ column: String) -> Double? {
    guard case .number(let number) = values[column] else { return nil }
    return number
  }
}

extension Finding {
  /// The rows of the table for a measure.
  func records(of measure: String) -> [Record] {
    table.rows.map { Record(columns: table.columns, row: $0) }.filter { $0.text("measure") == measure }
  }
}
