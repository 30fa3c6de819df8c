/// What can go wrong when files are written, or read as plain bytes.
public enum OutputError: Error, Equatable, Sendable {
  /// A file that is there already, and may not be overwritten.
  case exists(path: String)
  /// A folder stands where a file should be written, or a file where a folder should be.
  case wrongKind(path: String, expected: String)
  /// A file or folder that could not be written.
  case unwritable(path: String, reason: String)
  /// A file that could not be read.
  case unreadable(path: String, reason: String)
  /// The name of an output that would leave its folder, or that was given twice.
  case name(String, reason: String)
}

extension OutputError: CustomStringConvertible {
  /// What was given, where, and what to do about it.
  public var description: String {
    switch self {
    case .exists(let path):
      "'\(path)' exists already, and nothing was written. Choose another place, or overwrite it with --force."
    case .wrongKind(let path, let expected):
      "'\(path)' is not \(expected), and nothing was written. Choose another place."
    case .unwritable(let path, let reason):
      "'\(path)' could not be written: \(reason). Nothing was left half-written."
    case .unreadable(let path, let reason):
      "'\(path)' could not be read: \(reason)."
    case .name(let name, let reason):
      "An output cannot be called '\(name)': \(reason)."
    }
  }
}
