import Arithmetic
import Readers
import Testing

@Suite("Untidy text as a rectangle")
struct UntidyTableTests {
  private func read(
    _ text: String,
    _ dialect: DialectOverrides = DialectOverrides(),
    _ told: UntidyTable.Told = UntidyTable.Told()
  ) throws -> UntidyTable {
    try UntidyTable(InputFile(bytes: Array(text.utf8), name: "t.csv"), dialect: dialect, told: told)
  }

  private let days = [
    "day,time,code,jobs,place,note",
    "01/02/2018,10:15,AB-1234,12,Ynys Môn,\"quiet, so far\"",
    "02/02/2018,10:30,AB-1235,7,Sandwell,",
    "03/02/2018,10:45,CD-1236,19,\"Hull, East\",busy",
    "04/02/2018,11:00,CD-1237,4,Redcar,",
    "05/02/2018,11:15,EF-1238,31,Halton,a \"short\" note",
    "06/02/2018,11:30,EF-1239,2,Gwent,",
    "07/02/2018,11:45,GH-1240,55,Corby,",
  ]

  /// The table with one of its lines replaced.
  private func withLine(_ number: Int, _ line: String) -> String {
    var lines = days
    lines[number] = line
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  private func tidy() throws -> UntidyTable { try read(days.joined(separator: "\r\n") + "\r\n") }

  @Test("A tidy table is read as it is, without a word")
  func asItIs() throws {
    let table = try tidy()
    #expect(table.header == ["day", "time", "code", "jobs", "place", "note"])
    #expect(table.rows.count == 7)
    #expect(table.rows[0] == ["01/02/2018", "10:15", "AB-1234", "12", "Ynys Môn", "quiet, so far"])
    #expect(table.rows[2][4] == "Hull, East")
  }

  @Test("A missing delimiter is put back where the columns tell")
  func missingDelimiter() throws {
    for line in [
      "02/02/201810:30,AB-1235,7,Sandwell,", "02/02/2018,10:30AB-1235,7,Sandwell,",
      "02/02/2018,10:30,AB-12357,Sandwell,",
    ] {
      let table = try read(withLine(2, line))
      #expect(table.rows[1] == ["02/02/2018", "10:30", "AB-1235", "7", "Sandwell", ""], "\(line)")
      #expect(table.notices.contains { $0.hasPrefix("line 3") && $0.contains("parted") }, "\(table.notices)")
    }
    let quoted = try read(withLine(3, "03/02/2018,10:45,CD-1236,19\"Hull, East\",busy"))
    #expect(quoted.rows[2] == ["03/02/2018", "10:45", "CD-1236", "19", "Hull, East", "busy"])
  }

  @Test("An empty cell too many is left out", arguments: 0..<6)
  func extraDelimiter(place: Int) throws {
    var cells = ["02/02/2018", "10:30", "AB-1235", "7", "Sandwell", "old"]
    cells.insert("", at: place)
    let table = try read(withLine(2, cells.joined(separator: ",")))
    #expect(table.header?.count == 6)
    #expect(table.rows[1] == ["02/02/2018", "10:30", "AB-1235", "7", "Sandwell", "old"])
    #expect(table.notices.count == 1)
  }

  @Test("Text with an unquoted delimiter is one cell again")
  func unquotedDelimiter() throws {
    let table = try read(withLine(3, "03/02/2018,10:45,CD-1236,19,Hull, East,busy"))
    #expect(table.rows[2][0...3] == ["03/02/2018", "10:45", "CD-1236", "19"])
    #expect(table.rows[2].count == 6)
    #expect(table.rows[2].joined(separator: ",") == "03/02/2018,10:45,CD-1236,19,Hull, East,busy")
  }

  @Test("Text with an unquoted delimiter is joined in the column of text, though a number has another form")
  func joinedBesideNumbers() throws {
    let text = "Area;Jobs;Note\nNorth;1.234,5;good\nSouth;2.000,0;a word\nWest;7;too;many\n"
    let table = try UntidyTable(InputFile(text: text))
    #expect(table.rows.last == ["West", "7", "too;many"])
  }

  @Test("A stray quote is text", arguments: 0..<6)
  func strayQuote(place: Int) throws {
    var cells = ["02/02/2018", "10:30", "AB-1235", "7", "Sandwell", "old"]
    cells[place] = "\"" + cells[place]
    let table = try read(withLine(2, cells.joined(separator: ",")))
    #expect(table.rows.count == 7)
    #expect(table.rows[1] == cells)
    #expect(table.rows[2][4] == "Hull, East")
  }

  @Test("A row that is parted by another character, and a short row")
  func otherRows() throws {
    let other = try read(withLine(2, "02/02/2018;10:30;AB-1235;7;Sandwell;"))
    #expect(other.rows[1] == ["02/02/2018", "10:30", "AB-1235", "7", "Sandwell", ""])
    let short = try read(withLine(2, "02/02/2018,10:30,AB-1235"))
    #expect(short.rows[1] == ["02/02/2018", "10:30", "AB-1235", "", "", ""])
    #expect(short.notices == ["line 3: too few cells; empty ones added at the end"])
  }

  @Test("What stands before, after and between is left out and counted")
  func surroundings() throws {
    let text =
      "Jobs by place\r\n\r\nAll figures provisional,,,,,\r\n" + days.joined(separator: "\r\n")
      + "\r\n\r\nSource: an office\r\nNote 1: rounded\r\n"
    let table = try read(text)
    #expect(try table.rows == tidy().rows)
    #expect(table.header == ["day", "time", "code", "jobs", "place", "note"])
    #expect(table.notices.contains("2 lines before the table left out"))
    #expect(table.notices.contains("2 lines after the table left out"))
  }

  @Test("A last row with a code and nothing else is data; one with a remark is not")
  func lastRow() throws {
    let rows = ["code,jobs,output,place", "A1,5,7.5,Hull", "A2,6,8.5,Ryde", "B3,7,9.5,Wick", "B4,8,1.5,Stow"]
    let missing = try read((rows + ["C5,,,"]).joined(separator: "\n"))
    #expect(missing.rows.last == ["C5", "", "", ""])
    #expect(missing.notices.isEmpty)
    let remark = try read((rows + ["Source: an office,,,"]).joined(separator: "\n"))
    #expect(remark.rows.count == 4)
    #expect(remark.notices == ["1 line after the table left out"])
  }

  @Test("Every blank line is counted, of one column too")
  func blankLines() throws {
    let table = try read("\ncode\nA1\n\nB2\n", DialectOverrides(), UntidyTable.Told(headerLines: 1))
    #expect(table.rows == [["A1"], ["B2"]])
    #expect(table.notices == ["2 blank lines left out"])
  }

  @Test("Several header lines are joined, none is no header, told or not")
  func headers() throws {
    let two = "day,time,code,jobs,place,note\r\n" + days.joined(separator: "\r\n")
    #expect(try read(two).header?.first == "day day")
    let none = days.dropFirst().joined(separator: "\r\n")
    let found = try read(none)
    #expect(found.header == nil)
    #expect(found.rows.count == 7)
    let told = try read(days.joined(separator: "\r\n"), DialectOverrides(), UntidyTable.Told(headerLines: 0))
    #expect(told.header == nil)
    #expect(told.rows.count == 8)
  }

  @Test("A second table ends the first, and is told of")
  func secondTable() throws {
    let text = (days + days).joined(separator: "\r\n")
    let table = try read(text)
    #expect(table.rows.count == 7)
    #expect(table.notices.contains { $0.contains("second table begins at line 9") })
    let second = try read(text, DialectOverrides(), UntidyTable.Told(skippedLines: 8))
    #expect(second.rows.count == 7)
  }

  @Test("Every dialect is found untold", arguments: [",", ";", "\t", "|", ", "], ["\n", "\r\n", "\r"])
  func dialects(delimiter: String, end: String) throws {
    var random = RandomStream(seed: 5, stream: UInt64(delimiter.utf8.count + end.utf8.count))
    for trial in 0..<20 {
      let width = 3 + random.below(5)
      let rows = (0..<12)
        .map { row in
          (0..<width)
            .map { column in
              switch column % 4 {
              case 0: "R\(row)\(column)"
              case 1: "\(random.below(1000))"
              case 2: ["quiet", "a busy, loud place", "so \"called\"", "", "x; y | z"][random.below(5)]
              default: "\(random.below(100)).\(random.below(10))"
              }
            }
        }
      let header = (0..<width).map { "name\($0)" + ["a", "b"][$0 % 2] }
      func written(_ cells: [String]) -> String {
        cells.map { cell in
          let needs =
            cell.contains(delimiter) || cell.contains(",") || cell.contains("\"") || cell.contains(";")
          return needs || cell.contains("|")
            ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
              + "\""
            : cell
        }
        .joined(separator: delimiter)
      }
      let text = ([header] + rows).map(written).joined(separator: end) + end
      let table = try read(text)
      #expect(table.header == header, "\(trial): \(text)")
      #expect(table.rows == rows, "\(trial): \(text)")
    }
  }

  @Test("A cell of several lines is one cell")
  func severalLines() throws {
    let text = "code,note,jobs\nA1,\"first\nsecond\",5\nA2,plain,6\nA3,\"x \"\"y\"\"\nz\",7\n"
    let table = try read(text)
    #expect(table.rows == [["A1", "first\nsecond", "5"], ["A2", "plain", "6"], ["A3", "x \"y\"\nz", "7"]])
    #expect(table.notices.isEmpty)
  }

  @Test("Whatever bytes there are, reading ends and rows have one width", arguments: Array(UInt64(0)..<300))
  func anything(seed: UInt64) throws {
    var random = RandomStream(seed: 77, stream: seed)
    let marks = Array(",;\t|\"'\\\r\n ab12.".utf8)
    var bytes = (0..<(1 + random.below(400))).map { _ in marks[random.below(marks.count)] }
    if seed % 3 == 0 {
      bytes = Array(days.joined(separator: "\n").utf8)
      for _ in 0..<(1 + random.below(6)) {
        bytes[random.below(bytes.count)] = marks[random.below(marks.count)]
      }
    }
    let table = try UntidyTable(InputFile(bytes: bytes, name: "t.csv"))
    let width = table.header?.count ?? table.rows.first?.count ?? 0
    #expect(table.rows.allSatisfy { $0.count == width })
  }
}
