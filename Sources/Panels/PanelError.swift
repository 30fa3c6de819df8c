/// What can be wrong with a panel, an axis, a definition or a concordance.
public enum PanelError: Error, Equatable, Sendable {
  /// Two elements of an axis have codes that match.
  case duplicateCode(String)
  /// A code that the axis does not have, with up to three near ones.
  case unknownCode(String, nearest: [String])
  /// A period that the panel does not have.
  case unknownPeriod(String, first: String, last: String)
  /// A block of cells of another size than the axes ask for.
  case shapeMismatch(expected: Int, found: Int)
  /// Periods that do not ascend.
  case periodsOutOfOrder
  /// Two industries or regions of which one is part of the other, where they would be added.
  case mixedLevels(String, String)
  /// Chained volumes that would be added.
  case chainedVolumesDoNotAdd(String)
  /// A definition or group that names nothing, or names something twice.
  case emptyDefinition(String)
  /// The weights of a code of a concordance do not add to 1.
  case weightsDoNotAdd(code: String, sum: Double)
  /// A number that is infinite or not a number.
  case notFinite(String)
  /// Bounds that no set of numbers satisfies: the cells cannot add to the published total.
  case infeasible(String)
}

extension PanelError: CustomStringConvertible {
  /// What was given, where, and what to do about it.
  public var description: String {
    switch self {
    case .duplicateCode(let code):
      "Code '\(code)' stands twice on one axis. Each region or industry needs a code of its own."
    case .unknownCode(let code, let nearest):
      "There is no '\(code)'\(PanelError.ending(nearest))"
    case .unknownPeriod(let period, let first, let last):
      "There is no period \(period): the table runs from \(first) to \(last)."
    case .shapeMismatch(let expected, let found):
      "The axes ask for \(expected) cells, but there are \(found)."
    case .periodsOutOfOrder:
      "Periods must ascend and differ."
    case .mixedLevels(let part, let whole):
      "'\(part)' is part of '\(whole)': adding both would count it twice. "
        + "Name the total with --total, or keep one level with --where."
    case .chainedVolumesDoNotAdd(let name):
      "'\(name)' adds chained volumes, which do not add. Use current prices for shares, or chain the parts."
    case .emptyDefinition(let name):
      "'\(name)' names nothing in this table."
    case .weightsDoNotAdd(let code, let sum):
      "The weights of code '\(code)' add to \(sum), not to 1."
    case .notFinite(let place):
      "\(place) is infinite or not a number."
    case .infeasible(let place):
      "\(place): no numbers within their bounds add to the published total. Check the rounding rule and the total."
    }
  }

  /// The end of a sentence: "; did you mean …?" with the near names, or a full stop.
  package static func ending(_ nearest: [String]) -> String {
    nearest.isEmpty ? "." : suggestion(nearest)
  }

  /// "; did you mean …?" with the near names, or nothing.
  package static func suggestion(_ nearest: [String]) -> String {
    guard !nearest.isEmpty else { return "" }
    return "; did you mean " + nearest.map { "'\($0)'" }.joined(separator: ", ") + "?"
  }
}
