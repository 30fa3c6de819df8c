public import Panels

extension UncertainVector {
  /// Returns the share that some cells have of all, with its least and greatest value.
  ///
  ///     share = Σ_group y / (Σ_group y + Σ_rest y)
  ///
  /// It rises with each cell of the group and falls with each of the rest, so the bounds are at opposite ends.
  ///
  /// - Parameter members: The positions of the group; each once.
  /// - Returns: The share with its bounds; both are the optimum, or limits where a cell has no upper bound.
  /// - Throws: ``MeasureError/noActivity(_:)`` if every cell must be 0.
  ///
  /// **Complexity.** O(cells).
  public func shareBounds(of members: [Int]) throws(MeasureError) -> Bounded {
    guard upper.contains(where: { $0 > 0 }) else { throw .noActivity("the industry") }
    var isMember = [Bool](repeating: false, count: count)
    for member in members { isMember[member] = true }
    func share(_ y: [Double]) -> Double? {
      let total = y.reduce(0, +)
      guard total > 0, total.isFinite else { return nil }
      return members.reduce(0) { $0 + y[$1] } / total
    }
    func corner(groupIsHigh: Bool) -> [Double] {
      (0..<count).map { isMember[$0] == groupIsHigh ? upper[$0] : lower[$0] }
    }
    /// The limit where numbers grow without bound or all are 0: whichever of the two sides is let go last decides.
    func bound(groupIsHigh: Bool) -> (Double, Witness?) {
      let y = corner(groupIsHigh: groupIsHigh)
      if let value = share(y) { return (value, Witness(activity: y)) }
      let group = members.reduce(0) { $0 + y[$1] }
      let rest = y.indices.reduce(0) { $0 + (isMember[$1] ? 0 : y[$1]) }
      if groupIsHigh { return (group > 0 ? 1 : 0, nil) }
      return (rest > 0 ? 0 : 1, nil)
    }
    let (low, lowWitness) = bound(groupIsHigh: false)
    let (high, highWitness) = bound(groupIsHigh: true)
    return Bounded(
      value: isComplete ? share(values) : nil,
      bounds: Bounds(min(low, high), max(low, high)),
      lowerWitness: lowWitness,
      upperWitness: highWitness
    )
  }
}

extension Bounds {
  /// Returns the bounds of a part's share of a published total that contains it.
  ///
  /// - Parameter total: The bounds of the total; its true number is at least the part.
  /// - Returns: The bounds of the share, both the optimum; nil if the total may only be 0 or is below the part.
  public func share(ofTotal total: Bounds) -> Bounds? {
    guard total.upper > 0, lower <= total.upper else { return nil }
    let low = total.upper == .infinity ? 0 : lower / total.upper
    let most = min(upper, total.upper)
    let high = most >= total.lower ? (most > 0 ? 1 : 0) : most / total.lower
    return Bounds(low, max(low, high))
  }
}
