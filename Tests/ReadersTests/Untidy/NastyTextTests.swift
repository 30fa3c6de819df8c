import Readers
import Testing

/// Small files made to cost much: each must end soon, give a rectangle, and stay near its own size.
@Suite("Texts made to cost much")
struct NastyTextTests {
  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  static let texts: [(name: String, text: String)] = [
    ("only delimiters", repeated(",", 60_000)),
    ("only quotes", repeated("\"", 60_000)),
    ("an odd number of quotes", repeated("\"", 60_001)),
    ("a row a byte", repeated("a\n", 30_000)),
    ("only line ends", repeated("\n", 60_000)),
    ("only carriage returns", repeated("\r", 60_000)),
    ("only spaces", repeated(" ", 60_000)),
    ("rows of nothing after the data", "a,b,c\n1,2,3\n2,3,4\n" + repeated(",,\n", 20_000)),
    ("an unclosed quote in each row", repeated("x,\"a,b\n", 8_000)),
    ("a quote at the beginning of each row", repeated("\"a\n", 20_000)),
    ("one row far wider than the rest", repeated("a,b\n", 8_000) + repeated(",", 30_000) + "\na,b\n"),
    ("a quote within the last of many quoted cells", repeated("\"a\",", 15_000) + "\"b\"c\n"),
    ("quotes within plain cells", "a,b\n1,2\n3,4\n" + repeated(repeated("a\"", 2_000) + "\n", 8)),
    ("a quoted cell of many lines", "a,b\n1,\"" + repeated("x\n", 30_000) + "\"\n"),
    (
      "a delimiter missing in each row",
      "name,code,day,jobs\n" + repeated("some place,AB-1234,2018-01-02,5\n", 20)
        + repeated("some place with a name that is longAB-1234,2018-01-02,5\n", 800)
    ),
    ("escaped quotes", repeated("\\\"a\\\",b\n", 8_000)),
  ]

  @Test(
    "A nasty text is read to its end, and takes no more than a few times its size",
    arguments: texts.indices
  )
  func ends(index: Int) throws {
    let (name, text) = NastyTextTests.texts[index]
    let clock = ContinuousClock()
    var size = 0
    let time = try clock.measure {
      size = try UntidyTable.text(of: InputFile(text: text)).bytes.count
    }
    // Names such as col_12345 for each of many columns are the largest part.
    #expect(size <= 14 * text.utf8.count, "\(name): \(size)")
    #expect(time < .seconds(20), "\(name): \(time)")
  }

  @Test("Both ways of reading give the same, for a nasty text too", arguments: texts.indices)
  func same(index: Int) throws {
    let (name, text) = NastyTextTests.texts[index]
    let table = try UntidyTable(InputFile(text: text))
    let again = try UntidyTable.text(of: InputFile(text: text))
    #expect(table.notices == again.notices, "\(name)")
    let lines = try TextTable(
      InputFile(bytes: again.bytes, name: "again"),
      dialect: DialectOverrides(delimiter: ",")
    )
    #expect(table.rows.count == lines.rows.count || table.rows.allSatisfy { $0.count < 2 }, "\(name)")
  }

  @Test("Wide rows among narrow ones: what is too much stands in the last cell, or the file is refused")
  func wide() throws {
    let one = try UntidyTable(
      InputFile(
        text: NastyTextTests.repeated("a,b\n", 200_000) + NastyTextTests.repeated("1,", 2_000) + "1\n"
      )
    )
    #expect(one.rows.allSatisfy { $0.count == 2 })
    #expect(one.rows.last?[1].utf8.count == 3_999)
    #expect(one.notices.contains { $0.contains("stands in the last cell") })
    let many =
      NastyTextTests.repeated(NastyTextTests.repeated("1,", 2_000) + "1\n", 2)
      + NastyTextTests.repeated("a\n", 60_000)
    let error = #expect(throws: ReadError.self) { try UntidyTable(InputFile(text: many, name: "wide.csv")) }
    #expect(error?.description.contains("fewer cells than the 2001 columns") == true)
    #expect(error?.description.contains("'wide.csv'") == true)
  }

  @Test("A table of very many columns is read")
  func manyColumns() throws {
    let names = (0..<50_000).map { "c\($0)" }.joined(separator: ",")
    let row = (0..<50_000).map { "\($0 % 7)" }.joined(separator: ",")
    let table = try UntidyTable(InputFile(text: names + "\n" + row + "\n" + row + "\n"))
    #expect(table.header?.count == 50_000)
    #expect(table.header?.last == "c49999")
    #expect(table.rows.count == 2)
  }
}
