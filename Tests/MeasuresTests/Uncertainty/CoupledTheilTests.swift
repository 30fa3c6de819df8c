import Arithmetic
import Measures
import Panels
import Testing

@Suite("Theil's index where the totals contain the cells")
struct CoupledTheilTests {
  /// Cells and rests of which up to three cells and two rests are uncertain; in some the industry is most of a region.
  static func panel(_ seed: UInt64) throws -> (UncertainVector, [Bounds]) {
    var random = RandomStream(seed: 77, stream: seed)
    let count = 2 + random.below(3)
    var (lower, upper): ([Double], [Double]) = ([], [])
    var rest: [Bounds] = []
    for cell in 0..<count {
      let size = random.uniform(1, 60)
      let half = cell < 3 ? random.uniform(0, size) * [0.1, 0.5, 1][random.below(3)] : 0
      lower.append(size - half)
      upper.append(size + half * [1, 5][random.below(2)])
      let other = [2, 20, 200.0][random.below(3)] * random.uniform(0.5, 1.5)
      rest.append(cell < 2 ? Bounds(other * random.uniform(0.6, 1), other) : Bounds(exactly: other))
    }
    let values = zip(lower, upper).map { ($0 + $1) / 2 }
    return (try UncertainVector(values: values, lower: lower, upper: upper), rest)
  }

  static func theil(_ y: [Double], _ rest: [Double]) -> Double {
    NaiveMeasure.entropy(y, zip(y, rest).map { $0 + $1 }, alpha: 1)
  }

  /// The best of a grid, each of its three best points refined one coordinate at a time.
  static func search(_ cells: UncertainVector, _ rest: [Bounds], _ sign: Double) -> Double {
    let boxes = (0..<cells.count).map { cells.bounds(at: $0) } + rest
    let free = boxes.indices.filter { !boxes[$0].isExact }
    func at(_ point: [Double]) -> Double {
      sign * theil(Array(point.prefix(cells.count)), Array(point.suffix(cells.count)))
    }
    var points: [(Double, [Double])] = []
    let steps = 5
    var total = 1
    for _ in free { total *= steps }
    for number in 0..<total {
      var (code, point) = (number, boxes.map(\.lower))
      for cell in free {
        point[cell] += boxes[cell].width * Double(code % steps) / Double(steps - 1)
        code /= steps
      }
      points.append((at(point), point))
    }
    points.sort { $0.0 > $1.0 }
    var best = -Double.infinity
    for (start, first) in points.prefix(3) {
      var (value, point) = (start, first)
      for _ in 0..<200 {
        let before = value
        for cell in free { refine(&point, cell, boxes[cell], &value, at) }
        if value - before < 1e-15 { break }
      }
      best = max(best, value)
    }
    return sign * best
  }

  static func refine(
    _ point: inout [Double],
    _ cell: Int,
    _ box: Bounds,
    _ value: inout Double,
    _ at: ([Double]) -> Double
  ) {
    var trial = point
    let grid = (0...6).map { box.lower + box.width * Double($0) / 6 } + [point[cell]]
    var (best, most) = (point[cell], value)
    for place in grid {
      trial[cell] = place
      let here = at(trial)
      if here > most { (best, most) = (place, here) }
    }
    var (left, right) = (max(box.lower, best - box.width / 6), min(box.upper, best + box.width / 6))
    for _ in 0..<45 {
      let (first, second) = (left + (right - left) * 0.382, left + (right - left) * 0.618)
      trial[cell] = first
      let one = at(trial)
      trial[cell] = second
      if one < at(trial) { left = first } else { right = second }
    }
    trial[cell] = (left + right) / 2
    if at(trial) > most { (best, most) = (trial[cell], at(trial)) }
    (point[cell], value) = (best, most)
  }

  @Test("Bounds equal those of a refined grid", arguments: Array(UInt64(0)..<40))
  func againstGrid(seed: UInt64) throws {
    let (cells, rest) = try Self.panel(seed)
    let bounded = try cells.bounds(of: .theil, relativeTo: .rest(UncertainVector(bounds: rest)))
    #expect(bounded.isAttained)
    let greatest = Self.search(cells, rest, 1)
    #expect((bounded.bounds.upper - greatest).magnitude <= 1e-9, "\(bounded.bounds.upper) \(greatest)")
    let least = Self.search(cells, rest, -1)
    #expect((bounded.bounds.lower - least).magnitude <= 1e-9, "\(bounded.bounds.lower) \(least)")
    for (witness, value) in [
      (bounded.lowerWitness, bounded.bounds.lower), (bounded.upperWitness, bounded.bounds.upper),
    ] {
      let witness = try #require(witness)
      #expect(cells.allows(witness.activity))
      for cell in 0..<cells.count {
        let other = witness.reference[cell] - witness.activity[cell]
        #expect(other >= rest[cell].lower * (1 - 1e-12) - 1e-12)
        #expect(other <= rest[cell].upper * (1 + 1e-12) + 1e-12)
      }
      #expect((NaiveMeasure.entropy(witness.activity, witness.reference, alpha: 1) - value).magnitude < 1e-12)
    }
  }

  @Test("Some greatest value lies inside a cell's interval")
  func interior() throws {
    let inside = try Array(UInt64(0)..<60)
      .count { seed in
        let (cells, rest) = try Self.panel(seed)
        let witness = try #require(
          cells.bounds(of: .theil, relativeTo: .rest(UncertainVector(bounds: rest))).upperWitness
        )
        return (0..<cells.count)
          .contains { witness.activity[$0] > cells.lower[$0] && witness.activity[$0] < cells.upper[$0] }
      }
    #expect(inside > 0)
  }
}
