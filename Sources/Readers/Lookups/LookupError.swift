public import Panels

/// What can be wrong with a lookup of codes.
public enum LookupError: Error, Equatable, Sendable {
  /// A specification that cannot be understood.
  case specification(String, problem: String)
  /// Columns of codes that cannot be told by their names.
  case columns(file: String, found: [String], known: [String])
  /// No row is left.
  case empty(file: String)
  /// A condition that no row meets.
  case unknownCondition(file: String, column: String, value: String, nearest: [String])
  /// A row without an old or a new code where one is needed.
  case noCode(file: String, row: Int)
  /// A weight that is no number, negative or above 1.
  case weight(place: CellPlace, problem: String)
  /// A pair of codes that stands twice with weights.
  case duplicate(file: String, from: String, to: String, first: Int, second: Int)
  /// Weights of a code that do not add to 1.
  case sums(file: String, code: String, sum: Double, count: Int)
  /// Codes that lead to several without weights.
  case unweighted(file: String, codes: [String], candidates: [String])
  /// What came out is no concordance.
  case panel(PanelError)

  /// By how much the weights of a code may miss 1.
  public static let tolerance = 1e-6
}

extension LookupError: CustomStringConvertible {
  /// What was given, where, and what to do about it.
  public var description: String {
    switch self {
    case .specification(let text, let problem):
      "'\(text)' is no lookup: \(problem). Write FILE, or FILE:from=COLUMN,to=COLUMN,weight=COLUMN; also "
        + "\(LookupSpecification.options.filter { !["from", "to", "weight"].contains($0) }.joined(separator: ", "))."
    case .columns(let file, let found, let known):
      (found.isEmpty
        ? "No two columns of '\(file)' look like old and new codes. "
        : "Which columns of '\(file)' hold the old and the new codes? "
          + "These look like codes: \(found.joined(separator: ", ")). ")
        + "Name them with from=COLUMN,to=COLUMN. It has: \(known.prefix(12).joined(separator: ", "))."
    case .empty(let file):
      "The lookup '\(file)' has no rows; one a pair of old and new code is needed."
    case .unknownCondition(let file, let column, let value, let nearest):
      "No row of the lookup '\(file)' has '\(value)' in column '\(column)'\(PanelError.ending(nearest))"
    case .noCode(let file, let row):
      "Row \(row) of the lookup '\(file)' has neither an old nor a new code. Fill it or take it out."
    case .weight(let place, let problem):
      "'\(place.file)' row \(place.row), column '\(place.column)', value '\(place.value)': \(problem). "
        + "A weight is the share of the old code that goes to the new one, from 0 to 1."
    case .duplicate(let file, let from, let to, let first, let second):
      "'\(file)' rows \(first) and \(second) both lead from '\(from)' to '\(to)'. Keep one, "
        + "or name what tells them apart with where=COLUMN=VALUE."
    case .sums(let file, let code, let sum, let count):
      "The weights of code '\(code)' in '\(file)' add to \(NumberText.shortest(sum)), not to 1 within 0.000001"
        + (count > 1 ? "; so do those of \(count - 1) more codes" : "")
        + ". Mend them, or have them scaled with --renormalize."
    case .unweighted(let file, let codes, let candidates):
      "'\(file)' splits \(codes.count) of the table's codes and \(candidates.isEmpty ? "has no weights" : "has several columns that may be weights (\(candidates.joined(separator: ", ")))"): "
        + codes.prefix(5).joined(separator: ", ") + (codes.count > 5 ? " and \(codes.count - 5) more" : "")
        + ". Name the column of weights with weight=COLUMN, or split into equal shares with split=equal."
    case .panel(let error): "\(error)"
    }
  }
}

extension LookupError {
  /// Whether the mistake is in the call and not in the file.
  public var isUsage: Bool {
    switch self {
    case .specification, .columns, .unknownCondition, .unweighted: true
    default: false
    }
  }
}
