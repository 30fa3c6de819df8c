import Albion
import Geography
import Readers
import Testing

@Suite struct LandTests {
  private let geography = Economies.planted.geography

  @Test("There are 12 provinces, 41 regions and 380 districts, nested, with codes that no office uses")
  func nesting() {
    #expect(geography.provinces.count == 12)
    #expect(geography.regions.count == 41)
    #expect(geography.districts.count == 380)
    #expect(Set(geography.districts.compactMap(\.parent)) == Set(0..<41))
    #expect(Set(geography.regions.compactMap(\.parent)) == Set(0..<12))
    #expect(geography.provinces.map(\.code).first == "A01")
    #expect(geography.regions.map(\.code).last == "B41")
    #expect(geography.districts.map(\.code).last == "D380")
  }

  @Test("Areas of parts add to those of wholes, to the hundredth of a square kilometre")
  func areasAdd() {
    for (position, region) in geography.regions.enumerated() {
      let parts = geography.districts.filter { $0.parent == position }
      #expect(parts.reduce(0) { $0 + $1.areaHundredths } == region.areaHundredths)
    }
    for (position, province) in geography.provinces.enumerated() {
      let parts = geography.regions.filter { $0.parent == position }
      #expect(parts.reduce(0) { $0 + $1.areaHundredths } == province.areaHundredths)
    }
  }

  @Test(
    "The areas are those of the published polygons on the ellipsoid",
    arguments: ["provinces", "regions", "districts"]
  )
  func areasAgree(level: String) throws {
    let file = try Economies.plantedFiles.at("boundaries/\(level).geojson")
    let layer = try GeoJSON.parse(file.bytes, file: level, layer: level, code: "code", name: "name").layer
    let areas =
      level == "provinces"
      ? geography.provinces : level == "regions" ? geography.regions : geography.districts
    #expect(layer.codes == areas.map(\.code))
    for (boundary, area) in zip(layer.boundaries, areas) {
      // The readers' edges are straight in another sense; over 2.5 km that is a part in 100,000.
      #expect(abs(boundary.area - area.area) < 1e-5 * area.area + 0.05, "\(area.code)")
      #expect(boundary.name == area.name)
    }
  }

  @Test("Every border is drawn twice with the same places, every coast once", arguments: [0, 1, 2])
  func bordersAreShared(level: Int) {
    let areas = [geography.provinces, geography.regions, geography.districts][level]
    var sides: [Side: Int] = [:]
    for side in areas.flatMap(\.sides) { sides[side, default: 0] += 1 }
    #expect(sides.values.allSatisfy { $0 == 1 }, "a side is drawn twice in one direction")
    let coast = sides.keys.filter { sides[$0.reversed] == nil }
    let finer = Set(geography.districts.flatMap(\.sides))
    #expect(coast.count > 400 && coast.count < sides.count)
    #expect(sides.keys.allSatisfy { finer.contains($0) }, "a coarser border is not one of districts")
  }

  @Test("No two borders cross")
  func bordersDoNotCross() {
    let sides = Array(Set(geography.districts.flatMap(\.sides)))
    var boxes: [LonLatBox: [Side]] = [:]
    for side in sides { boxes[LonLatBox(side), default: []].append(side) }
    var crossings = 0
    for side in sides {
      for box in LonLatBox(side).around {
        crossings += (boxes[box] ?? []).count { $0.crosses(side) }
      }
    }
    #expect(crossings == 0)
  }

  @Test("Names are not repeated among districts; some have accents and apostrophes")
  func names() {
    let names = geography.districts.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("Ynys Môr"))
    #expect(geography.regions.contains { $0.name == "St Oswin's Vale" })
    #expect(names.allSatisfy { !$0.contains(",") && !$0.contains("\"") })
  }
}

/// A piece of a border between two corners.
struct Side: Hashable {
  let from: LonLat
  let to: LonLat

  var reversed: Side { Side(from: to, to: from) }

  /// Whether the two cross inside both; sides that share a corner do not.
  func crosses(_ other: Side) -> Bool {
    guard Set([from, to, other.from, other.to]).count == 4 else { return false }
    func turn(_ a: LonLat, _ b: LonLat, _ c: LonLat) -> Int {
      let product =
        (b.longitude - a.longitude) * (c.latitude - a.latitude)
        - (b.latitude - a.latitude) * (c.longitude - a.longitude)
      return product.signum()
    }
    return turn(from, to, other.from) != turn(from, to, other.to)
      && turn(other.from, other.to, from) != turn(other.from, other.to, to)
  }
}

/// A box of a tenth of a degree.
struct LonLatBox: Hashable {
  let column: Int
  let row: Int

  init(_ side: Side) {
    column = (side.from.longitude + 20_000_000) / 10_000
    row = side.from.latitude / 10_000
  }

  private init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  var around: [LonLatBox] {
    (-1...1).flatMap { right in (-1...1).map { LonLatBox(column: column + right, row: row + $0) } }
  }
}

extension AlbionGeography.Area {
  /// The pieces of all rings, in the direction in which they are drawn.
  var sides: [Side] {
    outlines.flatMap { [$0.outer] + $0.holes }
      .flatMap { ring in zip(ring, ring.dropFirst()).map { Side(from: $0.0, to: $0.1) } }
  }
}
