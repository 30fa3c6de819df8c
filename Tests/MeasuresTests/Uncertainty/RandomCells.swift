import Arithmetic
import Measures
import Panels

/// Random cells with bounds, and plain reference searches that know nothing of the library's methods.
struct RandomCells {
  var cells: UncertainVector
  var reference: [Double]
  var referenceBounds: [Bounds]

  /// Cells of one seed: `count` of them, of which some are exact, some may be 0 and some are rounded to 5.
  init(seed: UInt64, count: Int, uncertain: Int) throws {
    var random = RandomStream(seed: 20_261_121, stream: seed)
    var (values, lower, upper): ([Double], [Double], [Double]) = ([], [], [])
    var (reference, referenceBounds): ([Double], [Bounds]) = ([], [])
    let smallest = random.below(3) == 0 ? 0.0 : 5.0
    for cell in 0..<count {
      let size = (random.uniform(smallest, 10 + 90 * random.uniform() * random.uniform())).rounded()
      let half = cell < uncertain ? [0.5, 2.5, 2.5, 12.5][random.below(4)] : 0
      values.append(size)
      lower.append(max(0, size - half))
      upper.append(size + half)
      let total = random.uniform(100, 1000).rounded()
      reference.append(total)
      referenceBounds.append(
        Bounds(total - [0, 5, 50][random.below(3)], total + [0, 5, 50][random.below(3)])
      )
    }
    if values.allSatisfy({ $0 == 0 }) { (values[0], upper[0]) = (5, max(5, upper[0])) }
    cells = try UncertainVector(values: values, lower: lower, upper: upper)
    self.reference = reference
    self.referenceBounds = referenceBounds
  }

  /// The best value of a measure over all ends of the cells, and of the reference if it has bounds.
  static func greatest(
    _ cells: UncertainVector,
    reference: [Bounds],
    _ measure: ([Double], [Double]) -> Double
  ) -> Double {
    let freeCells = (0..<cells.count).filter { cells.lower[$0] < cells.upper[$0] }
    let freeReference = reference.indices.filter { !reference[$0].isExact }
    var (y, x) = (cells.lower, reference.map(\.lower))
    var best = -Double.infinity
    for corner in 0..<(1 << (freeCells.count + freeReference.count)) {
      // A Gray code: from one corner to the next one number changes its end.
      if corner > 0 {
        let bit = corner.trailingZeroBitCount
        if bit < freeCells.count {
          let cell = freeCells[bit]
          y[cell] = y[cell] == cells.lower[cell] ? cells.upper[cell] : cells.lower[cell]
        } else {
          let cell = freeReference[bit - freeCells.count]
          x[cell] = x[cell] == reference[cell].lower ? reference[cell].upper : reference[cell].lower
        }
      }
      let value = measure(y, x)
      if value > best { best = value }
    }
    return best
  }

  /// Numbers drawn uniformly within the bounds.
  static func draw(_ cells: UncertainVector, _ random: inout RandomStream) -> [Double] {
    (0..<cells.count).map { random.uniform(cells.lower[$0], cells.upper[$0]) }
  }
}

/// Measures written out naively, apart from the library's own.
enum NaiveMeasure {
  static func entropy(_ y: [Double], _ x: [Double], alpha: Double) -> Double {
    let (activity, reference) = (y.reduce(0, +), x.reduce(0, +))
    var sum = 0.0
    for cell in y.indices {
      let (s, r) = (y[cell] / activity, x[cell] / reference)
      if r == 0 { continue }
      if alpha == 1 {
        sum += s == 0 ? 0 : s * naturalLogarithm(s / r)
      } else if alpha == 0 {
        sum += r * naturalLogarithm(r / s)
      } else {
        let power = s == 0 ? (alpha > 0 ? 0 : .infinity) : exponential(alpha * naturalLogarithm(s / r))
        sum += r * (power - 1) / (alpha * (alpha - 1))
      }
    }
    return sum
  }

  static func hhi(_ y: [Double]) -> Double {
    let total = y.reduce(0, +)
    return y.reduce(0) { $0 + ($1 / total) * ($1 / total) }
  }

  static func hoover(_ y: [Double], _ x: [Double]) -> Double {
    let (activity, reference) = (y.reduce(0, +), x.reduce(0, +))
    return zip(y, x).reduce(0) { $0 + ($1.0 / activity - $1.1 / reference).magnitude } / 2
  }

  static func gini(_ y: [Double], _ x: [Double]) -> Double {
    let (activity, reference) = (y.reduce(0, +), x.reduce(0, +))
    var sum = 0.0
    for first in y.indices {
      for second in y.indices { sum += (y[first] * x[second] - y[second] * x[first]).magnitude }
    }
    return sum / (2 * activity * reference)
  }

  static func top(_ y: [Double], count: Double) -> Double {
    let sorted = y.sorted(by: >)
    var (left, sum) = (count, 0.0)
    for value in sorted {
      sum += min(1, max(0, left)) * value
      left -= 1
    }
    return sum / y.reduce(0, +)
  }
}
