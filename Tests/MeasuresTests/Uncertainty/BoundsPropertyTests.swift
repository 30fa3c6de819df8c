import Arithmetic
import Measures
import Panels
import Testing

@Suite("What holds of all bounds")
struct BoundsPropertyTests {
  static let measures: [ConcentrationMeasure] = [
    .theil, .hhi, .hoover, .krugman, .gini, .generalizedEntropy(alpha: 0.5), .generalizedEntropy(alpha: 2),
    .topShare(percent: 35),
  ]

  static func value(_ measure: ConcentrationMeasure, _ y: [Double], _ x: [Double]) -> Double {
    switch measure {
    case .theil: NaiveMeasure.entropy(y, x, alpha: 1)
    case .gini: NaiveMeasure.gini(y, x)
    case .hhi: NaiveMeasure.hhi(y)
    case .hoover: NaiveMeasure.hoover(y, x)
    case .krugman: 2 * NaiveMeasure.hoover(y, x)
    case .generalizedEntropy(let alpha): NaiveMeasure.entropy(y, x, alpha: alpha)
    case .topShare(let percent): NaiveMeasure.top(y, count: Double(y.count) * percent / 100)
    }
  }

  /// Forty regions, all rounded, as in a real table.
  static func wide(_ seed: UInt64) throws -> RandomCells {
    try RandomCells(seed: 9000 + seed, count: 40, uncertain: 40)
  }

  @Test(
    "The value lies within, and 200 admissible perturbations never leave the bounds or flip a clear verdict",
    arguments: Array(UInt64(0)..<8)
  )
  func perturbations(seed: UInt64) throws {
    let panel = try Self.wide(seed)
    for measure in Self.measures {
      let bounded = try panel.cells.bounds(of: measure, relativeTo: .exact(panel.reference))
      let value = try #require(bounded.value)
      #expect(bounded.bounds.lower <= value && value <= bounded.bounds.upper)
      #expect(bounded.isAttained, "\(measure) seed \(seed)")
      let estimate = Estimate(bounded, sampling: .none)
      let thresholds = [0.98, 1.02].flatMap { [bounded.bounds.lower * $0, bounded.bounds.upper * $0] }
      let verdicts = thresholds.map { estimate.verdict(threshold: $0) }
      #expect(verdicts.contains(.clearlyAbove) && verdicts.contains(.clearlyBelow))
      var random = RandomStream(seed: 31, stream: seed)
      for _ in 0..<200 {
        let drawn = Self.value(measure, RandomCells.draw(panel.cells, &random), panel.reference)
        #expect(drawn >= bounded.bounds.lower - 1e-12 && drawn <= bounded.bounds.upper + 1e-12)
        for (threshold, verdict) in zip(thresholds, verdicts) {
          if verdict == .clearlyAbove { #expect(drawn >= threshold - 1e-12) }
          if verdict == .clearlyBelow { #expect(drawn < threshold) }
        }
      }
    }
  }

  @Test(
    "Uncertain totals of forty regions: no draw of cells and totals leaves the bounds",
    arguments: Array(UInt64(0)..<3)
  )
  func uncertainTotals(seed: UInt64) throws {
    let panel = try Self.wide(100 + seed)
    let totals = try UncertainVector(bounds: panel.referenceBounds)
    var random = RandomStream(seed: 34, stream: seed)
    for measure in Self.measures {
      let published = try panel.cells.bounds(of: measure, relativeTo: .published(totals)).bounds
      let rest = try panel.cells.bounds(of: measure, relativeTo: .rest(totals)).bounds
      for _ in 0..<50 {
        let y = RandomCells.draw(panel.cells, &random)
        let x = RandomCells.draw(totals, &random)
        let apart = Self.value(measure, y, x)
        #expect(apart >= published.lower - 1e-12 && apart <= published.upper + 1e-12, "\(measure)")
        let within = Self.value(measure, y, zip(y, x).map { $0 + $1 })
        #expect(within >= rest.lower - 1e-12 && within <= rest.upper + 1e-12, "\(measure)")
      }
    }
  }

  @Test("Wider cells never give narrower bounds", arguments: Array(UInt64(0)..<40))
  func monotone(seed: UInt64) throws {
    let panel = try RandomCells(seed: 400 + seed, count: 9, uncertain: 9)
    var random = RandomStream(seed: 32, stream: seed)
    let wider = try UncertainVector(
      values: panel.cells.values,
      lower: panel.cells.lower.map { max(0, $0 - random.uniform(0, 3)) },
      upper: panel.cells.upper.map { $0 + random.uniform(0, 3) }
    )
    for measure in Self.measures {
      let narrow = try panel.cells.bounds(of: measure, relativeTo: .exact(panel.reference)).bounds
      let wide = try wider.bounds(of: measure, relativeTo: .exact(panel.reference)).bounds
      #expect(wide.lower <= narrow.lower + 1e-11 && wide.upper >= narrow.upper - 1e-11, "\(measure)")
    }
  }

  @Test("Exact cells have bounds that are their value", arguments: Array(UInt64(0)..<20))
  func exact(seed: UInt64) throws {
    let panel = try RandomCells(seed: 600 + seed, count: 7, uncertain: 0)
    for measure in Self.measures {
      let bounded = try panel.cells.bounds(of: measure, relativeTo: .exact(panel.reference))
      let value = Self.value(measure, panel.cells.values, panel.reference)
      for number in [bounded.value ?? .nan, bounded.bounds.lower, bounded.bounds.upper] {
        #expect((number - value).magnitude < 1e-12, "\(measure)")
      }
    }
  }

  @Test("A cell that nothing bounds takes the measure to its limit, without a witness")
  func unbounded() throws {
    let cells = try UncertainVector(values: [10, 20, .nan], lower: [10, 20, 0], upper: [10, 20, .infinity])
    let reference = UncertainReference.exact([50, 30, 20])
    let theil = try cells.bounds(of: .theil, relativeTo: reference)
    #expect((theil.bounds.upper - naturalLogarithm(5)).magnitude < 1e-12)
    #expect(theil.upperWitness == nil && theil.lowerWitness != nil && theil.value == nil)
    #expect(try cells.bounds(of: .hhi).bounds.upper == 1)
    #expect(try (cells.bounds(of: .gini, relativeTo: reference).bounds.upper - 0.8).magnitude < 1e-12)
    #expect(try (cells.bounds(of: .hoover, relativeTo: reference).bounds.upper - 0.8).magnitude < 1e-12)
    #expect(try cells.bounds(of: .topShare(percent: 40)).bounds.upper == 1)
  }

  @Test("Numbers that cannot be compared are refused")
  func refused() throws {
    let cells = try UncertainVector(exactly: [1, 2])
    #expect(throws: MeasureError.shapeMismatch(expected: 2, found: 1)) {
      try cells.bounds(of: .theil, relativeTo: .exact([1]))
    }
    #expect(throws: MeasureError.activityWithoutReference("cell 1")) {
      try cells.bounds(of: .theil, relativeTo: .exact([1, 0]))
    }
    #expect(throws: MeasureError.notIdentifiable("reference 1 has no upper bound")) {
      try cells.bounds(
        of: .theil,
        relativeTo: .published(UncertainVector(bounds: [Bounds(1, 1), .nonNegative]))
      )
    }
    #expect(throws: MeasureError.noActivity("the industry")) {
      try UncertainVector(exactly: [0, 0]).bounds(of: .hhi)
    }
    #expect(throws: MeasureError.unusable("lower bound of cell 0", -1)) {
      try UncertainVector(values: [1], lower: [-1], upper: [2])
    }
    #expect(
      throws: MeasureError.outOfRange(
        "The top share was asked of 0.0 per cent of the regions; give above 0 to 100."
      )
    ) {
      try cells.bounds(of: .topShare(percent: 0))
    }
  }

  @Test("A search that may visit one node gives a certified bound, and says where it is not attained")
  func effort() throws {
    for measure in [ConcentrationMeasure.theil, .gini, .hoover] {
      var unattained = 0
      for seed in UInt64(0)..<20 {
        let panel = try Self.wide(seed)
        let full = try panel.cells.bounds(of: measure, relativeTo: .exact(panel.reference))
        let short = try panel.cells.bounds(
          of: measure,
          relativeTo: .exact(panel.reference),
          effort: BoundEffort(nodes: 1)
        )
        #expect(short.bounds.upper >= full.bounds.upper - 1e-12)
        if !short.isAttained { unattained += 1 }
      }
      #expect(unattained > 0, "\(measure)")
    }
  }

  @Test("Bounds of a reference that contains the cells hold draws")
  func coupledOuter() throws {
    let panel = try RandomCells(seed: 71, count: 6, uncertain: 6)
    let rest = panel.reference.map { Bounds($0 - 20, $0 + 20) }
    var random = RandomStream(seed: 33)
    for measure in Self.measures where measure != .theil {
      let bounded = try panel.cells.bounds(of: measure, relativeTo: .rest(UncertainVector(bounds: rest)))
      for _ in 0..<200 {
        let y = RandomCells.draw(panel.cells, &random)
        let x = zip(y, rest).map { $0 + random.uniform($1.lower, $1.upper) }
        let drawn = Self.value(measure, y, x)
        #expect(drawn >= bounded.bounds.lower - 1e-12 && drawn <= bounded.bounds.upper + 1e-12)
      }
    }
  }

  @Test("A change between periods has the bounds of opposite ends")
  func change() throws {
    let before = Bounded(value: 0.2, bounds: Bounds(0.1, 0.25))
    let after = Bounded(value: 0.3, bounds: Bounds(0.28, 0.4))
    let change = after.change(from: before)
    #expect((change.bounds.lower - 0.03).magnitude < 1e-15 && (change.bounds.upper - 0.3).magnitude < 1e-15)
    #expect(!change.isAttained)
  }
}
