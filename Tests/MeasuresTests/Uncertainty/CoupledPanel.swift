import Arithmetic
import Measures
import Panels

/// Random cells and rests of regions, and reference searches over both that know nothing of the library's methods.
struct CoupledPanel {
  var cells: UncertainVector
  var rest: [Bounds]

  /// Up to twelve uncertain numbers, cells and rests together; in some panels the industry is most of a region, or a
  /// cell or a rest may be 0.
  init(seed: UInt64, mayBeEmpty: Bool = true) throws {
    var random = RandomStream(seed: 20_261_122, stream: seed)
    let uncertain = 1 + Int(seed % 12)
    let count = max(2, uncertain / 2 + random.below(3))
    var (lower, upper): ([Double], [Double]) = ([], [])
    var rest: [Bounds] = []
    let scale = [[200.0], [20, 200], [2, 20, 200]][random.below(3)]
    for cell in 0..<count {
      let size = random.uniform(1, 60)
      let isFree = cell < uncertain
      let half = isFree ? [0.5, 2.5, size / 2, mayBeEmpty ? size : size / 2][random.below(4)] : 0
      lower.append(max(0, size - half))
      upper.append(size + half)
      let other = scale[random.below(scale.count)] * random.uniform(0.5, 1.5)
      let least = other * [0.95, 0.6, mayBeEmpty ? 0 : 0.9][random.below(3)]
      rest.append(cell + count < uncertain ? Bounds(least, other) : Bounds(exactly: other))
    }
    // One region at least has activity.
    lower[0] = max(lower[0], 0.5)
    upper[0] = max(upper[0], lower[0])
    let values = zip(lower, upper).map { ($0 + $1) / 2 }
    cells = try UncertainVector(values: values, lower: lower, upper: upper)
    self.rest = rest
  }

  var boxes: [Bounds] { (0..<cells.count).map { cells.bounds(at: $0) } + rest }

  /// A measure of cells and all activity, as a function of cells and rests in one vector.
  func function(_ measure: @escaping ([Double], [Double]) -> Double) -> ([Double]) -> Double {
    let count = cells.count
    return { point in
      let y = Array(point[0..<count])
      return measure(y, (0..<count).map { point[$0] + point[count + $0] })
    }
  }

  /// The best of all ends, the best few of them improved one number at a time, inside the intervals too.
  ///
  /// - Parameters:
  ///   - sign: 1 for the greatest value, −1 for the least.
  ///   - starts: How many are improved.
  ///   - places: Where inside its interval each single number is tried besides, all others at any of their ends.
  ///   - measure: The measure of activity and all activity.
  /// - Returns: The best value found.
  func search(
    _ sign: Double,
    starts: Int,
    places: [Double] = [],
    _ measure: @escaping ([Double], [Double]) -> Double
  ) -> Double {
    let (boxes, value) = (boxes, function(measure))
    let free = boxes.indices.filter { !boxes[$0].isExact }
    var point = boxes.map(\.lower)
    var best: [(value: Double, point: [Double])] = []
    func keep(_ point: [Double]) {
      let here = sign * value(point)
      guard best.count < starts || here > best[best.count - 1].value else { return }
      best.insert((here, point), at: best.firstIndex { $0.value < here } ?? best.count)
      if best.count > starts { best.removeLast() }
    }
    for corner in 0..<(1 << free.count) {
      if corner > 0 {
        let cell = free[corner.trailingZeroBitCount]
        point[cell] = point[cell] == boxes[cell].lower ? boxes[cell].upper : boxes[cell].lower
      }
      keep(point)
      for cell in free where point[cell] == boxes[cell].lower {
        for place in places {
          point[cell] = boxes[cell].lower + place * boxes[cell].width
          keep(point)
        }
        point[cell] = boxes[cell].lower
      }
    }
    return sign
      * best.map { start in
        var (here, point) = start
        for _ in 0..<30 {
          let before = here
          for cell in free {
            CoupledTheilTests.refine(&point, cell, boxes[cell], &here) { sign * value($0) }
          }
          if here - before < 1e-14 { break }
        }
        return here
      }
      .reduce(-Double.infinity) { max($0, $1) }
  }

  /// Whether the cells of a witness and what it leaves as rests are within their bounds.
  func allows(_ witness: Witness) -> Bool {
    cells.allows(witness.activity)
      && rest.indices.allSatisfy { cell in
        let other = witness.reference[cell] - witness.activity[cell]
        let slack = 1e-12 * (1 + witness.reference[cell])
        return other >= rest[cell].lower - slack && other <= rest[cell].upper + slack
      }
  }
}
