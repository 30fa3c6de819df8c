import Panels

/// The least Hoover coefficient where all activity is the industry's own cells plus the rest of each region.
///
/// With z the ratio of the industry to the rest, the coefficient is e / (Y (1 + z)), e the sum of the excesses of y over
/// zA, which is the sum of those of zA over y. For given z it is at least each of
///
///     E⁺(z) = Σ max(0, l − zU),   E⁻(z) = Σ max(0, zL − u)
///
/// and the greater of the two is reached. More excess than that never pays, since it adds no more to Y. If E⁺ is the
/// greater, the regions T with l > zU are at (l, U), and Y is at most both zΣU and Σ_T l + Σ min(u, zU) of the
/// others; if E⁻ is, the regions B with u < zL are at (u, L), and Y is at most both Σu and z Σ_B L + Σ min(u, zU) of the
/// others. The lesser of the two is reached by filling up between the ends.
///
/// That leaves a function of z. Between two neighbouring ratios l/U, u/L, u/U all of its parts are linear, so it is least
/// at one of these, where two parts cross, or where its slope is 0, a quadratic.
///
/// **Complexity.** O(regions²).
struct CoupledHoover {
  let lower: [Double]
  let upper: [Double]
  let restLower: [Double]
  let restUpper: [Double]

  init(_ cells: UncertainVector, _ rest: ReferenceBox) {
    lower = cells.lower
    upper = cells.upper
    restLower = rest.lower
    restUpper = rest.upper
  }

  /// A function a + b z.
  private struct Line {
    var a = 0.0
    var b = 0.0

    func callAsFunction(_ z: Double) -> Double { a + b * z }

    func crossing(_ other: Line) -> Double { (other.a - a) / (b - other.b) }

    /// Where the slope of this over the other and 1 + z is 0.
    func stationary(over other: Line) -> [Double] {
      let (square, half) = (b * other.b, a * other.b)
      let constant = b * other.a - a * (other.a + other.b)
      if square == 0 { return [constant / (2 * half)] }
      let root = (half * half + square * constant).squareRoot()
      return [(-half + root) / square, (-half - root) / square]
    }
  }

  /// The parts of the function between two neighbouring ratios.
  private struct Piece {
    var above = Line()
    var below = Line()
    /// The two limits of Y where the excess above decides, and where that below does.
    var limitsAbove = (Line(), Line())
    var limitsBelow = (Line(), Line())

    func value(_ z: Double) -> Double {
      let isAbove = above(z) >= below(z)
      let limits = isAbove ? limitsAbove : limitsBelow
      return max(0, isAbove ? above(z) : below(z)) / (min(limits.0(z), limits.1(z)) * (1 + z))
    }

    var candidates: [Double] {
      [
        above.crossing(below), limitsAbove.0.crossing(limitsAbove.1), limitsBelow.0.crossing(limitsBelow.1),
      ] + above.stationary(over: limitsAbove.0) + above.stationary(over: limitsAbove.1)
        + below.stationary(over: limitsBelow.0) + below.stationary(over: limitsBelow.1)
    }
  }

  /// Returns the numbers with the least coefficient, or nil where it is only approached, as a cell grows.
  func minimum() -> Witness? {
    if !restLower.contains(where: { $0 > 0 }) {
      let y = lower.indices.map { upper[$0].isFinite ? upper[$0] : lower[$0] + 1 }
      return Witness(activity: y, reference: y)
    }
    let levels = ratios()
    var (best, least) = (levels[levels.count - 1], Double.infinity)
    func consider(_ level: Double, _ piece: Piece) {
      let value = piece.value(level)
      if value < least { (best, least) = (level, value) }
    }
    for (low, high) in zip(levels, levels.dropFirst()) {
      let piece = piece(at: (low + high) / 2)
      for level in [low, high] + piece.candidates.filter({ $0 > low && $0 < high }) {
        consider(level, piece)
      }
    }
    if levels.count == 1 { consider(best, piece(at: best)) }
    if least > 0, upper.contains(.infinity) { return nil }
    return witness(at: best)
  }

  /// The ratios at which a region changes its part, within what the sums allow.
  private func ratios() -> [Double] {
    let low = lower.reduce(0, +) / restUpper.reduce(0, +)
    let high = upper.reduce(0, +) / restLower.reduce(0, +)
    let ends = lower.indices
      .flatMap {
        [lower[$0] / restUpper[$0], upper[$0] / restLower[$0], upper[$0] / restUpper[$0]]
      }
    let levels = Set((ends + [low, high]).filter { $0 >= low && $0 <= high && $0.isFinite }).sorted()
    return levels.last.map { $0 > 0 } == true ? levels : [0, 1]
  }

  private func piece(at level: Double) -> Piece {
    var piece = Piece()
    piece.limitsBelow.0.a = upper.reduce(0, +)
    for cell in lower.indices {
      let isAbove = lower[cell] > level * restUpper[cell]
      let isBelow = upper[cell] < level * restLower[cell]
      let isFull = upper[cell] <= level * restUpper[cell]
      piece.limitsAbove.0.b += restUpper[cell]
      if isAbove {
        piece.above.a += lower[cell]
        piece.above.b -= restUpper[cell]
        piece.limitsAbove.1.a += lower[cell]
      } else if isFull {
        piece.limitsAbove.1.a += upper[cell]
      } else {
        piece.limitsAbove.1.b += restUpper[cell]
      }
      if isBelow {
        piece.below.a -= upper[cell]
        piece.below.b += restLower[cell]
        piece.limitsBelow.1.b += restLower[cell]
      } else if isFull {
        piece.limitsBelow.1.a += upper[cell]
      } else {
        piece.limitsBelow.1.b += restUpper[cell]
      }
    }
    return piece
  }

  /// Numbers that reach the least coefficient of a ratio.
  private func witness(at level: Double) -> Witness {
    let piece = piece(at: level)
    var (y, rest) = (lower, restUpper)
    let cells = lower.indices
    if piece.above(level) >= piece.below(level) {
      let full = cells.map { max(lower[$0], min(upper[$0], level * restUpper[$0])) }
      if piece.limitsAbove.0(level) <= piece.limitsAbove.1(level) {
        y = CoupledHoover.filled(lower, full, to: piece.limitsAbove.0(level))
      } else {
        y = full
        let least = cells.map { min(restUpper[$0], max(restLower[$0], full[$0] / level)) }
        rest = CoupledHoover.filled(least, restUpper, to: piece.limitsAbove.1(level) / level)
      }
    } else {
      let full = cells.map { max(restLower[$0], min(restUpper[$0], upper[$0] / level)) }
      if piece.limitsBelow.0(level) <= piece.limitsBelow.1(level) {
        y = upper
        rest = CoupledHoover.filled(restLower, full, to: piece.limitsBelow.0(level) / level)
      } else {
        rest = full
        let least = cells.map { min(upper[$0], max(lower[$0], level * full[$0])) }
        y = CoupledHoover.filled(least, upper, to: piece.limitsBelow.1(level))
      }
    }
    return Witness(activity: y, reference: zip(y, rest).map { $0 + $1 })
  }

  /// Numbers between two vectors with a sum, the first ones filled up first.
  private static func filled(_ least: [Double], _ most: [Double], to sum: Double) -> [Double] {
    var numbers = least
    var spare = sum - least.reduce(0, +)
    for cell in numbers.indices where spare > 0 {
      let taken = min(most[cell] - least[cell], spare)
      numbers[cell] += taken
      spare -= taken
    }
    return numbers
  }
}

extension UncertainVector {
  /// Returns the bounds of Hoover's coefficient where all activity contains the cells; see `CoupledHoover`.
  func coupledHoover(rest: ReferenceBox, value: Double?, effort: BoundEffort) -> Bounded {
    let witness = CoupledHoover(self, rest).minimum()
    let lower = witness.map { MeasureKernel.hoover($0.activity, $0.reference) } ?? 0
    if let limit = vanishingLimit(rest: rest) {
      return Bounded(
        value: value,
        bounds: Bounds(lower, max(lower, limit)),
        lowerWitness: witness,
        upperWitness: limit > lower ? nil : witness
      )
    }
    let most = cappedUpper(rest: rest, measure: MeasureKernel.hoover)
    var search = HooverMaximum(lower: self.lower, upper: most, rest)
    let greatest = search.solve(effort)
    var (upper, upperWitness) = (greatest.ceiling, greatest.witness)
    if lower >= upper { (upper, upperWitness) = (lower, witness) }
    return Bounded(
      value: value,
      bounds: Bounds(lower, upper),
      lowerWitness: witness,
      upperWitness: upperWitness
    )
  }
}
