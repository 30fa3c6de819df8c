/// Grouping of small areas into contiguous larger ones of like weight.
struct RegionGrouping {
  /// The group of each area.
  let group: [Int]

  /// Groups areas.
  ///
  /// Groups grow from seeds far from each other: the lightest takes the neighbouring area nearest to its middle.
  /// The seeds are then moved to the middles and the groups grown again.
  ///
  /// - Parameters:
  ///   - count: How many groups.
  ///   - middles: The middle of each area.
  ///   - weights: The weight of each area.
  ///   - adjacency: The neighbours of each area, ascending; connected.
  ///   - first: The area of the first seed.
  init(count: Int, middles: [GridPoint], weights: [Double], adjacency: [[Int]], first: Int) {
    var seeds = RegionGrouping.spreadSeeds(count: count, middles: middles, weights: weights, first: first)
    var group = RegionGrouping.grow(seeds, middles: middles, weights: weights, adjacency: adjacency)
    for _ in 0..<5 {
      seeds = RegionGrouping.centred(group, count: count, middles: middles)
      group = RegionGrouping.grow(seeds, middles: middles, weights: weights, adjacency: adjacency)
    }
    self.group = RegionGrouping.numbered(group, count: count, middles: middles)
  }

  private static func spreadSeeds(count: Int, middles: [GridPoint], weights: [Double], first: Int) -> [Int] {
    var seeds = [first]
    var nearest = middles.map { $0.squaredDistance(to: middles[first]) }
    while seeds.count < count {
      var best = 0
      for area in middles.indices
      where nearest[area] * weights[area] > nearest[best] * weights[best] {
        best = area
      }
      seeds.append(best)
      for area in middles.indices {
        nearest[area] = min(nearest[area], middles[area].squaredDistance(to: middles[best]))
      }
    }
    return seeds
  }

  private static func grow(
    _ seeds: [Int],
    middles: [GridPoint],
    weights: [Double],
    adjacency: [[Int]]
  ) -> [Int] {
    var group = [Int](repeating: -1, count: middles.count)
    var totals = seeds.map { weights[$0] }
    for (number, seed) in seeds.enumerated() { group[seed] = number }
    var frontiers = seeds.map { adjacency[$0] }
    var left = middles.count - seeds.count
    while left > 0 {
      var chosen: (group: Int, area: Int)?
      for number in seeds.indices.sorted(by: { (totals[$0], $0) < (totals[$1], $1) }) {
        frontiers[number].removeAll { group[$0] >= 0 }
        let nearest = frontiers[number]
          .min {
            let left = middles[$0].squaredDistance(to: middles[seeds[number]])
            let right = middles[$1].squaredDistance(to: middles[seeds[number]])
            return (left, $0) < (right, $1)
          }
        if let nearest {
          chosen = (number, nearest)
          break
        }
      }
      guard let chosen else { break }
      group[chosen.area] = chosen.group
      totals[chosen.group] += weights[chosen.area]
      frontiers[chosen.group] += adjacency[chosen.area]
      left -= 1
    }
    return group
  }

  private static func centred(_ group: [Int], count: Int, middles: [GridPoint]) -> [Int] {
    (0..<count)
      .map { number in
        let members = group.indices.filter { group[$0] == number }
        let size = Double(members.count)
        let middle = GridPoint(
          x: members.reduce(0) { $0 + middles[$1].x } / size,
          y: members.reduce(0) { $0 + middles[$1].y } / size
        )
        return members.min {
          let left = middles[$0].squaredDistance(to: middle)
          let right = middles[$1].squaredDistance(to: middle)
          return (left, $0) < (right, $1)
        } ?? 0
      }
  }

  /// Numbers the groups from north to south.
  private static func numbered(_ group: [Int], count: Int, middles: [GridPoint]) -> [Int] {
    let heights = (0..<count)
      .map { number in
        let members = group.indices.filter { group[$0] == number }
        return members.reduce(0) { $0 + middles[$1].y } / Double(max(1, members.count))
      }
    let order = (0..<count).sorted { (heights[$0], $0) > (heights[$1], $1) }
    var numbers = [Int](repeating: 0, count: count)
    for (number, old) in order.enumerated() { numbers[old] = number }
    return group.map { numbers[$0] }
  }
}
