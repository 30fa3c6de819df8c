import Arithmetic
import Foundation
import Panels
import Readers
import Testing

@Suite struct BadInputTests {
  private let good = "r,i,y,v\nA,1,2000,5\nA,2,2000,6\n"

  /// Compresses bytes as one gzip member.
  private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("t")
    try Data(bytes).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-n", file.path]
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: folder.appendingPathComponent("t.gz")))
  }

  @Test("A gzip file inflated at once and in steps gives the same text", arguments: [1, 70, 4_000, 300_000])
  func wholeGzip(size: Int) throws {
    var stream = RandomStream(seed: 5, stream: UInt64(size))
    let text = (0..<size).map { _ in UInt8(truncatingIfNeeded: 0x30 + stream.below(10)) }
    let compressed = try gzip(text)
    #expect(inflateWholeGzip(compressed.span, limit: 1 << 20) == text)
    #expect(inflateGzip(compressed.span, limit: 1 << 20) == .done(text))
    #expect(inflateWholeGzip(compressed.span, limit: size - 1) == nil)
    #expect(inflateWholeGzip(Array(compressed.dropLast(9)).span, limit: 1 << 20) == nil)
    #expect(inflateWholeGzip((compressed + compressed).span, limit: 1 << 20) == nil)
  }

  @Test("A missing file, a directory and an empty file are worded errors")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let empty = folder.appendingPathComponent("empty.csv").path
    _ = FileManager.default.createFile(atPath: empty, contents: nil)
    #expect(throws: ReadError.notFound(file: "x")) {
      try readPanel(InputFile(folder.path + "/none.csv", name: "x"), Samples.options)
    }
    #expect(throws: ReadError.isDirectory(file: "x")) {
      try readPanel(InputFile(folder.path, name: "x"), Samples.options)
    }
    #expect(throws: ReadError.empty(file: "x")) {
      try readPanel(InputFile(empty, name: "x"), Samples.options)
    }
    #expect(Samples.error("") == .empty(file: "t.csv"))
    #expect(Samples.error("r,i,y,v\n") == .onlyHeader(file: "t.csv", row: 1))
  }

  @Test(
    "Compressed content reads in one member or two; truncated, damaged or above the limit it is a worded error"
  )
  func compressed() throws {
    let whole = try gzip(Array(good.utf8))
    #expect(Samples.error(whole) == nil)
    let second = try gzip(Array("A,3,2000,7\n".utf8))
    let reading = try readPanel(InputFile(bytes: whole + second + [0, 0], name: "t"), Samples.options)
    #expect(reading.rowsRead == 3)
    guard case .truncatedGzip? = Samples.error(Array(whole.dropLast(9))) else {
      Issue.record("not truncated: \(String(describing: Samples.error(Array(whole.dropLast(9)))))")
      return
    }
    var damaged = whole
    damaged[whole.count - 6] ^= 0xFF
    guard case .damagedGzip? = Samples.error(damaged) else {
      Issue.record("not damaged: \(String(describing: Samples.error(damaged)))")
      return
    }
    let bomb = try gzip([UInt8](repeating: 0x61, count: 5_000_000))
    var options = Samples.options
    options.limits.contentBytes = 1_000_000
    #expect(Samples.error(bomb, options) == .tooLarge(file: "t.csv", limit: 1_000_000))
  }

  @Test("A line above the limit, an open quote, a NUL byte and a workbook are worded errors")
  func forms() {
    var options = Samples.options
    options.limits.rowBytes = 100
    let long = good + String(repeating: "x", count: 500)
    #expect(Samples.error(long, options) == .rowTooLong(file: "t.csv", row: 4, limit: 100))
    #expect(Samples.error(good + "A,\"3,2000,7\n") == .unclosedQuote(file: "t.csv", row: 4, column: 2))
    #expect(Samples.error(good + "A,3\0,2000,7\n") == .nulByte(file: "t.csv", row: 4))
    guard case .otherFormat? = Samples.error([0x50, 0x4B, 0x03, 0x04, 0, 0]) else {
      Issue.record("a zip archive is not refused")
      return
    }
  }

  @Test("A sparse file of two gigabytes is refused at its first NUL byte")
  func sparseLine() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    _ = FileManager.default.createFile(atPath: path, contents: Data("r,i,y,v\n".utf8))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 2 << 30)
    try handle.close()
    #expect(throws: ReadError.nulByte(file: "x", row: 2)) {
      try readPanel(InputFile(path, name: "x"), Samples.options)
    }
  }

  @Test("Short and long rows are named by row and column; empty cells beyond the last column are not")
  func ragged() throws {
    #expect(
      Samples.error(good + "A,3,2000\n")
        == .raggedRow(file: "t.csv", row: 4, found: 3, expected: 4, column: "v")
    )
    #expect(
      Samples.error(good + "A,3,2000,7,x\n")
        == .raggedRow(file: "t.csv", row: 4, found: 5, expected: 4, column: "x")
    )
    #expect(try Samples.read(good + "A,3,2000,7,,\n").notices.count == 1)
  }

  @Test("Unknown columns, filter values and totals name the nearest, and are mistakes of the call")
  func names() throws {
    var options = Samples.options
    options.region = "rr"
    let error = try #require(Samples.error(good, options))
    #expect(
      error
        == .unknownColumn(
          file: "t.csv",
          column: "rr",
          role: "region codes",
          nearest: ["r"],
          known: ["r", "i", "y", "v"]
        )
    )
    #expect(error.isUsage)
    options = Samples.options
    options.filters = [ColumnFilter(column: "i", value: "11")]
    #expect(
      Samples.error(good, options)
        == .unknownFilterValue(file: "t.csv", column: "i", value: "11", nearest: ["1"])
    )
    options = Samples.options
    options.total = "Totl"
    #expect(
      Samples.error(good + "A,Total,2000,11\n", options)
        == .panel(file: "t.csv", .unknownCode("Totl", nearest: ["Total"]))
    )
    #expect(throws: ReadError.unknownProfile("nomis", nearest: ["nomis-api", "nomis-download"])) {
      try ProfileName(named: "nomis")
    }
  }

  @Test("An unknown mark, a number that is not finite and a bad period name row, column and value")
  func cells() {
    func place(_ column: String, _ value: String) -> CellPlace {
      CellPlace(file: "t.csv", row: 4, column: column, value: value)
    }
    #expect(Samples.error(good + "A,3,2000,x\n") == .unknownMarker(place: place("v", "x"), profile: "tidy"))
    #expect(Samples.error(good + "A,3,2000,inf\n") == .notFinite(place: place("v", "inf")))
    #expect(Samples.error(good + "A,3,2000,nan\n") == .notFinite(place: place("v", "nan")))
    #expect(Samples.error(good + "A,3,sometime,7\n") == .unreadablePeriod(place: place("y", "sometime")))
    #expect(Samples.error(good + ",3,2000,7\n") == .emptyKey(place: place("r", "")))
  }

  @Test("Identical rows are counted, conflicting rows name both")
  func duplicates() throws {
    let reading = try Samples.read(good + "A,2,2000,6\n")
    #expect(reading.duplicateRows == 1)
    #expect(reading.dropped.map(\.firstRow) == [4])
    #expect(
      Samples.error(good + "A,2,2000,9\n")
        == .conflictingRows(
          file: "t.csv",
          first: 3,
          second: 4,
          key: "region A, industry 2, period 2000",
          values: ["6", "9"]
        )
    )
  }

  @Test("More cells than can be held are refused before they are made")
  func tooManyCells() {
    var options = Samples.options
    options.limits.cells = 1
    #expect(Samples.error(good, options) == .tooManyCells(file: "t.csv", cells: 2, limit: 1))
  }

  @Test("Ten thousand damaged tables read or are refused, and never crash", arguments: 0..<10)
  func mutations(seed: Int) {
    var numbers = SeededNumbers(seed + 77)
    let base = Array(
      "r,n,i,y,v,status\nTLC1,\"Tees, Valley\",01,2000,5,observed\nTLC1,Tees,02,2000,,suppressed\nTLC2,X,01,2001,7.5,\n"
        .utf8
    )
    let alphabet: [UInt8] = [
      0, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x09, 0x2E, 0x2D, 0x31, 0x65, 0xC3, 0xFF, 0xFE, 0x1F,
    ]
    var read = 0
    for _ in 0..<1_000 {
      var bytes = base
      for _ in 0..<(1 + numbers.below(4)) {
        let position = numbers.below(bytes.count)
        switch numbers.below(3) {
        case 0: bytes[position] = alphabet[numbers.below(alphabet.count)]
        case 1: bytes.remove(at: position)
        default: bytes.insert(alphabet[numbers.below(alphabet.count)], at: position)
        }
      }
      let error = Samples.error(bytes)
      if error == nil { read += 1 }
      if let error { #expect(!error.description.isEmpty) }
      _ = try? check(InputFile(bytes: bytes, name: "t"))
    }
    #expect(read > 0)
  }
}
