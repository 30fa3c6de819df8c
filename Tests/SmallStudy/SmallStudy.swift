/// A study of six areas in two lands, eight industries and six years, small enough to check by hand.
///
/// Jobs are rounded to 5 and two cells are suppressed; output is in current prices with published totals, and in chained
/// volumes. Machines (10) grow in area A1 and shrink elsewhere, beyond what rounding can explain; bread (30) stays where it is.
package enum SmallStudy {
  /// The codes of the areas.
  package static let areas = ["A1", "A2", "A3", "B1", "B2", "B3"]
  /// The codes of the industries.
  package static let industries = ["10", "11", "20", "21", "22", "30", "31", "40"]
  /// The years.
  package static let years = Array(2015...2020)

  /// Writes the study into a folder.
  ///
  /// - Parameters:
  ///   - place: The folder.
  ///   - text: The text of study.yml.
  /// - Throws: What the file system throws.
  /// - Returns: The path of the study's folder.
  @discardableResult
  package static func write(to place: TemporaryPlace, text: String = text) throws -> String {
    try place.write(text, as: "study/study.yml")
    try place.write(jobs, as: "study/tables/jobs.csv")
    try place.write(output, as: "study/tables/output.csv")
    try place.write(population, as: "study/tables/population.csv")
    try place.write(research, as: "study/tables/research.csv")
    try place.write(classification, as: "study/tables/classification.csv")
    try place.write(boundaries(areas: true), as: "study/tables/areas.geojson")
    try place.write(boundaries(areas: false), as: "study/tables/lands.geojson")
    return place.path("study")
  }

  /// The jobs of a cell before rounding.
  package static func trueJobs(area: Int, industry: Int, year: Int) -> Double {
    let base = Double(200 + 90 * ((area * 5 + industry * 3) % 7) + 40 * area)
    if industry == 0 { return area == 0 ? base + 180 * Double(year) : base - 15 * Double(year) }
    if industry == 5 { return 400 + 60 * Double(area) }
    return base + Double((area * 7 + industry * 11 + year * 13) % 23)
  }

  /// The output of a cell in current prices.
  package static func trueOutput(area: Int, industry: Int, year: Int) -> Double {
    (trueJobs(area: area, industry: industry, year: year) * (0.9 + 0.05 * Double(industry))
      * (1 + 0.02 * Double(year)))
      .rounded()
  }

  /// Whether a cell of jobs is suppressed.
  package static func isSuppressed(area: Int, industry: Int, year: Int) -> Bool {
    (area, industry, year) == (4, 7, 2) || (area, industry, year) == (5, 1, 3)
  }

  private static var jobs: String {
    var lines = ["region,region_name,industry,title,year,jobs,status"]
    for (year, name) in years.enumerated() {
      for (area, code) in areas.enumerated() {
        for (industry, number) in industries.enumerated() {
          let head = "\(code),Area \(code),\(number),Industry \(number),\(name)"
          if isSuppressed(area: area, industry: industry, year: year) {
            lines.append(head + ",,suppressed")
          } else {
            let value = 5 * (trueJobs(area: area, industry: industry, year: year) / 5).rounded()
            lines.append(head + ",\(Int(value)),")
          }
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static var output: String {
    var lines = ["region,region_name,industry,title,year,measure,output"]
    for (year, name) in years.enumerated() {
      for (area, code) in areas.enumerated() {
        var total = 0.0
        for (industry, number) in industries.enumerated() {
          let value = trueOutput(area: area, industry: industry, year: year)
          total += value
          let head = "\(code),Area \(code),\(number),Industry \(number),\(name)"
          lines.append(head + ",current,\(Int(value))")
          lines.append(head + ",volume,\(Int((value / (1 + 0.02 * Double(year))).rounded()))")
        }
        lines.append("\(code),Area \(code),Total,All industries,\(name),current,\(Int(total))")
        lines.append("\(code),Area \(code),Total,All industries,\(name),volume,\(Int(total))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static var population: String {
    var lines = ["region,year,people"]
    for (area, code) in areas.enumerated() {
      for year in years { lines.append("\(code),\(year),\(10_000 * (area + 1) + 100 * (year - 2015))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static var research: String {
    var lines = ["area,year,spending"]
    for (area, code) in areas.enumerated() {
      for year in years { lines.append("X\(code),\(year),\([90, 20, 35, 15, 60, 25][area] + year - 2015)") }
    }
    lines += years.map { "XZ9,\($0),1" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static var classification: String {
    var lines = ["level,code,title,parent"]
    for division in ["1", "2", "3", "4"] {
      lines.append("division,\(division),Division \(division),")
      lines += industries.filter { $0.hasPrefix(division) }.map { "class,\($0),Industry \($0),\(division)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Squares of a tenth of a degree, three a land; a land is the rectangle of its areas.
  private static func boundaries(areas fine: Bool) -> String {
    func square(_ code: String, _ name: String, west: Double, width: Double, south: Double) -> String {
      let (east, north) = (west + width, south + 0.1)
      return
        "{\"type\":\"Feature\",\"properties\":{\"code\":\"\(code)\",\"name\":\"\(name)\",\"land\":\"\(code.prefix(1))\"},"
        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\(west),\(south)],[\(east),\(south)],"
        + "[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]]}}"
    }
    var features: [String] = []
    for (row, land) in ["A", "B"].enumerated() {
      let south = 52 + 0.1 * Double(row)
      if fine {
        for column in 0..<3 {
          features.append(
            square(
              "\(land)\(column + 1)",
              "Area \(land)\(column + 1)",
              west: -1 + 0.1 * Double(column),
              width: 0.1,
              south: south
            )
          )
        }
      } else {
        features.append(square(land, "Land \(land)", west: -1, width: 0.3, south: south))
      }
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
  }
}
