import Studies

#if canImport(Glibc)
import Glibc
#endif

/// What is said beside the data, on standard error.
enum Notices {
  /// Prints what the reader of the tables and the analysis have to say.
  static func print(study: Study, findings: [Finding], quiet: Bool) async throws {
    guard !quiet else { return }
    var said: Set<String> = []
    for line in await study.store.notices() + findings.flatMap(\.cautions) where said.insert(line).inserted {
      say(line)
    }
  }

  /// Prints a line on standard error.
  static func say(_ line: String) {
    var text = line
    text.append("\n")
    text.withUTF8 { bytes in
      _ = write(2, bytes.baseAddress, bytes.count)
    }
  }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(1) == 1 }
}

/// Standard output, whole or not at all.
enum StandardOutput {
  /// Writes bytes; a reader that went away is no error.
  static func write(_ bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return -1 }
        return Glibc.write(1, base + offset, buffer.count - offset)
      }
      if written <= 0 { return }
      offset += written
    }
  }
}
