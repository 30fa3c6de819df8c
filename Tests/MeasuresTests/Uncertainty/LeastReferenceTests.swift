import Arithmetic
import Measures
import Panels
import Testing

@Suite("Least values where the reference is uncertain, or regions must be empty")
struct LeastReferenceTests {
  /// Cells and references of which some must be 0, some may be, and up to twelve are uncertain.
  static func panel(_ seed: UInt64) throws -> (UncertainVector, [Bounds]) {
    var random = RandomStream(seed: 79, stream: seed)
    let count = 2 + random.below(5)
    var (lower, upper): ([Double], [Double]) = ([], [])
    var reference: [Bounds] = []
    for cell in 0..<count {
      let size = cell > 0 && random.below(6) == 0 ? 0 : random.uniform(1, 60)
      let half = size == 0 || random.below(3) == 0 ? 0 : [2.5, size / 2, size][random.below(3)]
      lower.append(cell == 0 ? size - half / 2 : size - half)
      upper.append(size + half)
      let total = [200.0, 20, 5][random.below(3)] * random.uniform(0.5, 1.5)
      let least = total * [1, 0.95, 0.5, 0][random.below(seed % 2 == 0 ? 4 : 3)]
      reference.append(random.below(2) == 0 ? Bounds(exactly: total) : Bounds(least, total))
    }
    let values = zip(lower, upper).map { ($0 + $1) / 2 }
    return (try UncertainVector(values: values, lower: lower, upper: upper), reference)
  }

  @Test("No numbers found from many places lie below the least values", arguments: Array(UInt64(0)..<150))
  func nothingBelow(seed: UInt64) throws {
    let (cells, reference) = try Self.panel(seed)
    let boxes = (0..<cells.count).map { cells.bounds(at: $0) } + reference
    let published = try UncertainReference.published(UncertainVector(bounds: reference))
    var random = RandomStream(seed: 80, stream: seed)
    for (measure, naive) in [
      (.gini, NaiveMeasure.gini), (.hoover, NaiveMeasure.hoover),
      (.generalizedEntropy(alpha: 0.5), { NaiveMeasure.entropy($0, $1, alpha: 0.5) }),
    ] as [(ConcentrationMeasure, ([Double], [Double]) -> Double)] {
      let bounded = try cells.bounds(of: measure, relativeTo: published)
      let witness = try #require(bounded.lowerWitness)
      #expect(cells.allows(witness.activity))
      for (number, bounds) in zip(witness.reference, reference) {
        #expect(number >= bounds.lower * (1 - 1e-12) && number <= bounds.upper * (1 + 1e-12))
      }
      #expect((naive(witness.activity, witness.reference) - bounded.bounds.lower).magnitude < 1e-12)
      let start = boxes.map { random.uniform($0.lower, $0.upper) }
      for var point in [witness.activity + witness.reference, boxes.map { ($0.lower + $0.upper) / 2 }, start]
      {
        func value(_ point: [Double]) -> Double {
          naive(Array(point.prefix(cells.count)), Array(point.suffix(cells.count)))
        }
        var (here, scale) = (value(point), 0.3)
        for _ in 0..<250 {
          var trial = point
          for _ in 0...random.below(3) {
            let cell = random.below(boxes.count)
            let step = boxes[cell].width * scale * random.uniform(-1, 1)
            trial[cell] = min(max(trial[cell] + step, boxes[cell].lower), boxes[cell].upper)
          }
          let next = value(trial)
          scale = next < here ? min(0.5, 2 * scale) : max(1e-9, 0.9 * scale)
          if next < here { (point, here) = (trial, next) }
        }
        #expect(here >= bounded.bounds.lower - 1e-11, "\(measure): \(bounded.bounds.lower) \(here)")
      }
    }
  }

  @Test("Beside a region that must be empty, the others are level and their reference as great as can be")
  func empty() throws {
    let cells = try UncertainVector(bounds: [Bounds(0, 0), Bounds(0, 10)])
    let reference = [Bounds(200, 225), Bounds(20, 25)]
    for measure in [ConcentrationMeasure.hoover, .gini] {
      let apart = try cells.bounds(of: measure, relativeTo: .published(UncertainVector(bounds: reference)))
      #expect((apart.bounds.lower - 200.0 / 225).magnitude < 1e-12, "\(measure)")
      // Coupled, all activity of the second region grows with the industry: 200 of 200 + 25 + 10.
      let coupled = try cells.bounds(of: measure, relativeTo: .rest(UncertainVector(bounds: reference)))
      #expect((coupled.bounds.lower - 200.0 / 235).magnitude < 1e-12, "\(measure)")
    }
  }

  @Test("A region that has neither activity nor reference is left out")
  func neither() throws {
    let cells = try UncertainVector(exactly: [20, 0, 10, 5])
    for measure in [ConcentrationMeasure.gini, .hoover] {
      let all = try cells.bounds(of: measure, relativeTo: .exact([10, 0, 10, 15]))
      let others = try UncertainVector(exactly: [20, 10, 5])
        .bounds(of: measure, relativeTo: .exact([10, 10, 15]))
      #expect((all.bounds.lower - others.bounds.lower).magnitude < 1e-15)
      #expect(all.value == others.value && all.bounds.upper == all.bounds.lower)
    }
  }

  @Test("Where every cell may be 0 nothing is more concentrated than all in one region")
  func alone() throws {
    let many = [Bounds](repeating: Bounds(0, 4), count: 60)
    let cells = try UncertainVector(bounds: many)
    let reference = try UncertainVector(bounds: (0..<60).map { Bounds(100 + Double($0), 110 + Double($0)) })
    for measure in [ConcentrationMeasure.gini, .hoover] {
      let bounded = try cells.bounds(of: measure, relativeTo: .published(reference))
      let witness = try #require(bounded.upperWitness)
      let total = reference.upper.reduce(0, +) - 10
      #expect((bounded.bounds.upper - (1 - 100 / total)).magnitude < 1e-12)
      #expect(cells.allows(witness.activity) && reference.allows(witness.reference))
    }
  }
}
