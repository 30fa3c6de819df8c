import Panels

/// Numbers and comparisons in sentences, the same everywhere.
enum Words {
  /// Returns a number with some significant digits.
  static func number(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return value > 0 ? "no upper bound" : "no lower bound" }
    guard value != 0 else { return "0" }
    var exponent = 0
    var scaled = value.magnitude
    while scaled >= 10 {
      scaled /= 10
      exponent += 1
    }
    while scaled < 1 {
      scaled *= 10
      exponent -= 1
    }
    return fixed(value, decimals: max(0, digits - 1 - exponent))
  }

  /// Returns a number with some decimals.
  static func fixed(_ value: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = (value.magnitude * scale).rounded()
    let sign = value < 0 && rounded > 0 ? "−" : ""
    guard rounded < 9e15 else { return sign + NumberText.shortest(value.magnitude) }
    let whole = Int(rounded / scale)
    let text = sign + grouped(whole)
    guard decimals > 0 else { return text }
    let fraction = String(Int(rounded - Double(whole) * scale))
    return text + "." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  /// Returns a share as a percentage.
  static func percent(_ share: Double, decimals: Int = 1) -> String {
    fixed(100 * share, decimals: decimals) + " %"
  }

  /// Returns bounds in words.
  static func range(_ bounds: Bounds, digits: Int = 3) -> String {
    "\(number(bounds.lower, digits: digits)) to \(number(bounds.upper, digits: digits))"
  }

  /// Returns bounds of a share in words.
  static func percentRange(_ bounds: Bounds, decimals: Int = 1) -> String {
    "\(fixed(100 * bounds.lower, decimals: decimals)) to \(percent(bounds.upper, decimals: decimals))"
  }

  /// Returns a level as a percentage: "95 %".
  static func percentLevel(_ level: Double) -> String {
    NumberText.shortest((level * 1e6).rounded() / 1e4) + " %"
  }

  /// Returns what the interval of rounding is called: "95 % rounding interval".
  static func intervalName(_ level: Double) -> String { "\(percentLevel(level)) rounding interval" }

  /// Below which share a change is printed as none.
  static let slightChange = 0.005

  /// Returns a change in words: "rose by 12 %", "hardly changed (by less than 1 %)".
  static func change(byShare share: Double) -> String {
    guard share.magnitude >= slightChange else { return "hardly changed (by less than 1 %)" }
    return "\(share < 0 ? "fell" : "rose") by \(percent(share.magnitude, decimals: 0))"
  }

  /// Returns how one printed number became another: "rose from … to …", or "stayed at …" where they print the same.
  static func move(_ rises: Bool, _ first: String, _ when: String, _ last: String, _ then: String) -> String {
    first == last
      ? "stayed at \(first) (\(when) and \(then))"
      : "\(rises ? "rose" : "fell") from \(first) (\(when)) to \(last) (\(then))"
  }

  /// Returns how many, in words up to twelve, with the verb or noun that goes with the number.
  static func count(_ count: Int, _ one: String, _ several: String) -> String {
    let names = [
      "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ]
    let number = names.indices.contains(count) ? names[count] : "\(count)"
    let word = count == 1 ? one : several
    return word.isEmpty ? number : count == 0 && word.contains(" ") ? "no " + word : number + " " + word
  }

  /// Returns a text with its first letter as a capital.
  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// Returns names as a list with "and".
  static func list(_ names: [String], most: Int = 5) -> String {
    // One name more takes no more room than "one other".
    let isShort = names.count <= most + 1
    let shown = isShort ? names : Array(names.prefix(most)) + ["\(names.count - most) others"]
    switch shown.count {
    case 0: return "none"
    case 1: return shown[0]
    default: return shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
    }
  }

  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    return String(digits)
  }
}
