extension Classification {
  /// Returns the entry that a code of a table stands for, as agencies write codes.
  ///
  /// Beside the code itself: a code padded with zeros (`30300` for the class 30.30, `01000` for the division 01), and one
  /// that spans divisions (`C (10-33)` for the section, `CI (26)` for the division). Of a classification that is not
  /// complete, only the code itself.
  ///
  /// - Parameter code: A code of a table.
  /// - Returns: The entry, or nil if there is none that the code stands for alone.
  public func entry(standingFor code: String) -> Entry? {
    if let entry = self[code] { return entry }
    guard isComplete else { return nil }
    if let digits = IndustryCode(code).digits, let entry = entry(padded: digits) { return entry }
    let divisions = divisions(spannedBy: code)
    if divisions.count == 1 { return divisions[0] }
    guard let parent = divisions.first?.parent, let above = self[parent],
      divisions.allSatisfy({ $0.parent == parent }),
      divisions.count == entries.count(where: { $0.parent == parent })
    else { return nil }
    return above
  }

  /// Returns the code of a level that a code of a table is part of.
  ///
  /// Of a complete classification the code must stand for an entry, or span divisions that lie in one of the level. An
  /// entry that nothing is below stays itself at finer levels (the class 30.30 has no subclasses), and so does a code
  /// that is padded with zeros (`01000`, the farms that BRES does not divide further). Of one that is not complete, a code
  /// belongs where the longest known beginning of it does.
  ///
  /// - Parameters:
  ///   - code: A code, possibly finer than the classification.
  ///   - level: The name of the level.
  /// - Returns: The code, or nil if the code is a stranger or lies above the level.
  public func ancestor(ofNearest code: String, at level: String) -> String? {
    guard isComplete else { return ancestor(ofBeginning: code, at: level) }
    guard levels.contains(level) else { return nil }
    if let entry = entry(standingFor: code) {
      if let above = ancestor(of: entry.code, at: level) { return above }
      if let position = positions[Classification.key(entry.code)], childless[position] { return entry.code }
      let digits = IndustryCode(code).digits ?? ""
      return digits.count == 5 && self[code] == nil ? code : nil
    }
    let above = divisions(spannedBy: code).map { ancestor(of: $0.code, at: level) }
    guard let first = above.first ?? nil, above.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// Returns whether a code of a table is of the classification: an entry, or divisions of one top level.
  public func knows(_ code: String) -> Bool {
    if self[code] != nil { return true }
    guard let top = levels.first else { return false }
    return ancestor(ofNearest: code, at: top) != nil
  }

  /// Returns the title of a code of a table, or nil if it stands for no entry.
  public func title(of code: String) -> String? {
    guard let entry = entry(standingFor: code) else { return nil }
    let isUndivided =
      self[code] == nil && IndustryCode(code).digits?.count == 5
      && !(positions[Classification.key(entry.code)].map { childless[$0] } ?? true)
    return isUndivided ? entry.title + ", not divided further" : entry.title
  }

  private func ancestor(ofBeginning code: String, at level: String) -> String? {
    var beginning = code
    while !beginning.isEmpty {
      if self[beginning] != nil, let found = ancestor(of: beginning, at: level) { return found }
      beginning.removeLast()
    }
    return nil
  }

  /// The entry of five digits without the zeros at their end.
  private func entry(padded digits: String) -> Entry? {
    guard digits.count == 5 else { return nil }
    var shorter = digits
    while shorter.count > 2, shorter.hasSuffix("0") {
      shorter.removeLast()
      if let entry = self[shorter] { return entry }
    }
    return nil
  }

  /// The divisions that a code such as `C (10-33)` spans; none if any of them is not known, or the letter contradicts.
  private func divisions(spannedBy code: String) -> [Entry] {
    guard let range = IndustryCode(code).divisions else { return [] }
    let known = range.compactMap { self[$0 < 10 ? "0\($0)" : "\($0)"] }
    guard let first = known.first, let last = known.last,
      Int(first.code) == range.lowerBound, Int(last.code) == range.upperBound
    else { return [] }
    guard code.contains("("), let letter = code.first, let section = first.parent else { return known }
    return section.hasPrefix(String(letter)) ? known : []
  }
}
