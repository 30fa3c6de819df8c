import Graphics
import Panels
import Studies

/// What an analysis works on: a table of a study, and what was asked of it.
struct Inquiry: Sendable {
  let study: Study
  let table: LoadedTable
  let request: Request
  /// The table's numbers in an earlier release, if the study names one.
  let earlier: EarlierRelease?

  /// Reads the table that was asked for, at the level that was asked for.
  init(_ study: Study, selection: SelectionOptions, request: Request) async throws {
    let name = selection.table ?? study.description.tables.first?.name ?? ""
    let loaded = try await study.store.table(name, of: study)
    self.study = study
    self.request = request
    let table = try await selection.level.asyncMap { try await study.atLevel($0, of: loaded) } ?? loaded
    earlier = try await study.earlierRelease(of: loaded)
      .asyncMap { earlier in
        let same = try await selection.level.asyncMap { try await study.atLevel($0, of: earlier) } ?? earlier
        return EarlierRelease(earlier.description.name, same.panel, of: table.panel)
      }
    self.table = table
  }

  var panel: Panel { table.panel }

  /// The command that makes a finding again.
  var command: String { request.command(for: study.name, columns: study.columns) }

  /// The variable and its unit, for a subtitle.
  var measured: String {
    let unit = panel.variable.unitLabel
    return panel.variable.name + (unit.isEmpty ? "" : " (\(unit))")
  }

  /// Publisher and release of the table, for the line under a figure.
  var sourceLines: [String] {
    let source = study.sourceNote(of: table.description)
    return [source.line] + (source.caution.map { $0.isEmpty ? [] : [$0] } ?? [])
  }

  /// What every finding of this table must say: invented data, sampling error not declared.
  var standingCautions: [String] {
    var cautions: [String] = []
    if study.description.isInvented { cautions.append("Invented data: no such economy exists.") }
    if let caution = table.description.caution { cautions.append(caution) }
    if panel.hasApportionedCells {
      cautions.append(
        "Some cells are parts of split codes, estimated by weights: verdicts rest on hard bounds alone."
      )
    }
    return cautions
  }

  /// The geography of the table, or a word for it.
  var scale: String { table.description.geography ?? "region" }

  /// Whether the table is the first of the study that its definitions speak of.
  var isOfFirstTable: Bool {
    !study.isSingleTable && study.definedTables.first?.name == table.description.name
  }

  /// Makes a finding of this inquiry.
  func finding(
    _ id: String,
    section: ReportSection,
    question: String,
    sentence: String,
    grade: EvidenceGrade,
    table rows: [ResultRow],
    notes: [String] = [],
    figure: Figure?,
    method: MethodNote,
    robustness: [RobustnessNote] = [],
    cautions: [String] = [],
    isHeadline: Bool = false
  ) -> Finding {
    Finding(
      id: id,
      section: section,
      question: question,
      sentence: sentence,
      grade: grade,
      table: Table(name: id, results: rows, notes: notes + table.vintageNotices.map(\.sentence)),
      figure: figure,
      method: method,
      request: request,
      command: command,
      sources: [study.sourceNote(of: table.description)],
      unit: panel.variable.unitLabel,
      robustness: robustness,
      cautions: standingCautions + cautions,
      isHeadline: isHeadline
    )
  }
}

extension Optional {
  func asyncMap<T>(_ body: (Wrapped) async throws -> T) async rethrows -> T? {
    guard let self else { return nil }
    return try await body(self)
  }
}
