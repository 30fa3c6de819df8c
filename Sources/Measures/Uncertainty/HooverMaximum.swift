/// The greatest Hoover coefficient over boxes for activity and reference, by branch and bound.
///
/// The coefficient is the greatest difference of shares over sets S of regions, so the greatest value has the regions of
/// S at (upper end of the activity, lower end of the reference) and the others at the opposite ends; and a region is
/// in S just if its ratio of activity to reference is above that of the whole, ρ. Nodes hold an interval of ρ and the
/// regions decided so far. For levels c and κ
///
///     g(κ, ρ) = Σᵣ max(in, out),   in = (1 − c − κ) u − (1 − κ) ρ L,   out = − (c + κ) l + κ ρ U
///
/// is convex in ρ, so if it is at most 0 at both ends of the interval for one κ no choice in the node exceeds c.
///
/// **Coupled.** With s the shares of the industry and a those of the rest, the shares of all activity are
/// w = ρ s + (1 − ρ) a, so s − w = (1 − ρ)(s − a): the coefficient is that relative to the rest, divided by 1 + z, z the
/// ratio of the industry to the rest. The same certificate holds with c (1 + z) for c, the rest for the reference and z
/// for ρ. With κ − c (z − z₀) for κ it is, but for a square of z − z₀ in favour of the bound,
///
///     in = (1 − c − κ) y − (1 − κ) z L − c (2 z − z₀) z₀ L,   out = − (c + κ) l + κ z U − c (2 z − z₀) z₀ U
///
/// The activity of S may be best at its lower ends, or between: given S, the coefficient is
///
///     (p A_N − y_N A_S) / (Y (Y + A)),   Y = p + y_N
///
/// which as a function of p, the activity of S, rises to where A_N Y² = y_N A (2Y + A) and falls beyond it. That needs
/// no branching: the certificate is linear in the activity, and at κ = 1 − c it does not depend on it.
struct HooverMaximum {
  struct Result {
    var ceiling: Double
    var witness: Witness?
  }

  enum Side: UInt8 {
    case open
    case inside
    case outside
  }

  let lower: [Double]
  let upper: [Double]
  let referenceLower: [Double]
  let referenceUpper: [Double]
  private let isCoupled: Bool
  var best = 0.0
  var bestWitness: Witness?
  private var slack = 1e-12
  private var nodes = 0
  private var limit = 0

  init(lower: [Double], upper: [Double], _ box: ReferenceBox) {
    self.lower = lower
    self.upper = upper
    referenceLower = box.lower
    referenceUpper = box.upper
    isCoupled = box.isCoupled
  }

  /// Searches for the greatest coefficient.
  ///
  /// - Parameter effort: How many nodes may be visited.
  /// - Returns: The coefficient that no numbers exceed, and the numbers that reach it if the search was completed.
  mutating func solve(_ effort: BoundEffort) -> Result {
    limit = effort.nodes
    guard upper.contains(where: { $0 > 0 }) else { return Result(ceiling: 0, witness: nil) }
    let open = [Side](repeating: .open, count: lower.count)
    if isCoupled { begin() }
    for relative in [1e-12, 1e-6, 1e-4, 1e-3, 1e-2, 0.1] {
      slack = relative
      nodes = 0
      if search(open, 0, .infinity) {
        return Result(
          ceiling: relative == 1e-12 ? best : min(1, best + relative),
          witness: relative == 1e-12 ? bestWitness : nil
        )
      }
    }
    return Result(ceiling: 1, witness: nil)
  }

  private mutating func search(_ inherited: [Side], _ low: Double, _ high: Double) -> Bool {
    nodes += 1
    guard nodes <= limit else { return false }
    var (sides, low, high) = (inherited, low, high)
    for _ in 0..<3 {
      guard tighten(sides, &low, &high) else { return true }
      guard decide(&sides, low, high) else { break }
    }
    let undecided = sides.indices.filter { sides[$0] == .open }
    if undecided.isEmpty {
      improve(sides)
      return true
    }
    var chosen = undecided.max { width($0) < width($1) } ?? undecided[0]
    if low > 0, high.isFinite {
      if closure(sides, low, high).isClosed { return true }
      let middle = (low * high).squareRoot()
      let inside = closure(sides, middle, middle)
      // Halving the interval helps just if its middle alone could be closed; else a region whose sides are tied there.
      if inside.isClosed, middle > low, middle < high {
        return search(sides, low, middle) && search(sides, middle, high)
      }
      chosen = undecided.min { inside.margins[$0] < inside.margins[$1] } ?? chosen
    }
    for side in [Side.inside, .outside] {
      sides[chosen] = side
      guard search(sides, low, high) else { return false }
    }
    return true
  }

  private func width(_ cell: Int) -> Double {
    upper[cell] - lower[cell] + (referenceUpper[cell] - referenceLower[cell])
  }

  /// Narrows the interval of ρ to what the regions allow; false if nothing is left.
  private func tighten(_ sides: [Side], _ low: inout Double, _ high: inout Double) -> Bool {
    var (least, most, referenceLeast, referenceMost) = (0.0, 0.0, 0.0, 0.0)
    for cell in sides.indices {
      least += sides[cell] == .inside && !isCoupled ? upper[cell] : lower[cell]
      most += sides[cell] == .outside ? lower[cell] : upper[cell]
      referenceLeast += sides[cell] == .outside ? referenceUpper[cell] : referenceLower[cell]
      referenceMost += sides[cell] == .inside ? referenceLower[cell] : referenceUpper[cell]
    }
    guard most > 0, referenceMost > 0 else { return false }
    let guardBand = 1e-13
    low = max(low, least / referenceMost * (1 - guardBand))
    if referenceLeast > 0 { high = min(high, most / referenceLeast * (1 + guardBand)) }
    // Coupled, the coefficient is at most 1/(1 + z).
    if isCoupled, best > 0 { high = min(high, max(1 / best - 1, 1e-9)) }
    return low <= high
  }

  /// Puts regions inside or outside that the interval of ρ decides; true if any was.
  private func decide(_ sides: inout [Side], _ low: Double, _ high: Double) -> Bool {
    var changed = false
    for cell in sides.indices where sides[cell] == .open {
      if lower[cell] > high * referenceUpper[cell] {
        sides[cell] = .inside
      } else if upper[cell] < low * referenceLower[cell] {
        sides[cell] = .outside
      } else if upper[cell] == 0 {
        sides[cell] = .outside
      } else {
        continue
      }
      changed = true
    }
    return changed
  }

  /// Whether some κ shows that nothing in a node is better than what is known, at both ends of the interval; and by
  /// how much the sides of each region differ at the last κ tried.
  private mutating func closure(
    _ sides: [Side],
    _ low: Double,
    _ high: Double
  ) -> (isClosed: Bool, margins: [Double]) {
    let level = best + slack
    let range = (-1.0, 3.0)
    var (from, to) = range
    var last = Certificate()
    func worse(_ kappa: Double) -> Certificate {
      let tangent = low + (high - low) / 2
      let atLow = certificate(sides, level, kappa, low, tangent)
      guard high > low else { return atLow }
      let atHigh = certificate(sides, level, kappa, high, tangent)
      return atHigh.value > atLow.value ? atHigh : atLow
    }
    if isCoupled, worse(1 - level).value <= 0 { return (true, []) }
    for _ in 0..<60 {
      let kappa = (from + to) / 2
      last = worse(kappa)
      if last.value <= 0 { return (true, []) }
      if to - from == range.1 - range.0 {
        improve(last.choice(sides))
        if best + slack != level { return closure(sides, low, high) }
      }
      if last.slope < 0 { from = kappa } else { to = kappa }
      if to - from < 1e-12 { break }
    }
    improve(last.choice(sides))
    return (false, last.margins)
  }

  private struct Certificate {
    var value = 0.0
    var slope = 0.0
    var isInside: [Bool] = []
    var margins: [Double] = []

    func choice(_ sides: [Side]) -> [Side] {
      zip(sides, isInside).map { $0 == .open ? ($1 ? .inside : .outside) : $0 }
    }
  }

  private func certificate(
    _ sides: [Side],
    _ level: Double,
    _ kappa: Double,
    _ ratio: Double,
    _ tangent: Double
  ) -> Certificate {
    var result = Certificate()
    result.isInside = [Bool](repeating: false, count: sides.count)
    result.margins = [Double](repeating: 0, count: sides.count)
    let square = isCoupled ? level * (2 * ratio - tangent) * tangent : 0
    let activity = isCoupled && 1 - level - kappa < 0 ? lower : upper
    for cell in sides.indices {
      let within =
        (1 - level - kappa) * activity[cell] - ((1 - kappa) * ratio + square) * referenceLower[cell]
      let without = -(level + kappa) * lower[cell] + (kappa * ratio - square) * referenceUpper[cell]
      let inside = sides[cell] == .inside || (sides[cell] == .open && within > without)
      result.isInside[cell] = inside
      result.margins[cell] = (within - without).magnitude
      result.value += inside ? within : without
      result.slope +=
        inside ? ratio * referenceLower[cell] - activity[cell] : ratio * referenceUpper[cell] - lower[cell]
    }
    return result
  }

  mutating func improve(_ sides: [Side]) {
    if isCoupled { return improveCoupled(sides) }
    let y = sides.indices.map { sides[$0] == .inside ? upper[$0] : lower[$0] }
    let x = sides.indices.map { sides[$0] == .inside ? referenceLower[$0] : referenceUpper[$0] }
    guard y.contains(where: { $0 > 0 }), x.contains(where: { $0 > 0 }) else { return }
    let value = MeasureKernel.hoover(y, x)
    if value > best || bestWitness == nil {
      best = max(best, value)
      bestWitness = Witness(activity: y, reference: x)
    }
  }
}
