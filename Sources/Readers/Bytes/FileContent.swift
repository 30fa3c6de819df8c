#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The content of a file, decompressed if it was compressed.
package struct FileContent {
  private enum Storage {
    case mapped(MappedFile)
    case held([UInt8])
  }

  /// The name to print.
  package let name: String
  /// Whether the file was compressed.
  package let wasCompressed: Bool
  private let storage: Storage

  /// Makes a content of bytes that are held.
  init(name: String, held bytes: [UInt8], wasCompressed: Bool = false) {
    self.name = name
    self.wasCompressed = wasCompressed
    storage = .held(bytes)
  }

  private init(name: String, mapped file: MappedFile) {
    self.name = name
    wasCompressed = false
    storage = .mapped(file)
  }

  /// Opens an input: maps a regular file, reads anything else to its end, and inflates gzip.
  ///
  /// - Parameters:
  ///   - input: Where the content comes from.
  ///   - limits: How much is taken.
  /// - Returns: The content.
  /// - Throws: ``ReadError`` for a missing, empty, unreadable, damaged or too large file, or a directory.
  package static func open(_ input: InputFile, limits: ReadLimits) throws(ReadError) -> FileContent {
    let content =
      switch input.source {
      case .bytes(let bytes): FileContent(name: input.name, held: bytes)
      case .standardInput: try readAll(descriptor: 0, name: input.name, limits: limits)
      case .path(let path): try openFile(path, name: input.name, limits: limits)
      }
    if content.count == 0 { throw .empty(file: input.name) }
    return try content.inflated(limits: limits)
  }

  /// The number of bytes.
  package var count: Int {
    switch storage {
    case .mapped(let file): file.count
    case .held(let bytes): bytes.count
    }
  }

  /// Calls a closure with the bytes.
  package func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch storage {
    case .mapped(let file): return try file.withSpan(body)
    case .held(let bytes): return try body(bytes.span)
    }
  }

  private static func openFile(_ path: String, name: String, limits: ReadLimits) throws(ReadError)
    -> FileContent
  {
    let descriptor = openDescriptor(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT
        ? .notFound(file: name) : .notReadable(file: name, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .notReadable(file: name, reason: String(cString: strerror(errno)))
    }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR { throw .isDirectory(file: name) }
    guard kind == S_IFREG else { return try readAll(descriptor: descriptor, name: name, limits: limits) }
    if status.st_size == 0 { throw .empty(file: name) }
    if Int(status.st_size) > limits.contentBytes { throw .tooLarge(file: name, limit: limits.contentBytes) }
    guard let mapped = MappedFile(descriptor: descriptor, count: Int(status.st_size)) else {
      return try readAll(descriptor: descriptor, name: name, limits: limits)
    }
    return FileContent(name: name, mapped: mapped)
  }

  private static func readAll(descriptor: Int32, name: String, limits: ReadLimits) throws(ReadError)
    -> FileContent
  {
    let limit = min(limits.contentBytes, limits.streamBytes)
    guard let bytes = readToEnd(descriptor: descriptor, limit: limit) else {
      throw .notReadable(file: name, reason: String(cString: strerror(errno)))
    }
    if bytes.count > limit { throw .endless(file: name, limit: limit) }
    return FileContent(name: name, held: bytes)
  }

  private func inflated(limits: ReadLimits) throws(ReadError) -> FileContent {
    let name = name
    let result: InflateResult? = withSpan { bytes in
      guard bytes.count >= 2, bytes[0] == 0x1F, bytes[1] == 0x8B else { return nil }
      if let text = inflateWholeGzip(bytes, limit: limits.contentBytes) { return .done(text) }
      return inflateGzip(bytes, limit: limits.contentBytes)
    }
    switch result {
    case nil: return self
    case .done(let text):
      if text.isEmpty { throw .empty(file: name) }
      return FileContent(name: name, held: text, wasCompressed: true)
    case .truncated(let readBytes): throw .truncatedGzip(file: name, readBytes: readBytes)
    case .damaged(let reason): throw .damagedGzip(file: name, reason: reason)
    case .tooLarge: throw .tooLarge(file: name, limit: limits.contentBytes)
    }
  }
}
