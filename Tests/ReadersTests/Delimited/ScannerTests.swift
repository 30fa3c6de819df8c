import Readers
import Testing

@Suite struct ScannerTests {
  /// All cells by the fast loop, or what stopped it.
  private func fast(_ bytes: [UInt8], quote: UInt8?) -> ([[[UInt8]]], ScanFailure?) {
    var scanner = FastRowScanner(delimiter: 0x2C, quote: quote, position: 0, rowLimit: 1_000)
    var cells: [CellRange] = []
    var rows: [[[UInt8]]] = []
    do throws(ScanFailure) {
      while try scanner.next(in: bytes.span, cells: &cells) {
        rows.append(cells.map { $0.bytes(in: bytes.span, quote: quote ?? 0) })
      }
    } catch {
      return (rows, error)
    }
    return (rows, nil)
  }

  /// All cells by the general loop, or what stopped it.
  private func general(_ bytes: [UInt8], _ dialect: Dialect) -> ([[[UInt8]]], ScanFailure?) {
    var scanner = GeneralRowScanner(dialect, position: 0, rowLimit: 1_000)
    var cells: [CellRange] = []
    var rows: [[[UInt8]]] = []
    do throws(ScanFailure) {
      while try scanner.next(in: bytes.span, cells: &cells) {
        rows.append(cells.map { $0.bytes(in: scanner.text.span, quote: 0) })
      }
    } catch {
      return (rows, error)
    }
    return (rows, nil)
  }

  @Test("The fast and the general loop find the same cells in 20,000 random texts", arguments: 0..<20)
  func loopsAgree(seed: Int) {
    var numbers = SeededNumbers(seed + 1)
    let alphabet = Array("aB1,,,\"\"\"\n\r\u{E9} ".utf8)
    for _ in 0..<1_000 {
      let bytes = (0..<numbers.below(40)).map { _ in alphabet[numbers.below(alphabet.count)] }
      let quoted = (fast(bytes, quote: 0x22), general(bytes, Dialect()))
      #expect(
        quoted.0.0 == quoted.1.0 && quoted.0.1 == quoted.1.1,
        "\(String(decoding: bytes, as: UTF8.self))"
      )
      let plain = (fast(bytes, quote: nil), general(bytes, Dialect(quote: nil)))
      #expect(plain.0.0 == plain.1.0, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("Delimiters of several characters, escapes and strict line ends are told, and read")
  func generalDialects() {
    let text = Array("a||b\r\nc\n1||\"x\\\"y\"\r\n".utf8)
    let dialect = Dialect(delimiter: "||", escape: "\\", lineEnding: .crlf, isLineEndingStrict: true)
    let (rows, failure) = general(text, dialect)
    #expect(failure == nil)
    #expect(rows.map { $0.map { String(decoding: $0, as: UTF8.self) } } == [["a", "b"], ["c\n1", "x\"y"]])
  }

  @Test("A row above the limit stops both loops")
  func rowLimit() {
    let bytes = [UInt8](repeating: 0x61, count: 2_000)
    #expect(fast(bytes, quote: 0x22).1 == .tooLong)
    #expect(general(bytes, Dialect()).1 == .tooLong)
  }

  @Test("Numbers equal those of the standard library, bit for bit, for 20,000 random numerals")
  func numbersAreCorrectlyRounded() {
    var random = SeededNumbers(11)
    let parser = NumberParser(hasDecimalComma: false, isAmbiguous: false)
    for _ in 0..<20_000 {
      var text = random.below(3) == 0 ? "-" : ""
      for _ in 0..<(1 + random.below(12)) { text += "\(random.below(10))" }
      if random.below(2) == 0 {
        text += "."
        for _ in 0..<random.below(14) { text += "\(random.below(10))" }
      }
      if random.below(5) == 0 { text += "e\(random.below(60) - 30)" }
      let bytes = Array(text.utf8)
      #expect(
        parser.parse(bytes.span, 0, bytes.count) == Double(text).map(ParsedNumber.number) ?? .none,
        "\(text)"
      )
    }
  }

  @Test(
    "Texts are numbers, or not, as the dialect says",
    arguments: [
      ("1,234", false, ParsedNumber.number(1234)), ("1,234.5", false, .number(1234.5)),
      ("12,34", false, .none),
      ("1.234,5", true, .number(1234.5)), ("0,5", true, .number(0.5)), ("inf", false, .notFinite),
      ("-NaN", false, .notFinite), ("1e999", false, .notFinite), ("", false, .none), ("-", false, .none),
      (".5", false, .number(0.5)), ("5.", false, .number(5)), (" 7 ", false, .number(7)),
      ("0x10", false, .none),
      ("\u{2212}3", false, .number(-3)), ("1e5", false, .number(100_000)), ("1 2", false, .none),
    ]
  )
  func numerals(text: String, comma: Bool, expected: ParsedNumber) {
    let bytes = Array(text.utf8)
    let parser = NumberParser(hasDecimalComma: comma, isAmbiguous: false)
    #expect(parser.parse(bytes.span, 0, bytes.count) == expected)
  }

  @Test("Texts get the numbers that a plain dictionary gives them")
  func byteDictionary() {
    var numbers = SeededNumbers(5)
    var dictionary = ByteDictionary()
    var twin: [[UInt8]: Int32] = [:]
    for _ in 0..<20_000 {
      let bytes = (0..<numbers.below(20)).map { _ in UInt8(0x61 + numbers.below(3)) }
      let expected = twin[bytes] ?? Int32(twin.count)
      twin[bytes] = expected
      #expect(dictionary.id(of: bytes.span, 0, bytes.count) == expected)
    }
    #expect(dictionary.count == twin.count)
  }
}
