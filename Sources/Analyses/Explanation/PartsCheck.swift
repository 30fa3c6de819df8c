import Measures

/// Whether the parts of a number give the number that the verb prints.
struct PartsCheck: Sendable {
  /// What the parts give.
  let fromParts: Double
  /// What the verb prints.
  let printed: Double

  /// Compares the two.
  ///
  /// - Throws: `MeasureError.notIdentifiable` if they differ by more than the last digits of the arithmetic.
  init(parts fromParts: Double, printed: Double) throws {
    self.fromParts = fromParts
    self.printed = printed
    let scale = max(1, fromParts.magnitude, printed.magnitude)
    guard (fromParts - printed).magnitude <= 1e-9 * scale else {
      throw MeasureError.notIdentifiable(
        "the parts give \(fromParts) and the measure \(printed), which must not be; please report it"
      )
    }
  }

  /// The check in words.
  var line: String {
    "  check: the parts give \(Words.number(fromParts, digits: 10)), as the measure does"
  }
}
