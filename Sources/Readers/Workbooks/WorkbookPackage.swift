/// The parts of a workbook: files of a zip archive that refer to each other.
struct WorkbookPackage {
  private let archive: ZipArchive
  private let file: String
  private let positions: [String: Int]

  init(path: String, file: String, limits: Workbook.Limits) throws(WorkbookError) {
    archive = try ZipArchive(path: path, file: file, limits: limits)
    self.file = file
    var positions: [String: Int] = [:]
    for (position, entry) in archive.entries.enumerated() {
      // Some programs write backslashes, or other case in the list than in references.
      let name = String(entry.name.map { $0 == "\\" ? "/" : $0 }).lowercased()
      if positions[name] == nil { positions[name] = position }
    }
    self.positions = positions
  }

  func has(_ part: String) -> Bool { positions[part.lowercased()] != nil }

  /// The part that lists the sheets.
  func mainPart() throws(WorkbookError) -> String {
    if archive.entries.contains(where: \.isEncrypted) { throw .encrypted(file: file) }
    let relationships = has("_rels/.rels") ? try self.relationships(of: "") : []
    let target = relationships.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
    let part = WorkbookPackage.resolve(target, from: "")
    if part.lowercased().hasSuffix(".bin") {
      throw .notWorkbook(file: file, found: "a binary workbook (.xlsb)", advice: "Save it as .xlsx.")
    }
    guard has(part) else {
      if has("mimetype"), has("content.xml") {
        throw .notWorkbook(file: file, found: "an OpenDocument file (.ods)", advice: "Save it as .xlsx.")
      }
      if has("word/document.xml") {
        throw .notWorkbook(
          file: file,
          found: "a text document (.docx)",
          advice: "Save the table as .xlsx or CSV."
        )
      }
      throw .notWorkbook(
        file: file,
        found: "a zip archive without a workbook",
        advice: "Unpack it and give the file inside."
      )
    }
    return part
  }

  /// The parts that a part refers to.
  func relationships(of part: String) throws(WorkbookError) -> [RelationshipSink.Relationship] {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let list = "\(part[..<slash])_rels/\(part[slash...]).rels"
    guard has(list) else { return [] }
    let sink = RelationshipSink()
    try parse(list, with: sink)
    return sink.relationships
  }

  /// Reads the XML of a part.
  func parse(_ part: String, with sink: any XMLSink) throws(WorkbookError) {
    guard let position = positions[part.lowercased()] else {
      throw .damaged(file: file, part: part, reason: "the workbook refers to it, but it is not there")
    }
    let entry = archive.entries[position]
    let reader = try XMLReader(sink, file: file, part: entry.name)
    try archive.read(entry) { piece throws(WorkbookError) in try reader.feed(piece) }
    try reader.feed([], isLast: true)
  }

  /// The part that a reference means, seen from the part it stands in.
  static func resolve(_ target: String, from part: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var folders = part.split(separator: "/").dropLast().map(String.init)
    for piece in target.split(separator: "/") {
      switch piece {
      case ".": continue
      case "..": _ = folders.popLast()
      default: folders.append(String(piece))
      }
    }
    return folders.joined(separator: "/")
  }
}

/// What a file is, by its first bytes.
enum FileSignature {
  /// Passes a zip archive; otherwise says what the file is.
  static func check(_ path: String, file: String) throws(WorkbookError) {
    let head: [UInt8]
    do { head = try FileSystem.prefix(of: path, count: 512) } catch { throw .file(error) }
    if head.starts(with: [0x50, 0x4B]) { return }
    if head.starts(with: oldOffice) {
      if holdsEncryptedPackage(path) { throw .encrypted(file: file) }
      throw .notWorkbook(file: file, found: "an Excel 97–2003 workbook (.xls)", advice: "Save it as .xlsx.")
    }
    if head.isEmpty { throw .notWorkbook(file: file, found: "empty", advice: "Fetch it again.") }
    if head.starts(with: [0x1F, 0x8B]) {
      throw .notWorkbook(file: file, found: "a gzip file", advice: "Unpack it first.")
    }
    let start = String(decoding: head, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      .lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
      throw .notWorkbook(
        file: file,
        found: "a web page",
        advice: "The address may have moved: fetch it again in a browser."
      )
    }
    if start.hasPrefix("<") {
      throw .notWorkbook(file: file, found: "an XML file", advice: "Save it as .xlsx.")
    }
    throw .notWorkbook(
      file: file,
      found: "no zip archive, as every .xlsx file is",
      advice: "If it is a text table, give it the ending .csv or .tsv."
    )
  }

  private static let oldOffice: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
  /// The name of the stream that an encrypted workbook lies in, as a compound file writes it.
  private static let encryptedPackage: [UInt8] = Array("EncryptedPackage".utf8)
    .flatMap { [$0, 0] as [UInt8] }

  private static func holdsEncryptedPackage(_ path: String) -> Bool {
    var found = false
    try? FileSystem.read(path) { piece in found = found || contains(encryptedPackage, in: piece) }
    return found
  }

  private static func contains(_ needle: [UInt8], in bytes: [UInt8]) -> Bool {
    guard bytes.count >= needle.count, let first = needle.first else { return false }
    for at in 0...(bytes.count - needle.count)
    where bytes[at] == first && bytes[at..<(at + needle.count)].elementsEqual(needle) { return true }
    return false
  }
}
