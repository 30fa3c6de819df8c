/// Classes of values with their fills.
package struct ColourClasses: Sendable, Hashable {
  /// The limits between classes, ascending: one fewer than fills.
  ///
  /// A value on a limit belongs to the class above.
  package let limits: [Double]
  /// The fill of each class.
  package let fills: [Ink]
  /// Whether ½ and ⅓ are printed as such: for ratios.
  let usesFractions: Bool
  /// The names of kinds, which have no limits to print; nil for classes of a number.
  let names: [String]?

  /// Chooses classes for values.
  ///
  /// - Parameters:
  ///   - scale: How values become colours.
  ///   - values: All values, finite.
  package init(_ scale: ColourScale, values: [Double]) {
    usesFractions = if case .divergingRatio = scale { true } else { false }
    names = if case .kinds(let names, _) = scale { names } else { nil }
    switch scale {
    case .divergingRatio(let centre, let breaks):
      limits = ColourClasses.ascending(breaks ?? ColourClasses.ratioLimits(values, centre))
      fills = ColourClasses.diverging(limits, centre)
    case .divergingDifference(let centre, let breaks):
      limits = ColourClasses.ascending(breaks ?? ColourClasses.differenceLimits(values, centre))
      fills = ColourClasses.diverging(limits, centre)
    case .kinds(let names, let hues):
      limits = names.indices.dropFirst().map { Double($0) - 0.5 }
      fills = names.indices.map { index in
        let hue = index < hues.count ? hues[index] : Hue.areaPalette[index % Hue.areaPalette.count]
        return hue == .grey ? .faint : hue.ink
      }
    case .sequential(let breaks):
      limits = ColourClasses.ascending(breaks ?? ColourClasses.sequentialLimits(values))
      let ramp = Ramp.sequential.fills
      let count = limits.count + 1
      fills = (0..<count)
        .map { index in
          ramp[
            count == 1 ? 2 : min(ramp.count - 1, (index * (ramp.count - 1) + (count - 1) / 2) / (count - 1))
          ]
        }
    }
  }

  /// The class of a value.
  package func index(of value: Double) -> Int { limits.count { value >= $0 } }

  /// The fill of a value.
  package func fill(_ value: Double) -> Ink { fills[index(of: value)] }

  /// The limits as text: with as many digits as it takes to tell them apart.
  package func labels(_ format: NumberFormat) -> [String] {
    if usesFractions { return limits.map { LogarithmicTicks.label($0, format) } }
    let plain = limits.map(format.text)
    guard zip(plain, plain.dropFirst()).contains(where: ==) else { return plain }
    let gap = zip(limits, limits.dropFirst()).map { $1 - $0 }.min() ?? 1
    return limits.map(format.separating(step: LinearTicks.roundStep(gap / 2)).text)
  }

  /// The class in words: `0.8 to 1.25`.
  package func words(_ index: Int, _ format: NumberFormat) -> String {
    if let names { return names.indices.contains(index) ? names[index] : "" }
    let texts = labels(format)
    if limits.isEmpty { return "all values" }
    if index == 0 { return "below \(texts[0])" }
    if index == limits.count { return "\(texts[index - 1]) and above" }
    return "\(texts[index - 1]) to \(texts[index])"
  }

  private static func ascending(_ limits: [Double]) -> [Double] {
    var result: [Double] = []
    for limit in limits.sorted() where limit.isFinite && limit != result.last { result.append(limit) }
    return result
  }

  private static func ratioLimits(_ values: [Double], _ centre: Double) -> [Double] {
    let ratios = values.filter { $0 > 0 }.map { $0 / centre }
    let farthest = ratios.reduce(1) { max($0, $1, 1 / $1) }
    let steps: [Double] =
      if farthest > 3 { [1.0 / 3, 0.5, 0.8, 1.25, 2, 3] } else if farthest > 1.5 {
        [0.5, 2.0 / 3, 0.8, 1.25, 1.5, 2]
      } else { [0.8, 0.9, 0.95, 1.05, 1.1, 1.25] }
    return steps.map { $0 * centre }
  }

  private static func differenceLimits(_ values: [Double], _ centre: Double) -> [Double] {
    let farthest = values.reduce(0) { max($0, ($1 / 2 - centre / 2).magnitude) } * 2
    let step = LinearTicks.roundStep(farthest / 3)
    guard step.isNormal, step < 1e300 else { return [centre] }
    return [-2, -1, 0, 1, 2].map { centre + $0 * step }
  }

  private static func sequentialLimits(_ values: [Double]) -> [Double] {
    guard let low = values.min(), let high = values.max(), low < high else { return [] }
    let middle = values.sorted()[values.count / 2]
    if low > 0, middle > 0, high / middle > 6, low < high / 10 {
      let choices = LogarithmicTicks.choices(low: low, high: high)
      if let fitting = choices.first(where: { (2...5).contains($0.count) }) { return fitting }
    }
    return LinearTicks(low: low, high: high, count: 5).values.filter { $0 > low && $0 < high }.prefix(5)
      .map(\.self)
  }

  /// Fills by distance from the centre; a class that holds the centre inside has the neutral fill.
  private static func diverging(_ limits: [Double], _ centre: Double) -> [Ink] {
    guard !limits.isEmpty else { return [Ramp.centre] }
    let below = limits.count { $0 <= centre }
    let above = limits.count { $0 >= centre }
    let hasCentre = !limits.contains(centre)
    let low = chosen(hasCentre ? below : max(0, below)).map { Ramp.below.fills[$0] }
    let high = chosen(hasCentre ? above : max(0, above)).map { Ramp.above.fills[$0] }
    return low.reversed() + (hasCentre ? [Ramp.centre] : []) + high
  }

  /// Which of four fills a number of classes on one side takes, from near to far.
  private static func chosen(_ count: Int) -> [Int] {
    switch count {
    case ...0: []
    case 1: [2]
    case 2: [1, 3]
    case 3: [1, 2, 3]
    default: (0..<count).map { min(3, $0) }
    }
  }
}
