extension Subject {
  /// The name for a chart's labels: without "Manufacture of" and without codes in brackets at the end.
  var shortName: String { Words.capitalized(name.plainIndustry) }

  /// The name in the middle of a sentence, without codes in brackets at the end.
  var plainName: String { name.plainIndustry }
}

extension String {
  /// A title of an industry in the middle of a sentence: "Manufacture of electrical equipment (27)" becomes "electrical
  /// equipment"; acronyms stay.
  var plainIndustry: String {
    var text = lowercasedTitle
    if text.hasPrefix("manufacture of ") { text = String(text.dropFirst("manufacture of ".count)) }
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else { return text }
    let plain = text[..<open]
    return plain.last == " " ? String(plain.dropLast()) : text
  }
}
