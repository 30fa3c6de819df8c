import CDeflate

/// Inflates a gzip file of one member at once, where its size is known from its end.
///
/// Preconditions: `bytes` begins with a gzip header. Pointers stay within the closures that give them. Gives up, so that
/// ``inflateGzip(_:limit:)`` reads the file in steps and says what is wrong, if the content is truncated or damaged, larger
/// than promised or than the limit, or promises more than its compressed size can give.
///
/// - Parameters:
///   - bytes: The compressed content.
///   - limit: The greatest size of the text, in bytes.
/// - Returns: The text, or nil.
package func inflateWholeGzip(_ bytes: Span<UInt8>, limit: Int) -> [UInt8]? {
  bytes.withUnsafeBufferPointer { input -> [UInt8]? in
    guard input.count >= 18, let start = input.baseAddress else { return nil }
    let promised = (0..<4).reduce(0) { $0 | Int(input[input.count - 4 + $1]) << (8 * $1) }
    guard promised > 0, promised <= limit, promised / 1100 <= input.count,
      let decompressor = libdeflate_alloc_decompressor()
    else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var isWhole = false
    let text = [UInt8](unsafeUninitializedCapacity: promised) { output, count in
      var read = 0
      var written = 0
      let status = libdeflate_gzip_decompress_ex(
        decompressor,
        start,
        input.count,
        output.baseAddress,
        promised,
        &read,
        &written
      )
      isWhole = status == LIBDEFLATE_SUCCESS && read == input.count && written == promised
      count = isWhole ? written : 0
    }
    return isWhole ? text : nil
  }
}
