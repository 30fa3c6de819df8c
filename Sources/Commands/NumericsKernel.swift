#if canImport(Glibc)
import Glibc
#endif

/// What numbers rest on beside the inputs.
enum Numerics {
  /// The C library, and that no linear algebra library takes part.
  static var description: [String] {
    var lines: [String] = []
    #if canImport(Glibc)
    var buffer = [CChar](repeating: 0, count: 64)
    if confstr(Int32(_CS_GNU_LIBC_VERSION), &buffer, buffer.count) > 0 {
      lines.append(
        "C library: "
          + String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      )
    }
    #endif
    #if arch(x86_64)
    lines.append("processor kind: x86_64")
    #elseif arch(arm64)
    lines.append("processor kind: arm64")
    #endif
    lines.append("linear algebra: none")
    return lines
  }
}
