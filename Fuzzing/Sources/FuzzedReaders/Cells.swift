import Panels
import Readers

/// The readers of numbers, periods and codes.
func fuzzCells(_ input: [UInt8]) throws(Violation) -> Int {
  try requireNumber(input)
  let text = String(decoding: input, as: UTF8.self)
  if let period = Period(text) {
    try require(Period(period.description) == period, "\(period) reads back otherwise")
  }
  let key = CodeMatching.key(text)
  try require(CodeMatching.key(key) == key, "the key of \(key.debugDescription) is another")
  try require(CodeMatching.matches(text, key), "\(text.debugDescription) does not match its key")
  let halves = text.split(separator: "\n", maxSplits: 1).map(String.init)
  let one = IndustryCode(halves.first ?? "")
  let other = IndustryCode(halves.last ?? "")
  try require(!one.isPart(of: one), "\(text.debugDescription) is part of itself")
  try require(!(one.isPart(of: other) && other.isPart(of: one)), "\(halves) are parts of each other")
  try requireClassification(halves.first ?? "")
  let near = NearestNames.of(
    String(text.prefix(200)),
    among: ["tidy", "nomis-api", "gss", String(key.prefix(200))]
  )
  try require(near.count <= 3, "\(near.count) near names")
  if let range = SheetRange(text) {
    try require(
      range.firstRow <= range.lastRow && range.firstColumn <= range.lastColumn,
      "\(text.debugDescription) is a range the wrong way round"
    )
  }
  _ = try attempt("the profile") { try ProfileName(named: text) }
  return input.count
}

/// Checks a number against the plain way, and that it does not depend on what stands around its bytes.
private func requireNumber(_ input: [UInt8]) throws(Violation) {
  for hasDecimalComma in [false, true] {
    for isAmbiguous in [false, true] {
      let parser = NumberParser(hasDecimalComma: hasDecimalComma, isAmbiguous: isAmbiguous)
      let found = parser.parse(input.span, 0, input.count)
      let framed = [0x39] + input + [0x39]
      let inner = parser.parse(framed.span, 1, input.count + 1)
      try require(inner == found, "\(shown(input)) is \(found) alone and \(inner) among digits")
      let isNumeral = !input.isEmpty && input.allSatisfy { (0x30...0x39).contains($0) }
      if isNumeral {
        let plain = Double(String(decoding: input, as: UTF8.self)) ?? .nan
        let expected: ParsedNumber = plain.isFinite ? .number(plain) : .notFinite
        try require(found == expected, "\(shown(input)) is \(found), not \(expected)")
      }
      guard case .number(let number) = found else { continue }
      try require(number.isFinite, "\(shown(input)) is \(number)")
      let written = NumberText.shortest(number)
      let point = NumberParser(hasDecimalComma: false, isAmbiguous: false)
      let again = point.parse(Array(written.utf8).span, 0, written.utf8.count)
      try require(again == .number(number), "\(number), written \(written), reads back as \(again)")
    }
  }
}

private func requireClassification(_ code: String) throws(Violation) {
  guard let list = try attempt("the classification", { try Classification.builtIn("SIC 2007") }) else {
    return
  }
  if let entry = list.entry(standingFor: code) {
    try require(list.knows(code), "\(code.debugDescription) stands for \(entry.code) and is not known")
  }
  for level in list.levels {
    guard let above = list.ancestor(ofNearest: code, at: level) else { continue }
    try require(
      list.ancestor(ofNearest: above, at: level) == above,
      "\(code.debugDescription) lies in \(above) at \(level), which lies in another"
    )
  }
  _ = list.title(of: code)
}
