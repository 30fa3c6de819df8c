import Panels

/// One number as a row gives it, its codes as numbers of their dictionaries.
struct PanelEntry {
  var region: Int32
  var industry: Int32
  var period: Int32
  var row: Int32
  /// The number; NaN where there is none.
  var value: Double
}

/// What an entry says beside its number.
struct EntryRemark: Equatable {
  /// Which entry.
  var entry: Int
  var status: CellStatus
  /// Bounds that the source declares, or nil.
  var bounds: Bounds?
  var text: String?
  /// Whether the rounding rule does not apply.
  var isExact: Bool
}

/// A column of codes, and the names that stand beside them.
struct CodeColumn {
  /// The codes.
  var codes = ByteDictionary()
  /// The names.
  var names = ByteDictionary()
  /// Which name each code has; the last one met, or −1.
  private(set) var nameOf: [Int32] = []
  /// The first names that codes had under which they were met before, in the order met.
  private(set) var variants: [NameVariant] = []

  /// A code that was met under two names.
  struct NameVariant: Equatable {
    var code: Int32
    var earlier: Int32
    var row: Int
  }

  /// The number in a dictionary of the text of a cell, or of the text that all rows have.
  @inline(__always)
  static func id(
    _ dictionary: inout ByteDictionary,
    _ source: PanelLayout.KeySource,
    _ bytes: Span<UInt8>,
    _ cells: [CellRange],
    _ quote: UInt8
  ) -> Int32 {
    switch source {
    case .constant(let value): return dictionary.id(of: value)
    case .column(let column):
      let cell = cells[column]
      if cell.form == .plain { return dictionary.id(of: bytes, cell.start, cell.end) }
      let text = cell.bytes(in: bytes, quote: quote)
      return dictionary.id(of: text.span, 0, text.count)
    }
  }

  /// Notes the name of a code.
  @inline(__always)
  mutating func note(name: Int32, of code: Int32, row: Int) {
    let index = Int(code)
    while nameOf.count <= index { nameOf.append(-1) }
    let earlier = nameOf[index]
    if earlier == name { return }
    nameOf[index] = name
    if earlier >= 0,
      !variants.contains(where: { $0.code == code && ($0.earlier == earlier || $0.earlier == name) })
    {
      variants.append(NameVariant(code: code, earlier: earlier, row: row))
    }
  }

  /// The name of a code, or nil if it has none or an empty one.
  func name(of code: Int32) -> String? {
    guard Int(code) < nameOf.count, nameOf[Int(code)] >= 0 else { return nil }
    let name = names.text(nameOf[Int(code)])
    return name.isEmpty ? nil : name
  }
}

/// What a filter has met.
struct FilterState {
  let filter: PanelLayout.Filter
  /// The texts of the column.
  var texts = ByteDictionary()
  /// The rows left out.
  var dropped: DroppedRows
  private var isKept: [Bool] = []

  init(_ filter: PanelLayout.Filter, header: [String]) {
    self.filter = filter
    let values = filter.values.map { "'\($0)'" }.joined(separator: " or ")
    dropped = DroppedRows(reason: "\(header[filter.column]) is not \(values)", count: 0, firstRow: 0)
  }

  /// Whether the filter keeps a row.
  @inline(__always)
  mutating func keeps(_ bytes: Span<UInt8>, _ cells: [CellRange], _ quote: UInt8) -> Bool {
    let id = Int(CodeColumn.id(&texts, .column(filter.column), bytes, cells, quote))
    if id == isKept.count {
      let text = texts.text(Int32(id))
      isKept.append(filter.values.contains { CodeMatching.matches($0, text) })
    }
    return isKept[id]
  }
}
