import Foundation
import Panels
import Readers
import Testing

/// What the fuzzers of Fuzzing/ found, made small.
@Suite struct FuzzingTests {
  @Test("A control character in a name is shown in a notice and not printed")
  func controlCharacterInNotice() throws {
    let text =
      "Area code,Area name,Year,SIC code,Industry,Value\nE06000001,Hartlepool,2019,26,Electron\u{1C}ics,5\n"
      + "E06000002,Middlesbrough,2019,26,Electronics,6\n"
    var options = PanelOptions()
    options.profile = .gss
    let summary = try readPanel(InputFile(text: text), options).summary
    #expect(summary.contains { $0.contains("'Electron\\u{1c}ics' and 'Electronics'") })
    #expect(!summary.contains { $0.unicodeScalars.contains("\u{1C}") })
  }

  @Test("A control character in an error is shown, and a very long cell is shortened")
  func controlCharacterInError() {
    let place = CellPlace(
      file: "t.csv",
      row: 2,
      column: "a\u{1B}[31m" + String(repeating: "x", count: 9_000),
      value: "?"
    )
    let text = "\(ReadError.unknownMarker(place: place, profile: "tidy"))"
    #expect(text.contains("a\\u{1b}[31m"))
    #expect(text.utf8.count < 2_000)
    #expect(text.hasSuffix("replace it by one that the profile knows."))
  }

  @Test("Two columns of the same period: equal numbers are one, others are refused")
  func periodTwice() throws {
    let header = "freq,nace_r2,geo\\TIME_PERIOD\t2017 \t2018 \t2017 \n"
    var options = PanelOptions()
    options.profile = .eurostat
    let same = try readPanel(
      InputFile(text: header + "A,C26,UKC1\t5 \t6 \t5 \nA,C27,UKC1\t7 \t8 \t7 \n"),
      options
    )
    #expect(same.panel.periods.map(\.year) == [2017, 2018])
    #expect(same.panel[0, 0, 1].value == 7)
    #expect(throws: ReadError.self) {
      try readPanel(InputFile(text: header + "A,C26,UKC1\t5 \t6 \t9 \nA,C27,UKC1\t7 \t8 \t7 \n"), options)
    }
  }

  @Test("A text that looks like an escape of a workbook reads back as it was written")
  func escapeInWorkbook() throws {
    for text in ["_x0041_rDatabase.5", "a_x005F_b", "_x0041_x0042_", "_x00g1_", "_x004", "_x+041_"] {
      let table = Table(name: "t", columns: [text, "b"], rows: [[.text(text), .text("plain")]])
      let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).xlsx").path
      defer { try? FileManager.default.removeItem(atPath: path) }
      try Data(WorkbookWriter.bytes(of: [table], title: "t")).write(to: URL(fileURLWithPath: path))
      let sheet = try Workbook(path: path).sheet(at: 1)
      #expect(sheet[0, 0] == text)
      #expect(sheet[1, 0] == text)
    }
  }
}
