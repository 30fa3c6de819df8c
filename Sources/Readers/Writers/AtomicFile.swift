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
    switch FileSystem.kind(of: path) {
    case .nothing: break
    case .file: if !force { throw .exists(path: path) }
    case .folder: throw .wrongKind(path: path, expected: "a file")
    case .other:
      // A pipe or a device, such as /dev/stdout, cannot be renamed onto.
      throw .wrongKind(path: path, expected: "a regular file")
    }
    let folder = FileSystem.parent(of: path)
    try FileSystem.makeFolder(folder)
    let aside = "\(folder)/.\(FileSystem.name(of: path)).partial-\(FileSystem.processTag)"
    FileSystem.remove(aside)
    do {
      try FileSystem.create(aside, bytes)
      try FileSystem.move(aside, to: path, replacing: force)
    } catch {
      FileSystem.remove(aside)
      throw error
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
