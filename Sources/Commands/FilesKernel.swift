import Readers
import Studies

#if canImport(Glibc)
import Glibc
#endif

/// The folder that relative paths start from.
enum WorkingFolder {
  /// The folder now.
  static var current: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard getcwd(&buffer, buffer.count) != nil else { return "." }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Changes the folder.
  static func change(to path: String) throws {
    guard chdir(path) == 0 else {
      throw UsageError(description: "'\(path)' is not a folder that can be entered.")
    }
  }

  /// Returns a path from the current folder, so that nothing that is printed tells where that folder lies.
  static func relative(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path }
    let wanted = PathText.normalized(path).split(separator: "/")
    let here = PathText.normalized(current).split(separator: "/")
    let common = zip(wanted, here).prefix { $0 == $1 }.count
    let parts = [Substring](repeating: "..", count: here.count - common) + wanted[common...]
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// Returns a path that means the same from every folder.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : current + "/" + path
  }
}

/// Small files as bytes.
enum InputBytes {
  /// Whether there is a file to read.
  static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Whether a path is a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFDIR
  }

  /// Reads a file.
  static func read(_ path: String) throws -> [UInt8] {
    guard !isFolder(path) else { throw UnreadableFile(path: path, reason: "it is a folder") }
    guard let file = fopen(path, "rb") else {
      throw UnreadableFile(path: path, reason: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}

/// A file that cannot be read.
struct UnreadableFile: HasExitStatus, CustomStringConvertible {
  let path: String
  let reason: String
  var description: String { "'\(path)' cannot be read: \(reason)." }
  var exitStatus: ExitStatus { .unreadable }
}
