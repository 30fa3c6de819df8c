/// What a cell looks like, to tell which column it belongs to.
enum CellKind: Int, CaseIterable, Sendable {
  case empty
  case integer
  case decimal
  case money
  case date
  case code
  case address
  case words
  case text

  /// Looks at a cell.
  init(_ cell: ArraySlice<UInt8>) {
    var (digits, letters, spaces, marks, separators) = (0, 0, 0, 0, 0)
    for byte in cell {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: letters += 1
      case 0x20, 0x09, 0x0A, 0x0D: spaces += 1
      case 0x2F, 0x3A, 0x2D: separators += 1
      default: marks += 1
      }
    }
    let length = cell.count - spaces
    if length == 0 {
      self = .empty
    } else if digits > 0, letters == 0, CellKind.isNumber(cell) {
      self = cell.contains(0x2E) || cell.contains(0x2C) ? .decimal : .integer
    } else if CellKind.beginsWithMoney(cell) {
      self = .money
    } else if digits > 0, letters == 0, separators > 0, marks == 0 {
      self = .date
    } else if cell.count > 8, CellKind.isAddress(cell) {
      self = .address
    } else if digits > 0, spaces == 0, cell.count <= 24 {
      self = .code
    } else {
      self = cell.count <= 40 ? .words : .text
    }
  }

  /// A number with sign, point, thousands and per cent.
  private static func isNumber(_ cell: ArraySlice<UInt8>) -> Bool {
    var hasDigit = false
    var points = 0
    for (position, byte) in cell.enumerated() {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case 0x2D, 0x2B: if position > 0 { return false }
      case 0x2E: points += 1
      case 0x2C: if !hasDigit { return false }
      case 0x25: if position != cell.count - 1 { return false }
      default: return false
      }
    }
    return hasDigit && points <= 1
  }

  /// A dollar, pound or euro sign before a number.
  private static func beginsWithMoney(_ cell: ArraySlice<UInt8>) -> Bool {
    for sign: [UInt8] in [[0x24], [0xC2, 0xA3], [0xE2, 0x82, 0xAC]] where cell.starts(with: sign) {
      return isNumber(cell.dropFirst(sign.count))
    }
    return false
  }

  private static func isAddress(_ cell: ArraySlice<UInt8>) -> Bool {
    guard !cell.contains(0x20) else { return false }
    for position in cell.startIndex..<(cell.endIndex - 2)
    where cell[position] == 0x3A && cell[position + 1] == 0x2F && cell[position + 2] == 0x2F {
      return true
    }
    return false
  }
}

/// What the columns of a table hold, counted over its even rows.
struct ColumnKinds: Sendable {
  private var counts: [[Int]]
  /// How often each mask, such as 99:99, stands in a column.
  private var masks: [[[UInt8]: Int]]
  private(set) var rows = 0

  /// Nothing is counted of a table of more columns.
  static let mostColumns = 2_048

  init(width: Int) {
    let width = width <= ColumnKinds.mostColumns ? width : 0
    counts = Array(repeating: Array(repeating: 0, count: CellKind.allCases.count), count: width)
    masks = Array(repeating: [:], count: width)
  }

  var width: Int { counts.count }

  mutating func add(_ cells: UntidyCells) {
    guard cells.count == counts.count else { return }
    rows += 1
    for (column, cell) in cells.enumerated() {
      counts[column][CellKind(cell).rawValue] += 1
      if let mask = ColumnKinds.mask(cell) { masks[column][mask, default: 0] += 1 }
    }
  }

  /// How unlike a cell is to its column: 0 where all others are of its kind, to 1 where none is.
  func strangeness(_ cell: ArraySlice<UInt8>, in column: Int) -> Double {
    guard rows > 0, counts.indices.contains(column) else { return 0.5 }
    let kind = CellKind(cell)
    var like = Double(counts[column][kind.rawValue])
    // Short and long text stand in one column more often than not.
    if kind == .words { like += 0.7 * Double(counts[column][CellKind.text.rawValue]) }
    if kind == .text { like += 0.7 * Double(counts[column][CellKind.words.rawValue]) }
    // So do numbers with and without a point.
    if kind == .integer { like += 0.7 * Double(counts[column][CellKind.decimal.rawValue]) }
    if kind == .decimal { like += 0.7 * Double(counts[column][CellKind.integer.rawValue]) }
    return 1 - like / Double(rows)
  }

  /// How unlike a row of the right width is to the others.
  func strangeness(_ cells: UntidyCells) -> Double {
    guard cells.count == counts.count else { return Double(cells.count) }
    return cells.enumerated().reduce(0) { $0 + strangeness($1.element, in: $1.offset) }
  }

  /// The share of a column's rows whose cell has the mask of this one; 0 for long text.
  func familiarity(_ cell: ArraySlice<UInt8>, in column: Int) -> Double {
    guard rows > 0, counts.indices.contains(column), let mask = ColumnKinds.mask(cell) else { return 0 }
    return Double(masks[column][mask] ?? 0) / Double(rows)
  }

  /// Whether most columns that hold numbers, dates or addresses hold words here.
  func areClearlyNames(_ cells: UntidyCells) -> Bool {
    guard rows > 2, cells.count == width else { return false }
    var (typed, different) = (0, 0)
    for (column, cell) in cells.enumerated() {
      let (kind, share) = main(of: column)
      guard share > 0.5, ![.words, .text, .empty].contains(kind) else { continue }
      typed += 1
      if CellKind(cell) == .words { different += 1 }
    }
    return typed > 0 && different * 4 >= typed * 3
  }

  /// A short cell with 9 for each digit, A and a for letters.
  private static func mask(_ cell: ArraySlice<UInt8>) -> [UInt8]? {
    guard cell.count <= 24 else { return nil }
    return cell.map { byte in
      switch byte {
      case 0x30...0x39: 0x39
      case 0x41...0x5A: 0x41
      case 0x61...0x7A: 0x61
      default: byte
      }
    }
  }

  /// The commonest kind of a column, and the share of rows that have it.
  func main(of column: Int) -> (kind: CellKind, share: Double) {
    var (best, most) = (CellKind.empty, -1)
    for kind in CellKind.allCases where counts[column][kind.rawValue] > most {
      (best, most) = (kind, counts[column][kind.rawValue])
    }
    return (best, rows > 0 ? Double(most) / Double(rows) : 0)
  }
}
