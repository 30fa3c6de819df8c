#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The few calls of the operating system that whole files need.
package enum FileSystem {
  /// What stands at a path.
  package enum Kind: Sendable {
    case nothing
    case file
    case folder
    case other
  }

  /// Returns what stands at a path; links are followed.
  package static func kind(of path: String) -> Kind {
    var information = stat()
    guard stat(path, &information) == 0 else { return .nothing }
    switch information.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Reads a file in pieces of up to 256 KiB.
  package static func read(_ path: String, _ body: ([UInt8]) -> Void) throws(OutputError) {
    guard kind(of: path) != .folder else {
      throw .unreadable(path: path, reason: "it is a folder, a file is needed")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: lastReason()) }
    defer { close(descriptor) }
    while true {
      var failed = false
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
        var got = -1
        repeat { got = systemRead(descriptor, buffer) } while got < 0 && errno == EINTR
        failed = got < 0
        count = max(0, got)
      }
      if failed { throw .unreadable(path: path, reason: lastReason()) }
      if piece.isEmpty { return }
      body(piece)
    }
  }

  /// Reads the first bytes of a file, fewer if it has not so many.
  package static func prefix(of path: String, count: Int) throws(OutputError) -> [UInt8] {
    guard kind(of: path) != .folder else {
      throw .unreadable(path: path, reason: "it is a folder, a file is needed")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: lastReason()) }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = max(0, systemRead(descriptor, buffer))
    }
  }

  /// Reads a whole file.
  package static func bytes(of path: String) throws(OutputError) -> [UInt8] {
    var all: [UInt8] = []
    try read(path) { piece in
      if all.isEmpty { all = piece } else { all.append(contentsOf: piece) }
    }
    return all
  }

  /// Writes a new file and waits until its bytes have left for the disk; fails if the path is taken.
  package static func create(_ path: String, _ bytes: [UInt8]) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: lastReason()) }
    var reason: String?
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count, reason == nil {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[start...])
        let written = systemWrite(descriptor, rest)
        if written >= 0 {
          start += written
        } else if errno != EINTR {
          reason = lastReason()
        }
      }
    }
    if reason == nil, fsync(descriptor) != 0, errno != EINVAL { reason = lastReason() }
    if close(descriptor) != 0, reason == nil { reason = lastReason() }
    if let reason {
      unlink(path)
      throw .unwritable(path: path, reason: reason)
    }
  }

  /// Renames a file or folder; with `replacing` false a file that stands there is kept and the call fails.
  package static func move(_ source: String, to target: String, replacing: Bool) throws(OutputError) {
    if !replacing, kind(of: source) == .file {
      if link(source, target) == 0 {
        unlink(source)
        return
      }
      if errno == EEXIST { throw .exists(path: target) }
      // A file system without hard links: the check is as good as it gets there.
      if kind(of: target) != .nothing { throw .exists(path: target) }
    }
    guard rename(source, target) == 0 else { throw .unwritable(path: target, reason: lastReason()) }
  }

  /// Makes a folder and those above it; one that is there already is kept.
  package static func makeFolder(_ path: String) throws(OutputError) {
    switch kind(of: path) {
    case .folder: return
    case .file, .other: throw .wrongKind(path: path, expected: "a folder")
    case .nothing: break
    }
    let parent = self.parent(of: path)
    if parent != path, kind(of: parent) != .folder { try makeFolder(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw .unwritable(path: path, reason: lastReason())
    }
  }

  /// Removes a file, or an empty folder, if it is there.
  package static func remove(_ path: String) {
    if unlink(path) != 0 { rmdir(path) }
  }

  /// Returns the folder a path lies in; `.` for a bare name.
  package static func parent(of path: String) -> String {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }

  /// Returns the last part of a path.
  package static func name(of path: String) -> String {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return String(trimmed) }
    return String(trimmed[trimmed.index(after: slash)...])
  }

  /// A name ending that no other process that is running uses.
  package static var processTag: String { "\(getpid())" }

  /// The reason of the last failed call, in the words of the operating system.
  static func lastReason() -> String {
    guard let text = strerror(errno) else { return "error \(errno)" }
    let words = String(cString: text)
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}
