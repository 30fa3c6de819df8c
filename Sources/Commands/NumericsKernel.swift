#if canImport(Glibc)
import Glibc
#endif

/// What numbers rest on beside the inputs.
enum Numerics {
  /// The C library, and that no linear algebra library takes part.
  static var description: [String] {
    var lines: [String] = []
    #if canImport(Glibc)
    lines.append("C library: glibc \(String(cString: gnu_get_libc_version()))")
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
