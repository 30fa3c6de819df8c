/// Cells in one block of memory: a value each, and planes of bounds and status where some cell needs them.
///
/// A cell without a number holds NaN in ``values``, so that a kernel that forgets ``statuses`` cannot produce a
/// plausible result; ``subscript(_:)`` returns it as a ``Cell`` without a value. Where ``lower`` and ``upper`` are
/// nil every cell is exact.
public struct CellPlane: Sendable, Equatable {
  /// The numbers; NaN where there is none.
  public private(set) var values: [Double]
  /// The lower bounds, or nil where every cell is exact.
  public private(set) var lower: [Double]?
  /// The upper bounds, or nil where every cell is exact; `.infinity` where nothing bounds a cell.
  public private(set) var upper: [Double]?
  /// The statuses, or nil where every cell is observed.
  public private(set) var statuses: [CellStatus]?
  /// The texts of the cells that were more than a number, by position.
  public private(set) var texts: [Int: String]

  /// Makes a plane of exact, observed numbers.
  ///
  /// - Parameter values: The numbers; finite.
  public init(exactly values: [Double]) {
    self.values = values
    texts = [:]
  }

  /// Makes a plane of cells.
  public init(_ cells: [Cell]) {
    self.init(exactly: [Double](repeating: .nan, count: cells.count))
    for (position, cell) in cells.enumerated() { self[position] = cell }
  }

  /// Makes a plane in which no number is available.
  ///
  /// - Parameter count: How many cells.
  public init(unavailable count: Int) {
    values = [Double](repeating: .nan, count: count)
    lower = [Double](repeating: 0, count: count)
    upper = [Double](repeating: .infinity, count: count)
    statuses = [CellStatus](repeating: .notAvailable, count: count)
    texts = [:]
  }

  /// Makes a plane from whole planes, for readers that fill them themselves.
  ///
  /// - Parameters:
  ///   - values: The numbers; NaN where there is none.
  ///   - lower: The lower bounds; the number where a cell is exact.
  ///   - upper: The upper bounds.
  ///   - statuses: The statuses.
  ///   - texts: The texts of the cells that were more than a number, by position.
  package init(
    values: [Double],
    lower: [Double],
    upper: [Double],
    statuses: [CellStatus],
    texts: [Int: String]
  ) {
    precondition(
      lower.count == values.count && upper.count == values.count && statuses.count == values.count,
      "planes of \(values.count), \(lower.count), \(upper.count) and \(statuses.count) cells"
    )
    self.values = values
    self.lower = lower
    self.upper = upper
    self.statuses = statuses
    self.texts = texts
  }

  /// How many cells there are.
  public var count: Int { values.count }

  /// Whether every cell has a number and is exact.
  public var isExact: Bool { lower == nil && statuses == nil }

  /// The cell at a position.
  public subscript(position: Int) -> Cell {
    get {
      let value = values[position]
      return Cell(
        value: value.isNaN ? nil : value,
        bounds: bounds(at: position),
        status: statuses?[position] ?? .observed,
        text: texts[position]
      )
    }
    set {
      values[position] = newValue.value ?? .nan
      setBounds(newValue.bounds, at: position)
      setStatus(newValue.status, at: position)
      texts[position] = newValue.text
    }
  }

  /// Returns the bounds of a cell.
  public func bounds(at position: Int) -> Bounds {
    if let lower, let upper { return Bounds(lower[position], upper[position]) }
    return Bounds(exactly: values[position])
  }

  /// Sets the bounds of a cell, and keeps its number and status.
  public mutating func setBounds(_ bounds: Bounds, at position: Int) {
    if lower == nil {
      if bounds.isExact, bounds.lower == values[position] { return }
      // Cells without a number were set with bounds of their own; all the others are exact.
      lower = values.map { $0.isNaN ? 0 : $0 }
      upper = values.map { $0.isNaN ? .infinity : $0 }
    }
    lower?[position] = bounds.lower
    upper?[position] = bounds.upper
  }

  /// Sets the status of a cell, and keeps its number and bounds.
  public mutating func setStatus(_ status: CellStatus, at position: Int) {
    if statuses == nil {
      if status == .observed { return }
      statuses = [CellStatus](repeating: .observed, count: values.count)
    }
    statuses?[position] = status
  }

  /// Whether some cell is estimated and its bounds leave more than one number.
  package var hasEstimatesWithBounds: Bool {
    guard let statuses, let lower, let upper else { return false }
    return statuses.indices.contains { statuses[$0] == .estimated && lower[$0] < upper[$0] }
  }

  /// Returns how many cells there are of each status, in the order of ``CellStatus``.
  public func statusCounts() -> [(status: CellStatus, count: Int)] {
    guard let statuses else { return [(.observed, values.count)] }
    var counts = [Int](repeating: 0, count: CellStatus.allCases.count)
    for status in statuses { counts[Int(status.rawValue)] += 1 }
    return CellStatus.allCases.compactMap { status in
      let count = counts[Int(status.rawValue)]
      return count > 0 ? (status, count) : nil
    }
  }

  /// Returns the sum of some cells: the sum of their numbers and of their bounds, and the weakest of their statuses.
  ///
  /// A sum with a cell that has no number has none either; its bounds still hold.
  ///
  /// - Parameter positions: Which cells; each once.
  /// - Returns: The sum as a cell.
  public func sum(of positions: some Sequence<Int>) -> Cell {
    var value = 0.0
    var low = 0.0
    var high = 0.0
    var worst = CellStatus.observed
    for position in positions {
      value += values[position]
      low += lower?[position] ?? values[position]
      high += upper?[position] ?? values[position]
      if let status = statuses?[position], status.weakness > worst.weakness { worst = status }
    }
    return Cell(value: value.isNaN ? nil : value, bounds: Bounds(low, max(low, high)), status: worst)
  }
}

extension CellStatus {
  /// How much a status takes from a number: the greatest wins when cells are added.
  package var weakness: Int {
    switch self {
    case .observed: 0
    case .provisional: 1
    case .rounded: 2
    case .breakInSeries: 3
    case .estimated: 4
    case .notApplicable: 5
    case .unreliable: 6
    case .notAvailable: 7
    case .suppressed: 8
    }
  }
}
