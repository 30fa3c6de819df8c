extension HooverMaximum {
  /// Takes each set of the regions with the highest ratios, at the middles, as a choice to begin with.
  mutating func begin() {
    func middle(_ low: Double, _ high: Double) -> Double { (low + high) / 2 }
    let order = lower.indices.sorted {
      middle(lower[$0], upper[$0]) * middle(referenceLower[$1], referenceUpper[$1])
        > middle(lower[$1], upper[$1]) * middle(referenceLower[$0], referenceUpper[$0])
    }
    var sides = [Side](repeating: .outside, count: lower.count)
    for cell in order {
      sides[cell] = .inside
      improve(sides)
    }
  }

  mutating func improveCoupled(_ sides: [Side]) {
    var y = lower
    let rest = sides.indices.map { sides[$0] == .inside ? referenceLower[$0] : referenceUpper[$0] }
    var (outside, restOutside) = (0.0, 0.0)
    for cell in sides.indices where sides[cell] != .inside {
      outside += lower[cell]
      restOutside += rest[cell]
    }
    let all = rest.reduce(0, +)
    guard all > 0, restOutside > 0 else { return }
    let product = outside * all
    let activity = (product + (product * product + restOutside * product * all).squareRoot()) / restOutside
    var spare = activity - lower.reduce(0, +)
    for cell in sides.indices where sides[cell] == .inside && spare > 0 {
      let taken = min(upper[cell] - lower[cell], spare)
      y[cell] += taken
      spare -= taken
    }
    guard y.contains(where: { $0 > 0 }) else { return }
    let x = zip(y, rest).map { $0 + $1 }
    let value = MeasureKernel.hoover(y, x)
    if value > best || bestWitness == nil {
      best = max(best, value)
      bestWitness = Witness(activity: y, reference: x)
    }
  }
}
