import CZlib

/// Makes zip archives for tests, sound ones and others.
struct ZipBuilder {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  /// Set on each file that is added: 1 means encrypted.
  var flags: UInt16 = 0

  /// Adds a file.
  ///
  /// A declared size other than the real one makes a lying archive.
  mutating func add(_ name: String, _ content: [UInt8], deflate: Bool = false, declaredSize: Int? = nil) {
    let stored = deflate ? ZipBuilder.deflated(content) : content
    let checksum = UInt32(truncatingIfNeeded: crc32(0, content, UInt32(content.count)))
    let offset = body.count
    var common: [UInt8] = []
    common.append(number: 20, bytes: 2)
    common.append(number: Int(flags), bytes: 2)
    common.append(number: deflate ? 8 : 0, bytes: 2)
    common.append(number: 0, bytes: 4)
    common.append(number: Int(checksum), bytes: 4)
    common.append(number: stored.count, bytes: 4)
    common.append(number: declaredSize ?? content.count, bytes: 4)
    common.append(number: name.utf8.count, bytes: 2)
    common.append(number: 0, bytes: 2)
    body.append(number: 0x0403_4B50, bytes: 4)
    body += common + Array(name.utf8) + stored
    directory.append(number: 0x0201_4B50, bytes: 4)
    directory.append(number: 20, bytes: 2)
    directory += common
    directory.append(number: 0, bytes: 10)
    directory.append(number: offset, bytes: 4)
    directory += Array(name.utf8)
    count += 1
  }

  mutating func add(_ name: String, _ text: String, deflate: Bool = true) {
    add(name, Array(text.utf8), deflate: deflate)
  }

  /// The archive.
  var bytes: [UInt8] {
    var all = body + directory
    all.append(number: 0x0605_4B50, bytes: 4)
    all.append(number: 0, bytes: 4)
    all.append(number: count, bytes: 2)
    all.append(number: count, bytes: 2)
    all.append(number: directory.count, bytes: 4)
    all.append(number: body.count, bytes: 4)
    all.append(number: 0, bytes: 2)
    return all
  }

  /// Raw deflate: what zlib's container holds between its two bytes of header and its four of checksum.
  static func deflated(_ content: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(content.count))
    var output = [UInt8](repeating: 0, count: Int(size))
    compress2(&output, &size, content, UInt(content.count), 9)
    return Array(output[2..<Int(size - 4)])
  }
}

extension [UInt8] {
  fileprivate mutating func append(number: Int, bytes: Int) {
    for shift in 0..<bytes { append(UInt8(truncatingIfNeeded: shift < 8 ? number >> (8 * shift) : 0)) }
  }
}

/// The parts of a small workbook.
struct WorkbookParts {
  var sheets: [(name: String, xml: String, state: String)] = []
  var sharedStrings: String?
  var styles: String?
  var workbookProperties = ""

  static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

  mutating func add(_ name: String, _ rows: String, after: String = "", state: String = "visible") {
    let xml =
      "<?xml version=\"1.0\"?><worksheet \(WorkbookParts.main)><sheetData>\(rows)</sheetData>\(after)</worksheet>"
    sheets.append((name, xml, state))
  }

  var archive: ZipBuilder {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    var zip = ZipBuilder()
    zip.add(
      "_rels/.rels",
      "<Relationships \(package)><Relationship Id=\"r1\" Type=\"\(relation)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
    var list = ""
    var relations = ""
    for (number, sheet) in sheets.enumerated() {
      list +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\" state=\"\(sheet.state)\" r:id=\"s\(number)\"/>"
      relations +=
        "<Relationship Id=\"s\(number)\" Type=\"\(relation)/worksheet\" Target=\"worksheets/sheet\(number).xml\"/>"
      zip.add("xl/worksheets/sheet\(number).xml", sheet.xml)
    }
    if let sharedStrings {
      relations +=
        "<Relationship Id=\"t\" Type=\"\(relation)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
      zip.add("xl/sharedStrings.xml", "<sst \(WorkbookParts.main)>\(sharedStrings)</sst>")
    }
    if let styles {
      relations += "<Relationship Id=\"y\" Type=\"\(relation)/styles\" Target=\"styles.xml\"/>"
      zip.add("xl/styles.xml", "<styleSheet \(WorkbookParts.main)>\(styles)</styleSheet>")
    }
    zip.add(
      "xl/workbook.xml",
      "<workbook \(WorkbookParts.main) xmlns:r=\"\(relation)\"><workbookPr \(workbookProperties)/><sheets>\(list)</sheets></workbook>"
    )
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships \(package)>\(relations)</Relationships>")
    return zip
  }
}
