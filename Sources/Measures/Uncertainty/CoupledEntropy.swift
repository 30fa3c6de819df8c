import Arithmetic

/// A generalized entropy where all activity is the industry's own cells plus the rest of each region.
///
///     Theil: T = Σ (y/Y) ln((y/Y) / ((y + A)/(Y + ΣA))),   y in l … u, A in L … U, cell by cell
///
/// | symbol | meaning |
/// | --- | --- |
/// | y, Y | a region's activity in the industry, and its sum |
/// | A | the rest of the region's activity |
/// | x, X | all activity of the region, y + A, and its sum |
/// | v, V | y/x of a region and Y/X of the whole |
/// | H | Σ h(y, x), the sum of the terms of ``EntropyOrder``; h(y, x) = x f(y/x) |
///
/// The entropy is a function of Y, H and X, and h is convex in (y, A). In A the entropy is quasi-convex, in y it is not:
/// where an industry is most of a region, the greatest value may lie inside a cell's interval.
///
/// **Zeros.** A region without rest has v = 1. For orders of at most 0 a region without activity makes the entropy
/// infinite.
struct CoupledEntropy {
  let order: EntropyOrder
  let lower: [Double]
  var upper: [Double]
  let restLower: [Double]
  let restUpper: [Double]

  init(order: EntropyOrder, _ cells: UncertainVector, _ rest: ReferenceBox) throws(MeasureError) {
    self.order = order
    lower = cells.lower
    upper = cells.upper
    restLower = rest.lower
    restUpper = rest.upper
    if order.alpha <= 0, let empty = lower.indices.first(where: { upper[$0] == 0 && restUpper[$0] > 0 }) {
      throw order.infinite(at: empty)
    }
  }

  var count: Int { lower.count }

  /// The entropy of cells and rests.
  func value(_ y: [Double], _ rest: [Double]) -> Double {
    let entropy = order.entropy(ofScore: score(y, rest))
    return entropy > 0 ? entropy : 0
  }

  /// The score of cells and rests; it grows with the entropy.
  func score(_ y: [Double], _ rest: [Double]) -> Double {
    var (activity, sum, all) = (0.0, 0.0, 0.0)
    for cell in y.indices {
      activity += y[cell]
      all += y[cell] + rest[cell]
      sum += order.term(y[cell], y[cell] + rest[cell])
    }
    return order.score(activity, sum, all)
  }

  static func witness(_ y: [Double], _ rest: [Double]) -> Witness {
    Witness(activity: y, reference: zip(y, rest).map { $0 + $1 })
  }
}

extension CoupledEntropy {
  /// The greatest value that is approached but not reached, or nil if the greatest value is reached.
  ///
  /// For orders of at most 0 the entropy grows without bound as a cell that may be 0 falls to it. For others, where
  /// every cell may be 0, the limit is all the industry in one region, and vanishing: with x = ρ s + (1 − ρ) a, a the
  /// shares of the rest, the entropy is convex in x and 0 at x = s, so it is at most its value at x = a, and that is at
  /// most what all the industry in the region with the smallest share of the rest gives.
  func limit() -> Double? {
    if order.alpha <= 0 {
      return lower.indices.contains { lower[$0] == 0 && restUpper[$0] > 0 } ? .infinity : nil
    }
    guard !lower.contains(where: { $0 > 0 }) else { return nil }
    let total = restUpper.reduce(0, +)
    var greatest = 0.0
    for cell in 0..<count where upper[cell] > 0 {
      let others = total - restUpper[cell]
      // A region that has all of the rest has no share that differs from it.
      guard others > 0 else { continue }
      let share = restLower[cell] / (restLower[cell] + others)
      greatest = max(greatest, order.entropy(ofScore: order.score(1, order.term(1, share), 1)))
    }
    return greatest
  }

  /// Gives cells without an upper bound one beyond which the entropy cannot be greatest.
  ///
  /// A location quotient is at most X/Y, so the entropy of an order above 0 is at most b(1 + ΣA/Y)/α, with b as
  /// ``EntropyOrder/boxCox(_:_:)`` of α − 1; that of an order of at most 0 is at most Σ U (1 + U/l)^(1 + |α|) / X, since
  /// v is at least l/(l + U). Beyond some Y both are below what is reached anyway.
  mutating func capUnbounded(above floor: Double) {
    guard upper.contains(.infinity) else { return }
    let finite = zip(lower, upper).map { $1.isFinite ? $1 : $0 }
    let reached =
      [
        floor, value(lower, restLower), value(finite, restLower), value(lower, restUpper),
        value(finite, restUpper),
      ]
      .filter { $0.isFinite }.max() ?? floor
    let cap: Double
    if order.alpha <= 0 {
      let sum = (0..<count)
        .reduce(0.0) { sum, cell in
          guard restUpper[cell] > 0 else { return sum }
          let ratio = naturalLogarithm(1 + restUpper[cell] / lower[cell])
          return sum + restUpper[cell] * exponential((1 - order.alpha) * ratio)
        }
      cap = sum / max(reached, 1e-9)
    } else {
      // Where b is this: the inverse of b(v)/α. For orders below 1 it has a greatest value, beyond which all is reached.
      let power = order.alpha - 1
      let mark = max(reached, 1e-9) * order.alpha
      let inside = 1 + power * mark
      let quotient =
        power == 0
        ? exponential(mark) : inside > 0 ? exponential(naturalLogarithm(inside) / power) : .infinity
      cap = restUpper.reduce(0, +) / max(quotient - 1, 1e-9)
    }
    for cell in upper.indices where upper[cell] == .infinity { upper[cell] = max(lower[cell], cap) }
  }
}
