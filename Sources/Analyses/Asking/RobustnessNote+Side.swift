import Studies

extension RobustnessNote {
  /// Makes a note on what another choice says of a direction.
  ///
  /// - Parameters:
  ///   - kind: What was chosen otherwise.
  ///   - choice: The other choice.
  ///   - side: What it says.
  ///   - own: What the finding says.
  ///   - words: What it says in words.
  init(kind: String, choice: String, _ side: Side, like own: Side, words: String) {
    self.init(kind: kind, choice: choice, answer: words, outcome: Outcome(side, like: own))
  }
}

extension RobustnessNote.Outcome {
  /// How what another choice says compares with what the finding says.
  init(_ side: Side, like own: Side) {
    switch (side, own) {
    case _ where side == own: self = .same
    case (.above, .below), (.below, .above): self = .reversed
    case (.open, _): self = .undecided
    case (.unknown, _): self = .notComputable
    default: self = .different
    }
  }
}
