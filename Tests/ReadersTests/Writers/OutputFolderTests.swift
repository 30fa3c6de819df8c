import FoundationEssentials
import Readers
import Testing

/// A folder of its own for one test, removed at the end.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/hinterland-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The names in the folder, hidden ones too.
  func names(_ inner: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + inner).sorted()
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }
}

@Suite struct OutputFolderTests {
  struct Stop: Error {}

  @Test("A file is written whole, and kept unless force is given")
  func atomicFile() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/deep/down/a.csv"
    try AtomicFile.write("one\n", to: path)
    #expect(throws: OutputError.exists(path: path)) { try AtomicFile.write("two\n", to: path) }
    #expect(folder.text("deep/down/a.csv") == "one\n")
    try AtomicFile.write("two\n", to: path, force: true)
    #expect(folder.text("deep/down/a.csv") == "two\n")
    #expect(try folder.names("deep/down") == ["a.csv"])
    let digest = try SHA256.hexadecimal(ofFile: path)
    #expect(digest == SHA256.hexadecimal(of: Array("two\n".utf8)))
  }

  @Test("A folder in the place of a file is refused, even with force")
  func folderForFile() throws {
    let folder = try TemporaryFolder()
    #expect(throws: OutputError.wrongKind(path: folder.path, expected: "a file")) {
      try AtomicFile.write("x", to: folder.path, force: true)
    }
  }

  @Test("A folder appears with all its files and their digests")
  func wholeFolder() throws {
    let folder = try TemporaryFolder()
    let records = try OutputFolder.write(to: folder.path + "/out/") { out in
      try out.add("a\n", as: "tables/a.csv")
      try out.add("b\n", as: "index.html")
      #expect(try folder.names() == [".out.partial-\(FileSystem.processTag)"])
    }
    #expect(try folder.names() == ["out"])
    #expect(records.map(\.name) == ["tables/a.csv", "index.html"])
    #expect(records[0].sha256 == SHA256.hexadecimal(of: Array("a\n".utf8)))
    #expect(folder.text("out/tables/a.csv") == "a\n")
  }

  @Test("A failure leaves nothing behind and the old folder as it was")
  func failure() throws {
    let folder = try TemporaryFolder()
    _ = try OutputFolder.write(to: folder.path + "/out") { try $0.add("old", as: "a.txt") }
    #expect(throws: Stop.self) {
      try OutputFolder.write(to: folder.path + "/out", force: true) { out in
        try out.add("new", as: "a.txt")
        throw Stop()
      }
    }
    #expect(try folder.names() == ["out"])
    #expect(folder.text("out/a.txt") == "old")
  }

  @Test("One file that is there already stops all of them; force replaces it and keeps strangers")
  func existing() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/out"
    _ = try OutputFolder.write(to: path) { try $0.add("old", as: "a.txt") }
    _ = try OutputFolder.write(to: path) { try $0.add("other", as: "b.txt") }
    #expect(throws: OutputError.exists(path: path + "/a.txt")) {
      try OutputFolder.write(to: path) { out in
        try out.add("c", as: "c.txt")
        try out.add("new", as: "a.txt")
      }
    }
    #expect(try folder.names("out") == ["a.txt", "b.txt"])
    _ = try OutputFolder.write(to: path, force: true) { try $0.add("new", as: "a.txt") }
    #expect(folder.text("out/a.txt") == "new")
    #expect(folder.text("out/b.txt") == "other")
    #expect(try folder.names() == ["out"])
  }

  @Test(
    "Names that leave the folder or come twice are refused",
    arguments: ["../a", "/a", "a//b", "", "./a"]
  )
  func names(name: String) throws {
    let folder = try TemporaryFolder()
    #expect(throws: OutputError.name(name, reason: "it must lie in the output folder")) {
      try OutputFolder.write(to: folder.path + "/out") { try $0.add("x", as: name) }
    }
    #expect(throws: OutputError.name("a", reason: "another output has that name")) {
      try OutputFolder.write(to: folder.path + "/out") { out in
        try out.add("x", as: "a")
        try out.add("y", as: "a")
      }
    }
    #expect(try folder.names().isEmpty)
  }
}
