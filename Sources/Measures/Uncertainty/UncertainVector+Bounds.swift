import Panels

extension UncertainVector {
  /// Returns a measure of concentration with the least and greatest value that the cells allow.
  ///
  /// | measure | lower bound | upper bound |
  /// | --- | --- | --- |
  /// | Theil, generalized entropy, HHI | optimum | optimum, or certified where the search reaches its limit |
  /// | Hoover, Krugman | optimum | the same |
  /// | Gini | optimum | the same |
  /// | share of the top k % | optimum | optimum |
  ///
  /// That holds for every kind of reference, ``UncertainReference/rest(_:)`` included; of a coupled entropy the least
  /// value is the least of the local ones that a scan of its one parameter finds, see `CoupledEntropy`. A certified bound
  /// has no witness, and is at most what was searched for too wide.
  ///
  /// - Parameters:
  ///   - measure: Which measure.
  ///   - reference: What the regions are compared with; nil for equal shares. HHI and top shares take none.
  ///   - effort: How much work a search may take.
  /// - Returns: The value at the published numbers, the bounds, and numbers that reach them.
  /// - Throws: ``MeasureError/shapeMismatch(expected:found:)`` for a reference of another length;
  ///   ``MeasureError/noActivity(_:)`` if every cell must be 0;
  ///   ``MeasureError/activityWithoutReference(_:)`` for a cell with activity where the reference has none;
  ///   ``MeasureError/notIdentifiable(_:)`` for a reference without an upper bound.
  ///
  /// **Zeros and missing values.** A cell without a number takes part with its bounds; without an upper bound the
  /// measure's upper bound is its limit as that cell grows, which has no witness. With a reference of kind
  /// ``UncertainReference/rest(_:)`` measures fall to 0 as such a cell grows: that is their lower bound, without a witness,
  /// and where every cell may be 0 the upper bound is approached as all of them vanish.
  public func bounds(
    of measure: ConcentrationMeasure,
    relativeTo reference: UncertainReference? = nil,
    effort: BoundEffort = BoundEffort()
  ) throws(MeasureError) -> Bounded {
    guard upper.contains(where: { $0 > 0 }) else { throw .noActivity("the industry") }
    switch measure {
    case .theil:
      return try entropyBounds(alpha: 1, relativeTo: reference, effort: effort)
    case .generalizedEntropy(let alpha):
      guard alpha.isFinite else {
        throw .outOfRange("A generalized entropy needs a finite order, not \(alpha).")
      }
      return try entropyBounds(alpha: alpha, relativeTo: reference, effort: effort)
    case .hhi:
      return try hhiBounds(effort: effort)
    case .hoover:
      return try hooverBounds(relativeTo: reference, effort: effort)
    case .krugman:
      return try hooverBounds(relativeTo: reference, effort: effort).scaled(by: 2)
    case .gini:
      return try giniBounds(relativeTo: reference, effort: effort)
    case .topShare(let percent):
      return try topShareBounds(percent: percent)
    }
  }

  /// The reference as boxes that are independent of the cells.
  func referenceBox(_ reference: UncertainReference?) throws(MeasureError) -> ReferenceBox {
    let box: ReferenceBox
    switch reference {
    case nil:
      let ones = [Double](repeating: 1, count: count)
      box = ReferenceBox(lower: ones, upper: ones, published: ones, isCoupled: false)
    case .exact(let numbers):
      box = ReferenceBox(lower: numbers, upper: numbers, published: numbers, isCoupled: false)
    case .published(let cells):
      box = ReferenceBox(cells, isCoupled: false)
    case .rest(let cells):
      box = ReferenceBox(cells, isCoupled: true)
    }
    guard box.lower.count == count else {
      throw .shapeMismatch(expected: count, found: box.lower.count)
    }
    for position in box.lower.indices {
      guard box.lower[position] >= 0, box.lower[position].isFinite else {
        throw .unusable("reference \(position)", box.lower[position])
      }
      guard box.upper[position].isFinite else {
        throw .notIdentifiable("reference \(position) has no upper bound")
      }
    }
    guard box.isCoupled || box.upper.contains(where: { $0 > 0 }) else { throw .noActivity("the reference") }
    return box
  }

  /// The published number of a measure, or nil where a cell has none.
  func point(_ reference: ReferenceBox, _ measure: ([Double], [Double]) -> Double) -> Double? {
    guard isComplete, values.contains(where: { $0 > 0 }) else { return nil }
    let x = reference.isCoupled ? zip(values, reference.published).map { $0 + $1 } : reference.published
    guard !x.contains(where: { $0.isNaN }) else { return nil }
    let value = measure(values, x)
    return value.isFinite ? value : nil
  }
}

/// Bounds of a reference, apart from its kind.
struct ReferenceBox {
  var lower: [Double]
  var upper: [Double]
  /// The published numbers; NaN where there is none.
  var published: [Double]
  /// Whether these are the rests of the regions, to which the industry's own cells add.
  var isCoupled: Bool

  init(lower: [Double], upper: [Double], published: [Double], isCoupled: Bool) {
    self.lower = lower
    self.upper = upper
    self.published = published
    self.isCoupled = isCoupled
  }

  init(_ cells: UncertainVector, isCoupled: Bool) {
    self.init(lower: cells.lower, upper: cells.upper, published: cells.values, isCoupled: isCoupled)
  }

  var isExact: Bool { lower == upper }
}

extension Bounded {
  /// The bounds of a multiple.
  func scaled(by factor: Double) -> Bounded {
    var scaled = self
    scaled.value = value.map { $0 * factor }
    scaled.bounds = Bounds(bounds.lower * factor, bounds.upper * factor)
    return scaled
  }
}
