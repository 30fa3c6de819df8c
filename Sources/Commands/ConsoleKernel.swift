import Readers
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// Standard output and standard error.
enum Console {
  /// What takes the place of the two streams while a test runs the command; nil outside of tests.
  @TaskLocal static var capture: ConsoleCapture?

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { capture == nil && isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is a terminal.
  static var isErrorTerminal: Bool { capture == nil && isatty(STDERR_FILENO) == 1 }

  /// Returns what a variable of the environment says, if it is set; nothing while a test runs the command.
  static func environment(_ name: String) -> String? {
    guard capture == nil, let value = getenv(name) else { return nil }
    return String(cString: value)
  }

  /// Lets a write to a closed pipe fail instead of ending the process.
  static func surviveClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Ends the process with a sentence where a file that is being read in place is cut short by another program.
  ///
  /// The handler only writes fixed bytes and ends: nothing else is safe there. What a command writes is renamed into place
  /// when it is whole, so that nothing half-written is left under its name.
  static func tellOfCutFiles() {
    signal(SIGBUS) { _ in
      let text: StaticString = """
        Error: a file was cut short by another program while it was read. Read it again when it is whole, or read a copy.

        """
      _ = Glibc.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
      _exit(3)
    }
  }

  /// Writes bytes to standard output; a reader that went away ends the writing.
  ///
  /// - Throws: `OutputError.unwritable` if the bytes could not be written, such as to a full disk.
  static func write(_ bytes: [UInt8]) throws(OutputError) {
    if let capture {
      capture.append(output: bytes)
      return
    }
    try write(bytes, to: STDOUT_FILENO, called: "standard output")
  }

  /// Writes a text to standard output.
  static func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

  /// Writes a line to standard error; where even that fails, there is nobody to tell.
  static func say(_ line: String) {
    if let capture {
      capture.append(notice: line + "\n")
      return
    }
    try? write(Array((line + "\n").utf8), to: STDERR_FILENO, called: "standard error")
  }

  /// Writes a part of a line to standard error, such as what takes the place of the line that is there.
  static func draw(_ text: String) {
    guard capture == nil else { return }
    try? write(Array(text.utf8), to: STDERR_FILENO, called: "standard error")
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, called name: String) throws(OutputError) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return Glibc.write(descriptor, base + offset, buffer.count - offset)
      }
      let failure = errno
      if count < 0, failure == EINTR { continue }
      if count < 0, failure == EPIPE { return }
      guard count > 0 else {
        throw OutputError.unwritable(path: name, reason: String(cString: strerror(failure)))
      }
      offset += count
    }
  }
}

/// What a command wrote to its two streams.
final class ConsoleCapture: Sendable {
  private let written = Mutex<(output: [UInt8], notices: String)>(([], ""))

  func append(output bytes: [UInt8]) { written.withLock { $0.output += bytes } }
  func append(notice text: String) { written.withLock { $0.notices += text } }

  var output: [UInt8] { written.withLock(\.output) }
  var notices: String { written.withLock(\.notices) }
}

/// How a command ended, and what it wrote.
package struct CommandOutcome: Sendable {
  /// The exit status.
  package let status: Int32
  /// What went to standard output.
  package let output: [UInt8]
  /// What went to standard error.
  package let notices: String

  /// Standard output as text.
  package var text: String { String(decoding: output, as: UTF8.self) }
}

extension HinterlandCommand {
  /// Runs the command with its two streams held back.
  ///
  /// - Parameter arguments: The arguments after the name of the program.
  /// - Returns: The exit status and what was written.
  package static func outcome(of arguments: [String]) async -> CommandOutcome {
    let capture = ConsoleCapture()
    let status = await Console.$capture.withValue(capture) { await run(arguments) }
    return CommandOutcome(status: status, output: capture.output, notices: capture.notices)
  }
}
