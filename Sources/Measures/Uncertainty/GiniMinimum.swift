/// The least locational Gini over boxes for activity and reference, apart or coupled.
///
/// | symbol | meaning |
/// | --- | --- |
/// | y in l … u, Y | a region's activity and its sum |
/// | x in L … U, X | its reference and its sum; coupled, the rest of the region's activity |
/// | N | Σ over pairs of \|y x′ − y′ x\| |
/// | W, S | where a region is on the curve of localization: reference and activity below it, and half of its own, as shares |
///
/// Apart, G = N/(Y X). Coupled, with all activity y + x, G = N/(Y (Y + X)), since for shares s, w and a of the industry,
/// all activity and the rest s − w = (1 − ρ)(s − a), ρ = Y/(Y + X).
///
/// For given Y and X the least N is on the family of ``EntropyProblem/minimum()``, since Gini too orders whatever curves
/// of localization do not cross: y = λU as far as the bounds of y allow, x = u/θ as far as those of x do. A greater y
/// lowers G just where W < (1 + G)/2, a greater x just where S > (1 − G)/2, so λ and θ are the slopes of the curve
/// there, and the curve is not below the point of both: else the triangle under it were greater than G. So
/// θ ≤ λ, and y depends on λ only, x on θ only. (Coupled, the places are (1 + g (1 + ρ))/2 and (1 − g (1 − ρ))/2 with
/// g = N/(Y X), and differ by g too.)
///
/// 1. Along λ, between two neighbouring ends of ratios, N is linear in Y: where the slope of G is 0, G is greatest. So
///    λ is at an end l/U or u/U, or λ = θ.
/// 2. Along θ, G is quasi-convex, and between two neighbouring ends monotone. So θ is at an end u/U or u/L, and walking
///    from one end to the next while G falls finds it; the walk goes on from where it was for the λ before.
/// 3. Where λ = θ = v, v N is a quadratic in v between two neighbouring ends, and its divisor of degree 2 or 3: G is least
///    at an end or where its slope is 0.
///
/// **Complexity.** O(regions²) for 1 and 2 if the walk is short, as it is. O(regions²) for 3.
struct GiniMinimum {
  let lower: [Double]
  let upper: [Double]
  let box: ReferenceBox
  private var best = Double.infinity
  private var bestActivity: [Double] = []
  private var bestReference: [Double] = []
  /// The regions in the order of their ratios when Gini was last computed.
  private var order: [Int]

  init(_ cells: UncertainVector, _ box: ReferenceBox) {
    lower = cells.lower
    upper = cells.upper
    self.box = box
    order = Array(cells.lower.indices)
  }

  /// Returns the numbers with the least coefficient, or nil where it is only approached, as a cell grows.
  mutating func solve() -> Witness? {
    if box.isCoupled, !box.lower.contains(where: { $0 > 0 }) {
      let y = lower.indices.map { upper[$0].isFinite ? upper[$0] : lower[$0] + 1 }
      return Witness(activity: y, reference: y)
    }
    let levels = GiniMinimum.ends(lower, box.upper) + GiniMinimum.ends(upper, box.upper)
    var thetas: Set<Double> = []
    for cell in lower.indices where !box.isExact && upper[cell] > 0 && upper[cell].isFinite {
      // A reference that may be 0 gives way to it as θ grows without bound.
      for end in [box.lower[cell], box.upper[cell]] {
        thetas.insert(upper[cell] / end)
      }
    }
    let sorted = Set(levels).sorted()
    // Beyond the last end λ changes nothing, but for regions without reference: coupled, those too may be best at their
    // upper ends.
    corners(box.isCoupled && !upper.contains(.infinity) ? sorted + [.infinity] : sorted, thetas.sorted())
    if !thetas.isEmpty { diagonal(thetas.union(sorted).filter { $0.isFinite }.sorted()) }
    if bestActivity.isEmpty { consider(activity(at: 1), box.upper) }
    if box.isCoupled, best > 0, upper.contains(.infinity) { return nil }
    let reference =
      box.isCoupled ? zip(bestActivity, bestReference).map { $0 + $1 } : bestReference
    return Witness(activity: bestActivity, reference: reference)
  }

  private static func ends(_ y: [Double], _ x: [Double]) -> [Double] {
    zip(y, x).map { $0 / $1 }.filter { $0 > 0 && $0.isFinite }
  }

  private func activity(at level: Double) -> [Double] {
    level == .infinity ? upper : lower.indices.map { min(max(level * box.upper[$0], lower[$0]), upper[$0]) }
  }

  private func reference(at level: Double) -> [Double] {
    if box.isExact { return box.upper }
    return lower.indices
      .map { upper[$0] == 0 ? box.lower[$0] : min(max(upper[$0] / level, box.lower[$0]), box.upper[$0]) }
  }

  /// Gini of numbers, which are kept if none were lower.
  @discardableResult
  private mutating func consider(_ y: [Double], _ x: [Double]) -> Double {
    sort(y, x)
    var gini = MeasureKernel.gini(y, x, order: order)
    if box.isCoupled {
      let (activity, rest) = (y.reduce(0, +), x.reduce(0, +))
      gini *= rest / (activity + rest)
    }
    guard gini.isFinite else { return .infinity }
    if gini < best { (best, bestActivity, bestReference) = (max(0, gini), y, x) }
    return gini
  }

  private mutating func sort(_ y: [Double], _ x: [Double]) {
    let ratios = zip(y, x).map { $0 == 0 ? 0 : $0 / $1 }
    order.sort { ratios[$0] < ratios[$1] }
  }

  private mutating func corners(_ levels: [Double], _ thetas: [Double]) {
    let thetas = thetas.isEmpty ? [Double.leastNormalMagnitude] : thetas
    let references = thetas.map { reference(at: $0) }
    let sums = references.map { $0.reduce(0, +) }
    var place = 0
    for level in levels {
      let y = activity(at: level)
      let most = levels.last.map { $0 == .infinity ? levels.dropLast().last ?? $0 : $0 } ?? level
      let last =
        level >= most ? thetas.count - 1 : max(0, (thetas.firstIndex { $0 > level } ?? thetas.count) - 1)
      place = min(place, last)
      var here = consider(y, references[place])
      for step in [1, -1] {
        var next = place + step
        while next >= 0, next <= last {
          let value = consider(y, references[next])
          // Where no reference gives way between two ends, the numbers are the same.
          guard value < here || sums[next] == sums[place] else { break }
          (place, here, next) = (next, value, next + step)
        }
      }
    }
  }

  private mutating func diagonal(_ levels: [Double]) {
    for (place, level) in levels.enumerated() {
      consider(activity(at: level), reference(at: level))
      guard place + 1 < levels.count else { break }
      let next = levels[place + 1]
      for root in stationary(between: level, and: next) { consider(activity(at: root), reference(at: root)) }
    }
  }

  /// Where G has no slope along λ = θ, between two neighbouring ends.
  private mutating func stationary(between low: Double, and high: Double) -> [Double] {
    let middle = (low + high) / 2
    let (y, x) = (activity(at: middle), reference(at: middle))
    // Regions whose activity follows v, and those whose reference gives way: their U, and their u.
    var (moving, giving) = (0.0, 0.0)
    var isFixed = [Bool](repeating: true, count: y.count)
    for cell in y.indices where lower[cell] <= middle * box.upper[cell] {
      if middle * box.upper[cell] <= upper[cell] {
        moving += box.upper[cell]
      } else if upper[cell] >= middle * box.lower[cell] {
        giving += upper[cell]
      } else {
        continue
      }
      isFixed[cell] = false
    }
    // Where no reference gives way, this is a path along λ alone.
    guard giving > 0 else { return [] }
    sort(y, x)
    var (activity, reference, area) = (0.0, 0.0, 0.0)
    // What the fixed regions above have more of than those below, of activity and, with the opposite sign, of reference.
    var (excess, lack) = (0.0, 0.0)
    for cell in order where isFixed[cell] {
      area += y[cell] * reference - x[cell] * activity
      activity += y[cell]
      reference += x[cell]
      let isAbove = y[cell] > middle * x[cell]
      excess += isAbove ? y[cell] : -y[cell]
      lack += isAbove ? -x[cell] : x[cell]
    }
    let group = Polynomial([giving, moving])
    let numerator = Polynomial([0, area]) + Polynomial([excess, lack]) * group
    let all = Polynomial([activity]) + group
    let rest = Polynomial([0, reference]) + group
    let divisor = all * (box.isCoupled ? Polynomial([0, 1]) * all + rest : rest)
    let slope = numerator.derivative * divisor + Polynomial([-1]) * numerator * divisor.derivative
    return slope.roots(between: low, and: high)
  }
}
