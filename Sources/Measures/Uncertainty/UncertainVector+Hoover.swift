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
    if box.isCoupled { return coupledHoover(rest: box, value: value, effort: effort) }
    let least = leastHoover(box)
    let lower = MeasureKernel.hoover(least.activity, least.reference)
    // A cell that nothing bounds stays at its lower end here: its growth is a limit of its own.
    let finite = zip(self.lower, self.upper).map { $1.isFinite ? $1 : $0 }
    var (upper, upperWitness): (Double, Witness?)
    if let alone = aloneInOneRegion(box) {
      (upper, upperWitness) = (MeasureKernel.hoover(alone.activity, alone.reference), alone)
    } else {
      var search = HooverMaximum(lower: self.lower, upper: finite, box)
      let greatest = search.solve(effort)
      (upper, upperWitness) = (greatest.ceiling, greatest.witness)
    }
    let total = box.upper.reduce(0, +)
    for cell in 0..<count where self.upper[cell] == .infinity {
      let share = box.lower[cell] / (box.lower[cell] + total - box.upper[cell])
      if 1 - share > upper { (upper, upperWitness) = (1 - share, nil) }
    }
    if lower >= upper, upperWitness != nil { (upper, upperWitness) = (lower, least) }
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
        // Regions that must be empty lie below every level, so that the sums may cross below the first end.
        (low, high) = (0, low)
      } else {
        var (start, end) = (0, ends.count - 1)
        while end - start > 1 {
          let middle = (start + end) / 2
          if balance(ends[middle]) > 0 { start = middle } else { end = middle }
        }
        (low, high) = (ends[start], ends[end])
      }
      let crossing = crossing(box, low, high)
      // Where every region may be empty, all that need not be can be level with each other at any low level.
      let flat = (0..<count).map { ratio(upper[$0], box.upper[$0]) }.filter { $0 > 0 && $0.isFinite }.min()
      level = crossing > 0 ? crossing : flat ?? high
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
