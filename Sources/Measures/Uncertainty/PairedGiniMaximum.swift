/// The greatest locational Gini over boxes for activity and reference, apart or coupled, by branch and bound.
///
/// | symbol | meaning |
/// | --- | --- |
/// | y in l … u, Y | a region's activity and its sum |
/// | x in L … U, X | its reference and its sum; coupled, the rest of the region's activity |
/// | Q(t) | the reference of the regions whose ratio y/x is above t; ∫ Q dt = Y |
///
/// Of pairs of regions Σ \|y x′ − y′ x\| = ∫ Q (X − Q) dt, so no choice has a coefficient above c just if for all of them
///
///     apart:    F = (1 − c) X Y − ∫ Q² dt ≤ 0
///     coupled:  F = (1 − c) X Y − ∫ Q² dt − c Y² ≤ 0
///
/// The squares are at least 2qQ − q² and 2Y₀Y − Y₀², whatever q(t) and Y₀: what is left is a sum over regions, of which
/// each takes its best end, and a bilinear term that is convex in X for a fixed multiplier; see ``certificate(_:_:_:)``.
/// The best q is the mean of Q over a mixture of ends, found by steps towards the best ends (Frank & Wolfe). A node that
/// it does not close is branched on a region whose ends are mixed.
///
/// In x, and apart in y, the coefficient is quasi-convex: ends suffice. At the greatest value the regions in order of
/// their ratios are at (l, U), then (l, L), then (u, L), by the thresholds of `GiniMinimum`, so (u, U) is left out.
/// Coupled, one y may be inside its interval: where two were, one could be given to the other until an end or a tie
/// with F no less. Such a region has the threshold within its own share of the reference, and its x at L. The best place
/// is known in closed form; see ``inside(_:_:_:)``.
///
/// **Source** of the steps: Frank & Wolfe (1956), Naval Research Logistics Quarterly 3(1–2), 95–110.
struct PairedGiniMaximum {
  struct Result {
    var ceiling: Double
    var witness: Witness?
  }

  /// The ends that are open for each region, and the region that may be inside its interval.
  struct Node {
    var masks: [UInt8]
    var free: Int?
    /// The parts of the ends of each region in the mixture, four a region.
    var weights: [Double]
  }

  let lower: [Double]
  let upper: [Double]
  let box: ReferenceBox
  let count: Int
  /// Activity and reference at the ends: bit 0 for the upper end of the activity, bit 1 for that of the reference.
  let y: [Double]
  let x: [Double]
  /// Where the ratio of an end is in the grid.
  let place: [Int]
  /// All ratios of ends in ascending order, 0 first.
  let grid: [Double]
  var best = 0.0
  var bestActivity: [Double] = []
  var bestReference: [Double] = []
  /// What is known to be exceeded by no choice.
  var ceiling = 1.0
  private var slack = 1e-2
  private var nodes = 0
  private var limit = 0

  init(lower: [Double], upper: [Double], _ box: ReferenceBox) {
    (self.lower, self.upper, self.box, count) = (lower, upper, box, lower.count)
    var (y, x): ([Double], [Double]) = ([], [])
    for cell in lower.indices {
      for end in 0..<4 {
        y.append(end & 1 == 0 ? lower[cell] : upper[cell])
        x.append(end & 2 == 0 ? box.lower[cell] : box.upper[cell])
      }
    }
    // Activity without reference has no part in Q.
    let ratios = zip(y, x).map { $1 > 0 ? $0 / $1 : 0 }
    let grid = Set(ratios + [0]).sorted()
    var places: [Double: Int] = [:]
    for (place, ratio) in grid.enumerated() { places[ratio] = place }
    place = ratios.map { places[$0] ?? 0 }
    (self.y, self.x, self.grid) = (y, x, grid)
  }

  /// The level that a node must be able to exceed to stay open.
  var target: Double { best + slack }

  /// Searches for the greatest coefficient.
  ///
  /// Each round proves a narrower ceiling than the one before, which also tells which regions may be inside.
  ///
  /// - Parameter effort: How many nodes may be visited.
  /// - Returns: The coefficient that no numbers exceed, and numbers that reach it if the search was completed.
  mutating func solve(_ effort: BoundEffort) -> Result {
    begin()
    for relative in [1e-2, 1e-3, 1e-4, 1e-6, 1e-12] {
      slack = relative
      nodes = 0
      // A node costs as much as there are regions: with hundreds of them the exact end is given up sooner.
      limit = min(effort.nodes, max(200, 400_000 / max(1, count)))
      guard search(root) else { return Result(ceiling: ceiling, witness: nil) }
      ceiling = min(ceiling, best + slack)
    }
    guard !bestActivity.isEmpty else { return Result(ceiling: best, witness: nil) }
    let all = box.isCoupled ? zip(bestActivity, bestReference).map { $0 + $1 } : bestReference
    return Result(
      ceiling: max(0, MeasureKernel.gini(bestActivity, all)),
      witness: Witness(activity: bestActivity, reference: all)
    )
  }

  private var root: Node {
    let masks = (0..<count)
      .map { cell -> UInt8 in
        let isExact = (lower[cell] == upper[cell], box.lower[cell] == box.upper[cell])
        return isExact.0 ? (isExact.1 ? 0b0001 : 0b0101) : isExact.1 ? 0b0011 : 0b0111
      }
    var node = Node(masks: masks, free: nil, weights: [Double](repeating: 0, count: 4 * count))
    for cell in 0..<count {
      let end = (bestActivity.isEmpty || bestActivity[cell] <= (lower[cell] + upper[cell]) / 2 ? 0 : 1)
      let other = (bestReference.isEmpty || bestReference[cell] <= box.lower[cell] ? 0 : 2)
      let choice =
        masks[cell] & (1 << UInt8(end + other)) != 0 ? end + other : masks[cell].trailingZeroBitCount
      node.weights[4 * cell + choice] = 1
    }
    return node
  }

  private mutating func search(_ inherited: Node) -> Bool {
    nodes += 1
    guard nodes <= limit else { return false }
    var node = inherited
    if isClosed(&node) { return true }
    let open = (0..<count).filter { node.masks[$0] & (node.masks[$0] - 1) != 0 && $0 != node.free }
    guard let cell = mixed(node, open) else { return true }
    var children = (0..<4).filter { node.masks[cell] & (1 << UInt8($0)) != 0 }
    children.sort { node.weights[4 * cell + $0] > node.weights[4 * cell + $1] }
    if box.isCoupled, node.free == nil, node.masks[cell] & 0b11 == 0b11, mayBeInside(cell, node) {
      // If the others are decided, the ends are places on the way.
      if open.count == 1, node.masks[cell] == 0b11 { return true }
      var child = node
      child.free = cell
      child.masks[cell] = 0b11
      (child.weights[4 * cell], child.weights[4 * cell + 1]) = (0.5, 0.5)
      (child.weights[4 * cell + 2], child.weights[4 * cell + 3]) = (0, 0)
      guard search(child) else { return false }
    }
    for end in children {
      var child = node
      child.masks[cell] = 1 << UInt8(end)
      for other in 0..<4 { child.weights[4 * cell + other] = other == end ? 1 : 0 }
      guard search(child) else { return false }
    }
    return true
  }

  /// The open region whose ends are mixed most, by what that blurs; else the one with most to decide.
  private func mixed(_ node: Node, _ open: [Int]) -> Int? {
    var (found, most): (Int?, Double) = (nil, -1)
    for cell in open {
      let range = range(of: cell, node.masks[cell])
      let part = max(
        max(node.weights[4 * cell], node.weights[4 * cell + 1]),
        max(node.weights[4 * cell + 2], node.weights[4 * cell + 3])
      )
      let width = range.most - range.least + grid[range.low] * (range.referenceMost - range.referenceLeast)
      let weight = (1e-9 + 1 - part) * width
      if weight > most { (found, most) = (cell, weight) }
    }
    return found
  }

  /// What the open ends of a region leave of its place in the grid, its activity and its reference.
  struct EndRange {
    var low = Int.max
    var high = 0
    var least = Double.infinity
    var most = 0.0
    var referenceLeast = Double.infinity
    var referenceMost = 0.0
  }

  func range(of cell: Int, _ mask: UInt8) -> EndRange {
    var range = EndRange()
    for end in 4 * cell..<4 * cell + 4 where mask & (1 << UInt8(end & 3)) != 0 {
      range.low = min(range.low, place[end])
      range.high = max(range.high, place[end])
      range.least = min(range.least, y[end])
      range.most = max(range.most, y[end])
      range.referenceLeast = min(range.referenceLeast, x[end])
      range.referenceMost = max(range.referenceMost, x[end])
    }
    return range
  }

  /// Whether a region may be inside its interval at the greatest value: the difference of the shares of the reference
  /// below and above it is then between those that the floor and the ceiling of the coefficient demand.
  private func mayBeInside(_ cell: Int, _ node: Node) -> Bool {
    var (below, above) = ((least: 0.0, most: 0.0), (least: 0.0, most: 0.0))
    var (activity, rest) = ((least: 0.0, most: 0.0), (least: 0.0, most: 0.0))
    // Without reference its ratio is above all others.
    let isAlone = box.lower[cell] == 0
    let (low, high) = isAlone ? (grid.count, grid.count) : (place[4 * cell], place[4 * cell + 1])
    for other in 0..<count {
      let range = range(of: other, node.masks[other])
      activity = (activity.least + range.least, activity.most + range.most)
      rest = (rest.least + range.referenceLeast, rest.most + range.referenceMost)
      guard other != cell else { continue }
      if range.high <= low { below.least += range.referenceLeast }
      if range.low < high { below.most += range.referenceMost }
      if range.low >= high { above.least += range.referenceLeast }
      if range.high > low { above.most += range.referenceMost }
    }
    guard rest.least > 0 else { return true }
    let own = box.lower[cell]
    func share(_ low: Double, _ high: Double) -> Double {
      let all = low + high + own
      return all > 0 ? (low - high) / all : 0
    }
    // Half of the region's own share on either side is where it is itself, so the difference is exact.
    let range = (share(below.least, above.most), share(below.most, above.least))
    return range.1 >= best * (1 + 2 * activity.least / rest.most) - 1e-12
      && range.0 <= ceiling * (1 + 2 * activity.most / rest.least) + 1e-12
  }
}
