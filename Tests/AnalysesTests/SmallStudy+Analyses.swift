import Analyses
import Panels
import SmallStudy
import Studies
import Testing

/// The small study in a folder of its own, for one test.
struct OpenStudy {
  let place: TemporaryPlace
  let study: Study

  init(text: String = SmallStudy.text) throws {
    place = try TemporaryPlace()
    study = try Study(folder: SmallStudy.write(to: place, text: text))
  }

  /// Answers with an analysis.
  func answer(_ analysis: String, _ arguments: [String]) async throws -> [Finding] {
    let entry = try #require(AnalysisList.entry(named: analysis))
    return try await entry.answer(Request(analysis: analysis, arguments: arguments), on: study)
  }

  /// The only finding of an analysis.
  func finding(_ analysis: String, _ arguments: [String]) async throws -> Finding {
    let findings = try await answer(analysis, arguments)
    #expect(findings.count == 1)
    return try #require(findings.first)
  }

  /// A table as read.
  func panel(_ name: String) async throws -> Panel {
    try await study.store.table(name, of: study).panel
  }

  /// Everything that a report asks of the study.
  var requests: [Request] { AnalysisList.all.flatMap { $0.requests(for: study) } }
}

extension Table {
  /// The rows whose columns have these texts, as numbers by column.
  func rows(where conditions: [String: String]) -> [[TableValue]] {
    rows.filter { row in
      conditions.allSatisfy { column, text in
        columns.firstIndex(of: column).map { row[$0].plainText == text } ?? text.isEmpty
      }
    }
  }

  /// The number of a column in a row.
  func number(_ column: String, in row: [TableValue]) -> Double? {
    guard let index = columns.firstIndex(of: column) else { return nil }
    switch row[index] {
    case .number(let number): return number
    case .integer(let integer): return Double(integer)
    default: return nil
    }
  }

  /// The text of a column in a row.
  func text(_ column: String, in row: [TableValue]) -> String {
    columns.firstIndex(of: column).map { row[$0].plainText } ?? ""
  }
}
