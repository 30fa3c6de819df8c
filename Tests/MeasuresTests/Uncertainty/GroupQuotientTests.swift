import Arithmetic
import Measures
import Panels
import Testing

@Suite("Location quotients of groups of regions")
struct GroupQuotientTests {
  private static func bounds(_ random: inout RandomStream, _ size: Double) -> Bounds {
    let low = random.below(5) == 0 ? 0 : random.uniform(0, size)
    return Bounds(low, low + (random.below(4) == 0 ? 0 : random.uniform(0, size)))
  }

  private static func quotient(_ y: Double, _ n: Double, _ b: Double, _ m: Double) -> Double {
    (y / n) / (b / m)
  }

  @Test("With the other industries the bounds are those of all ends", arguments: Array(UInt64(0)..<200))
  func ends(seed: UInt64) throws {
    var random = RandomStream(seed: 61, stream: seed)
    let amounts = [20.0, 100, 60, 400].map { Self.bounds(&random, $0) }
    let parts = GroupQuotientParts(
      own: amounts[0],
      group: amounts[1],
      rest: amounts[2],
      others: amounts[3],
      whole: .otherIndustries
    )
    guard amounts[0].upper + amounts[1].upper > 0, amounts[2].upper > 0 else { return }
    let found = try parts.locationQuotientBounds()
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for corner in 0..<16 {
      let x = amounts.indices.map { corner & (1 << $0) == 0 ? amounts[$0].lower : amounts[$0].upper }
      guard x[0] + x[1] > 0, x[2] > 0 else { continue }
      let value = Self.quotient(x[0], x[0] + x[1], x[2], x[2] + x[3])
      (least, greatest) = (min(least, value), max(greatest, value))
    }
    #expect((found.lower - least).magnitude <= 1e-12 * max(1, least))
    // Where the other regions have nothing else, their share is 1 as long as they have any of the industry.
    if amounts[2].lower > 0 || amounts[3].upper == 0 {
      #expect((found.upper - greatest).magnitude <= 1e-12 * max(1, greatest))
    } else {
      #expect(found.upper == (amounts[0].upper > 0 ? .infinity : 0))
    }
  }

  @Test(
    "With published totals the bounds are those of a grid of consistent numbers",
    arguments: Array(UInt64(0)..<200)
  )
  func grid(seed: UInt64) throws {
    var random = RandomStream(seed: 62, stream: seed)
    let own = Self.bounds(&random, 40)
    let rest = Bounds(5 + random.uniform(0, 40), 60)
    let parts = GroupQuotientParts(
      own: own,
      group: Bounds(20, 20 + random.uniform(0, 60)),
      rest: rest,
      others: Bounds(40, 40 + random.uniform(20, 200)),
      whole: .published
    )
    guard own.lower <= parts.group.upper else { return }
    let found = try parts.locationQuotientBounds()
    func steps(_ bounds: Bounds) -> [Double] {
      (0...20).map { bounds.lower + bounds.width * Double($0) / 20 }
    }
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for y in steps(parts.own) {
      for n in steps(parts.group) + [y] where n >= y && n > 0 && parts.group.contains(n) {
        for b in steps(parts.rest) {
          for m in steps(parts.others) + [b] where m >= b && parts.others.contains(m) {
            let value = Self.quotient(y, n, b, m)
            (least, greatest) = (min(least, value), max(greatest, value))
          }
        }
      }
    }
    #expect(found.lower <= least * (1 + 1e-12) && found.upper >= greatest * (1 - 1e-12))
    // The ends lie on the grid, but for the point at which a total meets its cell.
    #expect(found.lower >= least * 0.999 - 1e-12 && found.upper <= greatest * 1.08 + 1e-12)
  }

  @Test("Amounts without an upper bound give limits, and a rest that may have none of it no upper bound")
  func limits() throws {
    func found(_ own: Bounds, _ group: Bounds, _ rest: Bounds, _ others: Bounds) throws -> Bounds {
      try GroupQuotientParts(own: own, group: group, rest: rest, others: others, whole: .otherIndustries)
        .locationQuotientBounds()
    }
    let open = Bounds(5, .infinity)
    #expect(try found(open, Bounds(5, 5), Bounds(10, 10), Bounds(10, 10)) == Bounds(1, 2))
    #expect(try found(Bounds(5, 5), open, Bounds(10, 10), Bounds(10, 10)) == Bounds(0, 1))
    #expect(try found(Bounds(5, 5), Bounds(5, 5), Bounds(0, 10), Bounds(10, 10)) == Bounds(1, .infinity))
    #expect(try found(Bounds(0, 0), Bounds(5, 5), Bounds(0, 10), Bounds(10, 10)) == Bounds(0, 0))
    #expect(throws: MeasureError.noActivity("the group")) {
      try found(Bounds(0, 0), Bounds(0, 0), Bounds(1, 1), Bounds(1, 1))
    }
    #expect(throws: MeasureError.noActivity("the industry in the other regions")) {
      try found(Bounds(1, 1), Bounds(1, 1), Bounds(0, 0), Bounds(1, 1))
    }
    #expect(throws: MeasureError.unusable("an amount", -1)) {
      try found(Bounds(-1, 1), Bounds(1, 1), Bounds(1, 1), Bounds(1, 1))
    }
    let contradicts = GroupQuotientParts(
      own: Bounds(9, 9),
      group: Bounds(5, 6),
      rest: Bounds(1, 1),
      others: Bounds(2, 2),
      whole: .published
    )
    #expect(throws: MeasureError.notIdentifiable("the industry exceeds the total of the group")) {
      try contradicts.locationQuotientBounds()
    }
  }

  @Test("Draws of exact amounts are the quotient; without an upper bound there are none")
  func draws() throws {
    let draws = RoundingDraws(count: 99)
    func drawn(_ own: Bounds, _ whole: GroupQuotientParts.Whole) -> [Double]? {
      draws.groupQuotients(
        own: RoundedSum(own),
        group: RoundedSum(Bounds(30, 30)),
        rest: RoundedSum(Bounds(10, 10)),
        others: RoundedSum(Bounds(90, 90)),
        whole: whole
      )
    }
    #expect(drawn(Bounds(10, 10), .otherIndustries)?.allSatisfy { ($0 - 2.5).magnitude < 1e-12 } == true)
    #expect(drawn(Bounds(10, 10), .published)?.allSatisfy { ($0 - 3).magnitude < 1e-12 } == true)
    #expect(drawn(Bounds(0, .infinity), .published) == nil)
    // A total below the drawn cell is raised to it: the share is at most 1, and the quotient at most 9.
    #expect(drawn(Bounds(25, 60), .published)?.max().map { $0 <= 9 + 1e-12 } == true)
  }
}
