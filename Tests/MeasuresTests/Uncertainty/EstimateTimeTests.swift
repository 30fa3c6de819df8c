import Measures
import Panels
import Testing

@Suite("Means and changes of estimates, and levels")
struct EstimateTimeTests {
  private func estimate(
    _ value: Double?,
    _ bounds: Bounds?,
    draws: [Double]? = nil,
    sampling: SamplingError = .unknown
  ) -> Estimate {
    Estimate(
      value: value,
      bounds: bounds,
      reason: bounds == nil ? "hidden" : nil,
      draws: draws,
      sampling: sampling
    )
  }

  private let ramp = (0..<99).map { 1 + Double($0) / 100 }

  @Test("A mean averages values, bounds and draws; a change subtracts opposite bounds")
  func meanAndChange() throws {
    let first = estimate(1.5, Bounds(1, 2), draws: ramp)
    let exact = estimate(3, Bounds(3, 3))
    let mean = Estimate.mean(of: [first, exact])
    #expect(mean.value == 2.25 && mean.bounds == Bounds(2, 2.5))
    #expect(mean.draws == ramp.map { ($0 + 3) / 2 })
    // Of 99 draws the ends of 95 % are the second from either side.
    let interval = try #require(mean.roundingInterval)
    #expect((interval.lower - 2.005).magnitude < 1e-12 && (interval.upper - 2.485).magnitude < 1e-12)
    let change = exact.change(since: first)
    #expect(change.value == 1.5 && change.bounds == Bounds(1, 2))
    #expect(change.draws == ramp.map { 3 - $0 })
    #expect(first.change(since: first).draws.allSatisfy { $0 == 0 })
  }

  @Test("What one period lacks the mean and the change lack")
  func missing() {
    let known = estimate(1.5, Bounds(1, 2), draws: ramp)
    let hidden = estimate(nil, Bounds(0, 4))
    let open = estimate(nil, nil)
    let mean = Estimate.mean(of: [known, hidden])
    #expect(mean.value == nil && mean.bounds == Bounds(0.5, 3) && mean.draws.isEmpty)
    #expect(mean.roundingInterval == nil)
    let none = Estimate.mean(of: [known, open])
    #expect(none.bounds == nil && none.reason == "hidden")
    #expect(known.change(since: open).bounds == nil && known.change(since: open).reason == "hidden")
    #expect(Estimate.mean(of: []).value == nil)
  }

  @Test("Sampling errors are averaged in a mean and add as squares in a change; one that is unknown stays so")
  func sampling() throws {
    let left = estimate(2, Bounds(2, 2), sampling: .halfWidth(1.959963984540054 * 0.3))
    let right = estimate(2, Bounds(2, 2), sampling: .coefficientOfVariation(0.2))
    let mean = Estimate.mean(of: [left, right])
    #expect(abs(try #require(mean.sampling.standardError(of: 2)) - 0.35) < 1e-12)
    let change = right.change(since: left)
    #expect(abs(try #require(change.sampling.standardError(of: 0)) - 0.5) < 1e-12)
    #expect(left.change(since: estimate(1, Bounds(1, 1))).sampling == .unknown)
    let counted = estimate(1, Bounds(1, 1), sampling: .none)
    #expect(Estimate.mean(of: [counted, counted]).sampling == .none)
  }

  @Test("An interval is extended to the published number, and never beyond the hard bounds")
  func extended() {
    #expect(estimate(0.9, Bounds(0, 3), draws: ramp).roundingInterval?.lower == 0.9)
    #expect(estimate(1.5, Bounds(1.2, 1.4).union(1.5), draws: ramp).roundingInterval == Bounds(1.2, 1.5))
  }

  @Test("The level decides the ends, how many draws they need, and how far a sampling error reaches")
  func levels() throws {
    #expect(RoundingDraws.leastCount(level: 0.95) == 39)
    #expect(RoundingDraws.leastCount(level: 0.9) == 19)
    #expect(RoundingDraws.leastCount(level: 0.999) == 1999)
    let draws = (1...999).map(Double.init)
    #expect(RoundingDraws.interval(of: draws) == Bounds(25, 975))
    #expect(RoundingDraws.interval(of: draws, level: 0.9) == Bounds(50, 950))
    #expect(RoundingDraws.interval(of: draws, level: 0.5) == Bounds(250, 750))
    #expect(RoundingDraws.interval(of: draws, level: 0.999) == nil)
    var sampled = Estimate(value: 1.3, bounds: Bounds(1.3, 1.3), sampling: .halfWidth(0.35))
    #expect(sampled.verdict(threshold: 1) == .cannotTell)
    sampled.level = 0.8
    #expect(sampled.verdict(threshold: 1) == .clearlyAbove)
    let interval = try #require(sampled.samplingInterval)
    // 1.2815515655 standard errors at 80 %.
    #expect((interval.width - 2 * 1.2815515655446004 * 0.35 / 1.959963984540054).magnitude < 1e-12)
  }

  @Test("Evidence is that of hard bounds where they alone give the verdict")
  func evidence() {
    var number = Estimate(value: 1.2, bounds: Bounds(0.9, 1.5), sampling: .none)
    number.roundingInterval = Bounds(1.1, 1.3)
    #expect(number.evidence(threshold: 1) == .roundingInterval)
    #expect(number.evidence(threshold: 0.8) == .hardBounds)
    #expect(number.evidence(threshold: 1.2) == .hardBounds)
    // A withheld cell was chosen by the agency, not by chance: hard bounds still.
    number.value = nil
    #expect(number.verdict(threshold: 1, basis: .roundingInterval) == .cannotTell)
  }
}

extension Bounds {
  fileprivate func union(_ number: Double) -> Bounds { Bounds(min(lower, number), max(upper, number)) }
}
