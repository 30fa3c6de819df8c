public import Panels

/// Tables as delimited text.
///
/// Lines end in a line feed. A value is quoted only where it must be: where it holds the delimiter, a quote or a line
/// break, or where a row would otherwise be an empty line. Numbers are the shortest text that reads back the same.
public enum DelimitedWriter {
  /// Returns a table as delimited text with a header row.
  ///
  /// - Parameters:
  ///   - table: The table; its notes are not written.
  ///   - delimiter: What stands between values: a comma, a tab, a semicolon; one ASCII character.
  /// - Returns: The text, ending in a line feed.
  public static func text(of table: Table, delimiter: Unicode.Scalar = ",") -> String {
    precondition(
      delimiter.isASCII && delimiter != "\"" && delimiter != "\n" && delimiter != "\r",
      "the delimiter must be one ASCII character that is no quote and no line break"
    )
    let separator = UInt8(ascii: delimiter)
    var output: [UInt8] = []
    append(table.columns, to: &output, separator: separator)
    for row in table.rows {
      append(row.lazy.map(\.plainText), to: &output, separator: separator)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(
    _ values: some Collection<String>,
    to output: inout [UInt8],
    separator: UInt8
  ) {
    let start = output.count
    var isFirst = true
    for value in values {
      if !isFirst { output.append(separator) }
      isFirst = false
      append(value, to: &output, separator: separator)
    }
    if output.count == start, values.count == 1 { output.append(contentsOf: [0x22, 0x22]) }
    output.append(0x0A)
  }

  private static func append(_ value: String, to output: inout [UInt8], separator: UInt8) {
    let needsQuotes = value.utf8.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      output.append(contentsOf: value.utf8)
      return
    }
    output.append(0x22)
    for byte in value.utf8 {
      if byte == 0x22 { output.append(0x22) }
      output.append(byte)
    }
    output.append(0x22)
  }
}
