import Commands
import Foundation
import Panels
import Readers
import SmallStudy
import Testing

/// What is no table, under the name of one, through the verbs that take a table.
@Suite struct BadInputCommandTests {
  private let place: TemporaryPlace
  private static let rows = "itl,sic,year,jobs\nTLC1,26110,2020,5\nTLC2,26110,2020,6\n"
  /// A compound file with a stream of a name that a closed workbook has.
  private static let closed: [UInt8] =
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 500)
    + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] } + [UInt8](repeating: 0, count: 200)
  private static let old: [UInt8] =
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 900)
  /// A row of more cells than any table has.
  private static let wide = String(repeating: "1,", count: 1_000_000) + "1\n"

  /// The name and content of a file, and words that the message has.
  struct Stranger: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let words: String
    var testDescription: String { "\(name): \(words)" }

    init(_ name: String, _ bytes: [UInt8], _ words: String) {
      (self.name, self.bytes, self.words) = (name, bytes, words)
    }
    init(_ name: String, _ text: String, _ words: String) { self.init(name, Array(text.utf8), words) }
  }

  static let strangers: [Stranger] = [
    Stranger("closed.csv", closed, "closed by a password, not delimited text. Open it with the password"),
    Stranger("closed.xls", closed, "closed by a password"),
    Stranger("closed.xlsx", closed, "closed by a password. Save it without one"),
    Stranger("old.xls", old, "an Excel workbook of the old kind (.xls)"),
    Stranger("old.csv", old, "Save it as .xlsx or .csv."),
    Stranger("old.xlsx", old, "an Excel 97–2003 workbook (.xls)"),
    Stranger("report.csv", "%PDF-1.7\n1 0 obj\n", "a PDF document"),
    Stranger(
      "archive.csv",
      "PK\u{3}\u{4}\u{14}\0\0\0" + "jobs.csv,,,,,",
      "a zip archive, not delimited text. Unpack it"
    ),
    Stranger("book.csv", "PK\u{3}\u{4}\u{14}\0\0\0" + "xl/workbook.xml", "Give it the ending .xlsx."),
    Stranger(
      "page.csv",
      "\u{FEFF}\n<!DOCTYPE HTML>\n<html><head><title>503\n Service busy</title></head></html>",
      "a web page ('503 Service busy')"
    ),
    Stranger("page.tsv", "<html><body>moved</body></html>", "fetch it again, and check its address"),
    Stranger("data.csv", "<?xml version=\"1.0\"?><data/>", "an XML document"),
    Stranger("table.xlsx", rows, "give it the ending .csv or .tsv"),
    Stranger("table.csv", [0x28, 0xB5, 0x2F, 0xFD, 0, 0], "a Zstandard file"),
    Stranger("nul.csv", [UInt8](repeating: 0, count: 300_000), "row 1 holds a NUL byte"),
    Stranger("wide.csv", wide, "row 1 has more than 65536 cells"),
  ]

  init() throws { place = try TemporaryPlace() }

  private static let columns: [String] = [
    "--region", "itl", "--industry", "sic", "--period", "year", "--value", "jobs",
  ]
  private static let calls: [[String]] = [
    ["check"], ["read"], ["clean"] + columns, ["concentration"] + columns,
  ]

  private func run(_ call: [String], _ file: String, out: String) async -> CommandOutcome {
    await HinterlandCommand.outcome(of: [call[0], file] + call.dropFirst() + ["--out", out])
  }

  @Test(
    "A file that is no table is called what it is by every verb, and nothing is written",
    arguments: strangers
  )
  func strangerIsNamed(_ stranger: Stranger) async throws {
    let path = place.path(stranger.name)
    try Data(stranger.bytes).write(to: URL(fileURLWithPath: path))
    for call in Self.calls {
      let outcome = await run(call, path, out: place.path("out.csv"))
      #expect(outcome.status == 3, "\(call[0]): \(outcome.notices)")
      #expect(outcome.notices.contains(stranger.words), "\(call[0]): \(outcome.notices)")
      #expect(outcome.notices.contains(stranger.name), "\(call[0]): \(outcome.notices)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("")) == [stranger.name])
  }

  @Test("A header with nothing below it is said to be that; read copies it")
  func onlyHeader() async throws {
    try place.write("itl,sic,year,jobs\n", as: "head.csv")
    for call in Self.calls where call[0] != "read" {
      let outcome = await run(call, place.path("head.csv"), out: place.path("out.csv"))
      #expect(
        outcome.status == 3 && outcome.notices.contains("names columns in row 1 and holds nothing below")
      )
    }
    let outcome = await HinterlandCommand.outcome(of: ["read", place.path("head.csv"), "--format", "csv"])
    #expect(outcome.status == 0 && outcome.text == "itl,sic,year,jobs\n")
  }

  @Test("A file of one column is read, found wanting, and refused by what needs more")
  func oneColumn() async throws {
    try place.write("code\nTLC1\nTLC2\n", as: "one.csv")
    let check = await HinterlandCommand.outcome(of: ["check", place.path("one.csv"), "--format", "csv"])
    #expect(check.status == 1 && check.text.contains("One column"))
    for call in Self.calls.suffix(2) {
      let outcome = await run(call, place.path("one.csv"), out: place.path("out.csv"))
      #expect(outcome.status == 2 && outcome.notices.contains("no column 'itl'"), "\(outcome.notices)")
    }
  }

  @Test("Ten lines that name the columns are obeyed when told")
  func tenHeaderLines() async throws {
    let names = (1...10).map { "a\($0),b\($0),c\($0),d\($0)\n" }.joined()
    try place.write(
      names + Self.rows.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n",
      as: "ten.csv"
    )
    let call = ["check", place.path("ten.csv"), "--header-lines", "10", "--format", "csv"]
    let outcome = await HinterlandCommand.outcome(of: call)
    #expect(outcome.text.contains("10 rows name the columns") && outcome.text.contains("2 rows; profile"))
    let read = await HinterlandCommand.outcome(of: ["read"] + call.dropFirst())
    #expect(read.text.split(separator: "\n").count == 3, "\(read.text)")
    let many = await HinterlandCommand.outcome(of: ["read", place.path("ten.csv"), "--header-lines", "25"])
    #expect(many.status == 2 && many.notices.contains("not between 0 and 20. Lines above"))
  }

  @Test("Gzip under the name of plain text, and plain text under that of gzip, are read as what they are")
  func gzip() async throws {
    try place.write(Self.rows, as: "plain.csv.gz")
    let plain = await HinterlandCommand.outcome(of: ["check", place.path("plain.csv.gz"), "--format", "csv"])
    #expect(plain.status == 0 && plain.text.contains("2 rows; profile"))
  }

  @Test("A device without an end, a directory and a file that may not be read are refused at once")
  func devices() async throws {
    try FileManager.default.createDirectory(
      atPath: place.path("folder.csv"),
      withIntermediateDirectories: true
    )
    try place.write(Self.rows, as: "locked.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: place.path("locked.csv"))
    let isOwner = FileManager.default.isReadableFile(atPath: place.path("locked.csv"))
    let start = ContinuousClock.now
    for call in Self.calls {
      let device = await run(call, "/dev/zero", out: place.path("out.csv"))
      #expect(device.status == 3 && device.notices.contains("NUL byte"), "\(device.notices)")
      let folder = await run(call, place.path("folder.csv"), out: place.path("out.csv"))
      #expect(folder.status == 3, "\(folder.notices)")
      guard !isOwner else { continue }
      let locked = await run(call, place.path("locked.csv"), out: place.path("out.csv"))
      #expect(locked.status == 3 && locked.notices.contains("ermission"), "\(locked.notices)")
    }
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(!FileManager.default.fileExists(atPath: place.path("out.csv")))
  }

  @Test("What comes through a pipe is read to its end, and refused where it has none")
  func pipes() throws {
    let pipe = place.path("pipe.csv")
    let maker = Process()
    maker.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    maker.arguments = ["mkfifo", pipe]
    try maker.run()
    maker.waitUntilExit()
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = ["-c", "yes TLC1,26110,2020,5 > \"$0\"", pipe]
    writer.standardError = FileHandle.nullDevice
    try writer.run()
    defer { writer.terminate() }
    #expect(throws: ReadError.endless(file: "pipe", limit: 1 << 20)) {
      try check(InputFile(pipe, name: "pipe"), CheckOptions(limits: ReadLimits(streamBytes: 1 << 20)))
    }
  }
}
