import Arithmetic
import Panels

/// Cells of which the uncertain ones are drawn anew in each replicate.
///
/// A cell with bounds alone is uniform within them, at the middles of 2¹⁶ equal steps: four come from each 64 random bits. A sum
/// of several rounded cells is drawn as ``RoundedSum`` says.
struct DrawnCells {
  private var positions: [Int] = []
  private var lower: [Double] = []
  private var width: [Double] = []
  private var sums: [(position: Int, form: SumForm)] = []
  private let start: [Double]

  init(_ lower: [Double], _ upper: [Double]) {
    start = lower
    for position in lower.indices where lower[position] < upper[position] {
      add(position, lower[position], upper[position])
    }
  }

  init(_ cells: [RoundedSum]) {
    start = cells.map(\.bounds.lower)
    for (position, cell) in cells.enumerated() where !cell.bounds.isExact {
      if let form = cell.asOne {
        sums.append((position, form))
      } else {
        add(position, cell.bounds.lower, cell.bounds.upper)
      }
    }
  }

  private mutating func add(_ position: Int, _ lower: Double, _ upper: Double) {
    positions.append(position)
    self.lower.append(lower)
    width.append(upper - lower)
  }

  /// The numbers at which filling begins.
  var numbers: [Double] { start }

  /// Whether no cell is an exact 0, so that none is ever drawn as 0.
  var isPositive: Bool {
    let drawn = Set(positions)
    return start.indices.allSatisfy { start[$0] > 0 || drawn.contains($0) }
  }

  /// Draws the cells that are not exact; the exact ones stay as they are in ``numbers``.
  func fill(_ numbers: inout [Double], _ random: inout RandomStream) {
    // Exact cells stay as they were put at the beginning, and all others are drawn.
    var bits: UInt64 = 0
    for place in positions.indices {
      if place & 3 == 0 { bits = random.next() } else { bits >>= 16 }
      let uniform = (Double(UInt16(truncatingIfNeeded: bits)) + 0.5) * 0x1p-16
      numbers[positions[place]] = lower[place] + width[place] * uniform
    }
    for sum in sums { numbers[sum.position] = sum.form.value(random.next()) }
  }
}

/// The cells of a measure of concentration and what they are compared with, for drawing.
struct DrawnConcentration {
  var cells: DrawnCells
  var reference: DrawnCells
  /// Whether the reference holds the rest of each region, to which its own cell adds.
  var isCoupled: Bool

  /// Returns a measure's values over draws, one a replicate.
  ///
  /// - Parameters:
  ///   - measure: Which measure.
  ///   - places: How many regions count for a top share.
  ///   - draws: How to draw.
  /// - Returns: `draws.count` values.
  func values(of measure: ConcentrationMeasure, places: Double, draws: RoundingDraws) -> [Double] {
    var (y, rest) = (cells.numbers, reference.numbers)
    var x = rest
    var order = Array(y.indices)
    let needsReference = measure.usesReference
    // A cell that is not exact is never drawn at its lower end, so that only exact zeros are zeros.
    let isPositive = reference.isPositive || isCoupled && cells.isPositive
    return (0..<draws.count)
      .map { replicate in
        var random = draws.stream(replicate)
        cells.fill(&y, &random)
        if needsReference, isCoupled {
          reference.fill(&rest, &random)
          for cell in x.indices { x[cell] = rest[cell] + y[cell] }
        } else if needsReference {
          reference.fill(&x, &random)
        }
        switch measure {
        case .theil:
          return isPositive ? MeasureKernel.theil(y, x) : MeasureKernel.generalizedEntropy(y, x, alpha: 1)
        case .generalizedEntropy(let alpha): return MeasureKernel.generalizedEntropy(y, x, alpha: alpha)
        case .hhi: return MeasureKernel.hhi(y)
        case .hoover: return MeasureKernel.hoover(y, x)
        case .krugman: return 2 * MeasureKernel.hoover(y, x)
        case .gini:
          MeasureKernel.sortByRatio(&order, y, x)
          return MeasureKernel.gini(y, x, order: order)
        case .topShare: return MeasureKernel.topShare(y, count: places)
        }
      }
  }
}
