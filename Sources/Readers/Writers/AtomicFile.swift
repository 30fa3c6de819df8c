/// Writes a file so that its name never stands for half of it.
///
/// The bytes go to a file beside it whose name begins with a dot and ends in `.partial-` and the number of the
/// process; when they are on the disk, that file is renamed. If anything fails it is removed again. A process that is
/// killed in between leaves that file behind, never a part of the output under its own name.
public enum AtomicFile {
  /// Writes bytes to a file.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: The path of the file; its folder is made if it is not there.
  ///   - force: Whether a file that is there may be replaced.
  /// - Throws: ``OutputError`` naming the file, if it is there already or cannot be written.
  public static func write(_ bytes: [UInt8], to path: String, force: Bool = false) throws(OutputError) {
    try write([Item(path: path, bytes: bytes)], force: force)
  }

  /// A file to be written.
  public struct Item: Sendable {
    /// The path of the file.
    public let path: String
    /// The content.
    public let bytes: [UInt8]

    /// Makes an item.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - bytes: The content.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }

    /// Where the content waits until all of it is on the disk.
    fileprivate var aside: String {
      "\(FileSystem.parent(of: path))/.\(FileSystem.name(of: path)).partial-\(FileSystem.processTag)"
    }
  }

  /// Writes several files that belong together: all of them aside, then each to its name.
  ///
  /// - Parameters:
  ///   - items: The files, no two of one path.
  ///   - force: Whether files that are there may be replaced.
  /// - Throws: ``OutputError`` naming the first file that is there already or cannot be written; none is written then.
  public static func write(_ items: [Item], force: Bool = false) throws(OutputError) {
    for item in items { try check(item.path, force: force) }
    defer { for item in items { FileSystem.remove(item.aside) } }
    for item in items {
      try FileSystem.makeFolder(FileSystem.parent(of: item.path))
      FileSystem.remove(item.aside)
      try FileSystem.create(item.aside, item.bytes)
    }
    for item in items { try FileSystem.move(item.aside, to: item.path, replacing: force) }
  }

  /// Checks that a file may be written at a path.
  private static func check(_ path: String, force: Bool) throws(OutputError) {
    switch FileSystem.kind(of: path) {
    case .nothing: break
    case .file: if !force { throw .exists(path: path) }
    case .folder: throw .wrongKind(path: path, expected: "a file")
    case .other:
      // A pipe or a device, such as /dev/stdout, cannot be renamed onto.
      throw .wrongKind(path: path, expected: "a regular file")
    }
  }

  /// Writes text to a file in UTF-8.
  ///
  /// - Parameters:
  ///   - text: The content.
  ///   - path: The path of the file; its folder is made if it is not there.
  ///   - force: Whether a file that is there may be replaced.
  /// - Throws: ``OutputError`` naming the file, if it is there already or cannot be written.
  public static func write(_ text: String, to path: String, force: Bool = false) throws(OutputError) {
    try write(Array(text.utf8), to: path, force: force)
  }
}
