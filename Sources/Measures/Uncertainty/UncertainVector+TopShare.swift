import Panels

extension UncertainVector {
  /// Returns the bounds of the share of the regions with most of the industry.
  ///
  /// **Least.** As for the Gini with equal shares: y = λ as far as the bounds allow, with λ at an end of an interval.
  /// **Greatest.** For a level c the weights w (1 for the first regions, a fraction for the one at the edge, else 0)
  /// are laid so that Σ max((w − c) u, (w − c) l) is greatest, and c is raised to the share of that choice until it no
  /// longer grows (Dinkelbach).
  func topShareBounds(percent: Double) throws(MeasureError) -> Bounded {
    let places = try places(of: .topShare(percent: percent))
    let ones = [Double](repeating: 1, count: count)
    let box = ReferenceBox(lower: ones, upper: ones, published: ones, isCoupled: false)
    let value = point(box) { y, _ in MeasureKernel.topShare(y, count: places) }
    var (lower, lowerWitness) = (Double.infinity, Witness(activity: []))
    for candidate in proportionalCandidates(ones) {
      let share = MeasureKernel.topShare(candidate, count: places)
      if share < lower { (lower, lowerWitness) = (share, Witness(activity: candidate)) }
    }
    var (upper, upperWitness): (Double, Witness?) = (lower, lowerWitness)
    if let most = greatestTopShare(places) {
      let share = MeasureKernel.topShare(most, count: places)
      if share > upper { (upper, upperWitness) = (share, Witness(activity: most)) }
    }
    if self.upper.contains(.infinity), min(1, places) > upper {
      (upper, upperWitness) = (min(1, places), nil)
    }
    return Bounded(
      value: value,
      bounds: Bounds(lower, upper),
      lowerWitness: lowerWitness,
      upperWitness: upperWitness
    )
  }

  /// How many regions a top share asks for, with a fraction; 0 for other measures.
  func places(of measure: ConcentrationMeasure) throws(MeasureError) -> Double {
    guard case .topShare(let percent) = measure else { return 0 }
    guard percent > 0, percent <= 100 else {
      throw .outOfRange("The top share was asked of \(percent) per cent of the regions; give above 0 to 100.")
    }
    let exactly = Double(count) * percent / 100
    // A product such as 0.1 % of 3000 may miss its whole number by a rounding error.
    let isWhole = (exactly - exactly.rounded()).magnitude < 1e-9 * exactly
    return isWhole ? exactly.rounded() : exactly
  }

  private func greatestTopShare(_ places: Double) -> [Double]? {
    let whole = min(count, Int(places))
    let fraction = places - Double(whole)
    let high = zip(lower, upper).map { $1.isFinite ? $1 : $0 }
    guard high.contains(where: { $0 > 0 }) else { return nil }
    var (level, found): (Double, [Double]?) = (0, nil)
    for _ in 0..<100 {
      let y = topChoice(level, whole, fraction, high)
      let total = y.reduce(0, +)
      guard total > 0 else { break }
      let share = MeasureKernel.topShare(y, count: places)
      guard share > level else { break }
      (level, found) = (share, y)
    }
    return found
  }

  /// The activity that is best at a level: which cells have weight 1, which the fraction, and at which ends.
  private func topChoice(_ level: Double, _ whole: Int, _ fraction: Double, _ high: [Double]) -> [Double] {
    let gain = (0..<count).map { (1 - level) * high[$0] + level * lower[$0] }
    let ranked = (0..<count).sorted { (gain[$0], $1) > (gain[$1], $0) }
    var inside = Set(ranked.prefix(whole))
    var edge: Int?
    if fraction > 0, whole < count {
      func edgeGain(_ cell: Int) -> Double {
        max((fraction - level) * high[cell], (fraction - level) * lower[cell]) + level * lower[cell]
      }
      let next = ranked[whole]
      var most = -Double.infinity
      for cell in 0..<count {
        // A cell of the first rank gives its place to the next one.
        let score = edgeGain(cell) + (inside.contains(cell) ? gain[next] - gain[cell] : 0)
        if score > most { (most, edge) = (score, cell) }
      }
      if let edge, inside.contains(edge) {
        inside.remove(edge)
        inside.insert(next)
      }
    }
    return (0..<count)
      .map { cell in
        if inside.contains(cell) { return high[cell] }
        return cell == edge && fraction > level ? high[cell] : lower[cell]
      }
  }
}
