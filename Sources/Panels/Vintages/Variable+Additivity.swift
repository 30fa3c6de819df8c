extension Variable {
  /// Why numbers of this variable must not be added over regions or industries; nil where nothing says so.
  ///
  /// Chained volumes do not add. Of other numbers the unit says whether they do, or the name where no unit is stated: per
  /// cent, a rate, a ratio, an index, a share, a mean, or something per something other than a period of time.
  public var whyItDoesNotAdd: String? {
    if let prices, !prices.adds { return "chained volumes never add" }
    let isOfUnit = !unit.isEmpty
    let text = isOfUnit ? unit : name
    if text.contains("%") || text.contains("‰") { return Variable.reason("%", text, isOfUnit) }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for (position, word) in words.enumerated() {
      let next = position + 1 < words.count ? words[position + 1] : ""
      if word == "per", Variable.timeWords.contains(next) { continue }
      if Variable.ratioWords.contains(word) { return Variable.reason(word, text, isOfUnit) }
    }
    return nil
  }

  private static let timeWords: Set<String> = ["year", "annum", "quarter", "month", "week", "day"]
  private static let ratioWords: Set<String> = [
    "per", "percent", "percentage", "pct", "rate", "rates", "ratio", "ratios", "index", "indices", "share",
    "shares", "mean", "median", "average", "density", "proportion", "productivity",
  ]

  private static func reason(_ word: String, _ text: String, _ isOfUnit: Bool) -> String {
    "its \(isOfUnit ? "unit" : "name") '\(text)' says so with '\(word)'"
  }
}
