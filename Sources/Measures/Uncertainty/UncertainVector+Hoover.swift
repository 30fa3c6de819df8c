import Panels

extension UncertainVector {
  /// Returns the bounds of Hoover's coefficient.
  ///
  /// **Least.** Let μ be the ratio of all activity to all reference. A region whose ratio can be μ adds nothing; one
  /// that must lie above adds l − μU, one that must lie below μL − u. The two sums fall and rise with μ, and must be
  /// equal: μ is where they cross, and with all activity as great as that allows the coefficient is least.
  func hooverBounds(
    relativeTo reference: UncertainReference?,
    effort: BoundEffort
  ) throws(MeasureError) -> Bounded {
    let box = try referenceBox(reference)
    let value = point(box, MeasureKernel.hoover)
    if box.isCoupled {
      return try certifiedBounds(rest: box, value: value, limit: 1) { reference throws(MeasureError) in
        try hooverBounds(relativeTo: reference, effort: effort)
      }
    }
    let least = leastHoover(box)
    let lower = MeasureKernel.hoover(least.activity, least.reference)
    var search = HooverMaximum(self, box)
    let greatest = search.solve(effort)
    var (upper, upperWitness) = (greatest.ceiling, greatest.witness)
    let total = box.upper.reduce(0, +)
    for cell in 0..<count where self.upper[cell] == .infinity {
      let share = box.lower[cell] / (box.lower[cell] + total - box.upper[cell])
      if 1 - share > upper { (upper, upperWitness) = (1 - share, nil) }
    }
    if lower >= upper, greatest.witness != nil { (upper, upperWitness) = (lower, least) }
    return Bounded(
      value: value,
      bounds: Bounds(lower, max(lower, upper)),
      lowerWitness: least,
      upperWitness: upperWitness
    )
  }

  private func leastHoover(_ box: ReferenceBox) -> Witness {
    func ratio(_ y: Double, _ x: Double) -> Double { x > 0 ? y / x : y > 0 ? .infinity : 0 }
    /// What the regions above the level have too much, less what those below have too little.
    func balance(_ level: Double) -> Double {
      (0..<count)
        .reduce(0) { sum, cell in
          sum + max(0, lower[cell] - level * box.upper[cell]) - max(0, level * box.lower[cell] - upper[cell])
        }
    }
    let ends = (0..<count)
      .flatMap { [ratio(lower[$0], box.upper[$0]), ratio(upper[$0], box.lower[$0])] }
      .filter { $0 > 0 && $0.isFinite }
      .sorted()
    var level = ends.first ?? 1
    if let first = ends.first, let last = ends.last {
      var (low, high) = (first, last)
      if balance(low) <= 0 {
        high = low
      } else {
        var (start, end) = (0, ends.count - 1)
        while end - start > 1 {
          let middle = (start + end) / 2
          if balance(ends[middle]) > 0 { start = middle } else { end = middle }
        }
        (low, high) = (ends[start], ends[end])
      }
      level = crossing(box, low, high)
    }
    let activity = (0..<count).map { min(upper[$0], max(lower[$0], level * box.upper[$0])) }
    let reference = (0..<count)
      .map { cell in min(box.upper[cell], max(box.lower[cell], activity[cell] / level)) }
    return Witness(activity: activity, reference: reference)
  }

  /// The level between two neighbouring ends at which the balance is 0.
  private func crossing(_ box: ReferenceBox, _ low: Double, _ high: Double) -> Double {
    let middle = (low + high) / 2
    var (activity, reference) = (0.0, 0.0)
    for cell in 0..<count {
      if lower[cell] > middle * box.upper[cell] {
        activity += lower[cell]
        reference += box.upper[cell]
      } else if upper[cell] < middle * box.lower[cell] {
        activity += upper[cell]
        reference += box.lower[cell]
      }
    }
    guard reference > 0 else { return low }
    return min(max(activity / reference, low), high)
  }
}

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
struct HooverMaximum {
  struct Result {
    var ceiling: Double
    var witness: Witness?
  }

  private enum Side: UInt8 {
    case open
    case inside
    case outside
  }

  private let lower: [Double]
  private let upper: [Double]
  private let referenceLower: [Double]
  private let referenceUpper: [Double]
  private var best = 0.0
  private var bestWitness: Witness?
  private var slack = 1e-12
  private var nodes = 0
  private var limit = 0

  init(_ cells: UncertainVector, _ box: ReferenceBox) {
    lower = cells.lower
    // A cell that nothing bounds stays at its lower end: its growth is a limit of its own.
    upper = zip(cells.lower, cells.upper).map { $1.isFinite ? $1 : $0 }
    referenceLower = box.lower
    referenceUpper = box.upper
  }

  /// Searches for the greatest coefficient.
  ///
  /// - Parameter effort: How many nodes may be visited.
  /// - Returns: The coefficient that no numbers exceed, and the numbers that reach it if the search was completed.
  mutating func solve(_ effort: BoundEffort) -> Result {
    limit = effort.nodes
    guard upper.contains(where: { $0 > 0 }) else { return Result(ceiling: 0, witness: nil) }
    let open = [Side](repeating: .open, count: lower.count)
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
    if low > 0, high.isFinite, isClosed(sides, low, high) { return true }
    if low > 0, high.isFinite, high > low * 1.0005 {
      let middle = (low * high).squareRoot()
      return search(sides, low, middle) && search(sides, middle, high)
    }
    let widest = undecided.max { width($0) < width($1) } ?? undecided[0]
    for side in [Side.inside, .outside] {
      sides[widest] = side
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
      least += sides[cell] == .inside ? upper[cell] : lower[cell]
      most += sides[cell] == .outside ? lower[cell] : upper[cell]
      referenceLeast += sides[cell] == .outside ? referenceUpper[cell] : referenceLower[cell]
      referenceMost += sides[cell] == .inside ? referenceLower[cell] : referenceUpper[cell]
    }
    guard most > 0, referenceMost > 0 else { return false }
    let guardBand = 1e-13
    low = max(low, least / referenceMost * (1 - guardBand))
    if referenceLeast > 0 { high = min(high, most / referenceLeast * (1 + guardBand)) }
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

  private mutating func isClosed(_ sides: [Side], _ low: Double, _ high: Double) -> Bool {
    let level = best + slack
    var (from, to) = (-1.0, 2.0)
    for _ in 0..<60 {
      let kappa = (from + to) / 2
      let atLow = certificate(sides, level, kappa, low)
      let atHigh = certificate(sides, level, kappa, high)
      let worse = atLow.value > atHigh.value ? atLow : atHigh
      if worse.value <= 0 { return true }
      if to - from == 3 {
        improve(worse.choice(sides))
        if best + slack != level { return isClosed(sides, low, high) }
      }
      if worse.slope < 0 { from = kappa } else { to = kappa }
      if to - from < 1e-12 { break }
    }
    let last = certificate(sides, level, (from + to) / 2, (low + high) / 2)
    improve(last.choice(sides))
    return false
  }

  private struct Certificate {
    var value = 0.0
    var slope = 0.0
    var isInside: [Bool] = []

    func choice(_ sides: [Side]) -> [Side] {
      zip(sides, isInside).map { $0 == .open ? ($1 ? .inside : .outside) : $0 }
    }
  }

  private func certificate(
    _ sides: [Side],
    _ level: Double,
    _ kappa: Double,
    _ ratio: Double
  ) -> Certificate {
    var result = Certificate()
    result.isInside = [Bool](repeating: false, count: sides.count)
    for cell in sides.indices {
      let within = (1 - level - kappa) * upper[cell] - (1 - kappa) * ratio * referenceLower[cell]
      let without = -(level + kappa) * lower[cell] + kappa * ratio * referenceUpper[cell]
      let inside = sides[cell] == .inside || (sides[cell] == .open && within > without)
      result.isInside[cell] = inside
      result.value += inside ? within : without
      result.slope +=
        inside ? ratio * referenceLower[cell] - upper[cell] : ratio * referenceUpper[cell] - lower[cell]
    }
    return result
  }

  private mutating func improve(_ sides: [Side]) {
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
