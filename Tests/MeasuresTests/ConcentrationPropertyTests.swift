import Arithmetic
import Measures
import Panels
import Testing

/// Random shares of a seed: some regions empty, sizes over several orders of magnitude.
private struct Draw {
  var industry: [Double]
  var reference: [Double]
  var stream: RandomStream

  init(seed: Int, empty: Bool = true) {
    stream = RandomStream(seed: UInt64(seed), stream: 41)
    let count = 2 + stream.below(40)
    industry = []
    reference = []
    for _ in 0..<count {
      reference.append(exponential(2 * stream.normal()))
      let isEmpty = empty && stream.below(5) == 0
      industry.append(isEmpty ? 0 : exponential(2 * stream.normal()))
    }
    if industry.allSatisfy({ $0 == 0 }) { industry[0] = 1 }
  }
}

@Suite("What holds of every measure of concentration")
struct ConcentrationPropertyTests {
  static let measures: [ConcentrationMeasure] = [
    .theil, .gini, .hhi, .hoover, .krugman, .generalizedEntropy(alpha: 0.5), .generalizedEntropy(alpha: 2),
    .topShare(percent: 12.5),
  ]

  @Test("Units do not matter, nor the order of regions", arguments: 0..<200)
  func invariance(seed: Int) throws {
    var draw = Draw(seed: seed)
    let scale = exponential(20 * draw.stream.normal())
    let other = exponential(20 * draw.stream.normal())
    var order = Array(draw.industry.indices)
    order.shuffle(using: &draw.stream)
    for measure in Self.measures {
      let value = try measure.value(industry: draw.industry, reference: draw.reference)
      let scaled = try measure.value(
        industry: draw.industry.map { scale * $0 },
        reference: draw.reference.map { other * $0 }
      )
      let shuffled = try measure.value(
        industry: order.map { draw.industry[$0] },
        reference: order.map { draw.reference[$0] }
      )
      #expect(agree(scaled, value), "\(measure.name)")
      #expect(agree(shuffled, value), "\(measure.name)")
    }
  }

  @Test("Values lie within their bounds", arguments: 0..<200)
  func bounds(seed: Int) throws {
    let draw = Draw(seed: seed)
    let shares = try RegionalShares(industry: draw.industry, reference: draw.reference)
    let count = Double(shares.count)
    let smallest = shares.reference.min() ?? 1
    #expect((0...(-naturalLogarithm(smallest))).contains(try shares.theil()))
    #expect((0...1).contains(shares.gini()))
    #expect((1 / count * (1 - 1e-15)...1 + 1e-15).contains(shares.hhi()))
    #expect((0...1).contains(shares.hoover()))
    #expect(shares.hoover() <= shares.gini() + 1e-14)
    #expect((0...1).contains(try shares.atkinson(epsilon: 0.7)))
    #expect(try shares.topShare(percent: 100) >= 1 - 1e-14)
    #expect(try shares.topShare(percent: 30) >= 0.3 - 1e-14)
    #expect(try shares.topShare(percent: 20) <= shares.topShare(percent: 21))
    #expect(try shares.relativeHHI() >= 1)
  }

  @Test("An industry that lies as its reference does is not concentrated", arguments: 0..<200)
  func nothing(seed: Int) throws {
    let draw = Draw(seed: seed)
    let shares = try RegionalShares(industry: draw.reference.map { 3 * $0 }, reference: draw.reference)
    #expect(try shares.theil() < 1e-14)
    #expect(shares.gini() < 1e-14)
    #expect(shares.hoover() < 1e-14)
    for alpha in [-1, 0, 0.5, 1, 2, 3.5] { #expect(try shares.generalizedEntropy(alpha: alpha) < 1e-13) }
  }

  @Test("All of an industry in one region is as concentrated as can be", arguments: 0..<200)
  func everything(seed: Int) throws {
    let draw = Draw(seed: seed)
    var industry = draw.industry.map { _ in 0.0 }
    let place = seed % industry.count
    industry[place] = 7
    let shares = try RegionalShares(industry: industry, reference: draw.reference)
    let x = shares.reference[place]
    #expect(agree(try shares.theil(), -naturalLogarithm(x)))
    #expect((shares.gini() - (1 - x)).magnitude < 1e-14)
    #expect((shares.hoover() - (1 - x)).magnitude < 1e-14)
    #expect(shares.hhi() == 1)
  }

  @Test("A region split in proportion changes neither Theil, Gini, Hoover nor entropy", arguments: 0..<200)
  func splitting(seed: Int) throws {
    var draw = Draw(seed: seed)
    let before = draw
    let part = draw.stream.uniform(0.05, 0.95)
    let place = draw.stream.below(draw.industry.count)
    draw.industry.append((1 - part) * draw.industry[place])
    draw.reference.append((1 - part) * draw.reference[place])
    draw.industry[place] *= part
    draw.reference[place] *= part
    for measure in [
      ConcentrationMeasure.theil, .gini, .hoover, .krugman, .generalizedEntropy(alpha: 0.3),
      .generalizedEntropy(alpha: 2),
    ] {
      let whole = try measure.value(industry: before.industry, reference: before.reference)
      let split = try measure.value(industry: draw.industry, reference: draw.reference)
      #expect((whole - split).magnitude <= 1e-12 * whole + 1e-15, "\(measure.name)")
    }
  }

  @Test("Gini is half the mean difference of all pairs", arguments: 0..<200)
  func pairs(seed: Int) throws {
    let draw = Draw(seed: seed)
    let shares = try RegionalShares(industry: draw.industry, reference: draw.reference)
    let pairs = zip(shares.industry, shares.reference)
    let sum = pairs.reduce(0) { sum, left in
      pairs.reduce(sum) { $0 + (left.0 * $1.1 - $1.0 * left.1).magnitude }
    }
    #expect((shares.gini() - 0.5 * sum).magnitude < 1e-13)
  }

  @Test("Generalized entropy runs into Theil and the mean log deviation", arguments: 0..<200)
  func limits(seed: Int) throws {
    let draw = Draw(seed: seed, empty: false)
    let shares = try RegionalShares(industry: draw.industry, reference: draw.reference)
    let theil = try shares.generalizedEntropy(alpha: 1)
    #expect(theil == (try shares.theil()))
    // The slope in the order is of the size of the third moment of the quotients' logarithms: far below 1e5.
    #expect((try shares.generalizedEntropy(alpha: 1 + 1e-10) - theil).magnitude <= 1e-5 * theil)
    let deviation = try shares.generalizedEntropy(alpha: 0)
    #expect((try shares.generalizedEntropy(alpha: 1e-10) - deviation).magnitude <= 1e-5 * deviation)
    let variation = try shares.coefficientOfVariation()
    #expect(agree(2 * (try shares.generalizedEntropy(alpha: 2)), variation * variation, 1e-10))
  }

  @Test("Theil's parts between and within groups add to the whole", arguments: 0..<200)
  func decomposition(seed: Int) throws {
    var draw = Draw(seed: seed)
    let shares = try RegionalShares(industry: draw.industry, reference: draw.reference)
    let membership: [Int?] = shares.industry.map { _ in
      let group = draw.stream.below(5)
      return group == 4 && seed % 2 == 0 ? nil : min(group, 3)
    }
    let grouping = Grouping(
      name: "random",
      groups: ["a", "b", "c", "d"],
      membership: membership,
      rule: "random"
    )
    let parts = try TheilDecomposition(of: shares, by: grouping)
    #expect((parts.between + parts.within - parts.total).magnitude <= 1e-12 * max(1, parts.total))
    #expect(parts.between >= 0 && parts.within >= 0)
    #expect((parts.ungrouped != nil) == membership.contains(nil))
  }

  @Test("Contributions add to the change of Theil, and effects to contributions", arguments: 0..<200)
  func contributions(seed: Int) throws {
    let before = Draw(seed: seed)
    var stream = RandomStream(seed: UInt64(seed), stream: 5)
    let industry = before.industry.map { $0 * exponential(stream.normal()) }
    let reference = before.reference.map { $0 * exponential(0.2 * stream.normal()) }
    let change = try TheilChange(
      industry: (before.industry, industry),
      reference: (before.reference, reference)
    )
    let sum = change.contributions.map(\.value).compensatedSum
    #expect((sum - change.change).magnitude <= 1e-12)
    for part in change.contributions {
      let effects = (part.industryEffect ?? 0) + (part.referenceEffect ?? 0)
      #expect((effects - part.value).magnitude <= 1e-12)
    }
    let sizes = change.ranked.map(\.value.magnitude)
    #expect(sizes == sizes.sorted(by: >))
  }

  @Test("Ties at the edge of the top share do not depend on the order of regions")
  func ties() throws {
    let first = try RegionalShares(industry: [4, 2, 2, 2, 0]).topShare(percent: 50)
    let second = try RegionalShares(industry: [2, 0, 2, 4, 2]).topShare(percent: 50)
    #expect(agree(first, 0.4 + 0.2 + 0.5 * 0.2))
    #expect(agree(second, first))
    let districts = [Double](repeating: 1, count: 380)
    #expect(agree(try RegionalShares(industry: districts).topShare(percent: 5), 19.0 / 380))
  }
}

@Suite("What has no measure")
struct ConcentrationErrorTests {
  @Test("Activity where the reference has none is refused by Theil, taken by Hoover and Gini")
  func withoutReference() throws {
    let shares = try RegionalShares(industry: [1, 1], reference: [0, 1])
    #expect(throws: MeasureError.activityWithoutReference("Region number 1")) { try shares.theil() }
    #expect(throws: MeasureError.activityWithoutReference("Region number 1")) {
      try shares.generalizedEntropy(alpha: 2)
    }
    #expect(shares.hoover() == 0.5)
    #expect(shares.gini() == 0.5)
  }

  @Test("Infinite measures, options out of range and numbers that are none are refused")
  func refused() throws {
    let shares = try RegionalShares(industry: [0, 1, 1])
    #expect(throws: MeasureError.self) { try shares.generalizedEntropy(alpha: 0) }
    #expect(throws: MeasureError.self) { try shares.generalizedEntropy(alpha: .nan) }
    #expect(throws: MeasureError.self) { try shares.topShare(percent: 0) }
    #expect(throws: MeasureError.self) { try shares.topShare(percent: 101) }
    #expect(throws: MeasureError.self) { try shares.atkinson(epsilon: 0) }
    #expect(try shares.atkinson(epsilon: 1) == 1)
    #expect(throws: MeasureError.unusable("Number 2 of the industry", -1)) {
      try RegionalShares(industry: [1, -1])
    }
    #expect(throws: MeasureError.self) { try RegionalShares(industry: [1, .nan]) }
    #expect(throws: MeasureError.self) { try RegionalShares(industry: [1, .infinity]) }
    #expect(throws: MeasureError.noActivity("the reference")) {
      try RegionalShares(industry: [1, 2], reference: [0, 0])
    }
    #expect(throws: MeasureError.shapeMismatch(expected: 2, found: 3)) {
      try RegionalShares(industry: [1, 2], reference: [1, 2, 3])
    }
    #expect(throws: MeasureError.noActivity("the industry")) { try RegionalShares(industry: []) }
  }
}
