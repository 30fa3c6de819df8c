import CZlib

/// What came of inflating a gzip file.
package enum InflateResult: Equatable {
  case done([UInt8])
  case truncated(readBytes: Int)
  case damaged(String)
  case tooLarge
}

/// Inflates gzip content of one or several members, in steps, and stops at a limit.
///
/// Preconditions: `bytes` begins with a gzip header. Pointers stay within the closures that give them. Zero bytes
/// after the last member are padding; other bytes that are no further member are damage.
///
/// - Parameters:
///   - bytes: The compressed content.
///   - limit: The greatest size of the text, in bytes.
/// - Returns: The text, or what is wrong.
package func inflateGzip(_ bytes: Span<UInt8>, limit: Int) -> InflateResult {
  bytes.withUnsafeBufferPointer { input in
    guard let start = input.baseAddress else { return .truncated(readBytes: 0) }
    var stream = z_stream()
    guard
      inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return .damaged("the decompressor cannot be started") }
    defer { inflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: firstCapacity(input, limit: limit))
    var written = 0
    var consumed = 0
    while true {
      let offered = min(input.count - consumed, 1 << 30)
      stream.next_in = UnsafeMutablePointer(mutating: start + consumed)
      stream.avail_in = UInt32(offered)
      if written == output.count {
        if written > limit { return .tooLarge }
        output.append(contentsOf: repeatElement(0, count: min(max(written, 1 << 16), limit + 1 - written)))
      }
      let room = min(output.count - written, 1 << 30)
      let status = output.withUnsafeMutableBufferPointer { buffer -> Int32 in
        stream.next_out = buffer.baseAddress.map { $0 + written }
        stream.avail_out = UInt32(room)
        return inflate(&stream, Z_NO_FLUSH)
      }
      consumed += offered - Int(stream.avail_in)
      written += room - Int(stream.avail_out)
      if written > limit { return .tooLarge }
      switch status {
      case Z_OK: continue
      case Z_BUF_ERROR:
        if consumed == input.count, written < output.count { return .truncated(readBytes: written) }
      case Z_STREAM_END:
        while consumed < input.count, input[consumed] == 0 { consumed += 1 }
        if consumed == input.count {
          output.removeLast(output.count - written)
          return .done(output)
        }
        guard input.count - consumed >= 2 else { return .truncated(readBytes: written) }
        guard input[consumed] == 0x1F, input[consumed + 1] == 0x8B else {
          return .damaged("there are other bytes after the compressed content")
        }
        inflateReset(&stream)
      default:
        return .damaged(stream.msg.map { String(cString: $0) } ?? "its compressed content is not valid")
      }
    }
  }
}

/// The size that the last four bytes of a gzip file promise, kept below what the compressed size can give.
private func firstCapacity(_ input: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
  guard input.count >= 18 else { return 1 << 12 }
  let promised = (0..<4).reduce(0) { $0 | Int(input[input.count - 4 + $1]) << (8 * $1) }
  return max(1 << 12, min(promised + 1, limit + 1, input.count * 40 + (1 << 12)))
}
