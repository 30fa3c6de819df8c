/// How a delimited file is written: what parts cells and rows, how text and numbers are spelled.
public struct Dialect: Hashable, Sendable {
  /// How the characters of a file are stored.
  public enum Encoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8, with or without a byte-order mark; plain ASCII too.
    case utf8 = "utf-8"
    /// UTF-16, least significant byte first.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, most significant byte first.
    case utf16BigEndian = "utf-16be"
    /// The Western European code page of Windows.
    case windows1252 = "windows-1252"
  }

  /// What ends a row.
  public enum LineEnding: String, Hashable, Sendable, CaseIterable {
    /// A line feed, a carriage return, or both.
    case any
    /// A line feed.
    case lf
    /// A carriage return and a line feed.
    case crlf
    /// A carriage return.
    case cr
  }

  /// What stands between cells; one character or several.
  public var delimiter: String
  /// What encloses cells that hold delimiters, quotes or line ends; nil if quotes are ordinary characters.
  public var quote: Character?
  /// What takes the special meaning from the character after it within quotes; nil if quotes are doubled instead.
  public var escape: Character?
  /// How the characters are stored.
  public var encoding: Encoding
  /// Whether the content began with a byte-order mark.
  public var hasByteOrderMark: Bool
  /// What ends a row.
  public var lineEnding: LineEnding
  /// Whether only ``lineEnding`` ends a row; otherwise all three do.
  public var isLineEndingStrict: Bool
  /// Whether numbers have a decimal comma.
  public var hasDecimalComma: Bool
  /// Whether numbers have commas that may be decimal or part thousands, so that they cannot be read untold.
  public var isDecimalAmbiguous: Bool
  /// Whether a row names the columns.
  public var hasHeader: Bool

  /// Makes a dialect; the defaults are those of RFC 4180.
  public init(
    delimiter: String = ",",
    quote: Character? = "\"",
    escape: Character? = nil,
    encoding: Encoding = .utf8,
    hasByteOrderMark: Bool = false,
    lineEnding: LineEnding = .any,
    isLineEndingStrict: Bool = false,
    hasDecimalComma: Bool = false,
    isDecimalAmbiguous: Bool = false,
    hasHeader: Bool = true
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.lineEnding = lineEnding
    self.isLineEndingStrict = isLineEndingStrict
    self.hasDecimalComma = hasDecimalComma
    self.isDecimalAmbiguous = isDecimalAmbiguous
    self.hasHeader = hasHeader
  }

  /// The dialect in words, for a report: `comma, utf-8, crlf`.
  public var label: String {
    var parts = [delimiterName]
    parts.append(encoding.rawValue + (hasByteOrderMark ? " with byte-order mark" : ""))
    if lineEnding != .any { parts.append(lineEnding.rawValue) }
    if let quote, quote != "\"" { parts.append("quote \(quote)") }
    if quote == nil { parts.append("no quotes") }
    if let escape { parts.append("escape \(escape)") }
    if hasDecimalComma { parts.append("decimal comma") }
    if isDecimalAmbiguous { parts.append("decimal sign unclear") }
    if !hasHeader { parts.append("no header") }
    return parts.joined(separator: ", ")
  }

  /// The delimiter in words.
  var delimiterName: String {
    let names = [
      ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", " ": "space", ", ": "comma and space",
    ]
    return names[delimiter] ?? "'\(delimiter)'"
  }

  /// Whether the loop for one-byte dialects can read it.
  var isPlain: Bool {
    delimiter.utf8.count == 1 && escape == nil && !isLineEndingStrict && (quote?.isASCII ?? true)
  }
}

/// The parts of a dialect that the caller knows; the rest is detected.
public struct DialectOverrides: Hashable, Sendable {
  /// What a caller says of quotes.
  public enum Quote: Hashable, Sendable {
    /// This character encloses cells.
    case character(Character)
    /// Quotes are ordinary characters.
    case none
  }

  /// What stands between cells.
  public var delimiter: String?
  /// What encloses cells.
  public var quote: Quote?
  /// What takes the special meaning from the character after it.
  public var escape: Character?
  /// How the characters are stored.
  public var encoding: Dialect.Encoding?
  /// What alone ends a row.
  public var lineEnding: Dialect.LineEnding?
  /// Whether numbers have a decimal comma.
  public var hasDecimalComma: Bool?
  /// Whether a row names the columns.
  public var hasHeader: Bool?
  /// How many rows to leave out before anything else.
  public var skippedRows: Int

  /// Makes overrides; what is not given is detected.
  public init(
    delimiter: String? = nil,
    quote: Quote? = nil,
    escape: Character? = nil,
    encoding: Dialect.Encoding? = nil,
    lineEnding: Dialect.LineEnding? = nil,
    hasDecimalComma: Bool? = nil,
    hasHeader: Bool? = nil,
    skippedRows: Int = 0
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.encoding = encoding
    self.lineEnding = lineEnding
    self.hasDecimalComma = hasDecimalComma
    self.hasHeader = hasHeader
    self.skippedRows = skippedRows
  }
}
