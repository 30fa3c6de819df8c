import Arithmetic

/// Cells and reference of which a generalized entropy is to be bounded: boxes for both, cell by cell.
///
/// Cells that have neither activity nor reference are left out, and put back as zeros in a witness.
struct EntropyProblem {
  let order: EntropyOrder
  var lower: [Double]
  var upper: [Double]
  var referenceLower: [Double]
  var referenceUpper: [Double]
  private let kept: [Int]
  private let fullCount: Int

  init(
    order: EntropyOrder,
    cells: UncertainVector,
    referenceLower: [Double],
    referenceUpper: [Double]
  ) throws(MeasureError) {
    let kept = cells.lower.indices.filter { cells.upper[$0] > 0 || referenceUpper[$0] > 0 }
    self.order = order
    self.kept = kept
    fullCount = cells.count
    lower = kept.map { cells.lower[$0] }
    upper = kept.map { cells.upper[$0] }
    self.referenceLower = kept.map { referenceLower[$0] }
    self.referenceUpper = kept.map { referenceUpper[$0] }
    for position in kept where cells.upper[position] > 0 && referenceUpper[position] == 0 {
      throw .activityWithoutReference("cell \(position)")
    }
    if order.alpha <= 0, let empty = kept.first(where: { cells.upper[$0] == 0 }) {
      throw order.infinite(at: empty)
    }
  }

  var count: Int { lower.count }

  /// Sums of a choice of activity and reference.
  func score(_ y: [Double], _ x: [Double]) -> Double {
    var (activity, sum, reference) = (0.0, 0.0, 0.0)
    for position in y.indices {
      activity += y[position]
      reference += x[position]
      sum += order.term(y[position], x[position])
    }
    return order.score(activity, sum, reference)
  }

  /// The witness with the cells that were left out.
  func witness(_ y: [Double], _ x: [Double]) -> Witness {
    var activity = [Double](repeating: 0, count: fullCount)
    var reference = activity
    for (place, position) in kept.enumerated() {
      activity[position] = y[place]
      reference[position] = x[place]
    }
    return Witness(activity: activity, reference: reference)
  }

  /// The position in the input of a cell of the problem.
  func position(of cell: Int) -> Int { kept[cell] }
}

extension EntropyProblem {
  /// Returns the numbers with the least entropy.
  ///
  /// In shares the entropy is jointly convex, so numbers that meet the first-order conditions are the optimum. These
  /// say: with two levels λ ≥ θ of the ratio y/x, the reference is at its upper end and y = λ x as far as the
  /// bounds of y allow; where y reaches its upper end first, the reference gives way, x = y/θ as far as its bounds
  /// allow. θ is the level at which Σ x (b(y/x) − b(θ)) = 0 with b(v) = (v^α − 1)/α, λ the level at which
  /// Σ y (b(y/x) − b(λ)) = 0 with b(v) = (v^(α−1) − 1)/(α − 1). Both sums change their sign once.
  ///
  /// - Returns: Activity and reference of the optimum.
  func minimum() -> (y: [Double], x: [Double]) {
    let lowest = ratios(lower, referenceUpper)
    let highest = ratios(upper, referenceLower)
    let (floor, ceiling) = (lowest.max() ?? 0, highest.min() ?? .infinity)
    if floor <= ceiling, ceiling > 0 { return proportional(at: level(between: floor, and: ceiling)) }
    // All ratios cannot be equal. λ lies between the ends of the intervals of ratios.
    let ends = (ratios(lower, referenceUpper) + ratios(upper, referenceUpper))
      .filter { $0 > 0 && $0.isFinite }
      .sorted()
    guard var low = ends.first, var high = ends.last else { return proportional(at: 1) }
    let exact = referenceLower == referenceUpper
    var (first, last) = (0, ends.count - 1)
    while last - first > 1 {
      let middle = (first + last) / 2
      if excess(at: ends[middle]) > 0 { first = middle } else { last = middle }
    }
    (low, high) = (ends[first], ends[last])
    if excess(at: ends[0]) <= 0 { high = ends[0] }
    if exact, let root = closedRoot(between: low, and: high) {
      let y = activity(at: root)
      return (y, referenceUpper)
    }
    let y = activity(at: bracketedRoot(low, high, excess(at:)))
    return (y, reference(for: y))
  }

  private func ratios(_ y: [Double], _ x: [Double]) -> [Double] {
    y.indices.map { x[$0] == 0 ? (y[$0] == 0 ? 0 : .infinity) : y[$0] / x[$0] }
  }

  /// A ratio that every cell can have.
  private func level(between floor: Double, and ceiling: Double) -> Double {
    if floor > 0 { return floor }
    return ceiling.isFinite ? ceiling : 1
  }

  private func proportional(at ratio: Double) -> (y: [Double], x: [Double]) {
    var (y, x) = (lower, referenceUpper)
    for cell in y.indices {
      x[cell] = min(referenceUpper[cell], max(referenceLower[cell], upper[cell] / ratio))
      y[cell] = min(upper[cell], max(lower[cell], ratio * x[cell]))
    }
    return (y, x)
  }

  private func activity(at level: Double) -> [Double] {
    lower.indices.map { min(max(level * referenceUpper[$0], lower[$0]), upper[$0]) }
  }

  /// The reference with the least entropy for given activity.
  private func reference(for y: [Double]) -> [Double] {
    if referenceLower == referenceUpper { return referenceUpper }
    func clipped(_ level: Double) -> [Double] {
      y.indices.map { min(max(y[$0] / level, referenceLower[$0]), referenceUpper[$0]) }
    }
    var low = Double.infinity
    var high = 0.0
    for cell in y.indices where y[cell] > 0 {
      low = min(low, y[cell] / referenceUpper[cell])
      // Beyond all ratios of references at their upper ends nothing is left that holds more than the level.
      let least = referenceLower[cell] > 0 ? referenceLower[cell] : referenceUpper[cell]
      high = max(high, y[cell] / least)
    }
    low = min(low, y.reduce(0, +) / referenceUpper.reduce(0, +) / 2)
    guard low > 0, low < high else { return clipped(max(high, low)) }
    if order.alpha <= 0, y.contains(0) { return referenceUpper }
    /// What the regions hold beyond the level, by the function of the order; falls with the level.
    func balance(_ level: Double) -> Double {
      let mark = EntropyOrder.boxCox(level, order.alpha)
      var sum = 0.0
      for cell in y.indices {
        let x = min(max(y[cell] / level, referenceLower[cell]), referenceUpper[cell])
        guard x > 0, y[cell] < level * referenceLower[cell] || y[cell] > level * referenceUpper[cell] else {
          continue
        }
        let own = y[cell] == 0 ? -1 / order.alpha : EntropyOrder.boxCox(y[cell] / x, order.alpha)
        sum += x * (own - mark)
      }
      return sum
    }
    return clipped(bracketedRoot(low, high, balance))
  }

  /// The sum whose sign says on which side of λ a level lies: positive below it.
  private func excess(at level: Double) -> Double {
    let y = activity(at: level)
    let x = reference(for: y)
    let mark = EntropyOrder.boxCox(level, order.alpha - 1)
    var sum = 0.0
    for cell in y.indices where y[cell] != level * x[cell] {
      if y[cell] == 0 {
        // y b(y/x) goes to 0 for orders above 0, and to −x/(α − 1) for order 0.
        if order.alpha == 0 { sum += x[cell] }
        continue
      }
      sum += y[cell] * (EntropyOrder.boxCox(y[cell] / x[cell], order.alpha - 1) - mark)
    }
    return sum
  }

  /// λ between two neighbouring ends, where the cells that follow λ do not change: in closed form.
  private func closedRoot(between low: Double, and high: Double) -> Double? {
    let middle = (low * high).squareRoot()
    guard middle > low, middle < high else { return nil }
    var (weight, sum) = (0.0, 0.0)
    let power = order.alpha - 1
    for cell in lower.indices {
      let ratio = middle * referenceUpper[cell]
      guard ratio < lower[cell] || ratio > upper[cell] else { continue }
      let y = ratio < lower[cell] ? lower[cell] : upper[cell]
      guard y > 0 else { continue }
      weight += y
      sum += y * EntropyOrder.boxCox(y / referenceUpper[cell], power)
    }
    guard weight > 0 else { return nil }
    let mean = sum / weight
    let root =
      power == 0
      ? exponential(mean)
      : power == 1 ? mean + 1 : exponential(naturalLogarithm(1 + power * mean) / power)
    guard root.isFinite else { return nil }
    return min(max(root, low), high)
  }
}
