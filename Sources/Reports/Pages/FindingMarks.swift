import Studies

/// Three squares of which more are filled the better the evidence.
///
/// The word always stands beside them. A description, which tests nothing, has none.
enum GradeMark {
  /// Returns the squares, hidden from assistive technology.
  static func markup(_ grade: EvidenceGrade) -> HTML {
    let filled: Int
    switch grade {
    case .firm: filled = 3
    case .fair: filled = 2
    case .open: filled = 1
    case .descriptive: return .nothing
    }
    return .element(
      "span",
      [.class("meter \(grade.rawValue)"), HTMLAttribute("aria-hidden", "true")],
      (0..<3).map { .element("i", $0 < filled ? [.class("on")] : [], []) }
    )
  }
}

/// Whether another choice agrees, in words.
enum RobustnessMark {
  /// Returns the words, in a colour and weight that repeat them.
  static func markup(_ agrees: Bool) -> HTML {
    .element(
      "span",
      [.class(agrees ? "agrees" : "differs")],
      [.text(agrees ? "same answer" : "another answer")]
    )
  }
}

/// How a number was made.
enum MethodMarkup {
  /// Returns formula, symbols, conventions, uncertainty and works.
  static func markup(_ method: MethodNote) -> HTML {
    .facts(
      "method-facts",
      [
        (
          "Formula",
          method.formula.isEmpty ? [] : [.element("code", [.class("formula")], [.text(method.formula)])]
        ),
        ("Where", method.symbols.isEmpty ? [] : [.text(method.symbols)]),
        ("Conventions", method.conventions.map(HTML.text)),
        ("Uncertainty", method.uncertainty.isEmpty ? [] : [.text(method.uncertainty)]),
        ("Works", method.citation.isEmpty ? [] : [.text(method.citation)]),
      ]
    )
  }
}
