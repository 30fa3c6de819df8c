/// How codes and names are compared.
///
/// Agencies write the same name in several ways: "Ynys Môn" with a composed ô or with o and a combining accent,
/// "King's Lynn" with a straight or a typographic apostrophe, hyphens of several lengths, double or unbreakable spaces.
/// Two texts match when their keys are equal. Letters, digits, case and leading zeros are never ignored.
public enum CodeMatching {
  /// Returns the text that stands for all spellings of a code or name.
  ///
  /// **Complexity.** O(length); plain ASCII without runs of spaces is returned as it is.
  public static func key(_ text: String) -> String {
    if isPlain(text) { return text }
    // Composed and decomposed letters need nothing here: texts that are canonically equivalent are equal and have one hash.
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\u{00A0}", "\u{2009}", "\u{202F}", "\n", "\r":
        pendingSpace = !result.isEmpty
        continue
      case "\u{200B}", "\u{FEFF}", "\u{00AD}":
        continue
      default:
        break
      }
      if pendingSpace {
        result.append(" ")
        pendingSpace = false
      }
      switch scalar {
      case "\u{2019}", "\u{2018}", "\u{02BC}", "\u{0060}", "\u{00B4}": result.append("'")
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": result.append("-")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Returns whether two codes or names are the same.
  public static func matches(_ left: String, _ right: String) -> Bool {
    left == right || key(left) == key(right)
  }

  private static func isPlain(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      if byte >= 0x7F || byte == 0x60 || byte < 0x20 { return false }
      if byte == 0x20, previous == 0x20 { return false }
      previous = byte
    }
    return previous != 0x20 || text.isEmpty
  }
}

/// The names that a mistyped one may have meant.
public enum NearestNames {
  /// Returns up to three of the known names that are nearest to a given one, nearest first.
  ///
  /// Distance is the number of letters to insert, delete, replace or swap with a neighbour, case ignored; names
  /// farther than a third of the given name's length (at least 2; 1 for names of two or three letters) are not offered,
  /// unless one begins with the other, or with something one letter from it ("nomsi" of "nomis-api").
  ///
  /// - Parameters:
  ///   - name: What was given.
  ///   - known: What could have been meant; repetitions count once.
  /// - Returns: At most three of the known names.
  public static func of(_ name: String, among known: [String]) -> [String] {
    let given = Array(name.lowercased())
    let limit = given.count <= 1 ? 0 : given.count <= 3 ? 1 : max(2, given.count / 3)
    var seen: Set<String> = []
    var scored: [(distance: Int, position: Int, name: String)] = []
    for (position, candidate) in known.enumerated() where seen.insert(candidate).inserted {
      let letters = Array(candidate.lowercased())
      let isPrefix = !given.isEmpty && (letters.starts(with: given) || given.starts(with: letters))
      var distance = editDistance(given, letters)
      if distance > 2, given.count >= 4, letters.count > given.count,
        editDistance(given, Array(letters.prefix(given.count))) == 1
      {
        distance = 2
      }
      if distance <= limit || (isPrefix && !letters.isEmpty) {
        scored.append((isPrefix ? min(distance, 1) : distance, position, candidate))
      }
    }
    scored.sort { ($0.distance, $0.position) < ($1.distance, $1.position) }
    return scored.prefix(3).map(\.name)
  }

  /// Returns the optimal string alignment distance of two texts.
  static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var older: [Int] = []
    var old = Array(0...right.count)
    for i in 1...left.count {
      var row = [i] + [Int](repeating: 0, count: right.count)
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        row[j] = min(old[j] + 1, row[j - 1] + 1, old[j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          row[j] = min(row[j], older[j - 2] + 1)
        }
      }
      older = old
      old = row
    }
    return old[right.count]
  }
}
