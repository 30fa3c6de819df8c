import Commands
import Geography
import Inference
import Measures
import Panels
import Readers
import Reports
import Studies
import Testing

@Suite struct ExitStatusTests {
  /// Errors of every room, with how the command ends after each.
  static let errors: [(error: any Error, status: Int32)] = [
    (PanelError.unknownCode("x", nearest: ["y"]), 2),
    (PanelError.unknownPeriod("1999", first: "2000", last: "2001"), 2),
    (PanelError.emptyDefinition("x"), 2), (PanelError.infeasible("x"), 4),
    (PanelError.mixedLevels("a", "b"), 3),
    (PanelError.duplicateCode("x"), 3), (PanelError.chainedVolumesDoNotAdd("x"), 3),
    (MeasureError.unknownMeasure("x", nearest: ["theil"]), 2), (MeasureError.outOfRange("2 is too much."), 2),
    (MeasureError.panel(.unknownCode("x", nearest: [])), 2), (MeasureError.panel(.infeasible("x")), 4),
    (MeasureError.panel(.mixedLevels("a", "b")), 3), (MeasureError.notIdentifiable("x"), 4),
    (MeasureError.noActivity("x"), 4), (MeasureError.unusable("x", -1), 4),
    (MeasureError.infiniteAtZero(measure: "m", place: "p"), 4),
    (InferenceError.tooFewPoints(found: 1, needed: 3), 4), (InferenceError.noVariation("x"), 4),
    (InferenceError.decidedByOnePoint(0), 4), (InferenceError.outOfRange("2 is too much."), 2),
    (ReadError.notFound(file: "f"), 3), (ReadError.isDirectory(file: "f"), 3),
    (ReadError.empty(file: "f"), 3), (ReadError.onlyHeader(file: "f", row: 1), 3),
    (ReadError.tooManyColumns(file: "f", row: 1, limit: 9), 3), (ReadError.endless(file: "f", limit: 9), 3),
    (ReadError.truncatedGzip(file: "f", readBytes: 3), 3),
    (ReadError.unknownColumn(file: "f", column: "c", role: "r", nearest: ["d"], known: ["d"]), 2),
    (ReadError.columnNeeded(file: "f", role: "r", option: "--region", known: []), 2),
    (ReadError.unknownProfile("x", nearest: []), 2),
    (ReadError.unknownFilterValue(file: "f", column: "c", value: "v", nearest: []), 2),
    (ReadError.panel(file: "f", .infeasible("x")), 4), (ReadError.panel(file: "f", .duplicateCode("x")), 3),
    (WorkbookError.unknownSheet("s", file: "f", nearest: [], known: ["t"]), 2),
    (WorkbookError.severalTables(file: "f", sheets: ["s", "t"]), 2), (WorkbookError.encrypted(file: "f"), 3),
    (WorkbookError.file(.unreadable(path: "f", reason: "gone")), 3),
    (WorkbookError.file(.exists(path: "f")), 2),
    (WorkbookError.doesNotFit(table: "t", place: "row 1", reason: "too long"), 2),
    (BoundaryError.json(file: "f", .tooDeep(limit: 1, line: 1, column: 1)), 3),
    (BoundaryError.unreadable(.unreadable(path: "f", reason: "gone")), 3),
    (JSONError.tooDeep(limit: 1, line: 1, column: 1), 3),
    (GeographyError.unknownCode("x", layer: "l", nearest: ["y"]), 2),
    (GeographyError.noLand(code: "x"), 3), (OutputError.exists(path: "f"), 2),
    (OutputError.wrongKind(path: "f", expected: "a folder"), 2),
    (OutputError.unwritable(path: "f", reason: "no space left"), 3),
    (OutputError.unreadable(path: "f", reason: "gone"), 3),
    (ReportError.needsEngine(.parquet), 2), (ReportError.noFigure(findings: ["a"]), 2),
    (ReportError.nothingFound(.csv), 4),
    (ReportError.sameName("x"), 70), (ManifestError.inputChanged(name: "f", expected: "a", found: "b"), 1),
    (ManifestError.inputNotFound(name: "f", tried: ["."]), 3),
    (ManifestError.notAManifest(file: "f", problem: "p"), 3),
    (StudyError.unknownName(kind: "table", name: "x", nearest: ["y"]), 2),
    (StudyError.currentPrices(table: "t"), 2),
    (StudyError.unknownKey(file: "f", line: 1, key: "k", within: "w", nearest: ["l"]), 3),
    (StudyError.unknownReference(file: "f", line: 1, kind: "source", name: "k", nearest: ["l"]), 3),
    (StudyError.missingTables([]), 3), (StudyError.missing(analysis: "a", needs: ["n"]), 3),
    (CancellationError(), 130),
  ]

  @Test("Each error of each room ends the command as the table of exit codes says")
  func everyRoom() {
    for (error, status) in Self.errors {
      #expect(ExitStatus.after(error).rawValue == status, "\(error)")
    }
  }

  @Test("An error that nobody expected is our bug")
  func unexpected() {
    struct Strange: Error {}
    #expect(ExitStatus.after(Strange()).rawValue == 70)
  }

  @Test("The text of each error is a sentence for its user, and not a piece of the program")
  func texts() {
    for (error, _) in Self.errors where !(error is CancellationError) {
      let text = "\(error)"
      #expect(text.contains(" "), "\(text)")
      #expect(
        !text.contains("(file:") && !text.contains("nearest:") && !text.contains("Optional("),
        "\(text)"
      )
      #expect(text.hasSuffix(".") || text.hasSuffix("?") || text.hasSuffix("DIR."), "\(text)")
      #expect(!text.hasSuffix("?.") && !text.hasSuffix(".."), "\(text)")
    }
  }
}
