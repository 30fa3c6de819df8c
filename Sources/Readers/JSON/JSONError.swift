/// What is wrong with a JSON text, and where; lines and columns count from 1, columns in Unicode scalars.
public enum JSONError: Error, Equatable, Sendable {
  /// Something else stands there than what must.
  case unexpected(found: String, expected: String, line: Int, column: Int)
  /// A number beyond what can be held.
  case numberTooLarge(String, line: Int, column: Int)
  /// A text with bytes that are no UTF-8, or an escape that is no character.
  case text(String, line: Int, column: Int)
  /// Arrays and objects within each other beyond the limit.
  case tooDeep(limit: Int, line: Int, column: Int)
}

extension JSONError: CustomStringConvertible {
  /// What was given, where, and what is needed.
  public var description: String {
    switch self {
    case .unexpected(let found, let expected, let line, let column):
      "Line \(line), column \(column): found \(found), but JSON needs \(expected) there."
    case .numberTooLarge(let text, let line, let column):
      "Line \(line), column \(column): the number \(text) is larger than any that can be held."
    case .text(let reason, let line, let column):
      "Line \(line), column \(column): \(reason)."
    case .tooDeep(let limit, let line, let column):
      "Line \(line), column \(column): arrays and objects are nested more than \(limit) deep."
    }
  }
}
