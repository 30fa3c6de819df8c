import Arithmetic

/// A point of the grid in squares, from the south-west corner.
struct GridPoint: Hashable {
  var x: Double
  var y: Double

  /// Returns the square of the distance to another point.
  func squaredDistance(to other: GridPoint) -> Double {
    let across = x - other.x
    let up = y - other.y
    return across * across + up * up
  }
}

/// Where people live: cities by rank and size, countryside between them, and the districts drawn around both.
struct Settlement {
  /// How many districts there are.
  static let districtCount = 380
  /// How many cities there are.
  static let cityCount = 26

  /// The squares of the cities, the capital first.
  let cities: [Int]
  /// The share of all people that lives in each square.
  let people: [Double]
  /// The district of each square, or -1 for sea.
  let district: [Int]

  /// Draws the settlement of a landmass.
  init(of land: Landmass, seed: UInt64) {
    var stream = RandomStream(seed: seed, stream: StreamNumber.settlement)
    let noise = NoiseField(seed: stream.next())
    let squares = land.isLand.indices.filter { land.isLand[$0] }
    cities = Settlement.drawCities(of: land, squares: squares, stream: &stream)
    people = Settlement.people(squares: squares, cities: cities, noise: noise)
    let pull = people.map { portableExponential(0.55 * portableLogarithm($0 + 1e-9)) }
    var sites = Settlement.drawSites(of: land, squares: squares, pull: pull, cities: cities, stream: &stream)
    let cost = land.isLand.indices.map { square in
      let (x, y) = Settlement.coordinates(of: square)
      return 1.05 + 0.9 * max(-1, min(1, noise.value(x, y, wavelength: 7, octaves: 2)))
    }
    var labels = Settlement.partition(land: land, sites: sites, cost: cost)
    for _ in 0..<2 {
      sites = Settlement.centred(sites, labels: labels, pull: pull)
      labels = Settlement.partition(land: land, sites: sites, cost: cost)
    }
    district = Settlement.numbered(labels, sites: sites)
  }

  /// The middle of a square.
  static func coordinates(of square: Int) -> (x: Double, y: Double) {
    (Double(square % Landmass.columns) + 0.5, Double(square / Landmass.columns) + 0.5)
  }

  /// The middle of a square as a point.
  static func point(of square: Int) -> GridPoint {
    let (x, y) = coordinates(of: square)
    return GridPoint(x: x, y: y)
  }

  private static func drawCities(
    of land: Landmass,
    squares: [Int],
    stream: inout RandomStream
  ) -> [Int] {
    let mainland = squares.filter { land.island[$0] == 0 }
    let lowest = mainland.map { $0 / Landmass.columns }.min() ?? 0
    let highest = mainland.map { $0 / Landmass.columns }.max() ?? 0
    var cities: [Int] = []
    var separation = 34.0
    while cities.count < cityCount {
      for _ in 0..<60 where cities.count < cityCount {
        let square = mainland[stream.below(mainland.count)]
        let height = Double(square / Landmass.columns - lowest) / Double(max(1, highest - lowest))
        // The capital lies in the southern part; the far north has few cities.
        let allowed =
          cities.isEmpty ? (0.12...0.45).contains(height) : stream.uniform() > 0.75 * (height - 0.35)
        let near = cities.contains {
          point(of: $0).squaredDistance(to: point(of: square)) < separation * separation
        }
        if allowed, !near { cities.append(square) }
      }
      separation = max(6, separation * 0.93)
    }
    return cities
  }

  /// Shares of all people by square: exponential cities on an uneven countryside.
  private static func people(squares: [Int], cities: [Int], noise: NoiseField) -> [Double] {
    var density = [Double](repeating: 0, count: Landmass.columns * Landmass.rows)
    let sizes = cities.indices.map { 1 / portableExponential(0.85 * portableLogarithm(Double($0 + 1))) }
    let radii = sizes.map { 0.7 + 3.2 * $0.squareRoot() }
    for square in squares {
      let here = point(of: square)
      let relief = noise.value(here.x + 500, here.y, wavelength: 60, octaves: 3)
      let northward = here.y / Double(Landmass.rows)
      var sum = 0.03 * portableExponential(0.9 * relief - 1.1 * northward)
      for (city, square) in cities.enumerated() {
        let distance = here.squaredDistance(to: point(of: square)).squareRoot()
        guard distance < 14 * radii[city] else { continue }
        let core = portableExponential(-distance / radii[city])
        sum += 1.15 * core * (1 + 0.25 * noise.value(here.x, here.y + 900, wavelength: 6, octaves: 2))
      }
      density[square] = max(sum, 1e-4)
    }
    let total = density.reduce(0, +)
    return density.map { $0 / total }
  }

  /// Draws the squares that districts grow from: more where more people live, none too close to another.
  private static func drawSites(
    of land: Landmass,
    squares: [Int],
    pull: [Double],
    cities: [Int],
    stream: inout RandomStream
  ) -> [Int] {
    let whole = squares.reduce(0) { $0 + pull[$1] }
    var cumulative: [Double] = []
    var running = 0.0
    for square in squares {
      running += pull[square]
      cumulative.append(running)
    }
    var sites: [Int] = []
    for number in 1..<max(1, land.islandCount) {
      let own = squares.filter { land.island[$0] == number }
      if let best = own.max(by: { pull[$0] < pull[$1] }) { sites.append(best) }
    }
    sites += cities
    var slack = 0.8
    while sites.count < districtCount {
      for _ in 0..<200 where sites.count < districtCount {
        let target = stream.uniform() * running
        let square = squares[min(squares.count - 1, lowerBound(of: target, in: cumulative))]
        let squaresEach = whole / (pull[square] * Double(districtCount))
        let apart = max(3, slack * slack * squaresEach)
        if !sites.contains(where: { point(of: $0).squaredDistance(to: point(of: square)) < apart }) {
          sites.append(square)
        }
      }
      slack *= 0.97
    }
    return sites
  }

  private static func lowerBound(of target: Double, in cumulative: [Double]) -> Int {
    var low = 0
    var high = cumulative.count
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Gives every square to the site that reaches it most cheaply over land, so that a district is one piece.
  private static func partition(land: Landmass, sites: [Int], cost: [Double]) -> [Int] {
    var labels = [Int](repeating: -1, count: land.isLand.count)
    var queue = SquareQueue()
    for (label, site) in sites.enumerated() { queue.insert(square: site, label: label, distance: 0) }
    while let next = queue.popFirst() {
      guard labels[next.square] < 0 else { continue }
      labels[next.square] = next.label
      for neighbour in Landmass.neighbours(of: next.square)
      where land.isLand[neighbour] && labels[neighbour] < 0 {
        queue.insert(square: neighbour, label: next.label, distance: next.distance + cost[neighbour])
      }
    }
    return labels
  }

  /// Moves each site to the square of its district nearest to the district's middle.
  private static func centred(_ sites: [Int], labels: [Int], pull: [Double]) -> [Int] {
    var sums = [(x: Double, y: Double, weight: Double)](repeating: (0, 0, 0), count: sites.count)
    for (square, label) in labels.enumerated() where label >= 0 {
      let (x, y) = coordinates(of: square)
      sums[label].x += x * pull[square]
      sums[label].y += y * pull[square]
      sums[label].weight += pull[square]
    }
    let middles = sums.map { GridPoint(x: $0.x / $0.weight, y: $0.y / $0.weight) }
    var best = sites
    var distances = [Double](repeating: .infinity, count: sites.count)
    for (square, label) in labels.enumerated() where label >= 0 {
      let distance = point(of: square).squaredDistance(to: middles[label])
      if distance < distances[label] {
        distances[label] = distance
        best[label] = square
      }
    }
    return best
  }

  /// Numbers the districts from north to south.
  private static func numbered(_ labels: [Int], sites: [Int]) -> [Int] {
    let order = sites.indices.sorted { (sites[$0], $0) > (sites[$1], $1) }
    var numbers = [Int](repeating: 0, count: sites.count)
    for (number, label) in order.enumerated() { numbers[label] = number }
    return labels.map { $0 < 0 ? -1 : numbers[$0] }
  }
}
