import Panels

/// Fills one plane of cells from entries, and finds what was said twice.
struct PlaneBuilder {
  /// What came of placing an entry.
  enum Outcome: Equatable {
    case placed
    case repeated
    case conflict(earlier: Int)
  }

  private var values: [Double]
  private var owners: [Int32]
  private var lower: [Double] = []
  private var upper: [Double] = []
  private var statuses: [CellStatus] = []
  private var texts: [Int: String] = [:]
  private var remarkOf: [Int: Int] = [:]
  private let rounding: RoundingRule
  private var roundedSmall: [Bounds?] = []
  /// How many cells were placed.
  private(set) var placed = 0

  init(count: Int, rounding: RoundingRule) {
    values = [Double](repeating: .nan, count: count)
    owners = [Int32](repeating: 0, count: count)
    self.rounding = rounding
    if rounding != .none { roundedSmall = [Bounds?](repeating: nil, count: 1 << 16) }
  }

  /// Places an entry without remark.
  @inline(__always)
  mutating func place(_ value: Double, entry: Int, at offset: Int) -> Outcome {
    let owner = owners[offset]
    if owner != 0 {
      return remarkOf[offset] == nil && values[offset] == value
        ? .repeated : .conflict(earlier: Int(owner) - 1)
    }
    owners[offset] = Int32(truncatingIfNeeded: entry + 1)
    values[offset] = value
    placed &+= 1
    if !statuses.isEmpty { setExact(value, at: offset) }
    if rounding != .none { round(value, at: offset) }
    return .placed
  }

  /// Places an entry with a remark.
  mutating func place(
    _ value: Double,
    remark index: Int,
    in remarks: [EntryRemark],
    entry: Int,
    at offset: Int
  ) -> Outcome {
    let remark = remarks[index]
    let owner = owners[offset]
    if owner != 0 {
      guard let earlier = remarkOf[offset].map({ remarks[$0] }) else {
        return .conflict(earlier: Int(owner) - 1)
      }
      let isSameValue = values[offset] == value || (values[offset].isNaN && value.isNaN)
      let isSame = isSameValue && earlier.status == remark.status && earlier.bounds == remark.bounds
      return isSame ? .repeated : .conflict(earlier: Int(owner) - 1)
    }
    owners[offset] = Int32(truncatingIfNeeded: entry + 1)
    values[offset] = value
    placed += 1
    remarkOf[offset] = index
    openPlanes()
    statuses[offset] = remark.status
    texts[offset] = remark.text
    setExact(value, at: offset)
    if let bounds = remark.bounds {
      lower[offset] = bounds.lower
      upper[offset] = bounds.upper
    } else if value.isNaN {
      lower[offset] = 0
      upper[offset] = .infinity
    } else if !remark.isExact, rounding != .none {
      round(value, at: offset)
      if remark.status.weakness > CellStatus.rounded.weakness { statuses[offset] = remark.status }
    }
    return .placed
  }

  /// The plane; cells that no entry was placed at are not available.
  consuming func finish() -> CellPlane {
    if placed < values.count {
      openPlanes()
      for offset in values.indices where owners[offset] == 0 {
        statuses[offset] = .notAvailable
        lower[offset] = 0
        upper[offset] = .infinity
      }
    }
    if statuses.isEmpty { return CellPlane(exactly: values) }
    return CellPlane(values: values, lower: lower, upper: upper, statuses: statuses, texts: texts)
  }

  private mutating func round(_ value: Double, at offset: Int) {
    let bounds: Bounds
    if value >= 0, value < 65_536, value == value.rounded() {
      let index = Int(value)
      if let known = roundedSmall[index] {
        bounds = known
      } else {
        bounds = rounding.bounds(of: value)
        roundedSmall[index] = bounds
      }
    } else {
      bounds = rounding.bounds(of: value)
    }
    if bounds.isExact { return }
    openPlanes()
    lower[offset] = bounds.lower
    upper[offset] = bounds.upper
    statuses[offset] = .rounded
  }

  @inline(__always)
  private mutating func setExact(_ value: Double, at offset: Int) {
    lower[offset] = value
    upper[offset] = value
  }

  /// Makes the planes of bounds and statuses when the first cell needs them.
  @inline(__always)
  private mutating func openPlanes() {
    if !statuses.isEmpty || values.isEmpty { return }
    statuses = [CellStatus](repeating: .observed, count: values.count)
    lower = values
    upper = values
  }
}
