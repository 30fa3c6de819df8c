import Panels

/// Which columns of a lookup hold what.
struct LookupColumns {
  var from: Int
  var to: Int
  var name: Int?
  var weight: Int?
  /// Columns that may be weights, where there are several.
  var candidates: [String] = []

  init(_ table: TextTable, _ told: LookupSpecification) throws {
    func require(_ name: String?, _ role: String) throws -> Int? {
      try name.map { try table.requireColumn($0, role: role) }
    }
    let pair = LookupColumns.pair(in: table.header)
    var from = try require(told.from, "the old codes")
    var to = try require(told.to, "the new codes")
    if from == nil || to == nil {
      guard let pair else {
        throw LookupError.columns(
          file: table.name,
          found: table.header.filter { VintageColumn($0)?.isCode ?? false },
          known: table.header
        )
      }
      from = from ?? (to == pair.from ? pair.to : pair.from)
      to = to ?? (from == pair.to ? pair.from : pair.to)
    }
    guard let from, let to, from != to else {
      throw LookupError.specification(told.text, problem: "the old and the new codes are one column")
    }
    (self.from, self.to) = (from, to)
    name = try require(told.name, "the names of new codes") ?? LookupColumns.name(of: to, in: table.header)
    weight = try require(told.weight, "the weights")
    if weight == nil, !told.splitsEqually {
      let found = table.header.indices.filter { LookupColumns.isWeight(table.header[$0]) }
      if found.count == 1 { weight = found[0] } else { candidates = found.map { table.header[$0] } }
    }
  }

  private static func isWeight(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["weight", "w", "share", "proportion"].contains(name) || name.hasPrefix("w_")
      || name.hasPrefix("weight_")
      || name.hasSuffix("_weight")
  }

  /// The columns of old and new codes, by plain names or by the years in their names.
  private static func pair(in header: [String]) -> (from: Int, to: Int)? {
    func first(_ names: [String]) -> Int? {
      names.lazy.compactMap { ColumnNames.position(of: $0, in: header) }.first
    }
    if let from = first(["from", "from_code", "old", "old_code"]),
      let to = first(["to", "to_code", "new", "new_code"])
    {
      return (from, to)
    }
    let dated = header.indices.compactMap { position in
      VintageColumn(header[position]).flatMap { $0.isCode ? (position, $0.year) : nil }
    }
    guard dated.count == 2, dated[0].1 != dated[1].1 else { return nil }
    return dated[0].1 < dated[1].1 ? (dated[0].0, dated[1].0) : (dated[1].0, dated[0].0)
  }

  /// The column of the names of the codes of another: `ITL225NM` of `ITL225CD`, `sic2007_title` of `sic2007`.
  private static func name(of code: Int, in header: [String]) -> Int? {
    let name = header[code]
    if name.hasSuffix("CD") { return ColumnNames.position(of: name.dropLast(2) + "NM", in: header) }
    for ending in ["_title", "_name"] {
      if let found = ColumnNames.position(of: name + ending, in: header) { return found }
      if name.hasSuffix("_code"), let found = ColumnNames.position(of: name.dropLast(5) + ending, in: header)
      {
        return found
      }
    }
    return nil
  }
}

/// What the name of a column says of the date of its codes: `ITL221CD`, `NUTS16CD`, `LAD23CD`, `sic2003`, `naics2007_code`.
struct VintageColumn {
  /// The year of the geography or classification.
  let year: Int
  /// Whether it holds codes, not names.
  let isCode: Bool

  /// Reads the name; nil where it has no date.
  init?(_ name: String) {
    let letters = name.prefix { $0.isLetter && $0.isASCII }
    let rest = name.dropFirst(letters.count)
    let digits = rest.prefix { $0.isNumber && $0.isASCII }
    guard letters.count >= 2, (2...5).contains(digits.count) else { return nil }
    let ending = rest.dropFirst(digits.count).lowercased()
    guard ["", "cd", "nm", "_code", "_title", "_name"].contains(ending) else { return nil }
    isCode = ["", "cd", "_code"].contains(ending)
    let isLong = digits.count >= 4 && ["19", "20"].contains(digits.suffix(4).prefix(2))
    guard let number = Int(digits.suffix(isLong ? 4 : 2)) else { return nil }
    year = isLong ? number : number + (number < 60 ? 2000 : 1900)
  }
}
