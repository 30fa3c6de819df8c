import Panels

extension UncertainVector {
  /// Returns the bounds of a generalized entropy.
  func entropyBounds(
    alpha: Double,
    relativeTo reference: UncertainReference?,
    effort: BoundEffort
  ) throws(MeasureError) -> Bounded {
    let box = try referenceBox(reference)
    if box.isCoupled {
      return try coupledEntropy(order: EntropyOrder(alpha), rest: box, effort: effort)
    }
    let problem = try EntropyProblem(
      order: EntropyOrder(alpha),
      cells: self,
      referenceLower: box.lower,
      referenceUpper: box.upper
    )
    let value = point(box) { MeasureKernel.generalizedEntropy($0, $1, alpha: alpha) }
    return entropyBounds(of: problem, value: value, effort: effort)
  }

  /// Returns the bounds of the Hirschman-Herfindahl index, a function of the entropy of order 2 over equal shares.
  func hhiBounds(effort: BoundEffort) throws(MeasureError) -> Bounded {
    let ones = [Double](repeating: 1, count: count)
    let problem = try EntropyProblem(
      order: EntropyOrder(2),
      cells: self,
      referenceLower: ones,
      referenceUpper: ones
    )
    let box = ReferenceBox(lower: ones, upper: ones, published: ones, isCoupled: false)
    let value = point(box) { y, _ in MeasureKernel.hhi(y) }
    var result = entropyBounds(of: problem, value: nil, effort: effort)
    let regions = Double(count)
    result.value = value
    func index(_ witness: Witness?, _ entropy: Double) -> Double {
      witness.map { MeasureKernel.hhi($0.activity) } ?? min(1, (1 + 2 * entropy) / regions)
    }
    let lower = index(result.lowerWitness, result.bounds.lower)
    let upper = index(result.upperWitness, result.bounds.upper)
    result.bounds = Bounds(lower, max(lower, upper))
    result.lowerWitness?.reference = []
    result.upperWitness?.reference = []
    return result
  }

  private func entropyBounds(of problem: EntropyProblem, value: Double?, effort: BoundEffort) -> Bounded {
    let order = problem.order
    let least = problem.minimum()
    let lowest = order.entropy(ofScore: problem.score(least.y, least.x))
    let lower = max(0, lowest)
    let lowerWitness = problem.witness(least.y, least.x)
    let limit = problem.limit()
    if limit == .infinity {
      return Bounded(value: value, bounds: Bounds(lower, limit), lowerWitness: lowerWitness)
    }
    var search = EntropyMaximum(problem)
    var upper = lower
    var upperWitness: Witness? = lowerWitness
    if let greatest = search.solve(effort) {
      let found = order.entropy(ofScore: greatest.isAttained ? greatest.score : greatest.ceiling)
      if found > lower || !greatest.isAttained {
        upper = max(lower, found)
        upperWitness = greatest.isAttained ? problem.witness(greatest.y, greatest.x) : nil
      }
    }
    if limit > upper { (upper, upperWitness) = (limit, nil) }
    return Bounded(
      value: value,
      bounds: Bounds(lower, upper),
      lowerWitness: lowerWitness,
      upperWitness: upperWitness
    )
  }
}

extension EntropyProblem {
  /// The greatest value that is approached but not reached: as a cell without an upper bound grows, or as a cell or a
  /// reference that may be 0 falls to it.
  func limit() -> Double {
    let cells = lower.indices
    if order.alpha >= 1, cells.contains(where: { referenceLower[$0] == 0 && upper[$0] > 0 }) {
      return .infinity
    }
    if order.alpha <= 0, cells.contains(where: { lower[$0] == 0 && referenceUpper[$0] > 0 }) {
      return .infinity
    }
    let total = referenceUpper.reduce(0, +)
    var greatest = -Double.infinity
    for cell in cells where upper[cell] == .infinity {
      if order.alpha <= 0, count > 1 { return .infinity }
      let least = referenceLower[cell]
      let share = least / (least + total - referenceUpper[cell])
      let score = order.score(1, order.term(1, share), 1)
      greatest = max(greatest, order.entropy(ofScore: score))
    }
    return greatest
  }
}
