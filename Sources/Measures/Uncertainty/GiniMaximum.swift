/// The greatest locational Gini over a box for the activity, by branch and bound.
///
/// With M(t) the share of the reference in regions whose ratio of activity to reference is at most t,
///
///     G ≤ c   just if   ∫ (1 − M(t)) (M(t) − c) dt ≤ 0
///
/// The bounds of the cells put M(t) between the share with all ratios at their upper and at their lower ends. The
/// integrand is greatest at M = (1 + c)/2, or at the end next to it: its integral at that M is the certificate of a
/// node. It is what cells reach that lie below a level with their lower ends and above it with their upper ends, so
/// little is lost but for the cell at the level, and that one is branched on.
struct GiniMaximum {
  struct Result {
    var ceiling: Double
    var activity: [Double]?
  }

  private struct Event {
    var ratio: Double
    var cell: Int
    var isUpper: Bool
  }

  private let lower: [Double]
  private let upper: [Double]
  private let reference: [Double]
  private let shares: [Double]
  private let total: Double
  private let events: [Event]
  private let kind: [Int]
  private var best = 0.0
  private var bestActivity: [Double]?
  private var slack = 1e-13
  private var nodes = 0
  private var limit = 0

  init(_ cells: UncertainVector, reference x: [Double]) {
    let total = x.reduce(0, +)
    let upper = zip(cells.lower, cells.upper).map { $1.isFinite ? $1 : $0 }
    lower = cells.lower
    self.upper = upper
    reference = x
    self.total = total
    shares = x.map { $0 / total }
    var events: [Event] = []
    for cell in x.indices where x[cell] > 0 {
      events.append(Event(ratio: cells.lower[cell] / x[cell], cell: cell, isUpper: false))
      events.append(Event(ratio: upper[cell] / x[cell], cell: cell, isUpper: true))
    }
    self.events = events.sorted { ($0.ratio, $0.cell) < ($1.ratio, $1.cell) }
    var first: [[Double]: Int] = [:]
    kind = x.indices.map { cell in
      let ends = [cells.lower[cell], upper[cell], x[cell]]
      if let known = first[ends] { return known }
      first[ends] = cell
      return cell
    }
  }

  /// Searches for the greatest coefficient.
  ///
  /// - Parameter effort: How many nodes may be visited.
  /// - Returns: The coefficient that no numbers exceed, and the activity that reaches it if the search was
  ///   completed.
  mutating func solve(_ effort: BoundEffort) -> Result {
    // 0: open, 1: at the lower end, 2: at the upper end. Without a reference the upper end is always best.
    let state = lower.indices.map { cell -> UInt8 in
      reference[cell] == 0 || lower[cell] == upper[cell] ? 2 : 0
    }
    for relative in [1e-13, 1e-6, 1e-4, 1e-3, 1e-2] {
      slack = relative
      nodes = 0
      // A node costs as much as there are cells: with hundreds of them the exact end is given up sooner, for a bound
      // that is at most the slack too wide.
      limit = relative < 1e-3 ? min(effort.nodes, max(200, 1_000_000 / max(1, lower.count))) : effort.nodes
      if search(state) {
        let isAttained = relative == 1e-13
        return Result(
          ceiling: isAttained ? best : min(1, best + relative),
          activity: isAttained ? bestActivity : nil
        )
      }
    }
    return Result(ceiling: 1, activity: nil)
  }

  private mutating func search(_ state: [UInt8]) -> Bool {
    nodes += 1
    guard nodes <= limit else { return false }
    let bound = certificate(state)
    improve(state, at: bound.level)
    guard bound.value > 0 else { return true }
    guard let cell = branch(state, at: bound.level) else { return true }
    var next = state
    for end: UInt8 in upper[cell] + lower[cell] > 2 * bound.level * reference[cell] ? [2, 1] : [1, 2] {
      next = state
      next[cell] = end
      if end == 1 {
        for other in next.indices where other > cell && kind[other] == kind[cell] && next[other] == 0 {
          next[other] = 1
        }
      }
      guard search(next) else { return false }
    }
    return true
  }

  /// The integral for the level that a node must exceed to stay open, and the ratio at which the best M is reached.
  private func certificate(_ state: [UInt8]) -> (value: Double, level: Double) {
    let target = best + slack
    let peak = (1 + target) / 2
    var (most, least, previous, sum, level) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var isFound = false
    for event in events {
      if event.ratio > previous {
        let mass = min(max(peak, least), most)
        sum += (event.ratio - previous) * max(0, 1 - mass) * (mass - target)
        previous = event.ratio
      }
      let share = shares[event.cell]
      switch state[event.cell] {
      case 0: if event.isUpper { least += share } else { most += share }
      case 1: if !event.isUpper { (least, most) = (least + share, most + share) }
      default: if event.isUpper { (least, most) = (least + share, most + share) }
      }
      if !isFound, most >= peak {
        level = event.ratio
        isFound = true
      }
    }
    for cell in reference.indices where reference[cell] == 0 { sum += (1 - target) * upper[cell] / total }
    return (sum, level)
  }

  /// The open cell whose ratios reach over the level, the heaviest; else any open cell.
  private func branch(_ state: [UInt8], at level: Double) -> Int? {
    var found: Int?
    var (covers, weight) = (false, -1.0)
    for cell in state.indices where state[cell] == 0 {
      let across = lower[cell] <= level * reference[cell] && level * reference[cell] <= upper[cell]
      let width = upper[cell] - lower[cell]
      if (across && !covers) || (across == covers && width > weight) {
        (found, covers, weight) = (cell, across, width)
      }
    }
    return found
  }

  private mutating func improve(_ state: [UInt8], at level: Double) {
    let y = state.indices.map { cell -> Double in
      switch state[cell] {
      case 0: lower[cell] + upper[cell] > 2 * level * reference[cell] ? upper[cell] : lower[cell]
      case 1: lower[cell]
      default: upper[cell]
      }
    }
    guard y.contains(where: { $0 > 0 }) else { return }
    let gini = MeasureKernel.gini(y, reference)
    if gini > best || (bestActivity == nil && gini >= best) {
      best = gini
      bestActivity = y
    }
  }
}
