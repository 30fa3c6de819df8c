import Arithmetic
import Readers
import Testing

@Suite struct JSONTests {
  @Test("Every kind of value is read, whole numbers as integers")
  func values() throws {
    let value = try JSONValue(
      parsing: #"""
        {"a": [1, -2, 0.5, 1e3, -0.0, 9007199254740993, 1E-5], "b": {"c": null, "d": true, "e": false}, "f": ""}
        """#
    )
    #expect(
      value["a"]?.array == [
        .integer(1), .integer(-2), .number(0.5), .number(1000), .number(-0.0),
        .integer(9_007_199_254_740_993),
        .number(1e-5),
      ]
    )
    #expect(value["b"]?.members?.map(\.name) == ["c", "d", "e"])
    #expect(value["b"]?["c"] == .null)
    #expect(value["f"]?.string == "")
    #expect(value["g"] == nil)
  }

  @Test("Escapes, pairs of surrogates and letters beyond ASCII are read")
  func escapes() throws {
    let value = try JSONValue(parsing: #""\u0041\n\t\"\\\/\b\f\r\u00e9 \uD83D\uDE00 Ynys Môn""#)
    #expect(value == .string("A\n\t\"\\/\u{8}\u{C}\ré 😀 Ynys Môn"))
  }

  @Test(
    "What is not JSON is refused with its line and column",
    arguments: zip(
      [
        "", "{", "[1,]", "{\"a\":1,}", "[01]", "[1.]", "[.5]", "[+1]", "tru", "[1] 2", "{\"a\" 1}", "[1\n 2]",
        "{a:1}", "nan",
      ],
      [
        "Line 1, column 1: found the end of the text, but JSON needs a value there.",
        "Line 1, column 2: found the end of the text, but JSON needs '}' or a member there.",
        "Line 1, column 4: found ']', but JSON needs a value there.",
        "Line 1, column 8: found '}', but JSON needs the name of a member in quotes there.",
        "Line 1, column 2: found '01]', but JSON needs a number without leading zeros there.",
        "Line 1, column 4: found ']', but JSON needs a digit after the decimal point there.",
        "Line 1, column 2: found '.5]', but JSON needs a value there.",
        "Line 1, column 2: found '+1]', but JSON needs a value there.",
        "Line 1, column 1: found 'tru', but JSON needs true, false or null there.",
        "Line 1, column 5: found '2', but JSON needs the end of the text there.",
        "Line 1, column 6: found '1}', but JSON needs ':' there.",
        "Line 2, column 2: found '2]', but JSON needs ',' or ']' there.",
        "Line 1, column 2: found 'a:1}', but JSON needs the name of a member in quotes there.",
        "Line 1, column 1: found 'nan', but JSON needs true, false or null there.",
      ]
    )
  )
  func syntax(text: String, message: String) throws {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    #expect(error?.description == message)
  }

  @Test("Half a pair, a raw line break, bytes that are no UTF-8 and an open text are refused")
  func texts() {
    for text in [#""\ud800""#, "\"a\nb\"", "\"abc", #""\u12g4""#, #""\x""#] {
      #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    }
    #expect(throws: JSONError.text("the text has bytes that are not UTF-8", line: 1, column: 2)) {
      try JSONValue(parsing: [0x22, 0xC3, 0x28, 0x22])
    }
  }

  @Test("A number too large to hold is refused, one too small is 0")
  func extremes() throws {
    #expect(throws: JSONError.numberTooLarge("1e999", line: 1, column: 1)) { try JSONValue(parsing: "1e999") }
    #expect(try JSONValue(parsing: "1e-999") == .number(0))
    #expect(
      try JSONValue(parsing: "123456789012345678901234567890").number == 123456789012345678901234567890.0
    )
  }

  @Test("Deep nesting ends in an error, not in a crash")
  func deep() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.tooDeep(limit: 256, line: 1, column: 257)) { try JSONValue(parsing: text) }
  }

  @Test("Numbers read as the nearest double, whatever their digits", arguments: 0..<20)
  func numbers(seed: Int) throws {
    var random = RandomStream(seed: 11, stream: UInt64(seed))
    for _ in 0..<500 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite else { continue }
      #expect(try JSONValue(parsing: "\(number)").number == number)
      let short =
        "\(Int(random.below(2_000_000)) - 1_000_000).\(random.below(100_000_000))e\(random.below(40) - 20)"
      #expect(try JSONValue(parsing: short).number == Double(short))
    }
  }

  @Test("Sorted text does not depend on the order of the members, and reads back")
  func sortedText() throws {
    let one = JSONValue.object([
      JSONMember("b", .array([.integer(1), .object([])])), JSONMember("a", .string("é\"\u{1}")),
      JSONMember("ab", .array([])),
    ])
    let other = JSONValue.object(one.members?.reversed() ?? [])
    #expect(one.sortedText == other.sortedText)
    #expect(
      one.sortedText == """
        {
          "a": "é\\"\\u0001",
          "ab": [],
          "b": [
            1,
            {}
          ]
        }

        """
    )
    #expect(try JSONValue(parsing: one.compactText) == one)
  }

  @Test("Mutated JSON is read or refused, never more", arguments: 0..<50)
  func fuzz(seed: Int) throws {
    var random = RandomStream(seed: 12, stream: UInt64(seed))
    let base = Array(#"{"type":"a\u00e9","n":[-1.5e3,[],{"x":null,"y":[true,false]}],"t":"é😀"}"#.utf8)
    for _ in 0..<200 {
      var bytes = base
      for _ in 0...random.below(4) {
        let at = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: at)
        default: bytes.insert(bytes[random.below(bytes.count)], at: at)
        }
      }
      guard let value = try? JSONValue(parsing: bytes) else { continue }
      // The text is compared: 1e3 is written as 1000, which reads as an integer.
      #expect(try JSONValue(parsing: value.compactText).compactText == value.compactText)
    }
  }
}
