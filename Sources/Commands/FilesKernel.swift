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
