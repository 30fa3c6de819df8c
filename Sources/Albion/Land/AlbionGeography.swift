import Arithmetic

/// The three nested scales of Albion with their outlines, areas and people.
public struct AlbionGeography: Sendable {
  /// An area of one of the scales.
  public struct Area: Hashable, Sendable {
    /// The code of Albion's own geography, such as `B07`.
    public let code: String
    /// The invented name.
    public let name: String
    /// The position of the area one level up that it lies in, or nil at the top.
    public let parent: Int?
    /// Hundredths of a square kilometre; those of the parts add to that of the whole.
    public let areaHundredths: Int
    /// The polygons.
    public let outlines: [Outline]

    /// The area in km².
    public var area: Double { Double(areaHundredths) / 100 }
  }

  /// The 12 provinces, `A01`…`A12`, north to south.
  public let provinces: [Area]
  /// The 41 regions, `B01`…`B41`, north to south.
  public let regions: [Area]
  /// The 380 districts, `D001`…`D380`, north to south.
  public let districts: [Area]
  /// The districts that hold the middles of the cities, the capital first.
  public let cityDistricts: [Int]
  /// The share of all people that lived in each district in 1971.
  let peopleShare: [Double]
  /// Squares of each district, with a place inside each to put plants at.
  let plantPlaces: [[LonLat]]

  /// The region of each district.
  public var regionOfDistrict: [Int] { districts.map { $0.parent ?? 0 } }
  /// The province of each region.
  public var provinceOfRegion: [Int] { regions.map { $0.parent ?? 0 } }

  /// Draws the geography of a seed.
  init(seed: UInt64) {
    let land = Landmass(seed: seed)
    let settlement = Settlement(of: land, seed: seed)
    let count = Settlement.districtCount
    var share = [Double](repeating: 0, count: count)
    var squares = [[Int]](repeating: [], count: count)
    for (square, label) in settlement.district.enumerated() where label >= 0 {
      share[label] += settlement.people[square]
      squares[label].append(square)
    }
    let middles = squares.map(AlbionGeography.middle)
    let adjacency = AlbionGeography.adjacency(settlement.district, middles: middles)
    cityDistricts = settlement.cities.map { settlement.district[$0] }
    let weights = share.map { 0.55 * $0 + 0.45 / Double(count) }
    let toRegion = RegionGrouping(
      count: 41,
      middles: middles,
      weights: weights,
      adjacency: adjacency,
      first: cityDistricts[0]
    )
    .group
    let upper = AlbionGeography.contracted(weights, middles, adjacency, group: toRegion, count: 41)
    let toProvince = RegionGrouping(
      count: 12,
      middles: upper.middles,
      weights: upper.weights,
      adjacency: upper.adjacency,
      first: toRegion[cityDistricts[0]]
    )
    .group
    let mesh = BorderMesh(district: settlement.district, seed: seed)
    let regionOfSquare = settlement.district.map { $0 < 0 ? -1 : toRegion[$0] }
    let provinceOfSquare = regionOfSquare.map { $0 < 0 ? -1 : toProvince[$0] }
    let outlines = mesh.outlines(of: settlement.district, count: count)
    let districtAreas = outlines.map { Int(($0.reduce(0) { $0 + $1.area } * 100).rounded()) }
    let regionAreas = AlbionGeography.sums(districtAreas, by: toRegion, count: 41)
    let provinceAreas = AlbionGeography.sums(regionAreas, by: toProvince, count: 12)
    let names = AlbionNames(
      seed: seed,
      people: share,
      toRegion: toRegion,
      toProvince: toProvince,
      cities: cityDistricts
    )
    districts = (0..<count)
      .map {
        Area(
          code: "D" + padded($0 + 1, 3),
          name: names.districts[$0],
          parent: toRegion[$0],
          areaHundredths: districtAreas[$0],
          outlines: outlines[$0]
        )
      }
    let regionOutlines = mesh.outlines(of: regionOfSquare, count: 41)
    regions = (0..<41)
      .map {
        Area(
          code: "B" + padded($0 + 1, 2),
          name: names.regions[$0],
          parent: toProvince[$0],
          areaHundredths: regionAreas[$0],
          outlines: regionOutlines[$0]
        )
      }
    let provinceOutlines = mesh.outlines(of: provinceOfSquare, count: 12)
    provinces = (0..<12)
      .map {
        Area(
          code: "A" + padded($0 + 1, 2),
          name: names.provinces[$0],
          parent: nil,
          areaHundredths: provinceAreas[$0],
          outlines: provinceOutlines[$0]
        )
      }
    peopleShare = share
    plantPlaces = squares.map { $0.map { LonLat(gridPoint: Settlement.point(of: $0)) } }
  }

  private static func middle(of squares: [Int]) -> GridPoint {
    let points = squares.map { Settlement.point(of: $0) }
    let size = Double(max(1, points.count))
    return GridPoint(x: points.reduce(0) { $0 + $1.x } / size, y: points.reduce(0) { $0 + $1.y } / size)
  }

  private static func sums(_ values: [Int], by group: [Int], count: Int) -> [Int] {
    var result = [Int](repeating: 0, count: count)
    for (value, group) in zip(values, group) { result[group] += value }
    return result
  }

  /// The neighbours of each district, and a ferry from each island to the nearest district of the rest.
  private static func adjacency(_ district: [Int], middles: [GridPoint]) -> [[Int]] {
    var sets = [Set<Int>](repeating: [], count: middles.count)
    for (square, label) in district.enumerated() where label >= 0 {
      for next in Landmass.neighbours(of: square) where district[next] >= 0 && district[next] != label {
        sets[label].insert(district[next])
      }
    }
    while true {
      var reached = Set([middles.count / 2])
      var stack = [middles.count / 2]
      while let area = stack.popLast() {
        for next in sets[area].sorted() where reached.insert(next).inserted { stack.append(next) }
      }
      guard reached.count < middles.count else { break }
      var best: (distance: Double, from: Int, to: Int) = (.infinity, 0, 0)
      for from in reached.sorted() {
        for to in middles.indices where !reached.contains(to) {
          let distance = middles[from].squaredDistance(to: middles[to])
          if distance < best.distance { best = (distance, from, to) }
        }
      }
      sets[best.from].insert(best.to)
      sets[best.to].insert(best.from)
    }
    return sets.map { $0.sorted() }
  }

  private static func contracted(
    _ weights: [Double],
    _ middles: [GridPoint],
    _ adjacency: [[Int]],
    group: [Int],
    count: Int
  ) -> (weights: [Double], middles: [GridPoint], adjacency: [[Int]]) {
    var sums = [Double](repeating: 0, count: count)
    var sets = [Set<Int>](repeating: [], count: count)
    var members = [[Int]](repeating: [], count: count)
    for area in group.indices {
      sums[group[area]] += weights[area]
      members[group[area]].append(area)
      for next in adjacency[area] where group[next] != group[area] { sets[group[area]].insert(group[next]) }
    }
    let points = members.map { own in
      let size = Double(max(1, own.count))
      return GridPoint(
        x: own.reduce(0) { $0 + middles[$1].x } / size,
        y: own.reduce(0) { $0 + middles[$1].y } / size
      )
    }
    return (sums, points, sets.map { $0.sorted() })
  }
}

/// Returns a number with zeros before it.
func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
