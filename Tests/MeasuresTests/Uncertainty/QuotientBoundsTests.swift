import Arithmetic
import Measures
import Panels
import Testing

@Suite("Bounds of location quotients")
struct QuotientBoundsTests {
  static func box(_ random: inout RandomStream, _ size: Double) -> Bounds {
    let middle = random.uniform(0, size)
    let half = [0, 0.1, 0.5, 1][random.below(4)] * middle
    return Bounds(middle - half, middle + half)
  }

  /// A grid of an interval, its ends and the places given among it.
  static func grid(_ bounds: Bounds, _ steps: Int) -> [Double] {
    bounds.isExact
      ? [bounds.lower] : (0...steps).map { bounds.lower + bounds.width * Double($0) / Double(steps) }
  }

  @Test(
    "Parts that add: no grid point lies outside, and the witnesses reach the bounds",
    arguments: Array(UInt64(0)..<500)
  )
  func parts(seed: UInt64) throws {
    var random = RandomStream(seed: 3, stream: seed)
    let sizes = [10, 100, 1000.0]
    let parts = QuotientParts(
      own: Self.box(&random, sizes[random.below(3)]),
      restOfRegion: Self.box(&random, sizes[random.below(3)]),
      restOfIndustry: Self.box(&random, sizes[random.below(3)]),
      restOfAll: Self.box(&random, sizes[random.below(3)])
    )
    let found = try parts.locationQuotientBounds()
    var (least, greatest) = (Double.infinity, -Double.infinity)
    // The root may lie near 0: the grid is even on both the linear and the logarithmic scale.
    let fine = (0...400).map { parts.own.upper * exponential(-Double($0) / 20) }
      .filter { parts.own.contains($0) }
    for y in Self.grid(parts.own, 100) + fine {
      for a in Self.grid(parts.restOfRegion, 1) {
        for b in Self.grid(parts.restOfIndustry, 1) {
          for c in Self.grid(parts.restOfAll, 1) where y + a > 0 && y + b > 0 {
            let quotient = (y / (y + a)) / ((y + b) / (y + a + b + c))
            (least, greatest) = (min(least, quotient), max(greatest, quotient))
          }
        }
      }
    }
    #expect(found.bounds.lower <= least + 1e-12 && found.bounds.upper >= greatest - 1e-12 * greatest)
    // The grid is fine enough to come near the root within an interval.
    #expect(found.bounds.upper <= greatest * (1 + 1e-3) + 1e-9 || found.upperWitness == nil)
    for (witness, value) in [
      (found.lowerWitness, found.bounds.lower), (found.upperWitness, found.bounds.upper),
    ] {
      guard let witness else { continue }
      #expect((witness.locationQuotient - value).magnitude <= 1e-12 * max(1, value))
      let slack = 1e-12 * witness.all
      func within(_ number: Double, _ bounds: Bounds) -> Bool {
        number >= bounds.lower - slack && number <= bounds.upper + slack
      }
      #expect(within(witness.own, parts.own))
      #expect(within(witness.region - witness.own, parts.restOfRegion))
      #expect(within(witness.industry - witness.own, parts.restOfIndustry))
      #expect(within(witness.all - witness.region - witness.industry + witness.own, parts.restOfAll))
    }
  }

  @Test("The greatest quotient may lie inside the cell's interval, at the root of the slope")
  func root() throws {
    // −C y² + 2AB y + AB(A + B + C) = −400 y² + 200 y + 51,000: root 0.25 + √(0.0625 + 127.5).
    let parts = QuotientParts(
      own: Bounds(1, 100),
      restOfRegion: Bounds(10, 10),
      restOfIndustry: Bounds(10, 10),
      restOfAll: Bounds(400, 400)
    )
    let witness = try #require(try parts.locationQuotientBounds().upperWitness)
    let product = 100.0
    let root = (product + (product * product + 400 * product * 420).squareRoot()) / 400
    #expect((witness.own - root).magnitude < 1e-12)
    #expect(witness.own > 1 && witness.own < 100)
  }

  @Test(
    "Published totals: bounds are the least and greatest of consistent numbers",
    arguments: Array(UInt64(0)..<200)
  )
  func totals(seed: UInt64) throws {
    var random = RandomStream(seed: 4, stream: seed)
    // True numbers, each published with an interval of its own around it.
    let (y, a) = (random.uniform(1, 40), random.uniform(0, 60))
    let (b, c) = (random.uniform(0, 60), random.uniform(0, [40, 400.0][random.below(2)]))
    func around(_ number: Double) -> Bounds {
      Bounds(max(0.5, number - random.uniform(0, 30)), number + random.uniform(0, 30))
    }
    let totals = QuotientTotals(
      own: around(y),
      region: around(y + a),
      industry: around(y + b),
      all: around(y + a + b + c)
    )
    let found = try totals.locationQuotientBounds()
    var (least, greatest) = (Double.infinity, -Double.infinity)
    let steps = 12
    for own in Self.grid(totals.own, steps) {
      for region in Self.grid(totals.region, steps) where region >= own {
        for industry in Self.grid(totals.industry, steps) where industry >= own {
          let low = max(totals.all.lower, region + industry - own)
          guard low <= totals.all.upper else { continue }
          least = min(least, own * low / (region * industry))
          greatest = max(greatest, own * totals.all.upper / (region * industry))
        }
      }
    }
    #expect(found.bounds.lower <= least + 1e-12 && found.bounds.upper >= greatest - 1e-12)
    for (witness, value) in [
      (found.lowerWitness, found.bounds.lower), (found.upperWitness, found.bounds.upper),
    ] {
      let witness = try #require(witness)
      #expect((witness.locationQuotient - value).magnitude <= 1e-12 * max(1, value))
      let slack = 1e-9
      for (number, bounds) in [
        (witness.own, totals.own), (witness.region, totals.region), (witness.industry, totals.industry),
        (witness.all, totals.all),
      ] { #expect(number >= bounds.lower - slack && number <= bounds.upper + slack) }
      #expect(witness.region >= witness.own - slack && witness.industry >= witness.own - slack)
      #expect(witness.region + witness.industry - witness.own <= witness.all + slack)
    }
  }

  @Test("An empty cell has quotient 0, an unbounded rest of everything an unbounded quotient")
  func limits() throws {
    let empty = QuotientParts(
      own: Bounds(0, 0),
      restOfRegion: Bounds(0, 10),
      restOfIndustry: Bounds(5, 5),
      restOfAll: Bounds(100, 100)
    )
    #expect(try empty.locationQuotientBounds().bounds == Bounds(0, 0))
    let open = QuotientParts(
      own: Bounds(1, 2),
      restOfRegion: Bounds(9, 9),
      restOfIndustry: Bounds(5, 5),
      restOfAll: Bounds(100, .infinity)
    )
    let found = try open.locationQuotientBounds()
    #expect(found.bounds.upper == .infinity && found.upperWitness == nil && found.lowerWitness != nil)
    let hidden = QuotientParts(
      own: .nonNegative,
      restOfRegion: Bounds(9, 9),
      restOfIndustry: Bounds(5, 5),
      restOfAll: Bounds(100, 100)
    )
    #expect(try hidden.locationQuotientBounds().bounds.lower == 0)
    let nobody = QuotientParts(
      own: Bounds(0, 0),
      restOfRegion: Bounds(0, 0),
      restOfIndustry: Bounds(5, 5),
      restOfAll: Bounds(1, 1)
    )
    #expect(throws: MeasureError.noActivity("the region")) { try nobody.locationQuotientBounds() }
  }
}
