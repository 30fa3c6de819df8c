/// A file that was written, for a manifest.
public struct OutputRecord: Hashable, Sendable {
  /// The name relative to the folder, with `/` between parts.
  public let name: String
  /// How many bytes it has.
  public let byteCount: Int
  /// The SHA-256 digest in lower-case hexadecimal digits.
  public let sha256: String

  /// Makes a record.
  ///
  /// - Parameters:
  ///   - name: The name relative to the folder.
  ///   - byteCount: How many bytes it has.
  ///   - sha256: The digest.
  public init(name: String, byteCount: Int, sha256: String) {
    self.name = name
    self.byteCount = byteCount
    self.sha256 = sha256
  }
}

/// A folder of outputs that appears all at once, or not at all.
///
/// The files are written to a folder beside it, whose name begins with a dot and ends in `.partial-` and the number of
/// the process, and renamed at the end: a new folder in one step, an existing one file by file. If anything fails
/// before that, the folder is as it was.
///
///     let written = try OutputFolder.write(to: "out") { folder in
///       try folder.add(TableFormat.csv.text(of: table), as: "tables/shares.csv")
///     }
public struct OutputFolder {
  private let path: String
  private let aside: String
  private let force: Bool
  private var madeFolders: [String] = []
  /// What was added so far, in order.
  public private(set) var records: [OutputRecord] = []

  private init(path: String, force: Bool) {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
    self.path = String(trimmed)
    self.force = force
    let name = FileSystem.name(of: self.path)
    let parent = FileSystem.parent(of: self.path)
    aside =
      name == "." || name == ".." || name == "/"
      ? "\(self.path)/.partial-\(FileSystem.processTag)"
      : "\(parent)/.\(name).partial-\(FileSystem.processTag)"
  }

  /// Writes a folder: everything that a closure adds, once the closure has returned.
  ///
  /// - Parameters:
  ///   - path: The folder; it and those above it are made if they are not there.
  ///   - force: Whether files that are there may be replaced.
  ///   - body: Adds the files.
  /// - Returns: What was written, in the order in which it was added.
  /// - Throws: ``OutputError``, or what the closure throws; nothing is written then.
  public static func write(
    to path: String,
    force: Bool = false,
    _ body: (inout OutputFolder) throws -> Void
  ) throws -> [OutputRecord] {
    var folder = OutputFolder(path: path, force: force)
    defer { folder.removeAside() }
    try body(&folder)
    try folder.publish()
    return folder.records
  }

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - name: The name relative to the folder, with `/` between parts.
  /// - Throws: ``OutputError`` if the name leaves the folder, was added before, or stands in the folder already and
  ///   may not be replaced.
  public mutating func add(_ bytes: [UInt8], as name: String) throws(OutputError) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }) else {
      throw .name(name, reason: "it must lie in the output folder")
    }
    guard !records.contains(where: { $0.name == name }) else {
      throw .name(name, reason: "another output has that name")
    }
    try checkTarget(name)
    if records.isEmpty { try makeAside(aside) }
    for depth in 1..<max(1, parts.count) {
      try makeAside(aside + "/" + parts[..<depth].joined(separator: "/"))
    }
    try FileSystem.create(aside + "/" + name, bytes)
    records.append(OutputRecord(name: name, byteCount: bytes.count, sha256: SHA256.hexadecimal(of: bytes)))
  }

  /// Adds a file of text in UTF-8.
  ///
  /// - Parameters:
  ///   - text: The content.
  ///   - name: The name relative to the folder, with `/` between parts.
  /// - Throws: ``OutputError`` as for bytes.
  public mutating func add(_ text: String, as name: String) throws(OutputError) {
    try add(Array(text.utf8), as: name)
  }

  private func checkTarget(_ name: String) throws(OutputError) {
    let target = path + "/" + name
    switch FileSystem.kind(of: target) {
    case .nothing: return
    case .file: if !force { throw .exists(path: target) }
    case .folder, .other: throw .wrongKind(path: target, expected: "a regular file")
    }
  }

  private mutating func makeAside(_ folder: String) throws(OutputError) {
    guard !madeFolders.contains(folder) else { return }
    try FileSystem.makeFolder(folder)
    madeFolders.append(folder)
  }

  /// Renames everything to its place; all targets are checked before the first is touched.
  private mutating func publish() throws(OutputError) {
    if records.isEmpty { return try FileSystem.makeFolder(path) }
    if FileSystem.kind(of: path) == .nothing {
      try FileSystem.move(aside, to: path, replacing: true)
      madeFolders = []
      return
    }
    for record in records { try checkTarget(record.name) }
    for record in records {
      let target = path + "/" + record.name
      try FileSystem.makeFolder(FileSystem.parent(of: target))
      try FileSystem.move(aside + "/" + record.name, to: target, replacing: force)
    }
  }

  private func removeAside() {
    guard !madeFolders.isEmpty else { return }
    for record in records { FileSystem.remove(aside + "/" + record.name) }
    for folder in madeFolders.reversed() { FileSystem.remove(folder) }
  }
}
