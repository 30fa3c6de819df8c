/// Text set in lines no wider than a column.
package struct FittedText: Sendable, Hashable {
  /// The lines.
  package let lines: [String]
  /// Whether something was left out: the full text then belongs in a `<title>`.
  package let isShortened: Bool

  /// Breaks text at spaces, and shortens what does not fit with an ellipsis.
  ///
  /// - Parameters:
  ///   - text: The text; line breaks count as spaces.
  ///   - width: The width of the column in pixels.
  ///   - size: The size of the type in pixels.
  ///   - bold: Whether the type is bold.
  ///   - limit: The greatest number of lines.
  ///   - breaksAtDashes: Whether `1998–2002` may be broken after its dash.
  package init(
    _ text: String,
    width: Double,
    size: Double,
    bold: Bool = false,
    lines limit: Int = 1,
    breaksAtDashes: Bool = false
  ) {
    let words =
      breaksAtDashes ? FittedText.words(text) : text.split { $0 == " " || $0.isNewline }.map(String.init)
    var lines: [String] = []
    var line = ""
    var shortened = false
    func fits(_ text: String) -> Bool { TextMetrics.width(text, size: size, bold: bold) <= width }
    for (index, word) in words.enumerated() {
      let longer = breaksAtDashes ? FittedText.joined(line, word) : line.isEmpty ? word : line + " " + word
      if fits(longer) {
        line = longer
        continue
      }
      if lines.count + 1 >= limit {
        let rest = words[index...].reduce(line, FittedText.joined)
        line = FittedText.shorten(rest, fits: fits)
        shortened = true
        break
      }
      if !line.isEmpty { lines.append(line) }
      line = word
      if !fits(word) {
        line = FittedText.shorten(word, fits: fits)
        shortened = true
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    self.lines = lines
    isShortened = shortened
  }

  /// Text cut at spaces, and after a dash between two words: `1998–2002` is `1998–` and `2002`.
  static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0.isNewline }
      .flatMap { word -> [String] in
        let parts = word.split(separator: "–", omittingEmptySubsequences: false)
        guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else { return [String(word)] }
        return parts.dropLast().map { $0 + "–" } + [String(parts[parts.count - 1])]
      }
  }

  private static func joined(_ line: String, _ word: String) -> String {
    let isGlued = line.isEmpty || line.count > 1 && line.hasSuffix("–") && !line.hasSuffix(" –")
    return isGlued ? line + word : line + " " + word
  }

  /// The same text in as many lines, but of lengths as equal as its words allow, so that no word is left alone.
  package static func balanced(_ text: String, width: Double, size: Double, bold: Bool, lines: Int)
    -> FittedText
  {
    let loose = FittedText(text, width: width, size: size, bold: bold, lines: lines)
    guard loose.lines.count > 1, !loose.isShortened else { return loose }
    var best = loose
    for percent in stride(from: 95, through: 40, by: -5) {
      let tight = FittedText(text, width: width * Double(percent) / 100, size: size, bold: bold, lines: lines)
      guard tight.lines.count == loose.lines.count, !tight.isShortened else { break }
      best = tight
    }
    return best
  }

  private static func shorten(_ text: String, fits: (String) -> Bool) -> String {
    var kept = text[...]
    while !kept.isEmpty {
      kept = kept.dropLast()
      while kept.last == " " || kept.last == "," { kept = kept.dropLast() }
      let candidate = kept + "…"
      if fits(String(candidate)) { return String(candidate) }
    }
    return "…"
  }

  /// The width of the widest line in pixels.
  package func width(size: Double, bold: Bool = false) -> Double {
    lines.reduce(0) { max($0, TextMetrics.width($1, size: size, bold: bold)) }
  }
}
