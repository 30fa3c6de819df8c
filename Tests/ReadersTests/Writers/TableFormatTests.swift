import Arithmetic
import Panels
import Readers
import Testing

@Suite struct TableFormatTests {
  let table = Table(
    name: "shares",
    columns: ["region", "value", "jobs"],
    rows: [
      [.text("Ynys Môn, Gwynedd"), .number(0.1 + 0.2), .integer(1_234_567)],
      [.text("a \"quoted\" name"), .number(1e-5), .empty],
      [.text("two\nlines | bar"), .number(1_234_567.891), .integer(-3)],
    ],
    notes: ["One region was dropped."]
  )

  @Test("CSV quotes only where it must and keeps every digit")
  func csv() {
    #expect(
      TableFormat.csv.text(of: table) == """
        region,value,jobs
        "Ynys Môn, Gwynedd",0.30000000000000004,1234567
        "a ""quoted"" name",1e-05,
        "two
        lines | bar",1234567.891,-3

        """
    )
  }

  @Test("TSV quotes a tab but no comma")
  func tsv() {
    let tabs = Table(name: "t", columns: ["a", "b"], rows: [[.text("x,y"), .text("x\ty")]])
    #expect(TableFormat.tsv.text(of: tabs) == "a\tb\nx,y\t\"x\ty\"\n")
  }

  @Test("A row of one empty value is not an empty line")
  func emptyLine() {
    let one = Table(name: "t", columns: ["a"], rows: [[.empty], [.integer(1)]])
    #expect(TableFormat.csv.text(of: one) == "a\n\"\"\n1\n")
  }

  @Test("JSON keeps the order of the columns and writes numbers as numbers")
  func json() {
    #expect(
      TableFormat.json.text(of: table) == #"""
        [
          {"region":"Ynys Môn, Gwynedd","value":0.30000000000000004,"jobs":1234567},
          {"region":"a \"quoted\" name","value":1e-05,"jobs":null},
          {"region":"two\nlines | bar","value":1234567.891,"jobs":-3}
        ]

        """#
    )
    #expect(TableFormat.json.text(of: Table(name: "t", columns: ["a"])) == "[]\n")
    #expect(TableFormat.ndjson.text(of: table).split(separator: "\n").count == 3)
  }

  @Test("An infinite bound is no bound in JSON")
  func infinite() {
    let bound = Table(name: "t", columns: ["upper"], rows: [[.number(.infinity)]])
    #expect(TableFormat.ndjson.text(of: bound) == "{\"upper\":null}\n")
  }

  @Test("Markdown keeps a row on one line and aligns numbers to the right")
  func markdown() {
    #expect(
      TableFormat.markdown.text(of: table) == #"""
        | region | value | jobs |
        | --- | ---: | ---: |
        | Ynys Môn, Gwynedd | 0.30000000000000004 | 1234567 |
        | a "quoted" name | 1e-05 | |
        | two<br>lines \| bar | 1234567.891 | -3 |

        One region was dropped.

        """#
    )
  }

  @Test("The aligned table rounds for reading and counts wide characters twice")
  func aligned() {
    let wide = Table(
      name: "t",
      columns: ["name", "value", "n"],
      rows: [
        [.text("東京"), .number(2.0 / 3), .integer(12_345_678)],
        [.text("e\u{301}te\u{301}"), .number(1_234_567.891), .empty],
      ]
    )
    #expect(
      TableFormat.table.text(of: wide) == """
        name     value         n
        ----  --------  --------
        東京  0.666667  12345678
        e\u{301}te\u{301}    1234568

        """
    )
  }

  @Test(
    "Numbers are rounded to six digits, and to no fewer than stand before the point",
    arguments: zip(
      [
        0.0, 0.1 + 0.2, 1e-5, 1.5e-7, 999_999.95, 0.000_099_999_99, 1_234_567.5, -2.5, 1e20, 123.456_789,
        1e15,
      ],
      ["0", "0.3", "0.00001", "1.5e-7", "1000000", "0.0001", "1234568", "-2.5", "1e20", "123.457", "1e15"]
    )
  )
  func rounding(number: Double, text: String) {
    #expect(RoundedNumber.text(number, digits: 6) == text)
  }

  /// The records of a delimited text: the reference reader, a state for each character.
  static func records(_ text: String, _ delimiter: Unicode.Scalar) -> [[String]] {
    var records: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let next = scalars.popFirst() {
      let (row, column) = (records.count - 1, records[records.count - 1].count - 1)
      if isQuoted {
        if next != "\"" {
          records[row][column].unicodeScalars.append(next)
        } else if scalars.first == "\"" {
          records[row][column] += "\""
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      } else if next == "\"" {
        isQuoted = true
      } else if next == delimiter {
        records[row].append("")
      } else if next == "\n" {
        records.append([""])
      } else {
        records[row][column].unicodeScalars.append(next)
      }
    }
    return Array(records.dropLast())
  }

  @Test("Delimited text reads back whatever the values", arguments: Array(0..<200) as [UInt64])
  func roundTrip(seed: UInt64) {
    var random = RandomStream(seed: 15, stream: seed)
    let letters = Array(",;\t\"\n\r aé東-=0".unicodeScalars)
    func text() -> String {
      var text = ""
      for _ in 0..<random.below(6) { text.unicodeScalars.append(letters[random.below(letters.count)]) }
      return text
    }
    let width = 1 + random.below(4)
    let rows = (0..<random.below(6)).map { _ in (0..<width).map { _ in text() } }
    let columns = (0..<width).map { _ in text() }
    let table = Table(name: "t", columns: columns, rows: rows.map { $0.map(TableValue.text) })
    for delimiter in [",", "\t", ";"] as [Unicode.Scalar] {
      let written = DelimitedWriter.text(of: table, delimiter: delimiter)
      #expect(TableFormatTests.records(written, delimiter) == [columns] + rows)
    }
  }
}
