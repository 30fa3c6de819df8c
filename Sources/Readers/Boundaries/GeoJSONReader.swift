import Geography
import Panels

/// A feature as it stands in the file.
struct GeoJSONFeature {
  /// The number of the feature, from 1.
  var number = 0
  var properties: [JSONMember] = []
  /// The type of the geometry, or what stands in its place.
  var geometryType: String?
  var coordinates = GeoJSONCoordinates()
}

/// Coordinates of any nesting, flat: positions, and where rings and polygons end.
struct GeoJSONCoordinates {
  /// How deep the positions are nested: 1 for a line, 2 for a polygon, 3 for several; nil if they are uneven.
  var depth: Int?
  var positions: [Position] = []
  var ringEnds: [Int] = []
  /// After which number of rings each polygon ends.
  var polygonEnds: [Int] = []
  var isEven = true
}

/// Reads the features of a collection.
struct GeoJSONReader {
  private var scanner: JSONScanner
  private let file: String
  private var coordinateSystem: String?
  /// From the least to the greatest of all coordinates.
  private var extent: (x: ClosedRange<Double>, y: ClosedRange<Double>)?
  private var type: String?
  private var found: [GeoJSONFeature]?

  init(_ bytes: [UInt8], file: String) {
    scanner = JSONScanner(bytes)
    self.file = file
  }

  mutating func features() throws(BoundaryError) -> [GeoJSONFeature] {
    do { try collection() } catch { throw .json(file: file, error) }
    if let type, type != "FeatureCollection" {
      throw .notFeatureCollection(file: file, found: "a '\(type)'")
    }
    guard let features = found else {
      throw .notFeatureCollection(file: file, found: "JSON without features")
    }
    guard !features.isEmpty else {
      throw .notFeatureCollection(file: file, found: "a collection of no features")
    }
    return features
  }

  /// Whether the coordinates are metres on the British National Grid.
  func isBritishGrid() throws(BoundaryError) -> Bool {
    if let name = coordinateSystem {
      if name.hasSuffix("27700") { return true }
      guard name.hasSuffix("CRS84") || name.hasSuffix("4326") || name.hasSuffix("4258") else {
        throw .coordinateSystem(file: file, name)
      }
      return false
    }
    guard let (x, y) = extent, max(-x.lowerBound, x.upperBound, -y.lowerBound, y.upperBound) > 360 else {
      return false
    }
    guard x.lowerBound > -300_000, x.upperBound < 900_000, y.lowerBound > -300_000, y.upperBound < 1_400_000
    else {
      throw .coordinateSystem(
        file: file,
        "not named, with coordinates up to \(x.upperBound), \(y.upperBound)"
      )
    }
    return true
  }

  private mutating func collection() throws(JSONError) {
    guard try scanner.kind() == .object else {
      try scanner.skip()
      return try scanner.end()
    }
    try scanner.enterObject()
    var isFirst = true
    while let member = try scanner.nextMember(&isFirst) {
      let kind = try scanner.kind()
      switch (member, kind) {
      case ("type", _): type = try scanner.value(depth: 1).string
      case ("crs", _): coordinateSystem = try scanner.value(depth: 1)["properties"]?["name"]?.string
      case ("features", .array):
        var list: [GeoJSONFeature] = []
        try scanner.enterArray()
        var isFirstFeature = true
        while try scanner.nextElement(&isFirstFeature) { list.append(try feature(number: list.count + 1)) }
        found = list
      default: try scanner.skip(depth: 1)
      }
    }
    try scanner.end()
  }

  private mutating func feature(number: Int) throws(JSONError) -> GeoJSONFeature {
    var feature = GeoJSONFeature(number: number)
    guard try scanner.kind() == .object else {
      try scanner.skip(depth: 2)
      return feature
    }
    try scanner.enterObject()
    var isFirst = true
    while let member = try scanner.nextMember(&isFirst) {
      let kind = try scanner.kind()
      switch (member, kind) {
      case ("properties", _): feature.properties = try scanner.value(depth: 3).members ?? []
      case ("geometry", .object): try geometry(of: &feature)
      default: try scanner.skip(depth: 3)
      }
    }
    return feature
  }

  private mutating func geometry(of feature: inout GeoJSONFeature) throws(JSONError) {
    try scanner.enterObject()
    var isFirst = true
    while let member = try scanner.nextMember(&isFirst) {
      let kind = try scanner.kind()
      switch (member, kind) {
      case ("type", _): feature.geometryType = try scanner.value(depth: 4).string
      case ("coordinates", .array):
        feature.coordinates = GeoJSONCoordinates()
        try read(into: &feature.coordinates, depth: 0)
      default: try scanner.skip(depth: 4)
      }
    }
  }

  /// Reads an array of coordinates that lies some levels below the geometry.
  private mutating func read(
    into coordinates: inout GeoJSONCoordinates,
    depth: Int
  ) throws(JSONError) {
    guard depth <= 4 else {
      coordinates.isEven = false
      return try scanner.skip(depth: depth + 4)
    }
    try scanner.enterArray()
    var isFirst = true
    var holdsPositions = false
    while try scanner.nextElement(&isFirst) {
      switch try scanner.kind() {
      case .array:
        try read(into: &coordinates, depth: depth + 1)
        holdsPositions = coordinates.depth == depth
      case .number:
        try readPosition(into: &coordinates, depth: depth)
        return
      case .object, .string, .literal:
        coordinates.isEven = false
        try scanner.skip(depth: depth + 5)
      }
    }
    if holdsPositions {
      coordinates.ringEnds.append(coordinates.positions.count)
    } else if coordinates.depth == depth + 1 {
      coordinates.polygonEnds.append(coordinates.ringEnds.count)
    }
  }

  /// Reads the numbers of a position and leaves its array.
  private mutating func readPosition(
    into coordinates: inout GeoJSONCoordinates,
    depth: Int
  ) throws(JSONError) {
    let x = try scanner.double()
    var count = 1
    var y = 0.0
    var isFirst = false
    while try scanner.nextElement(&isFirst) {
      guard try scanner.kind() == .number else {
        coordinates.isEven = false
        try scanner.skip(depth: depth + 5)
        continue
      }
      let number = try scanner.double()
      if count == 1 { y = number }
      count += 1
    }
    if count < 2 || (coordinates.depth ?? depth - 1) != depth - 1 { coordinates.isEven = false }
    coordinates.depth = depth - 1
    if let (xs, ys) = extent {
      extent = (
        min(xs.lowerBound, x)...max(xs.upperBound, x), min(ys.lowerBound, y)...max(ys.upperBound, y)
      )
    } else {
      extent = (x...x, y...y)
    }
    coordinates.positions.append(Position(longitude: x, latitude: y))
  }
}

extension GeoJSONFeature {
  /// The boundary of the feature.
  func boundary(
    file: String,
    code: String,
    name: String?,
    parent: String?,
    isGrid: Bool
  ) throws(BoundaryError) -> Boundary {
    let codeText = try property(code, file: file)
    let nameText = try name.map { name throws(BoundaryError) in try property(name, file: file) }
    let parentText = try parent.map { name throws(BoundaryError) in try property(name, file: file) }
    let depth: Int
    switch geometryType {
    case "Polygon": depth = 2
    case "MultiPolygon": depth = 3
    case let other:
      let found = other.map { "a '\($0)'" } ?? "missing"
      throw .geometry(file: file, feature: number, code: codeText, found: found)
    }
    guard coordinates.isEven, coordinates.positions.isEmpty || coordinates.depth == depth - 1 else {
      let expected =
        depth == 2
        ? "rings of positions with two numbers each" : "polygons of rings of positions with two numbers each"
      throw .coordinates(file: file, feature: number, code: codeText, expected: expected)
    }
    do {
      let polygons = polygons(isGrid: isGrid)
      return try Boundary(code: codeText, name: nameText, parent: parentText, polygons: polygons)
    } catch {
      throw .boundary(file: file, feature: number, error)
    }
  }

  private func polygons(isGrid: Bool) -> [Polygon] {
    var polygons: [Polygon] = []
    var ring = 0
    var start = 0
    for end in coordinates.polygonEnds {
      var rings: [Ring] = []
      for ringEnd in coordinates.ringEnds[ring..<end] {
        let positions = coordinates.positions[start..<ringEnd]
        start = ringEnd
        let made = Ring(isGrid ? positions.map(GeoJSONFeature.degrees) : Array(positions))
        // A hole that encloses nothing takes nothing away; an outer ring is judged by the boundary.
        if rings.isEmpty || made.isProper { rings.append(made) }
      }
      ring = end
      if let exterior = rings.first, !exterior.positions.isEmpty {
        polygons.append(Polygon(exterior: exterior, holes: Array(rings.dropFirst())))
      }
    }
    let proper = polygons.filter(\.exterior.isProper)
    return proper.isEmpty ? polygons : proper
  }

  private static func degrees(_ grid: Position) -> Position {
    BritishGrid.position(of: GridReference(easting: grid.longitude, northing: grid.latitude))
  }

  private func property(_ property: String, file: String) throws(BoundaryError) -> String {
    guard let member = properties.last(where: { $0.name == property }) else {
      let known = properties.map(\.name)
      throw .missingProperty(
        file: file,
        feature: number,
        property: property,
        nearest: NearestNames.of(property, among: known),
        known: known
      )
    }
    switch member.value {
    case .string(let text): return text
    case .integer(let integer): return "\(integer)"
    case .number(let number): return NumberText.shortest(number)
    case .null: throw .propertyKind(file: file, feature: number, property: property, found: "nothing")
    case .bool: throw .propertyKind(file: file, feature: number, property: property, found: "true or false")
    case .array: throw .propertyKind(file: file, feature: number, property: property, found: "a list")
    case .object: throw .propertyKind(file: file, feature: number, property: property, found: "an object")
    }
  }
}
