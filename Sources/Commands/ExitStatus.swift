/// How the command ends.
package enum ExitStatus: Int32 {
  /// Done.
  case done = 0
  /// The answer is no: a check failed, a rerun differs.
  case no = 1
  /// An unknown verb, option, column or code, or an output that is in the way.
  case usage = 2
  /// A file cannot be read or written, or does not say what is needed.
  case unreadable = 3
  /// The result cannot be computed.
  case notComputable = 4
  /// Our bug.
  case bug = 70
  /// Interrupted.
  case interrupted = 130
}

/// An answer of "no", with what was found.
struct AnswerIsNo: Error, CustomStringConvertible {
  let description: String
}

/// Wrong usage that the parser of arguments cannot see.
struct UsageError: Error, CustomStringConvertible {
  let description: String
}
