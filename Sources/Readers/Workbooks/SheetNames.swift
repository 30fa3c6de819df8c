/// Names for the sheets of a workbook.
public enum SheetNames {
  /// Returns names that spreadsheet programs accept, one for each of some names, in order.
  ///
  /// Characters that they refuse (`[ ] : * ? / \` and control characters) become spaces, apostrophes at the ends are
  /// dropped, names are cut to 31 UTF-16 units at a word where one is near, and a name that differs from an earlier one
  /// by no more than case gets a number.
  ///
  /// - Parameters:
  ///   - names: The names, of any length.
  ///   - taken: Names that are used already.
  /// - Returns: As many names, each different from all others and from `taken`.
  public static func of(_ names: [String], taken: [String] = []) -> [String] {
    var used = Set(taken.map { $0.lowercased() })
    return names.map { name in
      let base = sanitized(name)
      var candidate = cut(base, to: limit)
      var number = 2
      while used.contains(candidate.lowercased()) {
        let suffix = " (\(number))"
        candidate = cut(base, to: limit - suffix.utf16.count) + suffix
        number += 1
      }
      used.insert(candidate.lowercased())
      return candidate
    }
  }

  private static let limit = 31

  private static func sanitized(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      let isRefused =
        "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.properties.generalCategory == .control
      if isRefused || scalar == " " {
        if !text.isEmpty, !text.hasSuffix(" ") { text += " " }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    text = trimmed(text)
    // Excel keeps the name "History" for itself.
    if text.lowercased() == "history" { return text + " table" }
    return text.isEmpty ? "Sheet" : text
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, first == "'" || first == " " { text.removeFirst() }
    while let last = text.last, last == "'" || last == " " { text.removeLast() }
    return String(text)
  }

  private static func cut(_ text: String, to count: Int) -> String {
    if text.utf16.count <= count { return text }
    var kept = ""
    for character in text {
      guard kept.utf16.count + character.utf16.count <= count else { break }
      kept.append(character)
    }
    let cutsWord = text.dropFirst(kept.count).first != " "
    if cutsWord, let space = kept.lastIndex(of: " "), kept.distance(from: space, to: kept.endIndex) <= 12 {
      kept = String(kept[..<space])
    }
    return trimmed(kept)
  }
}
