import Arithmetic

/// Which squares of a grid are land: one large island and a few small ones.
struct Landmass {
  /// How many columns the grid has, west to east.
  static let columns = 150
  /// How many rows the grid has, south to north.
  static let rows = 250
  /// The side of a square in kilometres.
  static let side = 2.5
  /// How many squares are to be land before lakes are filled and specks removed.
  private static let targetSquares = 12_500
  /// The smallest island that is kept, in squares.
  private static let smallestIsland = 24
  /// How many islands are kept beside the largest.
  private static let mostIslands = 5

  /// Whether each square is land; row by row from the south.
  let isLand: [Bool]
  /// The number of the island that each square belongs to, 0 the largest, or -1 for sea.
  let island: [Int]
  /// How many islands there are.
  let islandCount: Int

  /// Draws the land of a seed.
  init(seed: UInt64) {
    let scores = Landmass.scores(seed: seed)
    let threshold = scores.sorted(by: >)[Landmass.targetSquares]
    let raised = Landmass.withoutLakes(scores.map { $0 > threshold })
    let (labels, sizes) = Landmass.components(of: raised, value: true)
    let order = sizes.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    var renumbered = [Int](repeating: -1, count: sizes.count)
    var kept = 0
    for component in order.prefix(Landmass.mostIslands + 1)
    where kept == 0 || sizes[component] >= Landmass.smallestIsland {
      renumbered[component] = kept
      kept += 1
    }
    island = labels.map { $0 < 0 ? -1 : renumbered[$0] }
    isLand = island.map { $0 >= 0 }
    islandCount = kept
  }

  /// Returns the squares that share a side with a square, west, east, south, north.
  static func neighbours(of square: Int) -> [Int] {
    let column = square % columns
    let row = square / columns
    var found: [Int] = []
    found.reserveCapacity(4)
    if column > 0 { found.append(square - 1) }
    if column < columns - 1 { found.append(square + 1) }
    if row > 0 { found.append(square - columns) }
    if row < rows - 1 { found.append(square + columns) }
    return found
  }

  /// How much each square wants to be land: near a winding spine, roughened by noise.
  private static func scores(seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed, stream: StreamNumber.land)
    let noise = NoiseField(seed: stream.next())
    let bends = (0..<6).map { _ in stream.uniform(-0.13, 0.13) }
    let widths = (0..<6).map { knot in stream.uniform(0.13, 0.31) + (knot == 1 || knot == 2 ? 0.06 : 0) }
    var scores = [Double](repeating: -10, count: columns * rows)
    for row in 4..<(rows - 4) {
      let up = Double(row) / Double(rows - 1)
      let middle = 0.5 + between(bends, at: up)
      let ends = min(1, 9 * min(up - 0.015, 0.985 - up))
      let width = between(widths, at: up) * max(0.02, ends)
      for column in 4..<(columns - 4) {
        let across = Double(column) / Double(columns - 1)
        let rough = noise.value(Double(column), Double(row), wavelength: 44, octaves: 6)
        let margin = Double(min(column, columns - 1 - column)) / 10
        scores[row * columns + column] =
          1 - (across - middle).magnitude / width + 1.5 * rough - (margin < 1 ? 2 * (1 - margin) : 0)
      }
    }
    return scores
  }

  /// A smooth curve through knots at equal distances.
  private static func between(_ knots: [Double], at t: Double) -> Double {
    let position = t * Double(knots.count - 1)
    let first = min(knots.count - 2, Int(position))
    let part = position - Double(first)
    let blend = part * part * (3 - 2 * part)
    return knots[first] * (1 - blend) + knots[first + 1] * blend
  }

  /// Turns water that does not reach the edge of the grid into land.
  private static func withoutLakes(_ land: [Bool]) -> [Bool] {
    let (labels, _) = components(of: land, value: false)
    let ocean = labels[0]
    return labels.indices.map { land[$0] || labels[$0] != ocean }
  }

  /// Numbers the connected pieces of squares that have a value; -1 elsewhere.
  private static func components(of squares: [Bool], value: Bool) -> (labels: [Int], sizes: [Int]) {
    var labels = [Int](repeating: -1, count: squares.count)
    var sizes: [Int] = []
    var stack: [Int] = []
    for start in squares.indices where squares[start] == value && labels[start] < 0 {
      let label = sizes.count
      sizes.append(0)
      labels[start] = label
      stack.append(start)
      while let square = stack.popLast() {
        sizes[label] += 1
        for next in neighbours(of: square) where squares[next] == value && labels[next] < 0 {
          labels[next] = label
          stack.append(next)
        }
      }
    }
    return (labels, sizes)
  }
}
