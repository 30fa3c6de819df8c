/// A file that is no delimited text, whatever its name says, told by its first bytes.
struct OtherFormat: Equatable {
  /// What it is, such as "a PDF document".
  let name: String
  /// What to do.
  let advice: String

  /// How far into a file names of its parts are looked for.
  private static let sampleBytes = 1 << 20

  /// Looks at the beginning of a content; nil if it may be delimited text.
  ///
  /// - Parameters:
  ///   - bytes: The content, decompressed.
  ///   - name: The name of the file, which may have the wrong ending.
  init?(_ bytes: Span<UInt8>, name: String) {
    func begins(_ magic: [UInt8]) -> Bool { OtherFormat.holds(bytes, magic, at: 0) }
    if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
      let isWorkbook = OtherFormat.finds(Array("xl/".utf8), in: bytes)
      self.name = isWorkbook ? "an Excel workbook" : "a zip archive"
      let hasEnding = name.lowercased().hasSuffix(".xlsx") || name.lowercased().hasSuffix(".xlsm")
      advice =
        isWorkbook && !hasEnding
        ? "Give it the ending .xlsx."
        : isWorkbook ? "Read it as a workbook." : "Unpack it and give the table inside."
    } else if begins([0xD0, 0xCF, 0x11, 0xE0]) {
      let isClosed = OtherFormat.finds(Array("EncryptedPackage".utf8).flatMap { [$0, 0] }, in: bytes)
      self.name =
        isClosed ? "an Excel workbook closed by a password" : "an Excel workbook of the old kind (.xls)"
      advice =
        isClosed
        ? "Open it with the password in a spreadsheet program and save it without one, as .xlsx or .csv."
        : "Save it as .xlsx or .csv."
    } else if begins(Array("%PDF-".utf8)) {
      self.name = "a PDF document"
      advice = "Look for the table as .csv or .xlsx where it was published."
    } else if let page = OtherFormat.page(bytes) {
      (self.name, advice) = page
    } else if let binary = OtherFormat.binaries.first(where: { begins($0.magic) }) {
      (self.name, advice) = (binary.name, binary.advice)
    } else {
      return nil
    }
  }

  private struct Binary {
    let magic: [UInt8]
    let name: String
    let advice: String
  }

  private static let binaries = [
    Binary(
      magic: Array("PAR1".utf8),
      name: "a Parquet file",
      advice: "It needs an engine that reads Parquet."
    ),
    Binary(magic: Array("BZh9".utf8), name: "a bzip2 file", advice: "Unpack it with bunzip2 first."),
    Binary(
      magic: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0],
      name: "an xz file",
      advice: "Unpack it with unxz first."
    ),
    Binary(
      magic: [0x28, 0xB5, 0x2F, 0xFD],
      name: "a Zstandard file",
      advice: "Unpack it with unzstd first."
    ),
    Binary(
      magic: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
      name: "a 7-Zip archive",
      advice: "Unpack it and give the table inside."
    ),
    Binary(
      magic: Array("SQLite format 3".utf8),
      name: "an SQLite database",
      advice: "Save the table that is needed as CSV."
    ),
    Binary(
      magic: [0x89, 0x50, 0x4E, 0x47],
      name: "a picture",
      advice: "Look for the table as .csv or .xlsx where it was published."
    ),
  ]

  /// A web page or another XML document, with its title.
  private static func page(_ bytes: Span<UInt8>) -> (name: String, advice: String)? {
    let sample = bytes.extracting(0..<min(bytes.count, 1 << 14))
    let text = String(decoding: Array(sample.indices.map { sample[$0] }), as: UTF8.self)
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let lowered = start.prefix(600).lowercased()
    let isXHTML = lowered.hasPrefix("<?xml") && lowered.contains("<html")
    if isXHTML || ["<!doctype html", "<html", "<head>", "<head "].contains(where: { lowered.hasPrefix($0) }) {
      let title = title(of: start)
      return (
        "a web page" + (title.isEmpty ? "" : " ('\(title)')"),
        "A site that cannot give a file often answers with a page: fetch it again, and check its address in a browser."
      )
    }
    guard lowered.hasPrefix("<?xml") else { return nil }
    return ("an XML document", "Look for the table as .csv or .xlsx where it was published.")
  }

  /// The title of a page on one line, at most 80 characters.
  private static func title(of page: Substring) -> String {
    let lowered = page.lowercased()
    guard
      let tag = lowered.split(separator: "<title", maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
        .first,
      let open = tag.firstIndex(of: ">")
    else { return "" }
    let length = tag[tag.index(after: open)...].prefix { $0 != "<" }.count
    let before = lowered.count - tag[open...].count + 1
    let words = page.dropFirst(before).prefix(length).split(whereSeparator: \.isWhitespace)
    let title = words.joined(separator: " ")
      .filter { !$0.isNewline && $0.unicodeScalars.allSatisfy { $0.value >= 32 } }
    return title.count > 80 ? title.prefix(80) + "…" : title
  }

  private static func holds(_ bytes: Span<UInt8>, _ magic: [UInt8], at start: Int) -> Bool {
    guard bytes.count - start >= magic.count else { return false }
    for (offset, byte) in magic.enumerated() where bytes[start + offset] != byte { return false }
    return true
  }

  private static func finds(_ text: [UInt8], in bytes: Span<UInt8>) -> Bool {
    func isFound(_ range: Range<Int>) -> Bool {
      for start in range where holds(bytes, text, at: start) { return true }
      return false
    }
    // Names of parts stand before each part and once more at the end.
    let end = max(0, bytes.count - text.count + 1)
    return isFound(0..<min(end, sampleBytes)) || isFound(max(0, end - sampleBytes)..<end)
  }
}
