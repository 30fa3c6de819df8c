#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The bytes of a file, mapped into memory for as long as this lives.
///
/// Preconditions of the mapping: the descriptor is of a regular file of `count` bytes, `count` above 0. The pointer
/// never leaves ``withSpan(_:)``.
final class MappedFile {
  private let base: UnsafeMutableRawPointer
  let count: Int

  /// Maps a file, or returns nil if the system does not let it be mapped.
  init?(descriptor: Int32, count: Int) {
    precondition(count > 0, "a mapping needs at least 1 byte, not \(count)")
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
      return nil
    }
    madvise(base, count, MADV_SEQUENTIAL)
    self.base = base
    self.count = count
  }

  deinit { munmap(base, count) }

  /// Calls a closure with the bytes.
  func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self), count: count)
    return try body(bytes.span)
  }
}

/// Reads a descriptor to its end.
///
/// - Parameters:
///   - descriptor: An open descriptor.
///   - limit: The greatest number of bytes.
/// - Returns: The bytes, those of a first block of NUL bytes alone if there is one, or nil with `errno` set if reading failed; one byte more than `limit` if there are more.
func readToEnd(descriptor: Int32, limit: Int) -> [UInt8]? {
  var content: [UInt8] = []
  let step = 1 << 16
  while content.count <= limit {
    var failed = false
    let block = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
      var got = read(descriptor, buffer.baseAddress, step)
      while got < 0, errno == EINTR { got = read(descriptor, buffer.baseAddress, step) }
      failed = got < 0
      count = max(0, got)
    }
    if failed { return nil }
    if block.isEmpty { return content }
    content.append(contentsOf: block)
    // No text begins with so many NUL bytes; a device that gives nothing else never ends.
    if content.count <= step, content.count == block.count, block.count > 1 << 10,
      block.allSatisfy({ $0 == 0 })
    {
      return content
    }
  }
  return Array(content.prefix(limit + 1))
}

/// Opens a file for reading; below 0 with `errno` set if that failed.
func openDescriptor(_ path: String, _ flags: Int32) -> Int32 {
  open(path, flags)
}
