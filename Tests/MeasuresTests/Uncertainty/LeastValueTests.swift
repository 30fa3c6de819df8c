import Arithmetic
import Measures
import Panels
import Testing

@Suite("Lower bounds of measures against certificates of convex programmes")
struct LeastValueTests {
  /// What no numbers within the bounds go below, from the tangents of a witness.
  ///
  /// With w = s/x at the witness and f the convex function of the entropy Σ x f(s/x), for all shares
  /// Σ x f(s/x) ≥ Σ s f′(w) + Σ x (f(w) − w f′(w)); the least of each sum over a box is a sorted choice of ends.
  static func certificate(_ cells: UncertainVector, _ reference: [Bounds], _ witness: Witness, alpha: Double)
    -> Double
  {
    let (activity, all) = (witness.activity.reduce(0, +), witness.reference.reduce(0, +))
    var (slopes, intercepts): ([Double], [Double]) = ([], [])
    for cell in 0..<cells.count {
      let w = witness.activity[cell] / activity / (witness.reference[cell] / all)
      if alpha == 1 {
        slopes.append(w == 0 ? -1e9 : naturalLogarithm(w) + 1)
        intercepts.append(-w)
      } else {
        let power = exponential((alpha - 1) * naturalLogarithm(w))
        slopes.append(power / (alpha - 1))
        intercepts.append((w * power - 1) / (alpha * (alpha - 1)) - w * power / (alpha - 1))
      }
    }
    return leastMean(slopes, (0..<cells.count).map { cells.bounds(at: $0) })
      + leastMean(intercepts, reference)
  }

  /// The least weighted mean of numbers, weights within bounds.
  static func leastMean(_ numbers: [Double], _ weights: [Bounds]) -> Double {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var best = Double.infinity
    for cut in 0...order.count {
      var (sum, total) = (0.0, 0.0)
      for (rank, cell) in order.enumerated() {
        let weight = rank < cut ? weights[cell].upper : weights[cell].lower
        sum += weight * numbers[cell]
        total += weight
      }
      if total > 0 { best = min(best, sum / total) }
    }
    return best
  }

  /// All cells uncertain, and all of the reference in every other panel.
  static func panel(_ seed: UInt64) throws -> (UncertainVector, [Bounds]) {
    let count = 2 + Int(seed % 11)
    let random = try RandomCells(seed: 1000 + seed, count: count, uncertain: count)
    let reference = seed % 2 == 0 ? random.reference.map { Bounds(exactly: $0) } : random.referenceBounds
    return (random.cells, reference)
  }

  @Test("Theil, HHI and generalized entropies", arguments: Array(UInt64(0)..<500))
  func entropies(seed: UInt64) throws {
    let (cells, reference) = try Self.panel(seed)
    let ones = [Bounds](repeating: Bounds(exactly: 1), count: cells.count)
    for alpha in [1, 2, 0.5, 3, 0, -1] where alpha > 0 || cells.lower.allSatisfy({ $0 > 0 }) {
      let bounded = try cells.bounds(
        of: alpha == 1 ? .theil : .generalizedEntropy(alpha: alpha),
        relativeTo: .published(UncertainVector(bounds: reference))
      )
      let witness = try #require(bounded.lowerWitness)
      #expect(cells.allows(witness.activity))
      let reached = NaiveMeasure.entropy(witness.activity, witness.reference, alpha: alpha)
      #expect((reached - bounded.bounds.lower).magnitude < 1e-12)
      // A cell that is 0 at the witness has no tangent; its share is 0 in all of the box then.
      guard witness.activity.allSatisfy({ $0 > 0 }) else { continue }
      let floor = Self.certificate(cells, reference, witness, alpha: alpha)
      #expect(bounded.bounds.lower - floor <= 1e-9, "alpha \(alpha): \(bounded.bounds.lower) \(floor)")
    }
    let index = try cells.bounds(of: .hhi)
    let witness = try #require(index.lowerWitness)
    #expect((NaiveMeasure.hhi(witness.activity) - index.bounds.lower).magnitude < 1e-12)
    guard witness.activity.allSatisfy({ $0 > 0 }) else { return }
    let entropy = Self.certificate(
      cells,
      ones,
      Witness(activity: witness.activity, reference: ones.map(\.lower)),
      alpha: 2
    )
    #expect(index.bounds.lower - (1 + 2 * entropy) / Double(cells.count) <= 1e-9)
  }

  @Test(
    "No feasible numbers lie below the least Gini, Hoover or top share, near or far",
    arguments: Array(UInt64(0)..<100)
  )
  func nothingBelow(seed: UInt64) throws {
    let (cells, reference) = try Self.panel(seed)
    let exact = reference.map { Bounds(exactly: $0.lower) }
    let x = exact.map(\.lower)
    let gini = try cells.bounds(of: .gini, relativeTo: .published(UncertainVector(bounds: exact)))
    let top = try cells.bounds(of: .topShare(percent: 30))
    let hoover = try cells.bounds(of: .hoover, relativeTo: .published(UncertainVector(bounds: reference)))
    let places = Double(cells.count) * 0.3
    var random = RandomStream(seed: 5, stream: seed)
    for step in 0..<300 {
      let scale = step % 3 == 0 ? 1 : exponential(-random.uniform(0, 12))
      func near(_ number: Double, _ low: Double, _ high: Double) -> Double {
        min(max(number + (random.uniform(low, high) - number) * scale, low), high)
      }
      func moved(_ witness: Witness?) throws -> [Double] {
        let from = try #require(witness).activity
        return from.indices.map {
          random.below(2) == 0 ? from[$0] : near(from[$0], cells.lower[$0], cells.upper[$0])
        }
      }
      let first = try moved(gini.lowerWitness)
      if first.contains(where: { $0 > 0 }) {
        #expect(NaiveMeasure.gini(first, x) >= gini.bounds.lower - 1e-12)
      }
      let second = try moved(top.lowerWitness)
      if second.contains(where: { $0 > 0 }) {
        #expect(NaiveMeasure.top(second, count: places) >= top.bounds.lower - 1e-12)
      }
      let third = try moved(hoover.lowerWitness)
      let from = try #require(hoover.lowerWitness).reference
      let other = from.indices.map { near(from[$0], reference[$0].lower, reference[$0].upper) }
      if third.contains(where: { $0 > 0 }) {
        #expect(NaiveMeasure.hoover(third, other) >= hoover.bounds.lower - 1e-12)
      }
    }
    for (bounded, measure) in [
      (gini, { NaiveMeasure.gini($0, $1) }), (hoover, { NaiveMeasure.hoover($0, $1) }),
      (top, { y, _ in NaiveMeasure.top(y, count: places) }),
    ] as [(Bounded, ([Double], [Double]) -> Double)] {
      let witness = try #require(bounded.lowerWitness)
      #expect(cells.allows(witness.activity))
      #expect((measure(witness.activity, witness.reference) - bounded.bounds.lower).magnitude < 1e-12)
    }
  }
}
