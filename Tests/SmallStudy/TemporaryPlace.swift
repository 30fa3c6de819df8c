package import Foundation

/// A folder of its own for one test, removed at the end.
package final class TemporaryPlace: Sendable {
  /// The path of the folder.
  package let path: String

  /// Makes the folder.
  package init() throws {
    path = FileManager.default.temporaryDirectory.path + "/hinterland-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Returns the path of a name in the folder.
  package func path(_ name: String) -> String { path + "/" + name }

  /// Writes a text, making the folders above it.
  @discardableResult
  package func write(_ text: String, as name: String) throws -> String {
    try write(Data(text.utf8), as: name)
  }

  /// Writes bytes, making the folders above it.
  @discardableResult
  package func write(_ bytes: Data, as name: String) throws -> String {
    let file = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try bytes.write(to: file)
    return file.path
  }

  /// Returns a file's text, or nil.
  package func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns a file's bytes, or nil.
  package func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: path(name)) }

  /// Returns the names in a folder, in order.
  package func names(_ inner: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(inner)).sorted()
  }
}
