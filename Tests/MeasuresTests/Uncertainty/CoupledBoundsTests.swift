import Arithmetic
import Measures
import Panels
import Testing

@Suite("Bounds of measures where the totals contain the cells")
struct CoupledBoundsTests {
  static let panels = Array(UInt64(0)..<500)

  static func check(
    _ panel: CoupledPanel,
    _ measure: ConcentrationMeasure,
    _ naive: @escaping ([Double], [Double]) -> Double
  ) throws {
    let bounded = try panel.cells.bounds(
      of: measure,
      relativeTo: .rest(UncertainVector(bounds: panel.rest))
    )
    for (witness, bound) in [
      (bounded.lowerWitness, bounded.bounds.lower), (bounded.upperWitness, bounded.bounds.upper),
    ] {
      let witness = try #require(witness, "\(measure)")
      #expect(panel.allows(witness), "\(measure)")
      let reached = naive(witness.activity, witness.reference)
      #expect((reached - bound).magnitude <= 1e-11 * max(1, reached.magnitude), "\(measure)")
    }
    var greatest = panel.search(1, starts: 4, naive)
    let tolerance = 1e-9 * max(1, bounded.bounds.upper.magnitude)
    // What the library reaches the search has to find too, if need be by a closer look inside the intervals.
    if bounded.bounds.upper - greatest > tolerance {
      let places = [0.01, 0.03, 0.1, 0.3, 0.6, 0.8]
      greatest = max(greatest, panel.search(1, starts: 60, places: places, naive))
    }
    #expect(
      (bounded.bounds.upper - greatest).magnitude <= tolerance,
      "\(measure): \(bounded.bounds.upper) \(greatest)"
    )
  }

  @Test("Greatest values equal those of every end, improved inside: Theil", arguments: panels)
  func theil(seed: UInt64) throws {
    try Self.check(CoupledPanel(seed: seed), .theil) { NaiveMeasure.entropy($0, $1, alpha: 1) }
  }

  @Test("Greatest values equal those of every end, improved inside: other entropies", arguments: panels)
  func entropies(seed: UInt64) throws {
    let alpha = [2, 0.5, 3, 0, -1][Int(seed / 12 % 5)]
    let panel = try CoupledPanel(seed: seed, mayBeEmpty: alpha > 0)
    try Self.check(panel, .generalizedEntropy(alpha: alpha)) {
      NaiveMeasure.entropy($0, $1, alpha: alpha)
    }
  }

  @Test("Greatest values equal those of every end, improved inside: Hoover and Krugman", arguments: panels)
  func hoover(seed: UInt64) throws {
    let panel = try CoupledPanel(seed: seed)
    try Self.check(panel, .hoover, NaiveMeasure.hoover)
    let rest = try UncertainReference.rest(UncertainVector(bounds: panel.rest))
    let twice = try panel.cells.bounds(of: .krugman, relativeTo: rest).bounds
    let once = try panel.cells.bounds(of: .hoover, relativeTo: rest).bounds
    #expect(twice.upper == 2 * once.upper && twice.lower == 2 * once.lower)
  }

  @Test("Greatest values equal those of every end, improved inside: Gini", arguments: panels)
  func gini(seed: UInt64) throws {
    try Self.check(CoupledPanel(seed: seed), .gini, NaiveMeasure.gini)
  }

  @Test("No numbers found from many places lie below the least values", arguments: Array(UInt64(0)..<120))
  func nothingBelow(seed: UInt64) throws {
    let panel = try CoupledPanel(seed: 1000 + seed, mayBeEmpty: seed % 2 == 0)
    let rest = try UncertainReference.rest(UncertainVector(bounds: panel.rest))
    let boxes = panel.boxes
    var measures: [(ConcentrationMeasure, ([Double], [Double]) -> Double)] = [
      (.theil, { NaiveMeasure.entropy($0, $1, alpha: 1) }), (.hoover, NaiveMeasure.hoover),
      (.gini, NaiveMeasure.gini),
      (.generalizedEntropy(alpha: 2), { NaiveMeasure.entropy($0, $1, alpha: 2) }),
    ]
    if seed % 2 == 1 {
      measures.append((.generalizedEntropy(alpha: -1), { NaiveMeasure.entropy($0, $1, alpha: -1) }))
    }
    var random = RandomStream(seed: 78, stream: seed)
    for (measure, naive) in measures {
      let bounded = try panel.cells.bounds(of: measure, relativeTo: rest)
      let witness = try #require(bounded.lowerWitness)
      let least = bounded.bounds.lower
      let value = panel.function(naive)
      // From the witness, from the middles, and from anywhere: steps that are kept if they lead down.
      let known = witness.activity + zip(witness.reference, witness.activity).map { max(0, $0 - $1) }
      let anywhere = boxes.map { random.uniform($0.lower, $0.upper) }
      for start in [known, boxes.map { ($0.lower + $0.upper) / 2 }, anywhere] {
        var (point, here, scale) = (start, value(start), 0.3)
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
        #expect(here >= least - 1e-11, "\(measure): \(least) \(here)")
      }
    }
  }

  @Test("Some greatest values lie inside an interval, and some least ones between rests")
  func inside() throws {
    var (greatest, least) = (0, 0)
    for seed in UInt64(0)..<120 {
      let panel = try CoupledPanel(seed: seed)
      for measure in [ConcentrationMeasure.hoover, .gini] {
        let bounded = try panel.cells.bounds(
          of: measure,
          relativeTo: .rest(UncertainVector(bounds: panel.rest))
        )
        let (high, low) = try (#require(bounded.upperWitness), #require(bounded.lowerWitness))
        for cell in 0..<panel.cells.count {
          let (from, to) = (panel.cells.lower[cell], panel.cells.upper[cell])
          if high.activity[cell] > from + 1e-9, high.activity[cell] < to - 1e-9 { greatest += 1 }
          let rest = low.reference[cell] - low.activity[cell]
          if rest > panel.rest[cell].lower + 1e-9, rest < panel.rest[cell].upper - 1e-9 { least += 1 }
        }
      }
    }
    #expect(greatest > 5 && least > 5, "\(greatest) \(least)")
  }

  @Test("A cell that nothing bounds takes measures to 0 as it grows; the greatest value is at a finite place")
  func unbounded() throws {
    let cells = try UncertainVector(values: [10, 20, .nan], lower: [10, 20, 1], upper: [10, 20, .infinity])
    let rest = try UncertainReference.rest(UncertainVector(exactly: [50, 30, 20]))
    for (measure, naive) in [
      (.gini, NaiveMeasure.gini), (.hoover, NaiveMeasure.hoover),
      (.theil, { NaiveMeasure.entropy($0, $1, alpha: 1) }),
      (.generalizedEntropy(alpha: 2), { NaiveMeasure.entropy($0, $1, alpha: 2) }),
      (.generalizedEntropy(alpha: 0), { NaiveMeasure.entropy($0, $1, alpha: 0) }),
    ] as [(ConcentrationMeasure, ([Double], [Double]) -> Double)] {
      let bounded = try cells.bounds(of: measure, relativeTo: rest)
      #expect(bounded.bounds.lower == 0 && bounded.lowerWitness == nil, "\(measure)")
      #expect(bounded.upperWitness != nil, "\(measure)")
      for step in 0..<2000 {
        let own = 1 + 0.1 * Double(step)
        let value = naive([10, 20, own], [60, 50, 20 + own])
        #expect(value <= bounded.bounds.upper + 1e-12, "\(measure) \(own)")
      }
    }
  }

  @Test("Where every cell may be 0 the greatest value is only approached")
  func vanishing() throws {
    let cells = try UncertainVector(values: [1, 2, 3], lower: [0, 0, 0], upper: [2, 4, 6])
    let rest = try UncertainReference.rest(UncertainVector(exactly: [50, 30, 20]))
    for measure in [ConcentrationMeasure.gini, .hoover] {
      let bounded = try cells.bounds(of: measure, relativeTo: rest)
      #expect((bounded.bounds.upper - 0.8).magnitude < 1e-12 && bounded.upperWitness == nil)
      #expect(bounded.bounds.lower < 1e-15 && bounded.lowerWitness != nil)
    }
    let theil = try cells.bounds(of: .theil, relativeTo: rest)
    #expect((theil.bounds.upper - naturalLogarithm(5)).magnitude < 1e-12 && theil.upperWitness == nil)
    let zero = try cells.bounds(of: .generalizedEntropy(alpha: 0), relativeTo: rest)
    #expect(zero.bounds.upper == .infinity && zero.upperWitness == nil)
  }
}
