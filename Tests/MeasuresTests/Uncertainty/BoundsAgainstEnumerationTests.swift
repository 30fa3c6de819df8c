import Measures
import Panels
import Testing

@Suite("Upper bounds of measures against every end of every cell")
struct BoundsAgainstEnumerationTests {
  static let panels = Array(UInt64(0)..<500)

  /// At most `most` uncertain numbers, cells and reference together.
  static func panel(_ seed: UInt64, most: Int = 12) throws -> (RandomCells, [Bounds]) {
    let uncertain = 1 + Int(seed % UInt64(most))
    let other = UInt64(most)
    let random = try RandomCells(
      seed: seed,
      count: uncertain + Int(seed / other % 4) + 1,
      uncertain: uncertain
    )
    var left = seed / other % 2 == 0 ? 0 : most - uncertain
    let reference = random.referenceBounds.indices.map { cell -> Bounds in
      if left > 0, !random.referenceBounds[cell].isExact {
        left -= 1
        return random.referenceBounds[cell]
      }
      return Bounds(exactly: random.reference[cell])
    }
    return (random, reference)
  }

  static func check(
    _ bounded: Bounded,
    _ random: RandomCells,
    _ reference: [Bounds],
    _ measure: ([Double], [Double]) -> Double
  ) throws {
    let expected = RandomCells.greatest(random.cells, reference: reference, measure)
    let tolerance = 1e-9 * max(1, expected.magnitude)
    #expect((bounded.bounds.upper - expected).magnitude <= tolerance, "\(bounded.bounds.upper) \(expected)")
    let witness = try #require(bounded.upperWitness)
    #expect(random.cells.allows(witness.activity))
    let x = witness.reference.isEmpty ? random.reference : witness.reference
    if !witness.reference.isEmpty {
      for (number, bounds) in zip(witness.reference, reference) {
        #expect(number >= bounds.lower * (1 - 1e-12) && number <= bounds.upper * (1 + 1e-12))
      }
    }
    let reached = measure(witness.activity, x)
    #expect((reached - bounded.bounds.upper).magnitude <= 1e-12 * max(1, reached.magnitude))
  }

  @Test("Theil", arguments: panels)
  func theil(seed: UInt64) throws {
    let (random, reference) = try Self.panel(seed)
    let bounded = try random.cells.bounds(
      of: .theil,
      relativeTo: .published(UncertainVector(bounds: reference))
    )
    try Self.check(bounded, random, reference) { NaiveMeasure.entropy($0, $1, alpha: 1) }
  }

  @Test("Generalized entropies of orders above, within and below 0 … 1", arguments: panels)
  func entropies(seed: UInt64) throws {
    let (random, reference) = try Self.panel(seed)
    for alpha in [2, 0.5, 3] {
      let bounded = try random.cells.bounds(
        of: .generalizedEntropy(alpha: alpha),
        relativeTo: .published(UncertainVector(bounds: reference))
      )
      try Self.check(bounded, random, reference) { NaiveMeasure.entropy($0, $1, alpha: alpha) }
    }
    guard random.cells.lower.allSatisfy({ $0 > 0 }) else { return }
    for alpha in [0, -1.0] {
      let bounded = try random.cells.bounds(
        of: .generalizedEntropy(alpha: alpha),
        relativeTo: .published(UncertainVector(bounds: reference))
      )
      try Self.check(bounded, random, reference) { NaiveMeasure.entropy($0, $1, alpha: alpha) }
    }
  }

  @Test("HHI and the share of the top regions", arguments: panels)
  func withoutReference(seed: UInt64) throws {
    let (random, _) = try Self.panel(seed)
    let exact = random.reference.map { Bounds(exactly: $0) }
    try Self.check(random.cells.bounds(of: .hhi), random, exact) { y, _ in NaiveMeasure.hhi(y) }
    for percent in [10.0, 25, 40] {
      let count = Double(random.cells.count) * percent / 100
      try Self.check(random.cells.bounds(of: .topShare(percent: percent)), random, exact) { y, _ in
        NaiveMeasure.top(y, count: count)
      }
    }
  }

  @Test("Hoover and Krugman", arguments: panels)
  func hoover(seed: UInt64) throws {
    let (random, reference) = try Self.panel(seed)
    let bounded = try random.cells.bounds(
      of: .hoover,
      relativeTo: .published(UncertainVector(bounds: reference))
    )
    try Self.check(bounded, random, reference, NaiveMeasure.hoover)
    let krugman = try random.cells.bounds(
      of: .krugman,
      relativeTo: .published(UncertainVector(bounds: reference))
    )
    #expect(krugman.bounds.upper == 2 * bounded.bounds.upper)
  }

  @Test("Gini", arguments: panels)
  func gini(seed: UInt64) throws {
    let (random, reference) = try Self.panel(seed)
    let bounded = try random.cells.bounds(
      of: .gini,
      relativeTo: .published(UncertainVector(bounds: reference))
    )
    try Self.check(bounded, random, reference, NaiveMeasure.gini)
  }
}
