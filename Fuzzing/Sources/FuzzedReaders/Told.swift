import Panels
import Readers

/// What the first four bytes of an input tell of it; four zeros tell nothing.
struct Told {
  /// The kind of source.
  var profile: ProfileName?
  /// The dialect.
  var dialect = DialectOverrides()
  /// Whether the first four columns are named as region, industry, period and value.
  var namesColumns = false
  /// Whether codes that a spreadsheet spoiled are mended.
  var repairsCodes = false
  /// The fourth byte, for what only one reader is told.
  var rest: UInt8 = 0

  /// Parts an input into what it tells and its content.
  static func split(_ input: [UInt8]) -> (told: Told, content: [UInt8]) {
    guard input.count >= 4 else { return (Told(), input) }
    var told = Told()
    let profiles = ProfileName.allCases
    let number = Int(input[0] & 15)
    if number > 0, number <= profiles.count { told.profile = profiles[number - 1] }
    told.namesColumns = input[0] & 16 != 0
    told.repairsCodes = input[0] & 32 != 0
    let delimiters: [String?] = [nil, ",", ";", "\t", "|", "||", "::", " "]
    told.dialect.delimiter = delimiters[Int(input[1] & 7)]
    let quotes: [DialectOverrides.Quote?] = [
      nil, DialectOverrides.Quote.none, .character("\""), .character("'"),
    ]
    told.dialect.quote = quotes[Int(input[1] >> 3 & 3)]
    told.dialect.escape = input[1] & 32 != 0 ? "\\" : nil
    let endings: [Dialect.LineEnding?] = [nil, nil, nil, nil, .any, .lf, .crlf, .cr]
    told.dialect.lineEnding = endings[Int(input[2] & 7)]
    let answers: [Bool?] = [nil, true, false, nil]
    told.dialect.hasHeader = answers[Int(input[2] >> 3 & 3)]
    told.dialect.hasDecimalComma = answers[Int(input[2] >> 5 & 3)]
    let encodings: [Dialect.Encoding?] = [
      nil, nil, nil, nil, .utf8, .windows1252, .utf16LittleEndian, .utf16BigEndian,
    ]
    told.dialect.encoding = encodings[Int(input[3] & 7)]
    told.dialect.skippedRows = Int(input[3] >> 3 & 3)
    told.rest = input[3] >> 5
    return (told, Array(input[4...]))
  }
}
