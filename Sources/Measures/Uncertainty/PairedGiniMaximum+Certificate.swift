extension PairedGiniMaximum {
  /// Tries to close a node, and leaves the mixture of ends that is best for its bound.
  mutating func isClosed(_ node: inout Node) -> Bool {
    var last: [Int] = []
    for step in 0..<12 {
      let bound = certificate(node, nil, target)
      if bound.value <= 0 { return true }
      if bound.choice != last {
        last = bound.choice
        if let found = improve(last, node), step == 0 || found.cell != nil {
          // At the best place inside, its own jump counts half, and Y₀ is what it reaches.
          var pure = node
          for cell in 0..<count {
            for end in 0..<4 { pure.weights[4 * cell + end] = end == last[cell] ? 1 : 0 }
            if cell == found.cell, node.masks[cell] & 0b11 == 0b11 {
              (pure.weights[4 * cell], pure.weights[4 * cell + 1]) = (0.5, 0.5)
              (pure.weights[4 * cell + 2], pure.weights[4 * cell + 3]) = (0, 0)
            }
          }
          if certificate(pure, found.activity, target).value <= 0 { return true }
        }
      }
      guard advance(&node, towards: last) else { break }
    }
    return false
  }

  struct Certificate {
    var value: Double
    var choice: [Int]
  }

  /// Returns what F does not exceed for any choice of a node.
  ///
  /// It is the greatest value of
  ///
  ///     Σ max over ends [((1 − c) X − 2 c Y₀) y − 2 x ∫₀^(y/x) q dt + μ x] − μ X + ∫ q² dt + c Y₀² − ∫ d² dt
  ///
  /// at both ends of what X can be, with μ = (1 − c) Y₀; c Y₀ only coupled. Between the ends it is convex in X. Since
  /// Q² = 2qQ − q² + (Q − q)², the least that Q can differ from q, d(t), may be taken off: it is where one
  /// region's jump is greater than all that is open in the others together.
  func certificate(_ node: Node, _ activity: Double?, _ target: Double) -> Certificate {
    let mixture = Mixture(self, node.weights)
    let level = activity ?? mixture.activity
    var range = (low: 0.0, high: 0.0)
    for cell in 0..<count {
      let own = self.range(of: cell, node.masks[cell])
      range = (range.low + own.referenceLeast, range.high + own.referenceMost)
    }
    let linear = box.isCoupled ? 2 * target * level : 0
    let multiplier = (1 - target) * level
    let slopes = (
      low: (1 - target) * range.low - linear, high: (1 - target) * range.high - linear,
      middle: (1 - target) * mixture.reference - linear
    )
    var (atLow, atHigh) = (0.0, 0.0)
    var choice = [Int](repeating: 0, count: count)
    for cell in 0..<count {
      var (low, high, middle) = (-Double.infinity, -Double.infinity, -Double.infinity)
      for end in 4 * cell..<4 * cell + 4 where node.masks[cell] & (1 << UInt8(end & 3)) != 0 {
        let fixed = (multiplier - 2 * mixture.integral[place[end]]) * x[end]
        low = max(low, slopes.low * y[end] + fixed)
        high = max(high, slopes.high * y[end] + fixed)
        let here = slopes.middle * y[end] + fixed
        if here > middle { (middle, choice[cell]) = (here, end & 3) }
      }
      atLow += low
      atHigh += high
    }
    let worst = max(atLow - multiplier * range.low, atHigh - multiplier * range.high)
    var value = worst + mixture.square + (box.isCoupled ? target * level * level : 0)
    if box.isCoupled, value > 0 { value -= leastDifference(node, mixture) }
    return Certificate(value: value, choice: choice)
  }

  /// The sums of a mixture of ends.
  struct Mixture {
    /// Q between each place of the grid and the one before it.
    var q: [Double]
    /// ∫ q dt up to each place of the grid.
    var integral: [Double]
    var square = 0.0
    var activity = 0.0
    var reference = 0.0

    init(_ problem: PairedGiniMaximum, _ weights: [Double]) {
      q = [Double](repeating: 0, count: problem.grid.count)
      integral = q
      for end in weights.indices where weights[end] != 0 {
        activity += weights[end] * problem.y[end]
        reference += weights[end] * problem.x[end]
        q[problem.place[end]] += weights[end] * problem.x[end]
      }
      for place in q.indices.dropLast().reversed() { q[place] += q[place + 1] }
      for place in q.indices.dropFirst() {
        let width = problem.grid[place] - problem.grid[place - 1]
        integral[place] = integral[place - 1] + q[place] * width
        square += q[place] * q[place] * width
      }
    }
  }

  /// Moves the mixture towards a choice as far as that raises F, which is concave but for the bilinear term; false if
  /// it does not.
  private func advance(_ node: inout Node, towards choice: [Int]) -> Bool {
    var moves = node.weights.map { -$0 }
    for cell in 0..<count { moves[4 * cell + choice[cell]] += 1 }
    let (here, step) = (Mixture(self, node.weights), Mixture(self, moves))
    var product = 0.0
    for place in grid.indices.dropFirst() {
      product += here.q[place] * step.q[place] * (grid[place] - grid[place - 1])
    }
    let square = box.isCoupled ? target : 0
    let slope =
      (1 - target) * (here.reference * step.activity + here.activity * step.reference)
      - 2 * square * here.activity * step.activity - 2 * product
    let curvature =
      2 * step.square + 2 * square * step.activity * step.activity
      - 2 * (1 - target) * step.reference * step.activity
    guard slope > 0 else { return false }
    let part = curvature > 0 ? min(1, slope / curvature) : 1
    for end in node.weights.indices { node.weights[end] += part * moves[end] }
    return part > 1e-9
  }

  /// The integral of the square that Q differs from q by at least.
  private func leastDifference(_ node: Node, _ mixture: Mixture) -> Double {
    struct Jump {
      var places: Range<Int>
      var least: Double
      var most: Double
    }
    var spread = [Double](repeating: 0, count: grid.count + 1)
    var jumps: [Jump] = []
    for cell in 0..<count where node.masks[cell] & (node.masks[cell] - 1) != 0 {
      let ends = (4 * cell..<4 * cell + 4).filter { node.masks[cell] & (1 << UInt8($0 & 3)) != 0 }
      var from = 0
      for to in ends.map({ place[$0] }).sorted() where to > from {
        let values = ends.map { place[$0] >= to ? x[$0] : 0 }
        let mean = zip(ends, values).reduce(0) { $0 + node.weights[$1.0] * $1.1 }
        let differences = values.map { ($0 - mean).magnitude }
        let (least, most) = (differences.min() ?? 0, differences.max() ?? 0)
        spread[from + 1] += most
        spread[to + 1 < spread.count ? to + 1 : grid.count] -= most
        if from > 0, least > 0 { jumps.append(Jump(places: from + 1..<to + 1, least: least, most: most)) }
        from = to
      }
    }
    for place in spread.indices.dropFirst() { spread[place] += spread[place - 1] }
    var differences = [Double](repeating: 0, count: grid.count)
    for jump in jumps {
      for place in jump.places {
        differences[place] = max(differences[place], jump.least - (spread[place] - jump.most))
      }
    }
    var sum = 0.0
    for place in grid.indices.dropFirst() {
      sum += differences[place] * differences[place] * (grid[place] - grid[place - 1])
    }
    return sum * (1 - 1e-12)
  }
}
