/// What codes of regions say of their geography and its date.
package enum CodeVintage {
  /// Returns the geography and, where codes that came or went with a revision tell it, the date; nil for unknown codes.
  ///
  /// - Parameters:
  ///   - codes: The different codes of a column.
  ///   - column: The name of the column.
  /// - Returns: Words such as "NUTS 2 (UK), NUTS 2013 or before".
  package static func words(of codes: [String], column: String) -> String? {
    GeographyGuess(codes, name: column)
      .map { guess in
        [guess.kind, guess.vintage].compactMap(\.self).joined(separator: ", ")
      }
  }
}
