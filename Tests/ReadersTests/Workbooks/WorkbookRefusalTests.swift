import Arithmetic
import Panels
import Readers
import Testing

@Suite struct WorkbookRefusalTests {
  static let strangers: [[UInt8]] = [
    [], Array("a,b\n1,2\n".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
    [0xD0, 0xCF, 0x11, 0xE0] + Array("EncryptedPackage".utf8).flatMap { [$0, 0] as [UInt8] },
    Array("  <!DOCTYPE html><p>moved".utf8), [0x1F, 0x8B, 8], Array("PK\u{3}\u{4}half".utf8),
  ]

  @Test(
    "A file that is no workbook is called what it is",
    arguments: zip(
      strangers,
      [
        "it is empty", "it is no zip archive", "it is an Excel 97–2003 workbook (.xls)",
        "closed by a password",
        "it is a web page", "it is a gzip file",
        "is cut off or damaged: the list at the end of the archive is missing",
      ]
    )
  )
  func otherFiles(bytes: [UInt8], words: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("f.xlsx", bytes)
    let message = WorkbookTests.message { try Workbook(path: path) }
    #expect(message.contains(words))
    #expect(message.hasPrefix("'f.xlsx'"))
  }

  @Test("A folder and a file that is not there are named")
  func noFile() throws {
    let folder = try TemporaryFolder()
    #expect(
      WorkbookTests.message { try Workbook(path: folder.path) }.contains("it is a folder, a file is needed")
    )
    #expect(WorkbookTests.message { try Workbook(path: "no.xlsx") }.contains("no such file or directory"))
  }

  @Test("Archives of other programs are called what they are")
  func otherArchives() throws {
    let folder = try TemporaryFolder()
    func message(_ names: [String], flags: UInt16 = 0) throws -> String {
      var zip = ZipBuilder()
      zip.flags = flags
      for name in names { zip.add(name, "x", deflate: false) }
      let path = try folder.file("f.xlsx", zip.bytes)
      return WorkbookTests.message { try Workbook(path: path) }
    }
    #expect(try message(["mimetype", "content.xml"]).contains("an OpenDocument file (.ods)"))
    #expect(try message(["word/document.xml"]).contains("a text document (.docx)"))
    #expect(try message(["table.csv"]).contains("a zip archive without a workbook"))
    #expect(try message(["xl/workbook.xml"], flags: 1).contains("closed by a password"))
    #expect(try message([]).contains("is cut off or damaged"))
  }

  @Test("A workbook without sheets, and one whose sheet is missing, are refused")
  func noSheets() throws {
    let folder = try TemporaryFolder()
    #expect(throws: WorkbookError.noSheets(file: "book.xlsx")) { try folder.workbook(WorkbookParts()) }
  }

  @Test("A zip bomb is refused, whether it declares its size or lies about it")
  func bombs() throws {
    let folder = try TemporaryFolder()
    let zeros = [UInt8](repeating: 0x20, count: 40 << 20)
    // A file that inflates beyond its declared size is cut there, and its checksum is wrong.
    let words = ["it inflates to more than 300 times its size", "its checksum or its size is wrong"]
    for (declared, words) in zip([nil, 1000] as [Int?], words) {
      var zip = ZipBuilder()
      zip.add("xl/workbook.xml", zeros, deflate: true, declaredSize: declared)
      let path = try folder.file("bomb.xlsx", zip.bytes)
      let message = WorkbookTests.message { try Workbook(path: path) }
      #expect(message.contains(words))
    }
    var small = Workbook.Limits()
    small.partBytes = 1 << 20
    var zip = ZipBuilder()
    zip.add("xl/workbook.xml", zeros, deflate: true)
    let path = try folder.file("bomb.xlsx", zip.bytes)
    #expect(
      WorkbookTests.message { try Workbook(path: path, limits: small) }.contains("inflates to more than 1 MB")
    )
  }

  @Test("Document types, and with them entities that multiply, are refused")
  func entities() throws {
    var parts = WorkbookParts()
    parts.sharedStrings = "<si><t>a</t></si>"
    parts.add("S", "<row><c><v>1</v></c></row>")
    parts.sheets[0].xml = """
      <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>
      """
    let folder = try TemporaryFolder()
    let book = try folder.workbook(parts)
    let message = WorkbookTests.message { try book.sheet(at: 0) }
    #expect(message.contains("part 'xl/worksheets/sheet0.xml', line 1: it declares a document type"))
  }

  @Test(
    "Broken cells and XML are named by sheet, cell and line",
    arguments: zip(
      [
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>5</v></c></row>", "<row r=\"0\"><c><v>1</v></c></row>",
        "<row r=\"1048577\"><c><v>1</v></c></row>", "<row><c r=\"ZZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\">\n<c><v>1</w></c></row>", String(repeating: "<a>", count: 100),
        "<row><c r=\"XFD1\"/><c><v>1</v></c></row>",
        "<row><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>",
        "<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>",
      ],
      [
        "'book.xlsx', sheet 'S', cell A1: it points to shared text '5', but the workbook has 1.",
        "sheet 'S', cell of row 0: a sheet has rows 1 to 1048576.",
        "sheet 'S', cell of row 1048577: a sheet has rows 1 to 1048576.",
        "sheet 'S', cell ZZZZ1: this is no name of a cell.",
        "line 2: it is not well-formed XML (mismatched tag)", "elements are nested more than 64 deep",
        "a sheet has at most 16384 columns", "cell B1: it stands twice in the sheet.",
        "cell of row 2: the row stands twice in the sheet.",
      ]
    )
  )
  func brokenCells(rows: String, words: String) throws {
    var parts = WorkbookParts()
    parts.sharedStrings = "<si><t>a</t></si>"
    parts.add("S", rows)
    let folder = try TemporaryFolder()
    let book = try folder.workbook(parts)
    let message = WorkbookTests.message { try book.sheet(at: 0) }
    #expect(message.contains(words))
  }

  @Test("Cells far to the right cannot fill the memory")
  func sparse() throws {
    var parts = WorkbookParts()
    parts.add("S", String(repeating: "<row><c r=\"XFD1\"><v>1</v></c></row>", count: 3000))
    let folder = try TemporaryFolder()
    let book = try folder.workbook(parts)
    #expect(WorkbookTests.message { try book.sheet(at: 0) }.contains("has more than 20000000 cells"))
  }

  @Test("One tag without an end cannot hold the reader up")
  func longToken() throws {
    var parts = WorkbookParts()
    parts.add("S", "")
    parts.sheets[0].xml = "<worksheet><a b=\"" + String(repeating: "x", count: 9 << 20)
    let folder = try TemporaryFolder()
    let book = try folder.workbook(parts)
    #expect(WorkbookTests.message { try book.sheet(at: 0) }.contains("one tag or text is longer than 4 MB"))
  }

  @Test("Mutated workbooks are read or refused, never more", arguments: 0..<20)
  func fuzz(seed: Int) throws {
    var random = RandomStream(seed: 13, stream: UInt64(seed))
    let table = Table(
      name: "t",
      columns: ["a", "b"],
      rows: (0..<20).map { [.text("row \($0)"), .number(Double($0) / 3)] }
    )
    let base = try WorkbookWriter.bytes(of: [table], title: "fuzz")
    let folder = try TemporaryFolder()
    for _ in 0..<40 {
      var bytes = base
      for _ in 0...random.below(6) {
        let at = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes[at] ^= 1 << UInt8(random.below(8))
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.below(8)))
        default: bytes = Array(bytes[..<max(4, at)])
        }
      }
      let path = try folder.file("f.xlsx", bytes)
      do {
        let book = try Workbook(path: path)
        for position in book.sheets.indices { _ = try book.sheet(at: position) }
      } catch {
        #expect("\(error)".hasPrefix("'f.xlsx'"))
      }
    }
  }

  @Test("Mutated parts of a sound archive are read or refused, never more", arguments: 0..<20)
  func fuzzParts(seed: Int) throws {
    var random = RandomStream(seed: 14, stream: UInt64(seed))
    let base = """
      <worksheet xmlns="x"><sheetData><row r="1"><c r="A1" s="1"><v>43861</v></c><c r="B1" t="s"><v>0</v></c></row>
      <row r="3"><c r="C3" t="inlineStr"><is><t>_x0041_</t></is></c></row></sheetData>
      <mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>
      """
    let folder = try TemporaryFolder()
    for _ in 0..<40 {
      var text = Array(base.utf8)
      for _ in 0...random.below(5) {
        let at = random.below(text.count)
        switch random.below(3) {
        case 0: text[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: text.insert(text[random.below(text.count)], at: at)
        default: text.remove(at: at)
        }
      }
      var parts = WorkbookParts()
      parts.sharedStrings = "<si><t>a</t></si>"
      parts.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
      parts.add("S", "")
      parts.sheets[0].xml = String(decoding: text, as: UTF8.self)
      let book = try folder.workbook(parts)
      do {
        _ = try book.sheet(at: 0).rowsWithMergedCellsFilled
      } catch {
        #expect("\(error)".hasPrefix("'book.xlsx'"))
      }
    }
  }
}
