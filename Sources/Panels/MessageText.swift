/// Texts of files within sentences for a person.
package enum MessageText {
  /// Returns a sentence as one line that shows every character.
  ///
  /// A control character, or one that turns the direction of text, becomes a backslash, u and its number in braces. Of
  /// more than 2,000 bytes the middle is left out.
  ///
  /// - Parameter text: The sentence, with what stood in a file.
  /// - Returns: The sentence to print.
  package static func line(_ text: String) -> String {
    var result = text
    if text.unicodeScalars.contains(where: isHidden) {
      result = ""
      for scalar in text.unicodeScalars {
        if isHidden(scalar) {
          result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    guard result.utf8.count > 2_000 else { return result }
    let scalars = Array(result.unicodeScalars)
    guard scalars.count > 600 else { return result }
    var shortened = String.UnicodeScalarView()
    shortened.append(contentsOf: scalars.prefix(300))
    shortened.append(contentsOf: " … ".unicodeScalars)
    shortened.append(contentsOf: scalars.suffix(300))
    return String(shortened)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
