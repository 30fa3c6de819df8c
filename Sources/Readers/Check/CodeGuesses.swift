import Panels

/// What kind of areas the codes of a column are.
struct GeographyGuess: Equatable {
  /// The kind, such as "ITL 2".
  var kind: String
  /// Codes that are of another kind, the first few.
  var strangers: [String]
  /// What the codes say of the date of the geography, or nil.
  var vintage: String?

  /// Guesses from the different codes of a column; nil unless nine tenths are of one family.
  init?(_ codes: [String], name: String) {
    guard !codes.isEmpty else { return nil }
    let kinds = codes.map { GeographyGuess.kind($0, columnName: name) }
    var counts: [(kind: String, count: Int)] = []
    for case let kind? in kinds {
      if let index = counts.firstIndex(where: { $0.kind == kind }) {
        counts[index].count += 1
      } else {
        counts.append((kind, 1))
      }
    }
    guard counts.reduce(0, { $0 + $1.count }) * 10 >= codes.count * 9 else { return nil }
    kind = counts.map { counts.count == 1 ? $0.kind : "\($0.kind) (\($0.count))" }.joined(separator: ", ")
    strangers = Array(zip(codes, kinds).filter { $0.1 == nil }.map(\.0).prefix(5))
    vintage = GeographyGuess.vintage(Set(codes))
  }

  /// What is known of the codes of a column that was told to hold regions.
  init(told codes: [String], name: String) {
    if let guess = GeographyGuess(codes, name: name) {
      self = guess
    } else {
      (kind, strangers, vintage) = ("names or codes of no geography that is known", [], nil)
    }
  }

  private static func kind(_ code: String, columnName: String) -> String? {
    let bytes = Array(code.utf8)
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    if bytes.count == 9, isUpper(bytes[0]), bytes.dropFirst().allSatisfy(isDigit) {
      let type = String(code.prefix(3))
      let names = [
        "E06": "unitary authorities", "E07": "districts", "E08": "metropolitan districts",
        "E09": "London boroughs",
        "E10": "counties", "E12": "regions", "E47": "combined authorities", "E92": "England",
        "K02": "United Kingdom",
        "N09": "Northern Irish districts", "N92": "Northern Ireland", "S12": "Scottish councils",
        "S92": "Scotland",
        "W06": "Welsh authorities", "W92": "Wales", "E01": "lower super output areas",
        "E02": "middle super output areas", "W02": "Welsh middle super output areas",
      ]
      return "GSS \(type)" + (names[type].map { " \($0)" } ?? "")
    }
    guard bytes.allSatisfy({ isDigit($0) || isUpper($0) }) else { return nil }
    if code == "UK" || code == "GB" { return "whole country" }
    if bytes.count >= 3, bytes.count <= 5, isUpper(bytes[0]), isUpper(bytes[1]) {
      let level = bytes.count - 2
      if code.hasPrefix("TL"), isUpper(bytes[2]) { return "ITL \(level)" }
      if code.hasPrefix("UK"), isUpper(bytes[2]) { return "NUTS \(level) (UK)" }
      if columnName.lowercased().contains("nuts") || columnName.lowercased() == "geo" {
        return "NUTS \(level)"
      }
      return nil
    }
    let lowered = columnName.lowercased()
    if bytes.allSatisfy(isDigit), lowered.contains("fips") || lowered == "geo_id" {
      return bytes.count <= 2 ? "FIPS states" : bytes.count == 5 ? "FIPS counties" : nil
    }
    return nil
  }

  /// What codes that came or went with a revision say of the date.
  ///
  /// UKI1 and UKI2 went with NUTS 2013, UKM2 and UKM3 with 2016.
  private static func vintage(_ codes: Set<String>) -> String? {
    let parts = Set(codes.map { $0.prefix(4) })
    if !parts.isDisjoint(with: ["UKI1", "UKI2"]) { return "NUTS 2010 or before" }
    if !parts.isDisjoint(with: ["UKM2", "UKM3"]) { return "NUTS 2013 or before" }
    if !parts.isDisjoint(with: ["UKM7", "UKM8", "UKM9"]) { return "NUTS 2016 or later" }
    return nil
  }
}

/// Which classification the codes of a column belong to.
struct ClassificationGuess: Equatable {
  /// The classification and level, such as "SIC 2007, 5 digits".
  var kind: String

  /// Guesses from the different codes of a column and its name; nil if neither speaks of industries.
  init?(_ codes: [String], name: String) {
    let lowered = name.lowercased()
    let speaks = ["sic", "nace", "naics", "industr", "sector", "section"].contains { lowered.contains($0) }
    let codes = codes.filter { !IndustryCode($0).isTotal }
    guard !codes.isEmpty else { return nil }
    if lowered.hasSuffix("name") || lowered.hasSuffix("title") || lowered.hasSuffix("level") { return nil }
    let bracketed = codes.count { $0.hasSuffix(")") && IndustryCode($0).divisions != nil }
    if bracketed * 4 >= codes.count {
      kind = "SIC 2007 as the ONS groups it, sections to divisions"
      return
    }
    guard speaks else { return nil }
    let letters = codes.filter { $0.utf8.count == 1 && ("A"..."U").contains($0) }
    if letters.count * 10 >= codes.count * 9 {
      kind = codes.contains { $0 > "Q" } ? "sections of SIC 2007 or NACE Rev. 2" : "sections of SIC or NACE"
      return
    }
    let digits = codes.filter { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard digits.count * 10 >= codes.count * 8 else {
      kind = "codes of no known form"
      return
    }
    let lengths = Set(digits.map(\.utf8.count)).sorted()
    let width = lengths.map(String.init).joined(separator: ", ")
    if lowered.contains("naics") || lengths.contains(6) {
      kind = "NAICS, \(width) digits"
    } else {
      kind = ClassificationGuess.sic(digits) + ", \(width) digits"
    }
  }

  /// What is known of the codes of a column that was told to hold industries.
  init(told codes: [String], name: String) {
    if let guess = ClassificationGuess(codes, name: name) ?? ClassificationGuess(codes, name: name + " sic") {
      self = guess
    } else {
      kind = "codes of no known form"
    }
  }

  /// SIC 2007 or 2003, by divisions that only one of them has.
  private static func sic(_ digits: [String]) -> String {
    let divisions = Set(digits.filter { $0.utf8.count >= 4 }.map { $0.prefix(2) })
    let has2003 = !divisions.isDisjoint(with: ["34", "40", "67"])
    let has2007 = !divisions.isDisjoint(with: [
      "38", "42", "43", "46", "47", "49", "56", "58", "68", "69", "86", "87",
    ])
    return has2007 && !has2003 ? "SIC 2007" : has2003 && !has2007 ? "SIC 2003" : "SIC or NACE"
  }
}
