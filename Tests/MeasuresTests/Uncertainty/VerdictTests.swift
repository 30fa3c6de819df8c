import Measures
import Panels
import Testing

@Suite("Estimates and verdicts")
struct VerdictTests {
  static func estimate(
    _ lower: Double,
    _ upper: Double,
    _ sampling: SamplingError = .none,
    value: Double? = nil
  ) -> Estimate {
    Estimate(value: value ?? (lower + upper) / 2, bounds: Bounds(lower, upper), sampling: sampling)
  }

  @Test("Hard bounds beyond the threshold are clear, bounds that hold it are not")
  func hard() {
    #expect(Self.estimate(1.1, 1.4).verdict(threshold: 1) == .clearlyAbove)
    #expect(Self.estimate(0.5, 0.9).verdict(threshold: 1) == .clearlyBelow)
    #expect(Self.estimate(0.9, 1.1).verdict(threshold: 1) == .cannotTell)
  }

  @Test("A threshold that is reached to the last digits counts as reached")
  func ties() {
    #expect(Self.estimate(1, 1.4).verdict(threshold: 1) == .clearlyAbove)
    #expect(Self.estimate(1 - 1e-13, 1.4).verdict(threshold: 1) == .clearlyAbove)
    #expect(Self.estimate(1 - 1e-11, 1.4).verdict(threshold: 1) == .cannotTell)
    #expect(Self.estimate(0.5, 1).verdict(threshold: 1) == .cannotTell)
    #expect(Self.estimate(0.5, 1 - 1e-13).verdict(threshold: 1) == .cannotTell)
    #expect(Self.estimate(0.5, 1 - 1e-11).verdict(threshold: 1) == .clearlyBelow)
  }

  @Test("A declared sampling error widens both ends, an undeclared one is said")
  func sampling() throws {
    #expect(Self.estimate(1.1, 1.4, .coefficientOfVariation(0.02)).verdict(threshold: 1) == .clearlyAbove)
    #expect(Self.estimate(1.1, 1.4, .coefficientOfVariation(0.06)).verdict(threshold: 1) == .cannotTell)
    #expect(Self.estimate(1.1, 1.4, .halfWidth(0.09)).verdict(threshold: 1) == .clearlyAbove)
    #expect(Self.estimate(1.1, 1.4, .halfWidth(0.11)).verdict(threshold: 1) == .cannotTell)
    let unknown = Self.estimate(1.1, 1.4, .unknown)
    #expect(unknown.verdict(threshold: 1) == .aboveSamplingUnknown)
    #expect(unknown.verdict(threshold: 1).words(threshold: "1") == "above 1; sampling error unknown")
    #expect(Self.estimate(0.1, 0.4, .unknown).verdict(threshold: 1) == .belowSamplingUnknown)
    let interval = try #require(Self.estimate(2, 2, .halfWidth(0.5)).samplingInterval)
    #expect((interval.lower - 1.5).magnitude < 1e-12 && (interval.upper - 2.5).magnitude < 1e-12)
    #expect(Self.estimate(2, 2, .unknown).samplingInterval == nil)
  }

  @Test("A revision widens by as far as the releases lie apart")
  func revision() {
    var estimate = Self.estimate(1.1, 1.4, value: 1.2)
    estimate.revision = Bounds(1.05, 1.2)
    #expect(estimate.verdict(threshold: 1) == .cannotTell)
    estimate.revision = Bounds(1.15, 1.3)
    #expect(estimate.verdict(threshold: 1) == .clearlyAbove)
  }

  @Test("On the rounding interval a verdict may be clear where hard bounds cannot tell")
  func basis() {
    var estimate = Self.estimate(0.9, 1.5)
    estimate.roundingInterval = Bounds(1.1, 1.3)
    #expect(estimate.verdict(threshold: 1) == .cannotTell)
    #expect(estimate.verdict(threshold: 1, basis: .roundingInterval) == .clearlyAbove)
    estimate.roundingInterval = nil
    #expect(estimate.verdict(threshold: 1, basis: .roundingInterval) == .cannotTell)
  }

  @Test("A suppressed number has bounds and a verdict where totals bound it, and else says why not")
  func suppressed() {
    let hidden = [StatusCount(.suppressed, 1)]
    let bounded = Estimate(value: nil, bounds: Bounds(0, 0.4), sampling: .none, statuses: hidden)
    #expect(bounded.verdict(threshold: 1) == .clearlyBelow)
    let open = Estimate(value: nil, bounds: .nonNegative, sampling: .none, statuses: hidden)
    #expect(open.verdict(threshold: 1).words(threshold: "1") == "cannot be computed: suppressed")
    #expect(Estimate(value: nil).verdict(threshold: 1) == .cannotBeComputed("not available"))
    let weak = Estimate(value: nil, statuses: [StatusCount(.unreliable, 2)])
    #expect(weak.verdict(threshold: 1) == .cannotBeComputed("sample too small"))
  }

  @Test("Words of all verdicts")
  func words() {
    #expect(Verdict.clearlyAbove.words(threshold: "1") == "clearly above 1")
    #expect(Verdict.clearlyBelow.words(threshold: "0.25") == "clearly below 0.25")
    #expect(Verdict.cannotTell.words(threshold: "1") == "cannot tell")
    #expect(Verdict.belowSamplingUnknown.words(threshold: "1") == "below 1; sampling error unknown")
  }

  @Test("The step-up rule rejects as in the example of its authors")
  func stepUp() {
    // The fifteen p-values of the example in Benjamini & Hochberg (1995); at 0.05 the first four are rejected.
    let values = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
      0.7590, 1,
    ]
    let rejected = VerdictFamily.rejected(values.map { $0 }, rate: 0.05)
    #expect(rejected == (0..<15).map { $0 < 4 })
    #expect(VerdictFamily.rejected([nil, 0.01, nil], rate: 0.05) == [false, true, false])
    #expect(VerdictFamily.rejected([], rate: 0.05).isEmpty)
  }

  @Test("A family takes back verdicts that chance alone would give, and leaves those of hard bounds")
  func family() {
    // One of twenty at 2.2 standard errors: clear alone, not in the family.
    var estimates = (0..<19).map { _ in Self.estimate(1.01, 1.01, .halfWidth(0.0196 * 10)) }
    estimates.append(Self.estimate(1.22, 1.22, .halfWidth(0.196)))
    estimates.append(Self.estimate(1.01, 1.02, .none))
    estimates.append(Self.estimate(1.01, 1.02, .unknown))
    #expect(estimates[19].verdict(threshold: 1) == .clearlyAbove)
    let verdicts = VerdictFamily().verdicts(of: estimates, threshold: 1)
    #expect(verdicts[19] == .cannotTell)
    #expect(verdicts[20] == .clearlyAbove)
    #expect(verdicts[21] == .aboveSamplingUnknown)
    #expect(VerdictFamily().verdicts(of: [estimates[19]], threshold: 1) == [.clearlyAbove])
  }

  @Test("Grades are the worst of their criteria")
  func grades() {
    var estimate = Estimate(
      value: 100,
      bounds: Bounds(96, 104),
      sampling: .none,
      statuses: [StatusCount(.rounded, 10)]
    )
    #expect(estimate.grade() == .a)
    #expect(estimate.grade(counted: 50) == .b)
    #expect(estimate.grade(counted: 5) == .d)
    estimate.statuses.append(StatusCount(.suppressed, 1))
    #expect(estimate.grade() == .c)
    estimate.statuses = []
    estimate.bounds = Bounds(80, 110)
    #expect(estimate.grade() == .b)
    estimate.sampling = .coefficientOfVariation(0.4)
    #expect(estimate.grade() == .d)
    #expect(Estimate(value: nil).grade() == .d)
    #expect(DataGrade.b.letter == "B" && DataGrade.b.words == "usable with its interval")
  }

  @Test("A strip says whether a verdict survives, and under what it does not")
  func strip() {
    let same = SensitivityStrip.Alternative(kind: .threshold, name: "1.25", verdict: .aboveSamplingUnknown)
    let open = SensitivityStrip.Alternative(kind: .definition, name: "without C30.3", verdict: .cannotTell)
    let other = SensitivityStrip.Alternative(kind: .scale, name: "ITL3", verdict: .clearlyBelow)
    let robust = SensitivityStrip(verdict: .clearlyAbove, alternatives: [same])
    #expect(robust.survives && robust.summary == "holds under the alternative")
    let mixed = SensitivityStrip(verdict: .clearlyAbove, alternatives: [same, open, other])
    #expect(!mixed.survives)
    #expect(
      mixed.summary
        == "holds under 1 of 3 alternatives; reversed under scale ITL3; cannot be told under definition without C30.3"
    )
    let untold = SensitivityStrip(verdict: .cannotTell, alternatives: [same, open, other])
    #expect(!untold.survives)
    #expect(untold.summary == "cannot be told here; above under 1 and below under 1 of 3 alternatives")
    #expect(
      SensitivityStrip(verdict: .clearlyAbove, alternatives: []).summary == "no alternatives were tried"
    )
  }
}
