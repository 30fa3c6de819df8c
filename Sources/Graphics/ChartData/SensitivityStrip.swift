/// Whether a verdict survives other choices: a row for each kind of choice, a cell for each alternative.
public struct SensitivityStrip: Sendable, Hashable {
  /// The kinds of choice, from the top.
  public let rows: [SensitivityRow]

  /// Makes a strip.
  ///
  /// - Parameter rows: The kinds of choice, from the top.
  public init(rows: [SensitivityRow]) {
    self.rows = rows
  }
}

/// One kind of choice: thresholds, definitions, base years, scales.
public struct SensitivityRow: Sendable, Hashable {
  /// The kind of choice: `Threshold`.
  public let label: String
  /// The alternatives in order.
  public let cells: [SensitivityCell]

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - label: The kind of choice.
  ///   - cells: The alternatives in order.
  public init(label: String, cells: [SensitivityCell]) {
    self.label = label
    self.cells = cells
  }
}

/// The verdict under one alternative.
public struct SensitivityCell: Sendable, Hashable {
  /// How the verdict compares with the one of the figure.
  public enum Outcome: Sendable, Hashable, CaseIterable {
    /// This is the choice of the figure.
    case base
    /// The same verdict.
    case same
    /// The evidence no longer decides.
    case cannotTell
    /// Another verdict, but not the opposite one.
    case different
    /// The opposite verdict.
    case reversed
    /// The alternative cannot be computed.
    case notComputable

    /// The outcome in words.
    public var words: String {
      switch self {
      case .base: "as shown"
      case .same: "same verdict"
      case .cannotTell: "cannot tell"
      case .different: "another answer"
      case .reversed: "reversed"
      case .notComputable: "not computable"
      }
    }
  }

  /// The alternative: `LQ above 1.25`.
  public let label: String
  /// The verdict in words: `clearly above`.
  public let verdict: String
  /// How the verdict compares with the one of the figure.
  public let outcome: Outcome

  /// Makes a cell.
  ///
  /// - Parameters:
  ///   - label: The alternative.
  ///   - verdict: The verdict in words.
  ///   - outcome: How the verdict compares with the one of the figure.
  public init(label: String, verdict: String, outcome: Outcome) {
    self.label = label
    self.verdict = verdict
    self.outcome = outcome
  }
}
