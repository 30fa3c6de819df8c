/// An answer under another choice.
public struct RobustnessNote: Hashable, Sendable {
  /// What was chosen otherwise: a threshold, a definition, a base year, a scale.
  public var kind: String
  /// The other choice.
  public var choice: String
  /// The answer under it, in a word or two.
  public var answer: String
  /// How it compares with the finding's.
  public var outcome: Outcome

  /// How an answer compares with the finding's.
  public enum Outcome: Hashable, Sendable, CaseIterable {
    /// The same answer.
    case same
    /// Another answer, but not the opposite one.
    case different
    /// The opposite answer.
    case reversed
    /// The evidence does not decide there.
    case undecided
    /// It cannot be computed there.
    case notComputable
  }

  /// Whether it agrees with the finding.
  public var agrees: Bool { outcome == .same }

  /// Makes a note.
  ///
  /// - Parameters:
  ///   - kind: What was chosen otherwise.
  ///   - choice: The other choice.
  ///   - answer: The answer under it.
  ///   - outcome: How it compares with the finding's.
  public init(kind: String, choice: String, answer: String, outcome: Outcome) {
    self.kind = kind
    self.choice = choice
    self.answer = answer
    self.outcome = outcome
  }

  /// Makes a note of which it is only known whether it agrees.
  ///
  /// - Parameters:
  ///   - kind: What was chosen otherwise.
  ///   - choice: The other choice.
  ///   - answer: The answer under it.
  ///   - agrees: Whether it agrees with the finding.
  public init(kind: String, choice: String, answer: String, agrees: Bool) {
    self.init(kind: kind, choice: choice, answer: answer, outcome: agrees ? .same : .different)
  }
}
