import Arithmetic

/// The measures as plain functions of exact numbers, for points, witnesses and draws.
///
/// The arrays are activity and reference by region; a region that has neither is left out.
enum MeasureKernel {
  /// The generalized entropy of order `alpha` relative to a reference; 1 is Theil, 0 the mean log deviation.
  static func generalizedEntropy(_ y: [Double], _ x: [Double], alpha: Double) -> Double {
    let order = EntropyOrder(alpha)
    var (activity, sum, reference) = (0.0, 0.0, 0.0)
    for position in y.indices where y[position] > 0 || x[position] > 0 {
      activity += y[position]
      reference += x[position]
      sum += order.term(y[position], x[position])
    }
    return order.entropy(ofScore: order.score(activity, sum, reference))
  }

  /// Theil's index relative to a reference that is nowhere 0, four regions at once.
  ///
  /// The order of addition is that of four lanes, so that it agrees with ``generalizedEntropy(_:_:alpha:)`` but for the last
  /// digits.
  static func theil(_ y: [Double], _ x: [Double]) -> Double {
    var (activity, reference, sum) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    var place = 0
    while place + 4 <= y.count {
      let own = SIMD4(y[place], y[place + 1], y[place + 2], y[place + 3])
      let base = SIMD4(x[place], x[place + 1], x[place + 2], x[place + 3])
      activity += own
      reference += base
      // The logarithm of 0 is a finite number here, so that 0 times it is 0.
      sum += own * naturalLogarithm(own / base)
      place += 4
    }
    var totals = (activity.sum(), reference.sum(), sum.sum())
    for rest in place..<y.count {
      totals.0 += y[rest]
      totals.1 += x[rest]
      if y[rest] > 0 { totals.2 += y[rest] * naturalLogarithm(y[rest] / x[rest]) }
    }
    return totals.2 / totals.0 - naturalLogarithm(totals.0 / totals.1)
  }

  /// The Hirschman-Herfindahl index of shares.
  static func hhi(_ y: [Double]) -> Double {
    let total = y.reduce(0, +)
    var squares = 0.0
    for value in y { squares += value * value }
    return squares / (total * total)
  }

  /// Hoover's coefficient, half the sum of the absolute differences of shares.
  static func hoover(_ y: [Double], _ x: [Double]) -> Double {
    let total = y.reduce(0, +)
    let reference = x.reduce(0, +)
    var sum = 0.0
    for position in y.indices { sum += (y[position] / total - x[position] / reference).magnitude }
    return sum / 2
  }

  /// The locational Gini: the Gini of activity over reference, weighted by the reference.
  static func gini(_ y: [Double], _ x: [Double]) -> Double {
    gini(y, x, order: giniOrder(y, x))
  }

  /// The positions in ascending order of activity over reference.
  static func giniOrder(_ y: [Double], _ x: [Double]) -> [Int] {
    // A region that has neither comes first: it has no ratio, and compared as cross products it would part the others.
    let ratios = zip(y, x).map { $0 == 0 ? 0 : $0 / $1 }
    return y.indices.sorted { ratios[$0] < ratios[$1] }
  }

  /// The locational Gini with the positions already in order.
  static func gini(_ y: [Double], _ x: [Double], order: [Int]) -> Double {
    var (activity, reference, area) = (0.0, 0.0, 0.0)
    for position in order {
      // Region by region: what the line of equality has above the curve, as cross products.
      area += y[position] * reference - x[position] * activity
      activity += y[position]
      reference += x[position]
    }
    return area / (activity * reference)
  }

  /// Puts positions that are nearly in order into ascending order of activity over reference.
  static func sortByRatio(_ order: inout [Int], _ y: [Double], _ x: [Double]) {
    for place in order.indices.dropFirst() {
      let moved = order[place]
      let (own, base) = (y[moved], x[moved])
      var free = place
      while free > 0, own * x[order[free - 1]] < y[order[free - 1]] * base {
        order[free] = order[free - 1]
        free -= 1
      }
      order[free] = moved
    }
  }

  /// The share of the `count` greatest cells.
  static func topShare(_ y: [Double], count: Double) -> Double {
    let total = y.reduce(0, +)
    let sorted = y.sorted(by: >)
    let whole = Int(count)
    var sum = sorted.prefix(whole).reduce(0, +)
    if whole < sorted.count { sum += (count - Double(whole)) * sorted[whole] }
    return sum / total
  }
}

/// The order of a generalized entropy, with what its bounds need of it.
///
/// Every generalized entropy is a function of three sums: activity Y, reference X, and H, a sum of terms convex in
/// (y, x) jointly. The *score* is the part of it that grows with the entropy:
///
///     order 1:       h = y ln(y/x),        score = H/Y − ln(Y/X)               = entropy
///     order 0:       h = x ln(x/y),        score = H/X − ln(X/Y)               = entropy
///     other orders:  h = ± y^α x^(1 − α),  score = H / (Y^α X^(1 − α)),  entropy = (±score − 1) / (α (α − 1))
///
/// with − for 0 < α < 1. That the score is at least c says H ≥ φ(Y, X) for a φ that is convex and homogeneous; its
/// tangent at Y/X = t is κ Y − η X, see ``slopes(score:ratio:)``.
struct EntropyOrder {
  let alpha: Double
  /// α (α − 1), whose sign is that of the term.
  let factor: Double
  private let sign: Double

  init(_ alpha: Double) {
    self.alpha = alpha
    factor = alpha * (alpha - 1)
    sign = factor < 0 ? -1 : 1
  }

  /// The term of one region.
  func term(_ y: Double, _ x: Double) -> Double {
    if alpha == 1 { return y == 0 ? 0 : x == 0 ? .infinity : y * naturalLogarithm(y / x) }
    if alpha == 0 { return x == 0 ? 0 : y == 0 ? .infinity : x * naturalLogarithm(x / y) }
    if alpha == 2 { return x == 0 ? (y == 0 ? 0 : .infinity) : y * y / x }
    if y == 0 { return x == 0 || alpha > 0 ? 0 : .infinity }
    if x == 0 { return alpha < 1 ? 0 : .infinity }
    return sign * x * exponential(alpha * naturalLogarithm(y / x))
  }

  /// The score of three sums.
  func score(_ activity: Double, _ sum: Double, _ reference: Double) -> Double {
    if alpha == 1 { return sum / activity - naturalLogarithm(activity / reference) }
    if alpha == 0 { return sum / reference - naturalLogarithm(reference / activity) }
    if alpha == 2 { return sum / activity * reference / activity }
    return sum / reference * exponential(-alpha * naturalLogarithm(activity / reference))
  }

  /// The score where all ratios are equal, which is the least there is.
  var scoreOfEquality: Double { factor == 0 ? 0 : sign }

  /// What is wrong with a region without activity, for orders of at most 0.
  func infinite(at cell: Int) -> MeasureError {
    .outOfRange(
      "A generalized entropy of order \(alpha) is infinite, because cell \(cell) has no activity. "
        + "Take an order above 0."
    )
  }

  /// The entropy of a score.
  func entropy(ofScore score: Double) -> Double {
    factor == 0 ? score : (sign * score - 1) / factor
  }

  /// The tangent κ Y − η X at Y/X = `ratio` of what H has to reach for a score.
  func slopes(score: Double, ratio: Double) -> (kappa: Double, eta: Double) {
    if alpha == 1 { return (score + 1 + naturalLogarithm(ratio), ratio) }
    if alpha == 0 { return (-1 / ratio, -(score + 1 - naturalLogarithm(ratio))) }
    let power = exponential((alpha - 1) * naturalLogarithm(ratio))
    return (score * alpha * power, score * (alpha - 1) * power * ratio)
  }

  /// The ratio at which the first slope of the tangent is `kappa`, or nil if there is none.
  func ratio(ofKappa kappa: Double, score: Double) -> Double? {
    let ratio: Double
    if alpha == 1 {
      ratio = exponential(kappa - score - 1)
    } else if alpha == 0 {
      ratio = -1 / kappa
    } else {
      ratio = exponential(naturalLogarithm(kappa / (score * alpha)) / (alpha - 1))
    }
    return ratio.isFinite && ratio > 0 ? ratio : nil
  }

  /// (v^p − 1)/p, or ln v for p = 0: increasing in v whatever p.
  static func boxCox(_ value: Double, _ power: Double) -> Double {
    if power == 0 { return naturalLogarithm(value) }
    if power == 1 { return value - 1 }
    return (exponential(power * naturalLogarithm(value)) - 1) / power
  }
}
