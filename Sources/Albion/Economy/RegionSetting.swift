import Arithmetic

/// What the regions are like before anything happens: kinds, density, research and old advantages.
struct RegionSetting {
  let traditional: [Bool]
  let declining: [Bool]
  let densityClass: [Int]
  let research: [Double]
  /// Shares of the people of 1971.
  let people: [Double]
  /// Standard normal advantages of each industry by region; those of advanced manufacturing do not go with the kind of
  /// region, density or research.
  let advantages: [[Double]]
  /// Value added per job relative to the nation.
  let productivity: [Double]

  init(plan: AlbionPlan, geography: AlbionGeography) {
    var stream = RandomStream(seed: plan.seed, stream: StreamNumber.advantages)
    let regionOf = geography.regionOfDistrict
    let count = geography.regions.count
    var people = [Double](repeating: 0, count: count)
    for (district, share) in geography.peopleShare.enumerated() { people[regionOf[district]] += share }
    self.people = people
    let density = (0..<count)
      .map { people[$0] * AlbionPopulation.people1971 / geography.regions[$0].area }
    densityClass = density.map { value in Expectations.densityCuts.filter { value >= $0 }.count }
    let traditional = RegionSetting.drawTraditional(geography: geography, stream: &stream)
    self.traditional = traditional
    // The capital does not decline; half of those that do are traditional industrial regions.
    let capital = regionOf[geography.cityDistricts[0]]
    let old = stream.shuffled((0..<count).filter { traditional[$0] && $0 != capital })
    let other = stream.shuffled((0..<count).filter { !traditional[$0] && $0 != capital })
    let half = plan.decliningCount / 2
    let chosen = Set(old.prefix(half) + other.prefix(plan.decliningCount - half))
    declining = (0..<count).map { chosen.contains($0) }
    let basis = RegionSetting.basis(traditional: traditional, densityClass: densityClass)
    let research = RegionSetting.standardized(
      RegionSetting.residual((0..<count).map { _ in stream.portableNormal() }, on: basis)
    )
    self.research = research
    let wide = RegionSetting.orthonormal(basis + [research])
    advantages = AlbionIndustry.all.map { industry in
      let draws = (0..<count).map { _ in max(-2.2, min(2.2, stream.portableNormal())) }
      return industry.kind == .advanced
        ? RegionSetting.standardized(RegionSetting.residual(draws, on: wide)) : draws
    }
    productivity = (0..<count)
      .map { region in
        region == capital ? 1.2 : portableExponential(0.05 * stream.portableNormal() - 0.01)
      }
  }

  /// The regions' shares of all jobs at a knot.
  func share(knot: Int, plan: AlbionPlan) -> [Double] {
    let part = Expectations.progress(knot: knot, from: plan.declineFrom, to: plan.declineFrom + 28)
    let raw = people.indices.map { people[$0] * portableExponential(declining[$0] ? -0.55 * part : 0) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  /// Draws eleven or twelve regions around three old coalfields.
  private static func drawTraditional(geography: AlbionGeography, stream: inout RandomStream) -> [Bool] {
    let middles = geography.regions.map { region -> GridPoint in
      let ring = region.outlines.first?.outer ?? []
      let places = ring.map(\.kilometres)
      let size = Double(max(1, places.count))
      return GridPoint(
        x: places.reduce(0) { $0 + $1.east } / size,
        y: places.reduce(0) { $0 + $1.north } / size
      )
    }
    let capital = geography.regionOfDistrict[geography.cityDistricts[0]]
    var chosen: Set<Int> = []
    let target = 11 + stream.below(2)
    var fields = 0
    while chosen.count < target {
      let field = stream.below(middles.count)
      guard field != capital, !chosen.contains(field) else { continue }
      let left = target - chosen.count
      let size = fields < 2 ? min(left, 4) : left
      let near = middles.indices.filter { $0 != capital && !chosen.contains($0) }
        .sorted {
          let first = middles[$0].squaredDistance(to: middles[field])
          let second = middles[$1].squaredDistance(to: middles[field])
          return (first, $0) < (second, $1)
        }
      chosen.formUnion(near.prefix(size))
      fields += 1
    }
    return middles.indices.map { chosen.contains($0) }
  }

  private static func basis(traditional: [Bool], densityClass: [Int]) -> [[Double]] {
    orthonormal([
      traditional.map { _ in 1 }, traditional.map { $0 ? 1 : 0 }, densityClass.map { $0 == 2 ? 1 : 0 },
      densityClass.map { $0 == 0 ? 1 : 0 },
    ])
  }

  /// Gram–Schmidt; vectors that add nothing are left out.
  private static func orthonormal(_ vectors: [[Double]]) -> [[Double]] {
    var basis: [[Double]] = []
    for vector in vectors {
      let rest = residual(vector, on: basis)
      let length = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
      if length > 1e-9 { basis.append(rest.map { $0 / length }) }
    }
    return basis
  }

  private static func residual(_ vector: [Double], on basis: [[Double]]) -> [Double] {
    var rest = vector
    for direction in basis {
      let along = zip(rest, direction).reduce(0) { $0 + $1.0 * $1.1 }
      for index in rest.indices { rest[index] -= along * direction[index] }
    }
    return rest
  }

  private static func standardized(_ vector: [Double]) -> [Double] {
    let size = (vector.reduce(0) { $0 + $1 * $1 } / Double(vector.count)).squareRoot()
    return vector.map { $0 / max(size, 1e-12) }
  }
}

/// The number of people.
enum AlbionPopulation {
  static let people1971 = 7_600_000.0
}
