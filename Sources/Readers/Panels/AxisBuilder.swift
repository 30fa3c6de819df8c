import Panels

/// Makes an axis of the codes of a column: spellings of one code together, the total apart, damage mended if asked.
struct AxisBuilder {
  /// The codes in the order of their first kept row.
  private(set) var codes: [String] = []
  /// The position of each number of the column's dictionary; −1 for the total and for codes that are not kept.
  private(set) var positions: [Int32]
  /// Whether the total was met.
  private(set) var hasTotal = false
  private var names: [String?] = []
  private var variants: [String] = []
  private var damage: SpreadsheetDamage
  private let isMended: Bool

  init(_ column: CodeColumn, used: [Bool], total: String?, repairs: SpreadsheetDamage.Kinds) {
    let texts = column.codes.texts
    let kept = texts.indices.filter { used[$0] }
    damage = SpreadsheetDamage(in: kept.map { texts[$0] })
    isMended = repairs != .none
    positions = [Int32](repeating: -1, count: texts.count)
    let totalKey = total.map(CodeMatching.key)
    var known: [String: Int32] = [:]
    for id in kept {
      let code = damage.mended(texts[id], kinds: repairs)
      let key = CodeMatching.key(code)
      if key == totalKey {
        hasTotal = true
        continue
      }
      if let position = known[key] {
        positions[id] = position
        if let name = column.name(of: Int32(id)) { names[Int(position)] = name }
        continue
      }
      known[key] = Int32(codes.count)
      positions[id] = Int32(codes.count)
      codes.append(HeaderFinding.trimmed(code))
      names.append(column.name(of: Int32(id)))
    }
    for variant in column.variants where used[Int(variant.code)] {
      let earlier = column.names.text(variant.earlier)
      let name = column.name(of: variant.code) ?? ""
      variants.append(
        "code \(texts[Int(variant.code)]) is named '\(earlier)' and '\(name)' (row \(variant.row)): the last is kept"
      )
    }
  }

  /// The elements as regions.
  func regions() -> [Region] {
    zip(codes, names).map { Region(code: $0, name: $1) }
  }

  /// The elements as industries.
  func industries() -> [Industry] {
    zip(codes, names).map { Industry(code: $0, title: $1) }
  }

  /// What a report must say of the codes.
  func notices(what: String) -> [ReadNotice] {
    variants.prefix(5).map { ReadNotice(.note, "\(what) \($0)") }
      + (variants.count > 5 ? [ReadNotice(.note, "\(variants.count - 5) more \(what) names vary")] : [])
      + damage.notices(what: what, isMended: isMended)
  }
}
