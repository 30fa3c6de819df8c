/// The header by which a service says when it may be asked again: seconds, or a date of HTTP.
package enum RetryAfter {
  /// Returns the seconds to wait; nil for text that is neither.
  ///
  /// **Source.** Fielding, Nottingham & Reschke (2022), RFC 9110, HTTP Semantics, sections 5.6.7 and 10.2.3.
  ///
  /// - Parameters:
  ///   - text: What the header says.
  ///   - now: The present, in seconds since 1970.
  /// - Returns: The seconds; 0 for a date that has passed.
  package static func seconds(_ text: String, now: Int) -> Double? {
    let words = text.split(separator: " ")
    if words.count == 1, let seconds = Int(words[0]) { return seconds >= 0 ? Double(seconds) : nil }
    return date(words).map { Double(max(0, $0 - now)) }
  }

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT` as seconds since 1970.
  private static func date(_ words: [Substring]) -> Int? {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), (1...31).contains(day),
      let year = Int(words[3]), (1970...9999).contains(year),
      let month = months.firstIndex(of: String(words[2]))
    else { return nil }
    let clock = words[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0...60).contains(clock[2])
    else { return nil }
    let days = CivilDay(year: year, month: month + 1, day: day).daysSince1970
    return days * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
  }
}
