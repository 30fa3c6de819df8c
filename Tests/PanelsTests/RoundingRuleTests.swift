import Panels
import Testing

@Suite("Rounding rules")
struct RoundingRuleTests {
  @Test(
    "The bounds of published numbers in open-access BRES are those that the ladder of bases gives",
    arguments: [
      (75.0, 62.5, 87.5), (100, 75, 125), (0, 0, 5), (5, 2.5, 7.5), (10, 5, 15), (50, 45, 75),
      (250, 225, 275),
      (125, 112.5, 137.5), (500, 450, 550), (1000, 900, 1250), (5000, 4500, 5500), (15_000, 14_500, 15_500),
    ]
  )
  func inferred(published: Double, lower: Double, upper: Double) {
    #expect(RoundingRule.bres(.inferred).bounds(of: published) == Bounds(lower, upper))
  }

  /// Rounds as the agency does, to either of the two bases of the band that a count lies in.
  static func published(_ count: Int, strict: Bool) -> Double {
    let ladder = [
      (50, 5, 10), (250, 25, 50), (500, 50, 100), (1000, 100, 200), (2500, 250, 500), (5000, 500, 1000),
      (Int.max, 1000, 2000),
    ]
    for (limit, relaxed, base) in ladder where count < limit {
      let unit = Double(strict ? base : relaxed)
      return (Double(count) / unit).rounded() * unit
    }
    return .nan
  }

  @Test("The bounds of the published number contain every true count up to 20,000, whichever base was used")
  func containment() {
    for count in 0...20_000 {
      for strict in [false, true] {
        let published = Self.published(count, strict: strict)
        let own = RoundingRule.bres(strict ? .strict : .relaxed).bounds(of: published)
        let inferred = RoundingRule.bres(.inferred).bounds(of: published)
        if !own.contains(Double(count)) || !inferred.contains(Double(count)) {
          Issue.record("\(count) published as \(published)")
        }
      }
    }
  }

  @Test(
    "A number that is no multiple of the strict base was rounded to the relaxed one, also where strict was asked for"
  )
  func strictFallsBack() {
    #expect(RoundingRule.bres(.strict).bounds(of: 75) == Bounds(62.5, 87.5))
    #expect(RoundingRule.bres(.strict).bounds(of: 100) == Bounds(75, 125))
    #expect(RoundingRule.bres(.relaxed).bounds(of: 100) == Bounds(87.5, 112.5))
  }

  @Test("A number that no base gives is taken as exact")
  func noBase() {
    #expect(RoundingRule.bres(.inferred).bounds(of: 63) == Bounds(63, 63))
  }

  @Test("A fixed base gives half of it on both sides, and nothing below zero")
  func nearest() {
    #expect(RoundingRule.nearest(5).bounds(of: 10) == Bounds(7.5, 12.5))
    #expect(RoundingRule.nearest(5).bounds(of: 0) == Bounds(0, 2.5))
    #expect(RoundingRule.none.bounds(of: 7) == Bounds(7, 7))
  }

  @Test("The texts of options are read, and others refused")
  func texts() {
    #expect(RoundingRule("bres") == .bres(.inferred))
    #expect(RoundingRule("BRES-strict") == .bres(.strict))
    #expect(RoundingRule("5") == .nearest(5))
    #expect(RoundingRule("none") == RoundingRule.none)
    for text in ["", "-5", "0", "inf", "nan", "five"] { #expect(RoundingRule(text) == nil) }
  }
}
