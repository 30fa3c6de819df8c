import Arithmetic
import Measures
import Panels
import Testing

@Suite("Bounds of additive location quotients")
struct AdditiveQuotientTests {
  static func grid(_ bounds: Bounds, _ steps: Int) -> [Double] { QuotientBoundsTests.grid(bounds, steps) }

  @Test(
    "Parts that add: nothing lies outside, and a refined search reaches the bounds",
    arguments: Array(UInt64(0)..<500)
  )
  func parts(seed: UInt64) throws {
    var random = RandomStream(seed: 17, stream: seed)
    let sizes = [10, 100, 1000.0]
    var boxes = (0..<4).map { _ in QuotientBoundsTests.box(&random, sizes[random.below(3)]) }
    if seed % 5 == 0 { boxes[Int(seed / 5) % 4] = Bounds(0, boxes[Int(seed / 5) % 4].upper) }
    let parts = QuotientParts(
      own: boxes[0],
      restOfRegion: boxes[1],
      restOfIndustry: boxes[2],
      restOfAll: boxes[3]
    )
    let found = try parts.additiveQuotientBounds()
    func value(_ y: Double, _ a: Double, _ b: Double, _ c: Double) -> Double? {
      y + a > 0 && y + a + b + c > 0 ? y / (y + a) - (y + b) / (y + a + b + c) : nil
    }
    for sign in [1.0, -1] {
      var best = -Double.infinity
      for b in Self.grid(boxes[2], 2) {
        for c in Self.grid(boxes[3], 2) {
          var (own, rest) = (boxes[0], boxes[1])
          // A grid that is dense near 0 too, and then grids between the neighbours of the best place.
          for round in 0..<8 {
            var (place, most) = ((0, 0), -Double.infinity)
            let ys = round == 0 ? Self.dense(own) : Self.grid(own, 12)
            let rests = round == 0 ? Self.dense(rest) : Self.grid(rest, 12)
            for (i, y) in ys.enumerated() {
              for (j, a) in rests.enumerated() {
                guard let here = value(y, a, b, c) else { continue }
                if sign * here > most { (most, place) = (sign * here, (i, j)) }
              }
            }
            best = max(best, most)
            own = Bounds(ys[max(0, place.0 - 1)], ys[min(ys.count - 1, place.0 + 1)])
            rest = Bounds(rests[max(0, place.1 - 1)], rests[min(rests.count - 1, place.1 + 1)])
          }
        }
      }
      let bound = sign > 0 ? found.upper : -found.lower
      #expect(bound >= best - 1e-12)
      #expect(bound <= best + 1e-6, "\(bound) \(best)")
    }
  }

  /// Places of an interval that are dense at its lower end, ascending.
  static func dense(_ bounds: Bounds) -> [Double] {
    let near = (1...40).map { bounds.lower + bounds.width * exponential(-Double($0) / 1.5) }
    return Array(Set(grid(bounds, 8) + near)).sorted()
  }

  @Test("Published totals: the bounds are those of a grid", arguments: Array(UInt64(0)..<300))
  func totals(seed: UInt64) throws {
    var random = RandomStream(seed: 18, stream: seed)
    let region = random.uniform(50, 100)
    let own = random.uniform(1, 49)
    let industry = random.uniform(50, 500)
    func box(_ number: Double) -> Bounds {
      let half = [0, 1, 5, 20.0][random.below(4)]
      return Bounds(max(0, number - half), number + half)
    }
    let numbers = QuotientTotals(own: box(own), region: box(region), industry: box(industry), all: box(5000))
    let found = try numbers.additiveQuotientBounds()
    var (least, greatest) = (Double.infinity, -Double.infinity)
    let meeting = [numbers.region.lower, numbers.region.upper].filter(numbers.own.contains)
    for y in Self.grid(numbers.own, 20) + meeting {
      for r in Self.grid(numbers.region, 20) + [y] where r >= y && numbers.region.contains(r) && r > 0 {
        for i in Self.grid(numbers.industry, 1) {
          for t in Self.grid(numbers.all, 1) {
            (least, greatest) = (min(least, y / r - i / t), max(greatest, y / r - i / t))
          }
        }
      }
    }
    #expect((found.lower - least).magnitude <= 1e-12)
    #expect((found.upper - greatest).magnitude <= 1e-12)
  }
}
